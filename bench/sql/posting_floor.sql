\set n random(1, :loans)
\set amount random(500000, 1500000)
BEGIN;
SELECT set_config('dongvon.person', '00000000-0000-7000-8000-000000000001', true), set_config('dongvon.units', '{}', true), set_config('dongvon.everything', 'on', true);
SELECT gen_random_uuid() AS receipt, gen_random_uuid() AS key, (lpad(to_hex(:n), 12, '0') || '70008000000000000000') AS loan \gset
SELECT digest FROM audit_event WHERE key = ':key';
SELECT * FROM lending_loan WHERE id = ':loan' FOR UPDATE;
SELECT percent FROM programmes_ratesegment WHERE cohort_id = (SELECT cohort_id FROM lending_loan WHERE id = ':loan');
INSERT INTO lending_receipt (id, booked_on, value_on, amount, means, overdue_principal, due_principal, further_principal, frozen_principal, overdue_interest, interest_arrears, current_interest, grace_interest, person, posted_at, loan_id)
    VALUES (':receipt', '2026-11-24', '2026-11-24', :amount, 'session', 0, 0, :amount - 100000, 0, 0, 50000, 50000, 0, '00000000-0000-7000-8000-000000000001', now(), ':loan');
UPDATE lending_instalment SET paid = paid + 1 WHERE loan_id = ':loan' AND number = 1;
INSERT INTO lending_receiptline (receipt_id, number, was_overdue, amount) VALUES (':receipt', 1, false, :amount - 100000);
INSERT INTO lending_movement (loan_id, value_on, booked_on, in_term, overdue, frozen, resting, cause, source)
    VALUES (':loan', '2026-11-24', '2026-11-24', 100000 - :amount, 0, 0, 0, 'receipt', ':receipt');
UPDATE lending_loan SET interest_from = '2026-11-24', collected_in_term = collected_in_term + 100000, earned_in_term = earned_in_term + 36500 WHERE id = ':loan';
INSERT INTO ledger_transfer (id, day, debit_id, credit_id, amount, code, about, unit_id, place, person, posted_at)
    VALUES (gen_random_uuid(), '2026-11-24', :cash, :loans_account, :amount - 100000, 'repay.in_term', ':loan', ':unit', '25000', '00000000-0000-7000-8000-000000000001', now()),
           (gen_random_uuid(), '2026-11-24', :cash, :income_account, 100000, 'repay.interest', ':loan', ':unit', '25000', '00000000-0000-7000-8000-000000000001', now());
INSERT INTO audit_event (key, verb, person, at, contents, digest, result, about)
    VALUES (':key', 'bench.floor', '00000000-0000-7000-8000-000000000001', now(), '{"on": "2026-11-24", "loan": ":loan", "amount": 1000000, "means": "session", "value_on": null}', '\x00',
            '{"receipt": ":receipt", "amount": 1000000, "overdue_principal": 0, "due_principal": 0, "further_principal": 900000}', ARRAY[':loan'::uuid, ':receipt'::uuid]);
COMMIT;
