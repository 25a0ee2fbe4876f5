import ServerHarness
import Testing

/// The loader follows the committed catalogs, whatever statement changed them.
@Suite struct CatalogTests {
    /// How many workers of an extension there are, in any state.
    private func workers(of name: String) -> String {
        "SELECT count(*) FROM dynpgext.workers WHERE extension = '\(name)'"
    }

    @Test(
        "row 05: rollback, savepoints, prepared transactions: only what is committed counts",
        arguments: Majors.all)
    func onlyWhatIsCommittedCounts(major: Int) async throws {
        let server = try await startLoader(
            major: major, fixtures: ["rev1", "rev2"],
            configuration: ["max_prepared_transactions": "2"])
        try await server.psql("BEGIN; CREATE EXTENSION rev1; ROLLBACK")
        try await server.psql(
            "BEGIN; SAVEPOINT s; CREATE EXTENSION rev1; ROLLBACK TO s; CREATE EXTENSION rev2; COMMIT"
        )
        try await server.eventually(workers(of: "rev2"), equals: "2")
        #expect(try await server.psql(workers(of: "rev1")) == "0")

        try await server.psql("BEGIN; CREATE EXTENSION rev1; PREPARE TRANSACTION 'p'")
        // Another extension's way through the loader shows that it had time for a wrong start.
        try await server.psql("DROP EXTENSION rev2")
        try await server.eventually(workers(of: "rev2"), equals: "0")
        #expect(try await server.psql(workers(of: "rev1")) == "0")
        try await server.psql("COMMIT PREPARED 'p'")
        try await server.eventually(workers(of: "rev1"), equals: "2")
    }

    @Test(
        "row 08: a copied database gets its workers within a second, a template does not",
        arguments: Majors.all)
    func aCopiedDatabaseIsFollowedAndATemplateIsNot(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE EXTENSION rev1", database: "template1")
        try await server.psql("CREATE DATABASE copy")
        try await server.eventuallyWorkers(
            of: "rev1", are: ["rev1 global||running|1|", "rev1 local|copy|running|1|"])
        #expect(
            try await server.psql(
                "SELECT scanned, reason FROM dynpgext.databases WHERE database = 'template1'")
                == "f|the database is a template")
        let tries = (1...5).map { (after: "CREATE DATABASE copy\($0)", database: "copy\($0)") }
        #expect(try await server.quickestStart(tries) < 1)
    }

    @Test(
        "row 07: no worker blocks DROP DATABASE",
        arguments: Majors.all)
    func noWorkerBlocksDropDatabase(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE DATABASE doomed")
        try await server.psql("CREATE EXTENSION rev1", database: "doomed")
        let both = ["rev1 global||running|1|", "rev1 local|doomed|running|1|"]
        try await server.eventuallyWorkers(of: "rev1", are: both)

        // Who may not drop the database does not stop its workers either.
        try await server.psql("CREATE ROLE anybody LOGIN")
        #expect(
            try await server.psqlFails("DROP DATABASE doomed", user: "anybody")
                .contains("must be owner"))
        try await server.eventuallyWorkers(of: "rev1", are: both)

        // A DROP that fails gives them back, which here a session prevents.
        async let session = server.psqlResult("SELECT pg_sleep(30)", database: "doomed")
        try await server.eventually(
            "SELECT count(*) = 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(30)%'")
        #expect(
            try await server.psqlFails("DROP DATABASE doomed")
                .contains("is being accessed by other users"))
        try await server.eventuallyWorkers(
            of: "rev1", are: [both[0], "rev1 local|doomed|running|2|1"])
        try await server.psql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(30)%'"
        )
        _ = try await session

        let begin = ContinuousClock.now
        try await server.psql("DROP DATABASE doomed")
        #expect(.now - begin < .seconds(4))
        try await server.eventually(workers(of: "rev1"), equals: "0")
    }

    @Test(
        "row 07: no worker blocks CREATE DATABASE TEMPLATE, RENAME, SET TABLESPACE; none is stopped for those who may not",
        arguments: Majors.all)
    func noWorkerBlocksCopyRenameOrMove(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE DATABASE busy")
        try await server.psql("CREATE EXTENSION rev1", database: "busy")
        let both = ["rev1 global||running|1|", "rev1 local|busy|running|1|"]
        try await server.eventuallyWorkers(of: "rev1", are: both)

        // Whom the server refuses does not stop workers.
        try await server.psql(
            """
            CREATE ROLE creator LOGIN CREATEDB;
            CREATE ROLE owner LOGIN;
            ALTER DATABASE busy OWNER TO owner;
            """)
        let refused = [
            ("creator", "CREATE DATABASE copy TEMPLATE busy"),
            ("owner", "CREATE DATABASE copy TEMPLATE busy"),
            ("creator", "ALTER DATABASE busy RENAME TO renamed"),
            ("owner", "ALTER DATABASE busy RENAME TO renamed"),
            ("owner", "ALTER DATABASE busy SET TABLESPACE pg_global"),
        ]
        for (user, statement) in refused {
            try await server.psqlFails(statement, user: user)
        }
        for statement in ["DROP EXTENSION rev1", "ALTER EXTENSION rev1 UPDATE TO '2'"] {
            try await server.psqlFails(statement, database: "busy", user: "creator")
        }
        try await server.eventuallyWorkers(of: "rev1", are: both)

        // A statement that fails gives them back within a second, also one that leaves as if it had finished.
        let failing = "CREATE DATABASE postgres TEMPLATE busy"
        #expect(
            try await server.quickestStart(
                Array(repeating: (after: failing, database: "busy"), count: 4)) < 1)
        try await server.exitWorker(of: "rev1:local", with: -2, database: "busy")
        try await server.psqlFails(failing)
        try await server.eventually(
            "SELECT state, last_exit FROM dynpgext.workers WHERE database = 'busy'",
            equals: "running|0")

        let running = "SELECT count(*) FROM dynpgext.workers WHERE state = 'running'"
        let begin = ContinuousClock.now
        try await server.psql("CREATE DATABASE copy TEMPLATE busy")
        try await server.eventually(running, equals: "3")
        // The one of them that can be one of several statements.
        try await server.psql(
            "BEGIN; ALTER DATABASE copy RENAME TO another; ALTER DATABASE another RENAME TO renamed; COMMIT"
        )
        #expect(.now - begin < .seconds(4))
        try await server.eventually("\(running) AND database = 'renamed'", equals: "1")
        let space = server.directory.appending(path: "socket/space").path
        try await server.psql("COPY (SELECT) TO PROGRAM 'mkdir \(space); cat >/dev/null'")
        try await server.psql("CREATE TABLESPACE space LOCATION '\(space)'")
        try await server.psql("ALTER DATABASE renamed SET TABLESPACE space")
        try await server.eventually(running, equals: "3")
    }

    @Test(
        "the code of disabled extensions does not run",
        arguments: Majors.all)
    func disabledExtensionsDoNotRun(major: Int) async throws {
        let server = try await startLoader(
            major: major, fixtures: ["rev1", "rev2", "bad"],
            configuration: ["dynpgext.disable": "bad, rev1"])
        try await server.psql("CREATE EXTENSION bad")
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventually(
            "SELECT count(*) FROM dynpgext.extensions WHERE extension = 'rev1'", equals: "1")
        #expect(try await server.field("made", of: "rev1:local") == "")
        // Another one's way through the loader shows that it had time to run their code.
        try await server.psql("CREATE EXTENSION rev2")
        try await server.eventually(workers(of: "rev2"), equals: "2")
        #expect(server.logLines(containing: "bad on purpose").isEmpty)
        try await server.psql("DROP EXTENSION bad")
        try await server.eventually(
            "SELECT count(*) FROM dynpgext.extensions WHERE extension = 'bad'", equals: "0")
        try await server.psql("ALTER SYSTEM SET dynpgext.disable = ''")
        try await server.reload()
        try await server.eventually(workers(of: "rev1"), equals: "2")
    }

    @Test(
        "anybody may look; loader_present is on and cannot be set",
        arguments: Majors.all)
    func anybodyMayLookAndTheSettingTells(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE ROLE anybody LOGIN")
        #expect(try await server.psql("SHOW dynpgext.loader_present", user: "anybody") == "on")
        #expect(
            try await server.psqlFails("SET dynpgext.loader_present = off")
                .contains("cannot be changed"))
        try await server.psql("TABLE dynpgext.workers", user: "anybody")
        #expect(
            try await server.psql("SELECT status FROM dynpgext.extensions", user: "anybody")
                .contains("plain"))
    }
}
