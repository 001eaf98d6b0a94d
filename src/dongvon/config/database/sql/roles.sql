-- The three roles of a process. None may log in: the login the program uses is their member and takes one as it connects.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['dongvon_owner', 'dongvon_web', 'dongvon_worker'] LOOP
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
                EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL; -- somebody else made it at the same moment
        END;
    END LOOP;
END $$;
