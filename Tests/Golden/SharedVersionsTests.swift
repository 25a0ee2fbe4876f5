import Foundation
import ServerHarness
import Testing

/// Two versions of an extension in use at the same moment.
@Suite struct SharedVersionsTests {
    /// Each database has a version of its own, with a library of its own; both sessions stay open.
    @Test(arguments: Majors.all) func stayApartOrShare(major: Int) async throws {
        let sandbox = try Sandbox()
        try await generate("1.0", type: "int4", initial: 1, in: sandbox)
        let server = try await TestServer.start(
            major: major,
            installing: [
                checkout.appending(path: "loader"), sandbox.directory.appending(path: "x"),
            ],
            preload: ["dynpgext"])
        for database in ["a", "b"] {
            try await server.psql("CREATE DATABASE \(database)")
            try await server.psql("CREATE EXTENSION x", database: database)
        }
        // The workers keep what they have found, and a worker's exit changes nothing.
        for database in ["a", "b"] {
            try await server.eventually("SELECT ticks > 1 FROM x.mine", database: database)
        }
        try await generate("2.0", type: "int8", initial: 2, in: sandbox)
        try await server.install(sandbox.directory.appending(path: "x"))
        let look = "SELECT (SELECT v FROM x.moved), (SELECT v FROM x.same), (SELECT v FROM x.keyed)"
        let psql = server.pgConfig.deletingLastPathComponent().appending(path: "psql").path
        let ticks = try #require(
            Int(try await server.psql("SELECT ticks FROM x.mine", database: "b")))
        let seen = try await server.psql(
            """
            \(look);
            \\! \(psql) -XqAt -d b -c "ALTER EXTENSION x UPDATE TO '2.0'" -c "\(look)"
            \(look);
            SELECT x.same_reset(), x.keyed_reset();
            \\! \(psql) -XqAt -d b -c "\(look)" -c "SELECT x.same_reset(), x.moved_reset()"
            \(look);
            """, database: "a")
        // moved: each version its own; same and keyed: one for both, which either may reset.
        #expect(
            seen.split(separator: "\n") == [
                "1|1|1", "2|1|1", "1|1|1", "|", "2|1|1", "|", "1|2|1",
            ])
        // The local block of the database that was updated kept its values through the worker's exit and the update.
        try await server.eventually(
            "SELECT ticks > \(ticks) FROM x.mine", database: "b")
    }

    /// A global worker runs in each version, and each has its row and is woken by its own, also where one library serves both.
    @Test(arguments: Majors.all) func haveTheirOwnGlobalWorkers(major: Int) async throws {
        let sandbox = try Sandbox()
        try await generateGlobalWorker("1.0", in: sandbox)
        let server = try await TestServer.start(
            major: major,
            installing: [
                checkout.appending(path: "loader"), sandbox.directory.appending(path: "y"),
            ],
            preload: ["dynpgext"])
        for database in ["a", "b", "c"] {
            try await server.psql("CREATE DATABASE \(database)")
            try await server.psql("CREATE EXTENSION y", database: database)
        }
        try await generateGlobalWorker("2.0", in: sandbox)
        try await server.install(sandbox.directory.appending(path: "y"))
        try await server.psql("CREATE EXTENSION dynpgext")
        try await server.psql("ALTER EXTENSION y UPDATE TO '2.0'", database: "b")
        try await expectTwoWorkers(on: server)
        try await server.restart()
        try await expectTwoWorkers(on: server)

        // A session that was there sees the other version's row after the update, though the old one is in use elsewhere.
        let psql = server.pgConfig.deletingLastPathComponent().appending(path: "psql").path
        let new = try await server.psql("SELECT pid FROM y.workers", database: "b")
        let isNew = "(SELECT pid FROM y.workers) = \(new)"
        let update = "ALTER EXTENSION y UPDATE TO '2.0'"
        #expect(
            try await server.psql(
                """
                SELECT \(isNew);
                \\! \(psql) -XqAt -d a -c "\(update)"
                \(until(isNew))
                SELECT \(isNew);
                """, database: "a") == "f\nt")
        // The block goes with the last database that has the version.
        let blocks = "SELECT count(*) FROM dynpgext.blocks WHERE extension = 'y'"
        #expect(try await server.psql(blocks) == "2")
        try await server.psql(update, database: "c")
        try await server.eventually(blocks, equals: "1")
    }

    private func expectTwoWorkers(on server: TestServer) async throws {
        for (database, version) in [("a", "1.0"), ("b", "2.0")] {
            let pid =
                "SELECT pid FROM dynpgext.workers WHERE extension = 'y' AND version = '\(version)'"
            try await server.eventually("the row of \(version)") {
                let running = try await server.psql(pid)
                let told = try await server.psql("SELECT pid FROM y.workers", database: database)
                return (!running.isEmpty && running == told, "\(running), \(told)")
            }
        }
        let ticks = "SELECT ticks FROM y.workers"
        let before = try await server.psql(ticks, database: "a")
        for ticked in 1...3 {
            try await server.psql("SELECT y.tick_wake()", database: "b")
            try await server.eventually(
                "SELECT ticks >= \(ticked) FROM y.workers", database: "b")
        }
        #expect(try await server.psql(ticks, database: "a") == before)
    }

    private func generateGlobalWorker(_ version: String, in sandbox: Sandbox) async throws {
        try sandbox.write(
            """
            {"spec": 1, "extension": {"name": "y", "version": "\(version)"},
             "workers": [{"name": "tick", "scope": "global", "every": "1h", "wake": true, "run": {"c": true}}]}
            """, to: "y/y.json")
        try sandbox.write(
            """
            #include "postgres.h"

            #include "y.h"

            void
            y_tick_run(y_tick_context *context)
            {
            }

            """, to: "y/y_hooks.c")
        let result = try await sandbox.run("generate", "y")
        guard result.status == 0 else { throw HarnessError(result.output) }
    }

    private func generate(
        _ version: String, type: String, initial: Int, in sandbox: Sandbox
    ) async throws {
        let field = { (type: String) in
            #"{"name": "v", "type": "\#(type)", "default": \#(initial)}"#
        }
        try sandbox.write(
            """
            {"spec": 1, "extension": {"name": "x", "version": "\(version)", "hot_upgrade": true},
             "shmem": [
              {"name": "moved", "scope": "global", "view": true, "reset": true, "fields": [\(field(type))]},
              {"name": "same", "scope": "global", "view": true, "reset": true, "fields": [\(field("int4"))]},
              {"name": "keyed", "scope": "global", "view": true, "reset": true, "key": "x:keyed", "lock": "lwlock",
               "fields": [\(field("int4"))]},
              {"name": "mine", "scope": "database", "view": true, "fields": [{"name": "ticks", "type": "int8"}]}],
             "workers": [{"name": "tick", "scope": "database", "every": "20ms", "run": {"c": true}}]}
            """, to: "x/x.json")
        try sandbox.write(
            """
            #include "postgres.h"

            #include "x.h"

            void
            x_tick_run(x_tick_context *context)
            {
                x_mine_attach()->ticks++;
            }

            """, to: "x/x_hooks.c")
        let result = try await sandbox.run("generate", "x")
        guard result.status == 0 else { throw HarnessError(result.output) }
    }
}
