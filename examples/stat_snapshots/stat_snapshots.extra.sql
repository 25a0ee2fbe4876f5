CREATE TABLE stat_snapshots.queries (
    queryid bigint PRIMARY KEY,
    query text NOT NULL
);
COMMENT ON TABLE stat_snapshots.queries IS 'the texts of the statements, each kept once';

CREATE TABLE stat_snapshots.snapshots (
    at timestamp with time zone NOT NULL,
    userid oid NOT NULL,
    dbid oid NOT NULL,
    queryid bigint NOT NULL,
    toplevel boolean NOT NULL,
    calls bigint NOT NULL,
    total_exec_time double precision NOT NULL,
    rows bigint NOT NULL,
    shared_blks_hit bigint NOT NULL,
    shared_blks_read bigint NOT NULL,
    wal_bytes numeric NOT NULL,
    PRIMARY KEY (queryid, userid, dbid, toplevel, at)
);
COMMENT ON TABLE stat_snapshots.snapshots IS 'what pg_stat_statements said at that time, for each statement that had run again';
CREATE INDEX ON stat_snapshots.snapshots USING brin (at);

-- pg_dump keeps the rows.
SELECT pg_catalog.pg_extension_config_dump('stat_snapshots.queries', '');
SELECT pg_catalog.pg_extension_config_dump('stat_snapshots.snapshots', '');

-- The name of the view is put together at each call: an object that depended on it would keep pg_stat_statements from
-- being updated. That of its schema need not be known beforehand.
CREATE FUNCTION stat_snapshots.take() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    source text := (SELECT format('%s.pg_stat_statements', extnamespace::regnamespace)
                    FROM pg_extension WHERE extname = 'pg_stat_statements');
BEGIN
    IF source IS NULL THEN
        RAISE 'extension "pg_stat_statements" does not exist in database "%"', current_database()
            USING HINT = 'Create it there.';
    END IF;
    EXECUTE format($query$
        WITH now AS MATERIALIZED (
            SELECT * FROM %s WHERE queryid IS NOT NULL
        ), texts AS (
            INSERT INTO stat_snapshots.queries
            SELECT DISTINCT ON (queryid) queryid, query FROM now WHERE query IS NOT NULL
            ON CONFLICT DO NOTHING
        )
        INSERT INTO stat_snapshots.snapshots
        SELECT statement_timestamp(), userid, dbid, queryid, toplevel, calls, total_exec_time, rows, shared_blks_hit,
            shared_blks_read, wal_bytes
        FROM now
        WHERE calls IS DISTINCT FROM (
            SELECT s.calls FROM stat_snapshots.snapshots AS s
            WHERE (s.queryid, s.userid, s.dbid, s.toplevel) = (now.queryid, now.userid, now.dbid, now.toplevel)
            ORDER BY s.at DESC LIMIT 1)
        $query$, source);
END
$$;
COMMENT ON FUNCTION stat_snapshots.take() IS 'takes a snapshot';
REVOKE ALL ON FUNCTION stat_snapshots.take() FROM PUBLIC;

-- The figures only grow until someone resets them; one that is less than before began anew.
CREATE VIEW stat_snapshots.activity AS
    SELECT s.at, lag(s.at) OVER w AS since, r.rolname AS "user", d.datname AS database, q.query,
        s.calls - CASE WHEN s.calls >= lag(s.calls) OVER w THEN lag(s.calls) OVER w ELSE 0 END AS calls,
        s.total_exec_time - CASE WHEN s.calls >= lag(s.calls) OVER w THEN lag(s.total_exec_time) OVER w ELSE 0 END AS milliseconds,
        s.rows - CASE WHEN s.calls >= lag(s.calls) OVER w THEN lag(s.rows) OVER w ELSE 0 END AS rows
    FROM stat_snapshots.snapshots AS s
    LEFT JOIN stat_snapshots.queries AS q USING (queryid)
    LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = s.userid
    LEFT JOIN pg_catalog.pg_database AS d ON d.oid = s.dbid
    WINDOW w AS (PARTITION BY s.queryid, s.userid, s.dbid, s.toplevel ORDER BY s.at);
COMMENT ON VIEW stat_snapshots.activity IS 'what each statement did from one snapshot of it to the next';
COMMENT ON COLUMN stat_snapshots.activity.since IS 'the snapshot before; null: since the statistics began';
