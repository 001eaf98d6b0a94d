-- Each loan of an extract (`stated`) with its terms, the events of the extract (`happened`), and those of our books where they know it.
WITH given AS (
    SELECT contract_number, json_agg(json_build_array("on", kind, amount) ORDER BY "on") AS events FROM happened GROUP BY contract_number
), reversed AS (
    SELECT receipt_id FROM lending_receiptreversal
)
SELECT s.*, g.events, l.id IS NOT NULL AS is_known, coalesce(l.cohort_id, found.cohort_id) AS cohort_id,
       coalesce(l.overdue_percent, found.overdue_percent) AS overdue_percent, coalesce(l.overdue_rate, found.overdue_rate) AS overdue_rate,
       coalesce(s.session_on, l.final_on, CASE WHEN s.session_day BETWEEN 1 AND 31
           THEN lending_session_before(coalesce(s.extended_on, s.contractual_on), s.session_day::smallint) END,
           s.extended_on, s.contractual_on) AS final_on,
       coalesce(s.contractual_on, l.contractual_on) AS due_on, coalesce(s.extended_on, l.extended_on) AS put_off_on,
       coalesce(s.grace_until, l.grace_until) AS grace_on, ours.events AS ours
FROM stated s
LEFT JOIN given g ON g.contract_number = s.contract_number
LEFT JOIN lending_loan l ON l.contract_number = s.contract_number
LEFT JOIN LATERAL (
    SELECT c.id AS cohort_id, t.overdue_percent,
           CASE WHEN t.overdue_percent IS NULL THEN programmes_poor_rate(r.fund, s.signed_on) END AS overdue_rate
    FROM programmes_programme p
    JOIN programmes_rateseries r ON r.programme_id = p.id AND r.fund = s.fund AND r.area = ''
    JOIN programmes_ratecohort c ON c.series_id = r.id
    JOIN LATERAL (
        SELECT overdue_percent FROM programmes_term t WHERE t.programme_id = p.id AND t.fund = r.fund AND t.granted
        ORDER BY t.valid @> s.signed_on DESC, t.valid LIMIT 1
    ) AS t ON true
    LEFT JOIN programmes_ratesegment seg ON seg.cohort_id = c.id AND seg.starts_on < %(on)s AND (seg.ends_on IS NULL OR seg.ends_on >= %(on)s)
    WHERE p.code = s.programme AND (s.variant IS NULL OR p.variant = lower(s.variant)) AND c.signed_from <= s.signed_on
    ORDER BY seg.percent IS NOT DISTINCT FROM s.rate DESC, r.priority_class = 'ordinary' DESC, p.variant = '' DESC, c.signed_from DESC LIMIT 1
) AS found ON l.id IS NULL
LEFT JOIN LATERAL (
    SELECT json_agg(json_build_array(event.day, event.kind, event.amount) ORDER BY event.day) AS events
    FROM (
        SELECT m.value_on AS day, part.kind, part.amount
        FROM lending_movement m
        CROSS JOIN LATERAL (VALUES
            ('lent', CASE WHEN m.cause IN ('disbursement', 'takeover') THEN m.in_term + m.overdue + m.frozen END),
            ('principal', CASE WHEN m.cause = 'receipt' THEN -(m.in_term + m.overdue + m.frozen) END),
            ('to_overdue', CASE WHEN m.cause IN ('overdue', 'takeover') THEN m.overdue END),
            ('to_frozen', CASE WHEN m.cause IN ('freeze', 'takeover') THEN m.frozen END),
            ('from_frozen', CASE WHEN m.cause = 'freeze_end' THEN -m.frozen END)
        ) AS part (kind, amount)
        WHERE m.loan_id = l.id AND part.amount > 0 AND m.source NOT IN (SELECT receipt_id FROM reversed)
        UNION ALL
        SELECT r.value_on, part.kind, part.amount
        FROM lending_receipt r
        CROSS JOIN LATERAL (VALUES
            ('interest', r.interest_arrears + r.current_interest), ('overdue_interest', r.overdue_interest), ('grace_interest', r.grace_interest)
        ) AS part (kind, amount)
        WHERE r.loan_id = l.id AND part.amount > 0 AND r.id NOT IN (SELECT receipt_id FROM reversed)
        UNION ALL
        SELECT taken.day, part.kind, part.amount
        FROM lending_origin o
        CROSS JOIN LATERAL (SELECT min(value_on) AS day FROM lending_movement m WHERE m.loan_id = l.id) AS taken
        CROSS JOIN LATERAL (VALUES
            ('owed_in_term', o.carried_in_term), ('owed_overdue', o.carried_overdue), ('owed_grace', o.carried_grace)
        ) AS part (kind, amount)
        WHERE o.loan_id = l.id AND part.amount > 0
    ) AS event
) AS ours ON l.id IS NOT NULL
ORDER BY s.contract_number
