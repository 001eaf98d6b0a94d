-- Lateness becomes a fact when grace has passed without the report: not for what was let off or never opened.
UPDATE workplan_obligation AS obligation
SET late = true
FROM workplan_round AS round
WHERE round.id = obligation.round_id
    AND round.withdrawn_at IS NULL
    AND obligation.met_at IS NULL
    AND NOT obligation.late
    AND obligation.waiver_id IS NULL
    AND obligation.grace_until < %(at)s
