import Foundation
import ServerHarness
import Testing

/// `--format json`, to the byte as docs/diagnostics.md has it.
@Suite struct JSONFormatTests {
    let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    @Test(arguments: ["validate", "generate", "check", "fmt"])
    func tellsEachProblemInALine(command: String) async throws {
        try sandbox.write(
            #"""
            { "spec": 1, "extension": { "name": "p", "version": "1", "nmae": "ü" },
              "settings": [ { "name": "a", "name": 1 } ] }
            """#, to: "p.json")
        let syntax = try await sandbox.run(command, "--format", "json", "p.json")
        #expect(syntax.status == 1)
        #expect(
            syntax.stdout == #"""
                { "severity": "error", "message": "duplicate key \"name\"", "file": "p.json", "line": 2, "column": 32, "endLine": 2, "endColumn": 38, "hint": "Remove one of the two.", "notes": [{ "message": "the first one is here", "file": "p.json", "line": 2, "column": 19, "endLine": 2, "endColumn": 25 }] }

                """#)
        try sandbox.write(
            #"{ "spec": 1, "extension": { "name": "p", "version": "1", "nmae": "ü" }, "shmem": 1 }"#,
            to: "p.json")
        let shape = try await sandbox.run(command, "--format=json", "p.json")
        #expect(
            shape.stdout == #"""
                { "severity": "error", "message": "unknown key \"nmae\" in extension", "file": "p.json", "line": 1, "column": 58, "endLine": 1, "endColumn": 64, "hint": "Did you mean \"name\"?", "notes": [] }
                { "severity": "error", "message": "\"shmem\" must be an array, not a number", "file": "p.json", "line": 1, "column": 82, "endLine": 1, "endColumn": 83, "notes": [] }

                """#)
        // People read the same beside it.
        #expect(shape.stderr.hasPrefix("p.json:1:58: error: unknown key"))
        for line in shape.stdout.split(separator: "\n") {
            _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
        }
    }

    @Test func tellsOfFilesAndOfNothing() async throws {
        try await sandbox.makePulse()
        let clean = try await sandbox.run("check", "--format", "json", "pulse")
        #expect(clean.status == 0 && clean.stdout.isEmpty)
        try sandbox.append("edit\n", to: "pulse/Makefile")
        let lines = sandbox["pulse/Makefile"]?.split(
            separator: "\n", omittingEmptySubsequences: false)
        let drift = try await sandbox.run("check", "--format", "json", "pulse")
        #expect(
            drift.stdout == #"""
                { "severity": "error", "message": "pulse/Makefile: changed by hand", "file": "pulse/Makefile", "line": \#((lines?.count ?? 0) - 1), "hint": "Run 'dynpgext-gen generate --force pulse' to mend this; it overwrites the edits.", "notes": [] }

                """#)
        let missing = try await sandbox.run("validate", "--format", "json", "nowhere")
        #expect(missing.status == 2)
        #expect(
            missing.stdout.hasPrefix(#"{ "severity": "error", "message": "cannot open nowhere"#))
        let mixed = try await sandbox.run("generate", "--format", "json", "--diff", "pulse")
        #expect(mixed.status == 64 && mixed.stderr.contains("goes with neither"))
    }
}
