-- Each closing, recomputed from the transfers themselves: rows that disagree.
WITH turnover AS (
    SELECT account, unit_id, day, sum(debit) AS debit, sum(credit) AS credit
    FROM (
        SELECT debit_id AS account, unit_id, day, amount AS debit, 0::bigint AS credit FROM ledger_transfer
        UNION ALL
        SELECT credit_id, unit_id, day, 0, amount FROM ledger_transfer
    ) AS legs
    GROUP BY account, unit_id, day
)
SELECT account.number, closing.day, closing.debit, closing.credit,
       coalesce(sum(turnover.debit), 0)::bigint, coalesce(sum(turnover.credit), 0)::bigint
FROM ledger_closing closing
JOIN ledger_account account ON account.id = closing.account_id
LEFT JOIN turnover
    ON turnover.account = closing.account_id AND turnover.unit_id = closing.unit_id AND turnover.day <= closing.day
WHERE closing.day = (SELECT max(day) FROM ledger_day)
GROUP BY account.number, closing.day, closing.debit, closing.credit, closing.unit_id
HAVING (closing.debit, closing.credit) IS DISTINCT FROM
       (coalesce(sum(turnover.debit), 0)::bigint, coalesce(sum(turnover.credit), 0)::bigint);
