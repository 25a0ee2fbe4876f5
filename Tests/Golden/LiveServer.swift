import Foundation
import ServerHarness

/// A server with the loader and golden cases, each created in each database.
func liveServer(
    major: Int, cases: [String], databases: [String], configuration: [String: String] = [:]
) async throws -> TestServer {
    var trees: [GeneratedTree] = []
    for name in cases { trees.append(try await GoldenCase.named(name).generated()) }
    let server = try await TestServer.start(
        major: major, installing: [checkout.appending(path: "loader")] + trees.map(\.directory),
        preload: ["dynpgext"], configuration: configuration)
    for database in databases {
        if database != "postgres" { try await server.psql("CREATE DATABASE \(database)") }
        for name in cases { try await server.psql("CREATE EXTENSION \(name)", database: database) }
    }
    return server
}
