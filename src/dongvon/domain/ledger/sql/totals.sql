-- Cumulative debits and credits of each account through the day asked for: the last closing before it, and what followed.
WITH asked AS (
    SELECT coalesce((SELECT max(day) FROM ledger_day WHERE day <= %(day)s), '-infinity'::date) AS closed
),
carried AS (
    SELECT DISTINCT ON (account_id, unit_id) account_id, unit_id, debit, credit
    FROM ledger_closing, asked
    WHERE day <= asked.closed AND (%(unit)s::uuid IS NULL OR unit_id = %(unit)s::uuid)
    ORDER BY account_id, unit_id, day DESC
),
open_legs AS (
    SELECT debit_id AS account_id, amount AS debit, 0::bigint AS credit FROM ledger_transfer, asked
    WHERE day > asked.closed AND day <= %(day)s AND (%(unit)s::uuid IS NULL OR unit_id = %(unit)s::uuid)
    UNION ALL
    SELECT credit_id, 0, amount FROM ledger_transfer, asked
    WHERE day > asked.closed AND day <= %(day)s AND (%(unit)s::uuid IS NULL OR unit_id = %(unit)s::uuid)
)
SELECT account.number, sum(part.debit)::bigint AS debit, sum(part.credit)::bigint AS credit
FROM (
    SELECT account_id, debit, credit FROM carried
    UNION ALL
    SELECT account_id, debit, credit FROM open_legs
) AS part
JOIN ledger_account account ON account.id = part.account_id
GROUP BY account.number;
