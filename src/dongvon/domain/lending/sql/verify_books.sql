-- What the loans of each office come to on each account, to be held against the books.
SELECT l.unit_id, account.number, sum(account.amount)::bigint AS amount
FROM lending_loan l
JOIN lending_accountset a ON a.series_id = l.series_id
CROSS JOIN LATERAL (VALUES (a.in_term, l.in_term), (a.overdue, l.overdue), (a.frozen, l.frozen)) AS account (number, amount)
WHERE %(unit)s::uuid IS NULL OR l.unit_id = %(unit)s::uuid
GROUP BY l.unit_id, account.number
