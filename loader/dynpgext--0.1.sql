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

CREATE FUNCTION @extschema@.list_blocks(
    OUT extension text, OUT name text, OUT database text, OUT scope text,
    OUT size bigint, OUT ready boolean)
RETURNS SETOF record LANGUAGE c STRICT VOLATILE PARALLEL SAFE
AS 'MODULE_PATHNAME', 'dynpgext_blocks';
COMMENT ON FUNCTION @extschema@.list_blocks() IS 'behind the view blocks';

CREATE VIEW @extschema@.workers AS SELECT * FROM @extschema@.list_workers();
COMMENT ON VIEW @extschema@.workers IS 'the workers that extensions asked for, in all databases';

CREATE VIEW @extschema@.extensions AS SELECT * FROM @extschema@.list_extensions();
COMMENT ON VIEW @extschema@.extensions IS 'the extensions of all databases, and what the loader makes of them';

CREATE VIEW @extschema@.databases AS SELECT * FROM @extschema@.list_databases();
COMMENT ON VIEW @extschema@.databases IS 'all databases, and why some are not followed';

CREATE VIEW @extschema@.blocks AS SELECT * FROM @extschema@.list_blocks();
COMMENT ON VIEW @extschema@.blocks IS 'the shared memory of extensions, in all databases';

CREATE FUNCTION @extschema@.reload() RETURNS void LANGUAGE c VOLATILE
AS 'MODULE_PATHNAME', 'dynpgext_reload';
COMMENT ON FUNCTION @extschema@.reload()
IS 'reads all catalogs again, and gives extensions that have failed another chance';

CREATE FUNCTION @extschema@.pause(database name, extension name)
RETURNS void LANGUAGE c VOLATILE
AS 'MODULE_PATHNAME', 'dynpgext_pause';
COMMENT ON FUNCTION @extschema@.pause(name, name)
IS 'keeps an extension''s workers away from a database; the global ones if that is null';

CREATE FUNCTION @extschema@.resume(database name, extension name)
RETURNS void LANGUAGE c VOLATILE
AS 'MODULE_PATHNAME', 'dynpgext_resume';
COMMENT ON FUNCTION @extschema@.resume(name, name) IS 'ends a pause';

CREATE FUNCTION @extschema@.restart(database name, extension name)
RETURNS void LANGUAGE c VOLATILE
AS 'MODULE_PATHNAME', 'dynpgext_restart';
COMMENT ON FUNCTION @extschema@.restart(name, name)
IS 'stops and starts an extension''s workers, also those that have finished or wait';

REVOKE EXECUTE ON FUNCTION
    @extschema@.reload(), @extschema@.pause(name, name), @extschema@.resume(name, name),
    @extschema@.restart(name, name)
FROM PUBLIC;

GRANT USAGE ON SCHEMA @extschema@ TO PUBLIC;
GRANT SELECT ON
    @extschema@.workers, @extschema@.extensions, @extschema@.databases, @extschema@.blocks
TO PUBLIC;
