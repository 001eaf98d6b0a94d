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
    FOREACH owned IN ARRAY ARRAY['groupmember', 'meeting', 'election', 'mandate', 'assessment', 'inspection', 'meetingcall'] LOOP
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
    FOREACH owned IN ARRAY ARRAY['inspectionline', 'promise'] LOOP
        EXECUTE format('ALTER TABLE groups_%s ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('DROP POLICY IF EXISTS of_scope ON groups_%s', owned);
        EXECUTE format(
            'CREATE POLICY of_scope ON groups_%s TO dongvon_web USING (EXISTS (SELECT FROM groups_inspection i WHERE i.id = inspection_id))',
            owned
        );
    END LOOP;
    FOREACH owned IN ARRAY ARRAY[
        'group', 'groupmember', 'meeting', 'attendance', 'motion', 'election', 'mandate', 'mandatesuspension', 'assessment',
        'entitlement', 'inspection', 'inspectionline', 'promise', 'meetingcall'
    ] LOOP
        EXECUTE format('DROP POLICY IF EXISTS of_jobs ON groups_%s', owned);
        EXECUTE format('CREATE POLICY of_jobs ON groups_%s TO dongvon_worker USING (true)', owned);
    END LOOP;
END $$;

ALTER TABLE groups_mandatesuspension ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON groups_mandatesuspension;
CREATE POLICY of_scope ON groups_mandatesuspension TO dongvon_web
    USING (EXISTS (SELECT FROM groups_mandate m WHERE m.id = mandate_id));

-- What an organisation earned in a commune: for itself, the commune, and the bank.
ALTER TABLE groups_entitlement ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON groups_entitlement;
CREATE POLICY of_scope ON groups_entitlement FOR SELECT TO dongvon_web USING (
    (SELECT scope_everything())
    OR place_id = ANY ((SELECT scope_places())::text[])
    OR (place_id || ':' || organisation) = ANY ((SELECT scope_managed())::text[])
    OR (':' || organisation) = ANY ((SELECT scope_managed())::text[])
);

-- A new board has accounts of its own: those of the board before end with it, whoever records the election.
CREATE OR REPLACE FUNCTION groups_end_posts(ended uuid, since date) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE units_post SET valid = daterange(lower(valid), since)
    WHERE group_id = ended AND valid @> since AND lower(valid) < since
      AND (scope_person() IS NULL OR scope_everything() OR EXISTS (
          SELECT FROM groups_group g
          WHERE g.id = ended AND (
              g.place_id = ANY (scope_places()) OR (g.place_id || ':' || g.organisation) = ANY (scope_managed())
              OR (':' || g.organisation) = ANY (scope_managed())
          )
      ))
$$;
REVOKE ALL ON FUNCTION groups_end_posts(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION groups_end_posts(uuid, date) TO dongvon_web, dongvon_worker;

-- Leaders and organisations know the people of their groups with their households, and whom they voted on. These looks run as
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
DROP POLICY IF EXISTS within_groups ON people_listing;
CREATE POLICY within_groups ON people_listing FOR SELECT TO dongvon_web
    USING ((SELECT scope_has_groups()) AND groups_knows_household(household_id));
DROP POLICY IF EXISTS within_groups ON people_beneficiarylist;
CREATE POLICY within_groups ON people_beneficiarylist FOR SELECT TO dongvon_web
    USING ((SELECT scope_has_groups()) AND EXISTS (SELECT FROM people_listing l WHERE l.list_id = people_beneficiarylist.id));
REVOKE ALL ON FUNCTION groups_knows_person(uuid), groups_knows_household(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION groups_knows_person(uuid), groups_knows_household(uuid) TO dongvon_web;

-- Whom a leader may bring before the group: people of the group's own hamlet by name, with the year of birth and no more.
CREATE OR REPLACE FUNCTION groups_neighbours(asked uuid, words text)
RETURNS TABLE (id uuid, full_name text, birth_year integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT person.id, person.full_name::text, person.birth_year::integer
    FROM groups_group g
    JOIN people_person person ON person.place_id = g.place_id AND person.hamlet = g.hamlet
    WHERE g.id = asked AND (scope_everything() OR g.id = ANY (scope_groups()) OR g.place_id = ANY (scope_places()))
      AND to_tsvector('simple', coalesce(person.name_search_key, '') || ' ' || coalesce(person.place_id, ''))
          @@ to_tsquery('simple', words || ' & ' || g.place_id)
      AND person.same_as_id IS NULL AND person.died_on IS NULL
    ORDER BY person.name_sort_key, person.birth_year
    LIMIT 20
$$;
-- Once the group has voted on somebody, its leader may read who that is: to admit, the hamlet is asked for.
CREATE OR REPLACE FUNCTION groups_voted_on(asked uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER COST 1000 SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM groups_meeting meeting JOIN groups_motion motion ON motion.meeting_id = meeting.id
        WHERE meeting.group_id = ANY (scope_groups()) AND motion.about = asked
    )
$$;
DROP POLICY IF EXISTS voted_on ON people_person;
CREATE POLICY voted_on ON people_person FOR SELECT TO dongvon_web
    USING (cardinality((SELECT scope_groups())) > 0 AND groups_voted_on(id));
REVOKE ALL ON FUNCTION groups_neighbours(uuid, text), groups_voted_on(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION groups_neighbours(uuid, text), groups_voted_on(uuid) TO dongvon_web;

-- Which group a code names, and no more than that: an administrator appoints its leader without seeing the group.
CREATE OR REPLACE FUNCTION groups_coded(asked text, day date) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT id FROM groups_group WHERE code = asked AND founded_on <= day AND (ended_on IS NULL OR ended_on > day) $$;
REVOKE ALL ON FUNCTION groups_coded(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION groups_coded(text, date) TO dongvon_web;

REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON groups_assessment, groups_entitlement FROM dongvon_web;
REVOKE DELETE, TRUNCATE ON groups_group, groups_groupmember, groups_meeting, groups_mandate, groups_mandatesuspension, groups_point, groups_pointday, groups_sessionmove
    FROM dongvon_web, dongvon_worker;
