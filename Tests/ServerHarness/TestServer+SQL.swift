import Foundation

extension TestServer {
    /// Runs SQL in psql and gives its unaligned output (columns by `|`) without the last newline; throws on an error.
    @discardableResult
    package func psql(
        _ sql: String, database: String = "postgres", user: String = "postgres"
    ) async throws -> String {
        let result = try await psqlResult(sql, database: database, user: user)
        guard result.status == 0 else {
            throw HarnessError(
                "psql failed in \(database) on \(major): \(result.stderr)\nin: \(sql)\(logTail)")
        }
        return result.stdout.hasSuffix("\n") ? String(result.stdout.dropLast()) : result.stdout
    }

    /// Runs SQL that must fail and gives what psql said about it; throws if it does not fail.
    @discardableResult
    package func psqlFails(
        _ sql: String, database: String = "postgres", user: String = "postgres"
    ) async throws -> String {
        let result = try await psqlResult(sql, database: database, user: user)
        guard result.status != 0 else {
            throw HarnessError(
                "expected to fail in \(database) on \(major), but gave \(result.stdout): \(sql)")
        }
        return result.stderr
    }

    /// psql's status and outputs as they are, notices included in stderr.
    package func psqlResult(
        _ sql: String, database: String = "postgres", user: String = "postgres"
    ) async throws -> ProcessResult {
        try await run(
            [
                pgConfig.deletingLastPathComponent().appending(path: "psql").path,
                "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-U", user, "-d", database,
            ],
            environment: environment, input: sql)
    }

    /// Repeats a query until its output is the expected one; throws the last output and the log's end if it never is.
    package func eventually(
        _ sql: String, database: String = "postgres", equals expected: String = "t",
        within seconds: Double = 20
    ) async throws {
        try await eventually("\(sql)\ngives: \(expected)", within: seconds) {
            let value = try await self.psql(sql, database: database)
            return (value == expected, value)
        }
    }

    /// Repeats a probe (done, last value) until it is done; throws what was awaited, the last value and the log's end.
    package func eventually(
        _ awaited: String, within seconds: Double = 20,
        _ probe: () async throws -> (done: Bool, last: String)
    ) async throws {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while true {
            let (done, last) = try await probe()
            if done { return }
            guard ContinuousClock.now < deadline else {
                throw HarnessError(
                    "not within \(seconds) s on \(major): \(awaited)\nlast: \(last)\(logTail)")
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Has the postmaster read its configuration again, as after ALTER SYSTEM, and pass the signal on to all processes.
    package func reload() async throws {
        let before = try await psql("SELECT pg_conf_load_time() FROM pg_reload_conf()")
        // A session that begins now has the postmaster's time.
        try await eventually("SELECT pg_conf_load_time() <> '\(before)'")
    }
}

/// psql that asks again until a condition holds, in one session.
package func until(_ condition: String) -> String {
    Array(
        repeating: """
            SELECT \(condition) AS done \\gset
            \\if :done
            \\else
            SELECT FROM pg_sleep(0.02);
            \\endif
            """, count: 500
    ).joined(separator: "\n")
}
