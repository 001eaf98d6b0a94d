CREATE TEMP TABLE arrivals (
    row integer PRIMARY KEY, head integer NOT NULL, code text NOT NULL, full_name text NOT NULL,
    sort_key text COLLATE "C" NOT NULL, search_key text NOT NULL,
    birth_year smallint NOT NULL, birth_month smallint, birth_day smallint, sex text NOT NULL, hamlet text NOT NULL,
    relation text NOT NULL, number_mark bytea, number_sealed bytea, number_last text NOT NULL,
    new_person uuid NOT NULL DEFAULT gen_random_uuid(), new_household uuid NOT NULL DEFAULT gen_random_uuid(),
    person uuid, household uuid, by_name boolean NOT NULL DEFAULT false
) ON COMMIT DROP;

ANALYZE arrivals;

-- The number tells who it is, under whichever record it is now kept.
UPDATE arrivals SET person = coalesce(known.same_as_id, known.id)
FROM people_person known
WHERE known.number_mark = arrivals.number_mark;

-- Without a number on one of both sides, one person of the commune with that name and exactly that birth is the same.
UPDATE arrivals SET person = known.id, by_name = true
FROM (
    SELECT arrivals.row, min(known.id::text)::uuid AS id
    FROM arrivals
    JOIN people_person known ON known.place_id = %(place)s AND known.name_sort_key = arrivals.sort_key
    WHERE arrivals.person IS NULL AND known.same_as_id IS NULL
      AND (known.number_mark IS NULL OR arrivals.number_mark IS NULL)
      AND (known.birth_year, known.birth_month, known.birth_day)
          IS NOT DISTINCT FROM (arrivals.birth_year, arrivals.birth_month, arrivals.birth_day)
    GROUP BY arrivals.row
    HAVING count(*) = 1
) AS known
WHERE known.row = arrivals.row;

-- A household is known by its code, or because its head lives in it.
UPDATE arrivals SET household = known.id
FROM people_household known
WHERE arrivals.row = arrivals.head AND known.place_id = %(place)s AND known.code = arrivals.code;

UPDATE arrivals SET household = member.household_id
FROM people_membership member
WHERE arrivals.row = arrivals.head AND arrivals.household IS NULL
  AND member.person_id = arrivals.person AND member.valid @> %(on)s::date
