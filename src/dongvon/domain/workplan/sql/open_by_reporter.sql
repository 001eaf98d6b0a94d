-- What each reporting unit still owes in each round that is open, with the nearest due moment.
SELECT round.id, round.title, obligation.reporter_id, min(obligation.due_at), count(*)
FROM workplan_obligation obligation
JOIN workplan_round round ON round.id = obligation.round_id
WHERE obligation.met_at IS NULL
    AND obligation.waiver_id IS NULL
    AND round.withdrawn_at IS NULL
    AND round.locked_at IS NULL
    AND obligation.due_at < %(until)s
GROUP BY round.id, obligation.reporter_id
