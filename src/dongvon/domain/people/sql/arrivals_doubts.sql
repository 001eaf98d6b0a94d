-- What the records say about staged rows: one line for each row and word.
SELECT row, 'elsewhere' FROM arrivals
WHERE person IS NULL AND number_mark IS NOT NULL
  AND number_mark IN (SELECT people_known_marks((SELECT array_agg(number_mark) FROM arrivals WHERE person IS NULL)))
UNION ALL
SELECT arrivals.row, 'elsewhere' FROM arrivals JOIN people_person known ON known.id = arrivals.person
WHERE known.place_id <> %(place)s
UNION ALL
SELECT arrivals.row, 'other_name' FROM arrivals JOIN people_person known ON known.id = arrivals.person
WHERE known.name_search_key <> arrivals.search_key
UNION ALL
SELECT row, 'by_name' FROM arrivals WHERE by_name
UNION ALL
SELECT arrivals.row, 'other_class' FROM arrivals
JOIN people_listing listing ON listing.household_id = arrivals.household
WHERE %(kind)s IN ('poor', 'near_poor', 'escaped') AND listing.kind IN ('poor', 'near_poor', 'escaped')
  AND listing.kind <> %(kind)s AND listing.valid @> %(on)s::date
