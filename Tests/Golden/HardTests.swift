import Foundation
import ServerHarness
import Testing

/// Ticks that are hard to survive, or to end.
@Suite struct HardTests {
    private func start(
        major: Int, _ configuration: [String: String] = [:]
    ) async throws -> TestServer {
        try await liveServer(
            major: major, cases: ["hard"], databases: ["postgres"],
            configuration: ["max_worker_processes": "20"].merging(configuration) { $1 })
    }

    /// A failed tick leaves nothing that a session would not leave.
    @Test(arguments: Majors.all) func leavesNothing(major: Int) async throws {
        let server = try await start(major: major, ["wal_level": "logical"])
        let pid = try await server.pid(of: "tries", of: "hard")
        // An ERROR without a text.
        try await fail(server, ["say nothing"], "missing error text")
        // One while a slot is in use.
        try await server.psql("SELECT pg_create_logical_replication_slot('kept', 'pgoutput')")
        let changes = "SELECT pg_logical_slot_get_binary_changes('kept', NULL, NULL)"
        try await fail(server, [changes], "%proto_version%")
        #expect(
            try await server.psql("SELECT active_pid IS NULL FROM pg_replication_slots") == "t")
        // One with a slot of its own.
        let slot = "SELECT pg_create_physical_replication_slot('own', false, true)"
        try await fail(server, [slot, "SELECT 1 / 0"], "division by zero")
        #expect(try await server.psql("SELECT slot_name FROM pg_replication_slots") == "kept")
        // What it has left in tables is known before a tick goes well.
        let rows = "INSERT INTO hard.done SELECT 'dead' FROM generate_series(1, 10)"
        try await server.psql(
            "INSERT INTO hard.plan VALUES ($step$\(rows)$step$), ('SELECT 1 / 0')")
        try await server.eventually(
            "SELECT n_dead_tup > 0 FROM pg_stat_user_tables WHERE relname = 'done'")
        #expect(try await server.pid(of: "tries", of: "hard") == pid)

        // Outside of any transaction: files, scans of hash tables and a lock.
        let alone = try await server.pid(of: "alone", of: "hard")
        try await server.psql("LOAD 'hard';\nALTER SYSTEM SET hard.leaks = on;")
        try await server.reload()
        try await server.eventually(
            "SELECT errors > 1000 AND last_error = 'alone fails' FROM \(row("alone", of: "hard"))",
            within: 30)
        #expect(try await server.pid(of: "alone", of: "hard") == alone)
    }

    /// A tick whose code catches each cancel ends with its process, and so does what waits for it.
    @Test(arguments: Majors.all) func endsWhoCatchesTheCancel(major: Int) async throws {
        let server = try await start(major: major)
        let deaf = try await server.pid(of: "deaf", of: "hard")
        let absent = try await server.pid(of: "absent", of: "hard")
        try await server.psql("SELECT hard.deaf_wake(), hard.absent_wake()")
        try await server.eventually("SELECT state = 'working' FROM \(row("absent", of: "hard"))")
        try await server.end(deaf, within: 10)
        for worker in ["deaf", "absent"] {
            try await server.eventually(
                "SELECT state = 'idle' OR state = 'failing' FROM \(row(worker, of: "hard")) WHERE last_error = 'tick went on after its timeout'"
            )
        }
        #expect(try await server.pid(of: "absent", of: "hard") == absent)
        // With a stop that waits for the tick.
        try await server.psql("UPDATE hard.ears SET deaf = false")
        try await server.eventually(
            "SELECT state = 'idle' FROM \(row("absent", of: "hard"))", within: 20)
        try await server.psql("UPDATE hard.ears SET deaf = true")
        try await server.psql("SELECT hard.deaf_wake(), hard.absent_wake()")
        try await server.eventually("SELECT state = 'working' FROM \(row("deaf", of: "hard"))")
        #expect(try await server.stop(.fast) < .seconds(9))
    }

    /// SIGTERM lets a session finish, if its worker does so; who cancels the worker does not wait for that.
    @Test(arguments: Majors.all) func finishesItsSession(major: Int) async throws {
        let server = try await start(major: major)
        let session = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'hard slow session'"
        let sleeps = "SELECT count(*) = 1 FROM (\(session) AND wait_event = 'PgSleep') AS found"
        try await server.psql("SELECT hard.slow_wake()")
        try await server.eventually(sleeps)
        try await server.restart(.fast)
        #expect(try await server.psql("SELECT what FROM hard.done") == "slow")

        let slow = try await server.pid(of: "slow", of: "hard")
        try await server.psql("UPDATE hard.ears SET seconds = 60; SELECT hard.slow_wake()")
        try await server.eventually(sleeps)
        try await server.psql("SELECT pg_cancel_backend(\(slow))")
        try await server.eventually("SELECT count(*) = 0 FROM (\(session)) AS found", within: 10)
        #expect(try await server.pid(of: "slow", of: "hard") == slow)
    }

    /// Who sleeps for long is told of what others change, and need not forget everything that it knows.
    @Test(arguments: Majors.all) func keepsUpWhileIdle(major: Int) async throws {
        let server = try await start(major: major)
        try await server.psql("SELECT hard.idle_wake()")
        try await server.eventually(
            "SELECT state = 'idle' AND ticks = 1 FROM \(row("idle", of: "hard"))")
        try await server.psql(
            """
            DO $$BEGIN
                FOR i IN 1..300 LOOP
                    CREATE TABLE brief (id integer PRIMARY KEY);
                    DROP TABLE brief;
                    COMMIT;
                    PERFORM pg_sleep(0.002);
                END LOOP;
            END$$
            """)
        try await server.eventually("the idle worker to hear") {
            let heard = server.logLines(containing: "idle has heard of 1000 relations")
            return (heard.count == 1, "\(heard)")
        }
        #expect(try await server.psql("SELECT ticks FROM \(row("idle", of: "hard"))") == "1")
    }

    /// What a hook is told in a session.
    @Test(arguments: Majors.all) func tellsSessions(major: Int) async throws {
        let server = try await start(major: major)
        for run in 0..<2 {
            for tick in 0..<2 {
                try await server.psql("SELECT hard.told_wake()")
                let line = "tick \(tick) is told 7 and \"hello\""
                try await server.eventually(line) {
                    (server.logLines(containing: line).count == run + 1, "")
                }
                try await server.eventually("SELECT state = 'idle' FROM \(row("told", of: "hard"))")
            }
            // The next process counts anew.
            let pid = try await server.pid(of: "told", of: "hard")
            try await server.end(pid)
            try await server.eventually("SELECT pid <> \(pid) FROM \(row("told", of: "hard"))")
        }
    }

    /// Each tick does this, and fails with a message like that.
    private func fail(_ server: TestServer, _ steps: [String], _ message: String) async throws {
        let errors = try await server.psql("SELECT errors FROM \(row("tries", of: "hard"))")
        let rows = steps.map { "($step$\($0)$step$)" }.joined(separator: ", ")
        try await server.psql("INSERT INTO hard.plan VALUES \(rows)")
        try await server.eventually(
            "SELECT last_error LIKE '\(message)' AND errors > \(errors) + 2 FROM \(row("tries", of: "hard"))"
        )
        try await server.psql("TRUNCATE hard.plan")
        try await server.eventually("SELECT state = 'idle' FROM \(row("tries", of: "hard"))")
    }
}
