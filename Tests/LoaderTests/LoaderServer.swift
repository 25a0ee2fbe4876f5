import Foundation
import ServerHarness

/// The loader's sources.
let loaderSources = checkout.appending(path: "loader")

/// Everything that the loader and its fixtures must compile without; under AddressSanitizer if scripts/soak says so.
let strictFlags =
    "COPT=-Wall -Wextra -Wmissing-prototypes -Wno-unused-parameter -Werror"
    + (sanitizer.isEmpty ? "" : " -fsanitize=address -fno-omit-frame-pointer")

/// The command, in words, below which a program of the server runs then.
let sanitizer = (ProcessInfo.processInfo.environment["DYNPGEXT_SANITIZE"] ?? "")
    .split(separator: " ").map(String.init)

/// A running server that preloads the loader, with its views in the database postgres and the fixtures installed.
func startLoader(
    major: Int, fixtures: [String] = ["rev1"], configuration: [String: String] = [:]
) async throws -> TestServer {
    let ours = ["shared_preload_libraries": "dynpgext", "max_worker_processes": "20"]
    let server = try await TestServer(
        prepare: major, configuration: ours.merging(configuration) { _, given in given })
    try await server.install(loaderSources, make: [strictFlags])
    for fixture in fixtures { try await server.installFixture(fixture) }
    try await server.start()
    try await server.psql("CREATE EXTENSION dynpgext")
    return server
}

extension TestServer {
    /// Builds and installs one of the extensions beside these tests.
    func installFixture(_ name: String) async throws {
        try await install(
            checkout.appending(path: "Tests/LoaderTests/Fixtures"),
            make: ["-C", name, "LOADER=\(loaderSources.path)", strictFlags])
    }

    /// Waits until the workers of an extension that the view shows are these, each as "worker|database|state|starts|last_exit".
    func eventuallyWorkers(of name: String, are expected: [String]) async throws {
        try await eventually(
            """
            SELECT worker, database, state, starts, last_exit FROM dynpgext.workers
            WHERE extension = '\(name)' ORDER BY worker, database
            """, equals: expected.joined(separator: "\n"))
    }

    /// A number in a block, empty if the lookup gave NULL.
    func field(_ field: String, of block: String, database: String = "postgres") async throws
        -> String
    {
        let name = block.prefix { $0 != ":" }
        return try await psql(
            "SELECT \(name)_field('\(block)', '\(field)')", database: database)
    }

    /// The least time that it takes, of some tries on a busy machine, from the end of a statement until the worker of a
    /// database starts; the statement may fail.
    func quickestStart(
        _ tries: [(after: String, database: String)]
    ) async throws -> Double {
        var quickest = Double.infinity
        for (statement, database) in tries where quickest >= 1 {
            let moment = try await psqlResult(
                "\\set ON_ERROR_STOP 0\n\(statement);\nSELECT clock_timestamp()"
            ).stdout.trimmingCharacters(in: .newlines)
            try await eventually("a worker after \(statement)") {
                let seconds = try await psql(
                    """
                    SELECT extract(epoch FROM last_start - timestamptz '\(moment)')
                    FROM dynpgext.workers WHERE database = '\(database)' AND state = 'running'
                    """)
                quickest = min(quickest, Double(seconds) ?? quickest)
                return (!seconds.isEmpty, seconds)
            }
        }
        return quickest
    }

    /// Makes the worker that uses a block leave with an exit code; with -2 it leaves with 0 when it is told to.
    func exitWorker(of block: String, with code: Int, database: String = "postgres") async throws {
        let name = block.prefix { $0 != ":" }
        try await psql("SELECT \(name)_exit('\(block)', \(code))", database: database)
    }
}
