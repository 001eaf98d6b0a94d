-- A file that is being brought in is seen by whoever brought it and by the branch; its lines and faults likewise.
ALTER TABLE lending_handover ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON lending_handover;
CREATE POLICY of_scope ON lending_handover TO dongvon_web USING (
    (SELECT scope_everything()) OR person = (SELECT scope_person()) OR unit_id = ANY ((SELECT scope_units())::uuid[])
);
DO $$
DECLARE
    owned text;
BEGIN
    FOREACH owned IN ARRAY ARRAY['handoverrow', 'handoverproblem'] LOOP
        EXECUTE format('ALTER TABLE lending_%s ENABLE ROW LEVEL SECURITY', owned);
        EXECUTE format('DROP POLICY IF EXISTS of_scope ON lending_%s', owned);
        EXECUTE format(
            'CREATE POLICY of_scope ON lending_%s TO dongvon_web USING (EXISTS (SELECT FROM lending_handover i WHERE i.id = handover_id))', owned
        );
    END LOOP;
    FOREACH owned IN ARRAY ARRAY['handover', 'handoverrow', 'handoverproblem'] LOOP
        EXECUTE format('DROP POLICY IF EXISTS of_jobs ON lending_%s', owned);
        EXECUTE format('CREATE POLICY of_jobs ON lending_%s TO dongvon_worker USING (true)', owned);
    END LOOP;
    -- Lines are read again from the file after a crash: they need no log of their own.
    FOREACH owned IN ARRAY ARRAY['lending_handoverrow', 'lending_handoverproblem'] LOOP
        IF (SELECT relpersistence FROM pg_class WHERE oid = owned::regclass) = 'p' THEN
            EXECUTE format('ALTER TABLE %I SET UNLOGGED', owned);
        END IF;
    END LOOP;
END $$;

ALTER TABLE lending_origin ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS of_scope ON lending_origin;
CREATE POLICY of_scope ON lending_origin TO dongvon_web USING (EXISTS (SELECT FROM lending_loan l WHERE l.id = loan_id));
DROP POLICY IF EXISTS of_jobs ON lending_origin;
CREATE POLICY of_jobs ON lending_origin TO dongvon_worker USING (true);

REVOKE DELETE, TRUNCATE ON lending_handover, lending_origin FROM dongvon_web, dongvon_worker;
REVOKE INSERT, UPDATE, TRUNCATE ON lending_handoverrow, lending_handoverproblem FROM dongvon_web;

-- As kernel/ids.py mints them, `p_number` in the place of the time's fraction: lines that come together lie together in every index.
CREATE OR REPLACE FUNCTION lending_id(p_at timestamptz, p_number bigint) RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT encode(overlay(uuid_send(gen_random_uuid()) PLACING int8send(
        (extract(epoch FROM p_at) * 1000)::bigint + p_number / 4096 << 16 | x'7000'::int | p_number % 4096
    ) FROM 1 FOR 8), 'hex')::uuid
$$;
