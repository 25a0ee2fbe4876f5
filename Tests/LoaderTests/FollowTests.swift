import Foundation
import ServerHarness
import Testing

/// Whatever statement changes the catalogs, in whatever company: workers, init and fini follow what is committed.
@Suite struct FollowTests {
    private let both = ["rev1 global||running|1|", "rev1 local|postgres|running|1|"]

    @Test(
        "row 04: fini runs once for each removal or upgrade, whatever statement caused it, after the workers are gone",
        arguments: Majors.all)
    func finiRunsOnce(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["rev1", "rev2"])
        func expectFinis(_ count: Int, of version: String = "1") async throws {
            try await server.eventually("fini of version \(version)") {
                let lines = server.logLines(containing: "fini of rev1 \(version)")
                return (lines.count == count, "\(lines.count) instead of \(count)")
            }
        }
        try await server.psql("CREATE ROLE owner SUPERUSER; CREATE DATABASE doomed")
        try await server.psql("SET ROLE owner; CREATE EXTENSION rev1")
        try await server.eventuallyWorkers(of: "rev1", are: both)
        let slow = try #require(server.processes(titled: "rev1 local").first)
        try server.send(SIGSTOP, to: slow)
        try await server.psql("DROP OWNED BY owner")
        // Another one's way through the loader shows that it had time for a wrong end.
        try await server.psql("CREATE EXTENSION rev2")
        try await server.eventuallyWorkers(
            of: "rev2", are: ["rev2 global||running|1|", "rev2 local|postgres|running|1|"])
        #expect(server.logLines(containing: "fini of").isEmpty)
        try server.send(SIGCONT, to: slow)
        try await expectFinis(1)

        try await server.psql("CREATE EXTENSION rev1", database: "doomed")
        try await server.eventuallyWorkers(
            of: "rev1", are: [both[0], "rev1 local|doomed|running|1|"])
        try await server.psql("DROP DATABASE doomed")
        try await expectFinis(2)

        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventuallyWorkers(of: "rev1", are: both)
        try await server.psql("ALTER EXTENSION rev1 UPDATE TO '2'")
        try await expectFinis(3)
        try await server.eventuallyWorkers(of: "rev1", are: both)
        try await server.psql("BEGIN; DROP EXTENSION rev1; DROP EXTENSION rev2; COMMIT")
        try await expectFinis(1, of: "2")
        try await server.eventually("fini of another one, dropped in the same transaction") {
            (server.logLines(containing: "fini of rev2 1").count == 1, "")
        }
        try await expectFinis(3)

        // Whose files are gone cannot be told.
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventuallyWorkers(of: "rev1", are: both)
        try await server.shell("rm \"$(find . -name rev1.so)\"")
        try await server.psql("DROP EXTENSION rev1")
        try await server.eventually("the log tells") {
            let lines = server.logLines(
                containing: "its library is gone, so _Dynpgext_fini was not called")
            return (lines.count == 1, "\(lines.count)")
        }
        try await expectFinis(3)
    }

    @Test(
        "row 05: CASCADE, several changes in one transaction, savepoints; row 23: what is skipped is logged once",
        arguments: Majors.all)
    func whatIsCommittedCounts(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["rev1", "rev2"])
        try await server.shell(
            """
            cd "$(dirname "$(find . -name rev1.control)")" && : >carrier--1.sql &&
            printf "requires = 'rev1'\\ndefault_version = '1'\\n" >carrier.control
            """)
        try await server.psql("CREATE DATABASE other")
        for database in ["postgres", "other"] {
            try await server.psql("CREATE EXTENSION carrier CASCADE", database: database)
        }
        try await server.eventuallyWorkers(
            of: "rev1", are: [both[0], "rev1 local|other|running|1|", both[1]])
        try await server.psql(
            """
            BEGIN;
            DROP EXTENSION carrier;
            ALTER EXTENSION rev1 UPDATE TO '2';
            SAVEPOINT a; DROP EXTENSION rev1; ROLLBACK TO a;
            SAVEPOINT b; CREATE EXTENSION rev2; DROP EXTENSION rev2; RELEASE b;
            CREATE EXTENSION rev2 VERSION '2';
            COMMIT;
            """)
        try await server.eventually(
            """
            SELECT string_agg(concat_ws(' ', worker, version, database, state), ',' ORDER BY worker, version)
            FROM dynpgext.workers
            """,
            equals: "rev1 global 1 running,rev1 global 2 running,rev1 local 1 other running,"
                + "rev1 local 2 postgres running,rev2 global 2 running,rev2 local 2 postgres running"
        )
        for (name, why) in [
            "carrier": "its control file names no library",
            "plpgsql": "its library does not export _Dynpgext_magic",
        ] {
            let line = "dynpgext leaves extension \"\(name)\" alone: \(why)"
            #expect(server.logLines(containing: line).count == 1)
        }
    }

    @Test(
        "databases without connections, and invalid ones, are skipped, and why; no scanner waits, and no process of the loader stays in a database",
        arguments: Majors.all)
    func unusableDatabasesAreLeftAlone(major: Int) async throws {
        let server = try await startLoader(
            major: major, configuration: ["dynpgext.check_interval": "1s"])
        try await server.psql("CREATE DATABASE other")
        try await server.psql("CREATE EXTENSION rev1", database: "other")
        func expect(_ workers: Int, because reason: String) async throws {
            try await server.eventually(
                "SELECT reason FROM dynpgext.databases WHERE database = 'other'", equals: reason)
            try await server.eventually(
                "SELECT count(*) FROM dynpgext.workers WHERE state = 'running'",
                equals: "\(workers)")
        }
        try await expect(2, because: "")
        // By a statement, which is noticed at once, and behind the loader's back.
        for (change, undo, reason) in [
            (
                "ALTER DATABASE other ALLOW_CONNECTIONS false",
                "ALTER DATABASE other ALLOW_CONNECTIONS true",
                "the database takes no connections"
            ),
            (
                "UPDATE pg_database SET datconnlimit = -2 WHERE datname = 'other'",
                "UPDATE pg_database SET datconnlimit = -1 WHERE datname = 'other'",
                "the database is invalid"
            ),
            (
                "UPDATE pg_database SET datistemplate = true WHERE datname = 'other'",
                "UPDATE pg_database SET datistemplate = false WHERE datname = 'other'",
                "the database is a template"
            ),
        ] {
            try await server.psql(change)
            try await expect(0, because: reason)
            try await server.psql(undo)
            try await expect(2, because: "")
        }

        // The periodic look reads pg_database alone.
        try await server.psql(
            "UPDATE pg_extension SET extversion = '2' WHERE extname = 'rev1'", database: "other")
        try await server.psql("CREATE DATABASE third")
        try await server.eventually(
            "SELECT scanned FROM dynpgext.databases WHERE database = 'third'", equals: "t")
        #expect(try await server.psql("SELECT DISTINCT version FROM dynpgext.workers") == "1")

        // A scanner waits for no lock longer than a second, and others are served meanwhile.
        async let session = server.psqlResult(
            "BEGIN; LOCK pg_extension IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(60)",
            database: "other")
        try await server.eventually(
            "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted AND relation = 'pg_extension'::regclass AND database <> 0",
            equals: "1")
        try await server.psql("SELECT dynpgext.reload()")
        try await expect(2, because: "the catalog could not be read, see the log")
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventually(
            "SELECT count(*) FROM dynpgext.workers WHERE database = 'postgres' AND state = 'running'",
            equals: "1")
        try await server.psql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'other' AND query LIKE '%pg_sleep%'"
        )
        _ = try await session
        try await server.eventually(
            "SELECT version FROM dynpgext.workers WHERE database = 'other'", equals: "2", within: 30
        )
        // And no process of the loader stays in a database.
        try await server.eventually(
            "SELECT count(*), count(datid) FROM pg_stat_activity WHERE backend_type LIKE 'dynpgext%'",
            equals: "1|0")
    }

    @Test(
        "row 06: the new version's workers start when the old one's are gone", arguments: Majors.all
    )
    func aStuckWorkerHoldsTheNewVersionBack(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE EXTENSION rev1")
        try await server.eventuallyWorkers(of: "rev1", are: both)
        let stuck = try #require(server.processes(titled: "rev1 local").first)
        try server.send(SIGSTOP, to: stuck)
        try await server.psql("ALTER EXTENSION rev1 UPDATE TO '2'")
        try await server.eventually(
            "SELECT version, state, reason FROM dynpgext.workers WHERE worker = 'rev1 local' ORDER BY 1",
            equals: "1|stopping|\n2|waiting|another version still runs")
        // The other one's way shows that there was time for a wrong start.
        try await server.eventually(
            "SELECT version, state FROM dynpgext.workers WHERE worker = 'rev1 global'",
            equals: "2|running")
        #expect(server.processes(titled: "rev1 local") == [stuck])
        try server.send(SIGCONT, to: stuck)
        try await server.eventuallyWorkers(of: "rev1", are: both)
        #expect(try await server.psql("SELECT DISTINCT version FROM dynpgext.workers") == "2")
    }

    @Test(
        "row 10: restarts wait, twice as long each time up to a minute, and not all equally long",
        arguments: Majors.all)
    func restartsWaitLongerEachTime(major: Int) async throws {
        let server = try await startLoader(major: major)
        try await server.psql("CREATE EXTENSION rev1")
        for starts in 1...7 {
            try await server.eventually(
                "SELECT starts FROM dynpgext.workers WHERE worker = 'rev1 local' AND state = 'running'",
                equals: "\(starts)", within: 60)
            try await server.exitWorker(of: "rev1:local", with: 1)
            let pause = min(1 << (starts - 1), 60)
            // A quarter more at most, and the look at it may come a little late.
            try await server.eventually(
                """
                SELECT extract(epoch FROM next_start - clock_timestamp()) BETWEEN \(pause) - 0.5 AND \(pause) * 1.25
                FROM dynpgext.workers WHERE worker = 'rev1 local' AND reason = 'waits to be restarted'
                """)
        }
        try await server.psql("SELECT dynpgext.restart('postgres', 'rev1')")
        try await server.eventually(
            "SELECT state FROM dynpgext.workers WHERE worker = 'rev1 local'", equals: "running",
            within: 2)

        // Two whose ends are noticed at the same time return one after the other.
        try await server.eventually(
            "SELECT count(*) FROM dynpgext.workers WHERE state = 'running'", equals: "2")
        let supervisor = try #require(server.processes(titled: "dynpgext supervisor").first)
        try server.send(SIGSTOP, to: supervisor)
        for block in ["rev1:local", "rev1:global"] {
            try await server.exitWorker(of: block, with: 1)
        }
        try await server.eventually("both have left") {
            let left = server.processes(titled: "rev1 ")
            return (left.isEmpty, "\(left)")
        }
        try server.send(SIGCONT, to: supervisor)
        try await server.eventually(
            """
            SELECT count(*), count(DISTINCT next_start) FROM dynpgext.workers
            WHERE reason = 'waits to be restarted'
            """, equals: "2|2")
    }
}

extension TestServer {
    /// Runs a line of shell in the server's own tree; throws if it fails.
    func shell(_ line: String) async throws {
        let result = try await run(["sh", "-c", line], in: tree)
        guard result.status == 0 else { throw HarnessError("\(line) failed: \(result.output)") }
    }
}
