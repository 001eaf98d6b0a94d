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
SET search_path = public, pg_temp AS $$
BEGIN
    LOCK TABLE ledger_transfer IN SHARE ROW EXCLUSIVE MODE;
END $$;
REVOKE ALL ON FUNCTION ledger_wait_for_writers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger_wait_for_writers() TO dongvon_worker, dongvon_web;

-- Books many định khoản at once for floors above; accounts are named by number. All or none.
-- Refuses by SQLSTATE DV001: the day is closed; DV002: an account is unknown, or meets one across the balance sheet's line.
CREATE OR REPLACE FUNCTION ledger_book(
    p_day date, p_person uuid, p_posted_at timestamptz, p_ids uuid[], p_debits text[], p_credits text[],
    p_amounts bigint[], p_codes text[], p_abouts uuid[], p_units uuid[], p_places text[]
) RETURNS integer LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    written integer;
BEGIN
    IF p_day <= (SELECT max(day) FROM ledger_day) THEN
        RAISE EXCEPTION 'ledger_day_closed' USING ERRCODE = 'DV001';
    END IF;
    INSERT INTO ledger_transfer
        (id, day, debit_id, credit_id, amount, code, about, unit_id, place, person, posted_at)
    SELECT line.id, p_day, debit.id, credit.id, line.amount, line.code, line.about, line.unit, line.place,
           p_person, p_posted_at
    FROM unnest(p_ids, p_debits, p_credits, p_amounts, p_codes, p_abouts, p_units, p_places)
        AS line (id, debit, credit, amount, code, about, unit, place)
    -- OFFSET 0 keeps these lookups by index, however few accounts there are: the hot path books three lines.
    CROSS JOIN LATERAL (SELECT id, kind FROM ledger_account WHERE number = line.debit OFFSET 0) AS debit
    CROSS JOIN LATERAL (SELECT id, kind FROM ledger_account WHERE number = line.credit OFFSET 0) AS credit
    WHERE (credit.kind = 'off_balance') = (debit.kind = 'off_balance');
    GET DIAGNOSTICS written = ROW_COUNT;
    IF written <> coalesce(cardinality(p_ids), 0) THEN
        RAISE EXCEPTION 'ledger_accounts_unfit' USING ERRCODE = 'DV002';
    END IF;
    RETURN written;
END $$;
