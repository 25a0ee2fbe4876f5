import Foundation
import ServerHarness
import Testing

/// Each example does its job on a server that was set up with the commands of its README.
@Suite struct ExampleTests {
    /// The majors whose private copy has contrib: the wheel of 13 has none.
    private static let withContrib = Majors.all.filter { $0 > 13 }

    /// The two that have tests of their own: their commands, once.
    @Test(arguments: ["hello_world", "pulse"]) func readme(example: String) async throws {
        let (server, readme) = try await exampleServer(example, major: Majors.newest)
        try await readme.query(server, database: example)
    }

    @Test(arguments: withContrib) func statSnapshots(major: Int) async throws {
        let example = "stat_snapshots"
        let (server, readme) = try await exampleServer(example, major: major)
        func sql(_ text: String) async throws { try await server.psql(text, database: example) }
        func eventually(_ text: String) async throws {
            try await server.eventually(text, database: example)
        }
        try await readme.query(server, database: example)

        // What a statement did from one snapshot to the next, and not since the statistics began.
        let mark = "SELECT count(*) AS mark FROM pg_class;"
        let calls =
            "(SELECT string_agg(calls::text, ' ' ORDER BY at) FROM activity WHERE query LIKE '% AS mark %')"
        let path = "SET search_path = stat_snapshots;"
        for (round, expected) in [(3, "3"), (2, "3 2")] {
            try await sql(String(repeating: mark, count: round))
            try await sql("SELECT stat_snapshots.take_wake()")
            try await eventually("\(path) SELECT \(calls) = '\(expected)'")
        }
        // A statement that has not run again takes no room.
        try await sql("SELECT stat_snapshots.take_wake()")
        try await eventually("\(path) SELECT ticks >= 4 FROM workers WHERE worker = 'take'")
        try await eventually("\(path) SELECT \(calls) = '3 2'")
        try await sql("SELECT pg_stat_statements_reset();\(mark)SELECT stat_snapshots.take_wake()")
        try await eventually("\(path) SELECT \(calls) = '3 2 1'")

        try await sql(
            """
            INSERT INTO stat_snapshots.queries VALUES (1, 'long ago');
            INSERT INTO stat_snapshots.snapshots VALUES (now() - interval '31 days', 10, 1, 1, true, 1, 1, 1, 1, 1, 1);
            SELECT stat_snapshots.trim_wake()
            """)
        try await eventually("\(path) SELECT NOT EXISTS (SELECT FROM queries WHERE queryid = 1)")
        try await eventually("\(path) SELECT \(calls) = '3 2 1'")

        // Nothing here depends on pg_stat_statements; without it the worker says what is missing, and tries again.
        try await sql("DROP EXTENSION pg_stat_statements; SELECT stat_snapshots.take_wake()")
        try await eventually(
            "\(path) SELECT state = 'failing' AND last_error LIKE '%does not exist%' FROM workers WHERE worker = 'take'"
        )
        try await sql("CREATE SCHEMA \"Odd\"; CREATE EXTENSION pg_stat_statements SCHEMA \"Odd\"")
        try await eventually("\(path) SELECT state = 'idle' FROM workers WHERE worker = 'take'")
    }

    @Test(arguments: Majors.all) func statExport(major: Int) async throws {
        let example = "stat_export"
        let (server, readme) = try await exampleServer(
            example, major: major, overriding: ["stat_export.interval": "50ms"])
        try await server.psql(
            #"CREATE TABLE "odd ""name\" AS SELECT 1 AS a"#, database: example)
        try await readme.query(server, database: example)
        let oid = try await server.psql(
            "SELECT oid FROM pg_database WHERE datname = current_database()", database: example)
        let directory = server.directory.appending(path: "data/stat_export")

        func value(_ metric: String) throws -> Double? {
            let file = try? String(
                contentsOf: directory.appending(path: "\(oid).prom"), encoding: .utf8)
            let line = file?.split(separator: "\n").first { $0.hasPrefix(metric) }
            return line?.split(separator: " ").last.flatMap { Double($0) }
        }
        let odd = #"{datname="stat_export",schemaname="public",relname="odd \"name\\"}"#
        let scans = "pg_stat_user_tables_seq_scan\(odd) "
        try await server.eventually("the table in the file") {
            (try value(scans) != nil, "\(server.log.suffix(500))")
        }
        let before = try value(scans) ?? 0
        try await server.psql(#"SELECT * FROM "odd ""name\""#, database: example)
        try await server.eventually("one more scan") {
            (try value(scans) == before + 1, "\(String(describing: try value(scans)))")
        }
        let commits = try await server.psql(
            "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()",
            database: example)
        try await server.eventually("as many commits as the server counts") {
            let exported = try value("pg_stat_database_xact_commit")
            return (
                try exported ?? 0 >= #require(Double(commits)), "\(String(describing: exported))"
            )
        }

        // What a reader of the format needs: each line is a sample or says what the next ones are.
        try await server.stop()
        let text = try String(contentsOf: directory.appending(path: "\(oid).prom"), encoding: .utf8)
        for line in text.split(separator: "\n") {
            #expect(
                line.wholeMatch(
                    of: /# (HELP|TYPE) [a-z_]+ .+|[a-z_]+\{([a-z]+="[^\n]*",?)+\} [-+0-9.e]+/)
                    != nil,
                "\(line)")
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["\(oid).prom"])
    }

    @Test(arguments: Majors.all) func reindexInvalid(major: Int) async throws {
        let example = "reindex_invalid"
        let (server, readme) = try await exampleServer(
            example, major: major, overriding: ["reindex_invalid.interval": "50ms"])
        // Three that failed. The duplicates of "good" are gone, those of "stuck" are not, and "busy" is about to be built.
        for table in ["stuck", "good", "busy"] {
            try await server.psql(
                "CREATE TABLE \(table)_table AS SELECT 1 AS a FROM generate_series(1, 2)",
                database: example)
            try await server.psqlFails(
                "CREATE UNIQUE INDEX CONCURRENTLY \(table) ON \(table)_table (a)", database: example
            )
        }
        try await server.psql("DELETE FROM good_table WHERE ctid = '(0,1)'", database: example)
        let building = OpenSession(
            server, database: example, user: "postgres",
            "BEGIN; LOCK busy_table IN SHARE UPDATE EXCLUSIVE MODE;")
        try await server.eventually(
            "SELECT count(*) = 1 FROM pg_locks WHERE mode = 'ShareUpdateExclusiveLock'")
        try await readme.query(server, database: example)

        try await server.eventually(
            "SELECT indisvalid FROM pg_index WHERE indexrelid = 'good'::regclass", database: example
        )
        try await server.eventually(
            "SELECT is_valid_now FROM reindex_invalid.history WHERE name = 'public.good'",
            database: example)
        // The one that cannot be rebuilt is tried once, what that leaves is dropped, and the worker goes on.
        try await server.eventually(
            """
            SELECT string_agg(command, '; ' ORDER BY at) = 'REINDEX INDEX CONCURRENTLY public.stuck; '
                'DROP INDEX CONCURRENTLY public.stuck_ccnew' FROM reindex_invalid.history WHERE name LIKE '%stuck%'
            """, database: example)
        try await server.eventually(
            "SELECT to_regclass('stuck_ccnew') IS NULL", database: example)
        try await server.eventually(
            """
            SELECT state = 'idle' AND errors = 1 AND last_error = 'could not create unique index "stuck_ccnew"'
            FROM reindex_invalid.workers
            """, database: example)
        #expect(
            try await server.psql(
                "SELECT count(*) FROM reindex_invalid.attempts WHERE name LIKE '%busy'",
                database: example) == "0")
        _ = try await building.end()
        try await server.eventually(
            "SELECT count(*) = 1 FROM reindex_invalid.attempts WHERE name = 'public.busy'",
            database: example)
    }

    @Test(arguments: Majors.all) func idleKiller(major: Int) async throws {
        let example = "idle_killer"
        let (server, readme) = try await exampleServer(
            example, major: major,
            overriding: [
                "idle_killer.interval": "50ms", "idle_killer.idle": "300ms",
                "idle_killer.idle_in_transaction": "300ms",
            ])
        try await server.psql("CREATE ROLE joe LOGIN")
        try await readme.query(server, database: example)

        async let working = server.psqlResult(
            "SELECT pg_sleep(2)", database: example, user: "joe")
        let elsewhere = OpenSession(server, database: "postgres", user: "joe", "BEGIN;")
        let superuser = OpenSession(server, database: example, user: "postgres", "BEGIN;")
        let idle = OpenSession(server, database: example, user: "joe", "SELECT 1;")
        let inTransaction = OpenSession(
            server, database: example, user: "joe", "BEGIN; SELECT 2;")
        let failed = OpenSession(
            server, database: example, user: "joe", "\\unset ON_ERROR_STOP\nBEGIN; SELECT 1/0;")
        for session in [idle, inTransaction, failed] {
            #expect(
                try await session.isEnded(), "a session of joe that was idle for too long lives on")
        }
        try await server.eventually(
            """
            SELECT string_agg(DISTINCT state, ', ' ORDER BY state) FROM idle_killer.ended
            WHERE usename = 'joe' AND idle_for > '300ms'
            """, database: example,
            equals: "idle, idle in transaction, idle in transaction (aborted)")
        for session in [elsewhere, superuser] { #expect(try await session.end().status == 0) }
        #expect(try await working.status == 0, "a session that worked was ended")
        #expect(
            try await server.psql(
                "SELECT count(*) FROM idle_killer.ended WHERE usename <> 'joe'", database: example)
                == "0")

        try await server.psql(
            """
            INSERT INTO idle_killer.ended VALUES (now() - interval '8 days', 1, 'long ago', '', null, 'idle', '1s');
            SELECT idle_killer.forget_wake()
            """, database: example)
        try await server.eventually(
            "SELECT count(*) > 0 AND bool_and(usename = 'joe') FROM idle_killer.ended",
            database: example)
        try await server.eventually(
            "SELECT bool_and(errors = 0 AND state = 'idle') FROM idle_killer.workers",
            database: example)
    }
}
