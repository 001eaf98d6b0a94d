-- The months asked for, whose rows were removed, made from all their snapshots: debts of the last day, turnover of every day.
WITH asked AS (
    SELECT month, (month + interval '1 month')::date AS next FROM unnest(%(months)s::date[]) AS month
), last AS (
    SELECT asked.month, asked.next, (
        SELECT max(day) FROM lending_snapshot WHERE day >= asked.month AND day < asked.next
    ) AS day
    FROM asked
)
INSERT INTO insight_summary (
    month, unit_id, place, organisation, programme_id, fund, day, loans, overdue_loans, in_term, overdue, frozen, owed, owed_grace,
    lent, repaid, interest
)
SELECT last.month, s.unit_id, s.place, s.organisation, series.programme_id, series.fund, last.day,
       coalesce(sum(s.loans) FILTER (WHERE s.day = last.day), 0) AS loans,
       coalesce(sum(s.overdue_loans) FILTER (WHERE s.day = last.day), 0) AS overdue_loans,
       coalesce(sum(s.in_term) FILTER (WHERE s.day = last.day), 0) AS in_term,
       coalesce(sum(s.overdue) FILTER (WHERE s.day = last.day), 0) AS overdue,
       coalesce(sum(s.frozen) FILTER (WHERE s.day = last.day), 0) AS frozen,
       coalesce(sum(s.owed_in_term + s.owed_overdue) FILTER (WHERE s.day = last.day), 0) AS owed,
       coalesce(sum(s.owed_grace) FILTER (WHERE s.day = last.day), 0) AS owed_grace,
       sum(s.lent) AS lent, sum(s.repaid) AS repaid, sum(s.interest) AS interest
FROM last
JOIN lending_snapshot s ON s.day >= last.month AND s.day < last.next
JOIN programmes_rateseries series ON series.id = s.series_id
GROUP BY last.month, last.day, s.unit_id, s.place, s.organisation, series.programme_id, series.fund;
