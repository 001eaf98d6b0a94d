-- Whoever sees the loans of a commune and organisation sees their sums; outlines of communes are public.
DO $$
DECLARE
    summed text;
BEGIN
    FOREACH summed IN ARRAY ARRAY['insight_summary', 'insight_total'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', summed);
        EXECUTE format('DROP POLICY IF EXISTS of_scope ON %I', summed);
        EXECUTE format($policy$
            CREATE POLICY of_scope ON %I FOR SELECT TO dongvon_web USING (
                (SELECT scope_everything())
                OR unit_id = ANY ((SELECT scope_units())::uuid[])
                OR place = ANY ((SELECT scope_managed())::text[])
                OR (place || ':' || organisation) = ANY ((SELECT scope_managed())::text[])
                OR (':' || organisation) = ANY ((SELECT scope_managed())::text[])
            )
        $policy$, summed);
        EXECUTE format('DROP POLICY IF EXISTS of_jobs ON %I', summed);
        EXECUTE format('CREATE POLICY of_jobs ON %I TO dongvon_worker USING (true)', summed);
        -- Sums are made by scheduled work alone.
        EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON %I FROM dongvon_web', summed);
    END LOOP;
END $$;
