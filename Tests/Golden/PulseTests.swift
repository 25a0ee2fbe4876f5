import Foundation
import ServerHarness
import Testing

/// The example pulse at work: per-database counters, SQL work, and the life of its workers.
@Suite struct PulseTests {
    /// A server with the loader and pulse, created in the databases a and b.
    private func server(major: Int, interval: String = "50ms") async throws -> TestServer {
        try await liveServer(
            major: major, cases: ["pulse"], databases: ["a", "b"],
            configuration: ["pulse.interval": interval])
    }

    private let beatPid =
        "SELECT pid FROM pg_stat_activity WHERE backend_type = 'pulse beat' AND datname = 'a'"

    @Test(arguments: Majors.all) func countsInEachDatabase(major: Int) async throws {
        let server = try await server(major: major)
        for database in ["a", "b"] {
            try await server.eventually("SELECT count > 2 FROM pulse.beats", database: database)
            try await server.eventually(
                "SELECT note = 'alive' AND last_at > now() - interval '10s' FROM pulse.beats",
                database: database)
            try await server.eventually("SELECT count(*) > 1 FROM pulse.log", database: database)
        }
        // Each database has its own memory, and one worker of each kind.
        try await server.eventually(
            """
            SELECT string_agg(datname || ' ' || backend_type, ', ' ORDER BY datname, backend_type)
            FROM pg_stat_activity WHERE backend_type LIKE 'pulse %'
            """, equals: "a pulse beat, a pulse record, b pulse beat, b pulse record")
        try await server.psql("DROP EXTENSION pulse", database: "b")
        try await server.eventually(
            "SELECT count(*) = 0 FROM pg_stat_activity WHERE backend_type LIKE 'pulse %' AND datname = 'b'"
        )
        let before = try await server.psql("SELECT count FROM pulse.beats", database: "a")
        try await server.eventually("SELECT count > \(before) FROM pulse.beats", database: "a")
        // An unconnected worker is not in pg_stat_activity; the process title shows it.
        #expect(server.processes(titled: "pulse watch").count == 1)
        #expect(server.logLines(containing: "beats of all databases:").count == 1)
        try await server.psql("CREATE EXTENSION pulse", database: "b")
        try await server.eventually(
            "SELECT count BETWEEN 1 AND 100 FROM pulse.beats", database: "b")
    }

    @Test(arguments: Majors.all) func namesAreSensible(major: Int) async throws {
        let server = try await server(major: major)
        try await server.eventually("SELECT count(*) = 1 FROM (\(beatPid)) AS found")
        let pid = try #require(pid_t(try await server.psql(beatPid)))
        #expect(server.processTitle(pid) == "postgres: pulse beat a")
        try await server.eventually(
            "SELECT application_name = 'pulse beat' FROM pg_stat_activity WHERE pid = \(pid)")
        try await server.eventually(
            "SELECT query = 'pulse_beat_run' FROM pg_stat_activity WHERE pid = \(pid)")
        _ = try await server.end(pid)
        let exit = "background worker \"pulse beat\" (PID \(pid)) exited with exit code 1"
        try await server.eventually(exit) {
            (server.logLines(containing: exit).count == 1, server.log)
        }
    }

    @Test(arguments: Majors.all) func endsAtSigterm(major: Int) async throws {
        let server = try await server(major: major, interval: "1h")
        try await server.eventually("SELECT count = 1 FROM pulse.beats", database: "a")
        let pid = try #require(pid_t(try await server.psql(beatPid)))
        let idle = try await server.end(pid, within: 5)
        #expect(idle < .seconds(1), "an idle worker took \(idle) to end")
        // Exit status 1: the loader starts it again.
        try await server.eventually(
            "SELECT count(*) = 1 FROM (\(beatPid)) AS found WHERE pid <> \(pid)")
        let stop = try await server.stop(.fast)
        #expect(stop < .seconds(1), "a fast shutdown took \(stop)")
    }

    @Test(arguments: Majors.all) func idleWorkerSleeps(major: Int) async throws {
        let server = try await server(major: major, interval: "1h")
        try await server.eventually("SELECT count = 1 FROM pulse.beats", database: "a")
        let pid = try #require(pid_t(try await server.psql(beatPid)))
        try await server.eventually(
            """
            SELECT wait_event_type || ' ' || wait_event || ' ' || state FROM pg_stat_activity
            WHERE pid = \(pid)
            """, equals: "Extension \(major < 17 ? "Extension" : "pulse") idle"
        )
        // What a tick did is counted although no other follows.
        try await server.eventually(
            "SELECT n_tup_ins = 1 FROM pg_stat_user_tables WHERE relname = 'log'", database: "a")
        try await server.sleeps(pid)
    }

    @Test(arguments: Majors.all) func followsReloadAtOnce(major: Int) async throws {
        let server = try await server(major: major, interval: "1h")
        try await server.eventually("SELECT count = 1 FROM pulse.beats", database: "a")
        try await server.psql("ALTER SYSTEM SET pulse.interval = '20ms'")
        try await server.reload()
        try await server.eventually("SELECT count > 5 FROM pulse.beats", database: "a")
        // Before 17 a session knows a setting only once it has loaded the library.
        try await server.psql("LOAD 'pulse';\nALTER SYSTEM SET pulse.announce = on;")
        try await server.reload()
        try await server.eventually("a beat in the log") {
            (!server.logLines(containing: "LOG:  beat").isEmpty, "")
        }
    }

    @Test(arguments: Majors.all) func survivesErrors(major: Int) async throws {
        let server = try await server(major: major)
        let recordPid =
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'pulse record' AND datname = 'a'"
        try await server.eventually("SELECT count(*) > 0 FROM pulse.log", database: "a")
        let pid = try await server.psql(recordPid)
        try await server.psql("ALTER TABLE pulse.log RENAME TO gone", database: "a")
        let failure = "ERROR:  relation \"log\" does not exist"
        try await server.eventually("three tries") {
            let errors = server.logLines(containing: failure)
            return (errors.count >= 3, "\(errors)")
        }
        #expect(
            !server.logLines(
                containing: "STATEMENT:  INSERT INTO log (beats) SELECT count FROM beats"
            ).isEmpty)
        // It tries again after 1 s, then 2 s, and not at its period of 50 ms.
        let times = try server.logLines(containing: failure).prefix(3).map(secondsOfDay)
        let pauses = zip(times.dropFirst(), times).map {
            ($0 - $1 + 86400).remainder(dividingBy: 86400)
        }
        #expect(pauses[0] >= 0.99 && pauses[1] >= 1.99, "\(pauses)")
        try await server.eventually(
            "SELECT state = 'idle' AND xact_start IS NULL FROM pg_stat_activity WHERE pid = \(pid)")
        try await server.psql("ALTER TABLE pulse.gone RENAME TO log", database: "a")
        let rows = try await server.psql("SELECT max(id) FROM pulse.log", database: "a")
        try await server.eventually("SELECT max(id) > \(rows) FROM pulse.log", database: "a")
        #expect(try await server.psql(recordPid) == pid, "the worker did not survive")
    }

    @Test(arguments: Majors.all) func idleCancelDoesNotEndIt(major: Int) async throws {
        let server = try await server(major: major, interval: "1h")
        try await server.eventually("SELECT count = 1 FROM pulse.beats", database: "a")
        let pid = try await server.psql(beatPid)
        for _ in 1...3 { try await server.psql("SELECT pg_cancel_backend(\(pid))") }
        try await server.psql("ALTER SYSTEM SET pulse.interval = '20ms'")
        try await server.reload()
        try await server.eventually("SELECT count > 2 FROM pulse.beats", database: "a")
        #expect(try await server.psql(beatPid) == pid)
    }

    @Test(arguments: Majors.all) func returnsAfterACrash(major: Int) async throws {
        let server = try await server(major: major)
        try await server.eventually("SELECT count > 2 FROM pulse.beats", database: "a")
        let pid = try #require(pid_t(try await server.psql(beatPid)))
        try server.send(SIGKILL, to: pid)
        try await server.eventually("the server to be up again") {
            let result = try await server.psqlResult(
                "SELECT count > 2 FROM pulse.beats", database: "a")
            return (result.stdout.hasPrefix("t"), result.output)
        }
    }

    /// When a line was logged, in seconds of its day.
    private func secondsOfDay(_ line: String) throws -> Double {
        let time = try #require(line.firstMatch(of: /(\d\d):(\d\d):(\d\d\.\d+)/))
        let hours = try #require(Double(time.1))
        let minutes = try #require(Double(time.2))
        return try hours * 3600 + minutes * 60 + #require(Double(time.3))
    }
}
