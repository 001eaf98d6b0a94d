-- Places, units, their names, how they are joined, and how documents mention them are public: no policies.
-- Accounts and posts are restricted. All looks at posts here run as the owner, so that no policy asks itself.

CREATE OR REPLACE FUNCTION scope_at_door() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(current_setting('dongvon.door', true), '') = 'on' AND scope_person() IS NULL $$;

CREATE OR REPLACE FUNCTION scope_administers() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM units_post
        WHERE user_id = scope_person() AND role = 'administrator'
          AND valid @> (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    )
$$;

CREATE OR REPLACE FUNCTION units_full_names(asked uuid[]) RETURNS TABLE (person uuid, full_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT id, full_name FROM units_user WHERE id = ANY (asked) $$;

CREATE OR REPLACE FUNCTION units_colleagues(asked uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT DISTINCT user_id FROM units_post WHERE unit_id = ANY (asked) $$;

ALTER TABLE units_user ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON units_user;
CREATE POLICY of_scope ON units_user FOR SELECT TO dongvon_web USING (
    id = (SELECT scope_person())
    OR (SELECT scope_everything())
    OR (SELECT scope_administers())
    OR (SELECT scope_at_door())
    OR id IN (SELECT units_colleagues(scope_units()))
);
DROP POLICY IF EXISTS of_self ON units_user;
CREATE POLICY of_self ON units_user FOR UPDATE TO dongvon_web USING (
    id = (SELECT scope_person()) OR (SELECT scope_administers()) OR (SELECT scope_at_door())
);
DROP POLICY IF EXISTS of_administrator ON units_user;
CREATE POLICY of_administrator ON units_user FOR INSERT TO dongvon_web WITH CHECK ((SELECT scope_administers()));
DROP POLICY IF EXISTS of_jobs ON units_user;
CREATE POLICY of_jobs ON units_user TO dongvon_worker USING (true);

ALTER TABLE units_post ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON units_post;
CREATE POLICY of_scope ON units_post FOR SELECT TO dongvon_web USING (
    user_id = (SELECT scope_person())
    OR (SELECT scope_everything())
    OR (SELECT scope_administers())
    OR unit_id = ANY ((SELECT scope_units())::uuid[])
);
DROP POLICY IF EXISTS of_administrator ON units_post;
CREATE POLICY of_administrator ON units_post TO dongvon_web
    USING ((SELECT scope_administers())) WITH CHECK ((SELECT scope_administers()));
DROP POLICY IF EXISTS of_jobs ON units_post;
CREATE POLICY of_jobs ON units_post TO dongvon_worker USING (true);

-- Who is called what, and who holds what, is closed, never erased.
REVOKE DELETE, TRUNCATE ON units_user, units_post, units_unit, units_unitname, units_place, units_placeterm, units_formerplace, units_edge
    FROM dongvon_web, dongvon_worker;
REVOKE ALL ON FUNCTION scope_administers(), units_full_names(uuid[]), units_colleagues(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION scope_administers(), units_full_names(uuid[]), units_colleagues(uuid[])
    TO dongvon_web, dongvon_worker;

-- The sign-in library's second factors belong to accounts: one's own, at the door those of whoever knocks.
ALTER TABLE mfa_authenticator ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_self ON mfa_authenticator;
CREATE POLICY of_self ON mfa_authenticator TO dongvon_web
    USING (user_id = (SELECT scope_person()) OR (SELECT scope_at_door()));
DROP POLICY IF EXISTS of_administrator ON mfa_authenticator;
CREATE POLICY of_administrator ON mfa_authenticator FOR SELECT TO dongvon_web USING ((SELECT scope_administers()));
DROP POLICY IF EXISTS taken_by_administrator ON mfa_authenticator;
CREATE POLICY taken_by_administrator ON mfa_authenticator FOR DELETE TO dongvon_web
    USING ((SELECT scope_administers()));
DROP POLICY IF EXISTS of_jobs ON mfa_authenticator;
CREATE POLICY of_jobs ON mfa_authenticator TO dongvon_worker USING (true);
