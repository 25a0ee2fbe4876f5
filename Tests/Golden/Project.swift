import Foundation
import ServerHarness

/// A directory that `new` made, which belongs to a user who is not root, and a PostgreSQL with the loader.
struct Project: Sendable {
    let name: String
    let sandbox: Sandbox
    /// Never started: what counts is its private PostgreSQL.
    private let server: TestServer
    private let environment: [String: String]

    init(template: String, major: Int) async throws {
        // A name of its own, to find what it leaves behind.
        name = "p\(UUID().uuidString.prefix(8).lowercased())_\(template)"
        sandbox = try Sandbox()
        server = try await TestServer(prepare: major)
        try await server.install(checkout.appending(path: "loader"))
        var environment = server.environment.filter { !$0.key.hasPrefix("PG") }
        let programs = server.pgConfig.deletingLastPathComponent().path
        environment["PATH"] = "\(programs):\(environment["PATH"] ?? "")"
        self.environment = environment
        let made = try await sandbox.run("new", name, "--template", template)
        guard made.status == 0 else { throw HarnessError("new failed: \(made.output)") }
        guard geteuid() == 0 else { return }
        let owned = try await run(["chown", "-R", "nobody", "."], in: sandbox.directory)
        guard owned.status == 0 else { throw HarnessError(owned.output) }
    }

    /// Runs make, with the `pg_config` that is found on PATH.
    func make(_ target: String, asRoot: Bool = false) async throws -> ProcessResult {
        let user =
            geteuid() == 0 && !asRoot
            ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : []
        return try await run(
            user + ["make", "-s", target], in: sandbox.directory.appending(path: name),
            environment: environment)
    }

    /// What the servers of make have left of themselves.
    func leftovers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/tmp").filter { $0.hasPrefix(name) }
    }
}
