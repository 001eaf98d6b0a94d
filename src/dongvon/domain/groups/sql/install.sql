-- Groups and their members are seen by those who serve the commune; points and their days are public.
ALTER TABLE groups_group ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON groups_group;
CREATE POLICY of_scope ON groups_group TO dongvon_web
    USING ((SELECT scope_everything()) OR place_id = ANY ((SELECT scope_places())::text[]));
DROP POLICY IF EXISTS of_jobs ON groups_group;
CREATE POLICY of_jobs ON groups_group TO dongvon_worker USING (true);

ALTER TABLE groups_groupmember ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON groups_groupmember;
CREATE POLICY of_scope ON groups_groupmember TO dongvon_web USING (group_id IN (SELECT id FROM groups_group));
DROP POLICY IF EXISTS of_jobs ON groups_groupmember;
CREATE POLICY of_jobs ON groups_groupmember TO dongvon_worker USING (true);

REVOKE DELETE, TRUNCATE ON groups_group, groups_groupmember, groups_point, groups_pointday, groups_sessionmove
    FROM dongvon_web, dongvon_worker;
