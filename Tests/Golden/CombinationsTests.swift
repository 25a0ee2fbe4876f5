import Foundation
import ServerHarness
import Testing

/// What a hook is told of the spec, whatever else the spec says of its worker.
@Suite struct CombinationsTests {
    /// A worker with a hook, and what that must be told.
    private struct Hook {
        let name: String
        let line: String
        let isGlobal: Bool
        let argument: Int?
        let extra: String?
        let instances: Int?
        let isInDatabase: Bool
        /// Whom it works as; nil: it is not connected.
        let role: String?

        /// Every connection with every choice of the options that it is told, and the others in their turn.
        init(_ number: Int) {
            let kind = number % 7
            let hasArgument = number / 7 % 2 == 1
            let hasExtra = number / 14 % 2 == 1
            let hasInstances = number / 28 % 2 == 1
            name = "w\(number)"
            isGlobal = kind < 5
            isInDatabase = kind > 1
            role =
                [nil, "postgres", "cleaner", "postgres", "cleaner", "postgres", "postgres"][kind]
            argument = hasArgument && isGlobal ? number - 30 : nil
            extra = hasExtra ? "text \(number)" : nil
            instances = hasInstances ? 2 : nil
            let connection = [
                "", #""connect": { "database": null }, "#,
                #""connect": { "database": "postgres", "role": "cleaner" }, "#,
                #""connect": { "database": "postgres" }, "transaction": "none", "#,
                #""connect": { "database": "postgres", "role": "cleaner" }, "transaction": "none", "#,
                "", #""transaction": "none", "#,
            ][kind]
            let turn = (number / 7 + kind) % 4
            let others = [
                "\"once\": true", "\"once\": true, \"timeout\": \"1min\", \"stop\": \"finish\"",
                "\"every\": \"1h\", \"wake\": true, \"notify\": true",
                kind == 0
                    ? "\"every\": \"1h\", \"start\": \"postmaster_start\""
                    : "\"every\": \"1h\", \"start\": \"consistent_state\", \"timeout\": \"1h\"",
            ][turn]
            let options = [
                argument.map { "\"arg\": \($0)" }, extra.map { "\"extra\": \"\($0)\"" },
                instances.map { "\"instances\": \($0)" },
            ].compactMap(\.self)
            let scope = "\(connection)\"scope\": \"\(isGlobal ? "global" : "database")\""
            let all = ["\"name\": \"\(name)\"", scope, others] + options
            line = "{ \(all.joined(separator: ", ")), \"run\": { \"c\": true } }"
        }

        /// Tells all that it is told; an extension of which one hook has a member gives it to all.
        var function: String {
            """
            void
            many_\(name)_run(many_\(name)_context *context)
            {
            	TimestampTz now = GetCurrentTimestamp();

            	elog(LOG, "%s: %d, %d, '%s', " UINT64_FORMAT ", %d, %d, %d, %u", "\(name)", context->instance,
            		 context->argument, context->extra, context->tick, context->in_recovery,
            		 context->due <= now && context->due > now - 60 * USECS_PER_SEC, OidIsValid(MyDatabaseId),
            		 \(role == nil ? "InvalidOid" : "GetUserId()"));
            }

            """
        }

        /// What it says in its first ticks.
        func lines(roles: [String: String]) -> [String] {
            let user = role.flatMap { roles[$0] } ?? "0"
            return (instances.map { Array(1...$0) } ?? [0]).map { instance in
                "\(name): \(instance), \(argument ?? 0), '\(extra ?? "")', 0, 0, 1, \(isInDatabase ? 1 : 0), \(user)"
            }
        }
    }

    @Test(arguments: Majors.all) func tellAll(major: Int) async throws {
        let hooks = (0..<56).map(Hook.init)
        let sandbox = try Sandbox()
        try sandbox.write(
            """
            { "spec": 1, "extension": { "name": "many", "version": "1.0", "comment": "many workers" },
              "workers": [
            \(hooks.map(\.line).joined(separator: ",\n"))
            ] }
            """, to: "many/many.json")
        try sandbox.write(
            """
            #include "postgres.h"
            #include "miscadmin.h"
            #include "utils/timestamp.h"
            #include "many.h"

            \(hooks.map(\.function).joined(separator: "\n"))
            """, to: "many/many_hooks.c")
        let made = try await sandbox.run("generate", "many")
        try #require(made.status == 0, "\(made.output)")
        let tree = sandbox.directory.appending(path: "many")
        let server = try await TestServer.start(
            major: major, installing: [checkout.appending(path: "loader"), tree],
            preload: ["dynpgext"], configuration: ["max_worker_processes": "200"])
        try await server.psql("CREATE ROLE cleaner LOGIN; CREATE EXTENSION many")
        var roles: [String: String] = [:]
        for role in ["postgres", "cleaner"] {
            roles[role] = try await server.psql("SELECT '\(role)'::regrole::oid")
        }
        for hook in hooks {
            for line in hook.lines(roles: roles) {
                try await server.eventually(line) {
                    let said = server.logLines(containing: "\(hook.name): ")
                    return (said.contains { $0.hasSuffix(line) }, said.joined(separator: "\n"))
                }
            }
            #expect(
                server.logLines(containing: "\(hook.name): ").count
                    == hook.lines(roles: roles).count,
                "\(hook.line)")
        }
    }
}
