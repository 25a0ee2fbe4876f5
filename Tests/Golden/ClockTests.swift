import Foundation
import ServerHarness
import Testing

/// A clock that somebody sets back.
@Suite struct ClockTests {
    @Test(arguments: Majors.all) func ticksOn(major: Int) async throws {
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
