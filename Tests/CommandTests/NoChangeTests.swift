import ServerHarness
import Testing

/// With nothing to do, nothing is written: no file is so much as opened for writing.
@Suite(.enabled("strace cannot trace here") { await Strace.works() })
struct NoChangeTests {
    @Test(arguments: [
        ["generate", "pulse"], ["generate", "--stubs", "pulse"], ["generate", "--force", "pulse"],
        ["check", "pulse"], ["check", "--format", "github", "pulse"], ["validate", "pulse"],
        ["generate", "--dry-run", "pulse"], ["generate", "--diff", "pulse"],
    ])
    func changesNothing(arguments: [String]) async throws {
        let sandbox = try Sandbox()
        try await sandbox.makePulse()
        let (result, calls) = try await Strace.changes(arguments, in: sandbox)
        #expect(result.status == 0, "\(result.output)")
        #expect(calls.isEmpty, "\(calls.map(\.line))")
    }

    /// Looking does not mend.
    @Test(arguments: [["check"], ["generate", "--dry-run"], ["generate", "--diff"]])
    func onlyLooks(arguments: [String]) async throws {
        let sandbox = try Sandbox()
        try await sandbox.makePulse()
        try sandbox.delete("pulse/Makefile")
        try sandbox.write("# c\nformat 1\nyours a\n", to: "pulse/.dynpgext.journal")
        let (_, calls) = try await Strace.changes(arguments + ["pulse"], in: sandbox)
        #expect(calls.isEmpty, "\(calls.map(\.line))")
    }
}
