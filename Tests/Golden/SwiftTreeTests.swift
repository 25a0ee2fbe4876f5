import Foundation
import ServerHarness
import Testing

/// A spec in Swift gives what the same spec in JSON gives.
/// One compiler at a time is enough.
@Suite(.serialized) struct SwiftTreeTests {
    /// The example is written in both languages, and has one tree.
    @Test func pulseIsOneTree() async throws {
        let sandbox = try Sandbox()
        let directory = sandbox.directory.appending(path: "pulse")
        let pulse = try #require(try GoldenCase.named("pulse").sources)
        try FileManager.default.copyItem(at: pulse, to: directory)
        try sandbox.delete("pulse/pulse.json")
        try FileManager.default.moveItem(
            at: directory.appending(path: "swift/Extension.swift"),
            to: directory.appending(path: "Extension.swift"))
        let made = try await sandbox.run("generate", "pulse")
        #expect(made.status == 0, "\(made.output)")

        let given = try contents(of: pulse).keys + ["Extension.swift"]
        let files = try contents(of: directory).filter { !given.contains($0.key) }
        try expectEqual(files, contents(of: GoldenCase.named("pulse").expected))
    }

    @Test(arguments: NewExtensionTests.templates) func newIsOneTree(template: String) async throws {
        let (inSwift, inJSON) = (try Sandbox(), try Sandbox())
        let made = try await inSwift.run("new", "tempo", "--template", template, "--spec", "swift")
        #expect(made.status == 0, "\(made.output)")
        let check = try await inSwift.run("check", in: "tempo")
        #expect(check.status == 0, "\(check.output)")
        let other = try await inJSON.run("new", "tempo", "--template", template)
        #expect(other.status == 0)
        let trees = try [inSwift, inJSON].map { sandbox in
            try contents(of: sandbox.directory.appending(path: "tempo"))
                .filter { !["tempo.json", "Extension.swift"].contains($0.key) }
        }
        expectEqual(trees[0], trees[1])
    }

    /// JSON to Swift and back is the same spec, to the byte once `convert` has laid it out.
    @Test(arguments: GoldenCase.all.filter { $0.sources != nil }.map(\.name) + ["odd"])
    func conversionIsTheIdentity(name: String) async throws {
        let sandbox = try Sandbox()
        let spec =
            if name == "odd" { try oddSpec } else {
                try String(
                    contentsOf: #require(GoldenCase.named(name).sources).appending(
                        path: "\(name).json"), encoding: .utf8)
            }
        try sandbox.write(spec, to: "spec.json")
        let swift = try await sandbox.run("convert", "spec.json")
        #expect(swift.status == 0, "\(swift.output)")
        try sandbox.write(swift.stdout, to: "Extension.swift")
        let json = try await sandbox.run("convert", "Extension.swift")
        #expect(json.status == 0, "\(swift.stdout)\n\(json.output)")
        #expect(try value(of: json.stdout) == value(of: spec))

        try sandbox.write(json.stdout, to: "again.json")
        let again = try await sandbox.run("convert", "again.json")
        #expect(again.stdout == swift.stdout)
    }

    /// What a literal of Swift could take for something else; every key has a value.
    private var oddSpec: String {
        get throws {
            let texts = [
                "\\(1 + 1)", "\"", "\"\"", "\"\"x", "\"x\"", "\"#", "#\"#\"##", "\\#(x)", "a\\",
                "\u{1}\u{1F}\u{7F}", "a\r\nb\tc", "👩‍👩‍👧 é e\u{301} \u{202E} \u{FEFF}", "\u{301}\"",
                "\"\"\"\n", "{}", "//", "/* ", "", "\u{1F600}\u{E000}",
            ]
            let statements = String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
            return #"""
                { "$schema": "./x.json", "spec": 1, "postgres": {"max": 17}, "interface": 2,
                  "extension": {"name": "odd", "version": "1", "schema": "o", "hot_upgrade": false, "comment": ""},
                  "settings": [{"name": "a", "type": "int", "default": -9223372036854775808, "min": -1, "max": 9223372036854775807},
                               {"name": "b", "type": "bool", "default": true, "comment": ""}],
                  "shmem": [{"name": "a", "scope": "global", "lock": "none", "fields": []},
                            {"name": "b", "scope": "database", "size": 1, "view": false}],
                  "workers": [{"name": "a", "scope": "global", "connect": {"role": "x"}, "every": "1s", "run": {"c": true}},
                              {"name": "b", "scope": "global", "connect": {"database": null, "role": "x"}, "every": "1s", "run": {"c": true}},
                              {"name": "c", "scope": "global", "connect": {"database": null}, "every": {"setting": "x"}, "run": {"c": true}},
                              {"name": "d", "scope": "global", "connect": false, "every": "", "run": {"sql": \#(statements)}}] }
                """#
        }
    }

    private func value(of json: String) throws -> NSObject? {
        try JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSObject
    }

    /// The JSON Schema is for specs in JSON, so it is left out, and the hash of .gitattributes that names it. What all trees
    /// carry is not among the expected files.
    private func expectEqual(_ left: [String: Data], _ right: [String: Data]) {
        let schema = "dynpgext.schema.json"
        for path in Set(left.keys).union(right.keys).sorted()
        where path != schema && !path.hasPrefix("runtime/") {
            let lines = [left, right].map { tree in
                tree[path].map {
                    String(decoding: $0, as: UTF8.self).split(separator: "\n").filter {
                        !$0.contains(schema) && !$0.hasSuffix(" .gitattributes")
                    }
                }
            }
            #expect(lines[0] == lines[1], "\(path)")
        }
    }
}
