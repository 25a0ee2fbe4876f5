import Foundation
import ServerHarness
import Testing

/// The output is, to the byte, what stands in Expected.
@Suite struct ExpectedTreeTests {
    @Test(arguments: GoldenCase.all) func tree(_ golden: GoldenCase) async throws {
        let tree = try await golden.generated()
        let given = try golden.sources.map(contents(of:)) ?? [:]
        let files = try tree.files
        for (path, data) in given {
            #expect(files[path] == data, "\(path) is the user's and was changed")
        }

        let output = files.filter { given[$0.key] == nil }
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try record(output, in: golden.expected)
            Issue.record("recorded \(golden.name): read `git diff`, then run the tests again")
        }
        #expect(!output.isEmpty)
        let expected = try contents(of: golden.expected)
        for path in Set(output.keys).union(expected.keys).sorted()
        where output[path] != expected[path] {
            let difference = try await run(
                [
                    "diff", "-uN", golden.expected.appending(path: path).path,
                    tree.directory.appending(path: path).path,
                ])
            Issue.record(
                "\(path) differs; run `make golden`, then read `git diff`\n\(difference.stdout)")
        }
    }

    private func record(_ files: [String: Data], in directory: URL) throws {
        try? FileManager.default.removeItem(at: directory)
        for (path, data) in files {
            let file = directory.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
    }
}
