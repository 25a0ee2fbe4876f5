import Foundation
import ServerHarness

/// An extension's directory that belongs to a user who is not root, and a PostgreSQL with the loader.
struct Project: Sendable {
    let name: String
    let sandbox: Sandbox
    /// Never started: what counts is its private PostgreSQL.
    private let server: TestServer
    private let environment: [String: String]

    /// What `new` makes.
    init(template: String, major: Int) async throws {
        // A name of its own, to find what it leaves behind.
        let name = "p\(UUID().uuidString.prefix(8).lowercased())_\(template)"
        let sandbox = try Sandbox()
        let made = try await sandbox.run("new", name, "--template", template)
        guard made.status == 0 else { throw HarnessError("new failed: \(made.output)") }
        try await self.init(name, in: sandbox, major: major)
    }

    init(_ golden: GoldenCase, major: Int) async throws {
        try await self.init(golden.name, in: golden.generated().sandbox, major: major)
    }

    private init(_ name: String, in sandbox: Sandbox, major: Int) async throws {
        self.name = name
        self.sandbox = sandbox
        server = try await TestServer(prepare: major)
        try await server.install(checkout.appending(path: "loader"))
        var environment = server.environment.filter { !$0.key.hasPrefix("PG") }
        let programs = server.pgConfig.deletingLastPathComponent().path
        environment["PATH"] = "\(programs):\(environment["PATH"] ?? "")"
        self.environment = environment
        guard geteuid() == 0 else { return }
        let owned = try await run(["chown", "-R", "nobody", "."], in: sandbox.directory)
        guard owned.status == 0 else { throw HarnessError(owned.output) }
    }

    /// Runs make, with the `pg_config` that is found on PATH.
    func make(_ target: String, asRoot: Bool = false) async throws -> ProcessResult {
        try await run(
            user(asRoot) + ["make", "-s", target], in: sandbox.directory.appending(path: name),
            environment: environment)
    }

    /// Does something while the server of make runs, with the directory of its socket.
    func besideServer(
        asRoot: Bool, _ work: @Sendable @escaping (_ socket: String) async throws -> Void
    ) async throws {
        let fifo = sandbox.directory.appending(path: "end").path
        let place = sandbox.directory.appending(path: "place").path
        let command = "echo $PGHOST >\(place).new; mv \(place).new \(place); read end <\(fifo)"
        guard mkfifo(fifo, 0o644) == 0 else { throw HarnessError("no FIFO") }
        // Open for both, so that nobody waits for the other end.
        let end = try FileHandle(forUpdating: URL(filePath: fifo))
        async let made = run(
            user(asRoot) + ["sh", "test/server.sh", "pg_config", "make", command],
            in: sandbox.directory.appending(path: name), environment: environment)
        let deadline = ContinuousClock.now + .seconds(60)
        while sandbox["place"] == nil, .now < deadline {
            try await Task.sleep(for: .milliseconds(20))
        }
        let socket = sandbox["place"]?.trimmingCharacters(in: .newlines)
        let worked = await Result { if let socket { try await work(socket) } }
        try end.write(contentsOf: Data("\n".utf8))
        let result = try await made
        guard socket != nil, result.status == 0 else { throw HarnessError(result.output) }
        try worked.get()
    }

    private func user(_ asRoot: Bool) -> [String] {
        geteuid() == 0 && !asRoot
            ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : []
    }

    /// What the servers of make have left of themselves.
    func leftovers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/tmp").filter { $0.hasPrefix(name) }
    }
}

extension Result where Failure == any Error {
    /// What some work gives, or throws.
    fileprivate init(_ work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
