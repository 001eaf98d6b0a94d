-- Who sees a loan: its office, its group's leader, the units of its commune, and the managing organisation at any level.

ALTER TABLE lending_loan ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON lending_loan;
CREATE POLICY of_scope ON lending_loan TO dongvon_web USING (
    (SELECT scope_everything())
    OR unit_id = ANY ((SELECT scope_units())::uuid[])
    OR group_id = ANY ((SELECT scope_groups())::uuid[])
    OR place = ANY ((SELECT scope_managed())::text[])
    OR (place || ':' || organisation) = ANY ((SELECT scope_managed())::text[])
    OR (':' || organisation) = ANY ((SELECT scope_managed())::text[])
) WITH CHECK ((SELECT scope_everything()) OR unit_id = ANY ((SELECT scope_units())::uuid[]));

ALTER TABLE lending_snapshot ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON lending_snapshot;
CREATE POLICY of_scope ON lending_snapshot FOR SELECT TO dongvon_web USING (
    (SELECT scope_everything())
    OR unit_id = ANY ((SELECT scope_units())::uuid[])
    OR group_id = ANY ((SELECT scope_groups())::uuid[])
    OR place = ANY ((SELECT scope_managed())::text[])
    OR (place || ':' || organisation) = ANY ((SELECT scope_managed())::text[])
    OR (':' || organisation) = ANY ((SELECT scope_managed())::text[])
);

-- What belongs to a loan is seen by whoever sees the loan.
DO $$
DECLARE
    owned text;
BEGIN
    FOREACH owned IN ARRAY ARRAY[
        'instalment', 'movement', 'disbursement', 'receipt', 'receiptreversal', 'overduetransfer', 'loanextension',
        'rescheduling', 'rollover', 'freeze', 'freezeend', 'writeoff', 'recovery', 'reduction', 'suspension', 'notice', 'petition', 'usecheck', 'balancecheck'
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
        'rescheduling', 'rollover', 'freeze', 'freezeend', 'writeoff', 'recovery', 'reduction', 'suspension', 'notice', 'petition', 'usecheck', 'balancecheck'
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
