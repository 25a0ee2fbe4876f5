CREATE FUNCTION tempo.pace() RETURNS integer AS 'MODULE_PATHNAME', 'tempo_pace' LANGUAGE C;
CREATE TABLE tempo.kept (at timestamptz);
CREATE VIEW tempo.twice AS SELECT 2 * a AS a FROM tempo.notes;
