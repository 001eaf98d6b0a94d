-- Loans whose stores of interest are not what their movements make of them, in đồng × percent × days; the first hundred.
SELECT l.contract_number, fault.subject, fault.kept, fault.found
FROM lending_loan l
CROSS JOIN LATERAL lending_earned_by_movements(l, l.interest_from) AS made
CROSS JOIN LATERAL (VALUES
    ('interest in term', l.earned_in_term, made.in_term),
    ('interest overdue', l.earned_overdue, made.overdue),
    ('interest of grace', l.earned_grace, made.grace)
) AS fault (subject, kept, found)
WHERE fault.kept <> fault.found AND (%(unit)s::uuid IS NULL OR l.unit_id = %(unit)s::uuid)
ORDER BY l.contract_number, fault.subject
LIMIT 100
