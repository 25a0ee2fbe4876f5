import Foundation
import ServerHarness
import Testing

/// Many sessions at one block: nothing is lost, nothing is torn, and a crash leaves nothing behind.
///
/// `make soak` repeats it for DYNPGEXT_HAMMER_SECONDS, also on a server with assertions.
@Suite struct HammerTests {
    private static let sessions = 32
    /// Those that count until they are ended, half of them under the lock.
    private static let mortal = 24..<32
    private static let rounds = 3000

    private func server(major: Int) async throws -> TestServer {
        try await liveServer(
            major: major, cases: ["memory"], databases: ["postgres"],
            configuration: ["max_connections": "100"])
    }

    @Test(arguments: Majors.all) func losesNothing(major: Int) async throws {
        let server = try await server(major: major)
        let cassert = ProcessInfo.processInfo.environment["DYNPGEXT_CASSERT"] ?? ""
        #expect(try await server.psql("SHOW debug_assertions") == (cassert.isEmpty ? "off" : "on"))
        let seconds = ProcessInfo.processInfo.environment["DYNPGEXT_HAMMER_SECONDS"].flatMap(
            Double.init)
        let deadline = ContinuousClock.now + .seconds(seconds ?? 0)
        var bursts = 0
        repeat {
            bursts += 1
            try await burst(on: server)
            try await expectExactTotals(on: server, after: bursts)
        } while ContinuousClock.now < deadline
    }

    /// Every session counts, and others look on.
    private func burst(on server: TestServer) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for session in 0..<Self.sessions where !Self.mortal.contains(session) {
                group.addTask {
                    try await server.psql(
                        "SELECT memory.hammer(\(Self.rounds), \(session)), memory.unlocked(\(Self.rounds), \(session))"
                    )
                }
            }
            for session in Self.mortal {
                let function = session % 2 == 0 ? "hammer" : "unlocked"
                group.addTask {
                    let result = try await server.psqlResult(
                        """
                        SET application_name = 'mortal'; SET statement_timeout = '2min';
                        SELECT memory.\(function)(\(Int64.max), \(session))
                        """)
                    #expect(result.stderr.contains("terminating connection"), "\(result.output)")
                }
            }
            group.addTask {
                try await server.eventually(
                    "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'mortal' AND query LIKE 'SELECT memory.%' AND state = 'active'",
                    equals: "\(Self.mortal.count)", within: 60)
                #expect(try await server.psql("SELECT memory.watch(3000)") == "0")
                try await lookOn(server)
                try await endMortals(on: server)
            }
            try await group.waitForAll()
        }
    }

    /// Each row of the view is of one moment, while they count.
    private func lookOn(_ server: TestServer) async throws {
        let torn = try await server.psql(
            """
            SELECT count(*) FROM generate_series(1, 20000) AS look, LATERAL (
                SELECT memory.tally_row() AS tally WHERE look > 0 OFFSET 0) AS row
            WHERE 2 * (tally).ones <> (tally).twos
                OR (tally).ones <> (SELECT sum(part) FROM unnest((tally).parts) AS part)
                OR (tally).pattern <> decode(repeat(lpad(to_hex((tally).ones % 256), 2, '0'), 64), 'hex')
            """)
        #expect(torn == "0")
    }

    /// Ends the sessions that would go on for ever.
    private func endMortals(on server: TestServer) async throws {
        try await server.eventually("no mortal is left", within: 60) {
            let left = try await server.psql(
                """
                WITH mortal AS MATERIALIZED (
                    SELECT pid FROM pg_stat_activity WHERE application_name = 'mortal')
                SELECT count(pg_terminate_backend(pid)) FROM mortal
                """
            )
            return (left == "0", left)
        }
    }

    private func expectExactTotals(on server: TestServer, after bursts: Int) async throws {
        let exact = try await server.psql(
            """
            SELECT hits = (SELECT sum(share) FROM unnest(shares) AS share),
                ones = (SELECT sum(part) FROM unnest(parts) AS part), 2 * ones = twos,
                (SELECT count(*) FROM unnest(parts[1:24]) AS part WHERE part <> \(bursts * Self.rounds)),
                (SELECT count(*) FROM unnest(shares[1:24]) AS share WHERE share <> \(bursts * Self.rounds))
            FROM memory.tally
            """)
        #expect(exact == "t|t|t|0|0")
    }

    /// After a crash every block is new, and the lock that the dead one held is free.
    @Test(arguments: Majors.all) func beginsAnewAfterACrash(major: Int) async throws {
        let server = try await server(major: major)
        let begun = try await server.psql("SELECT begun::text FROM memory.begun")
        try await server.psql(
            "SELECT memory.hammer(10), memory.unlocked(10), memory.scribble(), memory.set_x(1)")
        async let holder = server.psqlResult(
            "SET application_name = 'holder'; SELECT memory.hold()")
        try await server.eventually("SELECT first = 1 FROM memory.here")
        let pid = try #require(
            pid_t(
                try await server.psql(
                    "SELECT pid FROM pg_stat_activity WHERE application_name = 'holder'")))
        kill(pid, SIGKILL)
        let ended = try await holder
        #expect(ended.status != 0)
        try await server.eventually("the server is back") {
            let result = try await server.psqlResult("SELECT ones, twos, hits FROM memory.tally")
            return (result.stdout == "0|0|0\n", result.output)
        }
        #expect(try await server.psql("SELECT begun::text FROM memory.begun") == begun)
        #expect(try await server.psql("SELECT x, first, second FROM memory.here") == "0|0|0")
        try await server.psql("SELECT memory.hammer(10)")
        #expect(try await server.psql("SELECT ones FROM memory.tally") == "10")
    }
}
