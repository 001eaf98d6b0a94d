-- The catalogue is public: every officer and every citizen may read who may borrow, and at what rate.
-- The layout of rates is made by approval alone.
REVOKE TRUNCATE ON programmes_rateperiod, programmes_term FROM dongvon_web, dongvon_worker;

-- Percent × days that a cohort's rates make of the days from p_from, counted, to p_until, not counted; exact.
CREATE OR REPLACE FUNCTION programmes_percent_days(p_cohort integer, p_from date, p_until date) RETURNS numeric
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    IF p_from >= p_until THEN
        RETURN 0;
    END IF;
    RETURN coalesce((
        SELECT sum(percent * (least(ends_on, p_until) - greatest(starts_on, p_from)))
        FROM programmes_ratesegment
        WHERE cohort_id = p_cohort AND starts_on < p_until AND (ends_on IS NULL OR ends_on > p_from)
    ), 0);
END $$;
