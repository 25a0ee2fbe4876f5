import Foundation
import ServerHarness
import Testing

/// How workers end, and what does not wait for them.
@Suite struct EndingTests {
    @Test(arguments: Majors.all) func endsAtSigterm(major: Int) async throws {
        let server = try await startDuties(major: major)
        // In a query that takes long.
        let steps = try await server.pid(of: "steps")
        try await server.psql("INSERT INTO duties.plan VALUES ('SELECT pg_sleep(1000)')")
        try await server.eventually(
            "SELECT wait_event = 'PgSleep' FROM pg_stat_activity WHERE pid = \(steps)")
        #expect(try await server.end(steps) < .seconds(1))
        try await server.psql("TRUNCATE duties.plan")
        // In a hook that checks for interrupts.
        let standby = try await server.pid(of: "standby")
        try await server.set("duties.standby_takes", "1h")
        try await server.eventually("SELECT state = 'working' FROM \(row("standby"))")
        #expect(try await server.end(standby) < .seconds(1))
        // One that finishes its tick, as long as that may take.
        let patient = try await server.pid(of: "patient")
        try await server.eventually("SELECT ticks = 1 FROM \(row("patient"))")
        try await server.set("duties.patient_takes", "1s")
        try await server.psql("SELECT duties.patient_wake()")
        try await server.eventually("SELECT state = 'working' FROM \(row("patient"))")
        let begun = ContinuousClock.now
        try await server.end(patient)
        #expect(.now - begun > .milliseconds(200) && .now - begun < .seconds(3))
        #expect(
            try await server.psql("SELECT count(*) FROM duties.done WHERE what = 'patient'") == "2")
        // Each comes back, with its row.
        for (worker, pid) in [("steps", steps), ("standby", standby), ("patient", patient)] {
            try await server.eventually("SELECT pid <> \(pid) FROM \(row(worker))")
        }
    }

    /// A worker that finishes its tick holds a shutdown up for no longer than its timeout.
    @Test(arguments: Majors.all) func letsTheServerShutDown(major: Int) async throws {
        let server = try await startDuties(major: major)
        try await server.eventually("SELECT ticks = 1 FROM \(row("patient"))")
        for takes in ["2s", "1h"] {
            try await server.eventually("SELECT state = 'idle' FROM \(row("patient"))")
            let rows = try await patients(server)
            try await server.set("duties.patient_takes", takes)
            try await server.psql("SELECT duties.patient_wake()")
            try await server.eventually("SELECT state = 'working' FROM \(row("patient"))")
            // A reload waits for the end of the tick.
            try await server.set("duties.patient_takes", "0s")
            let time = try await server.stop(.fast)
            #expect(time < (takes == "2s" ? .seconds(3.5) : .seconds(5)), "\(takes): \(time)")
            try await server.start()
            // The first tick after the start is another one.
            try await server.eventually("SELECT ticks = 1 FROM \(row("patient"))")
            #expect(try await patients(server) - rows == (takes == "2s" ? 2 : 1))
        }
        for mode in [TestServer.StopMode.smart, .immediate] {
            let pids = try await workers(server)
            #expect(try await server.stop(mode) < .seconds(4))
            #expect(pids.filter(server.isRunning).isEmpty)
            try await server.start()
            _ = try await server.pid(of: "steps")
        }
        // Without a postmaster nobody stays.
        let pids = try await workers(server)
        try server.send(SIGKILL, to: try #require(server.postmaster))
        try await server.eventually("the workers to notice") {
            let left = pids.filter(server.isRunning)
            return (left.isEmpty, "\(left)")
        }
    }

    /// Neither idle nor busy workers keep a database from being copied, renamed or dropped, nor those of another one.
    @Test(arguments: Majors.all) func letsGoOfItsDatabase(major: Int) async throws {
        let server = try await startDuties(major: major)
        try await server.psql("CREATE DATABASE a")
        try await server.psql("CREATE EXTENSION duties", database: "a")
        for (step, statement) in [
            ("SELECT", "CREATE DATABASE b TEMPLATE a"), ("SELECT", "ALTER DATABASE b RENAME TO c"),
            ("SELECT pg_sleep(1000)", "CREATE DATABASE d TEMPLATE a"),
            ("SELECT pg_sleep(1000)", "ALTER DATABASE a RENAME TO e"),
            ("SELECT pg_sleep(1000)", "DROP DATABASE e"), ("SELECT", "DROP DATABASE c"),
        ] {
            let name = statement.hasSuffix("c") && !statement.hasPrefix("DROP") ? "b" : "a"
            if !statement.hasPrefix("DROP") {
                let steps = try await server.pid(of: "steps", database: name)
                try await server.psql(
                    """
                    DELETE FROM duties.plan; DELETE FROM duties.session_plan;
                    INSERT INTO duties.plan VALUES ('\(step)');
                    INSERT INTO duties.session_plan VALUES ('\(step)');
                    """, database: name)
                let areBusy = """
                    SELECT \(step == "SELECT") OR count(*) > 1 FROM pg_stat_activity
                    WHERE wait_event IN ('PgSleep', 'virtualxid') AND datname = '\(name)'
                    AND (pid = \(steps) OR backend_type LIKE 'duties % session')
                    """
                try await server.eventually(areBusy, database: "postgres")
            }
            let begun = ContinuousClock.now
            try await server.psql(statement)
            #expect(
                .now - begun < .seconds(4),
                "\(statement) took \(.now - begun): \(server.logLines(containing: "does not leave"))"
            )
        }
    }

    /// A rebuilt index waits for the transaction that drops the extension or updates it, which would wait for the index.
    @Test(arguments: Majors.all) func letsGoOfItsExtension(major: Int) async throws {
        let server = try await startDuties(major: major)
        try await server.psql("CREATE EXTENSION dynpgext")
        // Somebody waits for the transaction that asks.
        let isAwaited = """
            EXISTS (SELECT FROM pg_locks AS other JOIN pg_locks AS own USING (virtualxid)
                WHERE own.pid = pg_backend_pid() AND own.granted AND NOT other.granted)
            """
        let stays = """
            SELECT count(*) > 0 AND bool_and(pid IS NULL)
            FROM dynpgext.workers WHERE database = 'postgres'
            """
        for statement in ["ALTER EXTENSION duties UPDATE", "DROP EXTENSION duties"] {
            let seen = try await server.psql(
                """
                BEGIN ISOLATION LEVEL REPEATABLE READ;
                \(until(isAwaited))
                SELECT \(isAwaited);
                \(statement);
                \(stays);
                ROLLBACK;
                """)
            #expect(seen == "t\nt", "\(statement)")
        }
        try await server.eventually("SELECT state = 'idle' FROM \(row("clean"))")
        try await server.psql("DROP EXTENSION duties")
    }

    /// The session of a worker ends with it, and with the time of a tick.
    @Test(arguments: Majors.all) func endsTheSession(major: Int) async throws {
        let server = try await startDuties(major: major)
        let worker = try await server.pid(of: "clean")
        async let holder = server.psqlResult(
            "BEGIN; LOCK duties.done, duties.jobs; SELECT pg_sleep(60)")
        let waiting = """
            SELECT pid FROM pg_stat_activity
            WHERE backend_type = 'duties clean session' AND wait_event_type = 'Lock'
            """
        var found: pid_t?
        try await server.eventually(waiting) {
            let seen = try await server.psql(waiting)
            found = pid_t(seen)
            return (found != nil, seen)
        }
        let session = try #require(found)
        try await server.end(worker, within: 5)
        try await server.eventually("the session to end", within: 5) {
            (!server.isRunning(session), "")
        }
        try await server.psql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
        _ = try await holder
        try await server.eventually("SELECT ticks > 2 AND state = 'idle' FROM \(row("clean"))")
    }

    private func patients(_ server: TestServer) async throws -> Int {
        try #require(
            Int(try await server.psql("SELECT count(*) FROM duties.done WHERE what = 'patient'")))
    }

    /// All processes of the workers, those without a connection too.
    private func workers(_ server: TestServer) async throws -> [pid_t] {
        _ = try await server.pid(of: "steps")
        _ = try await server.pid(of: "early")
        let found = server.processes(titled: "duties ")
        #expect(found.count > 5)
        return found
    }
}

extension TestServer {
    /// Changes a setting of duties for all, at once.
    func set(_ setting: String, _ value: String) async throws {
        // Before 17 a session knows it only once it has loaded the library.
        try await psql("LOAD 'duties';\nALTER SYSTEM SET \(setting) = '\(value)';")
        try await reload()
    }
}
