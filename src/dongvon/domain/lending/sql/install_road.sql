-- Who sees an application: its office, the committee and councils of its commune, the managing organisation, its group.
-- Each of them takes steps on it, so whoever sees it may write it; which step is whose, the verbs say.

ALTER TABLE lending_application ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON lending_application;
CREATE POLICY of_scope ON lending_application TO dongvon_web USING (
    (SELECT scope_everything())
    OR unit_id = ANY ((SELECT scope_units())::uuid[])
    OR place_id = ANY ((SELECT scope_managed())::text[])
    OR (place_id || ':' || organisation) = ANY ((SELECT scope_managed())::text[])
    OR (':' || organisation) = ANY ((SELECT scope_managed())::text[])
    OR group_id = ANY ((SELECT scope_groups())::uuid[])
);

-- Needs and lists of a group are seen by those who see the group.
DROP POLICY IF EXISTS of_scope ON lending_need;
ALTER TABLE lending_need ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_scope ON lending_need TO dongvon_web
    USING (household_id IN (SELECT id FROM people_household));
ALTER TABLE lending_requestlist ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON lending_requestlist;
CREATE POLICY of_scope ON lending_requestlist TO dongvon_web USING (group_id IN (SELECT id FROM groups_group));

-- Notices and lotteries of an office: the office itself, the commune told, and whoever takes part.
ALTER TABLE lending_resultnotice ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON lending_resultnotice;
CREATE POLICY of_scope ON lending_resultnotice TO dongvon_web USING (
    (SELECT scope_everything())
    OR unit_id = ANY ((SELECT scope_units())::uuid[])
    OR place_id = ANY ((SELECT scope_places())::text[])
);
ALTER TABLE lending_lottery ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON lending_lottery;
CREATE POLICY of_scope ON lending_lottery TO dongvon_web USING (
    (SELECT scope_everything()) OR unit_id = ANY ((SELECT scope_units())::uuid[])
);

-- What belongs to an application is seen by whoever sees the application.
DO $$
DECLARE
    owned text;
BEGIN
    FOREACH owned IN ARRAY ARRAY[
        'authorisation', 'planitem', 'course', 'undertaking', 'dossierpaper', 'evaluation', 'screening', 'confirmation',
        'intake', 'appraisal', 'control', 'approval', 'decline', 'correction', 'completion', 'withdrawal', 'resultline', 'tranche', 'lot'
    ] LOOP
        EXECUTE format('ALTER TABLE lending_%s ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('DROP POLICY IF EXISTS of_scope ON lending_%s', owned);
        EXECUTE format(
            'CREATE POLICY of_scope ON lending_%s TO dongvon_web USING (EXISTS (SELECT FROM lending_application a WHERE a.id = application_id))',
            owned
        );
    END LOOP;
    FOREACH owned IN ARRAY ARRAY[
        'application', 'need', 'requestlist', 'resultnotice', 'lottery',
        'authorisation', 'planitem', 'course', 'undertaking', 'dossierpaper', 'evaluation', 'screening', 'confirmation',
        'intake', 'appraisal', 'control', 'approval', 'decline', 'correction', 'completion', 'withdrawal', 'resultline', 'tranche', 'lot'
    ] LOOP
        EXECUTE format('DROP POLICY IF EXISTS of_jobs ON lending_%s', owned);
        EXECUTE format('CREATE POLICY of_jobs ON lending_%s TO dongvon_worker USING (true)', owned);
        EXECUTE format('REVOKE TRUNCATE ON lending_%s FROM dongvon_web, dongvon_worker', owned);
    END LOOP;
END $$;

-- A copy of a paper is read by whoever sees the application in whose file it lies.
DROP POLICY IF EXISTS of_papers ON documents_attachment;
CREATE POLICY of_papers ON documents_attachment FOR SELECT TO dongvon_web
    USING (EXISTS (SELECT FROM lending_dossierpaper p WHERE p.attachment_id = documents_attachment.id));

-- What was asked for and what happened stays.
REVOKE DELETE ON lending_application, lending_need, lending_resultnotice, lending_resultline, lending_tranche
    FROM dongvon_web, dongvon_worker;
