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

-- THE CITY REPORT: of those who see every unit; a unit sees what it contributed and what it was scored.
DO $$
DECLARE
    whole text;
BEGIN
    FOREACH whole IN ARRAY ARRAY[
        'consolidation', 'computation', 'scoring', 'commendationproposal', 'councilsession', 'councilseat', 'vote'
    ] LOOP
        EXECUTE format('ALTER TABLE workplan_%s ENABLE ROW LEVEL SECURITY', whole);
        EXECUTE format('DROP POLICY IF EXISTS of_scope ON workplan_%s', whole);
        EXECUTE format(
            'CREATE POLICY of_scope ON workplan_%s TO dongvon_web USING ((SELECT scope_everything()))', whole
        );
        EXECUTE format('DROP POLICY IF EXISTS of_jobs ON workplan_%s', whole);
        EXECUTE format('CREATE POLICY of_jobs ON workplan_%s TO dongvon_worker USING (true)', whole);
    END LOOP;
    FOREACH whole IN ARRAY ARRAY['computationrow', 'score', 'commendationdecision'] LOOP
        EXECUTE format('ALTER TABLE workplan_%s ENABLE ROW LEVEL SECURITY', whole);
        EXECUTE format('DROP POLICY IF EXISTS of_scope ON workplan_%s', whole);
        EXECUTE format(
            'CREATE POLICY of_scope ON workplan_%s FOR SELECT TO dongvon_web
             USING ((SELECT scope_everything()) OR unit_id = ANY ((SELECT scope_units())::uuid[]))',
            whole
        );
        EXECUTE format('DROP POLICY IF EXISTS of_branch ON workplan_%s', whole);
        EXECUTE format(
            'CREATE POLICY of_branch ON workplan_%s FOR INSERT TO dongvon_web
             WITH CHECK ((SELECT scope_everything()))',
            whole
        );
        EXECUTE format('DROP POLICY IF EXISTS of_jobs ON workplan_%s', whole);
        EXECUTE format('CREATE POLICY of_jobs ON workplan_%s TO dongvon_worker USING (true)', whole);
    END LOOP;
END $$;

-- THE FORMULA IS PUBLISHED: everybody signed in reads it, a new formula is new rows.
DO $$
DECLARE
    published text;
BEGIN
    FOREACH published IN ARRAY ARRAY['scorerule', 'councilrule'] LOOP
        EXECUTE format('ALTER TABLE workplan_%s ENABLE ROW LEVEL SECURITY', published);
        EXECUTE format('DROP POLICY IF EXISTS of_scope ON workplan_%s', published);
        EXECUTE format('CREATE POLICY of_scope ON workplan_%s FOR SELECT TO dongvon_web USING (true)', published);
        EXECUTE format('DROP POLICY IF EXISTS of_jobs ON workplan_%s', published);
        EXECUTE format('CREATE POLICY of_jobs ON workplan_%s TO dongvon_worker USING (true)', published);
    END LOOP;
END $$;

INSERT INTO workplan_scorerule (criterion, weight, deduction, definition, basis, valid_from)
VALUES
    ('timeliness', 30, 0.05,
     'Tỷ lệ nhiệm vụ phải báo cáo được gửi đúng hạn; mỗi ngày gửi quá hạn trừ 5% điểm của tiêu chí, chưa gửi thì không có điểm.',
     'Mặc định, chờ Hội đồng thi đua - khen thưởng thông qua', DATE '2020-01-01'),
    ('completeness', 25, 0,
     'Tỷ lệ nội dung phải có được cung cấp: mức độ thực hiện kèm thuyết minh, số liệu, minh chứng của nhiệm vụ thường xuyên.',
     'Mặc định, chờ Hội đồng thi đua - khen thưởng thông qua', DATE '2020-01-01'),
    ('results', 30, 0.5,
     'Tỷ lệ nhiệm vụ đã hoàn thành; nhiệm vụ đang thực hiện tính một nửa; nhiệm vụ không phát sinh không tính vào mẫu số.',
     'Mặc định, chờ Hội đồng thi đua - khen thưởng thông qua', DATE '2020-01-01'),
    ('quality', 15, 0.2,
     'Mỗi lần báo cáo bị trả lại trừ 20% điểm của tiêu chí; báo cáo chưa được chấp nhận thì không có điểm.',
     'Mặc định, chờ Hội đồng thi đua - khen thưởng thông qua', DATE '2020-01-01')
ON CONFLICT (criterion, valid_from) DO NOTHING;

INSERT INTO workplan_councilrule (quorum_percent, approval_percent, basis, valid_from)
VALUES (66.67, 80, 'Mặc định, chờ Hội đồng thi đua - khen thưởng thông qua', DATE '2020-01-01')
ON CONFLICT (valid_from) DO NOTHING;

-- REPORTS: of the unit that reports; what hangs on a report is seen where the report is seen.
ALTER TABLE workplan_report ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON workplan_report;
CREATE POLICY of_scope ON workplan_report TO dongvon_web
    USING ((SELECT scope_everything()) OR reporter_id = ANY ((SELECT scope_units())::uuid[]));
DROP POLICY IF EXISTS of_jobs ON workplan_report;
CREATE POLICY of_jobs ON workplan_report TO dongvon_worker USING (true);

ALTER TABLE workplan_concern ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON workplan_concern;
CREATE POLICY of_scope ON workplan_concern TO dongvon_web
    USING ((SELECT scope_everything()) OR unit_id = ANY ((SELECT scope_units())::uuid[]));
DROP POLICY IF EXISTS of_jobs ON workplan_concern;
CREATE POLICY of_jobs ON workplan_concern TO dongvon_worker USING (true);

DO $$
DECLARE
    below text[];
BEGIN
    -- table, its column, the rows that decide who sees it, and who writes it; a parent stands above its children
    FOREACH below SLICE 1 IN ARRAY ARRAY[
        ['entry', 'report_id', 'SELECT id FROM workplan_report', 'unit'],
        ['figure', 'report_id', 'SELECT id FROM workplan_report', 'unit'],
        ['evidence', 'report_id', 'SELECT id FROM workplan_report', 'unit'],
        ['submission', 'report_id', 'SELECT id FROM workplan_report', 'unit'],
        ['reopening', 'report_id', 'SELECT id FROM workplan_report', 'city'],
        ['return', 'submission_id', 'SELECT id FROM workplan_submission', 'city'],
        ['remark', 'return_id', 'SELECT id FROM workplan_return', 'city'],
        ['acceptance', 'submission_id', 'SELECT id FROM workplan_submission', 'city'],
        ['concerngroup', 'id', 'SELECT group_id FROM workplan_concern', 'city'],
        ['answer', 'group_id', 'SELECT group_id FROM workplan_concern', 'city'],
        ['escalation', 'group_id', 'SELECT group_id FROM workplan_concern', 'city'],
        ['decision', 'clause_id', 'SELECT id FROM workplan_clause', 'city'] -- it binds all who carry the clause out
    ] LOOP
        EXECUTE format('ALTER TABLE workplan_%s ENABLE ROW LEVEL SECURITY', below[1]);
        EXECUTE format('DROP POLICY IF EXISTS of_scope ON workplan_%s', below[1]);
        EXECUTE format(
            'CREATE POLICY of_scope ON workplan_%s FOR %s TO dongvon_web
             USING ((SELECT scope_everything()) OR %I IN (%s))',
            below[1], CASE below[4] WHEN 'unit' THEN 'ALL' ELSE 'SELECT' END, below[2], below[3]
        );
        EXECUTE format('DROP POLICY IF EXISTS of_branch ON workplan_%s', below[1]);
        EXECUTE format(
            'CREATE POLICY of_branch ON workplan_%s TO dongvon_web
             USING ((SELECT scope_everything())) WITH CHECK ((SELECT scope_everything()))',
            below[1]
        );
        EXECUTE format('DROP POLICY IF EXISTS of_jobs ON workplan_%s', below[1]);
        EXECUTE format('CREATE POLICY of_jobs ON workplan_%s TO dongvon_worker USING (true)', below[1]);
    END LOOP;
END $$;

-- What a plan asks in figures is seen where the plan is seen, and defined by the branch.
ALTER TABLE workplan_slot ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON workplan_slot;
CREATE POLICY of_scope ON workplan_slot FOR SELECT TO dongvon_web
    USING (plan_id IN (SELECT id FROM workplan_plan));
DROP POLICY IF EXISTS of_branch ON workplan_slot;
CREATE POLICY of_branch ON workplan_slot TO dongvon_web
    USING ((SELECT scope_everything())) WITH CHECK ((SELECT scope_everything()));
DROP POLICY IF EXISTS of_jobs ON workplan_slot;
CREATE POLICY of_jobs ON workplan_slot TO dongvon_worker USING (true);

-- When a report locks: its round's moment, later where an extension or a reopening of this very report says so.
CREATE OR REPLACE FUNCTION workplan_report_locks_at(report uuid) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT greatest(
        workplan_round.locks_at,
        (SELECT max(locks_at) FROM workplan_obligation
         WHERE round_id = workplan_report.round_id AND reporter_id = workplan_report.reporter_id),
        (SELECT max(open_until) FROM workplan_reopening WHERE report_id = workplan_report.id)
    )
    FROM workplan_report JOIN workplan_round ON workplan_round.id = workplan_report.round_id
    WHERE workplan_report.id = report
$$;
REVOKE ALL ON FUNCTION workplan_report_locks_at(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION workplan_report_locks_at(uuid) TO dongvon_web, dongvon_worker;

-- The web is held to the database's own clock; work in the background, to the moment the row states.
CREATE OR REPLACE FUNCTION workplan_refuse_if_locked(report uuid, stated timestamptz) RETURNS void
LANGUAGE plpgsql STABLE AS $$
DECLARE
    moment timestamptz := CASE WHEN current_setting('role') = 'dongvon_worker' AND stated IS NOT NULL
                               THEN stated ELSE clock_timestamp() END;
BEGIN
    IF moment >= workplan_report_locks_at(report) THEN
        RAISE EXCEPTION 'workplan: the period of this report is locked' USING ERRCODE = 'check_violation';
    END IF;
END $$;

-- Content (entries, figures, evidence): only while the unit is writing, and never in a locked period.
CREATE OR REPLACE FUNCTION workplan_guard_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        PERFORM workplan_refuse_content(NEW.report_id, NEW.changed_at);
    END IF;
    IF TG_OP <> 'INSERT' THEN
        PERFORM workplan_refuse_content(OLD.report_id, CASE WHEN TG_OP = 'UPDATE' THEN NEW.changed_at END);
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;

CREATE OR REPLACE FUNCTION workplan_refuse_content(report uuid, stated timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM workplan_refuse_if_locked(report, stated);
    IF (SELECT state FROM workplan_report WHERE id = report) NOT IN ('draft', 'returned') THEN
        RAISE EXCEPTION 'workplan: a report handed in is not rewritten' USING ERRCODE = 'check_violation';
    END IF;
END $$;

-- What happens to a report (handing in, return, acceptance, a step of its state): never in a locked period.
CREATE OR REPLACE FUNCTION workplan_guard_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'workplan: a report is never deleted' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.round_id, NEW.reporter_id) IS DISTINCT FROM (OLD.round_id, OLD.reporter_id) THEN
        RAISE EXCEPTION 'workplan: a report stays with its round and unit' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        PERFORM workplan_refuse_if_locked(NEW.id, NEW.changed_at);
        PERFORM workplan_refuse_unproved_step(NEW.id, OLD.state, NEW.state);
    ELSIF NEW.state <> 'draft' THEN
        RAISE EXCEPTION 'workplan: a report begins as a draft' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION workplan_refuse_unproved_step(report uuid, before text, after text) RETURNS void
LANGUAGE plpgsql STABLE AS $$
DECLARE
    latest uuid := (SELECT id FROM workplan_submission WHERE report_id = report ORDER BY number DESC LIMIT 1);
    proved boolean := CASE
        WHEN before = after THEN true
        WHEN after = 'submitted' THEN latest IS NOT NULL
            AND NOT EXISTS (SELECT FROM workplan_return WHERE submission_id = latest)
        WHEN after = 'accepted' THEN EXISTS (SELECT FROM workplan_acceptance WHERE submission_id = latest)
        WHEN after = 'returned' THEN EXISTS (SELECT FROM workplan_return WHERE submission_id = latest)
        WHEN after = 'draft' THEN EXISTS (
            SELECT FROM workplan_reopening AS opened JOIN workplan_acceptance AS taken ON taken.id = opened.acceptance_id
            WHERE taken.submission_id = latest)
    END;
BEGIN
    IF NOT proved THEN
        RAISE EXCEPTION 'workplan: no act stands behind this state' USING ERRCODE = 'check_violation';
    END IF;
END $$;

CREATE OR REPLACE FUNCTION workplan_guard_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM workplan_refuse_content(NEW.report_id, NEW.submitted_at);
    RETURN NEW;
END $$;

-- A verdict is on the latest submission of a report that waits for one, and an acceptance binds its very content.
CREATE OR REPLACE FUNCTION workplan_guard_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    judged workplan_submission%ROWTYPE;
    stated timestamptz := CASE WHEN TG_TABLE_NAME = 'workplan_return' THEN to_jsonb(NEW) ->> 'returned_at'
                               ELSE to_jsonb(NEW) ->> 'accepted_at' END;
BEGIN
    SELECT * INTO STRICT judged FROM workplan_submission WHERE id = NEW.submission_id;
    PERFORM workplan_refuse_if_locked(judged.report_id, stated);
    IF (SELECT state FROM workplan_report WHERE id = judged.report_id) <> 'submitted'
       OR judged.number <> (SELECT max(number) FROM workplan_submission WHERE report_id = judged.report_id) THEN
        RAISE EXCEPTION 'workplan: this submission does not wait for a verdict' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_TABLE_NAME = 'workplan_acceptance' AND (to_jsonb(NEW) ->> 'content_hash', to_jsonb(NEW) ->> 'submitted_by_id')
       IS DISTINCT FROM (judged.content_hash, judged.submitted_by_id::text) THEN
        RAISE EXCEPTION 'workplan: an acceptance is bound to what was handed in' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

-- The words of a concern that reached the branch stand; only its group may still change.
CREATE OR REPLACE FUNCTION workplan_guard_concern() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'workplan: a concern is withdrawn, never deleted' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.delivered_at IS NOT NULL
       AND to_jsonb(NEW) - 'group_id' IS DISTINCT FROM to_jsonb(OLD) - 'group_id' THEN
        RAISE EXCEPTION 'workplan: a concern that was handed in is not rewritten' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

DO $$
DECLARE
    guard text[];
BEGIN
    FOREACH guard SLICE 1 IN ARRAY ARRAY[
        ['entry', 'INSERT OR UPDATE OR DELETE', 'content'],
        ['figure', 'INSERT OR UPDATE OR DELETE', 'content'],
        ['evidence', 'INSERT OR UPDATE OR DELETE', 'content'],
        ['report', 'INSERT OR UPDATE OR DELETE', 'report'],
        ['submission', 'INSERT', 'submission'],
        ['return', 'INSERT', 'verdict'],
        ['acceptance', 'INSERT', 'verdict'],
        ['concern', 'UPDATE OR DELETE', 'concern']
    ] LOOP
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER guard BEFORE %s ON workplan_%s FOR EACH ROW EXECUTE FUNCTION workplan_guard_%s()',
            guard[2], guard[1], guard[3]
        );
    END LOOP;
END $$;
