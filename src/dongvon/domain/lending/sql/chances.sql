-- Households that a certified list names on a day, themselves or somebody of theirs, by commune: how many owe
-- something, how many have only a file on the road, and how many have neither.
WITH named AS (
    SELECT listing.place_id, listing.household_id
    FROM people_listing listing JOIN people_beneficiarylist listed ON listed.id = listing.list_id
    WHERE listing.valid @> %(on)s::date AND listed.state = 'certified' AND listing.household_id IS NOT NULL
    UNION
    SELECT listing.place_id, member.household_id
    FROM people_listing listing JOIN people_beneficiarylist listed ON listed.id = listing.list_id
    JOIN people_membership member ON member.person_id = listing.person_id AND member.valid @> %(on)s::date
    WHERE listing.valid @> %(on)s::date AND listed.state = 'certified'
), owing AS (
    SELECT member.household_id
    FROM lending_loan loan
    JOIN people_membership member ON member.person_id = loan.borrower_id AND member.valid @> %(on)s::date
    WHERE loan.in_term + loan.overdue + loan.frozen > 0
), asking AS (
    SELECT household_id FROM lending_application WHERE stage NOT IN ('lent', 'refused', 'withdrawn')
)
SELECT named.place_id, count(*),
       count(*) FILTER (WHERE owes),
       count(*) FILTER (WHERE asks AND NOT owes),
       count(*) FILTER (WHERE NOT asks AND NOT owes)
FROM named
CROSS JOIN LATERAL (
    SELECT named.household_id IN (SELECT household_id FROM owing) AS owes,
           named.household_id IN (SELECT household_id FROM asking) AS asks
) AS stands
GROUP BY named.place_id
ORDER BY 5 DESC, 1
