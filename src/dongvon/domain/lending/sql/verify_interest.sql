-- Loans whose stores of interest are not what their movements make of them, in đồng × percent × days; the first hundred.
-- Every day has the percent × days of its cohort's rates before it: what a movement earned is the difference between two of them,
-- so a whole country's movements are summed in one reading.
WITH rate AS MATERIALIZED (
    SELECT cohort_id, percent, starts_on, coalesce(ends_on, 'infinity') AS ends_on,
           coalesce(lead(starts_on) OVER later, 'infinity') AS next_on,
           coalesce(sum(percent * (ends_on - starts_on)) OVER (later ROWS UNBOUNDED PRECEDING EXCLUDE CURRENT ROW), 0) AS before
    FROM programmes_ratesegment WINDOW later AS (PARTITION BY cohort_id ORDER BY starts_on)
), moved AS (
    SELECT l.id, sum(m.in_term) AS in_term, sum(m.overdue) AS overdue,
           sum(m.in_term * coalesce(r.before + r.percent * (least(m.value_on, r.ends_on) - r.starts_on), 0)) AS in_term_before,
           sum(m.overdue * coalesce(r.before + r.percent * (least(m.value_on, r.ends_on) - r.starts_on), 0)) AS overdue_before,
           sum(m.overdue * (l.interest_from - m.value_on)) AS overdue_days,
           sum(m.in_term) FILTER (WHERE m.value_on < l.grace_until) AS grace,
           sum(m.in_term * coalesce(r.before + r.percent * (least(m.value_on, r.ends_on) - r.starts_on), 0))
               FILTER (WHERE m.value_on < l.grace_until) AS grace_before
    FROM lending_loan l
    JOIN lending_movement m ON m.loan_id = l.id AND m.value_on < l.interest_from
    LEFT JOIN rate r ON r.cohort_id = l.cohort_id AND r.starts_on <= m.value_on AND r.next_on > m.value_on
    WHERE %(unit)s::uuid IS NULL OR l.unit_id = %(unit)s::uuid
    GROUP BY l.id
), given AS (
    SELECT loan_id, sum(in_term) AS in_term, sum(overdue) AS overdue, sum(grace) AS grace
    FROM (
        SELECT loan_id, CASE store WHEN 'in_term' THEN -amount END AS in_term,
               CASE store WHEN 'overdue' THEN -amount END AS overdue, CASE store WHEN 'grace' THEN -amount END AS grace
        FROM lending_reduction
        UNION ALL
        SELECT loan_id, carried_in_term, carried_overdue, carried_grace FROM lending_origin
    ) AS each GROUP BY loan_id
), made AS (
    SELECT l.contract_number, l.earned_in_term, l.earned_overdue, l.earned_grace,
           36500 * coalesce(g.in_term, 0) + coalesce(
               m.in_term * till.whole - m.in_term_before - coalesce(m.grace * till.grace - m.grace_before, 0), 0) AS in_term,
           36500 * coalesce(g.overdue, 0) + coalesce(
               (m.overdue * till.whole - m.overdue_before) * l.overdue_percent * 0.01, m.overdue_days * l.overdue_rate, 0) AS overdue,
           36500 * coalesce(g.grace, 0) + coalesce(m.grace * till.grace - m.grace_before, 0) AS grace
    FROM lending_loan l
    LEFT JOIN moved m ON m.id = l.id
    LEFT JOIN given g ON g.loan_id = l.id
    LEFT JOIN rate r ON r.cohort_id = l.cohort_id AND r.starts_on <= l.interest_from AND r.next_on > l.interest_from
    LEFT JOIN rate e ON e.cohort_id = l.cohort_id AND e.starts_on <= l.grace_until AND e.next_on > l.grace_until
    CROSS JOIN LATERAL (
        SELECT coalesce(r.before + r.percent * (least(l.interest_from, r.ends_on) - r.starts_on), 0) AS whole,
               coalesce(e.before + e.percent * (least(l.grace_until, e.ends_on) - e.starts_on), 0) AS ended
    ) AS day
    CROSS JOIN LATERAL (SELECT day.whole, least(day.whole, day.ended) AS grace) AS till
    WHERE %(unit)s::uuid IS NULL OR l.unit_id = %(unit)s::uuid
)
SELECT contract_number, fault.subject, fault.kept, fault.found
FROM made
CROSS JOIN LATERAL (VALUES
    ('interest in term', earned_in_term, in_term),
    ('interest overdue', earned_overdue, overdue),
    ('interest of grace', earned_grace, grace)
) AS fault (subject, kept, found)
WHERE fault.kept <> fault.found
ORDER BY contract_number, fault.subject
LIMIT 100
