import Foundation
import ServerHarness
import Testing

/// Who may change nothing makes no work, and nothing that a database or a role sets keeps the loader from its own.
@Suite struct HintTests {
    @Test(
        "what fails or is rolled back causes no scan, what succeeds few; and none of it is missed",
        arguments: Majors.all)
    func hintsCostLittle(major: Int) async throws {
        let server = try await startLoader(
            major: major, fixtures: ["rev1", "rev2"],
            configuration: ["log_min_messages": "debug1", "max_prepared_transactions": "2"])
        func scanners() -> Int {
            server.logLines(containing: "starting background worker process \"dynpgext scanner\"")
                .count
        }
        func repeated(_ statement: String, _ count: Int = 300) -> String {
            "\\set ON_ERROR_STOP 0\n" + String(repeating: statement + ";\n", count: count)
        }
        try await server.psql("CREATE ROLE anybody LOGIN")
        try await server.psql("CREATE EXTENSION rev1")
        let both = ["rev1 global||running|1|", "rev1 local|postgres|running|1|"]
        try await server.eventuallyWorkers(of: "rev1", are: both)
        let before = scanners()
        for statement in [
            "ROLLBACK PREPARED 'x'", "COMMIT PREPARED 'x'", "CREATE EXTENSION rev2",
            "DROP EXTENSION rev1", "ALTER EXTENSION rev1 UPDATE", "COMMENT ON EXTENSION rev1 IS ''",
            "DO $$ BEGIN CREATE EXTENSION rev2; EXCEPTION WHEN others THEN NULL; END $$",
            "CREATE DATABASE other", "CREATE TEMP TABLE t(); DROP TABLE t",
        ] {
            _ = try await server.psqlResult(repeated(statement, 100), user: "anybody")
        }
        try await server.psql(repeated("BEGIN; CREATE EXTENSION rev2; ROLLBACK", 50))
        try await server.psql(
            repeated("BEGIN; SAVEPOINT a; CREATE EXTENSION rev2; ROLLBACK TO a; COMMIT", 50))
        // Another one's way through the loader shows that it had time for scans.
        try await server.psql("CREATE EXTENSION rev2")
        try await server.eventuallyWorkers(
            of: "rev2", are: ["rev2 global||running|1|", "rev2 local|postgres|running|1|"])
        #expect(scanners() == before + 1)

        // What succeeds counts, four times a second at most; the last one is the one that matters.
        let middle = scanners()
        let begin = ContinuousClock.now
        try await server.psql(
            repeated("COMMENT ON EXTENSION rev1 IS 'x'")
                + repeated("BEGIN; PREPARE TRANSACTION 'x'; ROLLBACK PREPARED 'x'")
                + "DROP EXTENSION rev2")
        try await server.eventuallyWorkers(of: "rev2", are: [])
        let time = begin.duration(to: .now) / .seconds(1)
        #expect(Double(scanners() - middle) <= time / 0.25 + 2)
        // A subtransaction that ends well changes something.
        try await server.psql("BEGIN; SAVEPOINT a; DROP EXTENSION rev1; RELEASE a; COMMIT")
        try await server.eventuallyWorkers(of: "rev1", are: [])
    }

    @Test(
        "what the cluster, a database or a role sets ends none of the loader's processes",
        arguments: Majors.all)
    func settingsEndNoProcess(major: Int) async throws {
        let server = try await startLoader(
            major: major, fixtures: ["loner", "bad"], configuration: ["exit_on_error": "on"])
        // No conversion leads from the one encoding to the other.
        try await server.psql("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1'")
        for setting in [
            "client_encoding = 'EUC_JP'", "statement_timeout = 1", "lock_timeout = 1",
            "default_transaction_isolation = 'serializable'",
            "default_transaction_read_only = on", "default_transaction_deferrable = on",
            "session_preload_libraries = 'missing'", "role = 'pg_monitor'",
        ] + (major >= 17 ? ["transaction_timeout = 1"] : []) {
            try await server.psql("ALTER DATABASE latin SET \(setting)")
        }
        try await server.psql("ALTER ROLE postgres SET default_transaction_deferrable = on")
        // A serializable transaction that runs would keep a deferrable one waiting.
        let options =
            "-c session_preload_libraries= -c default_transaction_read_only=off -c role=none -c statement_timeout=0"
            + (major >= 17 ? " -c transaction_timeout=0" : "")
        async let session = server.psqlResult(
            "BEGIN ISOLATION LEVEL SERIALIZABLE; CREATE TEMP TABLE t(); SELECT pg_sleep(60)")
        let sleeping = "FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
        try await server.eventually("SELECT count(*) \(sleeping)", equals: "1")
        try await server.psql(
            "SET lock_timeout = 0; CREATE EXTENSION loner",
            database: "dbname=latin client_encoding=LATIN1 options='\(options)'")
        try await server.eventually(
            "SELECT state FROM dynpgext.workers WHERE extension = 'loner'", equals: "running")
        try await server.psql("SELECT pg_terminate_backend(pid) \(sleeping)")
        _ = try await session

        // An ERROR of an extension is not the agent's end.
        try await server.psql("CREATE EXTENSION bad VERSION 'told'")
        try await server.eventually(
            "SELECT state FROM dynpgext.workers WHERE extension = 'bad'", equals: "done")
        #expect(server.logLines(containing: "a worker's callback: told on purpose").count == 1)
        #expect(server.logLines(containing: "(PID").filter { $0.contains("\"dynpgext") }.isEmpty)
    }
}
