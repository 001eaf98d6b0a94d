-- Debts written off and not recovered, by office and account off the balance sheet.
SELECT l.unit_id, a.written_off, sum(w.principal + w.interest - coalesce(r.amount, 0))::bigint AS amount
FROM lending_writeoff w
JOIN lending_loan l ON l.id = w.loan_id
JOIN lending_accountset a ON a.series_id = l.series_id
LEFT JOIN (SELECT loan_id, sum(amount) AS amount FROM lending_recovery GROUP BY loan_id) AS r ON r.loan_id = l.id
WHERE %(unit)s::uuid IS NULL OR l.unit_id = %(unit)s::uuid
GROUP BY l.unit_id, a.written_off
