-- Registers many people at once for floors above; what a draft says is checked before. The numbers are sealed by the caller.
CREATE OR REPLACE FUNCTION people_register(
    p_at timestamptz, p_ids uuid[], p_names text[], p_sort_keys text[], p_search_keys text[], p_years integer[],
    p_months integer[], p_days integer[], p_sexes text[], p_places text[], p_hamlets text[], p_phones text[],
    p_sealed bytea[], p_marks bytea[], p_lasts text[]
) RETURNS bigint LANGUAGE sql AS $$
    WITH made AS (
        INSERT INTO people_person (
            id, full_name, name_sort_key, name_search_key, birth_year, birth_month, birth_day, sex, place_id, hamlet, phone,
            number_sealed, number_mark, number_last, registered_at
        )
        SELECT id, name, sort_key, search_key, born, month, day, sex, place, hamlet, phone, sealed, mark, last, p_at
        FROM unnest(
            p_ids, p_names, p_sort_keys, p_search_keys, p_years, p_months, p_days, p_sexes, p_places, p_hamlets, p_phones,
            p_sealed, p_marks, p_lasts
        ) AS person (id, name, sort_key, search_key, born, month, day, sex, place, hamlet, phone, sealed, mark, last)
        RETURNING id
    )
    SELECT count(*) FROM made
$$;
