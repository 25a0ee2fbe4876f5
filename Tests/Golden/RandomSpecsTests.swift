import Foundation
import Model
import ServerHarness
import SpecLanguage
import Testing

/// Whatever the rules accept can be compiled, and does its work, follows its versions and goes.
@Suite struct RandomSpecsTests {
    /// A number from the environment, for a long run.
    private static func number(_ name: String, or other: Int) -> Int {
        ProcessInfo.processInfo.environment["DYNPGEXT_RANDOM_\(name)"].flatMap { Int($0) } ?? other
    }

    private static let seed = number("SEED", or: 1)
    private static let majors = Array(Set([Majors.all.min() ?? 13, Majors.newest])).sorted()

    /// What a refusal may be about: a name that meets another one, or is too long or reserved.
    private static let refusals = [
        "both make the C symbol", "which has a meaning already", "keyword of", "exists already",
        "which would hide another one", "of PostgreSQL itself", "has at most",
        "is the name of a macro", "has the name of the block's own lock", "changed under the key",
        "begins with \"pg_\"", "which only a superuser may create",
    ]

    /// A tree of a random spec that was accepted, and the dice as they lie then.
    private func tree(_ dice: inout Dice) async throws -> (RandomSpec, Sandbox) {
        for _ in 0..<100 {
            let spec = RandomSpec(&dice)
            let sandbox = try Sandbox()
            if try await generate(spec, in: sandbox) { return (spec, sandbox) }
        }
        throw HarnessError("100 random specs in a row were refused")
    }

    /// Whether the spec was accepted.
    private func generate(_ spec: RandomSpec, in sandbox: Sandbox) async throws -> Bool {
        try sandbox.write(spec.json, to: "\(spec.name).json")
        let made = try await sandbox.run("generate", ".")
        if made.status == 0 { return true }
        let errors = made.stderr.split(separator: "\n").filter { $0.contains(" error: ") }
        for error in errors where !Self.refusals.contains(where: error.contains) {
            throw HarnessError("the generator makes an invalid spec: \(error)\n\(spec.json)")
        }
        try #require(!errors.isEmpty, "\(made.output)\n\(spec.json)")
        return false
    }

    @Test func compile() async throws {
        print("random specs: seed \(Self.seed)")
        var dice = Dice(seed: UInt64(Self.seed))
        for _ in 0..<Self.number("SPECS", or: 20) {
            let (spec, sandbox) = try await tree(&dice)
            for major in Self.majors {
                let include = try await run([Majors.pgConfig(major).path, "--includedir-server"])
                for file in ["\(spec.name).c", "\(spec.name)_hooks.c"] {
                    let made = try await run(
                        [
                            "gcc", "-O2", "-fPIC", "-fwrapv", "-D_GNU_SOURCE", "-I.", "-Iruntime",
                            "-I\(include.stdout.trimmingCharacters(in: .newlines))", "-Wall",
                            "-Wextra", "-Wmissing-prototypes", "-Wno-unused-parameter", "-Werror",
                            "-c", file, "-o", "random.o",
                        ], in: sandbox.directory)
                    #expect(made.status == 0, "\(file) on \(major):\n\(made.output)\n\(spec.json)")
                }
            }
        }
    }

    @Test(arguments: majors) func live(major: Int) async throws {
        var dice = Dice(seed: UInt64(Self.seed) &+ UInt64(major))
        let count = Self.number("LIVE", or: 3)
        let place = Self.majors.firstIndex(of: major) ?? 0
        let own = (count + Self.majors.count - 1 - place) / Self.majors.count
        guard own > 0 else { return }
        let server = try await TestServer.start(
            major: major, installing: [checkout.appending(path: "loader")], preload: ["dynpgext"],
            configuration: ["max_worker_processes": "200"])
        try await server.psql("CREATE ROLE cleaner LOGIN; CREATE SCHEMA own")
        for _ in 0..<own {
            let (spec, sandbox) = try await tree(&dice)
            do {
                try await liveAndGo(spec, in: sandbox, on: server, &dice)
            } catch {
                Issue.record("\(error)\nseed \(Self.seed) on \(major):\n\(spec.json)")
            }
        }
        for fault in ["PANIC", "was terminated by signal"] {
            #expect(server.logLines(containing: fault).isEmpty)
        }
    }

    /// Creates an extension, updates it to another version and back, and drops it.
    private func liveAndGo(
        _ spec: RandomSpec, in sandbox: Sandbox, on server: TestServer, _ dice: inout Dice
    ) async throws {
        let old = try Sandbox()
        try copy(sandbox, to: old)
        try await server.install(old.directory)
        let first = try model(of: spec)
        try await server.psql(
            "CREATE EXTENSION \(spec.name)\(first.schema == nil ? " SCHEMA own" : "")")
        try await work(first, on: server)

        var next = RandomSpec(after: spec, &dice)
        while try await !generate(next, in: sandbox) { next = RandomSpec(after: spec, &dice) }
        // The user's part of it: empty hooks, as for a new extension.
        let fresh = try Sandbox()
        try #require(try await generate(next, in: fresh))
        let hooks = "\(spec.name)_hooks.c"
        try sandbox.write(try #require(fresh[hooks]), to: hooks)
        try await server.install(sandbox.directory)
        try await server.psql("ALTER EXTENSION \(spec.name) UPDATE")
        try await work(try model(of: next), on: server)
        try await server.install(old.directory)
        try await server.psql("ALTER EXTENSION \(spec.name) UPDATE TO '1.0'")
        try await work(first, on: server)
        try await server.psql("DROP EXTENSION \(spec.name)")
        try await server.eventually(
            "SELECT count(*) = 0 FROM pg_stat_activity WHERE starts_with(backend_type, '\(spec.name) ')"
        )
    }

    private func copy(_ sandbox: Sandbox, to other: Sandbox) throws {
        for (path, data) in try contents(of: sandbox.directory) {
            let file = other.directory.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
    }

    private func model(of spec: RandomSpec) throws -> ExtensionModel {
        try resolve(decode(read(SpecText(path: "random.json", bytes: Array(spec.json.utf8)))))
    }

    /// Reads, resets and wakes all there is, and waits until the workers have worked.
    private func work(_ model: ExtensionModel, on server: TestServer) async throws {
        let schema = model.schema?.text ?? "own"
        for setting in model.settings {
            try await server.psql(
                "LOAD '\(model.release.library)'; SHOW \(model.parameter(setting))")
        }
        for block in model.blocks {
            if block.hasView {
                try await server.psql("SELECT * FROM \(schema).\(block.name.text)")
            }
            if block.hasReset {
                let function = ExtensionModel.reset(ofBlock: block.name).text
                try await server.psql("SELECT \(schema).\(function)()")
            }
        }
        for worker in model.workers where worker.hasWake {
            try await server.psql("SELECT \(schema).\(model.wakeInSQL(worker).text)()")
        }
        guard model.status != nil else { return }
        let busy = model.workers.filter { if case .every = $0.schedule { true } else { false } }
        let names = busy.map { "'\($0.name.text)'" } + ["''"]
        try await server.eventually(
            """
            SELECT bool_and(errors = 0 AND (ticks > 0 OR worker NOT IN (\(names.joined(separator: ", ")))))
              FROM \(schema).workers
            """, within: 60)
    }
}
