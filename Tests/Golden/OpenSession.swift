import Foundation
import ServerHarness

/// A session that does something, and then waits to be told that it may end.
struct OpenSession {
    private let server: TestServer
    /// The session's application_name.
    private let name = UUID().uuidString
    /// Files that tell that it has done it, and that it may end.
    private let done: URL
    private let release: URL
    private let client: Task<ProcessResult, any Error>

    init(_ server: TestServer, database: String, user: String, _ sql: String) {
        self.server = server
        let done = FileManager.default.temporaryDirectory.appending(path: "\(name).done")
        let release = FileManager.default.temporaryDirectory.appending(path: name)
        (self.done, self.release) = (done, release)
        let script = """
            SET application_name = '\(name)';
            \(sql)
            \\! touch '\(done.path)'; until [ -e '\(release.path)' ]; do sleep 0.05; done
            SELECT 'still there';
            """
        client = Task { try await server.psqlResult(script, database: database, user: user) }
    }

    /// Lets it end and gives what psql said; its status is 0 if the session still was there.
    func end() async throws -> ProcessResult {
        _ = FileManager.default.createFile(atPath: release.path, contents: nil)
        let result = try await client.value
        for file in [done, release] { try? FileManager.default.removeItem(at: file) }
        return result
    }

    /// Whether somebody ends it: false if it is there after some seconds.
    func isEnded() async throws -> Bool {
        try await server.eventually("the session to do what it shall") {
            (FileManager.default.fileExists(atPath: done.path), "")
        }
        let mine = "FROM pg_stat_activity WHERE application_name = '\(name)'"
        try? await server.eventually("SELECT count(*) = 0 \(mine)", within: 5)
        return try await end().stderr.contains(
            "terminating connection due to administrator command")
    }
}
