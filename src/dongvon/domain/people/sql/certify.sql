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

UPDATE people_listing held
SET valid = daterange(lower(held.valid), %(from_on)s::date), ended_by = %(person)s, ended_at = %(at)s,
    ending = coalesce(
        (SELECT nullif(struck.ending, '') FROM people_listing struck
         WHERE struck.list_id = yearly.id
           AND (struck.household_id = held.household_id OR struck.person_id = held.person_id) LIMIT 1),
        CASE WHEN EXISTS (
            SELECT FROM people_listing kept
            WHERE kept.list_id = yearly.id
              AND (kept.household_id = held.household_id OR kept.person_id = held.person_id)
        ) THEN 'renewed' ELSE 'mistaken' END)
FROM people_beneficiarylist yearly
WHERE yearly.id = ANY (%(lists)s) AND yearly.number = 0 AND yearly.kind <> 'escaped'
  AND held.place_id = yearly.place_id AND held.kind = yearly.kind
  AND held.valid @> %(from_on)s::date AND lower(held.valid) < %(from_on)s::date;

UPDATE people_listing held
SET valid = daterange(lower(held.valid), %(from_on)s::date), ending = 'changed', ended_by = %(person)s, ended_at = %(at)s
WHERE held.kind IN ('poor', 'near_poor', 'escaped') AND held.valid @> %(from_on)s::date
  AND lower(held.valid) < %(from_on)s::date
  AND held.household_id IN (
      SELECT household_id FROM people_listing
      WHERE list_id = ANY (%(lists)s) AND ending = '' AND kind IN ('poor', 'near_poor', 'escaped')
  );

UPDATE people_listing
SET valid = daterange(%(from_on)s::date, CASE WHEN kind = 'escaped' THEN %(escaped_until)s::date END)
WHERE list_id = ANY (%(lists)s) AND ending = ''
