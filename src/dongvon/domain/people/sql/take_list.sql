-- Staged rows become people, households, members and lines of the list. One statement after another.
INSERT INTO people_person (
    id, full_name, name_sort_key, name_search_key, birth_year, birth_month, birth_day, sex, place_id, hamlet, phone,
    number_sealed, number_mark, number_last, registered_at
)
SELECT new_person, full_name, sort_key, search_key, birth_year, birth_month, birth_day, sex, %(place)s, hamlet, '',
       number_sealed, number_mark, number_last, %(at)s
FROM arrivals WHERE person IS NULL;

INSERT INTO people_household (id, code, place_id, hamlet)
SELECT new_household, coalesce(nullif(code, ''), 'T' || upper(right(replace(new_household::text, '-', ''), 12))),
       %(place)s, hamlet
FROM arrivals WHERE row = head AND household IS NULL;

UPDATE arrivals
SET person = coalesce(arrivals.person, arrivals.new_person), household = coalesce(above.household, above.new_household)
FROM arrivals above
WHERE above.row = arrivals.head;

INSERT INTO people_membership (id, household_id, person_id, relation, is_head, valid)
SELECT gen_random_uuid(), household, arrivals.person, arrivals.relation, row = head AND headed.household_id IS NULL,
       daterange(%(on)s::date, NULL)
FROM arrivals
LEFT JOIN people_membership headed ON headed.household_id = household AND headed.is_head AND headed.valid @> %(on)s::date
LEFT JOIN (
    SELECT DISTINCT person_id FROM people_membership WHERE valid @> %(on)s::date OR lower(valid) > %(on)s::date
) AS living ON living.person_id = arrivals.person
WHERE living.person_id IS NULL;

INSERT INTO people_listing (id, list_id, kind, place_id, household_id, person_id, origin, ending)
SELECT gen_random_uuid(), %(list)s, %(kind)s, %(place)s, household, person,
       CASE WHEN was_listed OR %(kind)s = 'escaped' THEN people_origin(%(kind)s, %(place)s, %(on)s::date, household, person)
            ELSE 'found_new' END,
       ''
FROM (
    SELECT household, NULL::uuid AS person,
           household IN (SELECT people_ever_listed((SELECT array_agg(household) FROM arrivals))) AS was_listed
    FROM arrivals WHERE row = head AND NOT %(of_persons)s
    UNION ALL
    SELECT NULL, person, person IN (SELECT people_ever_listed((SELECT array_agg(person) FROM arrivals)))
    FROM arrivals WHERE %(of_persons)s
) AS coming
ON CONFLICT DO NOTHING
