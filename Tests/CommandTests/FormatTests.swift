import ServerHarness
import Testing

@testable import dynpgext_gen

/// `--format github` and `--format json`.
@Suite struct FormatTests {
    let sandbox: Sandbox

    init() async throws {
        sandbox = try Sandbox()
        try await sandbox.makePulse()
    }

    @Test func annotatesEachFileThatDrifted() async throws {
        let makefile = sandbox["pulse/Makefile"] ?? ""
        try sandbox.write(
            makefile.replacing("\nOBJS =", with: "\n::error::mine\nOBJS ="), to: "pulse/Makefile")
        try sandbox.delete("pulse/pulse.c")
        let result = try await sandbox.run("check", "--format", "github", "pulse")
        #expect(result.status == 1)
        let mend =
            "%0ARun 'dynpgext-gen generate --force pulse' to mend this; it overwrites the edits.\n"
        let line =
            makefile[..<(makefile.range(of: "\nOBJS")?.upperBound ?? makefile.endIndex)]
            .count { $0 == "\n" } + 1
        #expect(
            result.stdout.hasSuffix(
                """
                ::error file=pulse/Makefile,line=\(line),title=changed by hand::\
                pulse/Makefile: changed by hand\(mend)\
                ::error file=pulse/pulse.c,title=missing::pulse/pulse.c: missing\(mend)
                """))
        #expect(result.stderr.contains("pulse/Makefile: changed by hand\n"))
        // Between the marks no line is a command to GitHub.
        let marks = result.stdout.matches(of: /(?m)^::(stop-commands::)?([0-9a-f]{64})(::)?$/)
        #expect(marks.count == 2)
        #expect(marks.first?.2 == marks.last?.2)
        let commands = result.stdout.matches(of: /(?m)^.?::error/)
        #expect(commands.count == 3)
        #expect(
            commands.allSatisfy { match in
                match.range.lowerBound > (marks.last?.range.upperBound ?? result.stdout.startIndex)
                    || match.range.upperBound
                        < (marks.last?.range.lowerBound ?? result.stdout.endIndex)
            })
    }

    @Test(arguments: ["check", "generate", "validate"])
    func annotatesTheSpec(command: String) async throws {
        try sandbox.write(
            "{ \"spec\": 1,\n  \"extension\": { \"nam\": \"x\" } }", to: "a,b:c%/x.json")
        let result = try await sandbox.run(command, "a,b:c%", "--format=github")
        #expect(result.status == 1)
        #expect(
            result.stdout.contains(
                """
                ::error file=a%2Cb%3Ac%25/x.json,line=2,col=18,title=dynpgext-gen::\
                unknown key "nam" in extension%0ADid you mean "name"?

                """), "\(result.stdout)")
        #expect(result.stderr.hasPrefix("a,b:c%/x.json:2:"))
    }

    @Test func annotatesARefusalAndTheLockFile() async throws {
        try sandbox.append("edit\n", to: "pulse/Makefile")
        let refused = try await sandbox.run("generate", "--format", "github", "pulse")
        #expect(
            refused.stdout.contains("title=changed by hand::pulse/Makefile: changed by hand%0A"))
        try sandbox.append("<<<<<<< HEAD\n", to: "pulse/dynpgext.lock")
        let conflict = try await sandbox.run("check", "--format", "github", "pulse")
        #expect(conflict.stdout.hasPrefix("::error file=pulse/dynpgext.lock,line="))
    }

    @Test func saysNothingWhenAllIsClean() async throws {
        let result = try await sandbox.run("check", "--format", "github", "pulse")
        #expect(result.status == 0)
        #expect(result.stdout == "")
    }

    @Test func knowsItsFormats() async throws {
        let result = try await sandbox.run("check", "--format", "githu", "pulse")
        #expect(result.status == 64)
        #expect(result.stderr.hasSuffix("unknown format 'githu'\nhint: Did you mean 'github'?\n"))
        #expect(try await sandbox.run("check", "--format", "text", "pulse").status == 0)
    }

    @Test func escapesWhatEndsACommand() {
        let annotation = Annotation(
            level: .warning, path: "a%,:\r\n", line: 1, column: 2, title: "b,c",
            message: "50 %: a, b", hint: "Do.")
        #expect(
            annotation.github
                == "::warning file=a%25%2C%3A%0D%0A,line=1,col=2,title=b%2Cc::50 %25: a, b%0ADo.\n")
    }
}
