-- Interest owed at the last close, by office and account off the balance sheet.
SELECT s.unit_id, account.number, sum(account.owed)::bigint AS amount
FROM lending_snapshot s
JOIN lending_accountset a ON a.series_id = s.series_id
CROSS JOIN LATERAL (VALUES
    (a.owed_in_term, s.owed_in_term), (a.owed_overdue, s.owed_overdue), (a.owed_grace, s.owed_grace)
) AS account (number, owed)
WHERE s.day = (SELECT max(day) FROM lending_closerun WHERE finished_at IS NOT NULL)
  AND (%(unit)s::uuid IS NULL OR s.unit_id = %(unit)s::uuid)
GROUP BY s.unit_id, account.number
