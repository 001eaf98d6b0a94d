CREATE TEMP TABLE arriving (
    person uuid NOT NULL, kind text NOT NULL, since date NOT NULL, until date,
    household uuid, new_household uuid NOT NULL DEFAULT gen_random_uuid()
) ON COMMIT DROP;

UPDATE arriving SET household = member.household_id
FROM people_membership member
WHERE member.person_id = arriving.person AND upper_inf(member.valid);

-- A person who arrives more than once founds one household.
UPDATE arriving SET new_household = first.new_household
FROM (SELECT DISTINCT ON (person) person, new_household FROM arriving ORDER BY person, since) AS first
WHERE first.person = arriving.person;

INSERT INTO people_household (id, code, place_id, hamlet)
SELECT DISTINCT new_household, 'D' || upper(right(replace(person::text, '-', ''), 10)), known.place_id, known.hamlet
FROM arriving JOIN people_person known ON known.id = arriving.person
WHERE household IS NULL;

INSERT INTO people_membership (id, household_id, person_id, relation, is_head, valid)
SELECT DISTINCT ON (person) gen_random_uuid(), new_household, person, 'chủ hộ', true, daterange('2010-01-01', NULL)
FROM arriving
WHERE household IS NULL;

INSERT INTO people_beneficiarylist (
    id, kind, year, number, place_id, standard_id, serves_from, on_paper, state, returned_for, opened_by, opened_at,
    laid_by, laid_at, decision_number, decided_on, certified_by, certified_at
)
SELECT gen_random_uuid(), kind, extract(year FROM since) - 1, 0, place_id,
       CASE WHEN kind IN ('poor', 'near_poor', 'escaped') THEN (
           SELECT standard.id FROM people_standard standard
           WHERE standard.measure = 'poverty' AND standard.place_id IS NULL AND standard.approved_by IS NOT NULL
             AND standard.valid @> since
             AND standard.area = CASE (
                 SELECT term.type FROM units_placeterm term WHERE term.place_id = round.place_id
                 ORDER BY term.valid @> round.since DESC, term.valid LIMIT 1
             ) WHEN 'phường' THEN 'urban' ELSE 'rural' END
       ) END,
       since, true, 'certified', '', %(maker)s, %(at)s, %(maker)s, %(at)s, %(decision)s, since - 10, %(checker)s, %(at)s
FROM (
    SELECT kind, known.place_id, min(since) AS since
    FROM arriving JOIN people_person known ON known.id = arriving.person
    GROUP BY kind, known.place_id, extract(year FROM since)
) AS round
ON CONFLICT DO NOTHING;

INSERT INTO people_listing (
    id, list_id, kind, place_id, household_id, person_id, origin, valid, ending, ended_by, ended_at
)
SELECT gen_random_uuid(), listed.id, arriving.kind, known.place_id,
       CASE WHEN arriving.kind <> ALL (%(of_persons)s) THEN coalesce(household, new_household) END,
       CASE WHEN arriving.kind = ANY (%(of_persons)s) THEN person END,
       CASE WHEN arriving.kind = 'escaped' THEN 'escaped' ELSE 'found_new' END,
       daterange(arriving.since, until),
       CASE WHEN until IS NULL OR arriving.kind = 'escaped' THEN '' ELSE 'escaped' END,
       CASE WHEN until IS NOT NULL AND arriving.kind <> 'escaped' THEN %(maker)s::uuid END,
       CASE WHEN until IS NOT NULL AND arriving.kind <> 'escaped' THEN %(at)s::timestamptz END
FROM arriving
JOIN people_person known ON known.id = arriving.person
JOIN people_beneficiarylist listed ON listed.place_id = known.place_id AND listed.kind = arriving.kind
    AND listed.number = 0 AND listed.year = extract(year FROM arriving.since) - 1
ON CONFLICT DO NOTHING
