-- Groups are seen by their own leader, by those who serve the commune, and by the managing organisation at any level;
-- points and their days are public.

-- What the asker's units reach: whole communes ("26041"), an organisation's groups in a commune ("26041:11"), or in the city (":11").
CREATE OR REPLACE FUNCTION scope_managed() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(coalesce(unit.place_id, '') || coalesce(':' || managing.code, '')), '{}')
    FROM units_unit unit
    LEFT JOIN (VALUES
        ('hoi-nong-dan', '11'), ('hoi-phu-nu', '12'), ('hoi-cuu-chien-binh', '13'), ('doan-thanh-nien', '14')
    ) AS managing (body, code) ON managing.body = unit.body
    WHERE unit.id = ANY (scope_units())
      AND (managing.code IS NOT NULL OR (unit.place_id IS NOT NULL AND unit.body IN ('ubnd', 'mttq', 'ban-dai-dien', 'hdnd')))
$$;

ALTER TABLE groups_group ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON groups_group;
CREATE POLICY of_scope ON groups_group TO dongvon_web USING (
    (SELECT scope_everything())
    OR id = ANY ((SELECT scope_groups())::uuid[])
    OR place_id = ANY ((SELECT scope_places())::text[])
    OR (place_id || ':' || organisation) = ANY ((SELECT scope_managed())::text[])
    OR (':' || organisation) = ANY ((SELECT scope_managed())::text[])
);

-- What belongs to a group is seen by whoever sees the group.
DO $$
DECLARE
    owned text;
BEGIN
    FOREACH owned IN ARRAY ARRAY['groupmember', 'meeting'] LOOP
        EXECUTE format('ALTER TABLE groups_%s ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('DROP POLICY IF EXISTS of_scope ON groups_%s', owned);
        EXECUTE format(
            'CREATE POLICY of_scope ON groups_%s TO dongvon_web USING (EXISTS (SELECT FROM groups_group g WHERE g.id = group_id))',
            owned
        );
    END LOOP;
    FOREACH owned IN ARRAY ARRAY['attendance', 'motion'] LOOP
        EXECUTE format('ALTER TABLE groups_%s ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('DROP POLICY IF EXISTS of_scope ON groups_%s', owned);
        EXECUTE format(
            'CREATE POLICY of_scope ON groups_%s TO dongvon_web USING (EXISTS (SELECT FROM groups_meeting m WHERE m.id = meeting_id))',
            owned
        );
    END LOOP;
    FOREACH owned IN ARRAY ARRAY['group', 'groupmember', 'meeting', 'attendance', 'motion'] LOOP
        EXECUTE format('DROP POLICY IF EXISTS of_jobs ON groups_%s', owned);
        EXECUTE format('CREATE POLICY of_jobs ON groups_%s TO dongvon_worker USING (true)', owned);
    END LOOP;
END $$;

-- Leaders and organisations know the people of their groups with their households, and nobody else. These looks run as
-- the owner, so that no policy asks itself; they cost nothing to those who see the whole commune.
CREATE OR REPLACE FUNCTION scope_has_groups() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$
    SELECT cardinality(scope_groups()) > 0 OR EXISTS (
        SELECT FROM unnest(scope_managed()) AS reached
        WHERE reached LIKE '%:%' AND split_part(reached, ':', 1) <> ALL (scope_managed())
    )
$$;

CREATE OR REPLACE FUNCTION groups_knows_person(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER COST 1000 SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM (
            SELECT asked AS person_id
            UNION ALL
            SELECT other.person_id
            FROM people_membership own
            JOIN people_membership other ON other.household_id = own.household_id
            WHERE own.person_id = asked AND upper_inf(own.valid) AND upper_inf(other.valid)
        ) AS household
        JOIN groups_groupmember member USING (person_id)
        JOIN groups_group g ON g.id = member.group_id
        WHERE g.id = ANY (scope_groups())
           OR (g.place_id || ':' || g.organisation) = ANY (scope_managed())
           OR (':' || g.organisation) = ANY (scope_managed())
    )
$$;

CREATE OR REPLACE FUNCTION groups_knows_household(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER COST 10000 SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM people_membership own
        WHERE own.household_id = asked AND upper_inf(own.valid) AND groups_knows_person(own.person_id)
    )
$$;

DROP POLICY IF EXISTS within_groups ON people_person;
CREATE POLICY within_groups ON people_person FOR SELECT TO dongvon_web
    USING ((SELECT scope_has_groups()) AND groups_knows_person(id));
DROP POLICY IF EXISTS within_groups ON people_household;
CREATE POLICY within_groups ON people_household FOR SELECT TO dongvon_web
    USING ((SELECT scope_has_groups()) AND groups_knows_household(id));
REVOKE ALL ON FUNCTION groups_knows_person(uuid), groups_knows_household(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION groups_knows_person(uuid), groups_knows_household(uuid) TO dongvon_web;

REVOKE DELETE, TRUNCATE ON groups_group, groups_groupmember, groups_meeting, groups_point, groups_pointday, groups_sessionmove
    FROM dongvon_web, dongvon_worker;
