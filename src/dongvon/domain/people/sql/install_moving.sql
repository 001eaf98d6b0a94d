-- A household of the asker's commune becomes one of another commune, with all who live in it; what entitled it where it
-- was ends. The asker does not reach the other commune's rows, so this is done for them.
CREATE OR REPLACE FUNCTION people_relocate(
    moving uuid, onto text, new_hamlet text, new_code text, moved_on date, ender uuid, ended timestamptz
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    members uuid[] := ARRAY(SELECT person_id FROM people_membership WHERE household_id = moving AND valid @> moved_on);
BEGIN
    IF current_setting('role') <> 'dongvon_worker' AND NOT scope_everything()
       AND NOT EXISTS (SELECT FROM people_household WHERE id = moving AND place_id = ANY (scope_places())) THEN
        RAISE EXCEPTION 'This household is out of scope.';
    END IF;
    UPDATE people_household SET place_id = onto, hamlet = new_hamlet, code = new_code WHERE id = moving;
    UPDATE people_person SET place_id = onto, hamlet = new_hamlet WHERE id = ANY (members);
    UPDATE people_listing SET valid = daterange(lower(valid), moved_on), ending = 'moved_away', ended_by = ender, ended_at = ended
    WHERE (household_id = moving OR person_id = ANY (members)) AND ending = '' AND valid @> moved_on AND lower(valid) < moved_on;
    UPDATE people_listing line SET ending = 'moved_away', ended_by = ender, ended_at = ended
    FROM people_beneficiarylist listed
    WHERE (line.household_id = moving OR line.person_id = ANY (members)) AND line.ending = '' AND line.valid IS NULL
      AND listed.id = line.list_id AND listed.state = 'draft';
END $$;
REVOKE ALL ON FUNCTION people_relocate(uuid, text, text, text, date, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_relocate(uuid, text, text, text, date, uuid, timestamptz) TO dongvon_web, dongvon_worker;

-- Since when a household counts as newly escaped: the first certified line that says so after it last was poor or
-- near-poor, in whichever commune; nothing where no line says so before `asked_on`.
CREATE OR REPLACE FUNCTION people_escaped_since(asked uuid, asked_on date) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT min(lower(escape.valid)) FROM people_listing escape
    WHERE escape.household_id = asked AND escape.kind = 'escaped' AND escape.ending <> 'mistaken'
      AND lower(escape.valid) < asked_on
      AND NOT EXISTS (
          SELECT FROM people_listing poor
          WHERE poor.household_id = asked AND poor.kind IN ('poor', 'near_poor')
            AND (upper_inf(poor.valid) OR upper(poor.valid) > lower(escape.valid))
      )
$$;
REVOKE ALL ON FUNCTION people_escaped_since(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_escaped_since(uuid, date) TO dongvon_web, dongvon_worker;

-- Who moved into the asker's communes with a line of a certified list of elsewhere that nobody has taken up here: what
-- the line said and since when; a household counts as newly escaped for the months that law gives from the day it left.
CREATE OR REPLACE FUNCTION people_moved_in(asked_on date)
RETURNS TABLE (
    household uuid, person uuid, full_name text, hamlet text, place text, kind text, since date, until_on date,
    moved_on date, from_place text, decision text, decided_on date
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (
        SELECT line.*, coalesce(home.place_id, who.place_id) AS here,
               CASE WHEN line.kind = 'escaped' THEN people_escaped_since(line.household_id, upper(line.valid))
                    ELSE lower(line.valid) END AS began
        FROM people_listing line
        LEFT JOIN people_household home ON home.id = line.household_id
        LEFT JOIN people_person who ON who.id = line.person_id
        WHERE line.ending = 'moved_away' AND line.valid IS NOT NULL
          AND (current_setting('role') = 'dongvon_worker' OR NOT people_restricted(line.kind) OR people_meets_restricted())
    ), due AS (
        SELECT gone.*, CASE WHEN gone.kind = 'escaped' THEN (gone.began + make_interval(months => escaped.amount))::date END AS ends
        FROM gone
        LEFT JOIN people_listlimit escaped
            ON escaped.limit = 'escaped_months' AND escaped.valid @> asked_on AND escaped.approved_by IS NOT NULL
        WHERE gone.here <> gone.place_id AND upper(gone.valid) <= asked_on
          AND (current_setting('role') = 'dongvon_worker' OR scope_everything() OR here = ANY (scope_places()))
    )
    SELECT due.household_id, living.id, living.full_name, living.hamlet, due.here, due.kind, due.began, due.ends,
           upper(due.valid), origin.name, listed.decision_number, listed.decided_on
    FROM due
    JOIN people_person living ON living.id = coalesce(due.person_id, (
        SELECT head.person_id FROM people_membership head
        WHERE head.household_id = due.household_id AND head.is_head AND upper_inf(head.valid)
    ))
    JOIN people_beneficiarylist listed ON listed.id = due.list_id
    JOIN units_place origin ON origin.code = due.place_id
    WHERE (due.ends IS NULL OR due.ends > asked_on) AND NOT EXISTS (
        SELECT FROM people_listing taken
        JOIN people_beneficiarylist onto ON onto.id = taken.list_id
        WHERE (taken.household_id = due.household_id OR taken.person_id = due.person_id) AND taken.id <> due.id
          AND (taken.kind = due.kind
               OR taken.kind IN ('poor', 'near_poor', 'escaped') AND due.kind IN ('poor', 'near_poor', 'escaped'))
          AND (lower(taken.valid) >= upper(due.valid)
               OR taken.valid IS NULL AND onto.number > 0 AND onto.opened_at >= due.ended_at AND taken.place_id = due.here)
    )
    ORDER BY upper(due.valid), due.id
$$;
REVOKE ALL ON FUNCTION people_moved_in(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_moved_in(date) TO dongvon_web, dongvon_worker;
