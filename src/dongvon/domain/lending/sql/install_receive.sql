-- One receipt on one loan: locks it, works out what it owes, meets it in the order of the data, writes it down.
CREATE OR REPLACE FUNCTION lending_receive(p_asked lending_receipt) RETURNS lending_receipt LANGUAGE plpgsql AS $$
DECLARE
    r lending_receipt := p_asked;
    loan lending_loan;
    rule record;
    earned record;
    due_in_term bigint;
    due_overdue bigint;
    due_grace bigint;
    arrears bigint := 0;
    cut date;
    kind text;
    met bigint;
    remaining bigint := p_asked.amount;
    principal bigint;
    late boolean;
BEGIN
    SELECT * INTO loan FROM lending_loan WHERE id = r.loan_id FOR UPDATE;
    IF loan.id IS NULL THEN
        PERFORM lending_refuse('NoSuchLoan', jsonb_build_object('loan', r.loan_id));
    ELSIF loan.closed_on IS NOT NULL THEN
        PERFORM lending_refuse('LoanClosed', jsonb_build_object('number', loan.contract_number, 'day', loan.closed_on));
    ELSIF r.value_on > r.booked_on THEN
        PERFORM lending_refuse('ValueAhead', jsonb_build_object('on', r.value_on, 'day', r.booked_on));
    END IF;
    r.overdue_principal := 0;
    r.due_principal := 0;
    r.further_principal := 0;
    r.frozen_principal := 0;
    r.overdue_interest := 0;
    r.interest_arrears := 0;
    r.current_interest := 0;
    r.grace_interest := 0;
    late := r.value_on < loan.interest_from;
    IF late THEN
        PERFORM lending_require_value(loan, r.value_on, r.booked_on);
        SELECT * INTO earned FROM lending_earned_by_movements(loan, r.value_on);
    ELSE
        SELECT * INTO earned FROM lending_earned(loan, r.value_on);
    END IF;
    due_in_term := greatest(lending_dong(earned.in_term) - loan.collected_in_term, 0);
    due_overdue := greatest(lending_dong(earned.overdue) - loan.collected_overdue, 0);
    due_grace := greatest(lending_dong(earned.grace) - loan.collected_grace, 0);
    IF due_in_term > 0 THEN
        cut := lending_session_before(r.value_on, loan.session_day);
        arrears := least(due_in_term, greatest(-loan.collected_in_term + lending_dong(CASE WHEN late
            THEN (SELECT in_term FROM lending_earned_by_movements(loan, cut))
            ELSE (SELECT in_term FROM lending_earned(loan, cut)) END), 0));
    END IF;
    SELECT o.kinds, o.prepaid INTO rule
    FROM programmes_rateseries s
    JOIN lending_allocationorder o ON o.fund = s.fund AND o.overdue = (loan.overdue > 0) AND o.granted AND o.from_on <= r.value_on
    WHERE s.id = loan.series_id ORDER BY o.from_on DESC LIMIT 1;
    IF rule.kinds IS NULL THEN
        PERFORM lending_refuse('NoAllocationOrder', jsonb_build_object('on', r.value_on));
    END IF;
    FOREACH kind IN ARRAY rule.kinds LOOP
        EXIT WHEN remaining = 0;
        CASE kind
            WHEN 'overdue_principal' THEN
                met := least(remaining, loan.overdue);
                r.overdue_principal := met;
            WHEN 'overdue_interest' THEN
                met := least(remaining, due_overdue);
                r.overdue_interest := met;
            WHEN 'interest_arrears' THEN
                met := least(remaining, arrears);
                r.interest_arrears := met;
            WHEN 'current_interest' THEN
                met := least(remaining, due_in_term - arrears);
                r.current_interest := met;
            WHEN 'grace_interest' THEN
                met := least(remaining, lending_grace_asked(loan, earned.grace, due_grace, r.value_on));
                r.grace_interest := r.grace_interest + met;
            WHEN 'further_grace_interest' THEN
                met := least(remaining, due_grace - r.grace_interest);
                r.grace_interest := r.grace_interest + met;
            WHEN 'due_principal' THEN
                met := least(remaining, lending_principal_due(loan, r.value_on));
                r.due_principal := met;
            WHEN 'further_principal' THEN
                met := least(remaining, loan.in_term - r.due_principal);
                r.further_principal := met;
            WHEN 'frozen_principal' THEN
                met := least(remaining, loan.frozen);
                r.frozen_principal := met;
        END CASE;
        remaining := remaining - met;
    END LOOP;
    IF remaining > 0 THEN
        PERFORM lending_refuse('MoreThanOwed', jsonb_build_object(
            'number', loan.contract_number, 'on', r.value_on, 'owed', r.amount - remaining));
    END IF;
    INSERT INTO lending_receipt SELECT r.*;
    principal := r.overdue_principal + r.due_principal + r.further_principal + r.frozen_principal;
    IF principal > 0 THEN
        PERFORM lending_pay_principal(loan, r, rule.prepaid);
    END IF;
    UPDATE lending_loan SET
        in_term = loan.in_term - r.due_principal - r.further_principal,
        overdue = loan.overdue - r.overdue_principal,
        frozen = loan.frozen - r.frozen_principal,
        interest_from = greatest(loan.interest_from, r.value_on),
        earned_in_term = CASE WHEN late THEN loan.earned_in_term ELSE earned.in_term END,
        earned_overdue = CASE WHEN late THEN loan.earned_overdue ELSE earned.overdue END,
        earned_grace = CASE WHEN late THEN loan.earned_grace ELSE earned.grace END,
        collected_in_term = loan.collected_in_term + r.interest_arrears + r.current_interest,
        collected_overdue = loan.collected_overdue + r.overdue_interest,
        collected_grace = loan.collected_grace + r.grace_interest
    WHERE id = loan.id;
    IF late AND principal > 0 THEN
        PERFORM lending_recount(loan.id);
    END IF;
    IF principal = loan.in_term + loan.overdue + loan.frozen THEN
        PERFORM lending_close_if_paid(loan.id, r.booked_on);
    END IF;
    RETURN r;
END $$;

-- A loan ends when neither principal nor interest is owed.
CREATE OR REPLACE FUNCTION lending_close_if_paid(p_loan uuid, p_day date) RETURNS void LANGUAGE sql AS $$
    UPDATE lending_loan SET closed_on = p_day
    WHERE id = p_loan AND in_term = 0 AND overdue = 0 AND frozen = 0
      AND lending_dong(earned_in_term) <= collected_in_term
      AND lending_dong(earned_overdue) <= collected_overdue
      AND lending_dong(earned_grace) <= collected_grace
$$;

-- The id of a receipt's n-th line in the books: a receipt and its lines name each other.
CREATE OR REPLACE FUNCTION lending_line_id(p_id uuid, p_number integer) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT (left(p_id::text, 34) || lpad(to_hex(p_number), 2, '0'))::uuid $$;

-- Receipts on the business date given, all or none, with their lines in the books; gives them as they were met.
CREATE OR REPLACE FUNCTION lending_repay(
    p_day date, p_person uuid, p_posted_at timestamptz, p_ids uuid[], p_loans uuid[], p_amounts bigint[],
    p_values date[], p_means text[], p_cash text[]
) RETURNS SETOF lending_receipt LANGUAGE plpgsql AS $$
DECLARE
    asked lending_receipt;
    met lending_receipt[] := '{}';
    n integer;
BEGIN
    PERFORM lending_require_open(p_day);
    asked.booked_on := p_day;
    asked.person := p_person;
    asked.posted_at := p_posted_at;
    FOR n IN 1 .. coalesce(cardinality(p_ids), 0) LOOP
        asked.id := p_ids[n];
        asked.loan_id := p_loans[n];
        asked.value_on := p_values[n];
        asked.amount := p_amounts[n];
        asked.means := p_means[n];
        met := met || lending_receive(asked);
    END LOOP;
    PERFORM lending_book_receipts(p_day, p_person, p_posted_at, met, p_cash);
    RETURN QUERY SELECT * FROM unnest(met);
END $$;

-- Cash against principal by state and against income: interest is income when it comes in.
CREATE OR REPLACE FUNCTION lending_book_receipts(
    p_day date, p_person uuid, p_posted_at timestamptz, p_met lending_receipt[], p_cash text[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM ledger_book(
        p_day, p_person, p_posted_at,
        array_agg(lending_line_id(r.id, leg.number)), array_agg(p_cash[r.ordinality]), array_agg(leg.account),
        array_agg(leg.amount), array_agg(leg.code), array_agg(r.loan_id), array_agg(l.unit_id), array_agg(l.place::text)
    )
    FROM unnest(p_met) WITH ORDINALITY AS r
    JOIN lending_loan l ON l.id = r.loan_id
    JOIN lending_accountset a ON a.series_id = l.series_id
    CROSS JOIN LATERAL (VALUES
        (1, a.overdue, r.overdue_principal, 'repay.overdue'),
        (2, a.in_term, r.due_principal + r.further_principal, 'repay.in_term'),
        (3, a.frozen, r.frozen_principal, 'repay.frozen'),
        (4, a.income, r.overdue_interest + r.interest_arrears + r.current_interest + r.grace_interest, 'repay.interest')
    ) AS leg (number, account, amount, code)
    WHERE leg.amount > 0;
END $$;

-- Gives back what a receipt met, with effect from its value day.
CREATE OR REPLACE FUNCTION lending_unreceive(p_receipt uuid, p_day date, p_source uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    r lending_receipt;
    loan lending_loan;
BEGIN
    SELECT * INTO STRICT r FROM lending_receipt WHERE id = p_receipt;
    SELECT * INTO STRICT loan FROM lending_loan WHERE id = r.loan_id FOR UPDATE;
    UPDATE lending_instalment i
    SET paid = i.paid - line.paid, overdue = i.overdue + line.overdue
    FROM (
        SELECT number, sum(amount) AS paid, coalesce(sum(amount) FILTER (WHERE was_overdue), 0) AS overdue
        FROM lending_receiptline WHERE receipt_id = p_receipt GROUP BY number
    ) AS line
    WHERE i.loan_id = r.loan_id AND i.number = line.number;
    IF r.overdue_principal + r.due_principal + r.further_principal + r.frozen_principal > 0 THEN
        PERFORM lending_move(loan, r, 1, p_day, 'reversal', p_source);
    END IF;
    UPDATE lending_loan SET
        in_term = in_term + r.due_principal + r.further_principal,
        overdue = overdue + r.overdue_principal,
        frozen = frozen + r.frozen_principal,
        collected_in_term = collected_in_term - r.interest_arrears - r.current_interest,
        collected_overdue = collected_overdue - r.overdue_interest,
        collected_grace = collected_grace - r.grace_interest,
        closed_on = NULL
    WHERE id = r.loan_id;
    PERFORM lending_recount(r.loan_id);
END $$;
