-- The communes within the asker's reach: where the units in scope are, and the service areas of the offices among them.
-- An organisation that manages groups reaches its groups there, not the commune.
CREATE OR REPLACE FUNCTION scope_places() RETURNS text[] LANGUAGE sql STABLE SET search_path = public AS $$
    SELECT coalesce(array_agg(DISTINCT place_id), '{}')::text[]
    FROM (
        SELECT place_id FROM units_unit
        WHERE id = ANY (scope_units())
          AND body NOT IN ('hoi-nong-dan', 'hoi-phu-nu', 'hoi-cuu-chien-binh', 'doan-thanh-nien')
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
    USING (EXISTS (SELECT FROM people_household h WHERE h.id = household_id));
DROP POLICY IF EXISTS of_jobs ON people_membership;
CREATE POLICY of_jobs ON people_membership TO dongvon_worker USING (true);

REVOKE DELETE, TRUNCATE ON people_person, people_household, people_membership FROM dongvon_web, dongvon_worker;

-- Standards and limits are law: everybody may read them. Lists and their lines belong to the commune.
ALTER TABLE people_beneficiarylist ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON people_beneficiarylist;
CREATE POLICY of_scope ON people_beneficiarylist TO dongvon_web
    USING ((SELECT scope_everything()) OR place_id = ANY ((SELECT scope_places())::text[]));
DROP POLICY IF EXISTS of_jobs ON people_beneficiarylist;
CREATE POLICY of_jobs ON people_beneficiarylist TO dongvon_worker USING (true);

ALTER TABLE people_listing ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON people_listing;
CREATE POLICY of_scope ON people_listing TO dongvon_web
    USING ((SELECT scope_everything()) OR place_id = ANY ((SELECT scope_places())::text[]));
DROP POLICY IF EXISTS of_jobs ON people_listing;
CREATE POLICY of_jobs ON people_listing TO dongvon_worker USING (true);

-- The police list of released prisoners is crime data: of those in scope, only these few roles meet it at all.
CREATE OR REPLACE FUNCTION people_meets_released() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM units_post
        WHERE user_id = scope_person()
          AND role IN ('commune_chair', 'credit_officer', 'credit_controller', 'office_director')
          AND valid @> (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    )
$$;
REVOKE ALL ON FUNCTION people_meets_released() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_meets_released() TO dongvon_web, dongvon_worker;
DROP POLICY IF EXISTS of_few ON people_beneficiarylist;
CREATE POLICY of_few ON people_beneficiarylist AS RESTRICTIVE TO dongvon_web
    USING (kind <> 'released' OR (SELECT people_meets_released()));
DROP POLICY IF EXISTS of_few ON people_listing;
CREATE POLICY of_few ON people_listing AS RESTRICTIVE TO dongvon_web
    USING (kind <> 'released' OR (SELECT people_meets_released()));

REVOKE DELETE, TRUNCATE ON people_standard, people_listlimit, people_beneficiarylist, people_listing
    FROM dongvon_web, dongvon_worker;
