-- Whoever sees the loans of a commune and organisation sees their sums; outlines of communes are public.
ALTER TABLE insight_summary ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON insight_summary;
CREATE POLICY of_scope ON insight_summary FOR SELECT TO dongvon_web USING (
    (SELECT scope_everything())
    OR unit_id = ANY ((SELECT scope_units())::uuid[])
    OR place = ANY ((SELECT scope_managed())::text[])
    OR (place || ':' || organisation) = ANY ((SELECT scope_managed())::text[])
    OR (':' || organisation) = ANY ((SELECT scope_managed())::text[])
);
DROP POLICY IF EXISTS of_jobs ON insight_summary;
CREATE POLICY of_jobs ON insight_summary TO dongvon_worker USING (true);

-- Sums are made by scheduled work alone.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON insight_summary FROM dongvon_web;
