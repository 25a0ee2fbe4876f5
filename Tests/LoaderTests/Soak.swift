import Foundation
import ServerHarness

/// A server under random changes, and what its catalogs must hold.
struct Soak {
    /// The extensions, and the scopes of the workers that each has: a global one, one for each database, both or none.
    static let extensions: [String: [String]] = [
        "historic": ["global", "local"], "rev1": ["global", "local"], "rev2": ["global", "local"],
        "loner": ["global"], "sized": [],
    ]
    static let names = extensions.keys.sorted()

    /// How many workers there are if so many databases have all extensions, and so many versions are in use.
    static func workers(databases: Int, versions: Int) -> Int {
        extensions.values.joined().map { $0 == "local" ? databases : versions }.reduce(0, +)
    }

    let server: TestServer
    /// Each database's extensions with their versions.
    var catalog: [String: [String: String]]
    var generator: SeededGenerator
    /// Crashes that were asked for, and those since the last start: a third within a minute would make workers wait.
    var crashes = 0
    var crashesSinceStart = 0
    /// Databases made so far, for names that were never used.
    var named = 0

    /// The most databases that there may be, postgres among them.
    let most: Int

    init(major: Int, databases: Int, seed: UInt64) async throws {
        // One place for each worker of two versions; one for the supervisor, the server's own launcher, a scanner.
        let places = Self.workers(databases: databases, versions: 2) + 3
        server = try await startLoader(
            major: major, fixtures: Self.names + ["bad"],
            configuration: [
                "max_worker_processes": "\(places)", "max_connections": "40",
                "dynamic_shared_memory_type": "mmap",
            ])
        generator = SeededGenerator(seed: seed)
        catalog = ["postgres": [:]]
        most = databases
        while catalog.count < databases { try await createDatabase(from: nil) }
    }

    /// Makes a database, as a copy of another one if that is given.
    mutating func createDatabase(from template: String?) async throws {
        named += 1
        let name = "d\(named)"
        try await server.psql(
            "CREATE DATABASE \(name)" + (template.map { " TEMPLATE \($0)" } ?? ""))
        catalog[name] = template.flatMap { catalog[$0] } ?? [:]
    }

    /// The workers that the catalogs ask for, as "worker|version|database".
    func asked() async throws -> [String] {
        let query = "SELECT current_database(), extname, extversion FROM pg_extension;\n"
        let script = catalog.keys.sorted().map { "\\c \($0)\n\(query)" }.joined()
        let rows = try await server.psql(script).split(separator: "\n").map {
            $0.split(separator: "|").map(String.init)
        }
        let workers = rows.flatMap { row in
            (Self.extensions[row[1]] ?? []).map { scope in
                "\(row[1]) \(scope)|\(row[2])|\(scope == "local" ? row[0] : "")"
            }
        }
        return Set(workers).sorted()
    }

    /// The workers that run, and whatever else the view shows.
    func shown() async throws -> [String] {
        try await server.psql(
            """
            SELECT worker, version, database,
                CASE WHEN state = 'running' THEN NULL ELSE concat_ws(' ', '-', state, reason) END
            FROM dynpgext.workers
            """
        ).split(separator: "\n").map { $0.hasSuffix("|") ? String($0.dropLast()) : String($0) }
            .sorted()
    }

    /// Waits until the workers that run, in the view and as processes, are those that the catalogs ask for.
    func settle(within seconds: Double) async throws -> Duration {
        let begin = ContinuousClock.now
        let asked = try await asked()
        try await server.eventually("the workers \(asked)", within: seconds) {
            let shown = try await shown()
            let processes = Self.names.flatMap { server.processes(titled: "\($0) ") }
            return (
                shown == asked && processes.count == asked.count,
                "\(processes.count) processes, \(shown)"
            )
        }
        return .now - begin
    }

    /// Segments of shared memory that the server has; each block is one.
    func segments() throws -> Int {
        let directory = server.directory.appending(path: "data/pg_dynshmem")
        return try FileManager.default.contentsOfDirectory(atPath: directory.path).count
    }

    /// What the log must not hold, whatever was done to the server.
    func complaints() -> [String] {
        let bad = [
            "PANIC", "TRAP", "AddressSanitizer", "recalcitrant", "out of", "no free",
            "lost a block",
        ]
        let lines = bad.flatMap { server.logLines(containing: $0) }
        let killed = server.logLines(containing: "was terminated by signal")
        let restarted = server.logLines(containing: "reinitializing").count
        return lines + killed.filter { !$0.contains("signal 9") }
            + (killed.count > crashes ? killed : [])
            + (restarted == crashes ? [] : ["\(restarted) crashes instead of \(crashes)"])
    }
}

/// The same numbers for the same seed, on any machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}
