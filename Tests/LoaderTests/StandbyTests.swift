import Foundation
import ServerHarness
import Testing

/// On a standby no hook fires and few workers may run; after promotion it is a server like any other.
/// One after the other: each needs two of the places for servers.
@Suite(.serialized) struct StandbyTests {
    private let settings = ["dynpgext.check_interval": "1s"]

    @Test(
        "a standby is followed every check_interval, and scanned at promotion; workers that need a primary wait for that",
        arguments: Majors.all)
    func workersThatNeedAPrimaryWaitForPromotion(major: Int) async throws {
        let primary = try await startLoader(major: major, configuration: settings)
        try await primary.psql("CREATE EXTENSION rev1")
        let standby = try await primary.startStandby {
            try await $0.install(loaderSources, make: [strictFlags])
            try await $0.installFixture("rev1")
        }
        let waiting = "SELECT worker, database, state, reason FROM dynpgext.workers ORDER BY 1, 2"
        let reason = "waiting|starts at the end of recovery"
        try await standby.eventually(
            waiting, equals: "rev1 global||\(reason)\nrev1 local|postgres|\(reason)")

        // What is replayed is noticed without a hint.
        try await primary.psql("CREATE DATABASE other")
        try await primary.psql("CREATE EXTENSION rev1", database: "other")
        try await standby.eventually(
            waiting,
            equals:
                "rev1 global||\(reason)\nrev1 local|other|\(reason)\nrev1 local|postgres|\(reason)")
        try await primary.psql("DROP EXTENSION rev1", database: "other")
        try await standby.eventually(
            waiting, equals: "rev1 global||\(reason)\nrev1 local|postgres|\(reason)")
        // A block may be looked up there too.
        #expect(try await standby.field("made", of: "rev1:local") == "77")
        #expect(standby.processes(titled: "rev1").isEmpty)

        // What is replayed last is seen after the promotion at the latest.
        let supervisor = try #require(standby.processes(titled: "dynpgext supervisor").first)
        try standby.send(SIGSTOP, to: supervisor)
        try await primary.psql("CREATE EXTENSION rev1", database: "other")
        try await standby.eventually(
            "SELECT count(*) FROM pg_extension WHERE extname = 'rev1'", database: "other",
            equals: "1")
        try await standby.promote {
            // Since 19 the end of recovery waits until each process has taken note.
            if major >= 19 { try standby.send(SIGCONT, to: supervisor) }
        }
        try standby.send(SIGCONT, to: supervisor)
        let both = ["rev1 global||running|1|", "rev1 local|postgres|running|1|"]
        try await standby.eventuallyWorkers(
            of: "rev1", are: [both[0], "rev1 local|other|running|1|", both[1]])
        try await standby.psql("DROP EXTENSION rev1", database: "other")
        try await standby.eventuallyWorkers(of: "rev1", are: both)
        try await standby.psql("DROP EXTENSION rev1")
        try await standby.eventuallyWorkers(of: "rev1", are: [])
    }

    @Test(
        "no setting ends the loader's processes on a standby, and workers start when it is promoted, without a hint",
        arguments: Majors.all)
    func promotionIsNoticed(major: Int) async throws {
        let primary = try await startLoader(
            major: major,
            configuration: [
                "default_transaction_isolation": "serializable",
                "dynpgext.check_interval": "3600s",
            ])
        // Sessions must not be serializable on a standby either.
        try await primary.psql(
            "ALTER DATABASE postgres SET default_transaction_isolation = 'read committed'")
        try await primary.psql("CREATE EXTENSION rev1")
        let standby = try await primary.startStandby {
            try await $0.install(loaderSources, make: [strictFlags])
            try await $0.installFixture("rev1")
        }
        try await standby.eventually(
            "SELECT count(*) FROM dynpgext.workers WHERE reason = 'starts at the end of recovery'",
            equals: "2")
        #expect(standby.logLines(containing: "exited with exit code 1").isEmpty)
        try await standby.promote()
        try await standby.eventuallyWorkers(
            of: "rev1", are: ["rev1 global||running|1|", "rev1 local|postgres|running|1|"])
    }
}
