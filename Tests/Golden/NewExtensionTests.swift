import Foundation
import ServerHarness
import Testing

/// What a newcomer does: `new`, then the commands that it prints, then those that the README names.
@Suite struct NewExtensionTests {
    static let templates = ["worker", "counters", "cron"]

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

    /// From an empty directory to tests and a show, as a user who is not root; only the installation may need root.
    @Test(arguments: templates, Majors.all) func isFinished(template: String, major: Int)
        async throws
    {
        let project = try await Project(template: template, major: major)
        for target in ["all", "check-exports"] {
            let made = try await project.make(target)
            #expect(made.status == 0 && made.stderr.isEmpty, "\(target): \(made.output)")
        }
        let installed = try await project.make("install", asRoot: true)
        #expect(installed.status == 0 && installed.stderr.isEmpty, "\(installed.output)")

        let checked = try await project.make("installcheck")
        #expect(checked.status == 0, "\(checked.output)")
        #expect(checked.stdout.contains(/All 2 tests passed/), "\(checked.output)")
        // The wheels were built without them; Debian's 19 was not, and its Perl modules are not in the private tree.
        let reason = major < 19 ? "built without --enable-tap-tests" : "Perl finds no IPC::Run"
        let skip = template == "counters" ? "there are none" : reason
        #expect(checked.stdout.contains("TAP tests skipped: "), "\(checked.output)")
        #expect(checked.stdout.contains(skip), "\(checked.output)")

        let tried = try await project.make("try")
        #expect(tried.status == 0 && tried.stderr.isEmpty, "\(tried.output)")
        let shown = ["worker": "running", "counters": "     3 |       5 |", "cron": "running"]
        #expect(tried.stdout.contains(shown[template] ?? "?"), "\(tried.output)")
        #expect(tried.stdout.contains("database system is ready"), "\(tried.output)")
        for output in [installed, checked, tried].map(\.output) {
            #expect(!output.localizedCaseInsensitiveContains("warning"), "\(output)")
        }
        #expect(try project.leftovers() == [])
    }

    /// As root the server runs as another user.
    @Test(.enabled(if: geteuid() == 0), arguments: [Majors.newest])
    func testsRunAsRoot(major: Int) async throws {
        let project = try await Project(template: "worker", major: major)
        let checked = try await project.make("installcheck", asRoot: true)
        #expect(checked.status == 0, "\(checked.output)")
        #expect(checked.stdout.contains(/All 2 tests passed/), "\(checked.output)")
        #expect(try project.leftovers() == [])
    }

    /// Nobody but the user of make gets near its server: whoever can connect is superuser and runs programs.
    @Test(
        .enabled(if: Intruder.isPossible, "only root can try as another user"),
        arguments: Set([Majors.all[0], Majors.newest]), [false, true])
    func letsNoOtherUserIn(major: Int, asRoot: Bool) async throws {
        let project = try await Project(template: "counters", major: major)
        #expect(try await project.make("all").status == 0)
        let (stranger, user) = (Intruder.stranger, Intruder.serversUser)
        try await project.besideServer(asRoot: asRoot) { (socket: String) async throws -> Void in
            #expect(try await user.connect(to: socket) == "connected")
            #expect(try await stranger.connect(to: socket) == "Permission denied")
            let root = (socket as NSString).deletingLastPathComponent
            for place in [socket, root] {
                #expect(try await stranger.rights(in: place) == "", "\(place)")
            }
            for place in [socket, "\(socket)/.s.PGSQL.5432"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: place)
                #expect(attributes[.posixPermissions] as? Int == 0o700, "\(place)")
            }
            // Root runs the programs that stand there.
            #expect(try await user.rights(in: root).contains("write") == !asRoot)
        }
        #expect(try project.leftovers() == [])
    }

    /// What is generated beside the templates' own tests holds for every spec.
    @Test(
        arguments: GoldenCase.all.filter { $0.sources != nil }, Set([Majors.all[0], Majors.newest]))
    func everySpecPassesItsTest(_ golden: GoldenCase, major: Int) async throws {
        let project = try await Project(golden, major: major)
        let checked = try await project.make("installcheck")
        #expect(checked.status == 0, "\(checked.output)")
        #expect(checked.stdout.contains(/All 1 tests passed/), "\(checked.output)")
    }

    /// A test that fails fails the target, and shows its difference and the server's log.
    @Test(arguments: Majors.all) func testsCanFail(major: Int) async throws {
        let project = try await Project(template: "counters", major: major)
        let hooks = "\(project.name)/\(project.name)_hooks.c"
        let right = try #require(project.sandbox[hooks])
        let wrong = right.replacingOccurrences(
            of: "pg_atomic_fetch_add_u64(&total->count, 1)",
            with: "pg_atomic_fetch_add_u64(&total->count, 2)")
        #expect(wrong != right)
        try project.sandbox.write(wrong, to: hooks)
        let checked = try await project.make("installcheck")
        #expect(checked.status != 0)
        #expect(checked.stdout.contains("\n+0|0||6\n"), "\(checked.output)")
        #expect(checked.stderr.contains("log: "), "\(checked.output)")
        #expect(try project.leftovers() == [])
    }

    @Test(arguments: ["installcheck", "try"]) func saysHowToGetTheLoader(target: String)
        async throws
    {
        let tree = try await GoldenCase.named("ticker").generated()
        let postgres = try Majors.pgConfig(Majors.newest).path
        let result = try await run(
            ["make", "-s", "PG_CONFIG=\(postgres)", target], in: tree.directory)
        #expect(result.status != 0)
        #expect(result.stderr.contains("has no Dynpgext loader"), "\(result.output)")
        #expect(result.stderr.contains("make -C loader PG_CONFIG=\(postgres) install"))
    }

    /// Without a loader the extension loads, and says what is missing.
    @Test(arguments: Majors.all) func saysThatTheLoaderIsMissing(major: Int) async throws {
        let tree = try await GoldenCase.named("ticker").generated()
        let server = try await TestServer.start(major: major, installing: [tree.directory])
        try await server.psql("CREATE EXTENSION ticker")
        let error = try await server.psqlFails("SELECT * FROM ticker.ticks")
        #expect(error.contains("needs a Dynpgext loader\n"), "\(error)")
        #expect(error.contains("Add \"dynpgext\" to \"shared_preload_libraries\""))
    }
}
