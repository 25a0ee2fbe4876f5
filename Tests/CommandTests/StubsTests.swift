import Foundation
import ServerHarness
import Testing

@testable import dynpgext_gen

/// A hook that the spec newly asks for.
@Suite struct StubsTests {
    let sandbox: Sandbox
    /// What the user has written.
    let hooks: String

    init() async throws {
        sandbox = try Sandbox()
        try await sandbox.makePulse()
        let begun = sandbox["pulse/pulse_hooks.c"] ?? ""
        hooks =
            begun + "/* pulse_late_run */ static char *s = \"pulse_late_run\"; // pulse_late_run"
        try sandbox.write(hooks, to: "pulse/pulse_hooks.c")
        let late = #"{ "name": "late", "scope": "global", "every": "1min", "run": { "c": true } },"#
        let spec = sandbox["pulse/pulse.json"]?
            .replacing("\"workers\": [", with: "\"workers\": [" + late)
        try sandbox.write(spec ?? "", to: "pulse/pulse.json")
    }

    @Test func isPrintedAndLeftToTheUser() async throws {
        let result = try await sandbox.run("generate", "pulse")
        #expect(result.status == 0)
        #expect(result.stdout == "")
        let stub = "\nvoid\npulse_late_run(pulse_late_context *context)\n{\n}\n"
        #expect(
            result.stderr.contains(
                "pulse/pulse_hooks.c: warning: the spec asks for pulse_late_run, which no C file"))
        #expect(result.stderr.contains(stub))
        #expect(result.stderr.contains("'dynpgext-gen generate --stubs pulse'"))
        #expect(!result.stderr.contains("pulse_tick_run"))
        #expect(sandbox["pulse/pulse_hooks.c"] == hooks)
        #expect(try await sandbox.run("check", "pulse").status == 0)
    }

    @Test func isAppendedWhenAskedForAndOnlyOnce() async throws {
        #expect(try await sandbox.shell("chmod 600 pulse/pulse_hooks.c").status == 0)
        let first = try await sandbox.run("generate", "pulse", "--stubs")
        #expect(first.status == 0)
        #expect(first.stderr.contains("extended 1"), "\(first.stderr)")
        let extended = try #require(sandbox["pulse/pulse_hooks.c"])
        #expect(extended.hasPrefix(hooks + "\n\n/*\n"))
        #expect(extended.hasSuffix("\nvoid\npulse_late_run(pulse_late_context *context)\n{\n}\n"))
        #expect(try await sandbox.shell("stat -c %a pulse/pulse_hooks.c").stdout == "600\n")

        let before = try sandbox.tree()
        let second = try await sandbox.run("generate", "pulse", "--stubs")
        #expect(second.stderr.wholeMatch(of: /pulse\/pulse.json: unchanged [0-9]+\n/) != nil)
        #expect(try sandbox.tree() == before)
    }

    @Test func mayStandInAnyFileOfTheUser() async throws {
        try sandbox.write("void pulse_late_run(void *c) {}\n", to: "pulse/late.c")
        let result = try await sandbox.run("generate", "--stubs", "pulse")
        #expect(!result.stderr.contains("extended"))
        #expect(sandbox["pulse/pulse_hooks.c"] == hooks)
    }

    @Test func bringsTheFileBackWithWhatIsMissing() async throws {
        try sandbox.delete("pulse/pulse_hooks.c")
        try sandbox.write("int pulse_tick_run, pulse_watch_run;\n", to: "pulse/others.c")
        #expect(try await sandbox.run("generate", "--stubs", "pulse").status == 0)
        let text = try #require(sandbox["pulse/pulse_hooks.c"])
        #expect(text.contains("#include \"pulse.h\"\n\n/*\n"))
        #expect(text.contains("pulse_late_run"))
        #expect(!text.contains("pulse_tick_run"))
    }

    @Test func onlyLooksWhenAskedTo() async throws {
        let before = try sandbox.tree()
        let list = try await sandbox.run("generate", "--stubs", "--dry-run", "pulse")
        #expect(list.stdout.contains("extend pulse_hooks.c\n"))
        #expect(try sandbox.tree() == before)
    }

    @Test(arguments: [
        ("a b2_c", "a b2_c"), ("x/* y */z", "x z"), ("/*/ y */z", "z"), ("/* y", ""),
        ("a // y \\\n y\nz", "a z"), ("\"y \\\" y\" z", "z"), ("'\"' z '\\''", "z"),
        ("\"y\nz", "z"), ("a/b", "a b"), ("", ""), ("\"y\\\ny\"z", "z"),
    ])
    func wordsOfC(text: String, expected: String) {
        #expect(words(inC: Array(text.utf8)).sorted().joined(separator: " ") == expected)
    }
}
