-- What a payment meets, and in which parts of the schedule. rules/repayment.py is the twin of all this: a property test
-- holds one against the other. Refusals are SQLSTATE DV100; the message names the Refusal, the detail its values.

CREATE OR REPLACE FUNCTION lending_refuse(p_name text, p_values jsonb DEFAULT '{}') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'DV100', MESSAGE = p_name, DETAIL = p_values::text;
END $$;

-- Nothing is booked while a day is being closed, and only on the open day once days are closed at all.
CREATE OR REPLACE FUNCTION lending_require_open(p_day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    run lending_closerun;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(20261, 3);
    SELECT * INTO run FROM lending_closerun ORDER BY day DESC LIMIT 1;
    IF run.day IS NOT NULL AND run.finished_at IS NULL THEN
        PERFORM lending_refuse('DayIsClosing', jsonb_build_object('day', run.day));
    ELSIF run.day IS NOT NULL AND p_day <> run.day + 1 THEN
        PERFORM lending_refuse('NotTheOpenDay', jsonb_build_object('on', p_day, 'open', run.day + 1));
    END IF;
END $$;

-- A payment may count from a past day, but not from before the debt itself was changed.
CREATE OR REPLACE FUNCTION lending_require_value(p_loan lending_loan, p_value_on date, p_day date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    changed_on date;
BEGIN
    SELECT max(value_on) INTO changed_on FROM lending_movement
    WHERE loan_id = p_loan.id AND value_on <= p_day AND cause NOT IN ('receipt', 'reversal', 'overdue');
    IF p_value_on < changed_on THEN
        PERFORM lending_refuse('ValueTooOld', jsonb_build_object('on', p_value_on, 'since', changed_on));
    END IF;
END $$;

-- Grace interest that the schedule asks for by a day: spread over the instalments by principal, the rest with the last.
CREATE OR REPLACE FUNCTION lending_grace_asked(p_loan lending_loan, p_earned numeric, p_owed bigint, p_on date) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
DECLARE
    total bigint := lending_dong(p_earned);
    asked bigint;
BEGIN
    IF p_owed = 0 OR p_on < p_loan.grace_until THEN
        RETURN 0;
    END IF;
    SELECT CASE WHEN bool_or(is_last AND due_on <= p_on)
        THEN total - coalesce(sum(part) FILTER (WHERE NOT is_last AND due_on > p_on), 0)
        ELSE coalesce(sum(part) FILTER (WHERE due_on <= p_on), 0) END
    INTO asked
    FROM (
        SELECT due_on, div(total::numeric * principal, sum(principal) OVER ()) AS part,
               number = max(number) OVER () AS is_last
        FROM lending_instalment WHERE loan_id = p_loan.id AND principal > 0
    ) AS parts;
    RETURN least(p_owed, greatest(coalesce(asked, p_owed) - p_loan.collected_grace, 0));
END $$;

-- Principal in term that the schedule asks for by a day.
CREATE OR REPLACE FUNCTION lending_principal_due(p_loan lending_loan, p_on date) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF p_loan.in_term = 0 THEN
        RETURN 0;
    END IF;
    RETURN (
        SELECT coalesce(sum(principal - paid - overdue), 0) FROM lending_instalment
        WHERE loan_id = p_loan.id AND due_on <= p_on AND principal > paid + overdue
    );
END $$;

-- Meets overdue parts of the instalments, the first first.
CREATE OR REPLACE FUNCTION lending_meet_overdue(p_receipt uuid, p_loan uuid, p_amount bigint) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    met bigint;
BEGIN
    WITH open AS (
        SELECT number, least(overdue, p_amount - (sum(overdue) OVER (ORDER BY number) - overdue))::bigint AS taken
        FROM lending_instalment WHERE loan_id = p_loan AND overdue > 0
    ), changed AS (
        UPDATE lending_instalment i SET paid = i.paid + open.taken, overdue = i.overdue - open.taken
        FROM open WHERE i.loan_id = p_loan AND i.number = open.number AND open.taken > 0
        RETURNING i.number, open.taken
    ), told AS (
        INSERT INTO lending_receiptline (receipt_id, number, was_overdue, amount)
        SELECT p_receipt, number, true, taken FROM changed RETURNING amount
    )
    SELECT coalesce(sum(amount), 0) INTO met FROM told;
    RETURN met;
END $$;

-- Meets parts in term: those due by the day first, then the others from the front or from the end.
CREATE OR REPLACE FUNCTION lending_meet_in_term(
    p_receipt uuid, p_loan uuid, p_amount bigint, p_on date, p_prepaid text
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    met bigint;
BEGIN
    WITH open AS (
        SELECT number, principal - paid - overdue AS part,
               sum(principal - paid - overdue) OVER (
                   ORDER BY due_on > p_on, CASE WHEN p_prepaid = 'last' AND due_on > p_on THEN -number ELSE number END
               ) AS through
        FROM lending_instalment WHERE loan_id = p_loan AND principal > paid + overdue
    ), taken AS (
        SELECT number, least(part, p_amount - (through - part))::bigint AS amount FROM open
    ), changed AS (
        UPDATE lending_instalment i SET paid = i.paid + taken.amount
        FROM taken WHERE i.loan_id = p_loan AND i.number = taken.number AND taken.amount > 0
        RETURNING i.number, taken.amount
    ), told AS (
        INSERT INTO lending_receiptline (receipt_id, number, was_overdue, amount)
        SELECT p_receipt, number, false, changed.amount FROM changed RETURNING amount
    )
    SELECT coalesce(sum(amount), 0) INTO met FROM told;
    RETURN met;
END $$;

-- Writes what a receipt's principal does to the schedule and to the movements.
CREATE OR REPLACE FUNCTION lending_pay_principal(p_loan lending_loan, r lending_receipt, p_prepaid text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    whole bigint := r.overdue_principal + r.due_principal + r.further_principal + r.frozen_principal;
    met bigint := 0;
BEGIN
    IF r.overdue_principal + r.frozen_principal > 0 THEN
        met := lending_meet_overdue(r.id, p_loan.id, r.overdue_principal + r.frozen_principal);
    END IF;
    IF met < whole THEN
        met := met + lending_meet_in_term(r.id, p_loan.id, whole - met, r.value_on, p_prepaid);
    END IF;
    ASSERT met = whole, 'the schedule holds all that is owed';
    PERFORM lending_move(p_loan, r, -1, r.booked_on, 'receipt', r.id);
END $$;

-- Principal of a receipt leaves (-1) or comes back (1) with effect from its value day: out of the state it then stood in.
CREATE OR REPLACE FUNCTION lending_move(
    p_loan lending_loan, r lending_receipt, p_sign integer, p_day date, p_cause text, p_source uuid
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    in_term bigint := p_sign * (r.due_principal + r.further_principal);
    overdue bigint := p_sign * r.overdue_principal;
BEGIN
    IF r.frozen_principal > 0 THEN
        INSERT INTO lending_movement (loan_id, value_on, booked_on, in_term, overdue, frozen, resting, cause, source)
        VALUES (p_loan.id, r.value_on, p_day, 0, 0, p_sign * r.frozen_principal, 0, p_cause, p_source);
    ELSIF p_loan.rests_until > r.value_on THEN
        INSERT INTO lending_movement (loan_id, value_on, booked_on, in_term, overdue, frozen, resting, cause, source)
        VALUES (p_loan.id, r.value_on, p_day, 0, 0, 0, in_term + overdue, p_cause, p_source),
               (p_loan.id, p_loan.rests_until, p_day, in_term, overdue, 0, -(in_term + overdue), p_cause, p_source);
    ELSIF r.overdue_principal = 0 OR r.value_on >= p_loan.interest_from THEN
        INSERT INTO lending_movement (loan_id, value_on, booked_on, in_term, overdue, frozen, resting, cause, source)
        VALUES (p_loan.id, r.value_on, p_day, in_term, overdue, 0, 0, p_cause, p_source);
    ELSE
        -- Parts that went overdue after the value day were still in term on it.
        INSERT INTO lending_movement (loan_id, value_on, booked_on, in_term, overdue, frozen, resting, cause, source)
        SELECT p_loan.id, r.value_on, p_day, in_term + p_sign * part.later, overdue - p_sign * part.later, 0, 0, p_cause, p_source
        FROM (
            SELECT coalesce(sum(line.amount) FILTER (WHERE i.overdue_on > r.value_on), 0) AS later
            FROM lending_receiptline line
            JOIN lending_instalment i ON i.loan_id = p_loan.id AND i.number = line.number
            WHERE line.receipt_id = r.id AND line.was_overdue
        ) AS part
        UNION ALL
        SELECT p_loan.id, i.overdue_on, p_day, -p_sign * sum(line.amount), p_sign * sum(line.amount), 0, 0, p_cause, p_source
        FROM lending_receiptline line
        JOIN lending_instalment i ON i.loan_id = p_loan.id AND i.number = line.number
        WHERE line.receipt_id = r.id AND line.was_overdue AND i.overdue_on > r.value_on
        GROUP BY i.overdue_on;
    END IF;
END $$;
