-- What each group's loans did in a month: interest and the balance it came from, principal due and met, receipts on session days.
WITH month AS (
    SELECT %(month)s::date AS first, (%(month)s::date + interval '1 month')::date AS next
), taken AS (
    SELECT l.group_id,
           sum(each.interest) AS interest,
           sum(each.interest * 1200 / segment.percent)
               FILTER (WHERE segment.percent > 0 AND programme.code <> %(homes)s) AS base,
           count(*) AS receipts,
           count(*) FILTER (WHERE extract(day FROM r.booked_on) = least(
               l.session_day, extract(day FROM (date_trunc('month', r.booked_on) + interval '1 month - 1 day'))
           ) OR EXISTS (
               SELECT FROM groups_sessionmove move WHERE move.point_id = g.point_id AND move.to_on = r.booked_on
           )) AS at_session
    FROM month
    JOIN lending_receipt r ON r.booked_on >= month.first AND r.booked_on < month.next
    JOIN lending_loan l ON l.id = r.loan_id
    JOIN groups_group g ON g.id = l.group_id
    JOIN programmes_rateseries series ON series.id = l.series_id
    JOIN programmes_programme programme ON programme.id = series.programme_id
    CROSS JOIN LATERAL (
        SELECT r.overdue_interest + r.interest_arrears + r.current_interest + r.grace_interest AS interest
    ) AS each
    LEFT JOIN programmes_ratesegment segment
        ON segment.cohort_id = l.cohort_id AND segment.starts_on <= r.value_on
       AND (segment.ends_on IS NULL OR segment.ends_on > r.value_on)
    WHERE NOT EXISTS (SELECT FROM lending_receiptreversal undone WHERE undone.receipt_id = r.id)
    GROUP BY l.group_id
), due AS (
    SELECT l.group_id, sum(i.principal) AS principal, sum(i.paid) AS paid
    FROM month
    JOIN lending_instalment i ON i.due_on >= month.first AND i.due_on < month.next
    JOIN lending_loan l ON l.id = i.loan_id
    WHERE l.group_id IS NOT NULL
    GROUP BY l.group_id
), ends AS (
    SELECT (SELECT max(day) FROM lending_snapshot WHERE day < month.first) AS before,
           (SELECT max(day) FROM lending_snapshot WHERE day >= month.first AND day < month.next) AS last
    FROM month
), homes AS (
    SELECT s.group_id, sum(s.in_term) / (
        SELECT count(DISTINCT day) FROM lending_snapshot, month WHERE day >= month.first AND day < month.next
    ) AS balance
    FROM month
    JOIN lending_snapshot s ON s.day >= month.first AND s.day < month.next
    JOIN programmes_rateseries series ON series.id = s.series_id
    JOIN programmes_programme programme ON programme.id = series.programme_id AND programme.code = %(homes)s
    GROUP BY s.group_id
), stands AS (
    SELECT s.group_id,
           sum(s.overdue) FILTER (WHERE s.day = ends.last) AS overdue,
           sum(s.in_term + s.overdue + s.frozen) FILTER (WHERE s.day = ends.last) AS outstanding,
           coalesce(sum(s.owed_in_term + s.owed_overdue) FILTER (WHERE s.day = ends.last), 0)
               - coalesce(sum(s.owed_in_term + s.owed_overdue) FILTER (WHERE s.day = ends.before), 0) AS owed_more
    FROM ends
    JOIN lending_snapshot s ON s.day IN (ends.before, ends.last)
    GROUP BY s.group_id
)
SELECT g.place_id, g.id,
       coalesce(taken.interest, 0)::bigint,
       coalesce(taken.base, 0),
       coalesce(stands.overdue, 0)::bigint,
       coalesce(stands.outstanding, 0)::bigint,
       coalesce(homes.balance, 0),
       100.0 * taken.at_session / taken.receipts,
       CASE WHEN due.principal > 0 THEN least(100, 100.0 * due.paid / due.principal) END,
       CASE WHEN coalesce(taken.interest, 0) + stands.owed_more > 0
            THEN least(100, 100.0 * coalesce(taken.interest, 0) / (coalesce(taken.interest, 0) + stands.owed_more)) END,
       100.0 * stands.overdue / nullif(stands.outstanding, 0)
FROM groups_group g
LEFT JOIN taken ON taken.group_id = g.id
LEFT JOIN due ON due.group_id = g.id
LEFT JOIN homes ON homes.group_id = g.id
LEFT JOIN stands ON stands.group_id = g.id
WHERE g.founded_on <= %(month)s AND (g.ended_on IS NULL OR g.ended_on > %(month)s)
ORDER BY g.place_id, g.id;
