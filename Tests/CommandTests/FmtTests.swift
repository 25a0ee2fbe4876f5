import Foundation
import ServerHarness
import Testing

/// The canonical form of a spec.
@Suite struct FmtTests {
    let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    private let untidy = #"""
        {"extension":{"version":"1","name":"p","comment":"a \u0022\/\u00e4\n\u202e"},"workers":[],
           "settings" : [
          { "max":1E+2,   "name": "ratio", "default" : 0.50, "type":"real", "min": -0 } , {"default":"b","type":"string","name":"lengthy","comment":"so long that the whole of it cannot stand in a line"}],
        "spec":   1}
        """#

    private let tidy = #"""
        {
          "spec": 1,
          "extension": { "name": "p", "version": "1", "comment": "a \"/ä\n\u202e" },
          "settings": [
            { "name": "ratio", "type": "real", "default": 0.50, "min": -0, "max": 1E+2 },
            {
              "name": "lengthy",
              "type": "string",
              "default": "b",
              "comment": "so long that the whole of it cannot stand in a line"
            }
          ],
          "workers": []
        }

        """#

    @Test func rewritesTheSpecAndNothingElse() async throws {
        try sandbox.write(untidy, to: "p/p.json")
        let checked = try await sandbox.run("fmt", "--check", "p")
        #expect(checked.status == 1)
        #expect(checked.stdout.hasPrefix("--- a/p.json\n+++ b/p.json\n"))
        #expect(
            checked.stderr
                == "p/p.json: not formatted\nhint: Run 'dynpgext-gen fmt p' to mend this.\n")
        #expect(sandbox["p/p.json"] == untidy)

        #expect(try await sandbox.run("fmt", "p").stderr == "p/p.json: formatted\n")
        #expect(sandbox["p/p.json"] == tidy)
        #expect(try Set(sandbox.tree().keys) == ["", "p", "p/p.json"])
        let again = try await sandbox.run("fmt", "p")
        #expect(again.status == 0 && again.stderr == "p/p.json: formatted already\n")
        #expect(try await sandbox.run("fmt", "--check", "p").status == 0)
    }

    @Test func isAFilter() async throws {
        try sandbox.write(untidy, to: "untidy")
        try sandbox.write(tidy, to: "tidy")
        #expect(try await sandbox.shell(#""$0" fmt - < untidy"#).stdout == tidy)
        #expect(try await sandbox.shell(#""$0" fmt - < tidy"#).stdout == tidy)
        #expect(try await sandbox.shell(#""$0" fmt --check - < tidy"#).status == 0)
        #expect(try await sandbox.shell(#""$0" fmt - --check < untidy"#).status == 1)
        let broken = try await sandbox.shell(#"echo '{' | "$0" fmt -"#)
        #expect(broken.status == 1 && broken.stdout.isEmpty)
        #expect(broken.stderr.hasPrefix("standard input:2:1: error: found the end of the file"))
    }

    @Test(arguments: [
        "{ \"spec\": 1 ", "{ \"spec\": 1 }",
        "{\"spec\":1,\"extension\":{\"name\":\"P\",\"version\":\"1\"}}",
    ])
    func leavesAnInvalidSpec(text: String) async throws {
        try sandbox.write(text, to: "p.json")
        let result = try await sandbox.run("fmt", "p.json")
        #expect(result.status == 1)
        #expect(sandbox["p.json"] == text)
    }

    /// A link to a spec elsewhere stays a link.
    @Test func doesNotReplaceALink() async throws {
        try sandbox.write(untidy, to: "there.json")
        try FileManager.default.createSymbolicLink(
            atPath: sandbox.directory.appending(path: "p.json").path,
            withDestinationPath: "there.json")
        let result = try await sandbox.run("fmt", "p.json")
        #expect(result.status == 2)
        #expect(sandbox["there.json"] == untidy)
    }

    /// Every spec of the repository comes to the same files, formatted or not.
    @Test func keepsTheMeaning() async throws {
        for folder in [
            "examples/pulse/pulse", "Tests/Golden/Cases/hostile/hostile",
            "Tests/Golden/Cases/dials/dials",
        ] {
            let spec = checkout.appending(path: "\(folder).json")
            let sandbox = try Sandbox()
            try FileManager.default.copyItem(
                at: spec, to: sandbox.directory.appending(path: "a.json"))
            #expect(try await sandbox.run("generate", "a.json").status == 0)
            let result = try await sandbox.run("fmt", "a.json")
            #expect(result.stderr == "a.json: formatted\n")
            #expect(try await sandbox.run("check", "a.json").status == 0)
        }
    }
}
