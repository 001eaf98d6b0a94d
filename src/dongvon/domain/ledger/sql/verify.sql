-- Every closing beside the sum of all transfers through its day: rows that disagree. One sort of both, by account and unit.
WITH legs AS (
    SELECT debit_id AS account_id, unit_id, day, amount AS debit, 0::bigint AS credit FROM ledger_transfer
    UNION ALL
    SELECT credit_id, unit_id, day, 0, amount FROM ledger_transfer
),
moved AS (
    SELECT account_id, unit_id, day, sum(debit) AS debit, sum(credit) AS credit, NULL::bigint AS kept_debit,
           NULL::bigint AS kept_credit
    FROM legs
    GROUP BY account_id, unit_id, day
    UNION ALL
    SELECT account_id, unit_id, day, 0, 0, debit, credit FROM ledger_closing
),
summed AS (
    SELECT account_id, day, kept_debit, kept_credit, sum(debit) OVER upto AS debit, sum(credit) OVER upto AS credit
    FROM moved
    WINDOW upto AS (PARTITION BY account_id, unit_id ORDER BY day)
)
SELECT account.number, day, kept_debit, kept_credit, debit::bigint, credit::bigint
FROM summed
JOIN ledger_account account ON account.id = summed.account_id
WHERE kept_debit IS NOT NULL AND (kept_debit, kept_credit) <> (debit, credit);
