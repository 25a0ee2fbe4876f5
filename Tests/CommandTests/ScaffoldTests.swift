import Foundation
import ServerHarness
import Testing

/// The files of a new project that depend on more than the extension's name.
@Suite struct ScaffoldTests {
    let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    @Test(arguments: ["worker", "counters", "cron"])
    func makesWhatCheckFindsClean(template: String) async throws {
        let made = try await sandbox.run("new", "pulse", "--template", template)
        #expect(made.status == 0, "\(made.output)")
        let check = try await sandbox.run("check", "pulse")
        #expect(check.status == 0 && check.stdout.isEmpty, "\(check.output)")
        let format = try await sandbox.run("fmt", "--check", "pulse")
        #expect(format.status == 0, "\(format.output)")
    }

    /// Git may be told to give text files the line ends of Windows; what is generated keeps its own.
    @Test func survivesACheckoutWithOtherLineEnds() async throws {
        #expect(try await sandbox.run("new", "pulse").status == 0)
        let checkedOut = try await sandbox.shell(
            """
            cd pulse && git init -q . && git config core.autocrlf true &&
            git -c core.safecrlf=false add . && rm pulse.c README.md && git checkout -q .
            """)
        #expect(checkedOut.status == 0, "\(checkedOut.output)")
        #expect(sandbox["pulse/README.md"]?.contains("\r\n") == true)
        #expect(sandbox["pulse/pulse.c"]?.contains("\r\n") == false)
        let check = try await sandbox.run("check", "pulse")
        #expect(check.status == 0, "\(check.output)")
    }

    /// A run that fails leaves the directory as it was, here with no room for the next step.
    @Test func leavesNothingWhenItFails() async throws {
        let result = try await sandbox.shell("ulimit -f 6; trap '' XFSZ; \"$0\" new pulse")
        #expect(result.status == 2, "\(result.output)")
        let left = try sandbox.tree().keys.sorted()
        #expect(left == [""])
    }

    @Test func workerIsTheDefault() async throws {
        #expect(try await sandbox.run("new", "one").status == 0)
        let elsewhere = try Sandbox()
        #expect(try await elsewhere.run("new", "one", "--template=worker").status == 0)
        #expect(sandbox["one/dynpgext.lock"] == elsewhere["one/dynpgext.lock"])
        #expect(sandbox["one/one.json"] == elsewhere["one/one.json"])
    }

    @Test(arguments: [
        ("countres", "Did you mean 'counters'?"), ("x", "There are worker, counters, cron."),
    ])
    func refusesAnUnknownTemplate(word: String, hint: String) async throws {
        let result = try await sandbox.run("new", "pulse", "--template", word)
        #expect(result.status == 64)
        #expect(result.stderr.contains("unknown template '\(word)'"), "\(result.output)")
        #expect(result.stderr.contains(hint), "\(result.output)")
        #expect(sandbox["pulse/pulse.json"] == nil)
    }

    /// PGXN wants three numbers; what has another form gets no META.json.
    @Test(arguments: [
        ("1", "1.0.0"), ("0.1", "0.1.0"), ("1.20.3", "1.20.3"), ("2-beta1", "2.0.0-beta1"),
        ("1.2.3.4", nil), ("01.2", nil), ("1.0b", nil), ("v1", nil), ("1-1", nil), ("1.0-b.1", nil),
    ])
    func writesTheVersionForPGXN(version: String, expected: String?) async throws {
        try sandbox.write(
            #"{"spec": 1, "extension": {"name": "a", "version": "\#(version)", "comment": "a \"b\""}}"#,
            to: "a.json")
        #expect(try await sandbox.run("generate").status == 0)
        guard let meta = sandbox["META.json"] else {
            #expect(expected == nil)
            return
        }
        let object = try JSONSerialization.jsonObject(with: Data(meta.utf8)) as? [String: Any]
        let provided = (object?["provides"] as? [String: [String: String]])?["a"]
        #expect(object?["version"] as? String == expected)
        #expect(provided?["version"] == expected)
        #expect(object?["abstract"] as? String == "a \"b\"")
        for key in ["name", "maintainer", "license", "meta-spec"] { #expect(object?[key] != nil) }
    }

    @Test(arguments: [
        ("{}", "[13, 14, 15, 16, 17, 18, 19]"), (#"{"min": 16}"#, "[16, 17, 18, 19]"),
        (#"{"min": 14, "max": 15}"#, "[14, 15]"),
    ])
    func testsTheMajorsOfTheSpec(majors: String, matrix: String) async throws {
        try sandbox.write(
            #"{"spec": 1, "postgres": \#(majors), "extension": {"name": "a", "version": "1"}}"#,
            to: "a.json")
        let made = try await sandbox.run("generate")
        #expect(made.status == 0, "\(made.output)")
        let workflow = try #require(sandbox[".github/workflows/ci.yml"])
        #expect(workflow.contains("postgresql: \(matrix)\n"))
    }
}
