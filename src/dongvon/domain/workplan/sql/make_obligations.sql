-- Clause × unit × round in one statement. Pairs of (assignment, unit) and of (clause, round) come in as arrays.
-- A unit named twice by one clause owes once, in its strongest role. Who reports: the unit itself, or the one its
-- results go through on the day.
INSERT INTO workplan_obligation (
    plan_id, clause_id, round_id, unit_id, reporter_id, role, responsible_role, evidence_owed,
    opens_at, due_at, grace_until, locks_at
)
WITH owing AS (
    SELECT DISTINCT ON (assignment.clause_id, member.unit)
        assignment.plan_id, assignment.clause_id, member.unit, assignment.role
    FROM unnest(%(assignments)s::uuid[], %(units)s::uuid[]) AS member (assignment, unit)
    JOIN workplan_assignment assignment ON assignment.id = member.assignment
    ORDER BY assignment.clause_id, member.unit, array_position('{lead,implement,coordinate}', assignment.role)
),
through AS (
    SELECT DISTINCT ON (child_id) child_id, parent_id
    FROM units_edge
    WHERE kind = 'reports_through' AND valid @> %(on)s::date
    ORDER BY child_id, lower(valid) DESC, parent_id
)
SELECT
    owing.plan_id, owing.clause_id, round.id, owing.unit, coalesce(through.parent_id, owing.unit), owing.role,
    'unit_head', clause.timing_kind IN ('continuous', 'continuous_yearly') AND round.kind = 'annual',
    round.opens_at, round.due_at, round.grace_until, round.locks_at
FROM unnest(%(clauses)s::uuid[], %(rounds)s::uuid[]) AS occasion (clause, round)
JOIN workplan_round round ON round.id = occasion.round
JOIN workplan_clause clause ON clause.id = occasion.clause
JOIN owing ON owing.clause_id = occasion.clause
LEFT JOIN through ON through.child_id = owing.unit
ON CONFLICT (round_id, unit_id, clause_id) DO NOTHING
