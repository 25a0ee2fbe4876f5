import ServerHarness
import Testing

/// Whose code a worker may meet: of roles that could do its work themselves, and of no others.
@Suite struct TrustTests {
    /// All belongs to a superuser, and mallory is an ordinary role. After a failure a tick comes again at once.
    private func server(major: Int) async throws -> TestServer {
        let server = try await startDuties(
            major: major,
            configuration: ["duties.clean_enabled": "off", "duties.rebuild_enabled": "off"])
        try await server.psql(
            "CREATE ROLE mallory LOGIN; CREATE ROLE boss SUPERUSER; GRANT USAGE ON SCHEMA duties TO mallory"
        )
        return server
    }

    /// Waits until the worker says that it stays off, and why.
    private func expectOff(
        _ server: TestServer, after opening: String, because detail: String,
        _ open: () async throws -> Void
    ) async throws {
        let message =
            "worker \"duties steps\" stays off: schema \"duties\" is open to others than role"
        let before = server.logLines(containing: message).count
        let told = server.logLines(containing: detail).count
        try await open()
        try await server.eventually("the worker to stay off after \(opening)") {
            (
                server.logLines(containing: message).count > before
                    && server.logLines(containing: detail).count > told, server.log
            )
        }
    }

    private func expectOn(_ server: TestServer) async throws {
        let rows = try await server.psql("SELECT coalesce(max(id), 0) FROM duties.done")
        try await server.eventually("SELECT max(id) > \(rows) FROM duties.done")
    }

    /// A function that was made while the schema was open fits better than the extension's.
    @Test(arguments: Majors.all) func callsNothingThatOthersLeft(major: Int) async throws {
        let server = try await liveServer(
            major: major, cases: ["dials"], databases: [], configuration: ["dials.pause": "50ms"])
        try await server.psql(
            "CREATE ROLE mallory LOGIN; CREATE SCHEMA s; GRANT ALL ON SCHEMA s TO mallory")
        try await server.psql(
            """
            CREATE FUNCTION s.half(bigint) RETURNS bigint LANGUAGE plpgsql AS
            $$BEGIN EXECUTE 'ALTER ROLE mallory SUPERUSER'; RETURN $1; END$$
            """, user: "mallory")
        try await server.psql(
            "REVOKE ALL ON SCHEMA s FROM mallory; CREATE EXTENSION dials SCHEMA s")
        try await server.eventually("what was left to be noticed") {
            let lines = server.logLines(
                containing: "DETAIL:  Role \"mallory\" owns function s.half(bigint).")
            return (!lines.isEmpty, server.log)
        }
        #expect(
            try await server.psql("SELECT rolsuper FROM pg_roles WHERE rolname = 'mallory'") == "f")
        try await server.psql("DROP FUNCTION s.half(bigint)")
        try await server.eventually("SELECT count(*) > 0 FROM s.looks")
    }

    /// Every kind of object that a schema holds: it does not matter how it came into another role's hands.
    @Test(arguments: Majors.all) func staysOffWhatOthersOwn(major: Int) async throws {
        let server = try await server(major: major)
        let objects = [
            ("TABLE duties.planted", "(a int, b int)"),
            ("FUNCTION duties.planted()", "RETURNS int LANGUAGE sql AS 'SELECT 1'"),
            ("OPERATOR duties.# (boolean, boolean)", ""),
            ("DOMAIN duties.word", "AS text"),
            ("OPERATOR FAMILY duties.planted USING btree", ""),
            ("OPERATOR CLASS duties.planted USING btree", ""),
            ("COLLATION duties.planted", "FROM \"C\""),
            ("CONVERSION duties.planted", "FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8"),
            ("TEXT SEARCH CONFIGURATION duties.planted", "(COPY = simple)"),
            ("TEXT SEARCH DICTIONARY duties.planted", "(TEMPLATE = simple)"),
            ("STATISTICS duties.planted", "ON a, b FROM duties.planted"),
        ]
        // CREATE and ALTER call these by other names.
        let others = [
            "OPERATOR duties.# (boolean, boolean)":
                "OPERATOR duties.# (LEFTARG = boolean, RIGHTARG = boolean, FUNCTION = booleq)",
            "OPERATOR CLASS duties.planted USING btree":
                "OPERATOR CLASS duties.planted FOR TYPE int USING btree FAMILY duties.planted AS OPERATOR 1 <",
        ]
        for (object, definition) in objects {
            try await server.psql("CREATE \(others[object] ?? object) \(definition)")
        }
        for (object, _) in objects {
            try await expectOn(server)
            let owner = "ALTER \(object) OWNER TO"
            try await expectOff(server, after: owner, because: "DETAIL:  Role \"mallory\" owns ") {
                try await server.psql("\(owner) mallory")
            }
            try await server.psql("\(owner) boss")
        }
        try await expectOn(server)
    }

    /// An object whose maker has not committed yet would else come in the middle of a tick.
    @Test(arguments: Majors.all) func staysOffWhatIsBeingMade(major: Int) async throws {
        let server = try await server(major: major)
        try await server.psql("GRANT CREATE ON SCHEMA duties TO mallory")
        let session = OpenSession(
            server, database: "postgres", user: "mallory",
            "BEGIN; CREATE TABLE duties.planted (a int);")
        try await server.eventually(
            "SELECT count(*) > 0 FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE usename = 'mallory' AND mode = 'AccessExclusiveLock'"
        )
        try await expectOff(
            server, after: "a transaction began",
            because: "DETAIL:  Role \"mallory\" owns an object that a transaction is making."
        ) { try await server.psql("REVOKE CREATE ON SCHEMA duties FROM mallory") }
        // It ends without COMMIT.
        #expect(try await session.end().status == 0)
        try await server.psql("ANALYZE duties.jobs")
        try await expectOn(server)
    }

    /// Triggers belong to nobody: who may make them, what they call, and what a foreign key leads to.
    @Test(arguments: Majors.all) func staysOffTablesThatOthersAddTo(major: Int) async throws {
        let server = try await server(major: major)
        try await server.psql(
            """
            CREATE TABLE public.mine (id int); ALTER TABLE public.mine OWNER TO mallory;
            CREATE FUNCTION public.theirs() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE FUNCTION public.sure() RETURNS boolean LANGUAGE sql AS 'SELECT true';
            ALTER FUNCTION public.sure() OWNER TO mallory;
            """)
        for (open, close, detail) in [
            (
                "GRANT ALL ON duties.done TO mallory",
                "REVOKE TRIGGER, REFERENCES ON duties.done FROM mallory",
                "Role \"mallory\" may add to table"
            ),
            (
                "GRANT REFERENCES ON duties.done TO PUBLIC",
                "REVOKE REFERENCES ON duties.done FROM PUBLIC", "Role \"public\" may add to table"
            ),
            (
                "CREATE TABLE public.child () INHERITS (duties.done); ALTER TABLE public.child OWNER TO mallory",
                "DROP TABLE public.child", "owns table public.child"
            ),
            (
                "ALTER TABLE public.mine ADD FOREIGN KEY (id) REFERENCES duties.jobs (id) ON DELETE CASCADE",
                "ALTER TABLE public.mine DROP CONSTRAINT mine_id_fkey", "owns table public.mine"
            ),
            (
                "CREATE TRIGGER planted BEFORE INSERT ON duties.done FOR EACH ROW WHEN (public.sure()) EXECUTE FUNCTION public.theirs()",
                "DROP TRIGGER planted ON duties.done", "owns function public.sure()"
            ),
            (
                "ALTER FUNCTION public.sure() OWNER TO boss; ALTER FUNCTION public.theirs() OWNER TO mallory; CREATE TRIGGER planted BEFORE INSERT ON duties.done FOR EACH ROW WHEN (public.sure()) EXECUTE FUNCTION public.theirs()",
                "ALTER FUNCTION public.theirs() OWNER TO boss; ALTER TRIGGER planted ON duties.done DEPENDS ON EXTENSION duties",
                "owns function public.theirs()"
            ),
        ] {
            try await expectOn(server)
            try await expectOff(server, after: open, because: detail) {
                try await server.psql(open)
            }
            try await server.psql(close)
        }
        try await expectOn(server)
    }

    /// Arguments and conditions are text that others may have left: the catalogs do not tell whose it is.
    @Test(arguments: Majors.all) func staysOffTheTextOfOthers(major: Int) async throws {
        let server = try await server(major: major)
        try await server.psql(
            """
            CREATE SCHEMA mine AUTHORIZATION mallory;
            CREATE FUNCTION public.plain() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            GRANT TRIGGER ON duties.done TO mallory;
            """)
        try await server.psql(
            """
            CREATE FUNCTION mine.plant() RETURNS tsquery LANGUAGE plpgsql AS
            $$BEGIN EXECUTE 'ALTER ROLE mallory SUPERUSER'; RETURN 'a'; END$$;
            CREATE TRIGGER planted BEFORE INSERT ON duties.done FOR EACH ROW
            WHEN (pg_catalog.ts_rewrite('a', 'SELECT mine.plant(), ''a''::tsquery') IS NOT NULL)
            EXECUTE FUNCTION public.plain();
            """, user: "mallory")
        let detail =
            "DETAIL:  Trigger \"planted\" of table \"done\" has arguments or a condition"
        try await expectOff(server, after: "REVOKE", because: detail) {
            try await server.psql("REVOKE TRIGGER ON duties.done FROM mallory")
        }
        #expect(
            try await server.psql("SELECT rolsuper FROM pg_roles WHERE rolname = 'mallory'") == "f")
        try await server.psql("DROP TRIGGER planted ON duties.done")
        try await expectOn(server)
        try await expectOff(server, after: "an argument", because: detail) {
            try await server.psql(
                "CREATE TRIGGER planted BEFORE INSERT ON duties.done FOR EACH ROW EXECUTE FUNCTION public.plain('text')"
            )
        }
        try await server.psql("ALTER TRIGGER planted ON duties.done DEPENDS ON EXTENSION duties")
        try await expectOn(server)
    }

    /// Code of a former owner would run as the new one.
    @Test(arguments: Majors.all) func staysOffWhenGivenAway(major: Int) async throws {
        let server = try await liveServer(
            major: major, cases: ["pulse"], databases: [],
            configuration: ["pulse.interval": "50ms"])
        try await server.psql("CREATE ROLE alice LOGIN SUPERUSER; CREATE DATABASE b")
        try await server.psql("CREATE EXTENSION pulse", database: "b", user: "alice")
        try await server.psql("ALTER ROLE alice NOSUPERUSER")
        try await server.eventually("SELECT count(*) > 0 FROM pulse.log", database: "b")
        try await server.psql(
            """
            CREATE FUNCTION pulse.plant() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN
                IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN ALTER ROLE alice SUPERUSER; END IF;
                RETURN NEW;
            END$$;
            CREATE TRIGGER plant BEFORE INSERT ON pulse.log FOR EACH ROW EXECUTE FUNCTION pulse.plant();
            """, database: "b", user: "alice")
        // She keeps the workers away meanwhile.
        let lease = OpenSession(
            server, database: "b", user: "alice", "BEGIN; ALTER EXTENSION pulse UPDATE;")
        try await server.eventually(
            "SELECT count(*) = 0 FROM pg_stat_activity WHERE backend_type = 'pulse record'",
            database: "b")
        try await server.psql("REASSIGN OWNED BY alice TO postgres", database: "b")
        #expect(try await lease.end().status == 0)
        try await server.eventually("the worker to stay off") {
            let lines = server.logLines(
                containing:
                    "worker \"pulse record\" stays off: extension \"pulse\" has been given to role \"postgres\""
            )
            return (lines.count > 1, server.log)
        }
        #expect(
            try await server.psql("SELECT rolsuper FROM pg_roles WHERE rolname = 'alice'") == "f")
        // Somebody has looked.
        try await server.psql(
            """
            DROP FUNCTION pulse.plant() CASCADE;
            CREATE EXTENSION dynpgext;
            SELECT dynpgext.restart('b', 'pulse');
            """, database: "b")
        let rows = try await server.psql("SELECT max(id) FROM pulse.log", database: "b")
        try await server.eventually("SELECT max(id) > \(rows) FROM pulse.log", database: "b")
    }
}
