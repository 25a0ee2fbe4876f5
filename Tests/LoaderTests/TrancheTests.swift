import Foundation
import ServerHarness
import Testing

/// Lock tranches, of which the server has few since 19, and never takes one back.
@Suite struct TrancheTests {
    /// How many extensions there are; five blocks of each are more than 19 has tranches for.
    private let count = 60
    private let told = "leaves the last lock tranches of the server to others"

    @Test(
        "the loader leaves tranches to others, says so once, and all locks work",
        arguments: Majors.all)
    func leavesSomeToOthers(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["many"])
        let tranches = try await lockEachBlock(on: server)
        let own = Set(tranches).count { tranche in tranches.count { $0 == tranche } == 1 }
        if major >= 19 {
            // 256 less those of others; one more is of the loader's own locks.
            #expect((200...223).contains(own), "\(own)")
            #expect(Set(tranches).count == own + 1)
        } else {
            #expect(own == 5 * count)
        }
        #expect(server.logLines(containing: told).count == (major >= 19 ? 1 : 0))

        // A session that comes later, and a block that is made anew, find the same.
        try await server.psql("DROP EXTENSION many1; DROP EXTENSION many\(count)")
        for name in ["many1", "many\(count)"] { try await server.psql("CREATE EXTENSION \(name)") }
        #expect(
            try await server.psql(
                "SELECT many1_lock('many1:1'), many\(count)_lock('many\(count):5')")
                == "\(tranches[0])|\(tranches[5 * count - 1])")
        try await server.psql("SELECT many1_take(32)")
        if major >= 19 { try await server.psqlFails("SELECT many1_take(1)") }
    }

    @Test("where others have taken all, locks work", arguments: Majors.all.filter { $0 >= 19 })
    func worksWithNoneLeft(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["many"])
        try await server.psql("CREATE EXTENSION many1; CREATE EXTENSION many2")
        try await server.psqlFails("SELECT many1_take(256)")
        let lock = "SELECT many1_lock('many1:1') = many2_lock('many2:1')"
        #expect(try await server.psql("\(lock); \(lock)") == "t\nt")
        #expect(server.logLines(containing: told).count == 1)
        #expect(server.logLines(containing: "ERROR").count == 1)
    }

    /// Creates all extensions, and takes the lock of each block; gives the tranches in the order of the blocks.
    private func lockEachBlock(on server: TestServer) async throws -> [String] {
        let names = (1...count).map { "many\($0)" }
        try await server.psql(names.map { "CREATE EXTENSION \($0);" }.joined(separator: "\n"))
        let locks = names.flatMap { name in (1...5).map { "SELECT \(name)_lock('\(name):\($0)');" }
        }
        let taken = try await server.psql(locks.joined(separator: "\n"))
        return taken.split(separator: "\n").map(String.init)
    }
}
