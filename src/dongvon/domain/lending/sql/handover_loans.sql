-- Loans at their balances on the day, with the schedule that is left of them.

INSERT INTO lending_loan (
    id, contract_number, series_id, cohort_id, unit_id, place, organisation, group_id, borrower_id, signed_on, session_day,
    term_months, contractual_on, extended_on, final_on, grace_until, overdue_percent, overdue_rate, approved, lent,
    in_term, overdue, frozen, interest_from, earned_in_term, earned_overdue, earned_grace,
    collected_in_term, collected_overdue, collected_grace, closed_on
)
SELECT loan, contract_number, series_id, cohort_id, unit_id, place, organisation, group_id, borrower_id, signed_on, session_day,
       term_months, contractual_on, coalesce(extended_on, contractual_on), final_on, grace_until, overdue_percent, overdue_rate,
       approved, lent, in_term, overdue, frozen, %(on)s, 36500::numeric * owed_in_term, 36500::numeric * owed_overdue,
       36500::numeric * owed_grace, 0, 0, 0, CASE WHEN is_gone THEN %(on)s::date END
FROM brought;

-- Parts by the rule of the programme; the last day is the contract's, put off where the loan was extended. What was paid met the first
-- parts, what is overdue stands on the first that are left: both follow from the principal of all parts so far.
INSERT INTO lending_instalment (loan_id, number, contractual_on, session_on, due_on, principal, paid, overdue, overdue_on)
SELECT loan, number, contractual_on, session_on, due_on, so_far - before, least(so_far, paid) - least(before, paid), late,
       CASE WHEN late > 0 THEN least(due_on, %(on)s) END
FROM (
    SELECT *, CASE WHEN number < parts THEN session_on ELSE final_on END AS due_on,
           least(so_far - least(so_far, paid), overdue) - least(before - least(before, paid), overdue) AS late
    FROM (
        SELECT loan, number, parts, paid, overdue, final_on, day AS contractual_on,
               CASE WHEN session_day IS NULL THEN day ELSE lending_session_before(day, session_day::smallint) END AS session_on,
               (number - 1) * part AS before, CASE WHEN number < parts THEN number * part ELSE lent END AS so_far
        FROM (
            SELECT *, CASE WHEN number < parts THEN (first_on + make_interval(months => (number - 1) * months))::date ELSE contractual_on END AS day,
                   lent / parts / floor_to * floor_to AS part
            FROM (
                SELECT *, greatest(0, lent - in_term - overdue - frozen - CASE WHEN is_gone THEN gone_principal ELSE 0 END) AS paid, (
                    SELECT 1 + count(*)::int
                    FROM generate_series(0, least(600, ceil((contractual_on - first_on) / (months * 28.0))::int - 1)) AS k
                    WHERE (first_on + make_interval(months => k * months))::date < contractual_on
                ) AS parts
                FROM brought
                CROSS JOIN LATERAL (
                    SELECT coalesce(first_principal_on, (coalesce(grace_until, signed_on) + make_interval(months => months))::date) AS first_on
                ) AS start
                OFFSET 0
            ) AS counted
            CROSS JOIN generate_series(1, parts) AS number
        ) AS split
        OFFSET 0
    ) AS sized
) AS due;

INSERT INTO lending_movement (loan_id, value_on, booked_on, in_term, overdue, frozen, resting, cause, source)
SELECT loan, %(on)s, %(on)s, in_term, overdue, frozen, 0, 'takeover', %(handover)s FROM brought WHERE in_term + overdue + frozen > 0;

INSERT INTO lending_freeze (
    id, loan_id, booked_on, decision, person, posted_at, from_on, until_on, months, cause_code, reason, damage_percent, in_term, overdue
)
SELECT gen_random_uuid(), loan, %(on)s, left(decision, 120), %(person)s, %(at)s, %(on)s, freeze_until,
       greatest(1, round((freeze_until - %(on)s::date) / 30.4)::int), '', 'Đang khoanh khi tiếp nhận', NULL, frozen, 0
FROM brought WHERE frozen > 0;

-- A debt of which nothing is left but what was written off: closed, and followed off the balance sheet (cause 112: handed over).
INSERT INTO lending_writeoff (id, loan_id, booked_on, decision, person, posted_at, cause_code, principal, interest)
SELECT gen_random_uuid(), loan, %(on)s, coalesce(left(decision, 120), 'Theo hồ sơ tiếp nhận danh mục'), %(person)s, %(at)s, '112',
       gone_principal, gone_interest
FROM brought WHERE is_gone;

INSERT INTO lending_origin (
    loan_id, handover_id, line, customer_code, fingerprint, carried_in_term, carried_overdue, carried_grace, kept
)
SELECT loan, %(handover)s, line, coalesce(customer_code, ''), fingerprint, owed_in_term, owed_overdue, owed_grace, kept FROM brought;
