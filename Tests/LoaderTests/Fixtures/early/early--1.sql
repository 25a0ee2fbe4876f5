CREATE FUNCTION early_field(text, text) RETURNS bigint LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_field';
CREATE FUNCTION early_extra(text) RETURNS text LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_extra';
CREATE FUNCTION early_exit(text, integer) RETURNS void LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_exit';
CREATE FUNCTION early_generation() RETURNS bigint LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_generation';
