import Foundation

/// A throw-away PostgreSQL server on a private copy of its tree; it ends with its last user, or with this process.
package final class TestServer: Sendable {
    package let major: Int
    /// The temporary directory that holds everything of this server: pg, data, log, and the socket in socket.
    /// Only the last is the server's user's own, with data.
    package let directory: URL
    /// The pg_config of the private copy: what is installed with it is seen by this server only.
    package let pgConfig: URL
    /// The private copy: all of bin, lib and share is below it, wherever the major's own tree has them.
    package var tree: URL { directory.appending(path: "pg") }
    /// For programs that shall talk to this server: PGHOST, PGUSER, PG_CONFIG, LD_LIBRARY_PATH and no foreign PG*.
    package let environment: [String: String]

    private let serverGuard: ServerGuard
    private let slot: ServerSlot

    /// How a server is told to stop, as in pg_ctl.
    package enum StopMode: String, Sendable { case smart, fast, immediate }

    /// Copies the tree and makes a data directory; `start()` starts it. May wait until other tests' servers are gone; not
    /// for long if another server of the same test is idle meanwhile.
    package init(
        prepare major: Int, configuration: [String: String] = [:], beside other: TestServer? = nil
    ) async throws {
        let original = try Majors.pgConfig(major)
        self.major = major
        slot = await ServerSlot.wait(first: other != nil)
        serverGuard = try ServerGuard(pgConfig: original, settings: configuration)
        let prepared = try await serverGuard.ask(nil)
        guard prepared.count == 3, prepared[0] == "prepared" else {
            throw HarnessError("server script said \(prepared) instead of its directory")
        }
        directory = URL(fileURLWithPath: prepared[1])
        pgConfig = URL(fileURLWithPath: prepared[2])
        let tree = pgConfig.deletingLastPathComponent().deletingLastPathComponent()
        let ours = [
            "PGHOST": "\(prepared[1])/socket", "PGUSER": "postgres", "PGDATABASE": "postgres",
            "PG_CONFIG": pgConfig.path,
            "LD_LIBRARY_PATH": tree.appending(path: "lib").path,
        ]
        environment = cleanEnvironment.merging(ours) { _, new in new }
    }

    /// A running server that has the sources' libraries installed and preloads those that are named.
    package static func start(
        major: Int, installing sources: [URL] = [], preload: [String] = [],
        configuration: [String: String] = [:]
    ) async throws -> TestServer {
        let preloading = ["shared_preload_libraries": preload.joined(separator: ",")]
        let server = try await TestServer(
            prepare: major, configuration: preloading.merging(configuration) { _, given in given })
        for source in sources { try await server.install(source) }
        try await server.start()
        return server
    }

    /// Starts the server and waits until it accepts connections; throws with the log if it does not.
    package func start() async throws {
        do {
            _ = try await serverGuard.ask("start")
        } catch {
            throw HarnessError("\(error)\(logTail)")
        }
    }

    /// Stops the server and tells how long that took; throws if it still runs after a minute.
    @discardableResult
    package func stop(_ mode: StopMode = .fast) async throws -> Duration {
        let begin = ContinuousClock.now
        do {
            _ = try await serverGuard.ask("stop \(mode)")
        } catch {
            throw HarnessError("\(error)\(logTail)")
        }
        return .now - begin
    }

    /// Stops and starts again with the same data directory and configuration.
    package func restart(_ mode: StopMode = .fast) async throws {
        try await stop(mode)
        try await start()
    }

    /// Ends the server and waits until its directory is gone; needed only by who checks that.
    package func finish() async { await serverGuard.finish() }

    /// Builds the sources with PGXS and installs them into this server's tree; gives what make said, throws it on failure.
    @discardableResult
    package func install(_ sources: URL, make arguments: [String] = []) async throws -> String {
        let build = directory.appending(path: "build-\(UUID().uuidString)")
        let arguments = ["PG_CONFIG=\(pgConfig.path)", "with_llvm=no"] + arguments
        let made = try await Builds.shared.build(sources, major: major, in: build, make: arguments)
        let installed = try await run(["make"] + arguments + ["install"], in: build)
        guard installed.status == 0 else {
            throw HarnessError(
                "make install of \(sources.path) for \(major) failed:\n\(installed.output)")
        }
        return made
    }
}
