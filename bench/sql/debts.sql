-- What the households owe, as in the demo: two heads in three have a loan, one in nine a second one, one in 800 is overdue.
WITH cohort AS (
    SELECT row_number() OVER (ORDER BY series_id) - 1 AS number, count(*) OVER () AS kinds, series_id, id
    FROM (
        SELECT DISTINCT ON (series_id) series_id, id FROM programmes_ratecohort WHERE signed_from <= '2025-01-01' ORDER BY series_id, signed_from DESC
    ) AS latest
), head AS (
    SELECT m.person_id, h.place_id, row_number() OVER (ORDER BY h.code) AS n
    FROM people_membership m JOIN people_household h ON h.id = m.household_id WHERE m.is_head
), debt AS (
    SELECT *, n % 800 = 1 AS late FROM head CROSS JOIN generate_series(1, 2) AS turn
    WHERE CASE turn WHEN 1 THEN n % 3 > 0 ELSE n % 9 = 1 END
)
INSERT INTO lending_loan (
    id, contract_number, series_id, cohort_id, unit_id, place, organisation, borrower_id, signed_on, session_day,
    term_months, contractual_on, extended_on, final_on, overdue_percent, approved, lent, in_term, overdue, frozen,
    interest_from, earned_in_term, earned_overdue, earned_grace, collected_in_term, collected_overdue, collected_grace
)
SELECT gen_random_uuid(), 6600000000000000 + n * 2 + turn, cohort.series_id, cohort.id,
       (SELECT id FROM units_unit WHERE body = 'nhcsxh-pgd' LIMIT 1), place_id, '11', person_id, '2025-03-10', 10,
       60, '2030-03-10', '2030-03-10', '2030-03-10', 130, 50000000, 50000000,
       CASE WHEN late THEN 40000000 ELSE 50000000 END, CASE WHEN late THEN 10000000 ELSE 0 END, 0,
       '2026-11-10', 0, 0, 0, 0, 0, 0
FROM debt JOIN cohort ON cohort.number = (n * 7 + turn) % cohort.kinds
