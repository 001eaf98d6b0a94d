-- A file is seen by whoever gave it and by those who see the unit it was given for; it is written once.
ALTER TABLE documents_attachment ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON documents_attachment;
CREATE POLICY of_scope ON documents_attachment TO dongvon_web
    USING ((SELECT scope_everything()) OR unit_id = ANY ((SELECT scope_units())::uuid[]));
DROP POLICY IF EXISTS of_giver ON documents_attachment;
CREATE POLICY of_giver ON documents_attachment TO dongvon_web USING (attached_by = (SELECT scope_person()));
DROP POLICY IF EXISTS of_jobs ON documents_attachment;
CREATE POLICY of_jobs ON documents_attachment TO dongvon_worker USING (true);

-- A template is read by everybody who is signed in; those who see the whole city write new versions.
ALTER TABLE documents_template ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON documents_template;
CREATE POLICY of_scope ON documents_template FOR SELECT TO dongvon_web USING ((SELECT scope_person()) IS NOT NULL);
DROP POLICY IF EXISTS of_branch ON documents_template;
CREATE POLICY of_branch ON documents_template TO dongvon_web
    USING ((SELECT scope_everything())) WITH CHECK ((SELECT scope_everything()));
DROP POLICY IF EXISTS of_jobs ON documents_template;
CREATE POLICY of_jobs ON documents_template TO dongvon_worker USING (true);
