-- What each group of a transaction point owes by a session: open loans, their balance, principal of instalments due by
-- that day, interest up to the day before it.
SELECT g.id, g.code, leader.id, leader.full_name, g.organisation, count(*),
       sum(l.in_term + l.overdue + l.frozen)::bigint,
       sum(coalesce(due.principal, 0))::bigint,
       sum(greatest(0, lending_dong(earned.in_term) - l.collected_in_term)
           + greatest(0, lending_dong(earned.overdue) - l.collected_overdue))::bigint
FROM groups_group g
JOIN people_person leader ON leader.id = g.leader_id
JOIN lending_loan l ON l.group_id = g.id AND l.closed_on IS NULL
CROSS JOIN LATERAL lending_earned(l, %(until)s) AS earned
LEFT JOIN LATERAL (
    SELECT sum(i.principal - i.paid) AS principal
    FROM lending_instalment i
    WHERE i.loan_id = l.id AND i.due_on <= %(until)s AND i.principal > i.paid
) AS due ON true
WHERE g.point_id = %(point)s
GROUP BY g.id, g.code, leader.id, leader.full_name, g.organisation
ORDER BY g.code;
