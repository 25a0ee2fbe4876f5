import Foundation
import ServerHarness
import Testing

/// A wrong spec is refused with exactly these diagnostics, and nothing is written.
@Suite struct RejectedTests {
    @Test(arguments: RejectedCase.all) func diagnostics(_ rejected: RejectedCase) async throws {
        let sandbox = try Sandbox()
        let spec = rejected.spec.lastPathComponent
        try FileManager.default.copyItem(
            at: rejected.spec, to: sandbox.directory.appending(path: spec))
        let before = try sandbox.tree()

        let validated = try await sandbox.run("validate", spec)
        let generated = try await sandbox.run("generate", spec)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(validated.stderr.utf8).write(to: rejected.diagnostics)
            Issue.record("recorded \(rejected.name): read `git diff`, then run the tests again")
        }
        let expected = try String(contentsOf: rejected.diagnostics, encoding: .utf8)
        #expect(validated.stderr == expected)
        #expect(generated.stderr == expected)
        for result in [validated, generated] {
            #expect(result.status == 1)
            #expect(result.stdout.isEmpty)
        }
        #expect(try sandbox.tree() == before)
    }
}

/// A folder of `Rejected`: the spec, called as the folder, and what is said of it.
struct RejectedCase: CustomTestStringConvertible, Sendable {
    let folder: URL

    var name: String { folder.lastPathComponent }
    var testDescription: String { name }
    var spec: URL {
        let inSwift = folder.appending(path: "\(name).swift")
        let isThere = FileManager.default.fileExists(atPath: inSwift.path)
        return isThere ? inSwift : folder.appending(path: "\(name).json")
    }
    var diagnostics: URL { folder.appending(path: "diagnostics.txt") }

    /// Every case, by name.
    static let all: [RejectedCase] = {
        let parent = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Rejected")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
            .map { RejectedCase(folder: parent.appending(path: $0)) }
    }()
}
