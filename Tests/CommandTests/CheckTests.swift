import ServerHarness
import Testing

@Suite struct CheckTests {
    let sandbox: Sandbox

    init() async throws {
        sandbox = try Sandbox()
        try await sandbox.makePulse()
    }

    @Test func saysThatAllIsClean() async throws {
        let result = try await sandbox.run("check", "pulse")
        #expect(result.status == 0)
        #expect(result.stdout == "")
        #expect(
            result.stderr.wholeMatch(of: /pulse\/pulse\.json: all [0-9]+ files are up to date\n/)
                != nil)
    }

    @Test func namesEachFileAndTheCommand() async throws {
        try sandbox.append("edited = 1\n", to: "pulse/Makefile")
        try sandbox.delete("pulse/pulse.c")
        let before = try sandbox.tree()
        let result = try await sandbox.run("check", "pulse")
        #expect(result.status == 1)
        #expect(
            result.stderr == """
                pulse/Makefile: changed by hand
                pulse/pulse.c: missing
                hint: Run 'dynpgext-gen generate --force pulse' to mend this; it overwrites the edits.

                """)
        #expect(result.stdout.contains("--- a/Makefile\n+++ b/Makefile\n"))
        #expect(result.stdout.contains("--- /dev/null\n+++ b/pulse.c\n"))
        #expect(try sandbox.tree() == before)
    }

    @Test func tellsWhatTheNewSpecChanges() async throws {
        let spec = sandbox["pulse/pulse.json"]?.replacing("\"pulse\"", with: "\"tempo\"")
        try sandbox.write(spec ?? "", to: "pulse/pulse.json")
        let result = try await sandbox.run("check", in: "pulse")
        #expect(result.status == 1)
        #expect(result.stderr.contains("Makefile: out of date\n"))
        #expect(result.stderr.contains("\npulse.c: stale: no longer generated\n"))
        #expect(result.stderr.contains("\ntempo.c: not there yet\n"))
        #expect(result.stderr.hasSuffix("hint: Run 'dynpgext-gen generate' to mend this.\n"))
    }

    /// What it prints is a patch: applied, it leaves nothing to say.
    @Test func printsAPatchThatMends() async throws {
        try sandbox.append("edited = 1", to: "pulse/Makefile")
        try sandbox.delete("pulse/pulse.c")
        let patched = try await sandbox.shell(#"cd pulse && "$0" check | patch -s -p1"#)
        #expect(patched.status == 0, "\(patched.output)")
        let result = try await sandbox.run("check", "pulse")
        #expect(result.status == 0, "\(result.output)")
    }

    @Test func leavesTheUserAlone() async throws {
        let hooks = try sandbox.tree().keys.filter { $0.hasSuffix("_hooks.c") }
        #expect(!hooks.isEmpty)
        for file in hooks { try sandbox.append("// mine\n", to: file) }
        #expect(try await sandbox.run("check", "pulse").status == 0)
        for file in hooks { try sandbox.delete(file) }
        #expect(try await sandbox.run("check", "pulse").status == 0)
    }

    @Test func quotesTheCommandForAShell() async throws {
        #expect(try await sandbox.shell("mv pulse \"it's a pulse\"").status == 0)
        try sandbox.delete("it's a pulse/Makefile")
        let result = try await sandbox.run("check", "it's a pulse")
        let hint = #"hint: Run 'dynpgext-gen generate 'it'\''s a pulse'' to mend this."#
        #expect(result.stderr.hasSuffix(hint + "\n"))
    }

    /// What a workflow checks out has no history, and no file is as old as it was.
    @Test func worksInAShallowClone() async throws {
        let clone = try await sandbox.shell(
            """
            set -e
            git init -q pulse && cd pulse && git add -A
            git -c user.name=n -c user.email=e commit -q -m one
            git -c user.name=n -c user.email=e commit -q --allow-empty -m two
            git clone -q --depth 1 "file://$PWD" ../clone
            """)
        #expect(clone.status == 0, "\(clone.output)")
        let result = try await sandbox.run("check", "clone")
        #expect(result.status == 0, "\(result.output)")
        try sandbox.append("edit\n", to: "clone/Makefile")
        #expect(try await sandbox.run("check", "clone").status == 1)
    }
}
