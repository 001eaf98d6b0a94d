-- The open loans of a group: what each owes by a day, interest up to the day before it, principal of instalments due by it.
SELECT l.borrower_id, l.id, l.contract_number, programme.code, programme.name,
       l.in_term + l.overdue + l.frozen,
       l.overdue,
       greatest(0, lending_dong(earned.in_term) - l.collected_in_term)
           + greatest(0, lending_dong(earned.overdue) - l.collected_overdue),
       coalesce(due.principal, 0)::bigint,
       due.since
FROM lending_loan l
JOIN programmes_rateseries series ON series.id = l.series_id
JOIN programmes_programme programme ON programme.id = series.programme_id
CROSS JOIN LATERAL lending_earned(l, %(until)s) AS earned
LEFT JOIN LATERAL (
    SELECT sum(i.principal - i.paid) AS principal, min(i.due_on) FILTER (WHERE i.due_on < %(today)s) AS since
    FROM lending_instalment i
    WHERE i.loan_id = l.id AND i.due_on <= %(until)s AND i.principal > i.paid
) AS due ON true
WHERE l.group_id = %(group)s AND l.closed_on IS NULL
ORDER BY l.contract_number;
