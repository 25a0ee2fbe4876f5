\echo Use "CREATE EXTENSION probe" to load this file. \quit
CREATE FUNCTION probe() RETURNS int LANGUAGE c AS 'MODULE_PATHNAME';
