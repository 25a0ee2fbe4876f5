import ServerHarness
import Testing

@Suite struct ArgumentsTests {
    let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    @Test(arguments: [
        ([], "no command"),
        (["genrate"], "unknown command 'genrate'\nhint: Did you mean 'generate'?"),
        (["zzzzzzzz"], "unknown command 'zzzzzzzz'\nhint: Run 'dynpgext-gen --help'"),
        (["help", "chekc"], "unknown command 'chekc'\nhint: Did you mean 'check'?"),
        (
            ["generate", "--forse"],
            "unknown option '--forse' for generate\nhint: Did you mean '--force'?"
        ),
        (["check", "--force"], "unknown option '--force' for check"),
        (["check", "-f"], "unknown option '-f' for check"),
        (["generate", "--force=yes"], "option '--force' takes no value"),
        (["generate", "--stdout"], "option '--stdout' needs a value"),
        (["generate", "--stdout="], "option '--stdout' needs a value"),
        (["generate", "--stdout=a", "--stdout", "b"], "option '--stdout' needs one PATH, not two"),
        (["generate", "--stdout=a", "--force"], "--stdout a goes with no other option"),
        (["generate", "a", "b"], "too many operands for generate"),
        (["new"], "new needs NAME\nhint: Usage: dynpgext-gen new NAME"),
    ])
    func wrongUsageIs64(words: [String], message: String) async throws {
        let result = try await sandbox.shell(#""$0" "# + words.joined(separator: " "))
        #expect(result.status == 64)
        #expect(result.stderr.hasPrefix("dynpgext-gen: error: \(message)"))
        #expect(result.stdout == "")
    }

    @Test func helpIsAResult() async throws {
        for words in ["--help", "help", "-h", "generate -h check"] {
            let result = try await sandbox.shell(#""$0" "# + words)
            #expect(result.status == 0)
            #expect(result.stdout.hasPrefix("Usage: dynpgext-gen "))
            #expect(result.stderr == "")
        }
    }

    @Test(arguments: ["new", "generate", "check", "validate", "loader"])
    func everyCommandHasAPage(command: String) async throws {
        let page = try await sandbox.run("help", command)
        #expect(page.status == 0)
        #expect(page.stdout.hasPrefix("Usage: dynpgext-gen \(command) "))
        #expect(try await sandbox.run(command, "--help").stdout == page.stdout)
        #expect(try await sandbox.run("--help", command).stdout == page.stdout)
        #expect(try await sandbox.run("--help").stdout.contains("\n  \(command) "))
        #expect(page.stdout.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test func tellsItsVersion() async throws {
        let result = try await sandbox.run("--version")
        #expect(result.status == 0)
        #expect(result.stdout.wholeMatch(of: /dynpgext-gen [0-9]+\.[0-9]+\.[0-9]+(-dev)?\n/) != nil)
    }

    @Test func optionsStandAnywhere() async throws {
        try await sandbox.makePulse()
        try sandbox.append("edited\n", to: "pulse/Makefile")
        for words in [
            "--dry-run --force generate pulse", "generate --dry-run pulse --force",
            "generate pulse --force --dry-run", "generate --force --dry-run -- pulse",
        ] {
            let result = try await sandbox.shell(#""$0" "# + words)
            #expect(result.stdout == "overwrite Makefile\n")
            #expect(result.status == 0)
        }
        let file = sandbox["pulse/pulse.json"]?.isEmpty
        #expect(file == false)
    }

    @Test func afterTwoDashesAllAreOperands() async throws {
        let result = try await sandbox.run("validate", "--", "--help")
        #expect(result.status == 2)
        #expect(result.stderr.contains("cannot open --help: No such file or directory"))
    }

    @Test func aResultThatCannotBeWrittenIsAFailure() async throws {
        let result = try await sandbox.shell(#""$0" --help > /dev/full"#)
        #expect(result.status == 2)
        #expect(result.stderr.contains("cannot write standard output: No space left on device"))
    }
}
