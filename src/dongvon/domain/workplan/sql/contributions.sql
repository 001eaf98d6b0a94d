-- What every unit contributes to the numbers of a round's consolidation, in one statement and so in one snapshot.
-- Only accepted reports count; one that was reopened counts again once it is accepted again.
WITH this AS (
    SELECT id, plan_id, kind, year, number FROM workplan_round WHERE id = %(round)s
),
before AS (
    SELECT round.id
    FROM workplan_round round JOIN this ON round.kind = this.kind AND round.number = this.number
    WHERE round.year = this.year - 1 AND round.withdrawn_at IS NULL
),
taken AS (
    SELECT report.id, report.round_id, report.reporter_id, last.id AS submission_id
    FROM workplan_report report
    CROSS JOIN LATERAL (
        SELECT id FROM workplan_submission WHERE report_id = report.id ORDER BY number DESC LIMIT 1
    ) last
    WHERE report.state = 'accepted'
        AND (report.round_id = %(round)s OR report.round_id IN (SELECT id FROM before))
),
stands AS (
    SELECT
        obligation.reporter_id,
        CASE
            WHEN bool_and(waiver_id IS NOT NULL) THEN 'waived'
            WHEN bool_or(met_at IS NULL AND waiver_id IS NULL AND grace_until < %(at)s) THEN 'missing'
            WHEN bool_or(met_at IS NULL AND waiver_id IS NULL) THEN 'pending'
            WHEN bool_or(late) THEN 'late'
            ELSE 'on_time'
        END AS subject
    FROM workplan_obligation obligation
    WHERE obligation.round_id = %(round)s
    GROUP BY obligation.reporter_id
),
latest AS (
    SELECT DISTINCT ON (report.reporter_id) report.reporter_id, submission.id, submission.on_behalf_of_id
    FROM workplan_report report JOIN workplan_submission submission ON submission.report_id = report.id
    WHERE report.round_id = %(round)s
    ORDER BY report.reporter_id, submission.number DESC
)
SELECT 'punctuality' AS kind, stands.subject, NULL::uuid AS clause, NULL::uuid AS slot,
    stands.reporter_id AS unit, latest.id AS submission, 1::numeric AS value, '' AS note
FROM stands LEFT JOIN latest ON latest.reporter_id = stands.reporter_id
UNION ALL
SELECT 'punctuality', 'on_behalf', NULL, NULL, reporter_id, id, 1, ''
FROM latest WHERE on_behalf_of_id IS NOT NULL
UNION ALL
SELECT 'status', entry.status, entry.clause_id, NULL, taken.reporter_id, taken.submission_id, 1, ''
FROM taken JOIN workplan_entry entry ON entry.report_id = taken.id
WHERE taken.round_id = %(round)s
UNION ALL
SELECT 'figure', slot.code, NULL, slot.id, taken.reporter_id, taken.submission_id, figure.value, figure.no_data_reason
FROM taken
JOIN workplan_figure figure ON figure.report_id = taken.id
JOIN workplan_slot slot ON slot.id = figure.slot_id
WHERE taken.round_id = %(round)s
UNION ALL
SELECT 'year_before', slot.code, NULL, slot.id, taken.reporter_id, taken.submission_id, figure.value, figure.no_data_reason
FROM taken
JOIN before ON before.id = taken.round_id
JOIN workplan_figure figure ON figure.report_id = taken.id
JOIN workplan_slot earlier ON earlier.id = figure.slot_id
JOIN this ON true
JOIN workplan_slot slot ON slot.plan_id = this.plan_id AND slot.code = earlier.code
UNION ALL
SELECT 'concern', concern.kind, NULL, NULL, report.reporter_id, latest.id, count(*), ''
FROM workplan_concern concern
JOIN workplan_report report ON report.id = concern.report_id
LEFT JOIN latest ON latest.reporter_id = report.reporter_id
WHERE report.round_id = %(round)s AND concern.delivered_at <= %(at)s
GROUP BY concern.kind, report.reporter_id, latest.id
