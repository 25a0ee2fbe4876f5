CREATE FUNCTION oldloader_start(global boolean) RETURNS integer LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'oldloader_start';
