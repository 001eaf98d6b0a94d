-- Two parts of each loan; every 900th is due on the day itself, and so many fall within the period of notice.
INSERT INTO lending_instalment (loan_id, number, contractual_on, session_on, due_on, principal, paid, overdue, overdue_on)
SELECT l.id, part.number, part.due_on + 10, part.due_on, part.due_on, l.lent / 2, 0,
       CASE WHEN l.overdue > 0 THEN l.lent / 2 ELSE 0 END, CASE WHEN l.overdue > 0 THEN %(day)s::date - 90 END
FROM (
    SELECT *, ('x' || substr(id::text, 1, 8) || substr(id::text, 10, 4))::bit(48)::bigint AS n
    FROM lending_loan WHERE id >= %(first_id)s AND id <= %(last_id)s
) AS l
CROSS JOIN LATERAL (VALUES (1, %(day)s::date + (l.n * 31 %% 900)::int), (2, l.final_on + 900)) AS part (number, due_on)
