-- The mirror image of transfers, on the business date given; each names what it reverses.
INSERT INTO ledger_transfer
    (id, day, debit_id, credit_id, amount, code, about, unit_id, place, person, posted_at, reverses_id)
SELECT line.id, %(day)s, old.credit_id, old.debit_id, old.amount, old.code, old.about, old.unit_id, old.place,
       %(person)s, %(posted_at)s, old.id
FROM unnest(%(ids)s::uuid[], %(reversed)s::uuid[]) AS line (id, reversed)
JOIN ledger_transfer old ON old.id = line.reversed AND old.reverses_id IS NULL;
