-- What the bank's books said of loans at the end of a day, made from movements and receipts, not from today's row.
SELECT l.id, l.contract_number, l.borrower_id, principal.amount,
       greatest(lending_dong(earned.in_term) - met.in_term, 0) + greatest(lending_dong(earned.overdue) - met.overdue, 0)
           + greatest(lending_dong(earned.grace) - met.grace, 0)
FROM lending_loan l
CROSS JOIN LATERAL (
    SELECT coalesce(sum(in_term + overdue + frozen + resting), 0)::bigint AS amount
    FROM lending_movement WHERE loan_id = l.id AND value_on <= %(as_of)s
) AS principal
CROSS JOIN LATERAL (
    SELECT coalesce(sum(interest_arrears + current_interest), 0)::bigint AS in_term,
           coalesce(sum(overdue_interest), 0)::bigint AS overdue, coalesce(sum(grace_interest), 0)::bigint AS grace
    FROM lending_receipt r
    WHERE r.loan_id = l.id AND r.value_on <= %(as_of)s
      AND NOT EXISTS (SELECT FROM lending_receiptreversal v WHERE v.receipt_id = r.id AND v.booked_on <= %(as_of)s)
) AS met
CROSS JOIN LATERAL lending_earned_by_movements(l, %(as_of)s::date + 1) AS earned
WHERE l.id = ANY (%(loans)s)
