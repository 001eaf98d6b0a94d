-- Writes what take_over_life.sql worked out: loans, schedules, movements, receipts and acts.

CREATE TEMP TABLE taken_end ON COMMIT DROP AS
SELECT l.loan, coalesce(sum(f.principal), 0) AS paid, coalesce(max(f.earned), 0) AS earned, coalesce(sum(f.interest), 0) AS met,
       coalesce(max(f.pay_on), l.signed_on) AS until,
       CASE WHEN coalesce(sum(f.principal), 0) = l.approved THEN max(f.pay_on) END AS closed_on,
       CASE WHEN l.fate = 'frozen' THEN (date_trunc('month', l.signed_on) + make_interval(months => l.fate_month))::date END AS frozen_on
FROM taken_loan l LEFT JOIN taken_life f ON f.loan = l.loan
GROUP BY l.loan, l.approved, l.signed_on, l.fate, l.fate_month;
CREATE UNIQUE INDEX ON taken_end (loan);
ANALYZE taken_end;

INSERT INTO lending_loan (
    id, contract_number, series_id, cohort_id, unit_id, place, organisation, group_id, borrower_id, signed_on, session_day,
    term_months, contractual_on, extended_on, final_on, grace_until, overdue_percent, overdue_rate, approved, lent,
    in_term, overdue, frozen, interest_from, earned_in_term, earned_overdue, earned_grace,
    collected_in_term, collected_overdue, collected_grace, closed_on
)
SELECT l.loan, l.contract_number, l.series, l.cohort_id, l.unit, l.place, l.organisation, l.group_id, l.borrower, l.signed_on,
       l.session_day, l.term_months, l.contractual_on, l.contractual_on, l.final_on, l.grace_until, l.overdue_percent,
       l.overdue_rate, l.approved, l.approved, l.approved - e.paid, 0, 0, e.until, e.earned, 0, 0, e.met, 0, 0, e.closed_on
FROM taken_loan l JOIN taken_end e ON e.loan = l.loan;

INSERT INTO lending_instalment (loan_id, number, contractual_on, session_on, due_on, principal, paid, overdue)
SELECT p.loan, p.number, p.contractual_on, p.session_on, p.session_on, p.principal,
       CASE WHEN e.closed_on IS NOT NULL OR p.session_on <= e.until AND NOT (l.grace_until IS NOT NULL) THEN p.principal ELSE 0 END, 0
FROM taken_part p JOIN taken_loan l ON l.loan = p.loan JOIN taken_end e ON e.loan = p.loan;

INSERT INTO lending_disbursement (id, loan_id, booked_on, decision, person, posted_at, amount, means)
SELECT lending_taken_id(loan, signed_on), loan, signed_on, '', %(person)s, %(at)s, approved,
       CASE WHEN session_day IS NULL THEN 'cash' ELSE 'session' END
FROM taken_loan;

INSERT INTO lending_receipt (
    id, loan_id, booked_on, value_on, amount, means, overdue_principal, due_principal, further_principal, frozen_principal,
    overdue_interest, interest_arrears, current_interest, grace_interest, person, posted_at
)
SELECT lending_taken_id(f.loan, f.told_on), f.loan, f.told_on, f.told_on, sum(f.principal + f.interest),
       CASE WHEN l.session_day IS NULL THEN 'cash' ELSE 'session' END,
       0, sum(f.due), sum(f.further), 0, 0, 0, sum(f.interest), 0, %(person)s, %(at)s
FROM taken_life f JOIN taken_loan l ON l.loan = f.loan
GROUP BY f.loan, f.told_on, l.session_day
HAVING sum(f.principal + f.interest) > 0;

INSERT INTO lending_receiptline (receipt_id, number, was_overdue, amount)
SELECT lending_taken_id(f.loan, f.told_on), p.number, false, p.principal
FROM taken_life f
JOIN taken_part p ON p.loan = f.loan AND (p.session_on = f.pay_on OR f.further > 0 AND p.session_on > f.pay_on)
WHERE f.principal > 0 AND p.principal > 0;

CREATE TEMP TABLE taken_move ON COMMIT DROP AS
SELECT loan, signed_on AS moved_on, approved AS in_term, 0::bigint AS overdue, 0::bigint AS frozen, 'disbursement' AS cause,
       lending_taken_id(loan, signed_on) AS source
FROM taken_loan
UNION ALL
SELECT loan, pay_on, -principal, 0, 0, 'receipt', lending_taken_id(loan, told_on) FROM taken_life WHERE principal > 0
UNION ALL
SELECT l.loan, e.frozen_on, -(l.approved - e.paid), 0, l.approved - e.paid, 'freeze', lending_taken_id(l.loan, e.frozen_on)
FROM taken_loan l JOIN taken_end e ON e.loan = l.loan
WHERE e.frozen_on < %(on)s AND e.closed_on IS NULL;

-- Unpaid parts went overdue under the regime of their contract; those of the day itself are left to its closing.
WITH gone AS (
    SELECT p.loan, p.number, p.principal, CASE WHEN l.unpaid = 'overdue' THEN p.session_on ELSE l.final_on END AS gone_on
    FROM taken_loan l JOIN taken_part p ON p.loan = l.loan JOIN taken_end e ON e.loan = l.loan
    WHERE l.fate = 'stopped' AND e.closed_on IS NULL AND p.session_on > e.until AND p.principal > 0
), marked AS (
    UPDATE lending_instalment i SET overdue = g.principal, overdue_on = g.gone_on
    FROM gone g WHERE i.loan_id = g.loan AND i.number = g.number AND g.gone_on < %(on)s
    RETURNING g.loan, g.gone_on, g.principal
)
INSERT INTO taken_move
SELECT loan, gone_on, -sum(principal)::bigint, sum(principal)::bigint, 0, 'overdue', lending_taken_id(loan, gone_on)
FROM marked GROUP BY loan, gone_on;

INSERT INTO lending_overduetransfer (id, loan_id, booked_on, decision, person, posted_at, amount)
SELECT source, loan, moved_on, '', %(person)s, %(at)s, overdue FROM taken_move WHERE cause = 'overdue';

INSERT INTO lending_freeze (
    id, loan_id, booked_on, decision, person, posted_at, from_on, until_on, months, cause_code, reason, damage_percent,
    in_term, overdue
)
SELECT m.source, m.loan, m.moved_on, l.decision, %(person)s, %(at)s, m.moved_on, (m.moved_on + interval '36 months')::date, 36,
       'K1', '', 60, m.frozen, 0
FROM taken_move m JOIN taken_loan l ON l.loan = m.loan WHERE m.cause = 'freeze';

INSERT INTO lending_movement (loan_id, value_on, booked_on, in_term, overdue, frozen, resting, cause, source)
SELECT loan, moved_on, moved_on, in_term, overdue, frozen, 0, cause, source FROM taken_move;
ANALYZE taken_move;

UPDATE lending_loan l
SET in_term = l.in_term + m.in_term, overdue = m.overdue, frozen = m.frozen, interest_from = greatest(l.interest_from, m.until)
FROM (
    SELECT loan, sum(in_term) AS in_term, sum(overdue) AS overdue, sum(frozen) AS frozen, max(moved_on) AS until
    FROM taken_move WHERE cause IN ('overdue', 'freeze') GROUP BY loan
) AS m
WHERE l.id = m.loan;

DO $$ BEGIN PERFORM lending_recount(loan) FROM taken_move WHERE cause IN ('overdue', 'freeze'); END $$;
