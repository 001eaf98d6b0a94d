-- Small functions for taking over a portfolio with its history; the statements are in take_over_*.sql.

-- The id of the receipt of a loan on a day: sortable by day, the same whenever it is asked for.
CREATE OR REPLACE FUNCTION lending_taken_id(p_loan uuid, p_day date) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (lpad(to_hex((p_day - '1970-01-01'::date)::bigint * 86400000), 12, '0')
        || '7' || left(md5(p_loan::text), 3) || '8' || substr(md5(p_loan::text), 4, 13) || '00')::uuid
$$;
