import Foundation
import ServerHarness
import Testing

/// Blocks are made once, zeroed, and go with their extension.
@Suite struct BlockTests {
    /// Since 14 segments may come from memory that was used before, which shows who forgets to zero.
    private func used(_ major: Int) -> [String: String] {
        major >= 14 ? ["min_dynamic_shared_memory": "1MB"] : [:]
    }

    @Test(arguments: Majors.all)
    func areMadeOnceHoweverManyLook(major: Int) async throws {
        let server = try await startLoader(major: major, configuration: used(major))
        for _ in 1...2 {
            try await server.psql("CREATE EXTENSION rev1")
            let moment = try await server.psql("SELECT clock_timestamp() + interval '0.5 s'")
            let look = """
                SELECT pg_sleep(extract(epoch FROM timestamptz '\(moment)' - clock_timestamp()))::text = '';
                SELECT rev1_field('rev1:idle', 'callbacks'), rev1_field('rev1:idle', 'made'),
                    rev1_field('rev1:idle', 'sum_before')
                """
            let seen = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 1...8 { group.addTask { try await server.psql(look) } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(seen == ["t\n1|77|0"])
            try await server.psql("DROP EXTENSION rev1")
            try await server.eventually("SELECT count(*) FROM dynpgext.workers", equals: "0")
        }
    }

    @Test(arguments: Majors.all)
    func belongToTheirDatabaseOrToAll(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE DATABASE other")
        for database in ["postgres", "other"] {
            try await server.psql("CREATE EXTENSION rev1", database: database)
        }
        try await server.eventually(
            "SELECT count(*) FROM dynpgext.workers WHERE state = 'running'", equals: "3")
        try await server.exitWorker(of: "rev1:local", with: 1)
        try await server.eventually("SELECT rev1_field('rev1:local', 'starts')", equals: "2")
        #expect(try await server.field("starts", of: "rev1:local", database: "other") == "1")
        try await server.exitWorker(of: "rev1:global", with: 1, database: "other")
        try await server.eventually("SELECT rev1_field('rev1:global', 'starts')", equals: "2")
        #expect(try await server.field("starts", of: "rev1:global", database: "other") == "2")
        #expect(try await server.field("made", of: "rev1:none") == "")
    }

    @Test(arguments: Majors.all)
    func areThereInTheTransactionThatCreatesTheirExtension(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["rev1", "rev2"])
        let psql = server.pgConfig.deletingLastPathComponent().appending(path: "psql").path
        // The other extension's session makes the loader scan while this transaction is open: a block that were
        // removed would be made anew, and move the generation.
        let made = try await server.psql(
            """
            BEGIN;
            CREATE EXTENSION rev1;
            SELECT rev1_field('rev1:idle', 'made');
            SELECT rev1_exit('rev1:idle', 5);
            \\! \(psql) -X -q -c 'CREATE EXTENSION rev2' -d postgres
            DO $$ BEGIN
                FOR i IN 1..1000 LOOP
                    EXIT WHEN EXISTS (SELECT FROM dynpgext.extensions WHERE extension = 'rev2');
                    PERFORM pg_sleep(0.01);
                END LOOP;
            END $$;
            SELECT rev1_generation();
            COMMIT;
            SELECT rev1_field('rev1:idle', 'callbacks');
            """)
        #expect(made == "77\n\n1\n1")

        // A rolled back one leaves nothing.
        let generation = try await server.psql("SELECT rev1_generation()")
        try await server.psql("DROP EXTENSION rev2")
        try await server.eventually("SELECT rev1_generation() > \(generation)")
        let later = try await server.psql("SELECT rev1_generation()")
        #expect(
            try await server.psql(
                "BEGIN; CREATE EXTENSION rev2; SELECT rev2_field('rev2:idle', 'made'); ROLLBACK")
                == "77")
        try await server.eventually("SELECT rev1_generation() > \(later)")
    }

    @Test(arguments: Majors.all)
    func ofAnExtensionThatIsCreatedAnewAreItsOwn(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("SELECT dynpgext.pause(NULL, 'rev1'); CREATE EXTENSION rev1")
        try await server.eventually("SELECT rev1_field('rev1:local', 'starts')", equals: "1")
        // What the new one's creator has put into a global block stays; here the code that its worker exits with.
        try await server.psql(
            """
            BEGIN;
            DROP EXTENSION rev1;
            CREATE EXTENSION rev1;
            SELECT rev1_exit('rev1:global', 0);
            COMMIT;
            """)
        try await server.eventually("fini") {
            let lines = server.logLines(containing: "fini of rev1 1")
            return (lines.count == 1, lines.joined())
        }
        try await server.psql("SELECT dynpgext.resume(NULL, 'rev1')")
        try await server.eventuallyWorkers(
            of: "rev1", are: ["rev1 global||done|1|0", "rev1 local|postgres|running|1|"])
    }

    @Test(arguments: Majors.all)
    func goWhenTheirExtensionGoes(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE EXTENSION rev1")
        #expect(
            try await server.psql(
                """
                SELECT rev1_field('rev1:idle', 'made');
                CREATE FUNCTION look(text, text) RETURNS bigint LANGUAGE c AS '$libdir/rev1', 'fixture_field';
                CREATE FUNCTION generation() RETURNS bigint LANGUAGE c AS '$libdir/rev1', 'fixture_generation';
                SELECT generation() AS before \\gset
                DROP EXTENSION rev1;
                DO $$ BEGIN
                    FOR i IN 1..1000 LOOP
                        EXIT WHEN (SELECT count(*) FROM dynpgext.workers) = 0;
                        PERFORM pg_sleep(0.01);
                    END LOOP;
                END $$;
                SELECT generation() > :before, look('rev1:idle', 'made') IS NULL
                """) == "77\nt|t")
        // A new one starts with new blocks, though the session and the files are as they were.
        #expect(
            try await server.psql(
                """
                CREATE EXTENSION rev1;
                SELECT rev1_exit('rev1:idle', 5);
                DROP EXTENSION rev1;
                CREATE EXTENSION rev1;
                SELECT rev1_field('rev1:idle', 'callbacks');
                """) == "\n1")
    }
}
