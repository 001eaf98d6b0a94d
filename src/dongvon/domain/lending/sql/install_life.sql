-- Everything that happened to one loan, each act as one line: what, with effect from which day, booked when and by whom, on whose
-- decision, how much, and what else is to be told of it. A function because its plan, which asks every table whether the loan is in
-- sight, takes five times longer to make than to run: a connection makes it once, for any loan. VOLATILE keeps it from being planned
-- anew with its caller.
CREATE OR REPLACE FUNCTION lending_life(p_loan uuid) RETURNS TABLE (
    kind text, happened_on date, booked_on date, posted_at timestamptz, person uuid, decision text, amount bigint, source uuid, told text
) LANGUAGE sql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
SELECT kind, happened_on, booked_on, posted_at, person, decision, amount, source, told::text
FROM (
    SELECT 'disbursed' AS kind, booked_on AS happened_on, booked_on, posted_at, person, decision, amount, id AS source,
           jsonb_build_object('means', means) AS told
    FROM lending_disbursement WHERE loan_id = p_loan
    UNION ALL
    SELECT 'received', r.value_on, r.booked_on, r.posted_at, r.person, '', r.amount, r.id, jsonb_build_object(
        'means', r.means, 'reversed_on', v.booked_on, 'overdue_principal', r.overdue_principal, 'due_principal', r.due_principal,
        'further_principal', r.further_principal, 'frozen_principal', r.frozen_principal, 'overdue_interest', r.overdue_interest,
        'interest_arrears', r.interest_arrears, 'current_interest', r.current_interest, 'grace_interest', r.grace_interest)
    FROM lending_receipt r LEFT JOIN lending_receiptreversal v ON v.receipt_id = r.id WHERE r.loan_id = p_loan
    UNION ALL
    SELECT 'reversed', v.booked_on, v.booked_on, v.posted_at, v.person, v.decision, r.amount, v.id,
           jsonb_build_object('reason', v.reason, 'receipt', r.id, 'receipt_on', r.value_on)
    FROM lending_receiptreversal v JOIN lending_receipt r ON r.id = v.receipt_id WHERE v.loan_id = p_loan
    UNION ALL
    SELECT 'went_overdue', booked_on, booked_on, posted_at, person, decision, amount, id, '{}'
    FROM lending_overduetransfer WHERE loan_id = p_loan
    UNION ALL
    SELECT 'extended', booked_on, booked_on, posted_at, person, decision, NULL, id,
           jsonb_build_object('months', months, 'previous_on', previous_on, 'extended_on', extended_on)
    FROM lending_loanextension WHERE loan_id = p_loan
    UNION ALL
    SELECT 'rescheduled', booked_on, booked_on, posted_at, person, decision, NULL, id,
           jsonb_build_object('number', number, 'previous_on', previous_on, 'due_on', due_on)
    FROM lending_rescheduling WHERE loan_id = p_loan
    UNION ALL
    SELECT CASE WHEN o.loan_id = p_loan THEN 'rolled_over' ELSE 'follows' END, o.booked_on, o.booked_on, o.posted_at, o.person,
           o.decision, o.amount, o.id, jsonb_build_object('loan', other.id, 'contract_number', other.contract_number)
    FROM lending_rollover o
    JOIN lending_loan other ON other.id = CASE WHEN o.loan_id = p_loan THEN o.follower_id ELSE o.loan_id END
    WHERE o.loan_id = p_loan OR o.follower_id = p_loan
    UNION ALL
    SELECT 'frozen', from_on, booked_on, posted_at, person, decision, in_term + overdue, id, jsonb_build_object(
        'until_on', until_on, 'months', months, 'cause_code', cause_code, 'reason', reason,
        'damage_percent', trim_scale(damage_percent), 'further', further_to_id IS NOT NULL)
    FROM lending_freeze WHERE loan_id = p_loan
    UNION ALL
    SELECT 'thawed', ended_on, booked_on, posted_at, person, decision, in_term + overdue, id,
           jsonb_build_object('in_term', in_term, 'overdue', overdue)
    FROM lending_freezeend WHERE loan_id = p_loan
    UNION ALL
    SELECT 'suspended', from_on, booked_on, posted_at, person, decision, in_term + overdue, id,
           jsonb_build_object('until_on', until_on, 'months', months)
    FROM lending_suspension WHERE loan_id = p_loan
    UNION ALL
    SELECT 'reduced', booked_on, booked_on, posted_at, person, decision, amount, id, jsonb_build_object('store', store)
    FROM lending_reduction WHERE loan_id = p_loan
    UNION ALL
    SELECT 'written_off', booked_on, booked_on, posted_at, person, decision, principal + interest, id,
           jsonb_build_object('cause_code', cause_code, 'principal', principal, 'interest', interest)
    FROM lending_writeoff WHERE loan_id = p_loan
    UNION ALL
    SELECT 'recovered', booked_on, booked_on, posted_at, person, decision, amount, id, jsonb_build_object('means', means)
    FROM lending_recovery WHERE loan_id = p_loan
    UNION ALL
    SELECT 'notified', made_on, made_on, NULL, NULL, '', amount, NULL,
           jsonb_build_object('notice', kind, 'number', number, 'due_on', due_on)
    FROM lending_notice WHERE loan_id = p_loan
    UNION ALL
    SELECT 'taken_over', value_on, booked_on, NULL, NULL, '', in_term + overdue + frozen, source, '{}'
    FROM lending_movement WHERE loan_id = p_loan AND cause = 'takeover'
) AS life
ORDER BY happened_on, booked_on, posted_at NULLS FIRST, source
$$;

-- What the interest of one loan is made of: principal by the day it earns from, in order; then interest carried in and given away,
-- by store. A function for the same reason.
CREATE OR REPLACE FUNCTION lending_bearing(p_loan uuid) RETURNS TABLE (
    value_on date, in_term bigint, overdue bigint, store text, carried bigint, reduced bigint
) LANGUAGE sql VOLATILE SET plan_cache_mode = force_generic_plan AS $$
SELECT value_on, in_term, overdue, store, carried, reduced
FROM (
    SELECT id, value_on, in_term, overdue, '' AS store, 0::bigint AS carried, 0::bigint AS reduced
    FROM lending_movement WHERE loan_id = p_loan
    UNION ALL
    SELECT 0, NULL, 0, 0, store, 0, amount FROM lending_reduction WHERE loan_id = p_loan
    UNION ALL
    SELECT 0, NULL, 0, 0, each.store, each.amount, 0
    FROM lending_origin o
    CROSS JOIN LATERAL (VALUES
        ('in_term', o.carried_in_term), ('overdue', o.carried_overdue), ('grace', o.carried_grace)
    ) AS each (store, amount)
    WHERE o.loan_id = p_loan
) AS made ORDER BY value_on, id
$$;
