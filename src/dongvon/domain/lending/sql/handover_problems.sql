-- What is wrong line by line, and what is worth a look. The words are in rules/portfolio/problems.py.

-- What a line says of itself, found in one pass over all lines.
INSERT INTO lending_handoverproblem (handover_id, line, field, code, is_error, values)
SELECT %(handover)s, found.line, kind.field, kind.code, kind.is_error, CASE kind.code
           WHEN 'unclear_programme' THEN jsonb_build_object('variants', kinds)
           WHEN 'other_rate' THEN jsonb_build_object('percent', replace(trim_scale(percent)::text, '.', ','))
           WHEN 'other_session_on' THEN jsonb_build_object('day', to_char(by_rule, 'DD/MM/YYYY'))
           WHEN 'term_differs' THEN jsonb_build_object('months', term_months) ELSE '{}' END
FROM (
    SELECT line, loan_id, kinds, percent, by_rule, term_months, array_remove(ARRAY[
        CASE WHEN is_twice THEN 'twice' END,
        CASE WHEN unit_id IS NULL AND unit_code IS NOT NULL THEN 'unknown_unit' END,
        CASE WHEN NOT %(everything)s AND unit_id <> ALL (%(units)s::uuid[]) THEN 'not_your_unit' END,
        CASE WHEN place IS NULL THEN 'unknown_place' END,
        CASE WHEN is_unclear THEN 'unclear_programme' END,
        CASE WHEN rate <> percent AND NOT is_unclear THEN 'other_rate' END,
        CASE WHEN is_older THEN 'older_than_catalogue' END,
        CASE WHEN group_code IS NULL AND organisation <> '99' THEN 'group_needed' END,
        CASE WHEN group_is_elsewhere THEN 'group_elsewhere' END,
        CASE WHEN person_is_unclear THEN 'person_unclear' END,
        CASE WHEN is_other_person THEN 'other_person' END,
        CASE WHEN NOT same_line AND NOT same_debt THEN 'known_differs' END,
        CASE WHEN signed_on >= %(on)s THEN 'signed_later' END,
        CASE WHEN contractual_on <= signed_on THEN 'ends_early' END,
        CASE WHEN extended_on < contractual_on THEN 'extended_back' END,
        CASE WHEN session_day NOT BETWEEN 1 AND 31 THEN 'session_day_impossible' END,
        CASE WHEN lent > approved THEN 'lent_too_much' END,
        CASE WHEN balance > lent THEN 'owes_too_much' END,
        CASE WHEN frozen > 0 AND coalesce(freeze_until <= %(on)s, true) THEN 'freeze_needs_end' END,
        CASE WHEN frozen > 0 AND decision IS NULL THEN 'freeze_needs_decision' END,
        CASE WHEN frozen > 0 AND in_term + overdue > 0 THEN 'freeze_with_others' END,
        CASE WHEN balance = 0 AND owed = 0 AND written_off = 0 THEN 'settled' END,
        CASE WHEN session_on <> by_rule THEN 'other_session_on' END,
        CASE WHEN abs((signed_on + make_interval(months => least(term_months, 600)))::date - contractual_on) > 31 THEN 'term_differs' END,
        CASE WHEN in_term > 0 AND final_on < %(on)s THEN 'due_but_in_term' END,
        CASE WHEN overdue > 0 AND final_on >= %(on)s AND coalesce(
            lending_session_before(first_principal_on, (CASE WHEN session_day BETWEEN 1 AND 31 THEN session_day END)::smallint),
            (signed_on + make_interval(months => coalesce(months, 0)))::date) >= %(on)s THEN 'overdue_not_due' END,
        CASE WHEN written_off > 0 AND balance + owed > 0 THEN 'written_off' END
    ], NULL) AS codes
    FROM resolved
    OFFSET 0
) AS found
JOIN (VALUES
    ('twice', 'contract_number', true), ('unknown_unit', 'unit_code', true), ('not_your_unit', 'unit_code', true),
    ('unknown_place', 'place', true), ('unclear_programme', 'programme', true), ('other_rate', 'rate', false),
    ('older_than_catalogue', 'signed_on', false), ('group_needed', 'group_code', true), ('group_elsewhere', 'group_code', true),
    ('person_unclear', 'customer_code', true), ('other_person', 'full_name', true), ('known_differs', 'contract_number', false),
    ('signed_later', 'signed_on', true), ('ends_early', 'contractual_on', true), ('extended_back', 'extended_on', true),
    ('session_day_impossible', 'session_day', true), ('lent_too_much', 'lent', true), ('owes_too_much', 'in_term', true),
    ('freeze_needs_end', 'freeze_until', true), ('freeze_needs_decision', 'decision', true), ('freeze_with_others', 'frozen', true),
    ('settled', 'in_term', false), ('other_session_on', 'session_on', false), ('term_differs', 'term_months', false),
    ('due_but_in_term', 'in_term', false), ('overdue_not_due', 'overdue', false), ('written_off', 'in_term', false)
) AS kind (code, field, is_error) ON kind.code = ANY (found.codes)
WHERE found.codes <> '{}' AND (kind.code = 'known_differs') = (found.loan_id IS NOT NULL);

-- What the directory, the catalogue and the register of people say of it.
INSERT INTO lending_handoverproblem (handover_id, line, field, code, is_error, values)
SELECT %(handover)s, line, field, code, is_error, values FROM (
    SELECT r.line, 'place_name' AS field, 'other_place_name' AS code, false AS is_error, jsonb_build_object('name', r.known_name) AS values, r.loan_id
    FROM resolved r JOIN unnest(%(place_codes)s::text[], %(place_keys)s::text[]) AS each (code, key) ON each.code = r.place
    WHERE r.place_name IS NOT NULL AND r.place_name <> each.key
    UNION ALL SELECT r.line, 'unit_code', 'not_served', false, '{}', r.loan_id FROM resolved r
        LEFT JOIN (
            SELECT edge.parent_id, served.place_id FROM units_edge edge JOIN units_unit served ON served.id = edge.child_id
            WHERE edge.kind = 'service_area' AND edge.valid @> %(on)s::date
        ) AS area ON area.parent_id = r.unit_id AND area.place_id = r.place
        WHERE r.unit_id IS NOT NULL AND r.place IS NOT NULL AND area.parent_id IS NULL
          AND EXISTS (SELECT FROM units_edge edge WHERE edge.kind = 'service_area' AND edge.parent_id = r.unit_id)
    UNION ALL SELECT line, 'programme', CASE WHEN EXISTS (SELECT FROM programmes_programme p WHERE p.code = programme
            AND (variant IS NULL OR p.variant = resolved.variant)) THEN 'no_rate' ELSE 'unknown_programme' END, true, '{}', loan_id
        FROM resolved WHERE series_id IS NULL AND programme IS NOT NULL AND fund IS NOT NULL AND signed_on IS NOT NULL
    UNION ALL SELECT r.line, 'full_name', 'likely_person', false, '{}', r.loan_id FROM resolved r
        WHERE r.is_new_person AND r.line = r.first_new_line AND EXISTS (
            SELECT FROM people_person b
            WHERE b.place_id = r.place AND b.name_search_key = r.name_search_key AND b.birth_year = r.birth_year)
) AS problem WHERE loan_id IS NULL;
