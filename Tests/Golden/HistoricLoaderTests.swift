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

        // Replaced in one database, dropped in the other: the workers see it.
        try await server.psql(
            "UPDATE pg_extension SET extversion = '0.2' WHERE extname = 'pulse'", database: "a")
        try await server.psql("DROP EXTENSION pulse", database: "b")
        try await server.eventually(
            "SELECT count(*) = 0 FROM pg_stat_activity WHERE backend_type LIKE 'pulse %'")
        #expect(
            server.logLines(
                containing: "leaves: extension \"pulse\" was dropped or has another version"
            )
            .count == 4)
        // A new version's workers go on with the rows of the old ones.
        #expect(try await server.psql("SELECT oldloader_start(false)", database: "a") == "2")
        let again = try await pid("beat", in: "a", server)
        #expect(again != beat)
        let time = try await server.stop(.fast)
        #expect(time < .seconds(2), "\(time)")
        #expect(!server.isRunning(again))
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
        let tree = try await GoldenCase.named("pulse").generated()
        if revision == 2 {
            let spec = try #require(tree.sandbox["pulse/pulse.json"])
            try tree.sandbox.write(
                spec.replacing("\"spec\": 1,", with: "\"spec\": 1, \"interface\": 2,"),
                to: "pulse/pulse.json")
            let made = try await tree.sandbox.run("generate", "pulse")
            try #require(made.status == 0, "\(made.output)")
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
