-- What is wrong line by line, and what is worth a look. The words are in rules/portfolio/problems.py.

INSERT INTO lending_handoverproblem (handover_id, line, field, code, is_error, values)
SELECT %(handover)s, line, field, code, is_error, values FROM (
    SELECT line, 'contract_number' AS field, 'twice' AS code, true AS is_error, '{}'::jsonb AS values, loan_id FROM resolved WHERE is_twice
    UNION ALL SELECT line, 'unit_code', 'unknown_unit', true, '{}', loan_id FROM resolved WHERE unit_id IS NULL AND unit_code IS NOT NULL
    UNION ALL SELECT line, 'unit_code', 'not_your_unit', true, '{}', loan_id FROM resolved
        WHERE NOT %(everything)s AND unit_id <> ALL (%(units)s::uuid[])
    UNION ALL SELECT line, 'place', 'unknown_place', true, '{}', loan_id FROM resolved WHERE place IS NULL
    UNION ALL SELECT r.line, 'place_name', 'other_place_name', false, jsonb_build_object('name', r.known_name), r.loan_id
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
    UNION ALL SELECT line, 'programme', 'unclear_programme', true, jsonb_build_object('variants', kinds), loan_id FROM resolved WHERE is_unclear
    UNION ALL SELECT line, 'rate', 'other_rate', false, jsonb_build_object('percent', replace(trim_scale(percent)::text, '.', ',')), loan_id
        FROM resolved WHERE rate <> percent AND NOT is_unclear
    UNION ALL SELECT line, 'signed_on', 'older_than_catalogue', false, '{}', loan_id FROM resolved WHERE is_older
    UNION ALL SELECT line, 'group_code', 'group_needed', true, '{}', loan_id FROM resolved WHERE group_code IS NULL AND organisation <> '99'
    UNION ALL SELECT line, 'group_code', 'group_elsewhere', true, '{}', loan_id FROM resolved WHERE group_is_elsewhere
    UNION ALL SELECT line, 'customer_code', 'person_unclear', true, '{}', loan_id FROM resolved WHERE person_is_unclear
    UNION ALL SELECT line, 'full_name', 'other_person', true, '{}', loan_id FROM resolved WHERE is_other_person
    UNION ALL SELECT r.line, 'full_name', 'likely_person', false, '{}', r.loan_id FROM resolved r
        WHERE r.is_new_person AND r.line = r.first_new_line AND EXISTS (
            SELECT FROM people_person b
            WHERE b.place_id = r.place AND b.name_search_key = r.name_search_key AND b.birth_year = r.birth_year)
    UNION ALL SELECT line, 'contract_number', 'known_differs', false, '{}', NULL FROM resolved
        WHERE loan_id IS NOT NULL AND NOT same_line AND NOT same_debt
    UNION ALL SELECT line, 'signed_on', 'signed_later', true, '{}', loan_id FROM resolved WHERE signed_on >= %(on)s
    UNION ALL SELECT line, 'contractual_on', 'ends_early', true, '{}', loan_id FROM resolved WHERE contractual_on <= signed_on
    UNION ALL SELECT line, 'extended_on', 'extended_back', true, '{}', loan_id FROM resolved WHERE extended_on < contractual_on
    UNION ALL SELECT line, 'session_day', 'session_day_impossible', true, '{}', loan_id FROM resolved WHERE session_day NOT BETWEEN 1 AND 31
    UNION ALL SELECT line, 'lent', 'lent_too_much', true, '{}', loan_id FROM resolved WHERE lent > approved
    UNION ALL SELECT line, 'in_term', 'owes_too_much', true, '{}', loan_id FROM resolved WHERE balance > lent
    UNION ALL SELECT line, 'freeze_until', 'freeze_needs_end', true, '{}', loan_id FROM resolved
        WHERE frozen > 0 AND coalesce(freeze_until <= %(on)s, true)
    UNION ALL SELECT line, 'decision', 'freeze_needs_decision', true, '{}', loan_id FROM resolved WHERE frozen > 0 AND decision IS NULL
    UNION ALL SELECT line, 'frozen', 'freeze_with_others', true, '{}', loan_id FROM resolved WHERE frozen > 0 AND in_term + overdue > 0
    UNION ALL SELECT line, 'in_term', 'settled', false, '{}', loan_id FROM resolved WHERE balance = 0 AND owed = 0 AND written_off = 0
    UNION ALL SELECT line, 'session_on', 'other_session_on', false, jsonb_build_object('day', to_char(by_rule, 'DD/MM/YYYY')), loan_id
        FROM resolved WHERE session_on <> by_rule
    UNION ALL SELECT line, 'term_months', 'term_differs', false, jsonb_build_object('months', term_months), loan_id FROM resolved
        WHERE abs((signed_on + make_interval(months => least(term_months, 600)))::date - contractual_on) > 31
    UNION ALL SELECT line, 'in_term', 'due_but_in_term', false, '{}', loan_id FROM resolved WHERE in_term > 0 AND final_on < %(on)s
    UNION ALL SELECT line, 'overdue', 'overdue_not_due', false, '{}', loan_id FROM resolved
        WHERE overdue > 0 AND final_on >= %(on)s AND coalesce(
            lending_session_before(first_principal_on, session_day::smallint),
            (signed_on + make_interval(months => coalesce(months, 0)))::date) >= %(on)s
    UNION ALL SELECT line, 'in_term', 'written_off', false, '{}', loan_id FROM resolved WHERE written_off > 0 AND balance + owed > 0
) AS problem WHERE loan_id IS NULL;
