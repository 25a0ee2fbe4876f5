import Foundation
import ServerHarness
import Testing

/// A clock that somebody sets back.
@Suite struct ClockTests {
    @Test(arguments: Majors.all) func makesNobodyWait(major: Int) async throws {
        let server = try await liveServer(
            major: major, cases: ["pulse"], databases: ["a"],
            configuration: ["pulse.interval": "50ms"])
        let behind = server.directory.appending(path: "behind")
        try await server.stop()
        try await putClock(into: server, behind: behind)
        try await server.start()
        try await server.eventually("SELECT count > 2 FROM pulse.beats", database: "a")
        let before = try await server.psql("SELECT now()")
        try Data(count: 3600).write(to: behind)
        #expect(try await server.psql("SELECT now() < '\(before)'") == "t")
        // A beat is not due at the time that the clock told.
        let count = try await server.psql("SELECT count FROM pulse.beats", database: "a")
        try await server.eventually("SELECT count > \(count) + 2 FROM pulse.beats", database: "a")
        // Nor does a worker that ended come back then.
        let beat = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'pulse beat'"
        let pid = try #require(pid_t(try await server.psql(beat)))
        try await server.end(pid)
        try Data(count: 7200).write(to: behind)
        try await server.eventually(
            "SELECT count(*) = 1 FROM (\(beat)) AS found WHERE pid <> \(pid)")
        // Its start is told by the clock as it is now.
        try await server.psql("CREATE EXTENSION dynpgext")
        #expect(
            try await server.psql(
                """
                SELECT last_start BETWEEN now() - interval '1min' AND now()
                FROM dynpgext.workers WHERE worker = 'pulse beat'
                """) == "t")
    }

    /// The server's program becomes a script that preloads the clock.
    private func putClock(into server: TestServer, behind: URL) async throws {
        let library = server.directory.appending(path: "clock.so")
        let source = checkout.appending(path: "Tests/Golden/Fixtures/clock/clock.c")
        let made = try await run([
            "gcc", "-shared", "-fPIC", "-DBEHIND=\"\(behind.path)\"", "-o", library.path,
            source.path, "-ldl",
        ])
        try #require(made.status == 0, "\(made.output)")
        let program = server.pgConfig.deletingLastPathComponent().appending(path: "postgres")
        let original = program.appendingPathExtension("original")
        try FileManager.default.moveItem(at: program, to: original)
        try """
        #!/bin/sh
        LD_PRELOAD='\(library.path)' exec '\(original.path)' "$@"

        """.write(to: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: program.path)
    }
}
