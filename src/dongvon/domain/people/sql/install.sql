-- The communes within the asker's reach: where the units in scope are, and the service areas of the offices among them.
CREATE OR REPLACE FUNCTION scope_places() RETURNS text[] LANGUAGE sql STABLE SET search_path = public AS $$
    SELECT coalesce(array_agg(DISTINCT place_id), '{}')::text[]
    FROM (
        SELECT place_id FROM units_unit WHERE id = ANY (scope_units())
        UNION
        SELECT served.place_id
        FROM units_edge edge
        JOIN units_unit served ON served.id = edge.child_id
        WHERE edge.kind = 'service_area' AND edge.parent_id = ANY (scope_units())
          AND edge.valid @> (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    ) AS reached
    WHERE place_id IS NOT NULL
$$;

ALTER TABLE people_person ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON people_person;
CREATE POLICY of_scope ON people_person TO dongvon_web
    USING ((SELECT scope_everything()) OR place_id = ANY ((SELECT scope_places())::text[]));
DROP POLICY IF EXISTS of_jobs ON people_person;
CREATE POLICY of_jobs ON people_person TO dongvon_worker USING (true);

ALTER TABLE people_household ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON people_household;
CREATE POLICY of_scope ON people_household TO dongvon_web
    USING ((SELECT scope_everything()) OR place_id = ANY ((SELECT scope_places())::text[]));
DROP POLICY IF EXISTS of_jobs ON people_household;
CREATE POLICY of_jobs ON people_household TO dongvon_worker USING (true);

ALTER TABLE people_membership ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON people_membership;
CREATE POLICY of_scope ON people_membership TO dongvon_web
    USING (household_id IN (SELECT id FROM people_household));
DROP POLICY IF EXISTS of_jobs ON people_membership;
CREATE POLICY of_jobs ON people_membership TO dongvon_worker USING (true);

REVOKE DELETE, TRUNCATE ON people_person, people_household, people_membership FROM dongvon_web, dongvon_worker;
