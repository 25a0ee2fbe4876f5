-- The worker "look" works as this role, which may do what is granted here, and no more. Another database may have made it.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'idle_killer') THEN
        CREATE ROLE idle_killer NOLOGIN;
        GRANT pg_read_all_stats, pg_signal_backend TO idle_killer;
    END IF;
END
$$;
GRANT USAGE ON SCHEMA idle_killer TO idle_killer;

-- No limit, no row: a limit of 0 becomes null. A session of a superuser is never ended, nor can the role do it.
CREATE VIEW idle_killer.idle_for_too_long AS
    SELECT now() AS at, s.pid, s.usename, s.application_name, s.client_addr, s.state, now() - s.state_change AS idle_for
    FROM pg_catalog.pg_stat_activity AS s
    JOIN pg_catalog.pg_roles AS r ON r.oid = s.usesysid AND NOT r.rolsuper
    WHERE s.datname = pg_catalog.current_database() AND s.backend_type = 'client backend'
    AND now() - s.state_change > nullif(pg_catalog.current_setting(
        CASE s.state
            WHEN 'idle' THEN 'idle_killer.idle'
            WHEN 'idle in transaction' THEN 'idle_killer.idle_in_transaction'
            WHEN 'idle in transaction (aborted)' THEN 'idle_killer.idle_in_transaction'
        END)::interval, '0');
COMMENT ON VIEW idle_killer.idle_for_too_long IS 'the sessions of this database that the next look ends';
GRANT SELECT ON idle_killer.idle_for_too_long TO idle_killer;

CREATE TABLE idle_killer.ended (
    at timestamp with time zone NOT NULL,
    pid integer NOT NULL,
    usename name,
    application_name text,
    client_addr inet,
    state text NOT NULL,
    idle_for interval NOT NULL
);
COMMENT ON TABLE idle_killer.ended IS 'the sessions that were ended';
GRANT INSERT ON idle_killer.ended TO idle_killer;
