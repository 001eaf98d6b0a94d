-- One row for each unit (or, by reporter, for each unit that reports): its rounds by their place in the list asked
-- for, and for each of them how it stands, as one word of parts. Few words differ among thousands of cells, and one
-- array of them is cheaper to carry than thousands of rows; marks are cheaper to gather than counts.
WITH cell AS (
    SELECT
        CASE WHEN %(by_unit)s THEN unit_id ELSE reporter_id END AS unit_id,
        reporter_id,
        round_id,
        bool_and(waiver_id IS NOT NULL) AS waived,
        bool_or(late) AS late,
        bool_or(due_at <= %(at)s AND met_at IS NULL AND waiver_id IS NULL) AS overdue,
        bool_and(opens_at > %(at)s) AS ahead
    FROM workplan_obligation
    WHERE round_id = ANY (%(rounds)s)
    GROUP BY 1, 2, 3
)
SELECT
    cell.unit_id,
    array_agg(array_position(%(rounds)s, cell.round_id)),
    array_agg(concat_ws(',',
        cell.waived::int, cell.late::int, cell.overdue::int, cell.ahead::int, coalesce(report.state, '')
    ))
FROM cell
LEFT JOIN workplan_report AS report ON report.round_id = cell.round_id AND report.reporter_id = cell.reporter_id
GROUP BY cell.unit_id
