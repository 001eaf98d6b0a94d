-- PLANS: read by everybody who is signed in once in force; a draft is the branch's own.
ALTER TABLE workplan_plan ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON workplan_plan;
CREATE POLICY of_scope ON workplan_plan FOR SELECT TO dongvon_web
    USING ((SELECT scope_everything()) OR (state <> 'draft' AND (SELECT scope_person()) IS NOT NULL));
DROP POLICY IF EXISTS of_branch ON workplan_plan;
CREATE POLICY of_branch ON workplan_plan TO dongvon_web
    USING ((SELECT scope_everything())) WITH CHECK ((SELECT scope_everything()));
DROP POLICY IF EXISTS of_jobs ON workplan_plan;
CREATE POLICY of_jobs ON workplan_plan TO dongvon_worker USING (true);

-- What hangs on a plan is seen where the plan is seen, and written by the branch alone.
DO $$
DECLARE
    hanging text;
BEGIN
    FOREACH hanging IN ARRAY ARRAY[
        'source', 'part', 'taskgroup', 'clause', 'assignment', 'duty', 'citation', 'target', 'doubt', 'round'
    ] LOOP
        EXECUTE format('ALTER TABLE workplan_%s ENABLE ROW LEVEL SECURITY', hanging);
        EXECUTE format('DROP POLICY IF EXISTS of_scope ON workplan_%s', hanging);
        EXECUTE format(
            'CREATE POLICY of_scope ON workplan_%s FOR SELECT TO dongvon_web
             USING ((SELECT scope_everything()) OR plan_id IN (SELECT id FROM workplan_plan WHERE state <> ''draft''))',
            hanging
        );
        EXECUTE format('DROP POLICY IF EXISTS of_branch ON workplan_%s', hanging);
        EXECUTE format(
            'CREATE POLICY of_branch ON workplan_%s TO dongvon_web
             USING ((SELECT scope_everything())) WITH CHECK ((SELECT scope_everything()))',
            hanging
        );
        EXECUTE format('DROP POLICY IF EXISTS of_jobs ON workplan_%s', hanging);
        EXECUTE format('CREATE POLICY of_jobs ON workplan_%s TO dongvon_worker USING (true)', hanging);
    END LOOP;
END $$;

-- OBLIGATIONS: of the unit that does the work and of the unit that reports for it.
ALTER TABLE workplan_obligation ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON workplan_obligation;
CREATE POLICY of_scope ON workplan_obligation TO dongvon_web USING (
    (SELECT scope_everything())
    OR unit_id = ANY ((SELECT scope_units())::uuid[])
    OR reporter_id = ANY ((SELECT scope_units())::uuid[])
);
DROP POLICY IF EXISTS of_jobs ON workplan_obligation;
CREATE POLICY of_jobs ON workplan_obligation TO dongvon_worker USING (true);

-- A UNIT'S OWN: what it asked for, its plan, whom it gave work to, what it was reminded of.
DO $$
DECLARE
    own text;
BEGIN
    FOREACH own IN ARRAY ARRAY[
        'waiver', 'extension', 'implementationplan', 'owntask', 'delegation', 'reminder'
    ] LOOP
        EXECUTE format('ALTER TABLE workplan_%s ENABLE ROW LEVEL SECURITY', own);
        EXECUTE format('DROP POLICY IF EXISTS of_scope ON workplan_%s', own);
        EXECUTE format(
            'CREATE POLICY of_scope ON workplan_%s TO dongvon_web
             USING ((SELECT scope_everything()) OR unit_id = ANY ((SELECT scope_units())::uuid[]))',
            own
        );
        EXECUTE format('DROP POLICY IF EXISTS of_jobs ON workplan_%s', own);
        EXECUTE format('CREATE POLICY of_jobs ON workplan_%s TO dongvon_worker USING (true)', own);
    END LOOP;
END $$;

ALTER TABLE workplan_digest ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON workplan_digest;
CREATE POLICY of_scope ON workplan_digest FOR SELECT TO dongvon_web
    USING ((SELECT scope_everything()) OR person_id = (SELECT scope_person()));
DROP POLICY IF EXISTS of_jobs ON workplan_digest;
CREATE POLICY of_jobs ON workplan_digest TO dongvon_worker USING (true);

-- DATED DATA: how named days become moments, when people are reminded. The basis says who decided; change by a new row.
INSERT INTO workplan_deadlinerule
    (kind, valid_from, named_day_counts, opens_days_before, grace_days, locks_days_after, basis)
VALUES
    ('annual', '2026-01-01', false, 75, 0, 47, 'Mặc định: “trước ngày 15/12” kết thúc 24 giờ ngày 14/12; khóa 24 giờ ngày 30/01'),
    ('deadline', '2026-01-01', false, 30, 0, 30, 'Mặc định: hạn riêng nêu trong kế hoạch'),
    ('half_yearly', '2026-01-01', true, 15, 5, 30, 'Mặc định: báo cáo trong 05 ngày sau kỳ'),
    ('quarterly', '2026-01-01', true, 15, 5, 30, 'Mặc định: báo cáo trong 05 ngày sau kỳ'),
    ('monthly', '2026-01-01', true, 10, 5, 20, 'Mặc định: báo cáo trong 05 ngày sau kỳ'),
    ('midterm', '2026-01-01', false, 45, 0, 30, 'Mặc định: theo văn bản mở đợt sơ kết'),
    ('final', '2026-01-01', false, 60, 0, 60, 'Mặc định: theo văn bản mở đợt tổng kết')
ON CONFLICT (kind, valid_from) DO NOTHING;

INSERT INTO workplan_ladderstep (days, audience, valid_from)
SELECT days, audience, DATE '2026-01-01'
FROM (VALUES
    (-30, 'reporter'), (-15, 'reporter'), (-7, 'reporter'), (-3, 'reporter'), (-1, 'reporter'),
    (1, 'reporter'), (3, 'reporter'), (7, 'reporter'),
    (8, 'head'), (10, 'head'), (15, 'branch'), (30, 'branch')
) AS steps (days, audience)
ON CONFLICT (days, audience, valid_from) DO NOTHING;

INSERT INTO workplan_quiethours (letters_from, letters_until, weekdays, valid_from)
VALUES ('07:00', '19:00', '{1,2,3,4,5,6}', '2026-01-01')
ON CONFLICT (valid_from) DO NOTHING;
