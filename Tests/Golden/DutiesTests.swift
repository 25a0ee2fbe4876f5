import Foundation
import ServerHarness
import Testing

/// A worker for each option, at work.
@Suite struct DutiesTests {
    @Test(arguments: Majors.all) func doesWhatTheSpecSays(major: Int) async throws {
        let server = try await startDuties(major: major)
        // One tick, then it is done for good.
        try await server.eventually(state(of: "prepare"), equals: "done 1 0")
        #expect(try await server.psql("SELECT pid IS NULL FROM \(row("prepare"))") == "t")
        // Three failures in a row, and it gives up.
        try await server.eventually(state(of: "brief"), equals: "gave up 3 3")
        #expect(
            try await server.psql("SELECT last_error FROM \(row("brief"))")
                == "brief fails in C, tick 2")
        // What hooks are told, each instance its number.
        for instance in 1...2 {
            let line = "early \(instance) has -7 and grüße \"%s\""
            try await server.eventually(line) { (server.logLines(containing: line).count == 1, "") }
        }
        // VACUUM and REINDEX CONCURRENTLY, as the owner and with its path.
        try await server.eventually(
            "SELECT what FROM duties.done WHERE what LIKE 'clean%' LIMIT 1",
            equals: "clean pg_catalog, duties, pg_temp postgres")
        try await server.eventually(
            "SELECT vacuum_count > 0 FROM pg_stat_user_tables WHERE relname = 'done'")
        try await server.psql(
            "UPDATE pg_index SET indisvalid = false WHERE indrelid = 'duties.jobs'::regclass")
        try await server.eventually(
            "SELECT indisvalid FROM pg_index WHERE indexrelid = 'duties.jobs_pkey'::regclass")
        // Each process has its row, the second instance too; one that is in no database has none.
        #expect(
            try await server.psql(
                "SELECT string_agg(worker || instance, ' ' ORDER BY worker, instance) FROM duties.workers"
            )
                == "brief1 clean1 drain1 drain2 early1 early2 patient1 prepare1 rebuild1 standby1 steps1"
        )
        try await server.eventually(
            """
            SELECT bool_and(w.pid = a.pid AND a.application_name LIKE 'duties ' || w.worker || '%')
            FROM duties.workers w JOIN pg_stat_activity a ON a.pid = w.pid
            """)
        try await server.eventually(
            "SELECT last_duration > '0' AND next_tick > now() FROM \(row("patient"))")
        // Nobody starts one again that gave up, or was done: the log would tell of another exit status than 0.
        #expect(try await server.psql(state(of: "brief")) == "gave up 3 3")
        #expect(server.logLines(containing: "background worker \"duties brief\"") == [])
        #expect(
            server.logLines(
                containing: "worker \"duties brief\" gives up after 3 failed ticks in a row"
            ).count == 1)
        #expect(try await count(server, "prepare") == "1")
    }

    /// Whoever asks in a transaction means what that has done.
    @Test(arguments: Majors.all) func wakesAtCommit(major: Int) async throws {
        let server = try await startDuties(
            major: major,
            configuration: ["max_prepared_transactions": "1"].merging(withoutReindex) { $1 })
        try await server.eventually(
            "SELECT count(*) = 2 FROM \(row("drain")) WHERE state = 'idle' AND pid IS NOT NULL")
        #expect(
            try await server.psql(
                "SELECT bool_and(ticks = 0 AND next_tick IS NULL) FROM \(row("drain"))")
                == "t")
        try await server.psql(
            """
            BEGIN; INSERT INTO duties.jobs VALUES (1); SELECT duties.drain_wake(); SELECT pg_sleep(0.2); COMMIT;
            """)
        try await server.eventually("SELECT count(*) = 0 FROM duties.jobs")
        try await server.eventually(
            "SELECT bool_and(ticks = 1) FROM \(row("drain"))")
        try await server.psql("BEGIN; SELECT duties.drain_wake(); ROLLBACK")
        try await server.psql(
            "BEGIN; SELECT duties.drain_wake(); PREPARE TRANSACTION 'p';\nROLLBACK PREPARED 'p'")
        // One that has a period too comes before it is due.
        try await server.psql("SELECT duties.patient_wake()")
        try await server.eventually("SELECT ticks = 2 FROM \(row("patient"))")
        #expect(try await server.psql("SELECT bool_and(ticks = 1) FROM \(row("drain"))") == "t")
        // Who has come in its place by then was not asked.
        let psql = server.pgConfig.deletingLastPathComponent().appending(path: "psql").path
        try await server.psql(
            """
            BEGIN; SELECT duties.drain_wake();
            \\! \(psql) -XAtq -c "DROP EXTENSION duties" -c "CREATE EXTENSION duties"
            COMMIT; SELECT 1;
            """)
        try await server.eventually(
            "SELECT count(*) = 2 FROM \(row("drain")) WHERE state = 'idle' AND pid IS NOT NULL")
        #expect(try await server.psql("SELECT bool_and(ticks = 0) FROM \(row("drain"))") == "t")
        // Nobody may ask but who was given the right.
        try await server.psql("CREATE ROLE eve LOGIN; GRANT USAGE ON SCHEMA duties TO eve")
        let refusals = [
            try await server.psqlFails("SELECT duties.drain_wake()", user: "eve"),
            try await server.psqlFails("SELECT FROM duties.workers", user: "eve"),
        ]
        #expect(refusals.allSatisfy { $0.contains("permission denied") }, "\(refusals)")
    }

    /// Two that failed together part, and nobody's asking makes the pause shorter.
    @Test(arguments: Majors.all) func keepsItsPause(major: Int) async throws {
        let server = try await startDuties(major: major, configuration: withoutReindex)
        try await server.psql("ALTER TABLE duties.jobs RENAME TO gone; SELECT duties.drain_wake()")
        try await server.eventually(
            """
            SELECT bool_or(extract(epoch FROM next_tick - last_error_at) > 1.02 * 2 ^ (errors - 1))
            FROM \(row("drain")) WHERE state = 'failing'
            """)
        try await server.eventually("SELECT bool_and(state = 'failing') FROM \(row("drain"))")
        try await server.psql(
            """
            CREATE TABLE told AS SELECT instance, errors, next_tick FROM \(row("drain"));
            SELECT duties.drain_wake();
            """)
        let then =
            "FROM duties.workers w JOIN public.told t USING (instance) WHERE w.worker = 'drain'"
        try await server.eventually("SELECT bool_and(w.errors > t.errors) \(then)")
        #expect(
            try await server.psql("SELECT bool_and(w.last_error_at >= t.next_tick) \(then)") == "t")
    }

    /// Ticks that a long one took the place of are not made up for.
    @Test(arguments: Majors.all) func skipsWhatItMissed(major: Int) async throws {
        let server = try await startDuties(major: major)
        try await server.set("duties.standby_takes", "3s")
        try await server.eventually("SELECT state = 'working' FROM \(row("standby"))")
        let ticks = try await server.psql("SELECT ticks FROM \(row("standby"))")
        try await server.set("duties.standby_takes", "0s")
        try await server.eventually("SELECT ticks > \(ticks) + 3 FROM \(row("standby"))")
        #expect(
            try await server.psql("SELECT last_duration < '1s' FROM \(row("standby"))") == "t")
        #expect(server.logLines(containing: "standby is late") == [])
    }

    /// A worker that is switched off does nothing at all, and goes on as soon as it may.
    @Test(arguments: Majors.all) func obeysItsSwitch(major: Int) async throws {
        let server = try await startDuties(major: major, configuration: withoutReindex)
        try await server.eventually(state(of: "clean"), equals: "disabled 0 0")
        try await server.eventually("SELECT ticks > 2 FROM \(row("steps"))")
        let pid = try await server.pid(of: "steps")
        try await server.set("duties.steps_enabled", "off")
        try await server.eventually(
            "SELECT state = 'disabled' AND next_tick IS NULL FROM \(row("steps"))")
        let ticks = try await server.psql("SELECT ticks FROM \(row("steps"))")
        try await server.psql("SELECT duties.steps_wake()")
        try await server.sleeps(pid)
        #expect(try await server.psql("SELECT ticks FROM \(row("steps"))") == ticks)
        try await server.set("duties.steps_enabled", "on")
        try await server.eventually("SELECT ticks > \(ticks) FROM \(row("steps"))")
        #expect(try await server.pid(of: "steps") == pid)
    }

    /// Off from the beginning: those whose changes of catalogs everyone is woken for, who would find what they were not woken for.
    private let withoutReindex = ["duties.clean_enabled": "off", "duties.rebuild_enabled": "off"]

    private func count(_ server: TestServer, _ what: String) async throws -> String {
        try await server.psql("SELECT count(*) FROM duties.done WHERE what = '\(what)'")
    }
}

/// A server with the case duties in the database postgres.
func startDuties(
    major: Int, configuration: [String: String] = [:]
) async throws -> TestServer {
    try await liveServer(
        major: major, cases: ["duties"], databases: ["postgres"],
        configuration: ["max_worker_processes": "40"].merging(configuration) { $1 })
}

/// The rows of a worker in the view.
func row(_ worker: String, of schema: String = "duties") -> String {
    "(SELECT * FROM \(schema).workers WHERE worker = '\(worker)') AS told"
}

/// A query for a worker's state, ticks and errors.
func state(of worker: String) -> String {
    "SELECT concat_ws(' ', state, ticks, errors) FROM \(row(worker))"
}

extension TestServer {
    /// The process of a worker.
    func pid(
        of worker: String, of schema: String = "duties", database: String = "postgres"
    ) async throws -> pid_t {
        let query = "SELECT min(pid) AS pid FROM \(row(worker, of: schema))"
        try await eventually("SELECT pid IS NOT NULL FROM (\(query)) AS found", database: database)
        return try #require(pid_t(try await psql(query, database: database)))
    }

    /// Waits for two seconds in which a process does not wake up. Somebody's catalog change may wake anyone once; one that polls
    /// never has them.
    func sleeps(_ pid: pid_t) async throws {
        try await eventually("two seconds without a wake-up") {
            let before = try activity(of: pid)
            try await Task.sleep(for: .seconds(2))
            let after = try activity(of: pid)
            return (before == after, "\(before) \(after)")
        }
    }

    /// How often a process went to sleep, and the ticks of processor time that it took.
    private func activity(of pid: pid_t) throws -> [String] {
        let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        let switches = status.split(separator: "\n").filter { $0.contains("ctxt_switches") }
        let times = try String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
            .split(separator: ")").last?.split(separator: " ").dropFirst(11).prefix(2)
        return try switches.prefix(1).map(String.init) + #require(times).map(String.init)
    }
}
