import Foundation
import ServerHarness
import Testing

/// Whatever happens to catalogs and processes, the workers follow. `make soak` makes a long run of it.
@Suite struct SoakTests {
    private let environment = ProcessInfo.processInfo.environment

    /// A number that scripts/soak has given.
    private func given(_ name: String) -> Int? {
        environment["DYNPGEXT_SOAK_\(name)"].flatMap(Int.init)
    }

    @Test(
        "workers follow, whatever happens",
        arguments: Majors.all)
    func workersFollowWhateverHappens(major: Int) async throws {
        let seed = given("SEED") ?? Int.random(in: 1...999_999)
        let rounds = given("ROUNDS") ?? 6
        // Beside other tests everything takes longer.
        let patience = Double(given("PATIENCE") ?? 20)
        print("soak on \(major): seed \(seed), \(rounds) rounds")
        var soak = try await Soak(
            major: major, databases: given("DATABASES") ?? 3, seed: UInt64(seed))
        var longest = Duration.zero
        for round in 1...rounds {
            var actions: [String] = []
            do {
                for _ in 1...Int.random(in: 1...5, using: &soak.generator) {
                    actions.append(try await soak.act())
                }
                longest = max(longest, try await soak.settle(within: patience))
                try #require(soak.complaints() == [])
            } catch {
                throw HarnessError("seed \(seed), round \(round), after \(actions): \(error)")
            }
        }
        try await leavesNothingBehind(&soak)
        print("soak on \(major): \(soak.crashes) crashes, at most \(longest) until all was right")
    }

    /// With every extension in every database, in two versions, each place is in use; without any, no block is left.
    private func leavesNothingBehind(_ soak: inout Soak) async throws {
        let server = soak.server
        while soak.catalog.count < soak.most { try await soak.createDatabase(from: nil) }
        for _ in 1...2 {
            try await dropAll(soak)
            for database in soak.catalog.keys {
                let version = database == "postgres" ? "1" : "2"
                let create = Soak.names.map { "CREATE EXTENSION \($0) VERSION '\(version)';" }
                try await server.psql(create.joined(), database: database)
            }
            let longest = try await soak.settle(within: 60)
            let workers = try await soak.asked().count
            #expect(workers == Soak.workers(databases: soak.most, versions: 2))
            print("\(workers) workers, all running \(longest) after the last was asked for")
        }
        try await dropAll(soak)
        try await server.eventually("SELECT count(*) FROM dynpgext.blocks", equals: "0")
        // The server's own one, and those into which the loader's tables and the server's statistics have grown.
        let segments = try soak.segments()
        #expect(segments <= 6)
        #expect(soak.complaints() == [])
    }

    private func dropAll(_ soak: Soak) async throws {
        let names = Soak.names.joined(separator: ",")
        for database in soak.catalog.keys {
            try await soak.server.psql("DROP EXTENSION IF EXISTS \(names)", database: database)
        }
        _ = try await soak.settle(within: 60)
    }
}
