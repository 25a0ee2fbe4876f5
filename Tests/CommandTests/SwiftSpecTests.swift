import Foundation
import ServerHarness
import Testing

/// Specs in Swift: what they may do, and what happens when they do what they should not.
/// One compiler at a time is enough.
@Suite(.serialized) struct SwiftSpecTests {
    let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    /// Loops, conditions, functions and noise; the result is nothing but the result.
    @Test func takesWhatSwiftHas() async throws {
        try write(
            """
            import Glibc
            func sweepers(_ tables: [String]) -> [Worker] {
                tables.map {
                    Worker("sweep_\\($0)", scope: .database, every: "5min", run: .sql("DELETE FROM \\($0)"))
                }
            }
            print("dynpgext-gen 2 0\\n[]")
            for descriptor in 3..<300 as Range<CInt> { write(descriptor, "{}{}{}", 6) }
            let wanted: Int? = 3
            Extension("noisy", version: "1") {
                print("in between")
                for number in 1...50 {
                    Worker("w\\(number)", scope: .global, every: "\\(number)s", run: .c)
                }
                if let wanted { Worker("has\\(wanted)", scope: .global, every: "1s", run: .c) }
                if wanted == nil { sweepers(["never"]) } else { sweepers(["a", "b"]) }
                switch wanted {
                case 3?: Worker("three", scope: .global, every: "1s", run: .c)
                default: Block("never", scope: .global, size: 1)
                }
            }
            print("at the end")
            """)
        let result = try await sandbox.run("convert")
        #expect(result.status == 0, "\(result.output)")
        for noise in ["dynpgext-gen 2 0", "in between", "at the end"] {
            #expect(result.stderr.contains(noise))
        }
        let object = try JSONSerialization.jsonObject(with: Data(result.stdout.utf8))
        let workers = (object as? [String: Any])?["workers"] as? [[String: Any]]
        let names = workers?.compactMap { $0["name"] as? String }
        let expected = (1...50).map { "w\($0)" } + ["has3", "sweep_a", "sweep_b", "three"]
        #expect(names == expected)
    }

    /// The compiler's words come through as they are, and GitHub marks their lines.
    @Test func leavesTheCompilersWordsAlone() async throws {
        let cache = try Sandbox()
        try write("Extension(\"good\", version: \"1\")")
        #expect(try await run("validate", cache: cache).status == 0)
        try write("Extension(\"bad\", version: \"1\") {\n    Wroker(\"w\")\n}")
        let modules = try #require(cache.tree().keys.first { $0.hasSuffix("/ExtensionSpec.o") })
        let module = cache.directory.appending(path: modules).deletingLastPathComponent().path
        let compiler = try await ServerHarness.run(
            [
                "swiftc", "-c", "-module-name", "spec", "-swift-version", "5", "-I", module,
                "-o", "/dev/null", "Extension.swift",
            ], in: sandbox.directory)
        let before = try sandbox.tree()
        for command in ["validate", "generate", "check"] {
            let result = try await run(command, cache: cache)
            #expect(result.status == 1)
            #expect(result.stdout.isEmpty)
            #expect(result.stderr == compiler.stderr)
        }
        #expect(try sandbox.tree() == before)
        let annotated = try await run("check", "--format", "github", cache: cache)
        #expect(annotated.stdout.contains("::error file=Extension.swift,line=3,col=5,"))
    }

    @Test(arguments: [
        (#"exit(3)"#, "the spec ended with status 3"),
        (#"let none: [Int] = []; print(none[none.count])"#, "the spec was ended by signal"),
        (#"pwrite(198, "x", 1, 40)"#, "the spec wrote over its own result"),
        (#"ftruncate(198, 40)"#, "the spec wrote over its own result"),
        (
            #"atexit { ftruncate(198, 1 << 40) }"#,
            "what the spec comes to cannot be read: it has more than 16 MiB"
        ),
        (#"close(198); Extension("b", version: "1")"#, "the spec ended with status 1"),
        (
            #"dup2(open("taken", O_RDWR | O_CREAT, 0o600), 198); Extension("b", version: "1")"#,
            "the spec ended with status 1"
        ),
        (
            #"var all: [[UInt8]] = []; while true { all.append([UInt8](repeating: 1, count: 1 << 26)) }"#,
            "the spec was ended by signal"
        ),
    ])
    func tellsWhatWentWrong(statement: String, message: String) async throws {
        try write("import Glibc\nExtension(\"a\", version: \"1\")\n\(statement)")
        let result = try await sandbox.run("validate")
        #expect(result.status == 1)
        let lines = ["Extension.swift: error: ", "Extension.swift:1:1: error: "].map {
            $0 + message
        }
        #expect(lines.contains { result.stderr.contains($0) }, "\(result.output)")
    }

    /// A spec that never ends is ended, and with it what it started.
    @Test func endsWhatNeverEnds() async throws {
        try write(
            """
            import Glibc
            Extension("a", version: "1")
            let words: [String] = ["sleep", "1000"]
            var arguments = words.map { strdup($0) } + [nil]
            var child: pid_t = 0
            posix_spawnp(&child, "sleep", nil, nil, &arguments, environ)
            print("child \\(child)")
            fflush(nil)
            while sleep(1000) != 0 {}
            """)
        let cache = try Sandbox()
        let result = try await run("validate", cache: cache)
        #expect(result.status == 1)
        #expect(
            result.stderr.contains("Extension.swift: error: the spec runs for more than 10 s"),
            "\(result.output)")
        let child = try #require(result.stderr.firstMatch(of: /child ([0-9]+)/)?.1)
        let deadline = ContinuousClock.now + .seconds(30)
        while isRunning(child), .now < deadline { await Task.yield() }
        #expect(!isRunning(child))
        #expect(try entries(of: cache) == [])
    }

    private func isRunning(_ process: Substring) -> Bool {
        let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        return state.map { !$0.contains(") Z ") } ?? false
    }

    @Test func needsACompiler() async throws {
        try write("Extension(\"a\", version: \"1\")")
        for environment in [["PATH": "/nowhere"], ["SWIFTC": "/nowhere/swiftc"]] {
            let result = try await sandbox.run("validate", environment: environment)
            #expect(result.status == 2)
            #expect(result.stderr.contains("a spec in Swift needs a Swift compiler"))
        }
    }

    @Test func refusesTwoSpecs() async throws {
        try write("Extension(\"a\", version: \"1\")")
        try sandbox.write(#"{"spec": 1}"#, to: "a.json")
        let result = try await sandbox.run("validate")
        #expect(result.status == 64)
        #expect(result.stderr.contains("more than one spec in .: Extension.swift, a.json"))
    }

    private func write(_ text: String) throws {
        try sandbox.write("import ExtensionSpec\n\(text)\n", to: "Extension.swift")
    }

    private func run(_ arguments: String..., cache: Sandbox) async throws -> ProcessResult {
        try await ServerHarness.run(
            [Sandbox.command.path] + arguments, in: sandbox.directory,
            environment: cleanEnvironment.merging(["XDG_CACHE_HOME": cache.directory.path]) { $1 })
    }
}

/// What stands in a cache.
func entries(of cache: Sandbox) throws -> [String] {
    let folder = cache.directory.appending(path: "dynpgext-gen").path
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}
