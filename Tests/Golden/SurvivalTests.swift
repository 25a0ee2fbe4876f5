import Foundation
import ServerHarness
import Testing

/// What goes wrong in a tick, and what is left of it: nothing.
@Suite struct SurvivalTests {
    @Test(arguments: Majors.all) func survivesWhatGoesWrong(major: Int) async throws {
        let server = try await startDuties(
            major: major, configuration: ["deadlock_timeout": "100ms"])
        let pid = try await server.pid(of: "steps")
        try await server.psql("CREATE TABLE one (); CREATE TABLE two ()")

        // An ERROR in SQL.
        for (step, message) in [
            ("SELECT 1 / 0", "division by zero"),
            // Below a subtransaction, with a cursor open.
            (
                "DO 'DECLARE c CURSOR FOR SELECT 1; BEGIN OPEN c; BEGIN PERFORM 1 / 0; EXCEPTION WHEN others THEN RAISE; END; END'",
                "division by zero"
            ),
            (
                "SET ROLE postgres",
                "cannot set parameter \"role\" within security-restricted operation"
            ),
            // A message that ends in the middle of a letter where the row does.
            (
                "DO $$BEGIN RAISE EXCEPTION '%', repeat('ü', 200); END$$",
                String(repeating: "ü", count: 127)
            ),
            // Longer than a tick may take.
            ("SELECT pg_sleep(1000)", "canceling statement due to statement timeout"),
        ] {
            try await fail(server, pid, step, message)
        }

        // The worker is the one that the deadlock costs: the other looks for it later.
        try await server.psql(
            "INSERT INTO duties.plan VALUES ('LOCK public.one'), ('LOCK public.two')")
        async let other = server.psql(
            """
            SET deadlock_timeout = '1min'; BEGIN; LOCK two;
            DO $$BEGIN
                FOR i IN 1..1000 LOOP
                    EXIT WHEN EXISTS (SELECT FROM pg_locks WHERE pid = \(pid) AND NOT granted);
                    PERFORM pg_sleep(0.01);
                END LOOP;
            END$$;
            LOCK one; TRUNCATE duties.plan; COMMIT
            """)
        try await server.eventually("SELECT last_error = 'deadlock detected' FROM \(row("steps"))")
        _ = try await other
        try await expectGood(server, pid)

        // A cancel while it works ends the tick and nothing else.
        try await server.psql("INSERT INTO duties.plan VALUES ('SELECT pg_sleep(1000)')")
        try await server.eventually("the tick to be cancelled") {
            try await server.psql(
                "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE pid = \(pid) AND wait_event = 'PgSleep'"
            )
            let error = try await server.psql("SELECT last_error FROM \(row("steps"))")
            return (error == "canceling statement due to user request", error)
        }
        try await server.psql("TRUNCATE duties.plan")
        try await expectGood(server, pid)

        // A hook without a connection, which is over its time.
        let early = try await server.psql("SELECT string_agg(pid::text, ' ') FROM \(row("early"))")
        try await server.set("duties.early_takes", "1h")
        try await server.eventually(
            "SELECT bool_and(last_error = 'canceling statement due to statement timeout') FROM \(row("early"))"
        )
        #expect(
            try await server.psql("SELECT string_agg(pid::text, ' ') FROM \(row("early"))") == early
        )

        // A hook that fails with a lock in its hand, outside of any transaction: the other instance gets it.
        try await server.set("duties.early_takes", "0s")
        try await server.set("duties.early_fails", "on")
        try await server.eventually(
            "SELECT bool_and(last_error = 'early fails under a lock') FROM \(row("early"))",
            within: 60)
        try await server.set("duties.early_fails", "off")

        // A session whose snapshot is older than the row that it wants to change.
        try await server.psql(
            """
            CREATE TABLE account AS SELECT 1 AS balance;
            SELECT pg_advisory_lock(1);
            INSERT INTO duties.session_plan VALUES
                ('SELECT pg_advisory_xact_lock(1)'), ('UPDATE public.account SET balance = balance + 1');
            \(until("EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)"))
            UPDATE account SET balance = 5;
            SELECT pg_advisory_unlock(1);
            TRUNCATE duties.session_plan;
            """)
        try await server.eventually(
            """
            SELECT last_error = 'could not serialize access due to concurrent update' AND state = 'idle'
            FROM \(row("rebuild"))
            """)
        #expect(try await server.psql("SELECT balance FROM account") == "5")

        // A session that is not allowed to do its work, and one that no slot is left for.
        try await server.psql("ALTER TABLE duties.done RENAME TO gone")
        try await server.eventually(
            "SELECT last_error = 'relation \"done\" does not exist' AND state = 'failing' FROM \(row("clean"))"
        )
        try await server.psql("ALTER TABLE duties.gone RENAME TO done")
        try await server.eventually("SELECT state = 'idle' FROM \(row("clean"))")
        // After all that it still listens.
        #expect(try await server.end(pid) < .seconds(1))
    }

    /// Without a free slot there is no session, and the worker waits for one.
    @Test(arguments: Majors.all) func waitsForASlot(major: Int) async throws {
        let server = try await startDuties(
            major: major, configuration: ["max_worker_processes": "18"])
        let pids = [try await server.pid(of: "clean"), try await server.pid(of: "rebuild")]
        try await server.eventually("SELECT ticks > 1 AND errors = 0 FROM \(row("clean"))")
        try await server.psql("CREATE DATABASE a")
        try await server.psql("CREATE EXTENSION duties", database: "a")
        try await server.eventually(
            """
            SELECT count(*) > 0 FROM duties.workers
            WHERE last_error = format('worker "duties %s" finds no free slot for its session', worker)
            """)
        try await server.psql("DROP DATABASE a")
        for worker in ["clean", "rebuild"] {
            try await server.eventually("SELECT state = 'idle' FROM \(row(worker))")
        }
        #expect([try await server.pid(of: "clean"), try await server.pid(of: "rebuild")] == pids)
    }

    /// Ten thousand failures in SQL: nothing of them stays in the process.
    @Test(arguments: Majors.all) func failsWithoutGrowth(major: Int) async throws {
        let server = try await startDuties(
            major: major,
            configuration: ["log_min_messages": "fatal", "log_min_error_statement": "panic"])
        let pid = try await server.pid(of: "steps")
        try await server.psql("INSERT INTO duties.plan VALUES ('SELECT 1 / 0')")
        try await server.eventually("SELECT errors > 500 FROM \(row("steps"))", within: 60)
        let before = try memory(of: pid)
        try await server.eventually("SELECT errors > 10500 FROM \(row("steps"))", within: 120)
        let after = try memory(of: pid)
        #expect(after - before < 128, "\(before) kB grew to \(after) kB")
        #expect(try await server.pid(of: "steps") == pid)
    }

    /// Each try fails, and then a good tick shows that nothing is left.
    private func fail(
        _ server: TestServer, _ pid: pid_t, _ step: String, _ message: String
    ) async throws {
        let errors = try await server.psql("SELECT errors FROM \(row("steps"))")
        try await server.psql("INSERT INTO duties.plan VALUES ($step$\(step)$step$)")
        try await server.eventually(
            "SELECT last_error = $m$\(message)$m$ AND errors > \(errors) FROM \(row("steps"))")
        try await server.psql("TRUNCATE duties.plan")
        try await expectGood(server, pid)
    }

    private func expectGood(_ server: TestServer, _ pid: pid_t) async throws {
        try await server.eventually("SELECT state = 'idle' FROM \(row("steps"))")
        try await server.eventually(
            """
            SELECT a.state = 'idle' AND xact_start IS NULL AND backend_xmin IS NULL
                AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid)
            FROM pg_stat_activity a WHERE pid = \(pid)
            """)
    }

    /// Memory of its own, in kB.
    private func memory(of pid: pid_t) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") })
        return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    }
}
