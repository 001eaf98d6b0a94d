-- What was collected, by the loans and by their receipts; the first hundred that disagree.
SELECT l.contract_number, fault.subject, fault.kept, fault.found
FROM lending_loan l
LEFT JOIN LATERAL (
    SELECT sum(r.interest_arrears + r.current_interest) AS in_term, sum(r.overdue_interest) AS overdue,
           sum(r.grace_interest) AS grace
    FROM lending_receipt r LEFT JOIN lending_receiptreversal v ON v.receipt_id = r.id
    WHERE r.loan_id = l.id AND v.id IS NULL
) AS met ON true
CROSS JOIN LATERAL (VALUES
    ('collected in term', l.collected_in_term, coalesce(met.in_term, 0)),
    ('collected overdue', l.collected_overdue, coalesce(met.overdue, 0)),
    ('collected of grace', l.collected_grace, coalesce(met.grace, 0))
) AS fault (subject, kept, found)
WHERE fault.kept <> fault.found AND (%(unit)s::uuid IS NULL OR l.unit_id = %(unit)s::uuid)
ORDER BY l.contract_number, fault.subject
LIMIT 100
