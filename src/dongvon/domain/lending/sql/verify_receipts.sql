-- What was collected, by the loans and by their receipts; the first hundred that disagree.
WITH met AS (
    SELECT r.loan_id, sum(r.interest_arrears + r.current_interest) AS in_term, sum(r.overdue_interest) AS overdue,
           sum(r.grace_interest) AS grace
    FROM lending_receipt r
    JOIN lending_loan l ON l.id = r.loan_id AND (%(unit)s::uuid IS NULL OR l.unit_id = %(unit)s::uuid)
    LEFT JOIN lending_receiptreversal v ON v.receipt_id = r.id
    WHERE v.id IS NULL
    GROUP BY r.loan_id
)
SELECT l.contract_number, fault.subject, fault.kept, fault.found
FROM lending_loan l
LEFT JOIN met ON met.loan_id = l.id
CROSS JOIN LATERAL (VALUES
    ('collected in term', l.collected_in_term, coalesce(met.in_term, 0)),
    ('collected overdue', l.collected_overdue, coalesce(met.overdue, 0)),
    ('collected of grace', l.collected_grace, coalesce(met.grace, 0))
) AS fault (subject, kept, found)
WHERE fault.kept <> fault.found AND (%(unit)s::uuid IS NULL OR l.unit_id = %(unit)s::uuid)
ORDER BY l.contract_number, fault.subject
LIMIT 100
