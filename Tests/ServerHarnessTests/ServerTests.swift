import Foundation
import ServerHarness
import Testing

/// The throw-away servers themselves.
@Suite struct ServerTests {
    private let probe = checkout.appending(path: "Tests/ServerHarnessTests/Fixtures/probe")

    @Test(arguments: Majors.all)
    func buildsAnExtensionAnswersAndLeavesNothing(major: Int) async throws {
        let server = try await TestServer.start(
            major: major, installing: [probe], configuration: ["log_line_prefix": "it's %p: "])
        #expect(try await server.psql("SHOW server_version_num").hasPrefix("\(major)"))
        try await server.psql("CREATE EXTENSION probe")
        #expect(try await server.psql("SELECT probe()") == "42")
        #expect(try await server.psqlFails("SELECT 1/0").contains("division by zero"))
        let postmaster = try #require(server.postmaster)
        #expect(server.logLines(containing: "division by zero").first?.hasPrefix("it's ") == true)
        await server.finish()
        #expect(!server.isRunning(postmaster))
        #expect(!FileManager.default.fileExists(atPath: server.directory.path))
    }

    /// Whoever can connect is superuser, and runs programs as the server's user.
    @Test(
        .enabled(if: Intruder.isPossible, "only root can try as another user"),
        arguments: Set([Majors.all[0], Majors.newest]))
    func letsNoOtherUserIn(major: Int) async throws {
        let server = try await TestServer.start(major: major)
        let socket = try #require(server.environment["PGHOST"])
        #expect(try await Intruder.serversUser.connect(to: socket) == "connected")
        for place in [socket, server.directory.path] {
            #expect(try await Intruder.stranger.connect(to: place) == "Permission denied")
            #expect(try await Intruder.stranger.rights(in: place) == "")
        }
        // Root runs the programs that stand there.
        #expect(try await Intruder.serversUser.rights(in: server.directory.path) == "read enter")
        // Each of them would do alone.
        for (place, mode) in [("", 0o750), ("socket", 0o700), ("socket/.s.PGSQL.5432", 0o700)] {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: server.directory.appending(path: place).path)
            #expect(attributes[.posixPermissions] as? Int == mode, "\(place)")
        }
        let log = server.directory.appending(path: "log").path
        #expect(try await Intruder.stranger.rights(in: log) == "")
    }

    @Test func showsWhatTheCompilerSays() async throws {
        let server = try await TestServer(prepare: Majors.newest)
        let error = await #expect(throws: HarnessError.self) {
            try await server.install(
                self.probe, make: ["PROBE_FLAGS=-include no-such-header.h"])
        }
        #expect(error?.description.contains("no-such-header.h: No such file") == true)
    }

    @Test func stopsAndStartsAgain() async throws {
        let server = try await TestServer.start(major: Majors.newest)
        let first = try #require(server.postmaster)
        try await server.psql("CREATE DATABASE kept")
        try await server.restart()
        #expect(server.postmaster != first)
        try await server.eventually("SELECT count(*) = 1 FROM pg_database WHERE datname = 'kept'")
        let writer = try #require(server.processes(titled: "walwriter").first)
        #expect(try await server.end(writer) < .seconds(5))
        #expect(try await server.stop() < .seconds(30))
        #expect(server.postmaster == nil)
    }

    @Test func tellsWhatItAwaitedInVain() async throws {
        let server = try await TestServer.start(major: Majors.newest)
        let error = await #expect(throws: HarnessError.self) {
            try await server.eventually("SELECT 'never'", equals: "always", within: 0.1)
        }
        let description = try #require(error?.description)
        #expect(description.contains("last: never"))
        #expect(description.contains("ready to accept connections"))
    }

    @Test func showsTheLogOfAServerThatDoesNotStart() async throws {
        let error = await #expect(throws: HarnessError.self) {
            _ = try await TestServer.start(major: Majors.newest, preload: ["no_such_library"])
        }
        #expect(error?.description.contains("could not access file \"no_such_library\"") == true)
    }

    @Test func namesTheRemedyForAMissingTree() async throws {
        let error = await #expect(throws: HarnessError.self) {
            try await TestServer.start(major: 12)
        }
        #expect(error?.description.contains("make test") == true)
    }

    @Test func killsEvenWhatNoSignalStops() async throws {
        let server = try await TestServer.start(major: Majors.newest)
        let checkpointer = try #require(server.processes(titled: "checkpointer").first)
        try server.send(SIGSTOP, to: checkpointer)
        try server.send(SIGKILL, to: try #require(server.postmaster))
        await server.finish()
        #expect(!server.isRunning(checkpointer))
    }

    @Test func endsWithAHolderThatIsKilled() async throws {
        let holder = #"""
            coproc SERVER { exec scripts/throwaway-server "$1"; }
            read -r -u "${SERVER[0]}" prepared directory pg_config
            echo start >&"${SERVER[1]}"
            read -r -u "${SERVER[0]}" ready postmaster
            echo "$SERVER_PID $directory $postmaster $(head -c 15 "/proc/$postmaster/cmdline" | tr '\0' ' ')"
            kill -KILL $$
            """#
        let killed = try await run(
            ["bash", "-c", holder, "holder", Majors.pgConfig(Majors.newest).path], in: checkout)
        #expect(killed.status == 128 + SIGKILL)
        let words = killed.stdout.split(separator: " ").map(String.init)
        try #require(words.count > 3, "\(killed)")
        let deadline = ContinuousClock.now + .seconds(20)
        let traces = ["/proc/\(words[0])", words[1], "/proc/\(words[2])"]
        while traces.contains(where: FileManager.default.fileExists(atPath:)),
            ContinuousClock.now < deadline
        {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(traces.filter(FileManager.default.fileExists(atPath:)) == [])
    }
}
