import Foundation
import ServerHarness
import Testing

/// The numbers of `explain` are those of a server.
@Suite struct DemandTests {
    @Test(arguments: Majors.all) func isWhatAServerShows(major: Int) async throws {
        let tree = try await GoldenCase.named("pulse").generated()
        let told = try await tree.sandbox.run("explain", "pulse", "--databases", "3").stdout
        let server = try await liveServer(
            major: major, cases: ["pulse"], databases: ["a", "b", "c"],
            configuration: configuration(in: told))
        try await server.psql("CREATE EXTENSION dynpgext")
        for database in ["a", "b", "c"] {
            try await server.psql("SELECT FROM pulse.beats, pulse.total", database: database)
        }
        // The blocks come with who first looks for them.
        try await server.eventually("the demand of memory that was told: \(told)") {
            let memory = try await server.psql(
                "SELECT format('With 3 databases: %s bytes in %s segments.', sum(size), count(*)) FROM dynpgext.blocks"
            )
            return (told.contains(memory), memory)
        }
        try await server.eventually(
            "SELECT format('With 3 databases: %s worker slots.', count(*)) FROM dynpgext.workers WHERE state = 'running'",
            equals: String(
                try #require(told.split(separator: "\n").first { $0.contains("slots") }).dropFirst(
                    2)))
        // Each block under its key, and each setting with its default.
        for key in try await server.psql("SELECT DISTINCT name FROM dynpgext.blocks").split(
            separator: "\n")
        {
            #expect(told.contains("key \(key)"))
        }
        // What is a remark in the configuration is what goes without saying.
        let shown = told.split(separator: "\n").filter { $0.contains("#pulse.") }
        try await server.psql(
            shown.map { line in
                let words = line.split(separator: " ")
                return "ALTER SYSTEM SET \(words[0].dropFirst()) = \(words[2])"
            }.map { "SELECT FROM pulse.beats; \($0);" }.joined(separator: "\n"), database: "a")
        #expect(shown.count >= 3)
        #expect(
            try await server.psql(
                "SELECT FROM pulse.beats; SELECT count(*) FROM pg_settings WHERE name LIKE 'pulse.%' AND setting <> boot_val",
                database: "a"
            ).hasSuffix("0"))
    }

    /// The lines of postgresql.conf that are not remarks.
    private func configuration(in told: String) -> [String: String] {
        let lines = told.split(separator: "\n").filter {
            $0.hasPrefix("  shared_") || $0.hasPrefix("  max_")
        }
        return Dictionary(
            uniqueKeysWithValues: lines.map { line in
                let words = line.split(separator: " ")
                return (String(words[0]), String(words[2].replacing("'", with: "")))
            })
    }
}
