import Foundation
import ServerHarness
import Testing

/// Settings of every type and context, and an extension that others than superusers may create and move.
@Suite struct DialsTests {
    @Test(arguments: Majors.all) func followsItsSpec(major: Int) async throws {
        let server = try await liveServer(
            major: major, cases: ["dials"], databases: [],
            configuration: ["dials.pause": "15ms", "dials.buffer": "1MB", "dials.shift": "2.5"])
        let open = try await openExtension()
        try await server.install(open.directory.appending(path: "open"))
        try await server.psql("CREATE ROLE alice LOGIN; CREATE ROLE bob LOGIN")
        try await server.psql("CREATE DATABASE a OWNER alice")
        try await expectAdmission(on: server)
        try await expectSettings(on: server)
        try await expectContexts(on: server)
        try await expectRelocation(on: server)
    }

    /// Trusted: whoever may create objects here; "superuser": false: the same, as nothing in the script needs more.
    private func expectAdmission(on server: TestServer) async throws {
        let refused = try await server.psqlFails(
            "CREATE EXTENSION dials", database: "a", user: "bob")
        #expect(refused.contains("permission denied to create extension \"dials\""))
        try await server.psql(
            "CREATE SCHEMA s; CREATE EXTENSION dials SCHEMA s; CREATE EXTENSION open",
            database: "a", user: "alice")
        try await server.eventually("SELECT turns > 0 FROM s.face", database: "a")
        #expect(
            try await server.psql("SELECT turns > 0 FROM s.face", database: "a", user: "alice")
                == "t")
        // SQL work as the owner sees what the superuser's script has made.
        try await server.eventually(
            "SELECT role FROM s.looks ORDER BY at DESC LIMIT 1", database: "a", equals: "alice")
        try await expectNoEscalation(on: server)
        let needed = try await server.psqlFails("DROP EXTENSION plpgsql", database: "a")
        #expect(needed.contains("extension dials depends on extension plpgsql"), "\(needed)")
    }

    /// The owner's function fits better than the extension's, is called, and can become nobody else.
    private func expectNoEscalation(on server: TestServer) async throws {
        try await server.psql(
            """
            CREATE FUNCTION s.half(bigint) RETURNS bigint LANGUAGE plpgsql AS
            $$BEGIN EXECUTE 'RESET ROLE'; EXECUTE 'ALTER ROLE alice SUPERUSER'; RETURN $1; END$$
            """, database: "a", user: "alice")
        try await server.expectNoEscalation()
        try await server.psql("DROP FUNCTION s.half(bigint)", database: "a", user: "alice")
    }

    /// The defaults, and what the configuration file says, as C sees them.
    private func expectSettings(on server: TestServer) async throws {
        let seen = try await server.psql("SELECT s.dials()", database: "a", user: "alice")
        #expect(seen == "0 2 0.5 2.5 <it's \"so\"\n\\> <> middle 15 1048576 2147483647")
        let types = try await server.psql(
            """
            LOAD 'dials';
            SELECT string_agg(concat_ws(' ', substr(name, 7), vartype, unit, min_val, max_val, enumvals), ', ' ORDER BY name)
            FROM pg_settings WHERE name LIKE 'dials.%'
            """, database: "a")
        #expect(
            types
                == [
                    "armed bool", "buffer integer B 1024 1073741824", "empty string",
                    "label string",
                    "level enum {low,middle,on}", "look_enabled bool",
                    "most integer B 0 2147483647", "pause integer ms 10 2147483647",
                    "ratio real 0 1000", "shift real -1.79769e+308 1.79769e+308",
                    "steps integer 1 64", "turn_enabled bool",
                ].joined(separator: ", "))
    }

    /// Who may set what, and when.
    private func expectContexts(on server: TestServer) async throws {
        let set = """
            SELECT FROM s.dials();
            SET dials.armed = on; SET dials.ratio = 1e-3; SET dials.label = 'mine';
            SET dials.level = 'ON'; SET dials.buffer = '2kB';
            SELECT s.dials();
            """
        let mine = try await server.psql(
            set, database: "dbname=a options='-c dials.shift=7'", user: "alice")
        #expect(mine.hasSuffix("1 2 0.001 7 <mine> <> on 15 2048 2147483647"), "\(mine)")
        try await server.psql("LOAD 'dials'; SET dials.steps = 64", database: "a")
        for (statement, error) in [
            ("dials.steps = 3", "permission denied to set parameter \"dials.steps\""),
            ("dials.pause = '1s'", "parameter \"dials.pause\" cannot be changed now"),
            ("dials.shift = 1", "parameter \"dials.shift\" cannot be set after connection start"),
            ("dials.ratio = 1001", "1001 is outside the valid range"),
            ("dials.buffer = '2GB'", "invalid value for parameter \"dials.buffer\""),
            ("dials.level = 'loud'", "Available values: low, middle, on."),
        ] {
            let said = try await server.psqlFails(
                "SELECT FROM s.dials(); SET \(statement)", database: "a", user: "alice")
            #expect(said.contains(error), "\(statement): \(said)")
        }
    }

    /// ALTER EXTENSION moves the objects; the workers find them in their new place.
    private func expectRelocation(on server: TestServer) async throws {
        try await server.psql(
            "CREATE SCHEMA t; GRANT USAGE ON SCHEMA t TO alice", database: "a")
        let known = try await server.psql("SELECT max(at) FROM s.looks", database: "a")
        try await server.eventually("SELECT max(at) > '\(known)' FROM s.looks", database: "a")
        try await server.psql("ALTER EXTENSION dials SET SCHEMA t", database: "a")
        let before = try await server.psql("SELECT max(at) FROM t.looks", database: "a")
        try await server.eventually("SELECT max(at) > '\(before)' FROM t.looks", database: "a")
        let turns = try await server.psql("SELECT turns FROM t.face", database: "a")
        try await server.eventually("SELECT turns > \(turns) FROM t.face", database: "a")
    }

    /// An extension whose script needs no superuser.
    private func openExtension() async throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write(
            #"{"spec": 1, "extension": {"name": "open", "version": "1", "superuser": false}}"#,
            to: "open/open.json")
        let made = try await sandbox.run("generate", "open")
        guard made.status == 0 else { throw HarnessError(made.output) }
        return sandbox
    }
}
