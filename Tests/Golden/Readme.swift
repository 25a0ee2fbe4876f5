import Foundation
import ServerHarness

/// What an example's README tells its reader to do, in its fenced blocks.
struct Readme {
    let example: GoldenCase
    private let blocks: [(language: Substring, text: Substring)]

    init(of example: String) throws {
        self.example = try GoldenCase.named(example)
        guard let directory = self.example.sources else {
            throw HarnessError("\(example) has no README")
        }
        let text = try String(contentsOf: directory.appending(path: "README.md"), encoding: .utf8)
        blocks = text.matches(of: /(?m)^```([a-z]+)\n((?:.*\n)*?)```$/).map { ($0.1, $0.2) }
    }

    /// The lines for postgresql.conf, by name.
    var configuration: [String: String] {
        let lines = self["ini"].flatMap {
            $0.matches(of: /(?m)^([a-z_.]+) = '?([^'#\n]*?)'? *(#.*)?$/)
        }
        return Dictionary(lines.map { (String($0.1), String($0.2)) }) { $1 }
    }

    /// Generates, builds and installs into that server's PostgreSQL, which is the one on PATH.
    func install(into server: TestServer) async throws {
        guard let sources = example.sources else { return }
        let sandbox = try Sandbox()
        let directory = sandbox.directory.appending(path: example.name)
        try FileManager.default.copyItem(at: sources, to: directory)
        var environment = server.environment.filter { !$0.key.hasPrefix("PG") }
        let programs = [server.pgConfig, Sandbox.command].map {
            $0.deletingLastPathComponent().path
        }
        environment["PATH"] = (programs + [environment["PATH"] ?? ""]).joined(separator: ":")
        for block in self["sh"] {
            let result = try await run(
                ["sh", "-ec", block], in: directory, environment: environment)
            guard result.status == 0 else { throw HarnessError("\(block)\(result.output)") }
        }
    }

    /// Runs the SQL in a database.
    func query(_ server: TestServer, database: String) async throws {
        guard !self["sql"].isEmpty else { throw HarnessError("\(example.name) tells no SQL") }
        for block in self["sql"] { try await server.psql(block, database: database) }
    }

    private subscript(language: String) -> [String] {
        blocks.filter { $0.language == language }.map { String($0.text) }
    }
}

/// A server that does what the README of an example tells, up to its SQL, and has a database named after the example.
func exampleServer(
    _ example: String, major: Int, overriding settings: [String: String] = [:]
) async throws -> (TestServer, Readme) {
    let readme = try Readme(of: example)
    let server = try await TestServer(
        prepare: major, configuration: readme.configuration.merging(settings) { $1 })
    try await server.install(checkout.appending(path: "loader"))
    try await readme.install(into: server)
    try await server.start()
    try await server.psql("CREATE DATABASE \(example)")
    return (server, readme)
}
