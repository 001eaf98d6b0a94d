-- Small functions for taking over a portfolio with its history; the statements are in take_over_*.sql.

-- The session of a month.
CREATE OR REPLACE FUNCTION lending_session_in(p_month date, p_session_day smallint) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_month + least(p_session_day, (p_month + interval '1 month')::date - p_month) - 1
$$;

-- The id of the receipt of a loan on a day: sortable by day, the same whenever it is asked for.
CREATE OR REPLACE FUNCTION lending_taken_id(p_loan uuid, p_day date) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (lpad(to_hex((p_day - '1970-01-01'::date)::bigint * 86400000), 12, '0')
        || '7' || substr(digest, 1, 3) || '8' || substr(digest, 4, 13) || '00')::uuid
    FROM (SELECT md5(p_loan::text || p_day::text) AS digest) AS of
$$;
