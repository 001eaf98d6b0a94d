-- Who is asking: set once per request or job, read by every row policy above.
CREATE OR REPLACE FUNCTION scope_everything() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('dongvon.everything', true), ''), 'off') = 'on' $$;

CREATE OR REPLACE FUNCTION scope_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('dongvon.person', true), '')::uuid $$;

CREATE OR REPLACE FUNCTION scope_units() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('dongvon.units', true), ''), '{}')::uuid[] $$;

CREATE OR REPLACE FUNCTION scope_groups() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('dongvon.groups', true), ''), '{}')::uuid[] $$;

-- The library lets a session name triggers that shall look away; here none does, whoever asks. It also costs every
-- guarded row a caught error where no session asks; this costs nothing.
CREATE OR REPLACE FUNCTION _pgtrigger_should_ignore(trigger_name name) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT false $$;

-- The trail is written by everybody and rewritten by nobody; one reads what one did or what one's unit did.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_event, audit_seal FROM dongvon_web, dongvon_worker;
REVOKE INSERT ON audit_seal FROM dongvon_web;

ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON audit_event;
CREATE POLICY of_scope ON audit_event FOR SELECT TO dongvon_web USING (
    (SELECT scope_everything())
    OR person = (SELECT scope_person())
    OR unit = ANY ((SELECT scope_units())::uuid[])
);
DROP POLICY IF EXISTS of_writer ON audit_event;
CREATE POLICY of_writer ON audit_event FOR INSERT TO dongvon_web WITH CHECK (person = (SELECT scope_person()));
DROP POLICY IF EXISTS of_jobs ON audit_event;
CREATE POLICY of_jobs ON audit_event TO dongvon_worker USING (true);

-- Waits until every transaction that has already written an event is over, so that a day is complete before its seal.
-- Only the owner may lock the table against writers; the worker asks through this door.
CREATE OR REPLACE FUNCTION audit_wait_for_writers() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
    LOCK TABLE audit_event IN SHARE ROW EXCLUSIVE MODE;
END $$;
REVOKE ALL ON FUNCTION audit_wait_for_writers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_wait_for_writers() TO dongvon_worker;
