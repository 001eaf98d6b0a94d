-- The owner builds, the other two work: what the owner creates from now on is theirs to read and write, never to alter.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO dongvon_owner;
GRANT USAGE ON SCHEMA public TO dongvon_web, dongvon_worker;

SET ROLE dongvon_owner;
ALTER DEFAULT PRIVILEGES IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO dongvon_web, dongvon_worker;
ALTER DEFAULT PRIVILEGES IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO dongvon_web, dongvon_worker;
RESET ROLE;

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;
