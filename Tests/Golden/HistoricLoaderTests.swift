import Foundation
import ServerHarness
import Testing

/// Workers under a loader like the historic one, which neither stops a worker nor starts one again.
@Suite struct HistoricLoaderTests {
    @Test(arguments: Majors.all, 1...2) func leavesByItself(major: Int, revision: Int) async throws
    {
        let server = try await server(major: major, revision: revision)
        for database in ["a", "b"] {
            try await server.eventually(
                "SELECT bool_and(ticks > 2 AND errors = 0) FROM pulse.workers WHERE worker <> 'watch'",
                database: database)
        }
        // Each database has its memory, which was not zeroed, and the server has its own.
        let counts = try await server.psql(
            "SELECT count < 10000, (SELECT count FROM pulse.total) > count FROM pulse.beats",
            database: "a")
        #expect(counts == "t|t")
        try await server.eventually(
            "SELECT state = 'idle' AND ticks = 1 FROM pulse.workers WHERE worker = 'watch'",
            database: "b")

        // Neither an ERROR nor a cancel ends one: nobody would start it again.
        let beat = try await pid("beat", in: "a", server)
        let record = try await pid("record", in: "a", server)
        try await server.psql("ALTER TABLE pulse.log RENAME TO gone", database: "a")
        try await server.psql("SELECT pg_cancel_backend(\(beat))")
        try await server.eventually(
            "SELECT errors > 0 FROM pulse.workers WHERE worker = 'record'", database: "a")
        try await server.psql("ALTER TABLE pulse.gone RENAME TO log", database: "a")
        try await server.eventually(
            "SELECT state = 'idle' FROM pulse.workers WHERE worker = 'record'", database: "a")
        #expect(try await pid("record", in: "a", server) == record)

        // A statement in another database waits for none of them.
        try await server.psql("CREATE DATABASE c")
        let begun = ContinuousClock.now
        try await server.psql("DROP DATABASE c")
        #expect(.now - begun < .seconds(3))

        // In a new version, made anew, or dropped: the workers see it.
        let leaving = "leaves: extension \"pulse\" was dropped or has another version"
        for (database, change) in [
            ("a", "UPDATE pg_extension SET extversion = '0.2' WHERE extname = 'pulse'"),
            ("b", "BEGIN; DROP EXTENSION pulse; CREATE EXTENSION pulse; COMMIT"),
            ("b", "DROP EXTENSION pulse"),
        ] {
            let before = server.logLines(containing: leaving).count
            try await server.psql(change, database: database)
            try await server.eventually(
                """
                SELECT count(*) = 0 FROM pg_stat_activity
                WHERE backend_type LIKE 'pulse %' AND datname = '\(database)'
                """)
            #expect(server.logLines(containing: leaving).count == before + 2, "\(change)")
            if database == "b", !change.hasPrefix("DROP") {
                try await server.psql("SELECT oldloader_start(false)", database: "b")
                _ = try await pid("beat", in: "b", server)
            }
        }
        // A new version's workers go on with the rows of the old ones.
        #expect(try await server.psql("SELECT oldloader_start(false)", database: "a") == "2")
        let again = try await pid("beat", in: "a", server)
        #expect(again != beat)
        try await expectItsOwnRow(again, on: server)
        let time = try await server.stop(.fast)
        #expect(time < .seconds(2), "\(time)")
        #expect(!server.isRunning(again))
    }

    /// One that leaves late does not take the row away from whom has it now.
    private func expectItsOwnRow(_ one: pid_t, on server: TestServer) async throws {
        try await server.psql("SELECT oldloader_start(false)", database: "a")
        let beats =
            "SELECT string_agg(pid::text, ' ') FROM pg_stat_activity WHERE backend_type = 'pulse beat'"
        var both: [pid_t] = []
        try await server.eventually("two workers with one row") {
            let seen = try await server.psql(beats)
            both = seen.split(separator: " ").compactMap { pid_t($0) }
            return (both.count == 2, seen)
        }
        // From now on nobody tells anything.
        try await server.psql("ALTER SYSTEM SET pulse.interval = '1h'", database: "a")
        try await server.reload()
        try await server.eventually(
            "SELECT next_tick > now() + interval '1min' FROM pulse.workers WHERE worker = 'beat'",
            database: "a")
        try await server.eventually(
            """
            SELECT bool_and(state = 'idle' AND state_change < now() - interval '1s')
            FROM pg_stat_activity WHERE backend_type = 'pulse beat'
            """)
        let its = try await pid("beat", in: "a", server)
        for other in both where other != its { try await server.end(other) }
        #expect(try await pid("beat", in: "a", server) == its)
    }

    private func pid(_ worker: String, in database: String, _ server: TestServer) async throws
        -> pid_t
    {
        let query = "SELECT pid FROM pulse.workers WHERE worker = '\(worker)'"
        try await server.eventually(
            "SELECT pid IS NOT NULL FROM (\(query)) AS found", database: database)
        return try #require(pid_t(try await server.psql(query, database: database)))
    }

    private func server(major: Int, revision: Int) async throws -> TestServer {
        let golden = try GoldenCase.named("pulse")
        let tree = try await golden.generated()
        if revision == 2 {
            let spec = try #require(tree.sandbox["pulse/pulse.json"])
            try tree.sandbox.write(
                spec.replacing("\"spec\": 1,", with: "\"spec\": 1, \"interface\": 2,"),
                to: "pulse/pulse.json")
            let made = try await tree.sandbox.run("generate", "--force", "pulse")
            try #require(made.status == 0, "\(made.output)")
            try golden.mutate(tree.directory)
        }
        let loader = checkout.appending(path: "Tests/LoaderTests/Fixtures/oldloader")
        let server = try await TestServer.start(
            major: major, installing: [loader, tree.directory], preload: ["oldloader"],
            configuration: [
                "oldloader.extension": "pulse", "oldloader.revision": "\(revision)",
                "pulse.interval": "50ms", "max_worker_processes": "20",
            ])
        for database in ["a", "b"] {
            try await server.psql("CREATE DATABASE \(database)")
            try await server.psql(
                "CREATE EXTENSION oldloader; CREATE EXTENSION pulse", database: database)
            #expect(
                try await server.psql("SELECT oldloader_start(false)", database: database) == "2")
        }
        #expect(try await server.psql("SELECT oldloader_start(true)", database: "a") == "1")
        return server
    }
}
