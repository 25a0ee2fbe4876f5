\echo Use "CREATE EXTENSION dynpgext" to load this file. \quit

CREATE FUNCTION @extschema@.list_workers(
    OUT extension text, OUT version text, OUT database text, OUT scope text,
    OUT worker text, OUT pid integer, OUT state text, OUT starts bigint,
    OUT last_exit integer, OUT last_start timestamptz, OUT next_start timestamptz,
    OUT reason text)
RETURNS SETOF record LANGUAGE c STRICT VOLATILE PARALLEL SAFE
AS 'MODULE_PATHNAME', 'dynpgext_workers';
COMMENT ON FUNCTION @extschema@.list_workers() IS 'behind the view workers';

CREATE FUNCTION @extschema@.list_extensions(
    OUT extension text, OUT version text, OUT status text, OUT message text)
RETURNS SETOF record LANGUAGE c STRICT VOLATILE PARALLEL SAFE
AS 'MODULE_PATHNAME', 'dynpgext_extensions';
COMMENT ON FUNCTION @extschema@.list_extensions() IS 'behind the view extensions';

CREATE FUNCTION @extschema@.list_databases(
    OUT database text, OUT scanned boolean, OUT reason text)
RETURNS SETOF record LANGUAGE c STRICT VOLATILE PARALLEL SAFE
AS 'MODULE_PATHNAME', 'dynpgext_databases';
COMMENT ON FUNCTION @extschema@.list_databases() IS 'behind the view databases';

CREATE VIEW @extschema@.workers AS SELECT * FROM @extschema@.list_workers();
COMMENT ON VIEW @extschema@.workers IS 'the workers that extensions asked for, in all databases';

CREATE VIEW @extschema@.extensions AS SELECT * FROM @extschema@.list_extensions();
COMMENT ON VIEW @extschema@.extensions IS 'the extensions of all databases, and what the loader makes of them';

CREATE VIEW @extschema@.databases AS SELECT * FROM @extschema@.list_databases();
COMMENT ON VIEW @extschema@.databases IS 'all databases, and why some are not followed';

GRANT USAGE ON SCHEMA @extschema@ TO PUBLIC;
GRANT SELECT ON @extschema@.workers, @extschema@.extensions, @extschema@.databases TO PUBLIC;
