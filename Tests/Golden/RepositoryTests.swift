import Foundation
import ServerHarness
import Testing

/// What the repository says of itself.
@Suite struct RepositoryTests {
    /// What is shown of Swift is valid.
    @Test(arguments: ["README.md", "docs/swift.md"]) func documentsShowValidSwift(
        file: String
    ) async throws {
        let text = try String(contentsOf: checkout.appending(path: file), encoding: .utf8)
        let parts = text.components(separatedBy: "```swift\n").dropFirst()
        #expect(!parts.isEmpty)
        for part in parts {
            let sandbox = try Sandbox()
            let spec = try #require(part.components(separatedBy: "```").first)
            try sandbox.write(spec, to: "Extension.swift")
            let result = try await sandbox.run("validate")
            #expect(result.status == 0, "\(spec)\(result.output)")
        }
    }

    /// The binary carries the loader's sources as they are, and all of them.
    @Test func loaderIsTheRepositorys() async throws {
        let sandbox = try Sandbox()
        #expect(try await sandbox.run("loader", "loader").status == 0)
        let compared = try await run([
            "diff", "-r", "-x", "dynpgext.lock", "-x", "*.o", "-x", "*.so",
            checkout.appending(path: "loader").path,
            sandbox.directory.appending(path: "loader").path,
        ])
        #expect(compared.status == 0, "run scripts/embed\n\(compared.output)")
    }
}
