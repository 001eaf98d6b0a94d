-- What decisions do to principal: it is set aside from a day on, however late the decision becomes known.

-- Principal that stands in term or overdue on a day of the window, or comes to, earns nothing there: frozen without end,
-- or resting until it goes back to where it would stand. Later movements are mirrored, so that no history is replayed.
CREATE OR REPLACE FUNCTION lending_set_aside(
    p_loan uuid, p_from date, p_until date, p_day date, p_cause text, p_source uuid
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    loan lending_loan;
BEGIN
    SELECT * INTO STRICT loan FROM lending_loan WHERE id = p_loan;
    PERFORM lending_require_value(loan, p_from, p_day);
    WITH moved AS MATERIALIZED (
        SELECT greatest(value_on, p_from) AS moved_on, sum(in_term) AS in_term, sum(overdue) AS overdue
        FROM lending_movement WHERE loan_id = p_loan AND value_on < p_until GROUP BY 1
    )
    INSERT INTO lending_movement (loan_id, value_on, booked_on, in_term, overdue, frozen, resting, cause, source)
    SELECT p_loan, moved_on, p_day, -in_term, -overdue,
           CASE p_cause WHEN 'freeze' THEN in_term + overdue ELSE 0 END,
           CASE p_cause WHEN 'freeze' THEN 0 ELSE in_term + overdue END, p_cause, p_source
    FROM moved WHERE in_term <> 0 OR overdue <> 0
    UNION ALL
    SELECT p_loan, p_until, p_day, sum(in_term), sum(overdue), 0, -sum(in_term + overdue), p_cause, p_source
    FROM moved WHERE p_until < 'infinity' HAVING sum(in_term) <> 0 OR sum(overdue) <> 0;
END $$;

-- All principal is frozen from a day on.
CREATE OR REPLACE FUNCTION lending_apply_freeze(p_loan uuid, p_from date, p_day date, p_freeze uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM lending_set_aside(p_loan, p_from, 'infinity', p_day, 'freeze', p_freeze);
    UPDATE lending_loan SET frozen = in_term + overdue, in_term = 0, overdue = 0 WHERE id = p_loan;
    PERFORM lending_recount(p_loan);
END $$;

-- Nothing is earned in a window of days; a window that is past already changes interest alone.
CREATE OR REPLACE FUNCTION lending_apply_suspension(p_loan uuid, p_from date, p_until date, p_day date, p_suspension uuid)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM lending_set_aside(p_loan, p_from, p_until, p_day, 'suspension', p_suspension);
    UPDATE lending_loan SET rests_until = p_until, interest_from = greatest(interest_from, p_until) WHERE id = p_loan;
    PERFORM lending_recount(p_loan);
END $$;
