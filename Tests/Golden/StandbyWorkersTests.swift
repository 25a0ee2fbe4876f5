import Foundation
import ServerHarness
import Testing

/// Workers on a standby that streams from a primary, and after its promotion.
/// One after the other: each needs two of the places for servers.
@Suite(.serialized) struct StandbyWorkersTests {
    @Test(arguments: Majors.all) func followsPromotion(major: Int) async throws {
        let settings = ["dynpgext.check_interval": "1s"]
        let primary = try await startDuties(major: major, configuration: settings)
        try await primary.eventually("SELECT count(*) > 0 FROM duties.done WHERE what = 'step 1'")
        let tree = try await GoldenCase.named("duties").generated()
        let standby = try await primary.startStandby {
            try await $0.install(checkout.appending(path: "loader"))
            try await $0.install(tree.directory)
        }
        // It reads there; those that need a primary are not there, and one needs nothing but a postmaster.
        try await standby.logs("standby in recovery: 1")
        let pid = try await standby.pid(of: "standby")
        _ = try await standby.pid(of: "early")
        #expect(
            try await standby.psql(
                "SELECT string_agg(DISTINCT worker, ' ' ORDER BY worker) FROM duties.workers WHERE pid IS NOT NULL"
            ) == "early standby")
        let ticks = try await standby.psql("SELECT ticks FROM \(row("standby"))")
        try await standby.eventually(
            "SELECT ticks > \(ticks) AND errors = 0 FROM \(row("standby"))")

        // The same process goes on after the promotion, and the others come.
        try await standby.promote()
        try await standby.logs("standby in recovery: 0")
        #expect(try await standby.pid(of: "standby") == pid)
        try await standby.eventually("SELECT ticks > 2 AND errors = 0 FROM \(row("steps"))")
        try await standby.eventually("SELECT ticks > 2 AND errors = 0 FROM \(row("clean"))")
    }
}

extension TestServer {
    /// Waits for a line of the log.
    func logs(_ text: String) async throws {
        try await eventually("in the log: \(text)") { (!logLines(containing: text).isEmpty, "") }
    }
}
