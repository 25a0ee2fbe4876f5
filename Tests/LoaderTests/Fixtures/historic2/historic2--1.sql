CREATE FUNCTION historic2_field(text, text) RETURNS bigint LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_field';
CREATE FUNCTION historic2_extra(text) RETURNS text LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_extra';
CREATE FUNCTION historic2_exit(text, integer) RETURNS void LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_exit';
CREATE FUNCTION historic2_generation() RETURNS bigint LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_generation';
