CREATE FUNCTION stat_export.label(name text, value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT
AS $$
    SELECT name || '="' || replace(replace(replace(value, '\', '\\'), '"', '\"'), E'\n', '\n') || '"'
$$;
COMMENT ON FUNCTION stat_export.label(text, text) IS 'a label as Prometheus writes it';

-- Add your own metrics with CREATE OR REPLACE VIEW. The rows of a name stand together, with one type and one help.
CREATE VIEW stat_export.metrics (name, type, help, labels, value) AS
    SELECT 'pg_stat_database_' || m.name, m.type, m.help, stat_export.label('datname', d.datname::text), m.value
    FROM pg_catalog.pg_stat_database AS d
    CROSS JOIN LATERAL (VALUES
        ('numbackends', 'gauge', 'Sessions.', d.numbackends::double precision),
        ('xact_commit', 'counter', 'Committed transactions.', d.xact_commit),
        ('xact_rollback', 'counter', 'Transactions that were rolled back.', d.xact_rollback),
        ('blks_read', 'counter', 'Blocks that were read.', d.blks_read),
        ('blks_hit', 'counter', 'Blocks that were found in shared buffers.', d.blks_hit),
        ('tup_fetched', 'counter', 'Rows that queries fetched.', d.tup_fetched),
        ('temp_bytes', 'counter', 'Bytes written to temporary files.', d.temp_bytes),
        ('deadlocks', 'counter', 'Deadlocks.', d.deadlocks)) AS m (name, type, help, value)
    WHERE d.datname = pg_catalog.current_database()
UNION ALL
    SELECT 'pg_stat_user_tables_' || m.name, m.type, m.help, concat_ws(',', stat_export.label('datname', current_database()::text),
        stat_export.label('schemaname', t.schemaname::text), stat_export.label('relname', t.relname::text)), m.value
    FROM pg_catalog.pg_stat_user_tables AS t
    CROSS JOIN LATERAL (VALUES
        ('seq_scan', 'counter', 'Sequential scans.', t.seq_scan::double precision),
        ('idx_scan', 'counter', 'Index scans.', t.idx_scan),
        ('n_live_tup', 'gauge', 'Rows, as far as is known.', t.n_live_tup),
        ('n_dead_tup', 'gauge', 'Dead rows, as far as is known.', t.n_dead_tup)) AS m (name, type, help, value)
    WHERE m.value IS NOT NULL
UNION ALL
    SELECT 'stat_export_time_seconds', 'gauge', 'When the file was written.', stat_export.label('datname', current_database()::text),
        extract(epoch FROM now());
COMMENT ON VIEW stat_export.metrics IS 'what is exported';
