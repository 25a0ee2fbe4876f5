import Foundation
import ServerHarness
import Testing

/// Extensions that come and go, in many databases; only `make soak` has the time.
@Suite struct RecreationTests {
    /// How many databases and rounds to try, as "150 300".
    private static let counts =
        (ProcessInfo.processInfo.environment["DYNPGEXT_SOAK_RECREATIONS"] ?? "").split(
            separator: " "
        ).compactMap { Int($0) }

    /// Each round makes a database's blocks anew: with a lock tranche for each the server would have none left.
    @Test(.enabled(if: counts.count == 2), arguments: Majors.all)
    func usesNoTrancheUp(major: Int) async throws {
        let (databases, rounds) = (Self.counts[0], Self.counts[1])
        let server = try await liveServer(
            major: major, cases: ["pulse"], databases: [],
            configuration: [
                "max_worker_processes": "\(2 * databases + 8)",
                "max_connections": "\(2 * databases + 100)",
                // So many workers at once leave nothing to the tests beside them otherwise.
                "pulse.interval": "10s",
            ])
        try await server.psql("CREATE EXTENSION pulse", database: "template1")
        for number in 1...databases { try await server.psql("CREATE DATABASE d\(number)") }
        let beating = "SELECT count > 0 FROM pulse.beats"
        for number in 1...databases {
            try await server.eventually(beating, database: "d\(number)", within: 120)
        }
        for round in 1...rounds {
            let database = "d\(round % databases + 1)"
            try await server.psql(
                "DROP EXTENSION pulse; CREATE EXTENSION pulse; SELECT * FROM pulse.beats",
                database: database)
        }
        for number in 1...databases {
            try await server.eventually(beating, database: "d\(number)", within: 120)
        }
        #expect(server.logLines(containing: "lock tranche").isEmpty)
    }
}
