-- The given units and all that stand below them on a day, by administration, by professional line, or because
-- they send their results through them.
WITH RECURSIVE reached (id) AS (
    SELECT unnest(%(units)s::uuid[])
    UNION
    SELECT edge.child_id
    FROM units_edge AS edge
    JOIN reached ON reached.id = edge.parent_id
    WHERE edge.kind IN ('administrative', 'professional', 'reports_through') AND edge.valid @> %(on)s::date
)
SELECT unit.id, unit.body, unit.level FROM units_unit AS unit JOIN reached USING (id)
