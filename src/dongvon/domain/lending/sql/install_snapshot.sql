-- The portfolio at the end of a day, and what it owes off the balance sheet.

-- One reading of all living loans: principal by state, interest owed up to the end of the day rounded loan by loan, the day's turnover.
CREATE OR REPLACE FUNCTION lending_close_snapshot(
    p_day date, p_person uuid, p_at timestamptz, OUT rows bigint, OUT amount bigint
)
-- A country has a million groups of loans: grouped in memory, they need no sorting of ten million rows.
LANGUAGE plpgsql SET work_mem = '512MB' AS $$
DECLARE
    cohorts integer[];
    starts date[];
    ends date[];
    percents numeric[];
    stops date[];
    afters numeric[];
BEGIN
    -- A segment's own days run to its stop; "after" is what all later segments make up to the end of the day.
    SELECT array_agg(cohort_id), array_agg(starts_on), array_agg(coalesce(ends_on, 'infinity')), array_agg(percent),
           array_agg(least(ends_on, p_day + 1)),
           array_agg(programmes_percent_days(cohort_id, coalesce(ends_on, p_day + 1), p_day + 1))
    INTO cohorts, starts, ends, percents, stops, afters FROM programmes_ratesegment;
    -- Gathered first and written afterwards: only a statement that writes no rows is shared between processor cores.
    DROP TABLE IF EXISTS lending_gathered;
    CREATE TEMP TABLE lending_gathered ON COMMIT DROP AS
    WITH owed AS (
        SELECT l.unit_id, l.place, l.organisation, l.series_id,
               coalesce(l.group_id, '00000000-0000-0000-0000-000000000000') AS group_id,
               l.in_term, l.overdue, l.frozen, l.closed_on IS NULL AND l.lent > 0 AS living,
               CASE WHEN l.grace_until > l.interest_from THEN l.earned_in_term
                    ELSE l.earned_in_term + l.in_term * span.percent_days END AS in_term_earned, l.collected_in_term,
               CASE WHEN l.overdue = 0 THEN l.earned_overdue ELSE l.earned_overdue
                    + lending_overdue_gain(l, span.percent_days, greatest(p_day + 1 - l.interest_from, 0)) END AS overdue_earned,
               l.collected_overdue,
               CASE WHEN l.grace_until > l.interest_from THEN l.earned_grace + l.in_term * span.percent_days
                    ELSE l.earned_grace END AS grace_earned, l.collected_grace
        FROM lending_loan l
        JOIN unnest(cohorts, starts, ends, percents, stops, afters)
            AS s (cohort_id, starts_on, ends_on, percent, stops_on, after)
            ON s.cohort_id = l.cohort_id AND l.interest_from >= s.starts_on AND l.interest_from < s.ends_on
        CROSS JOIN LATERAL (SELECT s.percent * greatest(s.stops_on - l.interest_from, 0) + s.after AS percent_days) AS span
        WHERE l.closed_on IS NULL OR l.closed_on >= p_day
    )
    SELECT unit_id, place, organisation, series_id, group_id,
           count(*) FILTER (WHERE living) AS loans, count(*) FILTER (WHERE overdue > 0) AS overdue_loans,
           sum(in_term) AS in_term, sum(overdue) AS overdue, sum(frozen) AS frozen,
           coalesce(sum(greatest(lending_dong(in_term_earned) - collected_in_term, 0))
               FILTER (WHERE living AND in_term_earned <> 0), 0) AS owed_in_term,
           coalesce(sum(greatest(lending_dong(overdue_earned) - collected_overdue, 0))
               FILTER (WHERE living AND overdue_earned <> 0), 0) AS owed_overdue,
           coalesce(sum(greatest(lending_dong(grace_earned) - collected_grace, 0))
               FILTER (WHERE living AND grace_earned <> 0), 0) AS owed_grace
    FROM owed
    GROUP BY unit_id, place, organisation, series_id, group_id;
    INSERT INTO lending_snapshot (
        day, unit_id, place, organisation, series_id, group_id, loans, overdue_loans, in_term, overdue, frozen,
        owed_in_term, owed_overdue, owed_grace, lent, repaid, interest
    )
    SELECT p_day, unit_id, place, organisation, series_id, group_id, loans, overdue_loans, in_term, overdue, frozen,
           owed_in_term, owed_overdue, owed_grace, 0, 0, 0
    FROM lending_gathered;
    SELECT count(*), coalesce(sum(in_term + overdue + frozen), 0) INTO rows, amount FROM lending_gathered;
    PERFORM lending_snapshot_turnover(p_day);
END $$;

-- The day's money out and in, on the rows of the snapshot it belongs to; reversed receipts count against the day of reversal.
CREATE OR REPLACE FUNCTION lending_snapshot_turnover(p_day date) RETURNS void LANGUAGE sql AS $$
    WITH turned AS (
        SELECT loan_id, amount AS lent, 0::bigint AS repaid, 0::bigint AS interest
        FROM lending_disbursement WHERE booked_on = p_day
        UNION ALL
        SELECT r.loan_id, 0, met.principal, r.amount - met.principal
        FROM lending_receipt r
        CROSS JOIN LATERAL (SELECT overdue_principal + due_principal + further_principal + frozen_principal AS principal) AS met
        WHERE r.booked_on = p_day
        UNION ALL
        SELECT r.loan_id, 0, -met.principal, met.principal - r.amount
        FROM lending_receiptreversal v JOIN lending_receipt r ON r.id = v.receipt_id
        CROSS JOIN LATERAL (SELECT overdue_principal + due_principal + further_principal + frozen_principal AS principal) AS met
        WHERE v.booked_on = p_day
    ), gathered AS (
        SELECT l.unit_id, l.place, l.organisation, l.series_id,
               coalesce(l.group_id, '00000000-0000-0000-0000-000000000000') AS group_id,
               sum(turned.lent) AS lent, sum(turned.repaid) AS repaid, sum(turned.interest) AS interest
        FROM turned JOIN lending_loan l ON l.id = turned.loan_id
        GROUP BY 1, 2, 3, 4, 5
    )
    UPDATE lending_snapshot s SET lent = g.lent, repaid = g.repaid, interest = g.interest
    FROM gathered g
    WHERE s.day = p_day AND s.unit_id = g.unit_id AND s.place = g.place AND s.organisation = g.organisation
      AND s.series_id = g.series_id AND s.group_id = g.group_id
$$;

-- Interest owed and not collected, as control totals off the balance sheet: the books get the change since the last snapshot.
CREATE OR REPLACE FUNCTION lending_close_interest(
    p_day date, p_person uuid, p_at timestamptz, OUT rows bigint, OUT amount bigint
) LANGUAGE plpgsql AS $$
DECLARE
    before date := (SELECT max(day) FROM lending_closerun WHERE day < p_day);
BEGIN
    WITH owed AS (
        SELECT s.unit_id, account.number,
               sum(CASE WHEN s.day = p_day THEN account.owed ELSE -account.owed END)::bigint AS change
        FROM lending_snapshot s
        JOIN lending_accountset a ON a.series_id = s.series_id
        CROSS JOIN LATERAL (VALUES
            (a.owed_in_term, s.owed_in_term), (a.owed_overdue, s.owed_overdue), (a.owed_grace, s.owed_grace)
        ) AS account (number, owed)
        WHERE s.day IN (p_day, before)
        GROUP BY s.unit_id, account.number
        HAVING sum(CASE WHEN s.day = p_day THEN account.owed ELSE -account.owed END) <> 0
    )
    SELECT ledger_book(
        p_day, p_person, p_at, array_agg(gen_random_uuid()),
        array_agg(CASE WHEN change > 0 THEN number::text ELSE '9999' END),
        array_agg(CASE WHEN change > 0 THEN '9999' ELSE number::text END),
        array_agg(abs(change)), array_agg(CASE WHEN change > 0 THEN 'interest.owed' ELSE 'interest.met' END),
        array_agg(unit_id), array_agg(unit_id), array_agg(''::text)
    ), coalesce(sum(change), 0) INTO rows, amount FROM owed;
    SELECT coalesce(sum(owed_in_term + owed_overdue + owed_grace), 0) INTO amount FROM lending_snapshot WHERE day = p_day;
END $$;
