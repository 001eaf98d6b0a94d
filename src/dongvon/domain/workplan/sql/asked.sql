-- How many reporters were asked: in the whole round, for each clause, for each figure.
WITH owed AS (
    SELECT DISTINCT obligation.clause_id, obligation.reporter_id, unit.body
    FROM workplan_obligation obligation JOIN units_unit unit ON unit.id = obligation.reporter_id
    WHERE obligation.round_id = %(round)s
)
SELECT NULL::uuid AS clause, NULL::uuid AS slot, count(DISTINCT reporter_id) FROM owed
UNION ALL
SELECT clause_id, NULL, count(*) FROM owed GROUP BY clause_id
UNION ALL
SELECT NULL, slot.id, count(*)
FROM workplan_slot slot JOIN owed ON owed.clause_id = slot.clause_id
WHERE slot.bodies = '{}' OR owed.body = ANY (slot.bodies)
GROUP BY slot.id
