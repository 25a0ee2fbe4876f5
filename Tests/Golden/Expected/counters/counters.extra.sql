-- Functions in counters_hooks.c; make puts them behind the generated objects.

CREATE FUNCTION counters.hit(weight bigint DEFAULT 1) RETURNS bigint
AS 'MODULE_PATHNAME', 'counters_hit'
LANGUAGE C STRICT;
COMMENT ON FUNCTION counters.hit IS 'counts a hit and returns the hits of this database';
