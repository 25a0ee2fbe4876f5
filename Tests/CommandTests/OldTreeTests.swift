import Foundation
import ServerHarness
import Testing

/// A tree as the first lock file knew it, written by an earlier commit of this project.
@Suite struct OldTreeTests {
    let sandbox: Sandbox
    private static let users = [
        "ticker.json", "ticker_hooks.c", "ticker.extra.sql", "README.md", ".gitignore",
    ]

    init() throws {
        sandbox = try Sandbox()
        try FileManager.default.copyItem(
            at: checkout.appending(path: "Tests/CommandTests/Fixtures/format-1"),
            to: sandbox.directory.appending(path: "old"))
    }

    @Test func isBroughtUpToDate() async throws {
        #expect(sandbox["old/dynpgext.lock"]?.contains("\nformat 1\n") == true)
        let before = Self.users.map { sandbox["old/\($0)"] }
        let check = try await sandbox.run("check", "old")
        #expect(check.status == 1)
        #expect(check.stderr.contains("old/ticker.h: out of date\n"))
        #expect(!check.stderr.contains("by hand"))
        let result = try await sandbox.run("generate", "old")
        #expect(result.status == 0, "\(result.output)")
        #expect(try await sandbox.run("check", "old").status == 0)
        #expect(Self.users.map { sandbox["old/\($0)"] } == before)
    }

    @Test func itsHashesStillTellAnEditByHand() async throws {
        try sandbox.append("edit\n", to: "old/ticker.h")
        let before = try sandbox.tree()
        let refused = try await sandbox.run("generate", "old")
        #expect(refused.status == 1)
        #expect(refused.stderr.contains("old/ticker.h: changed by hand\n"))
        #expect(try sandbox.tree() == before)
    }

    @Test func itsListStillTellsWhatIsStaleAndWhatTheUserDeleted() async throws {
        try sandbox.delete("old/README.md")
        let spec = sandbox["old/ticker.json"]?.replacing("\"ticker\"", with: "\"tempo\"")
        try sandbox.write(spec ?? "", to: "old/ticker.json")
        #expect(try await sandbox.run("generate", "old").status == 0)
        let names = try sandbox.tree().keys
        #expect(!names.contains("old/ticker_workers.c"))
        #expect(!names.contains("old/README.md"))
        #expect(names.contains("old/ticker_hooks.c"))
    }
}
