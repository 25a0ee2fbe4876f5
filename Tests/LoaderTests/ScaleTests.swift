import Foundation
import ServerHarness
import Testing

/// What many databases cost; only `make bench` has the time. One after the other: they are measured.
@Suite(.serialized) struct ScaleTests {
    /// The numbers of databases to try, as "50 100 200".
    private static let counts =
        (ProcessInfo.processInfo.environment["DYNPGEXT_BENCH_DATABASES"] ?? "").split(
            separator: " "
        )
        .compactMap { Int($0) }

    @Test(.enabled(if: !counts.isEmpty)) func growthIsLinear() async throws {
        var costs: [(count: Int, seconds: Double)] = []
        for count in Self.counts {
            let time = try await aWorkerInEachOfMany(databases: count, major: Majors.newest)
            costs.append((count, time / .seconds(1)))
        }
        // What does not grow with the number of databases, such as the server's start, is in the least of them too.
        let perDatabase = costs.map { $0.seconds / Double($0.count) }
        print("seconds per database: \(perDatabase)")
        #expect((perDatabase.last ?? 0) < 2 * (perDatabase.first ?? 0))
    }

    /// Prints what so many databases cost; gives the time from the server's start until all workers ran.
    private func aWorkerInEachOfMany(databases count: Int, major: Int) async throws -> Duration {
        let server = try await startLoader(
            major: major, configuration: ["max_worker_processes": "\(count + 8)"])
        try await server.psql("CREATE EXTENSION rev1", database: "template1")
        try await server.psql(
            (1...count).map { "CREATE DATABASE d\($0);" }.joined(separator: "\n"))
        let running = "SELECT count(*) FROM dynpgext.workers WHERE state = 'running'"
        try await server.eventually(running, equals: "\(count + 1)", within: 120)

        let stop = try await server.stop()
        #expect(stop < .seconds(5))
        let begin = ContinuousClock.now
        try await server.start()
        let up = ContinuousClock.now
        try await server.eventually(running, equals: "\(count + 1)", within: 120)
        let all = ContinuousClock.now
        let memory = server.processes(titled: "rev1 local").map(proportionalSize)
        print(
            """
            \(count) databases on \(major): \(all - up) until all workers ran, \(up - begin) before that until the server \
            was ready; fast shutdown \(stop); \(memory.reduce(0, +) / max(memory.count, 1)) kB per worker
            \(try await sharedMemory(server)); \(try await lookups(server))
            """)
        return all - begin
    }

    /// What the loader keeps of each database in memory that all processes share, and the blocks there.
    private func sharedMemory(_ server: TestServer) async throws -> String {
        try await server.psql(
            """
            SELECT format('%s bytes of blocks per database', sum(size) / count(DISTINCT database)::int)
            FROM dynpgext.blocks WHERE scope = 'database'
            """)
    }

    /// A process's share of the memory that it uses, in kB.
    private func proportionalSize(_ pid: pid_t) -> Int {
        let text = try? String(contentsOfFile: "/proc/\(pid)/smaps_rollup", encoding: .utf8)
        let line = text?.split(separator: "\n").first { $0.hasPrefix("Pss:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }

    /// What a lookup costs: the first one of a session, and one that was answered before.
    private func lookups(_ server: TestServer) async throws -> String {
        try await server.psql(
            """
            LOAD '$libdir/rev1';
            SELECT clock_timestamp() AS a \\gset
            SELECT rev1_field('rev1:local', 'made') \\g /dev/null
            SELECT clock_timestamp() AS b \\gset
            SELECT count(rev1_field('rev1:local', 'made')) FROM generate_series(1, 100000) \\g /dev/null
            SELECT clock_timestamp() AS c \\gset
            SELECT count(length(i::text)) FROM generate_series(1, 100000) i \\g /dev/null
            SELECT clock_timestamp() AS d \\gset
            SELECT format('first lookup %s ms; cached %s ns, of which %s ns a call without one',
                round(extract(epoch FROM :'b'::timestamptz - :'a')::numeric * 1000, 2),
                round(extract(epoch FROM :'c'::timestamptz - :'b')::numeric * 10000),
                round(extract(epoch FROM :'d'::timestamptz - :'c')::numeric * 10000))
            """, database: "d1")
    }
}
