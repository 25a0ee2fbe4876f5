import ServerHarness
import Testing

/// Whom SQL work runs as, and what it sees.
@Suite struct PrivilegeTests {
    /// The database's owner is an ordinary role that also owns the extension.
    private func server(major: Int) async throws -> TestServer {
        let server = try await liveServer(
            major: major, cases: ["pulse"], databases: ["a"],
            configuration: ["pulse.interval": "50ms"])
        try await server.psql(
            """
            CREATE ROLE alice LOGIN;
            CREATE ROLE mallory LOGIN;
            ALTER TABLE pulse.log ADD COLUMN role name DEFAULT current_user;
            ALTER TABLE pulse.log ADD COLUMN path text DEFAULT current_setting('search_path');
            ALTER SCHEMA pulse OWNER TO alice;
            GRANT SELECT ON pulse.beats TO alice;
            GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pulse TO alice;
            ALTER TABLE pulse.log OWNER TO alice;
            UPDATE pg_extension SET extowner = 'alice'::regrole WHERE extname = 'pulse';
            """, database: "a")
        return server
    }

    private let latest = "FROM pulse.log ORDER BY id DESC LIMIT 1"

    @Test(arguments: Majors.all) func runsAsTheOwner(major: Int) async throws {
        let server = try await server(major: major)
        // Defaults are taken at the start of a process.
        let timeouts =
            ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"]
            + (major < 17 ? [] : ["transaction_timeout"])
        let record = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'pulse record'"
        try await server.eventually("SELECT count(*) FROM (\(record)) AS found", equals: "1")
        let pid = try await server.psql(record)
        try await server.psql(
            """
            ALTER TABLE pulse.log ADD COLUMN pid int DEFAULT pg_backend_pid(),
                ADD COLUMN session name DEFAULT session_user,
                ADD COLUMN settings text DEFAULT concat_ws(', ', current_setting('transaction_isolation'),
                    \(timeouts.map { "current_setting('\($0)')" }.joined(separator: ", ")));
            ALTER ROLE postgres SET search_path = public;
            ALTER DATABASE a SET search_path = public;
            ALTER DATABASE a SET default_transaction_isolation = serializable;
            \(timeouts.map { "ALTER DATABASE a SET \($0) = '1min';" }.joined(separator: "\n"))
            SELECT pg_terminate_backend(\(pid));
            """, database: "a")
        let zeros = timeouts.map { _ in "0" }.joined(separator: ", ")
        try await server.eventually(
            """
            SELECT concat_ws(', ', role, session, path, settings)
            FROM pulse.log JOIN (\(record)) AS again USING (pid) WHERE pid <> \(pid) LIMIT 1
            """,
            database: "a",
            equals: "alice, alice, pg_catalog, pulse, pg_temp, read committed, \(zeros)")
    }

    /// A trigger that the owner plants runs as the owner, who cannot become anyone else in it.
    @Test(arguments: Majors.all) func givesNoPrivilegeAway(major: Int) async throws {
        let server = try await server(major: major)
        try await server.eventually("SELECT role \(latest)", database: "a", equals: "alice")
        try await server.psql(
            """
            CREATE FUNCTION pulse.plant() RETURNS trigger LANGUAGE plpgsql AS
            $$BEGIN EXECUTE 'RESET ROLE'; EXECUTE 'ALTER ROLE alice SUPERUSER'; RETURN NEW; END$$;
            CREATE TRIGGER plant BEFORE INSERT ON pulse.log FOR EACH ROW EXECUTE FUNCTION pulse.plant();
            """, database: "a", user: "alice")
        try await server.expectNoEscalation()
    }

    @Test(arguments: Majors.all) func staysOffInAnOpenSchema(major: Int) async throws {
        let server = try await server(major: major)
        try await server.psql("CREATE ROLE boss SUPERUSER")
        // The other worker may still wait after its last failure, and judge the schema for the first time since.
        let message =
            "worker \"pulse record\" stays off: schema \"pulse\" is open to others than role \"alice\""
        for (open, close) in [
            // First, while the schema has no privileges of its own yet.
            ("ALTER SCHEMA pulse OWNER TO mallory", "ALTER SCHEMA pulse OWNER TO alice"),
            (
                "GRANT CREATE ON SCHEMA pulse TO PUBLIC",
                "REVOKE CREATE ON SCHEMA pulse FROM PUBLIC"
            ),
            (
                "GRANT CREATE ON SCHEMA pulse TO mallory, boss",
                "REVOKE CREATE ON SCHEMA pulse FROM mallory"
            ),
            ("ALTER ROLE boss NOSUPERUSER", "ALTER ROLE boss SUPERUSER"),
            // Who may be the owner anyway gains nothing.
            ("GRANT CREATE ON SCHEMA pulse TO mallory", "GRANT alice TO mallory"),
            ("REVOKE alice FROM mallory", "REVOKE CREATE ON SCHEMA pulse FROM mallory"),
        ] {
            try await server.eventually("SELECT role \(latest)", database: "a", equals: "alice")
            let before = server.logLines(containing: message).count
            try await server.psql(open, database: "a")
            try await server.eventually("the worker to stay off after \(open)") {
                (server.logLines(containing: message).count > before, server.log)
            }
            let rows = try await server.psql("SELECT max(id) FROM pulse.log", database: "a")
            try await server.psql(close, database: "a")
            try await server.eventually("SELECT max(id) > \(rows) FROM pulse.log", database: "a")
        }
    }

    /// Outside of transactions the work is done in a session of the owner, who cannot become anyone else in it.
    @Test(arguments: Majors.all) func sessionsGiveNoPrivilegeAway(major: Int) async throws {
        let server = try await startDuties(
            major: major,
            configuration: [
                "duties.steps_enabled": "off", "duties.clean_enabled": "off",
                "duties.rebuild_enabled": "off",
            ])
        try await server.psql(
            """
            CREATE ROLE alice LOGIN;
            ALTER SCHEMA duties OWNER TO alice;
            ALTER TABLE duties.done OWNER TO alice;
            ALTER TABLE duties.jobs OWNER TO alice;
            UPDATE pg_extension SET extowner = 'alice'::regrole WHERE extname = 'duties';
            """)
        try await server.set("duties.clean_enabled", "on")
        try await server.eventually(
            "SELECT count(*) > 0 FROM duties.done WHERE what = 'clean pg_catalog, duties, pg_temp alice'"
        )
        try await server.psql(
            """
            CREATE FUNCTION duties.plant() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
                RESET SESSION AUTHORIZATION; RESET ROLE; ALTER ROLE alice SUPERUSER; RETURN NEW;
            END$$;
            CREATE TRIGGER plant BEFORE INSERT ON duties.done FOR EACH ROW EXECUTE FUNCTION duties.plant();
            """, user: "alice")
        try await server.eventually(
            "SELECT state = 'failing' AND last_error ~ 'superuser|permission denied' FROM \(row("clean"))"
        )
        #expect(
            try await server.psql("SELECT rolsuper FROM pg_roles WHERE rolname = 'alice'") == "f")
        // A role that may not log in cannot have a session before 17.
        try await server.psql("DROP TRIGGER plant ON duties.done; ALTER ROLE alice NOLOGIN")
        try await server.eventually(
            major < 17
                ? "SELECT last_error = 'the session of worker \"duties clean\" could not work' FROM \(row("clean"))"
                : "SELECT state = 'idle' FROM \(row("clean"))")
        // Nor does anyone work in a schema that is open.
        try await server.psql("ALTER ROLE alice LOGIN; GRANT CREATE ON SCHEMA duties TO PUBLIC")
        try await server.eventually(
            "SELECT last_error LIKE '%session\" stays off: schema \"duties\" is open to others%' FROM \(row("clean"))"
        )
    }
}

extension TestServer {
    /// What was planted is called, cannot become another role, and leaves alice as she was.
    func expectNoEscalation() async throws {
        try await eventually("what was planted to fail") {
            let lines = logLines(
                containing:
                    "ERROR:  cannot set parameter \"role\" within security-restricted operation")
            return (!lines.isEmpty, log)
        }
        #expect(try await psql("SELECT rolsuper FROM pg_roles WHERE rolname = 'alice'") == "f")
    }
}
