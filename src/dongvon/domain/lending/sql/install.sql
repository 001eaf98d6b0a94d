-- Who sees a loan: its office, the units of its commune, and the managing organisation at any level.

-- What the asker's units reach: whole communes ("26041"), an organisation's loans in a commune ("26041:11"), or in the city (":11").
CREATE OR REPLACE FUNCTION lending_reach() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(coalesce(unit.place_id, '') || coalesce(':' || managing.code, '')), '{}')
    FROM units_unit unit
    LEFT JOIN (VALUES
        ('hoi-nong-dan', '11'), ('hoi-phu-nu', '12'), ('hoi-cuu-chien-binh', '13'), ('doan-thanh-nien', '14')
    ) AS managing (body, code) ON managing.body = unit.body
    WHERE unit.id = ANY (scope_units())
      AND (managing.code IS NOT NULL OR (unit.place_id IS NOT NULL AND unit.body IN ('ubnd', 'mttq', 'ban-dai-dien', 'hdnd')))
$$;

ALTER TABLE lending_loan ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON lending_loan;
CREATE POLICY of_scope ON lending_loan TO dongvon_web USING (
    (SELECT scope_everything())
    OR unit_id = ANY ((SELECT scope_units())::uuid[])
    OR place = ANY ((SELECT lending_reach())::text[])
    OR (place || ':' || organisation) = ANY ((SELECT lending_reach())::text[])
    OR (':' || organisation) = ANY ((SELECT lending_reach())::text[])
) WITH CHECK ((SELECT scope_everything()) OR unit_id = ANY ((SELECT scope_units())::uuid[]));

ALTER TABLE lending_snapshot ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON lending_snapshot;
CREATE POLICY of_scope ON lending_snapshot FOR SELECT TO dongvon_web USING (
    (SELECT scope_everything())
    OR unit_id = ANY ((SELECT scope_units())::uuid[])
    OR place = ANY ((SELECT lending_reach())::text[])
    OR (place || ':' || organisation) = ANY ((SELECT lending_reach())::text[])
    OR (':' || organisation) = ANY ((SELECT lending_reach())::text[])
);

-- What belongs to a loan is seen by whoever sees the loan.
DO $$
DECLARE
    owned text;
BEGIN
    FOREACH owned IN ARRAY ARRAY[
        'instalment', 'movement', 'disbursement', 'receipt', 'receiptreversal', 'overduetransfer', 'loanextension',
        'rescheduling', 'rollover', 'freeze', 'freezeend', 'writeoff', 'recovery', 'reduction', 'suspension', 'notice', 'carriedinterest'
    ] LOOP
        EXECUTE format('ALTER TABLE lending_%s ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('DROP POLICY IF EXISTS of_scope ON lending_%s', owned);
        EXECUTE format(
            'CREATE POLICY of_scope ON lending_%s TO dongvon_web USING (EXISTS (SELECT FROM lending_loan l WHERE l.id = loan_id))',
            owned
        );
    END LOOP;
    FOREACH owned IN ARRAY ARRAY[
        'loan', 'snapshot', 'receiptline',
        'instalment', 'movement', 'disbursement', 'receipt', 'receiptreversal', 'overduetransfer', 'loanextension',
        'rescheduling', 'rollover', 'freeze', 'freezeend', 'writeoff', 'recovery', 'reduction', 'suspension', 'notice', 'carriedinterest'
    ] LOOP
        EXECUTE format('DROP POLICY IF EXISTS of_jobs ON lending_%s', owned);
        EXECUTE format('CREATE POLICY of_jobs ON lending_%s TO dongvon_worker USING (true)', owned);
    END LOOP;
END $$;

ALTER TABLE lending_receiptline ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON lending_receiptline;
CREATE POLICY of_scope ON lending_receiptline TO dongvon_web
    USING (EXISTS (SELECT FROM lending_receipt r WHERE r.id = receipt_id));

-- Loans and instalments are rewritten in place: room on the page keeps such an update away from the indexes.
ALTER TABLE lending_loan SET (fillfactor = 85);
ALTER TABLE lending_instalment SET (fillfactor = 90);

-- What happened stays.
REVOKE DELETE, TRUNCATE ON lending_loan, lending_instalment, lending_closerun, lending_snapshot
    FROM dongvon_web, dongvon_worker;
REVOKE INSERT, UPDATE ON lending_snapshot, lending_closerun, lending_closestep FROM dongvon_web;
