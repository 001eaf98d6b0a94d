-- The steps of a day's closing, each one transaction's work over the whole portfolio, each giving its control sums.
-- rules/closing.py says the same of one loan; a property test holds one against the other.

-- Debts due on a session that an order put off are due when it is held, direct loans as well.
CREATE OR REPLACE FUNCTION lending_close_sessions(
    p_day date, p_person uuid, p_at timestamptz, OUT rows bigint, OUT amount bigint
) LANGUAGE plpgsql AS $$
BEGIN
    WITH ordered AS (
        SELECT p.place_id AS place, m.from_on, max(m.to_on) AS to_on
        FROM groups_sessionmove m JOIN groups_point p ON p.id = m.point_id
        WHERE m.from_on >= p_day AND m.to_on > m.from_on GROUP BY p.place_id, m.from_on
    ), put_off AS (
        UPDATE lending_instalment i SET due_on = o.to_on
        FROM lending_loan l, ordered o
        WHERE i.due_on = o.from_on AND i.principal > i.paid + i.overdue
          AND l.id = i.loan_id AND l.place = o.place AND l.closed_on IS NULL
        RETURNING i.principal - i.paid - i.overdue AS part
    ), ends AS (
        UPDATE lending_loan l SET final_on = o.to_on
        FROM ordered o WHERE l.final_on = o.from_on AND l.place = o.place AND l.closed_on IS NULL
    )
    SELECT count(*), coalesce(sum(part), 0) INTO rows, amount FROM put_off;
END $$;

-- Debts whose freeze is over when the next day begins run again from that day.
CREATE OR REPLACE FUNCTION lending_close_freezes(
    p_day date, p_person uuid, p_at timestamptz, OUT rows bigint, OUT amount bigint
) LANGUAGE plpgsql AS $$
DECLARE
    ended uuid[];
BEGIN
    -- What was paid meanwhile met the overdue part first: the rest goes back to where it came from.
    WITH made AS (
        INSERT INTO lending_freezeend
            (id, booked_on, decision, person, posted_at, loan_id, freeze_id, ended_on, in_term, overdue)
        SELECT gen_random_uuid(), p_day, '', p_person, p_at, l.id, f.id, f.until_on,
               least(l.frozen, f.in_term), l.frozen - least(l.frozen, f.in_term)
        FROM lending_freeze f
        JOIN lending_loan l ON l.id = f.loan_id
        WHERE f.until_on <= p_day + 1 AND NOT EXISTS (SELECT FROM lending_freezeend e WHERE e.freeze_id = f.id)
        RETURNING id, in_term + overdue AS part
    )
    SELECT coalesce(array_agg(id), '{}'), count(*), coalesce(sum(part), 0) INTO ended, rows, amount FROM made;
    PERFORM lending_apply_freeze_ends(p_day, p_person, p_at, ended);
END $$;

-- What ends of freezes do to loans, movements and books.
CREATE OR REPLACE FUNCTION lending_apply_freeze_ends(p_day date, p_person uuid, p_at timestamptz, p_ends uuid[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO lending_movement (loan_id, value_on, booked_on, in_term, overdue, frozen, resting, cause, source)
    SELECT loan_id, ended_on, p_day, in_term, overdue, -(in_term + overdue), 0, 'freeze_end', id
    FROM lending_freezeend WHERE id = ANY (p_ends) AND in_term + overdue > 0;
    UPDATE lending_loan l
    SET in_term = l.in_term + e.in_term, overdue = l.overdue + e.overdue, frozen = 0, interest_from = e.ended_on
    FROM lending_freezeend e
    WHERE e.id = ANY (p_ends) AND l.id = e.loan_id AND l.closed_on IS NULL;
    PERFORM ledger_book(
        p_day, p_person, p_at, array_agg(line.id), array_agg(line.debit), array_agg(a.frozen::text), array_agg(line.amount),
        array_agg('unfreeze'::text), array_agg(l.id), array_agg(l.unit_id), array_agg(l.place::text)
    )
    FROM lending_freezeend e
    JOIN lending_loan l ON l.id = e.loan_id
    JOIN lending_accountset a ON a.series_id = l.series_id
    CROSS JOIN LATERAL (VALUES (e.id, a.in_term::text, e.in_term), (gen_random_uuid(), a.overdue::text, e.overdue))
        AS line (id, debit, amount)
    WHERE e.id = ANY (p_ends) AND line.amount > 0;
END $$;

-- Students whose grace is over when the next day begins: interest so far is grace interest, later interest is not.
CREATE OR REPLACE FUNCTION lending_close_graces(
    p_day date, p_person uuid, p_at timestamptz, OUT rows bigint, OUT amount bigint
) LANGUAGE plpgsql AS $$
BEGIN
    WITH changed AS (
        UPDATE lending_loan l
        SET (earned_in_term, earned_overdue, earned_grace) = (SELECT * FROM lending_earned(l, l.grace_until)),
            interest_from = l.grace_until
        WHERE l.closed_on IS NULL AND l.grace_until <= p_day + 1 AND l.interest_from < l.grace_until
        RETURNING lending_dong(earned_grace) - collected_grace AS owed
    )
    SELECT count(*), coalesce(sum(owed), 0) INTO rows, amount FROM changed;
END $$;

-- Whether unpaid instalments of a loan go overdue or are carried on: the programme's own row before the common one.
CREATE OR REPLACE FUNCTION lending_regime(p_series smallint, p_signed_on date) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT r.unpaid FROM lending_unpaidregime r
    JOIN programmes_rateseries s ON s.id = p_series
    WHERE (r.programme_id = s.programme_id OR r.programme_id IS NULL) AND r.granted AND r.from_on <= p_signed_on
    ORDER BY r.programme_id IS NULL, r.from_on DESC LIMIT 1
$$;

-- Unpaid parts due by the day go overdue, under the regime of the contract; on the final day all that is unpaid does.
CREATE OR REPLACE FUNCTION lending_close_overdue(
    p_day date, p_person uuid, p_at timestamptz, OUT rows bigint, OUT amount bigint
) LANGUAGE plpgsql AS $$
BEGIN
    WITH regime AS MATERIALIZED (
        SELECT key.series_id, key.signed_on, lending_regime(key.series_id, key.signed_on) AS unpaid
        FROM (
            SELECT DISTINCT l.series_id, l.signed_on FROM lending_instalment i JOIN lending_loan l ON l.id = i.loan_id
            WHERE i.due_on <= p_day AND i.principal > i.paid + i.overdue
        ) AS key
    ), unpaid AS (
        SELECT i.loan_id, i.number, i.principal - i.paid - i.overdue AS part
        FROM lending_instalment i
        JOIN lending_loan l ON l.id = i.loan_id
        JOIN regime r ON r.series_id = l.series_id AND r.signed_on = l.signed_on
        WHERE i.due_on <= p_day AND i.principal > i.paid + i.overdue AND l.in_term > 0
          AND (l.rests_until IS NULL OR l.rests_until <= p_day)
          AND (l.final_on <= p_day OR r.unpaid = 'overdue')
    ), marked AS (
        UPDATE lending_instalment i SET overdue = i.overdue + unpaid.part, overdue_on = p_day
        FROM unpaid WHERE i.loan_id = unpaid.loan_id AND i.number = unpaid.number
        RETURNING i.loan_id, unpaid.part
    ), made AS (
        INSERT INTO lending_overduetransfer (id, booked_on, decision, person, posted_at, amount, loan_id)
        SELECT gen_random_uuid(), p_day, '', p_person, p_at, sum(part), loan_id FROM marked GROUP BY loan_id
        RETURNING lending_overduetransfer.amount AS part
    )
    SELECT count(*), coalesce(sum(part), 0) INTO rows, amount FROM made;
    PERFORM lending_apply_overdue(p_day, p_person, p_at);
END $$;

-- What the transfers of a day do to loans, movements, notices and books.
CREATE OR REPLACE FUNCTION lending_apply_overdue(p_day date, p_person uuid, p_at timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE lending_loan l
    SET (earned_in_term, earned_overdue, earned_grace) = (SELECT * FROM lending_earned(l, p_day)),
        interest_from = greatest(l.interest_from, p_day),
        in_term = l.in_term - t.amount, overdue = l.overdue + t.amount
    FROM lending_overduetransfer t WHERE t.booked_on = p_day AND l.id = t.loan_id;
    INSERT INTO lending_movement (loan_id, value_on, booked_on, in_term, overdue, frozen, resting, cause, source)
    SELECT t.loan_id, greatest(l.interest_from, p_day), p_day, -t.amount, t.amount, 0, 0, 'overdue', t.id
    FROM lending_overduetransfer t JOIN lending_loan l ON l.id = t.loan_id WHERE t.booked_on = p_day;
    INSERT INTO lending_notice (loan_id, number, kind, due_on, made_on, amount)
    SELECT loan_id, 0, 'overdue', p_day, p_day, amount FROM lending_overduetransfer WHERE booked_on = p_day;
    PERFORM ledger_book(
        p_day, p_person, p_at, array_agg(t.id), array_agg(a.overdue::text), array_agg(a.in_term::text), array_agg(t.amount),
        array_agg('overdue'::text), array_agg(l.id), array_agg(l.unit_id), array_agg(l.place::text)
    )
    FROM lending_overduetransfer t
    JOIN lending_loan l ON l.id = t.loan_id
    JOIN lending_accountset a ON a.series_id = l.series_id
    WHERE t.booked_on = p_day;
END $$;

-- Instalments that come within the period of notice; a first close tells of all of them, the next only of the new day.
CREATE OR REPLACE FUNCTION lending_close_notices(
    p_day date, p_person uuid, p_at timestamptz, OUT rows bigint, OUT amount bigint
) LANGUAGE plpgsql AS $$
DECLARE
    ahead integer := (SELECT days + 1 FROM lending_noticeperiod WHERE granted AND from_on <= p_day ORDER BY from_on DESC LIMIT 1);
    told_until date := (SELECT max(day) + ahead FROM lending_closerun WHERE day < p_day);
BEGIN
    WITH made AS (
        INSERT INTO lending_notice (loan_id, number, kind, due_on, made_on, amount)
        SELECT i.loan_id, i.number, 'due', i.due_on, p_day, i.principal - i.paid - i.overdue
        FROM lending_instalment i JOIN lending_loan l ON l.id = i.loan_id
        WHERE i.due_on > greatest(told_until, p_day) AND i.due_on <= p_day + ahead
          AND i.principal > i.paid + i.overdue AND l.in_term > 0
        ON CONFLICT DO NOTHING
        RETURNING lending_notice.amount AS part
    )
    SELECT count(*), coalesce(sum(part), 0) INTO rows, amount FROM made;
END $$;
