-- What came in, in the books: one line an office, commune and account against the account of takeovers, or off the balance sheet.
SELECT ledger_book(
    %(on)s, %(person)s, %(at)s, array_agg(gen_random_uuid()), array_agg(number), array_agg(contra), array_agg(amount),
    array_agg('handover'::text), array_agg(%(handover)s::uuid), array_agg(unit_id), array_agg(place)
)
FROM (
    SELECT account.number::text AS number, account.contra, b.unit_id, b.place::text AS place, sum(account.amount)::bigint AS amount
    FROM brought b
    JOIN lending_accountset a ON a.series_id = b.series_id
    CROSS JOIN LATERAL (VALUES
        (a.in_term, %(contra)s::text, b.in_term), (a.overdue, %(contra)s, b.overdue), (a.frozen, %(contra)s, b.frozen),
        (a.written_off, '9999', CASE WHEN b.is_gone THEN b.gone_principal + b.gone_interest ELSE 0 END)
    ) AS account (number, contra, amount)
    WHERE account.amount > 0
    GROUP BY account.number, account.contra, b.unit_id, b.place
) AS line
HAVING count(*) > 0;
