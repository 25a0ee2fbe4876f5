extension TestServer {
    /// A standby that streams from this server, in place of the fresh server that it was once the same extensions are
    /// installed there.
    package func startStandby(
        installing install: (TestServer) async throws -> Void
    ) async throws -> TestServer {
        let standby = try await TestServer(prepare: major, beside: self)
        try await install(standby)
        let copy = """
            rm -rf data
            "$(dirname "$PG_CONFIG")"/pg_basebackup -D data -R -c fast -h \(directory.path)/socket &&
            echo "unix_socket_directories = '\(standby.directory.path)/socket'" >>data/postgresql.conf &&
            { [ "$(id -u)" != 0 ] || chown -R nobody:nogroup data; }
            """
        let copied = try await run(
            ["sh", "-c", copy], in: standby.directory, environment: standby.environment)
        guard copied.status == 0 else { throw HarnessError(copied.output) }
        try await standby.start()
        return standby
    }

    /// Makes a primary of this standby; what is given is done when it has been asked.
    package func promote(_ meanwhile: () throws -> Void = {}) async throws {
        // One that waited would keep a snapshot, which replay could wait for.
        try await psql("SELECT pg_promote(wait => false)")
        try meanwhile()
        try await eventually("SELECT NOT pg_is_in_recovery()")
    }
}
