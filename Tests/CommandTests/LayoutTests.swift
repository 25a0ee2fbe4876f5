import Foundation
import ServerHarness
import Testing

/// What `generate` makes of a block whose layout changes.
@Suite struct LayoutTests {
    let sandbox: Sandbox

    init() async throws {
        sandbox = try Sandbox()
        try await generate("0.1", type: "int4")
    }

    /// With a key of its own, old and new library would find the same memory.
    @Test func refusesAChangeUnderAKey() async throws {
        let before = try sandbox.tree()
        try write("0.1", type: "int8")
        for command in ["generate", "check", "validate"] {
            let result = try await sandbox.run(command, "x")
            #expect(result.status == 1)
            #expect(
                result.stderr.contains(
                    "error: the layout of block \"kept\" changed under the key \"x:kept\" since the last run"
                ),
                "\(result.output)")
        }
        #expect(
            try sandbox.tree().filter { $0.key != "x/x.json" }
                == before.filter { $0.key != "x/x.json" })

        let accepted = try await sandbox.run("generate", "x", "--accept-layout")
        #expect(accepted.status == 0, "\(accepted.output)")
        #expect(try await sandbox.run("check", "x").status == 0)
        try write("0.1", type: "int4")
        #expect(try await sandbox.run("generate", "x").status == 1)
    }

    /// Servers may have the released version, whatever the user accepts.
    @Test func refusesAChangeAfterARelease() async throws {
        try await generate("0.2", type: "int4")
        try write("0.2", type: "int8")
        for option in ["--stubs", "--accept-layout"] {
            let result = try await sandbox.run("generate", "x", option)
            #expect(result.status == 1)
            #expect(
                result.stderr.contains(
                    "changed under the key \"x:kept\" after version \"0.1\" was released"),
                "\(result.output)")
        }
        // The way out.
        try write("0.2", type: "int8", key: "x:kept:2")
        #expect(try await sandbox.run("generate", "x").status == 0)
        // A key that no released version has can still change.
        try write("0.2", type: "int2", key: "x:kept:2")
        #expect(try await sandbox.run("generate", "x", "--accept-layout").status == 0)
    }

    /// Without a key, the new layout gets memory of its own, which is told once.
    @Test func notesANewKey() async throws {
        try write("0.1", type: "int4", free: "int8")
        let note = "x/x.json: note: block \"free\" gets memory of its own: its key was x:free:"
        let noted = try await sandbox.run("generate", "x")
        #expect(noted.status == 0)
        #expect(noted.stderr.contains(note), "\(noted.output)")
        #expect(!noted.stderr.contains("block \"kept\""))
        #expect(try await !sandbox.run("generate", "x").stderr.contains("note:"))
        // What is no layout moves nothing.
        try write("0.2", type: "int4", free: "int8", initial: 5)
        #expect(try await !sandbox.run("generate", "x").stderr.contains("note:"))
    }

    private func generate(_ version: String, type: String) async throws {
        try write(version, type: type)
        let result = try await sandbox.run("generate", "x")
        #expect(result.status == 0, "\(result.output)")
    }

    private func write(
        _ version: String, type: String, key: String = "x:kept", free: String = "int4",
        initial: Int = 0
    ) throws {
        try sandbox.write(
            """
            {"spec": 1, "extension": {"name": "x", "version": "\(version)"}, "shmem": [
              {"name": "kept", "scope": "global", "key": "\(key)", "fields": [{"name": "v", "type": "\(type)"}]},
              {"name": "free", "scope": "global",
               "fields": [{"name": "v", "type": "\(free)", "default": \(initial)}]}]}
            """, to: "x/x.json")
    }
}
