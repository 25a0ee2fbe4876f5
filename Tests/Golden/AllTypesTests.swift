import ServerHarness
import Testing

/// Every type of field, every kind of block and of connection.
@Suite struct AllTypesTests {
    @Test(arguments: Majors.all) func showsEveryType(major: Int) async throws {
        let server = try await liveServer(major: major)
        try await server.eventually("SELECT a_bool FROM every.locked", database: "a")
        for view in ["locked", "plain"] {
            let values = try await server.psql(
                "SET timezone = 'UTC'; SET bytea_output = 'hex'; SELECT * FROM every.\(view)",
                database: "a")
            #expect(values == expected(n: view == "locked" ? 1 : 2))
        }
        // The global block is the same memory in another database, the local one is not.
        try await server.psql("CREATE DATABASE b")
        try await server.psql("CREATE EXTENSION all_types", database: "b")
        #expect(try await server.psql("SELECT a_int2 FROM every.plain", database: "b") == "-4")
    }

    /// Before anyone has written, a timestamp is null and everything else zero.
    @Test(arguments: Majors.all) func beginsZeroed(major: Int) async throws {
        let server = try await liveServer(
            major: major, configuration: ["all_types.pause": "1h"], createsExtension: false)
        // In the transaction that creates it, no worker has been there.
        let values = try await server.psql(
            "BEGIN; CREATE EXTENSION all_types; SELECT a_timestamptz IS NULL, a_uint8, a_text = '', some_int4 FROM every.locked; ROLLBACK",
            database: "a")
        #expect(values == "t|0|t|{0,0,0}")
    }

    @Test(arguments: Majors.all) func connectsAsTheSpecSays(major: Int) async throws {
        let server = try await liveServer(major: major)
        try await server.psql("CREATE EXTENSION all_types")
        // In "postgres" the named workers as owner and as visitor, and that database's own as visitor.
        try await server.eventually(
            "SELECT string_agg(DISTINCT database || ' ' || role, ', ' ORDER BY database || ' ' || role) FROM every.seen",
            equals: "postgres postgres, postgres visitor")
        try await server.eventually(
            "SELECT string_agg(DISTINCT database || ' ' || role, ', ' ORDER BY database || ' ' || role) FROM every.seen",
            database: "a", equals: "a visitor")
        for line in ["lone is here", "shared is here", "reader is visitor"] {
            try await server.eventually(line) { (!server.logLines(containing: line).isEmpty, "") }
        }
        try await server.eventually("SELECT hits > 0 FROM every.counters")
    }

    /// A database named by a global worker must have the extension, whose owner it runs as.
    @Test(arguments: Majors.all) func waitsForItsDatabase(major: Int) async throws {
        let server = try await liveServer(major: major)
        let message =
            "extension \"all_types\" does not exist in the database of worker \"all_types named\""
        try await server.eventually(message) { (!server.logLines(containing: message).isEmpty, "") }
        try await server.psql("CREATE EXTENSION all_types")
        try await server.eventually("SELECT count(*) > 0 FROM every.seen WHERE role = 'postgres'")
    }

    private func liveServer(
        major: Int, configuration: [String: String] = [:], createsExtension: Bool = true
    ) async throws -> TestServer {
        let server = try await GoldenTests.liveServer(
            major: major, cases: ["all_types"], databases: [],
            configuration: configuration.merging(["max_worker_processes": "32"]) { $1 })
        try await server.psql("CREATE ROLE visitor NOLOGIN")
        try await server.psql("CREATE DATABASE a")
        if createsExtension { try await server.psql("CREATE EXTENSION all_types", database: "a") }
        return server
    }

    private func expected(n: Int) -> String {
        [
            "t", "\(-2 * n)", "-2147483648", "-9223372036854775808", "4294967295",
            "18446744073709551615", "1.5", "-2.25",
            "4294967295", "2000-01-02 00:00:00+00", "grüße", #"\x00010203040506ff"#, "4294967295",
            "18446744073709551615",
            "{f,t,f}", "{-1,0,1}", "{0,100000,200000}", "{0,10000000000,20000000000}",
            "{4294967295,4294967294,4294967293}",
            "{18446744073709551615,18446744073709551614,18446744073709551613}", "{0,0.5,1}",
            "{0,0.25,0.5}", "{0,1,2}",
            #"{"2000-01-02 00:00:00+00","2000-01-03 00:00:00+00","2000-01-04 00:00:00+00"}"#,
            #"{"text 0","text 1","text 2"}"#,
            #"{"\\x0000000000000000","\\x0101010101010101","\\x0202020202020202"}"#, "{0,1,2}",
            "{0,10000000000,20000000000}",
        ].joined(separator: "|")
    }
}
