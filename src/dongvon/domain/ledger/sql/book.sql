-- Posts many định khoản in one statement; accounts are named by number. The count tells whether every number was known.
INSERT INTO ledger_transfer (id, day, debit_id, credit_id, amount, code, about, unit_id, place, person, posted_at)
SELECT line.id, %(day)s, debit.id, credit.id, line.amount, line.code, line.about, line.unit, line.place,
       %(person)s, %(posted_at)s
FROM unnest(
    %(ids)s::uuid[], %(debits)s::text[], %(credits)s::text[], %(amounts)s::bigint[],
    %(codes)s::text[], %(abouts)s::uuid[], %(units)s::uuid[], %(places)s::text[]
) AS line (id, debit, credit, amount, code, about, unit, place)
JOIN ledger_account debit ON debit.number = line.debit
JOIN ledger_account credit ON credit.number = line.credit
    AND (credit.kind = 'off_balance') = (debit.kind = 'off_balance');
