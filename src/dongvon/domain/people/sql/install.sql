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

-- Which kinds are crime data: RESTRICTED of vocabulary.py, said once for the database; a test holds the two together.
CREATE OR REPLACE FUNCTION people_restricted(kind text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT kind IN ('released') $$;

-- Of those in scope, only these few roles meet a restricted list (the police list of released prisoners) at all.
CREATE OR REPLACE FUNCTION people_meets_restricted() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM units_post
        WHERE user_id = scope_person()
          AND role IN ('commune_chair', 'credit_officer', 'credit_controller', 'office_director')
          AND valid @> (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    )
$$;
REVOKE ALL ON FUNCTION people_meets_restricted() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_meets_restricted() TO dongvon_web, dongvon_worker;
DROP POLICY IF EXISTS of_few ON people_beneficiarylist;
CREATE POLICY of_few ON people_beneficiarylist AS RESTRICTIVE TO dongvon_web
    USING (NOT people_restricted(kind) OR (SELECT people_meets_restricted()));
DROP POLICY IF EXISTS of_few ON people_listing;
CREATE POLICY of_few ON people_listing AS RESTRICTIVE TO dongvon_web
    USING (NOT people_restricted(kind) OR (SELECT people_meets_restricted()));

REVOKE DELETE, TRUNCATE ON people_standard, people_listlimit, people_beneficiarylist, people_listing
    FROM dongvon_web, dongvon_worker;

-- Whether a personal number is on record anywhere, and no more than that: so that nobody is entered twice.
CREATE OR REPLACE FUNCTION people_known_marks(asked bytea[]) RETURNS SETOF bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT number_mark FROM people_person WHERE number_mark = ANY (asked) $$;
REVOKE ALL ON FUNCTION people_known_marks(bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_known_marks(bytea[]) TO dongvon_web, dongvon_worker;

-- How somebody comes onto a list: what certified lists said of them until `asked_on`, those of communes they came from
-- among them, of which no more than this word is told. The rule is rules/changes.py.
CREATE OR REPLACE FUNCTION people_origin(asked text, place text, asked_on date, household uuid, person uuid)
RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE
        WHEN asked = 'escaped' AND bool_or(kind = 'escaped' AND place_id <> place AND (valid @> asked_on OR ending = 'moved_away'))
            AND NOT bool_or(kind IN ('poor', 'near_poor') AND valid @> asked_on) THEN 'moved_in'
        WHEN asked = 'escaped' THEN 'escaped'
        WHEN bool_or(kind = asked AND place_id = place AND valid @> asked_on) THEN 'kept'
        WHEN bool_or(kind = asked AND place_id <> place AND (valid @> asked_on OR ending = 'moved_away')) THEN 'moved_in'
        WHEN asked IN ('poor', 'near_poor') AND bool_or(kind IN ('poor', 'near_poor') AND valid @> asked_on)
            THEN 'changed'
        WHEN bool_or(kind = asked OR (asked IN ('poor', 'near_poor') AND kind = 'escaped' AND valid @> asked_on))
            THEN 'fell_back'
        ELSE 'found_new'
    END
    FROM people_listing
    WHERE valid IS NOT NULL AND lower(valid) <= asked_on
      AND (household_id = people_origin.household OR person_id = people_origin.person)
$$;
REVOKE ALL ON FUNCTION people_origin(text, text, date, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_origin(text, text, date, uuid, uuid) TO dongvon_web, dongvon_worker;

-- Of these households and persons, who ever was on a certified list, in whichever commune.
CREATE OR REPLACE FUNCTION people_ever_listed(asked uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT household_id FROM people_listing WHERE household_id = ANY (asked) AND valid IS NOT NULL
    UNION SELECT person_id FROM people_listing WHERE person_id = ANY (asked) AND valid IS NOT NULL
$$;
REVOKE ALL ON FUNCTION people_ever_listed(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_ever_listed(uuid[]) TO dongvon_web, dongvon_worker;

-- Who has these words in the name, in any order, the last one perhaps not typed to its end, and each of `numbers` as
-- the year of birth or the end of the personal number; 200 of them at most.
-- The index holds each person's commune beside the words, so one look finds the words within the scope; row policies
-- would not let an index answer such a question.
CREATE OR REPLACE FUNCTION people_named(asked text, numbers text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    places text[] := scope_places();
    everybody boolean := scope_everything() OR current_setting('role') = 'dongvon_worker';
    words text := asked;
BEGIN
    IF NOT everybody THEN
        IF cardinality(places) = 0 THEN
            RETURN;
        END IF;
        words := asked || ' & (' || array_to_string(places, ' | ') || ')';
    END IF;
    RETURN QUERY
    SELECT id FROM people_person
    WHERE to_tsvector('simple', coalesce(name_search_key, '') || ' ' || coalesce(place_id, ''))
          @@ to_tsquery('simple', words)
      AND same_as_id IS NULL AND (everybody OR place_id = ANY (places))
      AND NOT EXISTS (
          SELECT FROM unnest(numbers) AS typed WHERE number_last <> typed AND birth_year::text <> typed
      )
    LIMIT 200;
END $$;
REVOKE ALL ON FUNCTION people_named(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_named(text, text[]) TO dongvon_web, dongvon_worker;

-- What happens to a list is seen by those who see the list; a workbook kept for a list likewise.
ALTER TABLE people_hamletmeeting ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON people_hamletmeeting;
CREATE POLICY of_scope ON people_hamletmeeting TO dongvon_web USING (list_id IN (SELECT id FROM people_beneficiarylist));
DROP POLICY IF EXISTS of_jobs ON people_hamletmeeting;
CREATE POLICY of_jobs ON people_hamletmeeting TO dongvon_worker USING (true);

ALTER TABLE people_publicposting ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON people_publicposting;
CREATE POLICY of_scope ON people_publicposting TO dongvon_web USING (list_id IN (SELECT id FROM people_beneficiarylist));
DROP POLICY IF EXISTS of_jobs ON people_publicposting;
CREATE POLICY of_jobs ON people_publicposting TO dongvon_worker USING (true);

ALTER TABLE people_objection ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON people_objection;
CREATE POLICY of_scope ON people_objection TO dongvon_web USING (list_id IN (SELECT id FROM people_beneficiarylist));
DROP POLICY IF EXISTS of_jobs ON people_objection;
CREATE POLICY of_jobs ON people_objection TO dongvon_worker USING (true);

ALTER TABLE people_listimport ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON people_listimport;
CREATE POLICY of_scope ON people_listimport TO dongvon_web USING (list_id IN (SELECT id FROM people_beneficiarylist));
DROP POLICY IF EXISTS of_jobs ON people_listimport;
CREATE POLICY of_jobs ON people_listimport TO dongvon_worker USING (true);

-- Records of one person: of those who see the record that is kept.
ALTER TABLE people_sameperson ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON people_sameperson;
CREATE POLICY of_scope ON people_sameperson TO dongvon_web USING (kept_id IN (SELECT id FROM people_person));
DROP POLICY IF EXISTS of_jobs ON people_sameperson;
CREATE POLICY of_jobs ON people_sameperson TO dongvon_worker USING (true);

-- Consents are seen with the person who gave them.
ALTER TABLE people_consent ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON people_consent;
CREATE POLICY of_scope ON people_consent TO dongvon_web USING (person_id IN (SELECT id FROM people_person));
DROP POLICY IF EXISTS of_jobs ON people_consent;
CREATE POLICY of_jobs ON people_consent TO dongvon_worker USING (true);

-- Everybody's viewing is written, under one's own name only; one reads one's own, and those who see everything all.
ALTER TABLE people_viewing ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON people_viewing;
CREATE POLICY of_scope ON people_viewing FOR SELECT TO dongvon_web
    USING ((SELECT scope_everything()) OR person = (SELECT scope_person()));
DROP POLICY IF EXISTS of_viewer ON people_viewing;
CREATE POLICY of_viewer ON people_viewing FOR INSERT TO dongvon_web WITH CHECK (person = (SELECT scope_person()));
DROP POLICY IF EXISTS of_jobs ON people_viewing;
CREATE POLICY of_jobs ON people_viewing TO dongvon_worker USING (true);
REVOKE UPDATE, DELETE, TRUNCATE ON people_viewing FROM dongvon_web, dongvon_worker;

-- Questions to national databases belong to the unit that asked.
ALTER TABLE people_verification ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON people_verification;
CREATE POLICY of_scope ON people_verification TO dongvon_web
    USING ((SELECT scope_everything()) OR unit_id = ANY ((SELECT scope_units())::uuid[]));
DROP POLICY IF EXISTS of_jobs ON people_verification;
CREATE POLICY of_jobs ON people_verification TO dongvon_worker USING (true);

ALTER TABLE people_verificationline ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON people_verificationline;
CREATE POLICY of_scope ON people_verificationline TO dongvon_web
    USING (verification_id IN (SELECT id FROM people_verification));
DROP POLICY IF EXISTS of_jobs ON people_verificationline;
CREATE POLICY of_jobs ON people_verificationline TO dongvon_worker USING (true);

REVOKE DELETE, TRUNCATE ON people_consent, people_hamletmeeting, people_publicposting, people_objection, people_listimport,
    people_sameperson, people_verification, people_verificationline FROM dongvon_web, dongvon_worker;
-- Scheduled work throws workbooks away that nobody took.
GRANT DELETE ON people_listimport TO dongvon_worker;
