-- Groups that another system already had, with their boards, for floors above.
CREATE OR REPLACE FUNCTION groups_found(
    p_on date, p_ids uuid[], p_codes text[], p_organisations text[], p_places text[], p_hamlets text[], p_points uuid[],
    p_leaders uuid[], p_deputies uuid[], p_acceptance text
) RETURNS bigint LANGUAGE sql AS $$
    WITH made AS (
        INSERT INTO groups_group (id, code, organisation, place_id, hamlet, point_id, leader_id, deputy_id, founded_on, acceptance)
        SELECT id, code, organisation, place, hamlet, point, leader, deputy, p_on, p_acceptance
        FROM unnest(p_ids, p_codes, p_organisations, p_places, p_hamlets, p_points, p_leaders, p_deputies)
            AS found (id, code, organisation, place, hamlet, point, leader, deputy)
        RETURNING id
    )
    SELECT count(*) FROM made
$$;

-- People who become members; whoever belongs to a group on that day stays where he is.
CREATE OR REPLACE FUNCTION groups_admit(p_on date, p_groups uuid[], p_people uuid[]) RETURNS bigint LANGUAGE sql AS $$
    WITH made AS (
        INSERT INTO groups_groupmember (group_id, person_id, valid)
        SELECT DISTINCT ON (person) team, person, daterange(p_on, NULL)
        FROM unnest(p_groups, p_people) AS admitted (team, person)
        WHERE NOT EXISTS (
            SELECT FROM groups_groupmember m WHERE m.person_id = person AND m.valid && daterange(p_on, NULL)
        )
        RETURNING id
    )
    SELECT count(*) FROM made
$$;
