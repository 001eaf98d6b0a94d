-- Every unit that reports on a plan owes its own plan for carrying it out; no day is set that nobody set.
INSERT INTO workplan_implementationplan (plan_id, unit_id, due_at)
SELECT DISTINCT plan_id, reporter_id, %(due_at)s::timestamptz FROM workplan_obligation WHERE plan_id = %(plan)s
ON CONFLICT (plan_id, unit_id) DO NOTHING
