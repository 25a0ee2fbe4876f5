import Foundation
import ServerHarness
import Testing

/// A wrong spec is refused with exactly these diagnostics, and nothing is written.
@Suite struct RejectedTests {
    @Test(arguments: RejectedCase.all) func diagnostics(_ rejected: RejectedCase) async throws {
        let tree = try GeneratedTree(named: rejected.name)
        try FileManager.default.createDirectory(
            at: tree.directory, withIntermediateDirectories: false)
        try FileManager.default.copyItem(
            at: rejected.spec, to: tree.directory.appending(path: rejected.spec.lastPathComponent))
        let before = try tree.files

        let validated = try await dynpgextGen("validate", rejected, in: tree)
        let generated = try await dynpgextGen("generate", rejected, in: tree)
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
        let after = try FileManager.default.subpathsOfDirectory(atPath: tree.directory.path)
        #expect(Set(after) == Set(before.keys))
        #expect(try tree.files == before)
    }

    /// A folder that was forgotten, or lost on its way, would test nothing.
    @Test func hasCases() {
        #expect(RejectedCase.all.count >= 20)
    }

    private func dynpgextGen(
        _ command: String, _ rejected: RejectedCase, in tree: GeneratedTree
    ) async throws -> ProcessResult {
        try await run(
            [Command.path, command, rejected.spec.lastPathComponent], in: tree.directory)
    }
}

/// A folder of `Rejected`: the spec, called as the folder, and what is said of it.
struct RejectedCase: CustomTestStringConvertible, Sendable {
    let folder: URL

    var name: String { folder.lastPathComponent }
    var testDescription: String { name }
    var spec: URL { folder.appending(path: "\(name).json") }
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
