-- The same months with their programmes put together.
INSERT INTO insight_total (
    month, unit_id, place, organisation, fund, day, loans, overdue_loans, in_term, overdue, frozen, owed, owed_grace, lent, repaid,
    interest
)
SELECT month, unit_id, place, organisation, fund, day, sum(loans), sum(overdue_loans), sum(in_term), sum(overdue), sum(frozen),
       sum(owed), sum(owed_grace), sum(lent), sum(repaid), sum(interest)
FROM insight_summary WHERE month = ANY (%(months)s)
GROUP BY month, unit_id, place, organisation, fund, day
