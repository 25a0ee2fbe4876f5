CREATE FUNCTION historic_field(text, text) RETURNS bigint LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_field';
CREATE FUNCTION historic_extra(text) RETURNS text LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_extra';
CREATE FUNCTION historic_exit(text, integer) RETURNS void LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_exit';
CREATE FUNCTION historic_generation() RETURNS bigint LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_generation';
