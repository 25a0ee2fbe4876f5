import Foundation
import ServerHarness
import Testing

/// Every key of shared memory, on a live server.
@Suite struct MemoryTests {
    private func server(
        major: Int, databases: [String] = ["postgres"], configuration: [String: String] = [:]
    ) async throws -> TestServer {
        try await liveServer(
            major: major, cases: ["memory"], databases: databases, configuration: configuration)
    }

    /// Defaults, hooks and resets; and who may read and reset.
    @Test(arguments: Majors.all) func beginsWithDefaultsAndGoesBack(major: Int) async throws {
        let server = try await server(major: major)
        let look = "SET timezone = 'UTC'; SET bytea_output = 'hex'; SELECT * FROM memory.begun"
        let begun =
            #"t|-32768|-2147483648|-9223372036854775808|4294967295|9223372036854775807|1.5|-2.5e-300|4294967295|a"\??=|\x00ff0100|4294967295|9223372036854775807|{7,7}|{xyz,xyz}|{3,3}|{NULL,NULL}|0|\x0000|2000-01-02 00:00:00+00"#
        #expect(try await server.psql(look) == begun)
        try await server.psql("SELECT memory.scribble()")
        #expect(
            try await server.psql(look)
                == #"f|1|1|1|1|1|1|1|1|zzzzzzzz|\x7a7a7a7a|1|1|{1,1}|{zzzz,zzzz}|{1,1}|{"2000-01-02 00:00:00+00","2000-01-02 00:00:00+00"}|1|\x7a7a|"#
        )
        try await server.psql("SELECT memory.begun_reset()")
        #expect(try await server.psql(look) == begun)
        #expect(
            try await server.psql("SELECT memory.raw_bytes()")
                == String(repeating: "r", count: 10) + String(repeating: "g", count: 24))
        // Without a lock too.
        try await server.psql("SELECT memory.set_x(5)")
        #expect(try await server.psql("SELECT x FROM memory.here") == "5")
        try await server.psql("SELECT memory.here_reset()")
        #expect(try await server.psql("SELECT x FROM memory.here") == "0")
        try await expectPrivileges(on: server)
    }

    /// The schema, which is no member of the extension, is open here: what counts is what lies in it.
    private func expectPrivileges(on server: TestServer) async throws {
        try await server.psql(
            """
            CREATE ROLE nobody LOGIN; CREATE ROLE watcher LOGIN IN ROLE pg_monitor; CREATE ROLE keeper LOGIN;
            GRANT USAGE ON SCHEMA memory TO PUBLIC;
            GRANT EXECUTE ON FUNCTION memory.here_reset() TO keeper;
            """)
        #expect(
            try await server.psql("SELECT x FROM memory.here", user: "watcher") == "0")
        try await server.psql("SELECT memory.here_reset()", user: "keeper")
        for (sql, user, refused) in [
            ("SELECT x FROM memory.here", "nobody", "view here"),
            ("SELECT memory.here_row()", "nobody", "function here_row"),
            ("SELECT memory.here_reset()", "nobody", "function here_reset"),
            ("SELECT memory.here_reset()", "watcher", "function here_reset"),
        ] {
            let told = try await server.psqlFails(sql, user: user)
            #expect(told.contains("permission denied for \(refused)"), "\(told)")
        }
    }

    /// A session that waits shows which block it waits for; the name is right for each of several blocks.
    @Test(arguments: Majors.all) func namesTheLockThatASessionWaitsFor(major: Int) async throws {
        let server = try await server(major: major)
        // One process makes all blocks, and this one knows all of their locks.
        async let holder = server.psql(
            "SELECT FROM memory.begun; SELECT memory.raw_bytes(); SELECT memory.hold()")
        try await server.eventually("SELECT first = 1 FROM memory.here")
        async let waiter = server.psql("SELECT ones FROM memory.tally")
        try await server.eventually("the waiter") {
            let seen = try await server.psql(
                """
                SELECT FROM memory.begun; SELECT memory.locks();
                SELECT wait_event_type, wait_event FROM pg_stat_activity
                WHERE query LIKE 'SELECT ones%' AND state = 'active'
                """)
            return (seen.hasSuffix("LWLock|memory:tally"), seen)
        }
        try await server.psql("SELECT memory.release()")
        _ = try await (holder, waiter)
    }

    @Test(arguments: Majors.all) func isOnePerDatabaseAndOutlivesSessions(major: Int) async throws {
        let server = try await server(major: major, databases: ["postgres", "other"])
        try await server.psql("CREATE EXTENSION dynpgext")
        try await server.psql("SELECT memory.set_x(1); SELECT memory.hammer(10)")
        try await server.psql("SELECT memory.set_x(2)", database: "other")
        #expect(try await server.psql("SELECT x, ones FROM memory.here, memory.tally") == "1|10")
        #expect(
            try await server.psql(
                "SELECT x, ones FROM memory.here, memory.tally", database: "other")
                == "2|10")
        try await server.psql("SELECT memory.set_x_in_child(4)", database: "other")
        #expect(try await server.psql("SELECT x FROM memory.here", database: "other") == "4")
        try await server.psql(
            "SELECT memory.here_reset(); SELECT memory.tally_reset()", database: "other")
        #expect(try await server.psql("SELECT x, ones FROM memory.here, memory.tally") == "1|0")
        try await expectRemovalIsNoticed(on: server)
    }

    /// A session that has found a block looks again once it was removed.
    private func expectRemovalIsNoticed(on server: TestServer) async throws {
        let psql = server.pgConfig.deletingLastPathComponent().appending(path: "psql").path
        let seen = try await server.psql(
            """
            SELECT x FROM memory.here;
            \\! \(psql) -XqAt -d postgres -c 'DROP EXTENSION memory'
            \(until("NOT EXISTS (SELECT FROM dynpgext.blocks WHERE database = 'postgres')"))
            \\! \(psql) -XqAt -d postgres -c 'CREATE EXTENSION memory' -c 'SELECT memory.set_x(3)'
            SELECT x FROM memory.here;
            """)
        #expect(seen.split(separator: "\n") == ["1", "3"])
    }

    /// What keeps a block away, each with the setting that is missing.
    @Test(arguments: Majors.all) func saysWhatIsMissing(major: Int) async throws {
        let tree = try await GoldenCase.named("memory").generated()
        let server = try await TestServer.start(
            major: major, installing: [checkout.appending(path: "loader"), tree.directory])
        try await server.psql("CREATE EXTENSION memory")
        let bare = try await server.psqlFails("SELECT * FROM memory.here")
        #expect(bare.contains("shared memory block \"memory:here:"), "\(bare)")
        #expect(bare.contains("\" needs a Dynpgext loader\n"), "\(bare)")
        #expect(
            bare.contains(
                "HINT:  Add \"dynpgext\" to \"shared_preload_libraries\" and restart the server."))
        let late = try await server.psqlFails("LOAD 'dynpgext'; SELECT * FROM memory.here")
        #expect(late.contains("needs a Dynpgext loader that is preloaded"), "\(late)")
        #expect(late.contains("HINT:  Add \"dynpgext\" to \"shared_preload_libraries\""), "\(late)")

        try await server.psql("ALTER SYSTEM SET shared_preload_libraries = 'dynpgext'")
        try await server.restart()
        let absent = try await server.psqlFails(
            """
            CREATE FUNCTION set_x(integer) RETURNS void AS '$libdir/memory', 'memory_set_x' LANGUAGE C;
            DROP EXTENSION memory; SELECT set_x(1);
            """)
        #expect(
            absent.contains(
                "does not exist here\nHINT:  Create extension \"memory\" in this database."),
            "\(absent)")
        try await server.psql("CREATE EXTENSION memory")
        let lost = "is one in each database, and this process is connected to none"
        try await server.eventually(lost) { (!server.logLines(containing: lost).isEmpty, "") }
        try await server.psql(
            "ALTER SYSTEM SET dynpgext.disable = 'memory'")
        try await server.reload()
        let refused = try await server.psqlFails("SELECT * FROM memory.here")
        #expect(
            refused.contains(
                "does not exist here\nHINT:  The loader has refused extension \"memory\""),
            "\(refused)")
    }

    /// A library that the postmaster loads before the loader finds it all the same.
    @Test(arguments: Majors.all) func worksWhicheverIsLoadedFirst(major: Int) async throws {
        let tree = try await GoldenCase.named("memory").generated()
        let server = try await TestServer.start(
            major: major, installing: [checkout.appending(path: "loader"), tree.directory],
            preload: ["memory", "dynpgext"])
        try await server.psql("CREATE EXTENSION memory; SELECT memory.set_x(5)")
        #expect(try await server.psql("SELECT x FROM memory.here") == "5")
        // In the postmaster there is none, and the message does not blame the setting.
        try await server.psql(
            "COPY (SELECT 'early.use = on') TO PROGRAM 'cat >>postgresql.conf'")
        await #expect(throws: (any Error).self) { try await server.restart() }
        for told in [
            "cannot be used by the postmaster",
            "HINT:  Use it in sessions and background workers.",
        ] {
            #expect(server.logLines(containing: told).count == 1, "\(told)")
        }
    }

    /// Whichever process makes a block, and however often, its lock has one number.
    @Test(arguments: Majors.all) func hasOneTrancheForTheServer(major: Int) async throws {
        let server = try await server(major: major, databases: ["postgres", "other"])
        let tranche = try await server.psql("SELECT memory.tranche()")
        #expect(try await server.psql("SELECT memory.tranche()", database: "other") == tranche)
        try await server.psql("DROP EXTENSION memory; CREATE EXTENSION memory")
        #expect(try await server.psql("SELECT memory.tranche()") == tranche)
    }

    /// A key that the spec gives leads old and new library to one block.
    @Test(arguments: Majors.all) func refusesAnotherLayoutUnderItsKey(major: Int) async throws {
        let server = try await server(major: major)
        let told = try await server.psqlFails(
            "SELECT memory.tear(1); \\c\nSELECT * FROM memory.tally")
        #expect(
            told.contains(
                "shared memory block \"memory:tally:1\" has another layout than this library of extension \"memory\" knows"
            ),
            "\(told)")
        try await server.psqlFails("SELECT memory.hammer(1)")
        try await server.restart(.immediate)
        #expect(try await server.psql("SELECT ones FROM memory.tally") == "0")
    }

    /// One that exports no generation, and whose memory is neither zeroed nor aligned to cache lines.
    @Test(arguments: Majors.all, [["oldloader"], ["memory", "oldloader"]])
    func worksUnderAnOldLoader(major: Int, preload: [String]) async throws {
        let tree = try await GoldenCase.named("memory").generated()
        let loader = checkout.appending(path: "Tests/LoaderTests/Fixtures/oldloader")
        let server = try await TestServer.start(
            major: major, installing: [loader, tree.directory], preload: preload,
            configuration: ["oldloader.extension": "memory"])
        try await server.psql("CREATE DATABASE other")
        for database in ["postgres", "other"] {
            try await server.psql("CREATE EXTENSION memory", database: database)
        }
        let seen = try await server.psql(
            """
            SELECT a_int2, a_text, some_int4, a_atomic_uint32 FROM memory.begun;
            SELECT memory.hammer(5), memory.unlocked(5), memory.set_x(1);
            SELECT ones, twos, hits FROM memory.tally;
            """)
        #expect(
            seen.split(separator: "\n") == [#"-32768|a"\??=|{7,7}|4294967295"#, "||", "5|10|5"])
        #expect(
            try await server.psql(
                "SELECT x, ones FROM memory.here, memory.tally", database: "other")
                == "0|5")
    }
}
