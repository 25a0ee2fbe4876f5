import Foundation
import ServerHarness

/// What is done to the server under soak.
enum SoakAction: CaseIterable {
    case createExtension, dropExtension, updateExtension, recreateExtension, rollBack, failInit
    case createDatabase, copyDatabase, dropDatabase, renameDatabase
    case endWorker, killWorker, endSupervisor, killSupervisor
    case restartFast, restartImmediately
}

extension Soak {
    /// Does something at random; gives it in words.
    mutating func act() async throws -> String {
        // What changes catalogs comes more often than what stops the server.
        let action =
            Bool.random(using: &generator)
            ? SoakAction.createExtension
            : SoakAction.allCases.randomElement(using: &generator) ?? .createExtension
        let database = catalog.keys.sorted().randomElement(using: &generator) ?? "postgres"
        let name = Self.names.randomElement(using: &generator) ?? "rev1"
        switch action {
        case .createExtension, .dropExtension, .updateExtension, .recreateExtension, .rollBack,
            .failInit:
            try await change(action, name, in: database)
        case .createDatabase, .copyDatabase, .dropDatabase, .renameDatabase:
            try await change(action, database)
        case .endWorker, .killWorker, .endSupervisor, .killSupervisor:
            try await end(action)
        case .restartFast, .restartImmediately:
            try await server.restart(action == .restartFast ? .fast : .immediate)
            crashesSinceStart = 0
        }
        return "\(action) \(name) in \(database)"
    }

    /// Changes one database's extensions, if they allow that.
    private mutating func change(_ action: SoakAction, _ name: String, in database: String)
        async throws
    {
        let version = catalog[database]?[name]
        switch (action, version) {
        case (.createExtension, nil):
            let version = Bool.random(using: &generator) ? "1" : "2"
            try await server.psql(
                "CREATE EXTENSION \(name) VERSION '\(version)'", database: database)
            catalog[database]?[name] = version
        case (.dropExtension, .some):
            try await server.psql("DROP EXTENSION \(name)", database: database)
            catalog[database]?[name] = nil
        case (.updateExtension, "1"):
            try await server.psql("ALTER EXTENSION \(name) UPDATE TO '2'", database: database)
            catalog[database]?[name] = "2"
        case (.recreateExtension, .some):
            try await server.psql(
                "BEGIN; DROP EXTENSION \(name); CREATE EXTENSION \(name) VERSION '1'; COMMIT",
                database: database)
            catalog[database]?[name] = "1"
        case (.rollBack, nil):
            try await server.psql(
                """
                BEGIN;
                CREATE EXTENSION \(name);
                SELECT \(name)_field('\(name):idle', 'made'), \(name)_field('\(name):global', 'made');
                ROLLBACK;
                """, database: database)
        case (.failInit, _):
            try await server.psql("CREATE EXTENSION bad VERSION 'error'", database: database)
            try await server.psql("DROP EXTENSION bad", database: database)
        default:
            break
        }
    }

    /// Changes the databases, if there is room, or one that may go.
    private mutating func change(_ action: SoakAction, _ database: String) async throws {
        switch action {
        case .createDatabase where catalog.count < most:
            try await createDatabase(from: nil)
        case .copyDatabase where catalog.count < most && database != "postgres":
            try await createDatabase(from: database)
        case .dropDatabase where database != "postgres":
            try await server.psql("DROP DATABASE \(database)")
            catalog[database] = nil
        case .renameDatabase where database != "postgres":
            named += 1
            try await server.psql("ALTER DATABASE \(database) RENAME TO d\(named)")
            catalog["d\(named)"] = catalog.removeValue(forKey: database)
        default:
            break
        }
    }

    /// Ends a process of the loader; SIGKILL crashes the server.
    private mutating func end(_ action: SoakAction) async throws {
        let kills = action == .killWorker || action == .killSupervisor
        if kills && crashesSinceStart == 2 {
            try await server.restart()
            crashesSinceStart = 0
            return
        }
        guard let pid = try await victim(of: action) else { return }
        try await server.end(pid, by: kills ? SIGKILL : SIGTERM)
        guard kills else { return }
        crashes += 1
        crashesSinceStart += 1
        try await server.eventually("the server is back after crash \(crashes)") {
            let seen = server.logLines(containing: "reinitializing").count
            let result = try await server.psqlResult("SELECT 1")
            return (seen == crashes && result.status == 0, result.stderr)
        }
    }

    /// The process that an action ends; none if no worker runs, or its next start would take too long.
    private mutating func victim(of action: SoakAction) async throws -> pid_t? {
        guard action == .endWorker || action == .killWorker else {
            return server.processes(titled: "dynpgext supervisor").first
        }
        let pids = try await server.psql(
            """
            SELECT pid FROM dynpgext.workers WHERE state = 'running' AND starts < 3
            ORDER BY worker, version, database
            """
        ).split(separator: "\n").compactMap { pid_t($0) }
        return pids.randomElement(using: &generator)
    }
}
