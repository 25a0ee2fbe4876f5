CREATE TABLE reindex_invalid.attempts (
    at timestamp with time zone NOT NULL DEFAULT now(),
    index oid NOT NULL,
    name text NOT NULL,
    command text NOT NULL
);
COMMENT ON TABLE reindex_invalid.attempts IS 'what the worker has tried';
CREATE INDEX ON reindex_invalid.attempts (index, at);

-- What a concurrent REINDEX leaves behind when it fails ends in _ccnew or _ccold, and is to be dropped. Of no use here:
-- the index of a partitioned table, which has no storage; one of a catalog or an exclusion constraint, which cannot be
-- rebuilt concurrently; and one whose table is locked as it is while somebody builds an index.
CREATE VIEW reindex_invalid.due AS
    SELECT i.indexrelid AS index, f.name, format(
        CASE WHEN c.relname ~ '_cc(new|old)[0-9]*$' THEN 'DROP INDEX CONCURRENTLY %s'
            ELSE 'REINDEX INDEX CONCURRENTLY %s' END, f.name) AS command
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL format('%I.%I', n.nspname, c.relname) AS f (name)
    LEFT JOIN LATERAL (SELECT max(a.at) AS at FROM reindex_invalid.attempts AS a WHERE a.index = i.indexrelid) AS last ON true
    WHERE NOT i.indisvalid AND NOT i.indisexclusion AND c.relkind = 'i' AND c.relpersistence <> 't'
    AND n.nspname NOT IN ('pg_catalog', 'pg_toast')
    AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_locks AS l
        WHERE l.relation = i.indrelid AND l.mode = 'ShareUpdateExclusiveLock'
        AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = current_database()))
    AND (last.at IS NULL OR last.at < now() - current_setting('reindex_invalid.retry_after')::interval)
    ORDER BY last.at NULLS FIRST, i.indexrelid;
COMMENT ON VIEW reindex_invalid.due IS 'the invalid indexes and what the worker will do about them, in this order';

CREATE VIEW reindex_invalid.history AS
    SELECT a.at, a.name, a.command, i.indisvalid AS is_valid_now
    FROM reindex_invalid.attempts AS a
    LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = to_regclass(a.name);
COMMENT ON VIEW reindex_invalid.history IS 'what the worker has tried, and what became of it; null: the index is gone';
