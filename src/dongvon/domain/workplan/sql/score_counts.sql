-- What the scoring formula counts for each reporter of a round, in the order of rules.scoring.Counts.
WITH owed AS (
    SELECT
        reporter_id,
        count(*) AS owed,
        count(*) FILTER (WHERE met_at IS NOT NULL AND NOT late) AS on_time,
        count(*) FILTER (WHERE met_at IS NOT NULL AND late) AS late,
        coalesce(sum(ceil(extract(epoch FROM met_at - grace_until) / 86400))
            FILTER (WHERE met_at > grace_until), 0)::int AS late_days
    FROM workplan_obligation
    WHERE round_id = %(round)s AND waiver_id IS NULL
    GROUP BY reporter_id
),
clauses AS (
    SELECT reporter_id, clause_id, bool_or(evidence_owed) AS evidence_owed
    FROM workplan_obligation
    WHERE round_id = %(round)s AND waiver_id IS NULL
    GROUP BY reporter_id, clause_id
),
taken AS (
    SELECT id, reporter_id, state = 'accepted' AS accepted FROM workplan_report WHERE round_id = %(round)s
),
said AS (
    SELECT
        clauses.reporter_id,
        count(*) + count(*) FILTER (
            WHERE clauses.evidence_owed AND coalesce(entry.status, '') <> 'not_applicable'
        ) AS asked,
        count(*) FILTER (WHERE taken.accepted AND entry.narrative <> '') + count(*) FILTER (
            WHERE taken.accepted AND clauses.evidence_owed AND entry.status <> 'not_applicable'
                AND EXISTS (
                    SELECT FROM workplan_evidence evidence
                    WHERE evidence.report_id = entry.report_id AND evidence.clause_id = entry.clause_id
                )
        ) AS given,
        count(*) FILTER (WHERE taken.accepted AND entry.status <> 'not_applicable') AS applicable,
        count(*) FILTER (WHERE taken.accepted AND entry.status = 'done') AS done,
        count(*) FILTER (WHERE taken.accepted AND entry.status = 'in_progress') AS in_progress
    FROM clauses
    LEFT JOIN taken ON taken.reporter_id = clauses.reporter_id
    LEFT JOIN workplan_entry entry ON entry.report_id = taken.id AND entry.clause_id = clauses.clause_id
    GROUP BY clauses.reporter_id
),
figures AS (
    SELECT clauses.reporter_id, count(*) AS asked, count(figure.value) FILTER (WHERE taken.accepted) AS given
    FROM clauses
    JOIN units_unit unit ON unit.id = clauses.reporter_id
    JOIN workplan_slot slot
        ON slot.clause_id = clauses.clause_id AND (slot.bodies = '{}' OR unit.body = ANY (slot.bodies))
    LEFT JOIN taken ON taken.reporter_id = clauses.reporter_id
    LEFT JOIN workplan_figure figure ON figure.report_id = taken.id AND figure.slot_id = slot.id
    GROUP BY clauses.reporter_id
),
returned AS (
    SELECT taken.reporter_id, count(*) AS returns
    FROM taken
    JOIN workplan_submission submission ON submission.report_id = taken.id
    JOIN workplan_return ON workplan_return.submission_id = submission.id
    GROUP BY taken.reporter_id
)
SELECT
    owed.reporter_id, owed.owed, owed.on_time, owed.late, owed.late_days,
    said.asked + coalesce(figures.asked, 0), said.given + coalesce(figures.given, 0),
    said.applicable, said.done, said.in_progress,
    coalesce(returned.returns, 0), coalesce(taken.accepted, false)
FROM owed
JOIN said ON said.reporter_id = owed.reporter_id
LEFT JOIN figures ON figures.reporter_id = owed.reporter_id
LEFT JOIN taken ON taken.reporter_id = owed.reporter_id
LEFT JOIN returned ON returned.reporter_id = owed.reporter_id
