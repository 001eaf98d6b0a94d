-- People and groups that came with the lines of a handover.

DROP TABLE IF EXISTS brought;

CREATE TEMP TABLE brought ON COMMIT DROP AS
SELECT *, lending_id(%(at)s, line) AS loan, coalesce((kept ->> 'written_off_principal')::bigint, 0) AS gone_principal,
       coalesce((kept ->> 'written_off_interest')::bigint, 0) AS gone_interest,
       in_term + overdue + frozen + owed_in_term + owed_overdue + owed_grace = 0 AS is_gone
FROM lending_handoverrow WHERE handover_id = %(handover)s AND standing = 'new' ORDER BY line;
CREATE INDEX ON brought (group_id, line);
ANALYZE brought (group_id, line, place, series_id);

-- In portions: no call grows with the file.
DO $$ BEGIN PERFORM people_register(
    %(at)s::timestamptz, array_agg(borrower_id), array_agg(full_name::text), array_agg(name_sort_key::text), array_agg(name_search_key::text),
    array_agg(birth_year::int), array_agg(birth_month::int), array_agg(birth_day::int), array_agg(sex::text), array_agg(place::text),
    array_agg(left(coalesce(hamlet, ''), 80)), array_agg(coalesce(phone, '')::text), array_agg(number_sealed), array_agg(number_mark),
    array_agg(coalesce(number_last, '')::text)
) FROM brought WHERE is_new_person GROUP BY line / 5000 ORDER BY line / 5000; END $$;

WITH team AS (
    SELECT group_id, min(group_code) AS code, min(organisation) AS organisation, min(place) AS place,
           left(coalesce(mode() WITHIN GROUP (ORDER BY hamlet), ''), 80) AS hamlet, max(point) AS point, min(leader) AS leader, min(deputy) AS deputy
    FROM brought b
    WHERE group_id IS NOT NULL AND NOT EXISTS (SELECT FROM groups_group g WHERE g.id = b.group_id)
    GROUP BY group_id
)
SELECT groups_found(
    %(on)s, array_agg(t.group_id), array_agg(t.code::text), array_agg(t.organisation::text), array_agg(t.place::text), array_agg(t.hamlet),
    array_agg(point.id), array_agg(leader.borrower_id), array_agg(deputy.borrower_id),
    'Theo hồ sơ tiếp nhận danh mục'
)
FROM team t
CROSS JOIN LATERAL (
    SELECT b.borrower_id FROM brought b WHERE b.group_id = t.group_id AND b.name_search_key = t.leader ORDER BY b.line LIMIT 1
) AS leader
CROSS JOIN LATERAL (
    SELECT b.borrower_id FROM brought b
    WHERE b.group_id = t.group_id AND b.name_search_key = t.deputy AND b.borrower_id <> leader.borrower_id ORDER BY b.line LIMIT 1
) AS deputy
CROSS JOIN LATERAL (
    SELECT min(p.id::text)::uuid AS id FROM groups_point p
    WHERE CASE WHEN t.point IS NULL THEN p.place_id = t.place ELSE p.number = t.point END
) AS point
HAVING count(*) > 0;

SELECT groups_admit(%(on)s, array_agg(group_id), array_agg(borrower_id)) FROM brought WHERE group_id IS NOT NULL HAVING count(*) > 0;
