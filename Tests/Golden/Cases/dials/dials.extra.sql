CREATE TABLE looks (
    at timestamptz DEFAULT clock_timestamp(),
    turns bigint,
    role name DEFAULT current_user
);
GRANT SELECT, INSERT ON looks TO @extowner@;

-- A user's function could fit better than this one.
CREATE FUNCTION half(number numeric) RETURNS numeric LANGUAGE sql AS 'SELECT number / 2';

-- What C sees of the settings.
CREATE FUNCTION dials() RETURNS text AS 'MODULE_PATHNAME', 'dials_dials' LANGUAGE C;
