CREATE FUNCTION sized_field(text, text) RETURNS bigint LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_field';
CREATE FUNCTION sized_extra(text) RETURNS text LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_extra';
CREATE FUNCTION sized_exit(text, integer) RETURNS void LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_exit';
CREATE FUNCTION sized_generation() RETURNS bigint LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_generation';
