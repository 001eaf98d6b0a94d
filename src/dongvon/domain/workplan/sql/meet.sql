-- What a report meets, it meets once: a later submission does not move the moment. After grace it is late.
UPDATE workplan_obligation
SET met_at = %(at)s, late = late OR grace_until < %(at)s
WHERE round_id = %(round)s
    AND reporter_id = %(reporter)s
    AND met_at IS NULL
    AND waiver_id IS NULL
