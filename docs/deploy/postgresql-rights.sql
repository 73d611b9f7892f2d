-- What each user of the database may do, and no more. Run it as the tables' owner, after every
-- `registry migrate`: a new table has no rights until it is run again.
--
-- The owner runs `registry migrate`, `key`, `hook` and `restore`, and nothing else. The roles are
-- made once, each with a way to sign in of its own:
--
--   CREATE ROLE registry_reader LOGIN;   CREATE ROLE registry_clerk LOGIN;   CREATE ROLE registry_service LOGIN;

-- Nobody else.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO registry_reader, registry_clerk, registry_service;

-- The reader asks: `registry who`, `check`, `diff`, `export`, `journal`, `backup`. He reads all
-- that is in the journal, the private reasons of absences too.
GRANT SELECT ON registry_schema, journal, journal_government, journal_document, journal_post,
  coverage_read, coverage, coverage_word
TO registry_reader, registry_clerk, registry_service;

-- The clerk adds to the journal besides: `registry load`, `record`, `journal import`. Nobody
-- changes an entry or takes one out.
GRANT INSERT ON journal, journal_government, journal_document, journal_post
TO registry_clerk, registry_service;

-- The index of `registry across` follows from the journal, and is written anew as that grows.
GRANT INSERT, UPDATE, DELETE ON coverage_read, coverage, coverage_word
TO registry_clerk, registry_service;

-- The service knows keys by their digests, and adds to what tells who used them.
GRANT SELECT ON api_key TO registry_service;
GRANT INSERT ON api_audit TO registry_service;

-- It keeps replies for a day, reads in what was handed in, and tells others of events.
GRANT SELECT, INSERT, DELETE ON api_reply TO registry_service;
GRANT SELECT, INSERT, UPDATE ON job, job_file TO registry_service;
GRANT SELECT, INSERT ON event TO registry_service;
GRANT SELECT, UPDATE ON event_read, hook TO registry_service;
GRANT SELECT, INSERT ON hook_dead TO registry_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON lease TO registry_service;
