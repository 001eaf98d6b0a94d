-- Households of three with a head, a grown member and a child; two in five on a certified list.
WITH made AS (
    SELECT number, gen_random_uuid() AS household, (%(places)s::text[])[1 + number %% cardinality(%(places)s::text[])] AS place
    FROM generate_series(1, %(count)s) AS number
), homes AS (
    INSERT INTO people_household (id, code, place_id, hamlet)
    SELECT household, 'H' || number, place, 'Ấp ' || (1 + number %% 8) FROM made
    RETURNING id
), folk AS (
    SELECT made.*, who, gen_random_uuid() AS person FROM made CROSS JOIN generate_series(1, 3) AS who
), born AS (
    INSERT INTO people_person (id, full_name, name_sort_key, name_search_key, birth_year, sex, place_id, hamlet, phone,
                               number_last, registered_at)
    SELECT person, 'Người ' || number, 'nguoi', 'nguoi', CASE who WHEN 3 THEN 2015 ELSE 1955 + number %% 50 END,
           CASE number %% 2 WHEN 0 THEN 'male' ELSE 'female' END, place, 'Ấp 1', '', '', %(at)s
    FROM folk
    RETURNING id
), joined AS (
    INSERT INTO people_membership (id, household_id, person_id, relation, is_head, valid)
    SELECT gen_random_uuid(), household, person, CASE who WHEN 1 THEN 'chủ hộ' ELSE 'con' END, who = 1, '[2020-01-01,)'
    FROM folk
    RETURNING id
), lists AS (
    INSERT INTO people_beneficiarylist (id, kind, year, number, place_id, serves_from, on_paper, state, opened_by, opened_at,
                                        laid_by, laid_at, decision_number, decided_on, certified_by, certified_at, returned_for)
    SELECT gen_random_uuid(), kind, 2025, 0, place, '2026-01-01', true, 'certified', gen_random_uuid(), %(at)s,
           gen_random_uuid(), %(at)s, '12/QĐ-UBND', '2025-12-20', gen_random_uuid(), %(at)s, ''
    FROM unnest(%(places)s::text[]) AS place CROSS JOIN unnest(ARRAY['poor', 'near_poor', 'escaped', 'average']) AS kind
    RETURNING id, kind, place_id
)
INSERT INTO people_listing (id, list_id, kind, place_id, household_id, origin, valid, ending)
SELECT gen_random_uuid(), lists.id, lists.kind, made.place, made.household, 'found_new', '[2026-01-01,)', ''
FROM made
JOIN lists ON lists.place_id = made.place
    AND lists.kind = CASE made.number %% 10 WHEN 0 THEN 'poor' WHEN 1 THEN 'near_poor' WHEN 2 THEN 'escaped' WHEN 3 THEN 'average' END
