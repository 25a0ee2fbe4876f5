import Foundation
import ServerHarness
import Testing

/// Which spec a command works on.
@Suite struct TargetTests {
    let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    @Test func noSpecIsAFailure() async throws {
        try sandbox.write(
            #"{ "name": "other", "sub": { "spec": 1 }, "x": "spec" }"#, to: "package.json")
        for command in ["generate", "check", "validate"] {
            let result = try await sandbox.run(command)
            #expect(result.status == 2)
            #expect(result.stderr.contains("no spec in .: "))
            #expect(result.stderr.hasSuffix("hint: Run 'dynpgext-gen new NAME' to begin one.\n"))
        }
    }

    @Test func twoSpecsAreWrongUsage() async throws {
        for name in ["a.json", "b.json"] { try sandbox.write(#"{ "spec": 1 }"#, to: name) }
        try sandbox.write(#"{ "spec": 1 }"#, to: ".hidden.json")
        let result = try await sandbox.run("check")
        #expect(result.status == 64)
        #expect(result.stderr.contains("more than one spec in .: a.json, b.json\n"))
    }

    @Test func findsTheOneSpecAmongOtherDocuments() async throws {
        try await sandbox.makePulse()
        try sandbox.write(
            #"{ "a\"": ["spec", {"spec": 1}], "b": "\"spec\": 1" }"#, to: "pulse/other.json")
        try sandbox.write("not JSON", to: "pulse/broken.json")
        try sandbox.write("", to: "pulse/directory.json/file")
        #expect(try await sandbox.run("check", "pulse").status == 0)
    }

    @Test func takesASpecByItsName() async throws {
        try await sandbox.makePulse()
        try sandbox.write(#"{ "spec": 1 }"#, to: "pulse/second.json")
        #expect(try await sandbox.run("check", "pulse").status == 64)
        #expect(try await sandbox.run("check", "pulse/pulse.json").status == 0)
        #expect(try await sandbox.run("check", "pulse.json", in: "pulse").status == 0)
    }

    @Test func whatIsNotThereCannotBeOpened() async throws {
        for operand in ["nowhere", "nowhere/x.json", ""] {
            let result = try await sandbox.run("generate", operand)
            #expect(result.status == 2)
            #expect(result.stderr.contains("cannot open \(operand): No such file or directory"))
        }
    }

    @Test func colorIsForTerminalsThatWantIt() async throws {
        try sandbox.write(#"{ "spec": 1, "extension": {"#, to: "x.json")
        let plain = try await sandbox.run("validate", "x.json")
        #expect(!plain.stderr.contains("\u{1b}"))
        let terminal = try await sandbox.shell(
            #"env -u NO_COLOR script -qec "$0 validate x.json" /dev/null"#)
        #expect(terminal.stdout.contains("\u{1b}["))
        let unwanted = try await sandbox.shell(
            #"NO_COLOR=1 script -qec "$0 validate x.json" /dev/null"#)
        #expect(unwanted.stdout.contains("error:"))
        #expect(!unwanted.stdout.contains("\u{1b}["))
    }
}
