import ServerHarness
import Testing

/// What the owner of a database says of its sessions, and who works there.
@Suite struct DatabaseDefaultsTests {
    /// What changes the meaning of statements, or whether they may write.
    private func settings(on major: Int) -> [(String, String, String)] {
        // Since 19 strings conform to the standard in any case.
        (major < 19 ? [("standard_conforming_strings", "off", "on")] : []) + [
            ("default_transaction_read_only", "on", "off"),
            ("default_transaction_deferrable", "on", "off"), ("bytea_output", "escape", "hex"),
            ("datestyle", "'German, DMY'", "ISO, MDY"), ("row_security", "off", "on"),
            ("transform_null_equals", "on", "off"), ("work_mem", "'7MB'", "4MB"),
            ("role", "mallory", "none"),
        ]
    }

    @Test(arguments: Majors.all) func countOnlyOfWhoCouldDoTheWork(major: Int) async throws {
        let settings = settings(on: major)
        let server = try await liveServer(
            major: major, cases: [], databases: [],
            configuration: [
                "dials.pause": "50ms", "duties.interval": "50ms", "max_worker_processes": "30",
            ])
        let trees = [
            try await GoldenCase.named("dials").generated(),
            try await GoldenCase.named("duties").generated(),
        ]
        for tree in trees { try await server.install(tree.directory) }
        try await server.psql(
            "CREATE ROLE alice LOGIN; CREATE ROLE mallory LOGIN; GRANT mallory TO alice")
        try await server.psql("CREATE DATABASE a OWNER alice")
        let seen = (settings.map(\.0) + ["log_min_duration_statement", "dials.level"])
            .map { "current_setting('\($0)', true)" }.joined(separator: ", ")
        try await server.psql(
            """
            CREATE SCHEMA s; CREATE EXTENSION dials SCHEMA s; CREATE EXTENSION duties;
            ALTER TABLE s.looks ADD COLUMN seen text DEFAULT concat_ws(', ', \(seen));
            ALTER TABLE duties.done ADD COLUMN seen text DEFAULT concat_ws(', ', \(seen));
            ALTER DATABASE a SET log_min_duration_statement = '77min';
            ALTER DATABASE a SET dials.level = low;
            """, database: "a")
        // A superuser's settings stay, and so do those of extensions.
        try await server.psql(
            settings.map { "ALTER DATABASE a SET \($0.0) = \($0.1)" }.joined(separator: ";\n"),
            user: "alice")
        try await expect(server, settings.map(\.2) + ["77min", "low"])
        #expect(server.logLines(containing: "read-only transaction").isEmpty)

        // The same of an owner who could do the work anyway.
        try await server.psql(
            """
            ALTER DATABASE a RESET default_transaction_read_only; ALTER DATABASE a RESET role;
            ALTER DATABASE a OWNER TO postgres;
            """)
        try await expect(
            server,
            settings.map { name, own, server in
                ["default_transaction_read_only", "role"].contains(name)
                    ? server : own.filter { $0 != "'" }
            } + ["77min", "low"])
    }

    /// What processes that begin now see, in their transactions and in sessions of theirs.
    private func expect(_ server: TestServer, _ values: [String]) async throws {
        try await server.psql(
            "SET role = none; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'a' AND backend_type ~ 'dials|duties'"
        )
        let list = values.joined(separator: ", ")
        for rows in ["s.looks ORDER BY at", "duties.done WHERE what LIKE 'clean %' ORDER BY id"] {
            try await server.eventually(
                "SET role = none; SELECT seen FROM \(rows) DESC LIMIT 1", database: "a",
                equals: list)
        }
    }
}
