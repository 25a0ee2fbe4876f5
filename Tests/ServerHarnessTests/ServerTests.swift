import Foundation
import ServerHarness
import Testing

/// The throw-away servers themselves.
@Suite struct ServerTests {
    @Test(arguments: Majors.all)
    func startsAnswersAndLeavesNothing(major: Int) async throws {
        let server = try await TestServer.start(major: major)
        let version = try await server.psql("SHOW server_version_num")
        #expect(version.hasPrefix("\(major)"))
        let postmaster = try #require(server.postmaster)
        await server.finish()
        #expect(!server.isRunning(postmaster))
        #expect(!FileManager.default.fileExists(atPath: server.directory.path))
    }
}
