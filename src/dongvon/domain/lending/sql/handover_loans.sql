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

-- Parts by the rule of the programme; the last day is the contract's, put off where the loan was extended. What was paid met the first parts.
CREATE TEMP TABLE brought_part ON COMMIT DROP AS
WITH day AS (
    SELECT b.loan, b.lent, b.floor_to, b.session_day, b.final_on, b.contractual_on AS last_on,
           b.lent - b.in_term - b.overdue - b.frozen - CASE WHEN b.is_gone THEN b.gone_principal ELSE 0 END AS paid, b.overdue, due.contractual_on,
           row_number() OVER (PARTITION BY b.loan ORDER BY due.contractual_on) AS number, count(*) OVER (PARTITION BY b.loan) AS parts
    FROM brought b
    CROSS JOIN LATERAL (
        SELECT coalesce(b.first_principal_on, (coalesce(b.grace_until, b.signed_on) + make_interval(months => b.months))::date) AS on_day
    ) AS first
    CROSS JOIN LATERAL (
        SELECT (first.on_day + make_interval(months => k * b.months))::date AS contractual_on
        FROM generate_series(0, least(600, ceil((b.contractual_on - first.on_day) / (b.months * 28.0))::int - 1)) AS k
        WHERE (first.on_day + make_interval(months => k * b.months))::date < b.contractual_on
        UNION ALL SELECT b.contractual_on
    ) AS due
), sized AS (
    SELECT *, CASE WHEN number < parts THEN lent / parts / floor_to * floor_to
                   ELSE lent - lent / parts / floor_to * floor_to * (parts - 1) END AS principal FROM day
), met AS (
    SELECT *, greatest(0, least(principal, paid - (sum(principal) OVER run - principal)))::bigint AS met FROM sized
    WINDOW run AS (PARTITION BY loan ORDER BY number)
)
SELECT loan, number, contractual_on,
       CASE WHEN number = parts THEN final_on
            WHEN session_day IS NULL THEN contractual_on
            ELSE lending_session_before(contractual_on, session_day::smallint) END AS due_on,
       CASE WHEN session_day IS NULL THEN contractual_on
            ELSE lending_session_before(contractual_on, session_day::smallint) END AS session_on,
       principal, met AS paid,
       greatest(0, least(principal - met, overdue - (sum(principal - met) OVER (PARTITION BY loan ORDER BY number) - (principal - met))))::bigint AS overdue
FROM met;

INSERT INTO lending_instalment (loan_id, number, contractual_on, session_on, due_on, principal, paid, overdue, overdue_on)
SELECT loan, number, contractual_on, session_on, due_on, principal, paid, overdue, CASE WHEN overdue > 0 THEN least(due_on, %(on)s) END
FROM brought_part;

INSERT INTO lending_movement (loan_id, value_on, booked_on, in_term, overdue, frozen, resting, cause, source)
SELECT loan, %(on)s, %(on)s, in_term, overdue, frozen, 0, 'takeover', %(handover)s FROM brought WHERE in_term + overdue + frozen > 0;

INSERT INTO lending_carriedinterest (loan_id, in_term, overdue, grace)
SELECT loan, owed_in_term, owed_overdue, owed_grace FROM brought WHERE owed_in_term + owed_overdue + owed_grace > 0;

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

INSERT INTO lending_origin (loan_id, handover_id, line, customer_code, fingerprint, kept)
SELECT loan, %(handover)s, line, coalesce(customer_code, ''), fingerprint, kept FROM brought;
