import Foundation
import ServerHarness
import Testing

/// Statements that want a database for themselves, beside workers that are slow, or connect where they like.
@Suite struct LeaseTests {
    @Test(
        "row 07: a worker that does not leave is named after 5 s, and all return when the statement is over, also by ERROR and FATAL",
        arguments: Majors.all)
    func aWorkerThatDoesNotLeaveIsNamed(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE DATABASE other")
        try await server.psql("CREATE EXTENSION rev1", database: "other")
        let running = "SELECT state FROM dynpgext.workers WHERE worker = 'rev1 local'"
        try await server.eventually(running, equals: "running")

        // The statement waits, and ends as without the loader.
        let stuck = try #require(server.processes(titled: "rev1 local").first)
        try server.send(SIGSTOP, to: stuck)
        let begin = ContinuousClock.now
        #expect(
            try await server.psqlFails("DROP DATABASE other")
                .contains("is being accessed by other users"))
        #expect(
            server.logLines(containing: "background worker with PID \(stuck) does not leave").count
                == 1)
        // Our 5 s, and as much of the server itself.
        #expect(.now - begin < .seconds(25))
        try server.send(SIGCONT, to: stuck)
        try await server.eventually(running, equals: "running")

        // A session that is ended while it waits gives its lease back.
        let next = try #require(server.processes(titled: "rev1 local").first)
        try server.send(SIGSTOP, to: next)
        async let session = server.psqlResult("DROP DATABASE other")
        try await server.eventually(running, equals: "stopping")
        try await server.psql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'DROP DATABASE other'"
        )
        #expect(try await session.stderr.contains("terminating connection"))
        try server.send(SIGCONT, to: next)
        try await server.eventually(running, equals: "running")
    }

    @Test(
        "a global worker that connects by itself stays away as long as the statement runs",
        arguments: Majors.all)
    func aGlobalWorkerStaysAway(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["loner"])
        try await server.psql("CREATE DATABASE other; CREATE EXTENSION loner")
        try await server.psql("CREATE EXTENSION dynpgext", database: "other")
        func expect(_ expected: String) async throws {
            try await server.eventually(
                "SELECT state, reason FROM dynpgext.workers", database: "other", equals: expected)
        }
        try await expect("running|")
        #expect(
            try await server.psql(
                "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'loner global' AND datname = 'postgres'"
            )
                == "1")
        // A session in the database keeps the copy waiting, and lets it fail.
        async let session = server.psqlResult("SELECT pg_sleep(60)")
        try await server.eventually(
            "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%sleep(60)%' AND pid <> pg_backend_pid()",
            database: "other", equals: "1")
        async let copy = server.psqlResult(
            "CREATE DATABASE copy TEMPLATE postgres", database: "other")
        try await expect("waiting|a statement keeps it away until its transaction ends")
        #expect(try await copy.stderr.contains("is being accessed by other users"))
        try await server.psql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(60)%'",
            database: "other")
        _ = try await session
        try await expect("running|")
        try await server.psql("CREATE DATABASE copy TEMPLATE postgres", database: "other")
        try await expect("running|")
    }

    @Test(
        "a transaction has few leases, for extensions that can have workers, and takes none from others",
        arguments: Majors.all)
    func nobodyTakesAllLeases(major: Int) async throws {
        let names = (1...18).map { "plain\($0)" } + (1...9).map { "busy\($0)" }
        // Nobody is asked: all of the latter could have workers, and none runs.
        let server = try await startLoader(
            major: major,
            configuration: [
                "dynpgext.disable": names.filter { $0.hasPrefix("busy") }.joined(separator: ",")
            ]
        )
        try await server.shell(
            """
            cd "$(dirname "$(find . -name rev1.control)")"
            for name in \(names.joined(separator: " ")); do
                : >$name--1.sql; : >$name--1--2.sql; : >$name--2--1.sql; echo "default_version = '1'" >$name.control
                case $name in busy*) echo "module_pathname = '\\$libdir/rev1'" >>$name.control;; esac
            done
            """)
        try await server.psql(names.map { "CREATE EXTENSION \($0);" }.joined())
        try await server.eventually(
            "SELECT count(*) FROM dynpgext.extensions WHERE extension ~ '^(plain|busy)'",
            equals: "27")
        func updates(_ kind: String, to version: Int) -> String {
            names.filter { $0.hasPrefix(kind) }
                .map { "ALTER EXTENSION \($0) UPDATE TO '\(version)';" }.joined()
        }
        func expectThatOthersDropADatabase(beside statements: String) async throws {
            try await server.psql("CREATE DATABASE other")
            try await server.psql("CREATE EXTENSION rev1", database: "other")
            try await server.eventually(
                "SELECT count(*) FROM dynpgext.workers WHERE database = 'other' AND state = 'running'",
                equals: "1")
            async let session = server.psqlResult("BEGIN; \(statements) SELECT pg_sleep(60)")
            let sleeping = "FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
            try await server.eventually("SELECT count(*) \(sleeping)", equals: "1")
            try await server.psql("DROP DATABASE other")
            try await server.psql("SELECT pg_terminate_backend(pid) \(sleeping)")
            _ = try await session
        }
        let shortage = "does not send background workers away for more than 8 extensions"

        try await expectThatOthersDropADatabase(beside: updates("plain", to: 2))
        let again = String(repeating: "ALTER EXTENSION busy1 UPDATE TO '1';", count: 20)
        // However often it asks for one, it has one of them, and room for others.
        try await expectThatOthersDropADatabase(
            beside: again + "ALTER EXTENSION busy2 UPDATE TO '1';")
        #expect(server.logLines(containing: shortage).isEmpty)
        try await expectThatOthersDropADatabase(
            beside: again + updates("busy", to: 2) + updates("busy", to: 1))
        #expect(server.logLines(containing: shortage).count == 1)
    }
}
