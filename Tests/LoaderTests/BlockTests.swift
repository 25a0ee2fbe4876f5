import Foundation
import ServerHarness
import Testing

/// Blocks are made once, zeroed, and go with their extension.
@Suite struct BlockTests {
    /// Since 14 segments may come from memory that was used before, which shows who forgets to zero.
    private func used(_ major: Int) -> [String: String] {
        major >= 14 ? ["min_dynamic_shared_memory": "1MB"] : [:]
    }

    @Test(
        "rows 12, 16: a block is made once, on zeroed memory; others wait, and nobody sees it before its callback is done",
        arguments: Majors.all)
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
            #expect(
                try await server.psql(
                    "SELECT count(*) FROM dynpgext.blocks WHERE name = 'rev1:idle'") == "1")
            try await server.psql("DROP EXTENSION rev1")
            try await server.eventually("SELECT count(*) FROM dynpgext.workers", equals: "0")
        }
    }

    @Test(
        "a block belongs to its database, or to all; NULL for an unknown name, and for a database's without a database",
        arguments: Majors.all)
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

    @Test(
        "a lookup works in the transaction that creates the extension, and leaves nothing if that is rolled back",
        arguments: Majors.all)
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

        // Nor does one whose block a parallel worker has made.
        let last = try await server.psql("SELECT rev1_generation()")
        let parallel = major >= 16 ? "debug_parallel_query" : "force_parallel_mode"
        #expect(
            try await server.psql(
                """
                BEGIN; CREATE EXTENSION rev2; ALTER FUNCTION rev2_field PARALLEL SAFE;
                SET LOCAL \(parallel) = on; SELECT rev2_field('rev2:idle', 'made'); ROLLBACK
                """) == "77")
        try await server.eventually("SELECT rev1_generation() > \(last)")
    }

    @Test(
        "blocks of an extension that is created anew are its own",
        arguments: Majors.all)
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

    @Test(
        "a block goes with its extension, and the generation moves",
        arguments: Majors.all)
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
                        EXIT WHEN look('rev1:idle', 'made') IS NULL;
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

    @Test(
        "row 15: another size is refused while the old one is in use, and gets a new block afterwards",
        arguments: Majors.all)
    func anotherSizeWaitsForTheOldOnesEnd(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["sized"])
        try await server.psql("CREATE DATABASE other")
        func look(_ block: String, _ database: String = "postgres") async throws -> ProcessResult {
            try await server.psqlResult(
                "SELECT sized_field('sized:\(block)', 'made')", database: database)
        }
        let sizes = """
            SELECT name, database, size / min(size) OVER () FROM dynpgext.blocks
            WHERE name IN ('sized:everywhere', 'sized:here') ORDER BY 1, 2
            """
        for database in ["other", "postgres"] {
            try await server.psql("CREATE EXTENSION sized", database: database)
            for block in ["everywhere", "here"] {
                #expect(try await look(block, database).stdout == "77\n")
            }
        }
        try await server.psql("ALTER EXTENSION sized UPDATE TO '2'")
        // The one that is this database's own is nobody's any more, as soon as the loader has seen the change.
        try await server.eventually("a new block") {
            let seen = try await look("here")
            return (seen.stdout == "77\n", seen.output)
        }
        let refused = try await look("everywhere")
        #expect(refused.stdout == "\n")
        #expect(refused.stderr.contains("shared memory block \"sized:everywhere\" is there with"))
        #expect(
            try await server.psql(sizes)
                == "sized:everywhere||1\nsized:here|other|1\nsized:here|postgres|2")
        try await server.psql("ALTER EXTENSION sized UPDATE TO '2'", database: "other")
        try await server.eventually("a new block for all") {
            let seen = try await look("everywhere")
            return (seen.stdout == "77\n", seen.output)
        }
        #expect(
            try await server.psql(sizes.replacing("'sized:here'", with: "''"))
                == "sized:everywhere||1")
        #expect(try await look("everywhere", "other").stdout == "77\n")
    }

    @Test(
        "rows 12, 13, 14: any number of databases, each block aligned and apart, and given back with its database",
        arguments: Majors.all)
    func anyNumberOfDatabases(major: Int) async throws {
        let server = try await startLoader(
            major: major, configuration: ["dynamic_shared_memory_type": "mmap"])
        func segments() throws -> Int {
            try FileManager.default.contentsOfDirectory(
                atPath: server.directory.appending(path: "data/pg_dynshmem").path
            ).count
        }
        try await server.psql("CREATE DATABASE base")
        try await server.psql(
            "CREATE EXTENSION rev1; SELECT rev1_field('rev1:global', 'made')", database: "base")
        try await server.eventually(
            "SELECT count(*) FROM dynpgext.workers WHERE state = 'running'", equals: "2")
        // More than the 32 that the historic loader had room for; pauses keep their workers out of it.
        let names = (1...34).map { "d\($0)" }
        let before = try segments()
        for name in names { try await server.psql("CREATE DATABASE \(name) TEMPLATE base") }
        for name in names {
            try await server.psql(
                "SELECT rev1_exit('rev1:idle', \(name.dropFirst()))", database: name)
        }
        let idle = "SELECT count(*) FROM dynpgext.blocks WHERE name = 'rev1:idle' AND ready"
        #expect(try await server.psql(idle) == "34")
        #expect(try segments() >= before + 34)
        for name in names { try await server.psql("DROP DATABASE \(name)") }
        try await server.eventually(idle, equals: "0")
        try await server.eventually("segments are given back") {
            let now = try segments()
            return (now <= before + 2, "\(now) instead of \(before)")
        }
    }

    /// The segments that the server has.
    private static let segments = "(SELECT count(*) FROM pg_ls_dir('pg_dynshmem'))"

    /// Functions of a fixture that stay when their extension goes.
    private func keepFunctions(of name: String, on server: TestServer, in database: String)
        async throws
    {
        try await server.psql(
            """
            CREATE FUNCTION field(text, text) RETURNS bigint LANGUAGE c AS '$libdir/\(name)', 'fixture_field';
            CREATE FUNCTION keep(text) RETURNS void LANGUAGE c AS '$libdir/\(name)', 'fixture_keep';
            CREATE FUNCTION look(text) RETURNS bigint LANGUAGE sql AS $$ SELECT field($1, 'made') $$;
            """, database: database)
    }

    @Test(
        "memory of removed blocks is given back: by who creates and drops again and again, and by who only looked",
        arguments: Majors.all)
    func memoryOfRemovedBlocksIsGivenBack(major: Int) async throws {
        let server = try await startLoader(
            major: major, fixtures: ["sized"],
            configuration: ["dynamic_shared_memory_type": "mmap"])
        try await keepFunctions(of: "sized", on: server, in: "postgres")
        let psql = server.pgConfig.deletingLastPathComponent().appending(path: "psql").path
        let before = try #require(Int(try await server.psql("SELECT \(Self.segments)")))
        let names =
            "ARRAY['sized:idle', 'sized:here', 'sized:local', 'sized:global', 'sized:everywhere']"
        let use = "SELECT look('sized:idle'), look('sized:here') \\g /dev/null"
        // Each of them twelve times, in one session; the segments of all that would be 72.
        let rounds = [
            "CREATE EXTENSION sized; \(use)\nDROP EXTENSION sized;",
            "BEGIN; CREATE EXTENSION sized; \(use)\nROLLBACK;",
            "BEGIN; CREATE EXTENSION sized; \(use)\nDROP EXTENSION sized; COMMIT;",
        ].flatMap { Array(repeating: $0, count: 12) }.joined(separator: "\n")
        // The server's own may become more, but not by many.
        let isBack = "\(Self.segments) <= \(before) + 4"
        #expect(
            try await server.psql("\(rounds)\n\(until(isBack))\nSELECT \(isBack)") == "t")
        #expect(
            try await server.psql(
                """
                CREATE EXTENSION sized;
                SELECT look(name) FROM unnest(\(names)) name \\g /dev/null
                \\! \(psql) -XqAt -d postgres -c 'DROP EXTENSION sized'
                \(until(isBack))
                SELECT \(isBack);
                """) == "t")
    }

    @Test(
        "memory of a removed block stays while a pointer may be in use: in its transaction, and in its worker",
        arguments: Majors.all)
    func memoryStaysWhileAPointerMayBeInUse(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["sized", "rev1", "rev2"])
        let postmaster = try #require(server.postmaster)
        try await keepFunctions(of: "sized", on: server, in: "postgres")
        try await server.psql("CREATE EXTENSION sized; CREATE EXTENSION rev1")
        let psql = server.pgConfig.deletingLastPathComponent().appending(path: "psql").path
        let gone = until("look('sized:here') IS NULL")
        // The lookup of the other block sees that this one is gone.
        try await server.psql(
            """
            BEGIN;
            SELECT keep('sized:here');
            \\! \(psql) -XqAt -d postgres -c 'DROP EXTENSION sized'
            \(gone)
            SELECT look('rev1:idle');
            COMMIT;
            """)
        #expect(server.logLines(containing: "has kept a block with 77").count == 1)

        // A worker that does not leave in time.
        try await server.psql("CREATE EXTENSION rev2")
        try await server.eventually("SELECT rev2_field('rev2:local', 'starts')", equals: "1")
        try await server.exitWorker(of: "rev2:local", with: -3)
        try await server.psql("DROP EXTENSION rev2")
        try await server.eventually("the end of the worker") {
            let lines = server.logLines(containing: "has outlived a block with 77")
            return (lines.count == 1, lines.joined())
        }
        #expect(server.postmaster == postmaster)
        #expect(server.logLines(containing: "reinitializing").isEmpty)
    }

    @Test(
        "blocks of an extension that was dropped are removed by who looks for those of the next one, though nothing is scanned",
        arguments: Majors.all)
    func predecessorsAreRemovedWithoutAScan(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["sized"])
        try await server.psql("CREATE DATABASE t IS_TEMPLATE true")
        try await server.eventually(
            "SELECT reason FROM dynpgext.databases WHERE database = 't'",
            equals: "the database is a template")
        // A session that had found the block would not look again, because nothing has moved the generation.
        for _ in 1...4 {
            #expect(
                try await server.psql(
                    "CREATE EXTENSION sized; SELECT sized_field('sized:here', 'made'); DROP EXTENSION sized",
                    database: "t") == "77")
        }
        #expect(
            try await server.psql(
                "SELECT count(*) FROM dynpgext.blocks WHERE name = 'sized:here'") == "1")
    }

    @Test(
        "row 17: lookups keep no memory, known or unknown; parallel workers may look up",
        arguments: Majors.all)
    func lookupsKeepNoMemory(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventually(
            "SELECT count(*) FROM dynpgext.workers WHERE state = 'running'", equals: "2")
        // The most memory that the session ever had, in kB, before and after.
        #expect(
            try await server.psql(
                """
                CREATE FUNCTION peak() RETURNS bigint LANGUAGE sql AS $$
                    SELECT substring(pg_read_file('/proc/self/status') FROM 'VmHWM:\\s*(\\d+)')::bigint $$;
                SELECT rev1_field('rev1:idle', 'made'), rev1_field('unknown', 'made'), peak() \\g /dev/null
                SELECT peak() AS before \\gset
                SELECT rev1_field('rev1:idle', 'again') IS NULL \\g /dev/null
                SELECT rev1_field('unknown', 'again') IS NULL;
                SELECT CASE WHEN peak() - :before < 2000 THEN 'little' ELSE peak() - :before || ' kB more' END
                """) == "t\nlittle")
        let parallel = major >= 16 ? "debug_parallel_query" : "force_parallel_mode"
        #expect(
            try await server.psql(
                """
                ALTER FUNCTION rev1_field PARALLEL SAFE;
                SET \(parallel) = on;
                SELECT rev1_field('rev1:local', 'made');
                EXPLAIN (COSTS OFF) SELECT rev1_field('rev1:local', 'made');
                """) == "77\nGather\n  Workers Planned: 1\n  Single Copy: true\n  ->  Result")
    }
}
