-- The effect of a close, written by hand for one day and nothing else: one reading of all loans, grouped, into rows of the same shape.
INSERT INTO bench_floor
SELECT l.unit_id, l.place, l.organisation, l.series_id, coalesce(l.group_id, '00000000-0000-0000-0000-000000000000'),
       count(*), sum(l.in_term), sum(l.overdue), sum(l.frozen),
       sum(div(l.earned_in_term + l.in_term * (s.percent * (%(until)s - l.interest_from)) + 18250, 36500)::bigint - l.collected_in_term),
       sum(div(l.earned_overdue + l.overdue * (s.percent * 1.3 * (%(until)s - l.interest_from)) + 18250, 36500)::bigint - l.collected_overdue),
       sum(div(l.earned_grace + 18250, 36500)::bigint - l.collected_grace)
FROM lending_loan l
JOIN programmes_ratesegment s ON s.cohort_id = l.cohort_id AND s.starts_on <= l.interest_from
    AND (s.ends_on IS NULL OR s.ends_on > l.interest_from)
WHERE l.closed_on IS NULL
GROUP BY 1, 2, 3, 4, 5
