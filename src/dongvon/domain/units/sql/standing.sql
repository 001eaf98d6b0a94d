-- An open account; the posts it holds on a day, in the order of their granting; and the units these reach: their own and all that
-- stand below, by administration, by professional line, or because they send their results through them. A group leader's post
-- stands in the organisation's unit and reaches the group only.
WITH RECURSIVE held AS (
    SELECT post.id, post.unit_id, unit.code, (
               SELECT name.full_name FROM units_unitname AS name WHERE name.unit_id = post.unit_id AND name.valid @> %(on)s::date LIMIT 1
           ) AS unit_name, unit.body, post.role, post.title, post.group_id
    FROM units_post AS post JOIN units_unit AS unit ON unit.id = post.unit_id
    WHERE post.user_id = %(person)s AND post.valid @> %(on)s::date
    ORDER BY post.granted_at, post.id
), reached (id) AS (
    SELECT unit_id FROM held WHERE group_id IS NULL
    UNION
    SELECT edge.child_id
    FROM units_edge AS edge
    JOIN reached ON reached.id = edge.parent_id
    WHERE edge.kind IN ('administrative', 'professional', 'reports_through') AND edge.valid @> %(on)s::date
)
SELECT person.full_name, person.email, NULL AS level, held.* FROM units_user AS person LEFT JOIN held ON true
WHERE person.id = %(person)s AND person.is_active
UNION ALL
SELECT '', '', unit.level, NULL, unit.id, NULL, NULL, unit.body, NULL, NULL, NULL FROM units_unit AS unit JOIN reached USING (id)
