-- Tells the history of `taken` to the books and to the snapshots, in sums: session by session, and month by month.

-- One line a session, office, commune and pair of accounts; what lies before `since` is one opening line.
WITH line AS (
    SELECT greatest(m.moved_on, %(since)s) AS day, l.unit, l.place,
           CASE m.cause WHEN 'disbursement' THEN a.in_term WHEN 'receipt' THEN cash.number
               WHEN 'overdue' THEN a.overdue ELSE a.frozen END AS debit,
           CASE m.cause WHEN 'disbursement' THEN cash.number ELSE a.in_term END AS credit,
           abs(m.in_term) AS amount,
           CASE m.cause WHEN 'disbursement' THEN 'disburse' WHEN 'receipt' THEN 'repay.in_term' ELSE m.cause END AS code
    FROM taken_move m JOIN taken_loan l ON l.loan = m.loan
    JOIN lending_accountset a ON a.series_id = l.series
    CROSS JOIN LATERAL (SELECT CASE WHEN l.session_day IS NULL THEN '1011' ELSE '1012' END AS number) AS cash
    UNION ALL
    SELECT greatest(f.pay_on, %(since)s), l.unit, l.place, CASE WHEN l.session_day IS NULL THEN '1011' ELSE '1012' END,
           a.income, f.interest, 'repay.interest'
    FROM taken_life f JOIN taken_loan l ON l.loan = f.loan
    JOIN lending_accountset a ON a.series_id = l.series
), gathered AS (
    SELECT day, unit, place, debit, credit, code, sum(amount)::bigint AS amount
    FROM line GROUP BY day, unit, place, debit, credit, code HAVING sum(amount) > 0
)
SELECT count(*) FROM (
    SELECT ledger_book(
        day, %(person)s, %(at)s, array_agg(gen_random_uuid()), array_agg(debit::text), array_agg(credit::text),
        array_agg(amount), array_agg(code), array_agg(%(about)s::uuid), array_agg(unit), array_agg(place::text)
    ) FROM gathered GROUP BY day
) AS booked;

CREATE TEMP TABLE taken_day ON COMMIT DROP AS
SELECT day, coalesce(lag(day) OVER (ORDER BY day), '-infinity'::date) AS after, row_number() OVER (ORDER BY day) = 1 AS opens
FROM (
    SELECT %(since)s::date AS day
    UNION
    SELECT (month + interval '1 month')::date - 1
    FROM generate_series(date_trunc('month', %(since)s::date), %(on)s::date, interval '1 month') AS month
    UNION
    SELECT %(on)s::date - 1
) AS days WHERE day BETWEEN %(since)s AND %(on)s::date - 1;

CREATE TEMP TABLE taken_turn ON COMMIT DROP AS
SELECT l.unit, l.place, l.organisation, l.series, coalesce(l.group_id, '00000000-0000-0000-0000-000000000000') AS group_id,
       l.cohort_id, l.overdue_percent, l.overdue_rate, l.grace_until IS NOT NULL AS grace, t.day,
       sum(t.loans) AS loans, sum(t.late) AS late, sum(t.in_term) AS in_term, sum(t.overdue) AS overdue, sum(t.frozen) AS frozen,
       sum(t.in_term * t.through) AS in_term_since, sum(t.overdue * t.through) AS overdue_since,
       sum(t.overdue * (t.moved_on - '2000-01-01'::date)) AS overdue_days_since, sum(t.met) AS met,
       sum(t.lent) FILTER (WHERE NOT t.opens) AS lent, sum(t.repaid) FILTER (WHERE NOT t.opens) AS repaid,
       sum(t.met) FILTER (WHERE NOT t.opens) AS interest
FROM (
    SELECT m.loan, d.day, d.opens, m.moved_on, m.in_term, m.overdue, m.frozen, r.before + r.percent * (m.moved_on - r.starts_on) AS through,
           CASE WHEN m.cause = 'disbursement' THEN 1 WHEN m.moved_on = e.closed_on THEN -1 ELSE 0 END AS loans,
           (m.cause = 'overdue' AND NOT EXISTS (
               SELECT FROM taken_move earlier WHERE earlier.loan = m.loan AND earlier.cause = 'overdue' AND earlier.moved_on < m.moved_on
           ))::int AS late,
           CASE WHEN m.cause = 'disbursement' THEN m.in_term ELSE 0 END AS lent,
           CASE WHEN m.cause = 'receipt' THEN -m.in_term ELSE 0 END AS repaid, 0::bigint AS met
    FROM taken_move m
    JOIN taken_loan l ON l.loan = m.loan
    JOIN taken_end e ON e.loan = m.loan
    JOIN taken_rate r ON r.cohort_id = l.cohort_id AND m.moved_on >= r.starts_on AND m.moved_on < r.ends_on
    JOIN taken_day d ON m.moved_on <= d.day AND m.moved_on > d.after
    UNION ALL
    SELECT f.loan, d.day, d.opens, f.pay_on, 0, 0, 0, 0, 0, 0, 0, 0, f.interest
    FROM taken_life f JOIN taken_day d ON f.pay_on <= d.day AND f.pay_on > d.after
) AS t
JOIN taken_loan l ON l.loan = t.loan
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;

-- Stocks are running sums of what moved; interest owed is rounded by group, series and history of rates.
WITH span AS (
    SELECT turn.*, d.day AS on_day FROM (SELECT DISTINCT unit, place, organisation, series, group_id, cohort_id, overdue_percent,
        overdue_rate, grace FROM taken_turn) AS turn CROSS JOIN taken_day d
), stood AS (
    SELECT s.on_day, s.unit, s.place, s.organisation, s.series, s.group_id, s.cohort_id, s.grace, s.overdue_percent, s.overdue_rate,
           sum(t.loans) OVER run AS loans, sum(t.late) OVER run AS late, sum(t.in_term) OVER run AS in_term,
           sum(t.overdue) OVER run AS overdue, sum(t.frozen) OVER run AS frozen, sum(t.in_term_since) OVER run AS in_term_since,
           sum(t.overdue_since) OVER run AS overdue_since, sum(t.overdue_days_since) OVER run AS overdue_days_since,
           sum(t.met) OVER run AS met, t.lent, t.repaid, t.interest
    FROM span s
    LEFT JOIN taken_turn t ON t.day = s.on_day AND t.unit = s.unit AND t.place = s.place AND t.organisation = s.organisation
        AND t.series = s.series AND t.group_id = s.group_id AND t.cohort_id = s.cohort_id AND t.grace = s.grace
        AND t.overdue_percent IS NOT DISTINCT FROM s.overdue_percent AND t.overdue_rate IS NOT DISTINCT FROM s.overdue_rate
    WINDOW run AS (PARTITION BY s.unit, s.place, s.organisation, s.series, s.group_id, s.cohort_id, s.grace, s.overdue_percent,
        s.overdue_rate ORDER BY s.on_day)
), owed AS (
    SELECT q.*, r.before + r.percent * (q.on_day + 1 - r.starts_on) AS through
    FROM stood q
    JOIN taken_rate r ON r.cohort_id = q.cohort_id AND q.on_day + 1 >= r.starts_on AND q.on_day + 1 < r.ends_on
    WHERE q.loans > 0 OR q.in_term > 0 OR q.overdue > 0 OR q.frozen > 0 OR q.lent > 0 OR q.repaid > 0 OR q.interest > 0
)
INSERT INTO lending_snapshot (
    day, unit_id, place, organisation, series_id, group_id, loans, overdue_loans, in_term, overdue, frozen,
    owed_in_term, owed_overdue, owed_grace, lent, repaid, interest
)
SELECT on_day, unit, place, organisation, series, group_id, sum(loans), sum(late), sum(in_term), sum(overdue), sum(frozen),
       sum(CASE WHEN grace THEN 0 ELSE greatest(lending_dong(in_term * through - in_term_since) - met, 0) END),
       sum(lending_dong(coalesce((overdue * through - overdue_since) * overdue_percent * 0.01,
           overdue_rate * (overdue * (on_day + 1 - '2000-01-01'::date) - overdue_days_since), 0))),
       sum(CASE WHEN grace THEN greatest(lending_dong(in_term * through - in_term_since) - met, 0) ELSE 0 END),
       coalesce(sum(lent), 0), coalesce(sum(repaid), 0), coalesce(sum(interest), 0)
FROM owed GROUP BY 1, 2, 3, 4, 5, 6;
