-- Counts over obligation rows, so that a unit that never signed in counts as much as any other.
SELECT
    round_id, sum(owed)::int, sum(waived)::int, sum(in_time)::int, sum(met_late)::int, sum(missing)::int, count(*)
FROM (
    SELECT
        round_id,
        reporter_id,
        count(*) AS owed,
        count(waiver_id) AS waived,
        count(*) FILTER (WHERE met_at IS NOT NULL AND NOT late) AS in_time,
        count(*) FILTER (WHERE met_at IS NOT NULL AND late) AS met_late,
        count(*) FILTER (WHERE met_at IS NULL AND waiver_id IS NULL AND grace_until < %(at)s) AS missing
    FROM workplan_obligation
    WHERE round_id = ANY (%(rounds)s)
    GROUP BY round_id, reporter_id
) AS reporters
GROUP BY round_id
