import ServerHarness
import Testing

/// What an ordinary owner of a trusted extension may do.
@Suite struct AdmissionTests {
    private let spec = #"""
        {"spec": 1, "extension": {"name": "wide", "version": "1", "trusted": true},
         "shmem": [
           {"name": "whole", "scope": "global", "reset": true, "fields": [{"name": "n", "type": "int8"}]},
           {"name": "here", "scope": "database", "reset": true, "fields": [{"name": "n", "type": "int8"}]}],
         "workers": [
           {"name": "far", "scope": "global", "connect": {"database": "postgres"}, "every": "50ms", "wake": true,
            "run": {"sql": ["SELECT 1"]}},
           {"name": "near", "scope": "database", "wake": true, "run": {"sql": ["SELECT 1"]}}]}
        """#

    /// In the database a alice has the extension.
    private func server(major: Int) async throws -> TestServer {
        let sandbox = try Sandbox()
        try sandbox.write(spec, to: "wide/wide.json")
        let made = try await sandbox.run("generate", "wide")
        guard made.status == 0 else { throw HarnessError(made.output) }
        let server = try await liveServer(major: major, cases: [], databases: [])
        try await server.install(sandbox.directory.appending(path: "wide"))
        try await server.psql("CREATE ROLE alice LOGIN")
        try await server.psql("CREATE DATABASE a OWNER alice")
        try await server.psql("CREATE EXTENSION wide", database: "a", user: "alice")
        return server
    }

    @Test(arguments: Majors.all) func whatIsOfTheServerIsNoOwners(major: Int) async throws {
        let server = try await server(major: major)
        for own in ["here_reset", "near_wake"] {
            try await server.psql("SELECT wide.\(own)()", database: "a", user: "alice")
        }
        for other in ["whole_reset", "far_wake"] {
            let call = "SELECT wide.\(other)()"
            let refused = try await server.psqlFails(call, database: "a", user: "alice")
            #expect(refused.contains("permission denied for function \(other)"), "\(refused)")
            try await server.psqlFails(
                "GRANT EXECUTE ON FUNCTION wide.\(other)() TO alice; \(call)", database: "a",
                user: "alice")
            try await server.psql(
                "GRANT EXECUTE ON FUNCTION wide.\(other)() TO alice", database: "a")
            try await server.psql(call, database: "a", user: "alice")
        }
    }
    /// The errors of a global worker tell of another database.
    @Test(arguments: Majors.all) func errorsOfTheServerAreNoOwners(major: Int) async throws {
        let server = try await server(major: major)
        let error = "SELECT last_error FROM wide.workers WHERE worker = 'far'"
        try await server.eventually(
            error, database: "a",
            equals: "extension \"wide\" does not exist in the database of worker \"wide far\"")
        #expect(
            try await server.psql(error, database: "a", user: "alice") == "<insufficient privilege>"
        )
        try await server.psql("GRANT pg_read_all_stats TO alice")
        #expect(try await server.psql(error, database: "a", user: "alice").hasPrefix("extension"))
    }

    /// While other databases keep the extension, a global worker waits until its own has it again.
    @Test(arguments: Majors.all) func globalWorkersComeBack(major: Int) async throws {
        let server = try await server(major: major)
        let works =
            "SELECT state IN ('idle', 'working') FROM wide.workers WHERE worker = 'far'"
        try await server.psql("CREATE EXTENSION wide")
        try await server.eventually(works)
        // Not DROP EXTENSION, which sends the workers away.
        try await server.psql("DROP SCHEMA wide CASCADE")
        let leaves = "worker \"wide far\" leaves: extension \"wide\" was dropped"
        try await server.eventually("the worker to leave") {
            (!server.logLines(containing: leaves).isEmpty, server.log)
        }
        try await server.psql("CREATE EXTENSION wide")
        try await server.eventually(works)
    }
}
