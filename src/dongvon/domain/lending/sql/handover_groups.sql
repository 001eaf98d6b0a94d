-- Groups that the books do not know are founded with the loans: from lines that are good so far.

CREATE TEMP TABLE faulty ON COMMIT DROP AS
SELECT DISTINCT line FROM lending_handoverproblem WHERE handover_id = %(handover)s AND is_error;
CREATE UNIQUE INDEX ON faulty (line);

CREATE TEMP TABLE member ON COMMIT DROP AS
SELECT r.line, r.group_code, r.place, r.organisation, r.leader, r.deputy, r.point, r.hamlet, r.borrower_id, r.name_search_key
FROM resolved r
WHERE r.group_code IS NOT NULL AND r.group_id IS NULL AND r.loan_id IS NULL
  AND NOT EXISTS (SELECT FROM faulty f WHERE f.line = r.line);
CREATE INDEX ON member (group_code, line);
ANALYZE member (group_code, line);

CREATE TEMP TABLE founded ON COMMIT DROP AS
WITH gathered AS (
    SELECT m.group_code, gen_random_uuid() AS id, min(m.line) AS line, min(m.place) AS place, min(m.organisation) AS organisation,
           min(m.leader) AS leader, min(m.deputy) AS deputy, max(m.point) AS point, mode() WITHIN GROUP (ORDER BY m.hamlet) AS hamlet,
           count(DISTINCT m.borrower_id) AS members, count(DISTINCT m.hamlet) AS hamlets,
           count(DISTINCT m.place) > 1 OR count(DISTINCT m.organisation) > 1 OR count(DISTINCT m.leader) > 1
               OR count(DISTINCT m.deputy) > 1 AS is_unclear
    FROM member m GROUP BY m.group_code
)
SELECT g.*, leader.borrower_id AS leader_id, deputy.borrower_id AS deputy_id, point.id AS point_id
FROM gathered g
LEFT JOIN LATERAL (
    SELECT m.borrower_id FROM member m WHERE m.group_code = g.group_code AND m.name_search_key = g.leader ORDER BY m.line LIMIT 1
) AS leader ON true
LEFT JOIN LATERAL (
    SELECT m.borrower_id FROM member m
    WHERE m.group_code = g.group_code AND m.name_search_key = g.deputy AND m.borrower_id <> leader.borrower_id
    ORDER BY m.line LIMIT 1
) AS deputy ON true
LEFT JOIN LATERAL (
    SELECT min(p.id::text)::uuid AS id FROM groups_point p
    WHERE CASE WHEN g.point IS NULL THEN p.place_id = g.place ELSE p.number = g.point END HAVING count(*) = 1
) AS point ON true;

INSERT INTO lending_handoverproblem (handover_id, line, field, code, is_error, values)
SELECT %(handover)s, r.line, 'group_code',
       CASE WHEN f.is_unclear THEN 'group_unclear' WHEN f.point_id IS NULL THEN 'group_without_point' ELSE 'group_without_board' END,
       true, '{}'
FROM founded f JOIN resolved r USING (group_code)
WHERE f.is_unclear OR f.point_id IS NULL OR f.leader_id IS NULL OR f.deputy_id IS NULL;

INSERT INTO lending_handoverproblem (handover_id, line, field, code, is_error, values)
SELECT %(handover)s, f.line, 'group_code', 'group_size', false,
       jsonb_build_object('members', f.members, 'fewest', rule.fewest, 'most', rule.most)
FROM founded f JOIN groups_sizerule rule ON rule.valid @> %(on)s::date
WHERE f.members NOT BETWEEN rule.fewest AND rule.most AND f.leader_id IS NOT NULL AND f.deputy_id IS NOT NULL;

-- A group stands in one hamlet; one that does not is founded as it is, in the hamlet of most, and looked at.
INSERT INTO lending_handoverproblem (handover_id, line, field, code, is_error, values)
SELECT %(handover)s, m.line, 'hamlet', 'other_hamlet', false, jsonb_build_object('hamlet', f.hamlet)
FROM founded f JOIN member m USING (group_code)
WHERE f.hamlets > 1 AND m.hamlet <> f.hamlet;

-- What was found out goes to the lines themselves.
WITH bad AS (
    SELECT DISTINCT line FROM lending_handoverproblem WHERE handover_id = %(handover)s AND is_error
), judged AS (
    SELECT r.line, r.place, r.unit_id, r.series_id, r.cohort_id, r.overdue_percent, r.overdue_rate, r.months, r.floor_to, r.final_on,
           r.borrower_id, r.is_new_person, coalesce(r.group_id, f.id) AS team,
           CASE WHEN r.loan_id IS NOT NULL THEN 'known' WHEN bad.line IS NOT NULL THEN 'bad'
                WHEN r.balance = 0 AND r.owed = 0 AND r.written_off = 0 THEN 'settled' ELSE 'new' END AS judgement
    FROM resolved r LEFT JOIN bad ON bad.line = r.line LEFT JOIN founded f ON f.group_code = r.group_code
), counted AS (
    SELECT *, row_number() OVER (PARTITION BY borrower_id, judgement ORDER BY line) = 1 AS is_first FROM judged
)
UPDATE lending_handoverrow row
SET standing = c.judgement, place = coalesce(c.place, row.place), approved = coalesce(row.approved, row.lent),
    unit_id = c.unit_id, series_id = c.series_id, cohort_id = c.cohort_id, overdue_percent = c.overdue_percent,
    overdue_rate = c.overdue_rate, months = c.months, floor_to = c.floor_to, final_on = c.final_on, group_id = c.team,
    borrower_id = c.borrower_id, is_new_person = c.judgement = 'new' AND c.is_new_person AND c.is_first
FROM counted c
WHERE row.handover_id = %(handover)s AND row.line = c.line;
