import Foundation
import ServerHarness
import Testing

/// In the server's other modes the loader has settings, and does nothing.
@Suite struct ModeTests {
    /// A server that is not running, with extensions in the database postgres.
    private func stopped(_ major: Int) async throws -> TestServer {
        let server = try await startLoader(major: major, fixtures: ["early", "rev1"])
        try await server.psql("CREATE EXTENSION early")
        try await server.eventually(
            "SELECT count(*) FROM dynpgext.workers WHERE state = 'running'", equals: "2")
        try await server.stop()
        return server
    }

    /// What a line of shell says, run as the server's user in its directory, with its programs on the path.
    private func asServer(_ server: TestServer, _ line: String) async throws -> ProcessResult {
        let programs = server.pgConfig.deletingLastPathComponent().path
        let user =
            getuid() == 0 ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : []
        return try await run(
            user + sanitizer + ["sh", "-c", "PATH=\(programs):$PATH; \(line)"],
            in: server.directory,
            environment: server.environment)
    }

    @Test("single-user mode: lookups work, and nothing runs", arguments: Majors.all)
    func singleUser(major: Int) async throws {
        let server = try await stopped(major)
        let before = server.logLines(containing: "init of early 1").count
        let said = try await asServer(
            server,
            """
            printf '%s\\n' "SELECT 'made ' || early_field('early:local', 'made')" "CREATE EXTENSION rev1" \
                "SELECT 'own ' || rev1_field('rev1:idle', 'callbacks')" "SHOW dynpgext.preload" |
                postgres --single -D data postgres
            """)
        #expect(said.status == 0, "\(said.output)")
        // Before 15 no library is preloaded there.
        guard major >= 15 else {
            #expect(said.stderr.contains("no loader"), "\(said.output)")
            return
        }
        #expect(said.stdout.contains("\"made 77\""), "\(said.output)")
        #expect(said.stdout.contains("\"own 1\""), "\(said.output)")
        // Init ran in this one process, because it was needed.
        #expect(
            said.stderr.components(separatedBy: "init of early 1 ").count == 2, "\(said.stderr)")
        #expect(!said.output.contains("init of early 2"))
        #expect(server.logLines(containing: "init of early 1").count == before)
        try await server.start()
        try await server.eventuallyWorkers(
            of: "rev1", are: ["rev1 global||running|1|", "rev1 local|postgres|running|1|"])
    }

    @Test(
        "postgres -C, binary upgrade, and bootstrap: settings only; on the command line preload and disable work",
        arguments: Majors.all)
    func settingsOnly(major: Int) async throws {
        let server = try await stopped(major)
        // Since 15 this comes as far as loading the libraries.
        let setting = major >= 15 ? "shared_memory_size" : "shared_buffers"
        for name in [setting, "dynpgext.preload"] {
            let said = try await asServer(
                server, "postgres -D data -c dynpgext.preload=on -C \(name)")
            #expect(!said.output.contains("init of early"), "\(said.output)")
            #expect(name != setting || said.status == 0, "\(said.output)")
        }

        let upgrade = try await asServer(
            server,
            """
            trap 'pg_ctl -D data -m immediate stop >/dev/null 2>&1' EXIT
            pg_ctl -D data -w -l data/upgrade.log -o -b start >/dev/null &&
            psql -X -A -t -q -d postgres -c "SHOW dynpgext.preload" -c "SHOW dynpgext.loader_present" \
                -c "SELECT early_field('early:local', 'made') IS NULL" \
                -c "SELECT count(*) FROM pg_stat_activity WHERE backend_type LIKE 'dynpgext%'" &&
            pg_ctl -D data -w -m fast stop >/dev/null && cat data/upgrade.log
            """)
        #expect(upgrade.status == 0, "\(upgrade.output)")
        #expect(upgrade.stdout.hasPrefix("on\non\nt\n0\n"), "\(upgrade.output)")
        #expect(!upgrade.output.contains("init of early"))

        for setting in ["preload=off", "disable=early"] {
            let said = try await asServer(
                server,
                """
                pg_ctl -D data -w -l data/command.log -o '-c dynpgext.\(setting)' start >/dev/null &&
                pg_ctl -D data -w -m fast stop >/dev/null && cat data/command.log && rm data/command.log
                """)
            #expect(said.status == 0, "\(said.output)")
            #expect(!said.output.contains("in the postmaster"), "\(setting)")
        }

        // initdb runs all of bootstrap and single-user mode.
        guard major >= 16 else { return }
        let made = try await asServer(
            server,
            "initdb --no-sync -A trust -D data/fresh -c shared_preload_libraries=dynpgext 2>&1; rm -rf data/fresh"
        )
        #expect(made.output.contains("Success"), "\(made.output)")
        #expect(!made.output.contains("init of early"))
    }

    @Test(
        "postgres -C tells what the server will take, the loader's part included",
        arguments: Majors.all.filter { $0 >= 15 })
    func tellsTheSize(major: Int) async throws {
        // Places for so many workers take megabytes.
        let server = try await startLoader(
            major: major, configuration: ["max_worker_processes": "3000"])
        let names = ["shared_memory_size", "shared_memory_size_in_huge_pages"]
        var running: [String] = []
        for name in names {
            running.append(
                try await server.psql("SELECT setting FROM pg_settings WHERE name = '\(name)'"))
        }
        try await server.stop()
        for (name, value) in zip(names, running) {
            let said = try await asServer(server, "postgres -D data -C \(name)")
            #expect(said.stdout == "\(value)\n", "\(name): \(said.output)")
        }
    }

    @Test(
        "where processes are not forked the loader refuses to be preloaded", arguments: Majors.all)
    func execBackend(major: Int) async throws {
        let asked = try await run([Majors.pgConfig(major).path, "--includedir-server"])
        let compiled = try await run([
            "gcc", "-E", "-P", "-DEXEC_BACKEND", "-isystem",
            asked.stdout.trimmingCharacters(in: .newlines), "-I\(loaderSources.path)",
            loaderSources.appending(path: "dynpgext.c").path,
        ])
        let refusal = try #require(
            compiled.stdout.range(of: "is not supported where processes are not forked"))
        let settings = try #require(compiled.stdout.range(of: "settings_define();"))
        #expect(refusal.lowerBound < settings.lowerBound)
    }
}
