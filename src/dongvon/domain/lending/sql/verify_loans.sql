-- Loans whose row does not say what their movements, schedule and disbursements say; the first hundred.
-- Each loan asks for its own lines by their index: no plan is guessed over sums whose size nobody knows.
SELECT l.contract_number, fault.subject, fault.kept, fault.found
FROM lending_loan l
LEFT JOIN LATERAL (
    SELECT sum(in_term) AS in_term, sum(overdue) AS overdue, sum(frozen) AS frozen, sum(resting) AS resting
    FROM lending_movement WHERE loan_id = l.id
) AS moved ON true
LEFT JOIN LATERAL (
    SELECT sum(principal - paid) AS owed, sum(overdue) AS overdue FROM lending_instalment WHERE loan_id = l.id
) AS scheduled ON true
LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM lending_disbursement WHERE loan_id = l.id) AS handed ON true
LEFT JOIN lending_writeoff w ON w.loan_id = l.id
CROSS JOIN LATERAL (VALUES
    ('in_term', l.in_term, coalesce(moved.in_term, 0)),
    ('overdue', l.overdue, coalesce(moved.overdue, 0)),
    ('frozen', l.frozen, coalesce(moved.frozen, 0)),
    ('resting', 0, coalesce(moved.resting, 0)),
    ('schedule', l.in_term + l.overdue + l.frozen, CASE WHEN w.id IS NULL THEN coalesce(scheduled.owed, 0) ELSE 0 END),
    ('schedule overdue', l.overdue, CASE WHEN l.frozen > 0 OR w.id IS NOT NULL THEN l.overdue ELSE coalesce(scheduled.overdue, 0) END),
    ('lent', l.lent, coalesce(handed.amount, l.lent))
) AS fault (subject, kept, found)
WHERE fault.kept <> fault.found AND (%(unit)s::uuid IS NULL OR l.unit_id = %(unit)s::uuid)
ORDER BY l.contract_number, fault.subject
LIMIT 100
