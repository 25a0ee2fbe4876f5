import Foundation
import ServerHarness
import Testing

/// What is kept of a spec in Swift, and what is not.
/// One compiler at a time is enough.
@Suite(.serialized) struct SwiftCacheTests {
    let sandbox: Sandbox
    let cache: Sandbox

    init() throws {
        sandbox = try Sandbox()
        cache = try Sandbox()
        try write(version: "1")
    }

    /// The second run starts no program, writes nothing, and reads neither module nor compiler.
    @Test(.enabled("strace cannot trace here") { await Strace.works() })
    func startsNothingTwice() async throws {
        #expect(try await validate().status == 0)
        #expect(try names().map { $0.prefix { $0 != "-" } } == ["module", "module", "spec"])
        let before = try cache.tree()
        let log = sandbox.directory.appending(path: "strace").path
        let traced = try await run(
            ["strace", "-f", "-qq", "-o", log, "-e", "trace=%process,openat"])
        #expect(traced.status == 0, "\(traced.output)")
        let calls = try #require(sandbox["strace"]).split(separator: "\n")
        let starts = calls.filter { $0.contains(#/ (execve|fork|vfork|clone3?)\(/#) }
        #expect(starts.count == 1, "\(starts)")
        #expect(!calls.contains { $0.contains("ExtensionSpec.") })
        #expect(try cache.tree() == before)
    }

    /// The tool needs nothing of the clone that it was built in.
    @Test(.enabled("strace cannot trace here") { await Strace.works() })
    func needsNoClone() async throws {
        let copy = sandbox.directory.appending(path: "elsewhere")
        try FileManager.default.copyItem(at: Sandbox.command, to: copy)
        let log = sandbox.directory.appending(path: "strace").path
        let traced = try await ServerHarness.run(
            ["strace", "-f", "-qq", "-o", log, "-e", "trace=%file", copy.path, "validate"],
            in: sandbox.directory, environment: environment)
        #expect(traced.status == 0, "\(traced.output)")
        let calls = try #require(sandbox["strace"]).split(separator: "\n")
        #expect(calls.contains { $0.contains("ExtensionSpec.swiftmodule") })
        let uses = calls.filter { $0.contains("\"\(checkout.path)/") }
        #expect(uses.isEmpty, "\(uses)")
    }

    /// Another text, another run; a text that was there before comes from the cache.
    @Test func followsTheText() async throws {
        #expect(try await validate().status == 0)
        try write(version: "2")
        let result = try await run([], "convert")
        #expect(result.stdout.contains("\"version\": \"2\""), "\(result.output)")
        try sandbox.write("import ExtensionSpec\nprint(\"ran\")\n", to: "Extension.swift")
        #expect(try await validate().status == 1)
        try write(version: "1")
        let cached = try await run([], "convert")
        #expect(cached.stdout.contains("\"version\": \"1\""), "\(cached.output)")
        #expect(!cached.stderr.contains("made"))
    }

    /// A rejected spec leaves nothing, whichever pass rejects it.
    @Test(arguments: ["Extension(1)", "Extension(\"a b\", version: \"1\")", "print()"])
    func keepsNothingOfARejectedSpec(text: String) async throws {
        try sandbox.write("import ExtensionSpec\n\(text)\n", to: "Extension.swift")
        #expect(try await validate().status == 1)
        #expect(try names() == [])
    }

    /// Whatever is broken is made anew.
    @Test func mendsItself() async throws {
        #expect(try await validate().status == 0)
        for (index, name) in ["/ExtensionSpec.o", "/ExtensionSpec.swiftmodule", ".json"]
            .enumerated()
        {
            let file = try #require(cache.tree().keys.first { $0.hasSuffix(name) })
            let whole = try Data(contentsOf: cache.directory.appending(path: file))
            try whole.prefix(whole.count / 2).write(to: cache.directory.appending(path: file))
            if index < 2 { try write(version: "1.\(index)") }
            let result = try await validate()
            #expect(result.status == 0, "\(name): \(result.output)")
            #expect(result.stderr.hasSuffix("Extension.swift: valid\n"))
            #expect(!result.stderr.contains("error"), "\(name): \(result.output)")
        }
    }

    /// Without a place for it, all works; nothing is left elsewhere.
    @Test(arguments: ["/proc/none", "/dev/null"]) func worksWithoutACache(place: String)
        async throws
    {
        let temporary = try Sandbox()
        let result = try await ServerHarness.run(
            [Sandbox.command.path, "validate"], in: sandbox.directory,
            environment: cleanEnvironment.merging([
                "XDG_CACHE_HOME": place, "TMPDIR": temporary.directory.path,
            ]) { $1 })
        #expect(result.status == 0, "\(result.output)")
        let left = try temporary.tree().keys.filter { $0.hasPrefix("run.") }
        #expect(left.isEmpty)
    }

    /// Runs that begin at once with nothing in the cache all come to an end, and leave one of each.
    @Test func bearsOtherRuns() async throws {
        try await withThrowingTaskGroup(of: ProcessResult.self) { group in
            for _ in 0..<3 { group.addTask { try await validate() } }
            for try await result in group { #expect(result.status == 0, "\(result.output)") }
        }
        #expect(try names().count == 3)
    }

    /// Whoever can write to a directory above it can put code in its place, and that would run.
    @Test(arguments: [("", 0o777), ("", 0o770), ("dynpgext-gen", 0o777), ("dynpgext-gen", 0o1777)])
    func keepsNothingWhereOthersWrite(place: String, mode: Int) async throws {
        #expect(try await validate().status == 0)
        let before = try cache.tree()
        let weak = cache.directory.appending(path: place).path
        try setMode(mode, of: weak)
        let result = try await run([], "convert")
        #expect(result.status == 0, "\(result.output)")
        #expect(result.stderr.contains("warning: nothing is kept in \(cache.directory.path)"))
        #expect(result.stderr.contains(" can be written to by others\nhint: Make it yours alone"))
        #expect(result.stderr.contains("\nmade\n"), "it ran anew: \(result.output)")
        #expect(try cache.tree() == before)
        // Where others may write but not rename, nothing can be put in the place of ours.
        try setMode(place.isEmpty ? 0o1777 : 0o700, of: weak)
        #expect(try await !run([], "convert").stderr.contains("made"))
    }

    /// What others have put there while they could is not run, nor read.
    @Test(
        .enabled(if: geteuid() == 0, "only root can make what belongs to others"),
        arguments: ["spec-", "module-", "dynpgext-gen"])
    func takesNothingOfOthers(beginning: String) async throws {
        #expect(try await validate().status == 0)
        let path = try #require(cache.tree().keys.sorted().first { $0.contains(beginning) })
        let place = cache.directory.appending(path: path).path
        #expect(chown(place, 1, 1) == 0)
        if beginning == "module-" {
            // A module that makes another program of every spec.
            for file in ["ExtensionSpec.o", "ExtensionSpec.swiftmodule"] {
                try Data("planted".utf8).write(to: URL(filePath: "\(place)/\(file)"))
            }
            try write(version: "2")
        }
        let result = try await run([], "convert")
        #expect(result.status == 0 && result.stderr.contains("made"), "\(result.output)")
        #expect(!result.stderr.contains("error:"), "\(result.output)")
        let isWarned = result.stderr.contains("dynpgext-gen belongs to another user")
        #expect(isWarned == (beginning == "dynpgext-gen"), "\(result.output)")
    }

    /// A temporary directory in which others can rename is as bad.
    @Test(.enabled("strace cannot trace here") { await Strace.works() })
    func worksNowhereThatOthersCanRename() async throws {
        let temporary = try Sandbox()
        try setMode(0o777, of: temporary.directory.path)
        let log = sandbox.directory.appending(path: "strace").path
        let result = try await ServerHarness.run(
            ["strace", "-f", "-qq", "-o", log, "-e", "trace=mkdir"]
                + [Sandbox.command.path, "validate"],
            in: sandbox.directory,
            environment: cleanEnvironment.merging([
                "XDG_CACHE_HOME": "/dev/null", "TMPDIR": temporary.directory.path,
            ]) { $1 })
        #expect(result.status == 0, "\(result.output)")
        let calls = try #require(sandbox["strace"])
        #expect(calls.contains("mkdir(\"/tmp/run."))
        // The compiler has a temporary directory too.
        #expect(!calls.contains(temporary.directory.path), "\(calls)")
    }

    /// Old files go, and only those that have a name, a kind and an owner as ours.
    @Test func removesOnlyWhatItMade() async throws {
        #expect(try await validate().status == 0)
        let (digits, folder) = (String(repeating: "0", count: 64), "dynpgext-gen")
        let ours = ["spec-\(digits).json", "module-\(digits)/x", "run.abcDEF/x/y"]
        let others = [
            "mine", "spec-1.json", "spec-\(digits).json.bak", "module-1/x", "runs", "run.abc/x",
            "run.abcDE1", "module-\(String(repeating: "1", count: 64))", ".hidden",
            "spec-\(String(repeating: "1", count: 64)).json/x",
        ]
        for name in ours + others { try cache.write("x", to: "\(folder)/\(name)") }
        let old = Date(timeIntervalSinceNow: -60 * 86_400)
        for path in try cache.tree().keys where path.hasPrefix(folder + "/") {
            try? FileManager.default.setAttributes(
                [.modificationDate: old],
                ofItemAtPath: cache.directory.appending(path: path).path)
        }
        try write(version: "2")
        #expect(try await validate().status == 0)
        for name in ours { #expect(cache["\(folder)/\(name)"] == nil, "\(name)") }
        for name in others { #expect(cache["\(folder)/\(name)"] == "x", "\(name)") }
    }

    private func setMode(_ mode: Int, of path: String) throws {
        guard chmod(path, mode_t(mode)) == 0 else { throw HarnessError("chmod \(path)") }
    }

    private func write(version: String) throws {
        try sandbox.write(
            """
            import ExtensionSpec
            print("made")
            Extension("a", version: "\(version)")

            """, to: "Extension.swift")
    }

    private var environment: [String: String] {
        cleanEnvironment.merging(["XDG_CACHE_HOME": cache.directory.path]) { $1 }
    }

    private func validate() async throws -> ProcessResult { try await run([]) }

    private func run(
        _ tracer: [String], _ command: String = "validate"
    ) async throws -> ProcessResult {
        try await ServerHarness.run(
            tracer + [Sandbox.command.path, command], in: sandbox.directory,
            environment: environment)
    }

    private func names() throws -> [String] { try entries(of: cache) }
}
