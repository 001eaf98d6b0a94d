-- The lines that end when these lists begin: of a yearly list whoever was on the one before; of any, whoever gets
-- another class now. First the newest day on which one of them began, where that is not before the lists begin.
WITH coming AS (
    SELECT listing.household_id, listing.kind FROM people_listing listing
    WHERE listing.list_id = ANY (%(lists)s) AND listing.ending = '' AND listing.kind IN ('poor', 'near_poor', 'escaped')
)
SELECT max(lower(held.valid)) FROM people_listing held
JOIN coming ON coming.household_id = held.household_id
WHERE held.kind IN ('poor', 'near_poor', 'escaped') AND NOT held.list_id = ANY (%(lists)s)
  AND lower(held.valid) >= %(from_on)s::date;

-- How many of these count as newly escaped no longer: the months run from the day they left, in whichever commune.
SELECT count(*) FROM people_listing
WHERE list_id = ANY (%(lists)s) AND ending = '' AND kind = 'escaped'
  AND people_escaped_since(household_id, %(from_on)s::date) + make_interval(months => %(months)s) <= %(from_on)s::date;

-- A review ends what it had before it: not a line that was certified after it was opened, and that it does not name.
UPDATE people_listing held
SET valid = daterange(lower(held.valid), %(from_on)s::date), ended_by = %(person)s, ended_at = %(at)s,
    ending = coalesce(
        (SELECT nullif(struck.ending, '') FROM people_listing struck
         WHERE struck.list_id = yearly.id
           AND (struck.household_id = held.household_id OR struck.person_id = held.person_id) LIMIT 1),
        (SELECT CASE going.kind WHEN held.kind THEN 'renewed' WHEN 'escaped' THEN 'escaped' ELSE 'changed' END
         FROM people_listing going
         WHERE going.list_id = ANY (%(lists)s) AND going.ending = ''
           AND (going.list_id = yearly.id OR going.kind IN ('poor', 'near_poor', 'escaped'))
           AND (going.household_id = held.household_id OR going.person_id = held.person_id)
         ORDER BY going.kind <> held.kind LIMIT 1),
        'mistaken')
FROM people_beneficiarylist yearly
WHERE yearly.id = ANY (%(lists)s) AND yearly.number = 0 AND yearly.kind <> 'escaped'
  AND held.place_id = yearly.place_id AND held.kind = yearly.kind
  AND held.valid @> %(from_on)s::date AND lower(held.valid) < %(from_on)s::date
  AND (yearly.opened_at >= (SELECT earlier.certified_at FROM people_beneficiarylist earlier WHERE earlier.id = held.list_id)
       OR EXISTS (SELECT FROM people_listing named
                  WHERE named.list_id = yearly.id
                    AND (named.household_id = held.household_id OR named.person_id = held.person_id)));

UPDATE people_listing held
SET valid = daterange(lower(held.valid), %(from_on)s::date), ended_by = %(person)s, ended_at = %(at)s,
    ending = CASE coming.kind WHEN held.kind THEN 'renewed' WHEN 'escaped' THEN 'escaped' ELSE 'changed' END
FROM people_listing coming
WHERE coming.list_id = ANY (%(lists)s) AND coming.ending = '' AND coming.kind IN ('poor', 'near_poor', 'escaped')
  AND coming.household_id = held.household_id
  AND held.kind IN ('poor', 'near_poor', 'escaped') AND held.valid @> %(from_on)s::date
  AND lower(held.valid) < %(from_on)s::date;

UPDATE people_listing
SET valid = daterange(%(from_on)s::date, CASE WHEN kind = 'escaped' THEN (
    coalesce(people_escaped_since(household_id, %(from_on)s::date), %(from_on)s::date) + make_interval(months => %(months)s)
)::date END)
WHERE list_id = ANY (%(lists)s) AND ending = ''
