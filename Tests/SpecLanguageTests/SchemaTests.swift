import Foundation
import ServerHarness
import Testing

@testable import SpecLanguage

/// The JSON Schema, judged by Python's jsonschema.
@Suite(
    .enabled(
        if: Validator.isThere, "skipped: .pg/jsonschema is not there; scripts/jsonschema fetches it"
    ))
struct SchemaTests {
    @Test func acceptsEveryValidSpec() async throws {
        let specs = try Specs.examples
        try #require(specs.count >= 6)
        let judgement = try await Validator.judge(specs)
        for spec in specs {
            #expect(judgement[spec.path] == "valid", "\(spec.lastPathComponent)")
        }
    }

    /// Which of the rejected cases are errors of shape is what the decoder says, not a list.
    @Test func refusesEveryErrorOfShape() async throws {
        let cases = try Specs.rejected
        let misshapen = try cases.filter { try Specs.verdict(of: $0) == .misshapen }
        try #require(misshapen.count >= 5)
        let judgement = try await Validator.judge(misshapen)
        for spec in misshapen {
            #expect(judgement[spec.path] == "invalid", "\(spec.lastPathComponent)")
        }
    }

    /// Each mistake of shape by itself: one member of a valid spec that is put in the place of another.
    @Test func refusesEachErrorOfShapeAlone() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var files: [URL] = []
        for (index, text) in try Specs.brokenOnce().enumerated() {
            let file = folder.appending(path: "\(index).json")
            try Data(text.utf8).write(to: file)
            if try Specs.verdict(of: file) == .misshapen { files.append(file) }
        }
        try #require(files.count >= 100)
        let judgement = try await Validator.judge(files)
        for file in files where judgement[file.path] != "invalid" {
            Issue.record("accepted: \(try String(contentsOf: file, encoding: .utf8))")
        }
    }

    @Test func isASchema() async throws {
        #expect(
            try await Validator.python("jsonschema.Draft202012Validator.check_schema(schema)") == ""
        )
    }
}

/// Specs of the repository.
private enum Specs {
    enum Verdict { case malformed, misshapen, shaped }

    /// Every example, every golden case, and what `new` makes.
    static var examples: [URL] {
        get throws {
            try ["examples", "Tests/Golden/Cases", "Tests/Golden/Expected"].flatMap { folder in
                try json(below: checkout.appending(path: folder))
            }
        }
    }

    static var rejected: [URL] {
        get throws { try json(below: checkout.appending(path: "Tests/Golden/Rejected")) }
    }

    /// `NAME/NAME.json` of each directory.
    private static func json(below folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .map { $0.appending(path: "\($0.lastPathComponent).json") }
            .filter { FileManager.default.fileExists(atPath: $0.path) }
            .sorted { $0.path < $1.path }
    }

    /// How far a text gets: is it JSON, and has it the shape of a spec?
    static func verdict(of file: URL) throws -> Verdict {
        let text = SpecText(path: file.path, bytes: Array(try Data(contentsOf: file)))
        guard let document = try? read(text) else { return .malformed }
        return (try? decode(document)) == nil ? .misshapen : .shaped
    }

    /// The spec of the tests with, one at a time, each value replaced by others and each key removed or misspelt.
    static func brokenOnce() throws -> [String] {
        variants(of: try read(spec(pulse)).root).map { jsonText(of: $0) }
    }

    private static func variants(of node: SpecDocument.Node) -> [SpecDocument.Node] {
        var found: [SpecDocument.Node] = [
            .init(.null), .boolean(false), .number(7), .init(.number("1.5")), .string("?"),
            .array([]), .object([("x", .boolean(true))]),
        ]
        switch node.value {
        case .object(let members):
            for (index, member) in members.enumerated() {
                var fewer = members
                fewer.remove(at: index)
                found.append(.init(.object(fewer)))
                for key in ["\(member.key.value)x", "comment"] {
                    var other = members
                    other[index] = .init(key: Located(key, at: .nowhere), value: member.value)
                    found.append(.init(.object(other)))
                }
                for value in variants(of: member.value) {
                    var other = members
                    other[index] = .init(key: member.key, value: value)
                    found.append(.init(.object(other)))
                }
            }
        case .array(let nodes):
            for (index, node) in nodes.enumerated() {
                for value in variants(of: node) {
                    var other = nodes
                    other[index] = value
                    found.append(.init(.array(other)))
                }
            }
        default: break
        }
        return found
    }
}

/// Python with jsonschema on its path.
private enum Validator {
    static let tree = checkout.appending(path: ".pg/jsonschema")
    static var isThere: Bool { FileManager.default.fileExists(atPath: tree.path) }

    /// "valid" or "invalid" for each file.
    static func judge(_ files: [URL]) async throws -> [String: String] {
        let output = try await python(
            """
            validator = jsonschema.Draft202012Validator(schema)
            for path in json.load(sys.stdin):
                with open(path, encoding='utf-8') as file:
                    print(path, 'valid' if validator.is_valid(json.load(file)) else 'invalid')
            """, input: String(decoding: try JSONEncoder().encode(files.map(\.path)), as: UTF8.self)
        )
        let pairs = output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
    }

    /// Runs a program that has `schema`.
    static func python(_ program: String, input: String = "") async throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(jsonSchema().utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try await run(
            [
                "python3", "-c",
                "import json, jsonschema, sys\nschema = json.load(open(sys.argv[1]))\n" + program,
                file.path,
            ],
            environment: cleanEnvironment.merging(["PYTHONPATH": tree.path]) { $1 }, input: input)
        guard result.status == 0 else { throw HarnessError(result.output) }
        return result.stdout
    }
}
