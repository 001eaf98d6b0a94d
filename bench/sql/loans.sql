-- Loans of ten programmes and funds: 0.12 percent overdue, 0.05 percent frozen, interest last counted within two months.
INSERT INTO lending_loan (
    id, contract_number, series_id, cohort_id, unit_id, place, organisation, group_id, borrower_id, signed_on, session_day,
    term_months, contractual_on, extended_on, final_on, grace_until, overdue_percent, approved, lent, in_term, overdue, frozen,
    interest_from, earned_in_term, earned_overdue, earned_grace, collected_in_term, collected_overdue, collected_grace
)
SELECT (lpad(to_hex(n), 12, '0') || '70008000000000000000')::uuid, 6600000000000000 + n, k.series, k.cohort,
       (%(units)s::uuid[])[1 + c.commune %% 22], (%(places)s::text[])[1 + c.commune], (11 + n %% 4)::text,
       md5(c.commune || ':' || n %% %(groups)s)::uuid, md5(n::text)::uuid, d.signed_on, 1 + c.commune %% 28, 60,
       d.signed_on + 1826, d.signed_on + 1826, d.signed_on + 1820, CASE WHEN n %% 40 = 0 THEN d.signed_on + 1200 END,
       130, b.amount, b.amount,
       CASE WHEN n %% 833 = 0 OR n %% 2000 = 1 THEN 0 ELSE b.amount END, CASE WHEN n %% 833 = 0 THEN b.amount ELSE 0 END,
       CASE WHEN n %% 833 > 0 AND n %% 2000 = 1 THEN b.amount ELSE 0 END,
       %(day)s::date - (n %% 60)::int, b.amount * 187.2 * (n %% 3), 0, 0, 0, 0, 0
FROM generate_series(%(first)s::bigint, %(last)s::bigint) AS n
CROSS JOIN LATERAL (SELECT (n %% 95)::int AS commune) AS c
CROSS JOIN LATERAL (SELECT %(day)s::date - 30 - (n * 7919 %% 1500)::int AS signed_on) AS d
CROSS JOIN LATERAL (SELECT 20000000 + n %% 9 * 10000000 AS amount) AS b
CROSS JOIN LATERAL (SELECT (%(series)s::int[])[1 + n %% %(kinds)s] AS series, (%(cohorts)s::int[])[1 + n %% %(kinds)s] AS cohort) AS k
