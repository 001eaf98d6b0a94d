-- Interest, exact: đồng × percent × days, of which 36,500 make a đồng. The same rules as rules/debt.py.

-- Half-up to whole đồng without a division that rounds before.
CREATE OR REPLACE FUNCTION lending_dong(p_earned numeric) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT div(p_earned + 18250, 36500)::bigint $$;

-- What overdue principal earns of a span of days at lending rates.
CREATE OR REPLACE FUNCTION lending_overdue_gain(p_loan lending_loan, p_percent_days numeric, p_days integer)
RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ($1).overdue * coalesce(p_percent_days * ($1).overdue_percent * 0.01, ($1).overdue_rate * p_days)
$$;

-- The loan's three stores as they stand when p_until begins; no day is taken back when that lies before `interest_from`.
CREATE OR REPLACE FUNCTION lending_earned(
    p_loan lending_loan, p_until date, OUT in_term numeric, OUT overdue numeric, OUT grace numeric
) LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    all_days numeric;
    grace_days numeric := 0;
BEGIN
    in_term := p_loan.earned_in_term;
    overdue := p_loan.earned_overdue;
    grace := p_loan.earned_grace;
    IF p_until <= p_loan.interest_from OR (p_loan.in_term = 0 AND p_loan.overdue = 0) THEN
        RETURN;
    END IF;
    all_days := programmes_percent_days(p_loan.cohort_id, p_loan.interest_from, p_until);
    IF p_loan.grace_until > p_loan.interest_from THEN
        grace_days := programmes_percent_days(
            p_loan.cohort_id, p_loan.interest_from, least(p_until, p_loan.grace_until)
        );
        grace := grace + p_loan.in_term * grace_days;
    END IF;
    in_term := in_term + p_loan.in_term * (all_days - grace_days);
    IF p_loan.overdue > 0 THEN
        overdue := overdue + lending_overdue_gain(p_loan, all_days, p_until - p_loan.interest_from);
    END IF;
END $$;

-- The same stores on any day, made anew from the movements of principal: no history is replayed, every movement is a segment.
CREATE OR REPLACE FUNCTION lending_earned_by_movements(
    p_loan lending_loan, p_until date, OUT in_term numeric, OUT overdue numeric, OUT grace numeric
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT
        coalesce(sum(m.in_term * (gain.all_days - gain.grace_days)), 0) - 36500 * taken.in_term,
        coalesce(sum(m.overdue * coalesce(
            gain.all_days * ($1).overdue_percent * 0.01, ($1).overdue_rate * (p_until - m.value_on)
        )), 0) - 36500 * taken.overdue,
        coalesce(sum(m.in_term * gain.grace_days), 0) - 36500 * taken.grace
    FROM (
        SELECT coalesce(sum(in_term), 0) AS in_term, coalesce(sum(overdue), 0) AS overdue, coalesce(sum(grace), 0) AS grace
        FROM (
            SELECT CASE store WHEN 'in_term' THEN amount END AS in_term, CASE store WHEN 'overdue' THEN amount END AS overdue,
                   CASE store WHEN 'grace' THEN amount END AS grace
            FROM lending_reduction WHERE loan_id = ($1).id
            UNION ALL
            SELECT -carried_in_term, -carried_overdue, -carried_grace FROM lending_origin WHERE loan_id = ($1).id
        ) AS given
    ) AS taken
    LEFT JOIN lending_movement m ON m.loan_id = ($1).id AND m.value_on < p_until
    LEFT JOIN LATERAL (
        SELECT programmes_percent_days(($1).cohort_id, m.value_on, p_until) AS all_days,
               coalesce(programmes_percent_days(($1).cohort_id, m.value_on, least(p_until, ($1).grace_until)), 0)
                   * (($1).grace_until IS NOT NULL)::int AS grace_days
    ) AS gain ON m.id IS NOT NULL
    GROUP BY taken.in_term, taken.overdue, taken.grace
$$;

-- Brings a loan's stores up to a day; days before `interest_from` are made anew, later ones are added.
CREATE OR REPLACE FUNCTION lending_accrue(p_loan uuid, p_until date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    loan lending_loan;
BEGIN
    SELECT * INTO STRICT loan FROM lending_loan WHERE id = p_loan FOR UPDATE;
    IF p_until > loan.interest_from THEN
        UPDATE lending_loan SET (earned_in_term, earned_overdue, earned_grace) = (SELECT * FROM lending_earned(loan, p_until)),
            interest_from = p_until
        WHERE id = p_loan;
    END IF;
END $$;

-- Makes a loan's stores anew after principal moved with effect from a day already counted.
CREATE OR REPLACE FUNCTION lending_recount(p_loan uuid) RETURNS void LANGUAGE sql AS $$
    UPDATE lending_loan l
    SET (earned_in_term, earned_overdue, earned_grace) = (SELECT * FROM lending_earned_by_movements(l, l.interest_from))
    WHERE id = p_loan
$$;

-- The last session strictly before a day; loans paid at the office count from the first of the month.
-- One expression, and none of it asks for the time zone: so it becomes part of the statement instead of a call for every row.
CREATE OR REPLACE FUNCTION lending_session_before(p_on date, p_session_day smallint) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN p_session_day IS NULL THEN date_trunc('month', p_on::timestamp)::date
        WHEN extract(day FROM p_on) > p_session_day THEN date_trunc('month', p_on::timestamp)::date + p_session_day - 1
        ELSE date_trunc('month', p_on::timestamp)::date - 1
            - greatest(extract(day FROM date_trunc('month', p_on::timestamp)::date - 1)::integer - p_session_day, 0)
    END
$$;
