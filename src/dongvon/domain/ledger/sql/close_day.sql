-- Carries each account's totals forward over the day that has just been closed.
WITH moved AS (
    SELECT account, unit_id, sum(debit) AS debit, sum(credit) AS credit
    FROM (
        SELECT debit_id AS account, unit_id, amount AS debit, 0::bigint AS credit
        FROM ledger_transfer WHERE day > %(since)s AND day <= %(day)s
        UNION ALL
        SELECT credit_id, unit_id, 0, amount
        FROM ledger_transfer WHERE day > %(since)s AND day <= %(day)s
    ) AS legs
    GROUP BY account, unit_id
)
INSERT INTO ledger_closing (account_id, unit_id, day, debit, credit)
SELECT moved.account, moved.unit_id, %(day)s,
       moved.debit + coalesce(before.debit, 0), moved.credit + coalesce(before.credit, 0)
FROM moved
LEFT JOIN LATERAL (
    SELECT debit, credit FROM ledger_closing
    WHERE account_id = moved.account AND unit_id = moved.unit_id AND day < %(day)s
    ORDER BY day DESC LIMIT 1
) AS before ON true;
