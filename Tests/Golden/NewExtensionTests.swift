import Foundation
import ServerHarness
import Testing

/// What a newcomer does: `new`, then the commands that it prints.
@Suite struct NewExtensionTests {
    @Test(arguments: Majors.all) func ticks(major: Int) async throws {
        let server = try await TestServer.start(
            major: major, installing: [checkout.appending(path: "loader")], preload: ["dynpgext"])
        let sandbox = try Sandbox()
        let made = try await sandbox.run("new", "ticker")
        let commands = made.stderr.split(separator: "\n").filter { $0.hasPrefix("  ") }
        #expect(commands.count == 3, "\(made.stderr)")

        var environment = cleanEnvironment.merging(server.environment) { $1 }
        let programs = server.pgConfig.deletingLastPathComponent().path
        environment["PATH"] = "\(programs):\(environment["PATH"] ?? "")"
        let result = try await run(
            ["sh", "-ec", commands.joined(separator: "\n")], in: sandbox.directory,
            environment: environment)
        #expect(result.status == 0, "\(result.output)")
        #expect(!result.output.contains("warning"), "\(result.output)")

        try await server.eventually("SELECT count > 1 AND last_at IS NOT NULL FROM ticker.ticks")
        try await server.eventually(
            "SELECT count(*) = 1 FROM pg_stat_activity WHERE backend_type = 'ticker tick'")
        try await server.eventually("the global worker") {
            (server.processes(titled: "ticker watch").count == 1, server.log)
        }
    }

    /// Without a loader the extension loads, and says what is missing.
    @Test(arguments: Majors.all) func saysThatTheLoaderIsMissing(major: Int) async throws {
        let tree = try await GoldenCase.named("ticker").generated()
        let server = try await TestServer.start(major: major, installing: [tree.directory])
        try await server.psql("CREATE EXTENSION ticker")
        let error = try await server.psqlFails("SELECT * FROM ticker.ticks")
        #expect(error.contains("needs a Dynpgext loader"))
        #expect(error.contains("Add \"dynpgext\" to \"shared_preload_libraries\""))
    }
}
