-- What the loans of `taken` went through month by month, by the rules of servicing: temporary tables, one batch at a time.

CREATE TEMP TABLE taken_rate ON COMMIT DROP AS
SELECT cohort_id, starts_on, coalesce(ends_on, 'infinity'::date) AS ends_on, percent,
       coalesce(sum(percent * (ends_on - starts_on)) OVER (
           PARTITION BY cohort_id ORDER BY starts_on ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
       ), 0) AS before
FROM programmes_ratesegment;

-- A portfolio may be older than the catalogue: such loans take the first conditions it knows.
CREATE TEMP TABLE taken_terms ON COMMIT DROP AS
SELECT key.series, key.signed_on, key.term_months, cohort.id AS cohort_id, cohort.stated_on,
       term.overdue_percent,
       CASE WHEN term.overdue_percent IS NULL THEN poor.percent END AS overdue_rate,
       rule.months, rule.floor_to, lending_regime(key.series, key.signed_on) AS unpaid
FROM (SELECT DISTINCT series, signed_on, term_months FROM taken) AS key
JOIN programmes_rateseries s ON s.id = key.series
LEFT JOIN LATERAL (
    SELECT c.id, (SELECT min(starts_on) FROM programmes_ratesegment WHERE cohort_id = c.id) AS stated_on
    FROM programmes_ratecohort c WHERE c.series_id = s.id AND c.signed_from <= key.signed_on
    ORDER BY c.signed_from DESC LIMIT 1
) AS cohort ON true
LEFT JOIN LATERAL (
    SELECT t.overdue_percent FROM programmes_term t
    WHERE t.programme_id = s.programme_id AND t.fund = s.fund AND t.granted
    ORDER BY t.valid @> key.signed_on DESC, t.valid LIMIT 1
) AS term ON true
LEFT JOIN LATERAL (
    SELECT seg.percent
    FROM programmes_programme p
    JOIN programmes_rateseries ps ON ps.programme_id = p.id AND ps.fund = s.fund AND ps.priority_class = 'ordinary' AND ps.area = ''
    JOIN programmes_ratecohort c ON c.series_id = ps.id AND c.signed_from <= key.signed_on
    JOIN programmes_ratesegment seg ON seg.cohort_id = c.id AND seg.starts_on <= key.signed_on
    WHERE p.code = '01' AND p.variant = ''
    ORDER BY c.signed_from DESC, seg.starts_on DESC LIMIT 1
) AS poor ON true
LEFT JOIN LATERAL (
    SELECT i.months, i.floor_to FROM lending_instalmentperiod i
    WHERE (i.programme_id = s.programme_id OR i.programme_id IS NULL) AND i.granted AND i.from_on <= key.signed_on
      AND (i.up_to_months >= key.term_months OR i.up_to_months IS NULL)
    ORDER BY i.programme_id NULLS LAST, i.up_to_months NULLS LAST, i.from_on DESC LIMIT 1
) AS rule ON true;

CREATE TEMP TABLE taken_loan ON COMMIT DROP AS
SELECT t.*, k.cohort_id, k.overdue_percent, k.overdue_rate, k.months, k.floor_to, k.unpaid,
       day.contractual_on,
       CASE WHEN t.session_day IS NULL THEN day.contractual_on
            ELSE lending_session_before(day.contractual_on, t.session_day) END AS final_on,
       greatest(1, ceil((extract(year FROM span.left_over) * 12 + extract(month FROM span.left_over)
           + (extract(day FROM span.left_over) > 0)::int) / k.months))::int AS parts
FROM taken t
JOIN taken_terms k USING (series, signed_on, term_months)
CROSS JOIN LATERAL (SELECT (t.signed_on + make_interval(months => t.term_months))::date AS contractual_on) AS day
CROSS JOIN LATERAL (SELECT age(day.contractual_on, coalesce(t.grace_until, t.signed_on)) AS left_over) AS span;
CREATE UNIQUE INDEX ON taken_loan (loan);

CREATE TEMP TABLE taken_part ON COMMIT DROP AS
SELECT l.loan, k.number, day.contractual_on,
       CASE WHEN l.session_day IS NULL THEN day.contractual_on
            ELSE lending_session_before(day.contractual_on, l.session_day) END AS session_on,
       CASE WHEN k.number < l.parts THEN each.part ELSE l.approved - each.part * (l.parts - 1) END AS principal
FROM taken_loan l
CROSS JOIN LATERAL (SELECT l.approved / l.parts / l.floor_to * l.floor_to AS part) AS each
CROSS JOIN LATERAL generate_series(1, l.parts) AS k (number)
CROSS JOIN LATERAL (
    SELECT CASE WHEN k.number < l.parts
        THEN (coalesce(l.grace_until, l.signed_on) + make_interval(months => k.number * l.months))::date
        ELSE l.contractual_on END AS contractual_on
) AS day;

-- Money of sessions before `told_since` is told as one receipt of the last of them.
-- Sessions at which the borrower paid: interest since the last one, and principal due; with the fate "settled" all the rest.
CREATE TEMP TABLE taken_session ON COMMIT DROP AS
SELECT l.loan, m.month, day.pay_on, l.approved, coalesce(p.principal, 0) AS due,
       l.fate = 'settled' AND m.month = l.fate_month AS settles, r.before + r.percent * (day.pay_on - r.starts_on) AS through
FROM taken_loan l
CROSS JOIN LATERAL generate_series(1, least(
    l.term_months, l.fate_month - (l.fate IN ('stopped', 'frozen'))::int,
    (extract(year FROM age(%(on)s, date_trunc('month', l.signed_on))) * 12
     + extract(month FROM age(%(on)s, date_trunc('month', l.signed_on))))::int
)) AS m (month)
CROSS JOIN LATERAL (SELECT (date_trunc('month', l.signed_on) + make_interval(months => m.month))::date AS day) AS first
CROSS JOIN LATERAL (
    SELECT CASE WHEN l.session_day IS NULL THEN (l.signed_on + make_interval(months => m.month))::date
        ELSE first.day + least(l.session_day, (first.day + interval '1 month')::date - first.day) - 1 END AS pay_on
) AS day
LEFT JOIN taken_part p ON p.loan = l.loan AND p.session_on = day.pay_on
JOIN taken_rate r ON r.cohort_id = l.cohort_id AND day.pay_on >= r.starts_on AND day.pay_on < r.ends_on
WHERE l.grace_until IS NULL AND day.pay_on <= least(l.final_on, %(on)s);

CREATE TEMP TABLE taken_life ON COMMIT DROP AS
WITH owed AS (
    SELECT s.*, s.approved - coalesce(sum(s.due) OVER before, 0) AS balance,
           s.through - coalesce(lag(s.through) OVER run, r.before + r.percent * (l.signed_on - r.starts_on)) AS percent_days
    FROM taken_session s
    JOIN taken_loan l ON l.loan = s.loan
    JOIN taken_rate r ON r.cohort_id = l.cohort_id AND l.signed_on >= r.starts_on AND l.signed_on < r.ends_on
    WINDOW run AS (PARTITION BY s.loan ORDER BY s.pay_on),
           before AS (PARTITION BY s.loan ORDER BY s.pay_on ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), earned AS (
    SELECT *, sum(balance * percent_days) OVER (PARTITION BY loan ORDER BY pay_on) AS earned FROM owed
), met AS (
    SELECT loan, month, pay_on, through, earned, balance,
           CASE WHEN settles THEN balance ELSE due END AS principal, CASE WHEN settles THEN balance - due ELSE 0 END AS further,
           lending_dong(earned) - coalesce(lag(lending_dong(earned)) OVER (PARTITION BY loan ORDER BY pay_on), 0) AS interest
    FROM earned
)
SELECT loan, month, pay_on, through, earned, principal, principal - further AS due, further, interest,
       CASE WHEN pay_on >= %(told_since)s THEN pay_on
            ELSE max(pay_on) FILTER (WHERE pay_on < %(told_since)s) OVER (PARTITION BY loan) END AS told_on
FROM met WHERE balance > 0;
CREATE INDEX ON taken_life (loan);
ANALYZE taken_life, taken_loan, taken_part;
