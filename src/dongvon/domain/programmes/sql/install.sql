-- The catalogue is public: every officer and every citizen may read who may borrow, and at what rate.
-- The layout of rates is made by approval alone.
REVOKE TRUNCATE ON programmes_rateperiod, programmes_term FROM dongvon_web, dongvon_worker;

-- The poor-household rate of a fund on the day of signing, which some programmes name for what is overdue.
CREATE OR REPLACE FUNCTION programmes_poor_rate(p_fund text, p_signed_on date) RETURNS numeric
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT segment.percent
    FROM programmes_programme programme
    JOIN programmes_rateseries series ON series.programme_id = programme.id AND series.fund = p_fund
        AND series.priority_class = 'ordinary' AND series.area = ''
    JOIN programmes_ratecohort cohort ON cohort.series_id = series.id AND cohort.signed_from <= p_signed_on
    JOIN programmes_ratesegment segment ON segment.cohort_id = cohort.id AND segment.starts_on <= p_signed_on
    WHERE programme.code = '01' AND programme.variant = ''
    ORDER BY cohort.signed_from DESC, segment.starts_on DESC LIMIT 1
$$;

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
