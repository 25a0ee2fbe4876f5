import Foundation
import ServerHarness
import Testing

/// What `docs` says of the format is what the code declares.
@Suite struct DocumentationTests {
    @Test(arguments: [("docs/spec.md", specReference()), ("docs/rules.md", rulesReference())])
    func isUpToDate(path: String, text: String) throws {
        let file = checkout.appending(path: path)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(path): read `git diff`, then run the tests again")
        }
        let there = try String(contentsOf: file, encoding: .utf8)
        #expect(there == text, "\(path) differs; run `make golden`, then read `git diff`")
    }

    /// Each spec that the documentation shows is valid, and formatted.
    @Test(arguments: ["docs/spec.md", "README.md"]) func showsValidSpecs(path: String) async throws
    {
        let text = try String(contentsOf: checkout.appending(path: path), encoding: .utf8)
        let parts = text.components(separatedBy: "```json\n").dropFirst()
        try #require(!parts.isEmpty)
        for part in parts {
            let spec = part.components(separatedBy: "```")[0]
            let sandbox = try Sandbox()
            try sandbox.write(spec, to: "spec.json")
            let result = try await sandbox.run("validate", "spec.json")
            #expect(result.status == 0, "\(result.output)")
        }
    }
}
