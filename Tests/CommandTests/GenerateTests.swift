import Foundation
import ServerHarness
import Testing

@Suite struct GenerateTests {
    let sandbox: Sandbox

    init() async throws {
        sandbox = try Sandbox()
        try await sandbox.makePulse()
    }

    @Test func writesNothingTwice() async throws {
        let before = try sandbox.tree()
        let result = try await sandbox.run("generate", "pulse")
        #expect(result.status == 0)
        #expect(result.stdout == "")
        #expect(result.stderr.wholeMatch(of: /pulse\/pulse\.json: unchanged [0-9]+\n/) != nil)
        #expect(try sandbox.tree() == before)
    }

    @Test func mendsWhatIsMissing() async throws {
        let makefile = sandbox["pulse/Makefile"]
        try sandbox.delete("pulse/Makefile")
        let result = try await sandbox.run("generate", "pulse/pulse.json")
        #expect(result.status == 0)
        #expect(result.stderr.hasPrefix("pulse/pulse.json: restored 1, unchanged "))
        #expect(sandbox["pulse/Makefile"] == makefile)
    }

    @Test func refusesAnEditWithItsDifference() async throws {
        let makefile = sandbox["pulse/Makefile"]
        try sandbox.append("edited = 1\n", to: "pulse/Makefile")
        try sandbox.delete("pulse/pulse.c")
        let before = try sandbox.tree()
        let refused = try await sandbox.run("generate", in: "pulse")
        #expect(refused.status == 1)
        #expect(refused.stdout == "")
        #expect(refused.stderr.hasPrefix("--- a/Makefile\n+++ b/Makefile\n"))
        #expect(refused.stderr.contains("\n-edited = 1\nMakefile: changed by hand\n"))
        #expect(try sandbox.tree() == before)

        let forced = try await sandbox.run("generate", "--force", in: "pulse")
        #expect(forced.status == 0)
        #expect(forced.stderr.hasPrefix("pulse.json: restored 1, overwritten 1, unchanged "))
        #expect(sandbox["pulse/Makefile"] == makefile)
        #expect(sandbox["pulse/pulse.c"] != nil)
    }

    @Test func deletesWhatIsStaleAndNothingOfTheUser() async throws {
        try sandbox.write("mine\n", to: "pulse/notes.txt")
        let spec = sandbox["pulse/pulse.json"]?.replacing("\"pulse\"", with: "\"tempo\"")
        try sandbox.write(spec ?? "", to: "pulse/pulse.json")
        let result = try await sandbox.run("generate", "pulse")
        #expect(result.status == 0, "\(result.output)")
        #expect(sandbox["pulse/pulse.c"] == nil)
        #expect(sandbox["pulse/tempo.c"] != nil)
        #expect(sandbox["pulse/notes.txt"] == "mine\n")
        #expect(try await sandbox.run("check", "pulse").status == 0)
    }

    @Test func onlyLooksWhenAskedTo() async throws {
        try sandbox.delete("pulse/Makefile")
        let before = try sandbox.tree()
        let list = try await sandbox.run("generate", "pulse", "--dry-run")
        #expect(list.status == 0)
        #expect(list.stdout == "restore Makefile\n")
        let diff = try await sandbox.run("generate", "pulse", "--diff")
        #expect(diff.status == 0)
        #expect(diff.stdout.hasPrefix("--- /dev/null\n+++ b/Makefile\n@@ -0,0 "))
        try sandbox.write("mine\n", to: "pulse/Makefile")
        let refused = try await sandbox.run("generate", "pulse", "--dry-run")
        #expect(refused.status == 1)
        #expect(refused.stdout == "refuse Makefile\n")
        #expect(refused.stderr == "pulse/Makefile: changed by hand\n")
        try sandbox.delete("pulse/Makefile")
        #expect(try sandbox.tree().keys == before.keys)
    }

    @Test func printsOneFile() async throws {
        let result = try await sandbox.run("generate", "pulse", "--stdout", "Makefile")
        #expect(result.status == 0)
        #expect(result.stdout == sandbox["pulse/Makefile"])
        #expect(result.stderr == "")
        let unknown = try await sandbox.run("generate", "--stdout=Makefil", "pulse")
        #expect(unknown.status == 64)
        #expect(unknown.stderr.contains("Did you mean 'Makefile'?"))
    }

    @Test func leavesNothingBehindForARejectedSpec() async throws {
        try sandbox.write(#"{ "spec": 1, "extension": {"#, to: "bad/x.json")
        let before = try sandbox.tree()
        for (operand, place) in [
            ("bad", "bad/x.json:"), ("bad/x.json", "bad/x.json:"), ("./bad/", "./bad/x.json:"),
        ] {
            for command in ["generate", "check", "validate"] {
                let result = try await sandbox.run(command, operand)
                #expect(result.status == 1)
                #expect(result.stderr.hasPrefix(place))
                #expect(result.stdout == "")
            }
        }
        #expect(try await sandbox.run("validate", in: "bad").stderr.hasPrefix("x.json:"))
        #expect(try sandbox.tree() == before)
    }

    @Test func tellsTheLineOfAConflictInTheLockFile() async throws {
        let lock = sandbox["pulse/dynpgext.lock"] ?? ""
        try sandbox.write(lock + "<<<<<<< HEAD\n", to: "pulse/dynpgext.lock")
        let before = try sandbox.tree()
        let line = lock.split(separator: "\n").count + 1
        for command in ["generate", "check"] {
            let result = try await sandbox.run(command, "pulse")
            #expect(result.status == 1)
            #expect(
                result.stderr.hasPrefix("pulse/dynpgext.lock:\(line): error: a conflict marker"))
        }
        #expect(try sandbox.tree() == before)
    }

    @Test func runsAtOnceDoNotDisturbEachOther() async throws {
        for file in ["Makefile", "pulse.c", "dynpgext.lock"] { try sandbox.delete("pulse/\(file)") }
        try await withThrowingTaskGroup(of: ProcessResult.self) { group in
            for _ in 0..<8 {
                group.addTask { [sandbox] in try await sandbox.run("generate", "pulse") }
            }
            for try await result in group { #expect(result.status == 0, "\(result.output)") }
        }
        #expect(try await sandbox.run("check", "pulse").status == 0)
        #expect(try sandbox.tree().keys.allSatisfy { !$0.contains(".dynpgext-") })
    }

    /// Root may write anywhere, so that it becomes nobody for this.
    @Test func changesNothingInAReadOnlyDirectory() async throws {
        try sandbox.delete("pulse/Makefile")
        // Not copied by this process: a child of another test could hold the copy open for writing.
        #expect(try await sandbox.shell(#"cp "$0" command"#).status == 0)
        let pulse = sandbox.directory.appending(path: "pulse")
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: pulse.path)
        let before = try sandbox.tree()
        let drop = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
        let result = try await ServerHarness.run(
            (geteuid() == 0 ? drop : []) + ["../command", "generate"], in: pulse)
        #expect(result.status == 2)
        #expect(result.stderr.contains("dynpgext-gen: error: cannot write "))
        #expect(result.stderr.contains(": Permission denied"))
        #expect(try sandbox.tree() == before)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: pulse.path)
    }
}
