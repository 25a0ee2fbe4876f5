import Foundation
import ServerHarness
import Testing

/// What an administrator may order by hand, and what everybody may see.
@Suite struct OrderTests {
    private let running = "SELECT count(*) FROM dynpgext.workers WHERE state = 'running'"

    @Test(
        "a pause keeps workers away until resumed",
        arguments: Majors.all)
    func aPauseKeepsWorkersAwayUntilResumed(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE DATABASE other")
        // An extension may be paused before it is there, as a restore wants it.
        try await server.psql("SELECT dynpgext.pause('other', 'rev1')")
        try await server.psql("CREATE EXTENSION rev1", database: "other")
        try await server.psql("CREATE EXTENSION rev1")
        let paused =
            "SELECT worker, database, state FROM dynpgext.workers WHERE reason LIKE 'paused%'"
        try await server.eventually(running, equals: "2")
        try await server.eventually(paused, equals: "rev1 local|other|waiting")

        // The call returns when the workers have left, and leaves no FATAL.
        try await server.psql("SELECT dynpgext.pause(NULL, 'rev1')")
        #expect(server.processes(titled: "rev1 global").isEmpty)
        #expect(server.logLines(containing: "FATAL").isEmpty)
        try await server.eventually(
            "\(paused) ORDER BY 1", equals: "rev1 global||waiting\nrev1 local|other|waiting")

        // A crash of the server does not end it.
        let local = try #require(server.processes(titled: "rev1 local").first)
        try await server.end(local, by: SIGKILL)
        try await server.eventually("the worker that is not paused is back") {
            let result = try await server.psqlResult(running)
            let anew = server.processes(titled: "rev1 local") != [local]
            return (result.stdout == "1\n" && anew, result.output)
        }
        #expect(
            try await server.psql("\(paused) ORDER BY 1")
                == "rev1 global||waiting\nrev1 local|other|waiting")

        try await server.psql("SELECT dynpgext.resume('other', 'rev1')")
        try await server.eventually(running, equals: "2")
        #expect(
            server.logLines(containing: "the workers of extension \"rev1\" in database \"other\"")
                .count == 2)
        #expect(
            try await server.psqlResult("SELECT dynpgext.resume('other', 'rev1')")
                .stderr.contains("were not paused"))
        try await server.restart()
        try await server.eventually(running, equals: "3")
    }

    @Test(
        "a pause says who has not left",
        arguments: Majors.all)
    func aPauseSaysWhoHasNotLeft(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventually(running, equals: "2")
        let local = try #require(server.processes(titled: "rev1 local").first)
        try server.send(SIGSTOP, to: local)
        let result = try await server.psqlResult("SELECT dynpgext.pause('postgres', 'rev1')")
        #expect(result.status == 0)
        #expect(result.stderr.contains("background worker with PID \(local) has not left yet"))
        try server.send(SIGCONT, to: local)
        try await server.eventually(running, equals: "1")
    }

    @Test(
        "a restart forgets the past",
        arguments: Majors.all)
    func aRestartForgetsThePast(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventually(running, equals: "2")
        try await server.exitWorker(of: "rev1:local", with: 0)
        try await server.eventuallyWorkers(
            of: "rev1", are: ["rev1 global||running|1|", "rev1 local|postgres|done|1|0"])
        try await server.psql("SELECT dynpgext.restart('postgres', 'rev1')")
        try await server.eventuallyWorkers(
            of: "rev1", are: ["rev1 global||running|1|", "rev1 local|postgres|running|2|0"])
        try await server.psql("SELECT dynpgext.restart(NULL, 'rev1')")
        try await server.eventuallyWorkers(
            of: "rev1", are: ["rev1 global||running|2|1", "rev1 local|postgres|running|2|0"])
        #expect(server.logLines(containing: "FATAL").isEmpty)
        #expect(
            try await server.psqlResult("SELECT dynpgext.restart('template1', 'rev1')")
                .stderr.contains("nothing is there to restart of the workers of extension \"rev1\"")
        )
    }

    @Test(
        "a reload reads what no hook has seen",
        arguments: Majors.all)
    func aReloadReadsWhatNoHookHasSeen(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["rev1", "bad"])
        try await server.psql("CREATE EXTENSION rev1")
        try await server.psql("CREATE EXTENSION bad")
        try await server.eventually(running, equals: "2")
        func attempts(_ count: Int) async throws {
            try await server.eventually("\(count) attempts") {
                let lines = server.logLines(containing: "dynpgext cannot use extension \"bad\"")
                return (lines.count == count, lines.joined(separator: "\n"))
            }
        }
        try await attempts(1)
        try await server.psql("UPDATE pg_extension SET extversion = '2' WHERE extname = 'rev1'")
        try await server.psql("SELECT dynpgext.reload()")
        try await server.eventually(
            "SELECT version, state, count(*) FROM dynpgext.workers GROUP BY 1, 2",
            equals: "2|running|2")
        try await attempts(2)
    }

    @Test(
        "only those who were granted it give orders",
        arguments: Majors.all)
    func onlyThoseWhoWereGrantedItGiveOrders(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE ROLE operator LOGIN; CREATE ROLE anybody LOGIN")
        let orders = [
            "reload()", "pause('postgres', 'rev1')", "resume('postgres', 'rev1')",
            "restart('postgres', 'rev1')",
        ]
        for order in orders {
            #expect(
                try await server.psqlFails("SELECT dynpgext.\(order)", user: "anybody")
                    .contains("permission denied"))
        }
        try await server.psql("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA dynpgext TO operator")
        for order in orders {
            try await server.psql("SELECT dynpgext.\(order)", user: "operator")
        }
        #expect(
            try await server.psqlFails("SELECT dynpgext.pause('nowhere', 'rev1')")
                .contains("does not exist"))
        #expect(
            try await server.psqlFails("SELECT dynpgext.pause('postgres', NULL)")
                .contains("an extension must be named"))
    }

    @Test(
        "everybody sees which blocks there are",
        arguments: Majors.all)
    func everybodySeesWhichBlocksThereAre(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE ROLE anybody LOGIN; CREATE EXTENSION rev1")
        try await server.eventually(running, equals: "2")
        func blocks() async throws -> String {
            try await server.psql(
                """
                SELECT extension, name, database, scope, size > 1000, ready
                FROM dynpgext.blocks ORDER BY name
                """, user: "anybody")
        }
        try await server.eventually("the workers' blocks") {
            let seen = try await blocks()
            return (
                seen == "rev1|rev1:global||global|t|t\nrev1|rev1:local|postgres|database|t|t", seen
            )
        }
        try await server.psql("DROP EXTENSION rev1")
        try await server.eventually("none") {
            let seen = try await blocks()
            return (seen == "", seen)
        }
    }
}
