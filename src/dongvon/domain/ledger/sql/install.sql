-- Nobody but the owner rewrites the books, and the owner is hindered by triggers.
REVOKE UPDATE, DELETE, TRUNCATE ON ledger_transfer, ledger_day, ledger_closing FROM dongvon_web, dongvon_worker;

-- An office sees its own transfers and closings; the branch and the inspectors see all.
ALTER TABLE ledger_transfer ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON ledger_transfer;
CREATE POLICY of_scope ON ledger_transfer TO dongvon_web
    USING ((SELECT scope_everything()) OR unit_id = ANY ((SELECT scope_units())::uuid[]));
DROP POLICY IF EXISTS of_jobs ON ledger_transfer;
CREATE POLICY of_jobs ON ledger_transfer TO dongvon_worker USING (true);

ALTER TABLE ledger_closing ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON ledger_closing;
CREATE POLICY of_scope ON ledger_closing TO dongvon_web
    USING ((SELECT scope_everything()) OR unit_id = ANY ((SELECT scope_units())::uuid[]));
DROP POLICY IF EXISTS of_jobs ON ledger_closing;
CREATE POLICY of_jobs ON ledger_closing TO dongvon_worker USING (true);

-- A posting that has passed the check of its day must be on the books before that day is closed.
CREATE OR REPLACE FUNCTION ledger_wait_for_writers() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public AS $$
BEGIN
    LOCK TABLE ledger_transfer IN SHARE ROW EXCLUSIVE MODE;
END $$;
REVOKE ALL ON FUNCTION ledger_wait_for_writers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger_wait_for_writers() TO dongvon_worker, dongvon_web;
