import Foundation
import ServerHarness
import Testing

/// From 0.1 to 0.2 and back on a live server.
@Suite struct VersionsTests {
    @Test(arguments: Majors.all, [false, true]) func updatesAndGoesBack(
        major: Int, hot: Bool
    ) async throws {
        try await updateAndGoBack(major: major, hot: hot, form: .today)
    }

    /// A version that was released before there was a runtime goes on to one that carries it. 19 never ran the old form.
    @Test(arguments: Majors.all.filter { $0 < 19 }, [false, true]) func updatesFromTheOldForm(
        major: Int, hot: Bool
    ) async throws {
        let tempo = try await updateAndGoBack(major: major, hot: hot, form: .withoutRuntime)
        for file in ["tempo_workers.c", "pg_compat.h", "dynpgext.h"] {
            #expect(tempo.sandbox["tempo/\(file)"] == nil, "\(file) is stale")
        }
        #expect(tempo.sandbox["tempo/runtime/worker.c"] != nil)
        #expect(tempo.sandbox["tempo/tempo_hooks.c"] != nil)
    }

    @discardableResult
    private func updateAndGoBack(major: Int, hot: Bool, form: Tempo.Form) async throws -> Tempo {
        let tempo = try await Tempo(hot: hot, form: form)
        let old = try tempo.copy("old")
        let server = try await TestServer.start(
            major: major, installing: [checkout.appending(path: "loader"), old],
            preload: ["dynpgext"], configuration: ["tempo.interval": "21ms"])
        try await server.psql("CREATE DATABASE a")
        let script = try await frozen(on: server)
        try await server.psql("CREATE EXTENSION tempo", database: "a")
        try await server.eventually(
            "SELECT count > 2 AND version = 1 FROM tempo.beats", database: "a")
        let firstAt = try await server.psql("SELECT first_at FROM tempo.beats", database: "a")
        let notedAt = try await server.psql("SELECT first_at FROM tempo.notes", database: "a")
        let oldWorker = try await worker(on: server)

        try await tempo.bump(hot: hot)
        try await server.install(try tempo.copy("new"))
        #expect(try await frozen(on: server) == script)
        let before = try await count(on: server)
        try await server.psql("ALTER EXTENSION tempo UPDATE TO '0.2'", database: "a")
        try await expect(version: 2, since: firstAt, before: before, on: server)
        // The block whose layout is another has memory of its own.
        try await server.eventually(
            "SELECT first_at > '\(notedAt)' FROM tempo.notes", database: "a")
        #expect(!server.isRunning(oldWorker), "the worker of 0.1 still runs")
        #expect(try await worker(on: server) != oldWorker)
        #expect(try await server.psql("SELECT x FROM tempo.come", database: "a") == "0")
        try await server.psqlFails("SELECT * FROM tempo.gone", database: "a")
        try await expectLikeFresh("0.2", on: server)

        // Without a library for each version, the old one comes back before the catalogs do.
        if !hot { try await server.install(old) }
        let newWorker = try await worker(on: server)
        let later = try await count(on: server)
        try await server.psql("ALTER EXTENSION tempo UPDATE TO '0.1'", database: "a")
        try await expect(version: 1, since: firstAt, before: later, on: server)
        #expect(!server.isRunning(newWorker), "the worker of 0.2 still runs")
        #expect(try await server.psql("SELECT x FROM tempo.gone", database: "a") == "0")
        try await expectLikeFresh("0.1", on: server)
        return tempo
    }

    /// One session works with the old and then with the new version; settings are the same in both.
    @Test(arguments: Majors.all) func oneSessionFollows(major: Int) async throws {
        let tempo = try await Tempo(hot: true)
        let server = try await TestServer.start(
            major: major, installing: [checkout.appending(path: "loader"), try tempo.copy("old")],
            preload: ["dynpgext"])
        try await server.psql("CREATE EXTENSION tempo")
        try await server.eventually("SELECT count > 2 FROM tempo.beats")
        try await tempo.bump(hot: true)
        try await server.install(try tempo.copy("new"))

        let look =
            "SELECT tempo.pace(), (SELECT count > 2 FROM tempo.beats), pg_typeof(a), (SELECT x FROM tempo.moved) FROM tempo.notes;"
        let told = try await server.psql(
            """
            \(look)
            ALTER EXTENSION tempo UPDATE TO '0.2';
            \(look)
            ALTER SYSTEM SET tempo.interval = '30ms'; SELECT FROM pg_reload_conf();
            \(until("tempo.pace() = 2000030"))
            SELECT tempo.pace();
            ALTER EXTENSION tempo UPDATE TO '0.1';
            \(look)
            ALTER SYSTEM SET tempo.interval = '40ms'; SELECT FROM pg_reload_conf();
            \(until("tempo.pace() = 1000040"))
            SELECT tempo.pace();
            """)
        #expect(
            told.split(separator: "\n").filter { !$0.isEmpty } == [
                "1000020|t|integer|7", "2000020|t|bigint|0", "2000030", "1000030|t|integer|7",
                "1000040",
            ])
        #expect(server.logLines(containing: "WARNING").isEmpty)
    }

    /// The first version with a library of its own meets one that does not share its settings.
    @Test(arguments: Majors.all) func becomesHotInASession(major: Int) async throws {
        let tempo = try await Tempo(hot: false)
        let server = try await TestServer.start(
            major: major, installing: [checkout.appending(path: "loader"), try tempo.copy("old")],
            preload: ["dynpgext"], configuration: ["tempo.interval": "21ms"])
        try await server.psql("CREATE EXTENSION tempo")
        try await tempo.bump(hot: true)
        try await server.install(try tempo.copy("new"))
        let told = try await server.psqlResult(
            "SELECT tempo.pace(); ALTER EXTENSION tempo UPDATE; SELECT tempo.pace();")
        #expect(told.stdout == "1000021\n2000020\n", "\(told.output)")
        #expect(
            told.stderr.contains(
                "WARNING:  parameter \"tempo.interval\" has its default here until you reconnect"))
        #expect(try await server.psqlResult("SELECT tempo.pace()").output == "2000021\n")
    }

    /// Without a library for each version, a session keeps the one that it has; it never reads what that cannot know.
    @Test(arguments: Majors.all) func anOldSessionIsRefusedWhatChanged(major: Int) async throws {
        let tempo = try await Tempo(hot: false)
        let server = try await TestServer.start(
            major: major, installing: [checkout.appending(path: "loader"), try tempo.copy("old")],
            preload: ["dynpgext"])
        try await server.psql("CREATE EXTENSION tempo")
        try await server.eventually("SELECT count > 2 FROM tempo.beats")
        try await tempo.bump(hot: false)
        let new = try tempo.copy("new")
        // While its session goes on, others install and update.
        let told = try await server.psqlResult(
            """
            SELECT pg_typeof(a) FROM tempo.notes;
            \\! make -s -C \(new.path) PG_CONFIG=\(server.pgConfig.path) with_llvm=no install >/dev/null
            \\! \(server.pgConfig.path.dropLast("pg_config".count))psql -XqAtc "ALTER EXTENSION tempo UPDATE TO '0.2'; SELECT pg_typeof(a) FROM tempo.notes"
            SELECT count > 2 FROM tempo.beats;
            SELECT * FROM tempo.notes;
            """)
        #expect(told.stdout == "integer\nbigint\nt\n", "\(told.output)")
        #expect(
            told.stderr.contains(
                "this view and the loaded library of extension \"tempo\" are of two versions"),
            "\(told.output)")
    }

    /// The worker's process.
    private func worker(on server: TestServer) async throws -> pid_t {
        let query =
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'tempo beat' AND datname = 'a'"
        try await server.eventually("SELECT count(*) = 1 FROM (\(query)) AS found")
        return try #require(pid_t(try await server.psql(query)))
    }

    private func count(on server: TestServer) async throws -> String {
        try await server.psql("SELECT count FROM tempo.beats", database: "a")
    }

    /// The block that stayed goes on where it was, and the one that changed has the version's layout.
    private func expect(
        version: Int, since firstAt: String, before count: String, on server: TestServer
    ) async throws {
        try await server.eventually(
            "SELECT version = \(version) AND count > \(count) AND first_at = '\(firstAt)' FROM tempo.beats",
            database: "a")
        try await server.eventually(
            "SELECT pg_typeof(a), a FROM tempo.notes", database: "a",
            equals: version == 1 ? "integer|1" : "bigint|2")
        let twice = try await server.psql("SELECT a FROM tempo.twice", database: "a")
        #expect(twice == (version == 1 ? "2" : "6"))
        let pace = try await server.psqlResult("SELECT tempo.pace()", database: "a")
        #expect(pace.output == "\(version)000021\n")
    }

    /// What CREATE EXTENSION runs for version 0.1.
    private func frozen(on server: TestServer) async throws -> String {
        let share = try await run([server.pgConfig.path, "--sharedir"]).stdout.dropLast()
        return try String(
            contentsOfFile: "\(share)/extension/tempo--0.1.sql", encoding: .utf8)
    }

    /// The database that came here by updates has what CREATE EXTENSION makes of that version.
    private func expectLikeFresh(_ version: String, on server: TestServer) async throws {
        try await server.psql("DROP DATABASE IF EXISTS fresh")
        try await server.psql("CREATE DATABASE fresh")
        try await server.psql("CREATE EXTENSION tempo VERSION '\(version)'", database: "fresh")
        let updated = try await server.psql(objects, database: "a")
        #expect(updated.split(separator: "\n").count > 15)
        #expect(updated == (try await server.psql(objects, database: "fresh")))
    }

    /// Every member of the extension, its definition and its comment.
    private let objects = """
        SET search_path = '';
        WITH members AS (
            SELECT classid, objid, objsubid FROM pg_catalog.pg_depend
            WHERE refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND deptype = 'e'
              AND refobjid = (SELECT oid FROM pg_catalog.pg_extension WHERE extname = 'tempo'))
        SELECT pg_catalog.pg_describe_object(classid, objid, objsubid),
               pg_catalog.obj_description(objid, (SELECT relname FROM pg_catalog.pg_class WHERE oid = classid)),
               CASE classid WHEN 'pg_catalog.pg_proc'::pg_catalog.regclass
                            THEN pg_catalog.pg_get_functiondef(objid)
                            WHEN 'pg_catalog.pg_class'::pg_catalog.regclass
                            THEN pg_catalog.pg_get_viewdef(objid) END
        FROM members
        UNION ALL
        SELECT attrelid::pg_catalog.regclass || '.' || attname,
               pg_catalog.col_description(attrelid, attnum),
               pg_catalog.format_type(atttypid, atttypmod)
        FROM pg_catalog.pg_attribute
        WHERE attrelid IN (SELECT oid FROM pg_catalog.pg_class WHERE relnamespace = 'tempo'::pg_catalog.regnamespace)
          AND attnum > 0 AND NOT attisdropped
        ORDER BY 1, 2;
        """
}
