-- The living loans as a portfolio goes out: the bank's own record, with interest owed as the day begins. Names as far as the asker sees them.
SELECT lpad(nullif(regexp_replace(u.code, '^\D*', ''), ''), 6, '0') AS unit_code, l.place, pl.name AS place_name, b.hamlet,
       po.number AS point, l.session_day, g.code AS group_code, leader.full_name AS leader, deputy.full_name AS deputy, l.organisation,
       coalesce(nullif(o.customer_code, ''), l.borrower_id::text) AS customer_code, b.full_name,
       concat_ws('/', lpad(b.birth_day::text, 2, '0'), lpad(b.birth_month::text, 2, '0'), b.birth_year) AS birth,
       CASE b.sex WHEN 'female' THEN 'Nữ' WHEN 'male' THEN 'Nam' END AS sex,
       CASE WHEN b.number_last <> '' THEN '•••••••• ' || b.number_last END AS personal_number, nullif(b.phone, '') AS phone,
       l.contract_number, p.code AS programme, nullif(p.variant, '') AS variant,
       CASE s.priority_class WHEN 'priority' THEN 'x' END AS priority, s.fund, l.approved, l.lent, l.signed_on, l.contractual_on,
       CASE WHEN l.extended_on > l.contractual_on THEN l.extended_on END AS extended_on, l.final_on AS session_on,
       part.first_on AS first_principal_on, l.grace_until, l.term_months, now.percent AS rate, l.in_term, l.overdue, l.frozen,
       greatest(lending_dong(owed.in_term) - l.collected_in_term, 0) AS owed_in_term,
       greatest(lending_dong(owed.overdue) - l.collected_overdue, 0) AS owed_overdue,
       greatest(lending_dong(owed.grace) - l.collected_grace, 0) AS owed_grace,
       nullif(coalesce((o.kept ->> 'extension_count')::integer, 0) + coalesce(longer.times, 0), 0) AS extension_count,
       nullif(coalesce((o.kept ->> 'extension_months')::integer, 0) + coalesce(longer.months, 0), 0) AS extension_months,
       part.due AS due_principal, rest.until_on AS freeze_until, rest.decision, coalesce(o.kept, '{}') AS kept,
       coalesce(lent.month, 0) AS lent_month, coalesce(lent.quarter, 0) AS lent_quarter, coalesce(lent.year, 0) AS lent_year,
       coalesce(paid.principal_month, 0) AS paid_month, coalesce(paid.principal_quarter, 0) AS paid_quarter,
       coalesce(paid.principal_year, 0) AS paid_year, coalesce(paid.interest_month, 0) AS interest_month,
       coalesce(paid.interest_quarter, 0) AS interest_quarter, coalesce(paid.interest_year, 0) AS interest_year,
       a.in_term AS account_in_term, a.overdue AS account_overdue, a.frozen AS account_frozen, a.income AS account_income
FROM lending_loan l
JOIN units_unit u ON u.id = l.unit_id
JOIN programmes_rateseries s ON s.id = l.series_id
JOIN programmes_programme p ON p.id = s.programme_id
LEFT JOIN units_place pl ON pl.code = l.place
LEFT JOIN people_person b ON b.id = l.borrower_id
LEFT JOIN groups_group g ON g.id = l.group_id
LEFT JOIN groups_point po ON po.id = g.point_id
LEFT JOIN people_person leader ON leader.id = g.leader_id
LEFT JOIN people_person deputy ON deputy.id = g.deputy_id
LEFT JOIN lending_origin o ON o.loan_id = l.id
LEFT JOIN lending_accountset a ON a.series_id = l.series_id
LEFT JOIN programmes_ratesegment now ON now.cohort_id = l.cohort_id AND now.starts_on <= %(on)s
    AND (now.ends_on IS NULL OR now.ends_on > %(on)s)
CROSS JOIN LATERAL lending_earned(l, %(on)s) AS owed
LEFT JOIN (
    SELECT loan_id, min(contractual_on) AS first_on, coalesce(sum(principal) FILTER (WHERE due_on < %(on)s), 0)::bigint AS due
    FROM lending_instalment GROUP BY loan_id
) AS part ON part.loan_id = l.id
LEFT JOIN (
    SELECT loan_id, count(*)::integer AS times, sum(months)::integer AS months FROM lending_loanextension GROUP BY loan_id
) AS longer ON longer.loan_id = l.id
LEFT JOIN LATERAL (
    SELECT f.until_on, f.decision FROM lending_freeze f
    WHERE f.loan_id = l.id AND NOT EXISTS (SELECT FROM lending_freezeend e WHERE e.freeze_id = f.id) ORDER BY f.until_on DESC LIMIT 1
) AS rest ON l.frozen > 0
LEFT JOIN (
    SELECT loan_id, sum(amount) FILTER (WHERE booked_on >= date_trunc('month', %(on)s::date))::bigint AS month,
           sum(amount) FILTER (WHERE booked_on >= date_trunc('quarter', %(on)s::date))::bigint AS quarter, sum(amount)::bigint AS year
    FROM lending_disbursement WHERE booked_on >= date_trunc('year', %(on)s::date) GROUP BY loan_id
) AS lent ON lent.loan_id = l.id
LEFT JOIN (
    SELECT loan_id, sum(principal) FILTER (WHERE booked_on >= date_trunc('month', %(on)s::date))::bigint AS principal_month,
           sum(principal) FILTER (WHERE booked_on >= date_trunc('quarter', %(on)s::date))::bigint AS principal_quarter,
           sum(principal)::bigint AS principal_year,
           sum(amount - principal) FILTER (WHERE booked_on >= date_trunc('month', %(on)s::date))::bigint AS interest_month,
           sum(amount - principal) FILTER (WHERE booked_on >= date_trunc('quarter', %(on)s::date))::bigint AS interest_quarter,
           sum(amount - principal)::bigint AS interest_year
    FROM (
        SELECT loan_id, booked_on, amount, overdue_principal + due_principal + further_principal + frozen_principal AS principal
        FROM lending_receipt r
        WHERE booked_on >= date_trunc('year', %(on)s::date)
          AND NOT EXISTS (SELECT FROM lending_receiptreversal v WHERE v.receipt_id = r.id)
    ) AS met GROUP BY loan_id
) AS paid ON paid.loan_id = l.id
WHERE l.closed_on IS NULL AND l.lent > 0
ORDER BY l.place, g.code, l.contract_number
