CREATE FUNCTION loner_field(text, text) RETURNS bigint LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_field';
CREATE FUNCTION loner_extra(text) RETURNS text LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_extra';
CREATE FUNCTION loner_exit(text, integer) RETURNS void LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_exit';
CREATE FUNCTION loner_generation() RETURNS bigint LANGUAGE c STRICT VOLATILE
AS 'MODULE_PATHNAME', 'fixture_generation';
