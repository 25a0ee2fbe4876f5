import Foundation
import ServerHarness
import Testing

/// Needs root and the right to mount: the tablespace is a small file system of its own.
@Suite(.enabled("not root, or not allowed to mount a tmpfs") { await canMount() })
struct FullTablespaceTests {
    @Test(arguments: Majors.all) func survivesAFullDisk(major: Int) async throws {
        let server = try await startDuties(major: major)
        let full = server.directory.appending(path: "full")
        try FileManager.default.createDirectory(at: full, withIntermediateDirectories: false)
        try await must("mount", "-t", "tmpfs", "-o", "size=256k,mode=777", "none", full.path)
        do {
            try await fillUp(server, full)
        } catch {
            try await server.stop(.immediate)
            try await must("umount", full.path)
            throw error
        }
        try await server.stop(.fast)
        try await must("umount", full.path)
    }

    private func fillUp(_ server: TestServer, _ full: URL) async throws {
        let pid = try await server.pid(of: "steps")
        try await must("chown", "nobody:nogroup", full.path)
        try await server.psql("CREATE TABLESPACE small LOCATION '\(full.path)'")
        try await server.psql(
            """
            CREATE TABLE duties.large (filler text) TABLESPACE small;
            INSERT INTO duties.plan VALUES ('INSERT INTO duties.large SELECT repeat(md5(i::text), 30) FROM generate_series(1, 50) AS i');
            """)
        try await server.eventually(
            "SELECT last_error LIKE 'could not extend file%No space left on device' AND errors > 2 FROM \(row("steps"))"
        )
        try await server.psql(
            "TRUNCATE duties.plan; DROP TABLE duties.large; DROP TABLESPACE small")
        try await server.eventually("SELECT state = 'idle' FROM \(row("steps"))")
        #expect(try await server.pid(of: "steps") == pid)
    }

    private func must(_ command: String...) async throws {
        let result = try await run(command)
        guard result.status == 0 else { throw HarnessError("\(command): \(result.output)") }
    }
}

/// Whether this process may have a file system of its own.
private func canMount() async -> Bool {
    let mount = ["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"]
    return (try? await run(mount))?.status == 0
}
