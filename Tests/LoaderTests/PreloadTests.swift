import Foundation
import ServerHarness
import Testing

/// What is installed when the server starts is asked by the postmaster, if a child of it survives that.
@Suite struct PreloadTests {
    private let both = ["early global||running|1|", "early local|postgres|running|1|"]

    /// What init has said of itself, in the order of the log.
    private func inits(_ server: TestServer, of version: String) -> [String] {
        server.logLines(containing: "init of early \(version) ")
            .compactMap { $0.components(separatedBy: "init of early \(version) ").last }
    }

    @Test(
        "row 01: init runs in the postmaster at start, where a lookup gives NULL and says so",
        arguments: Majors.all)
    func initRunsInThePostmaster(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["early"])
        // Nothing but what is installed counts; whoever died in a child is not asked by the postmaster.
        #expect(inits(server, of: "1") == ["in the postmaster"])
        #expect(inits(server, of: "2") == ["in the postmaster"])
        let lookups = "\"early:global\" was looked up where there can be none"
        for (version, why) in [
            "error": "_Dynpgext_init: early on purpose",
            "exit": "_Dynpgext_init ended its process with exit code 3",
            "crash": "_Dynpgext_init ended its process with signal 6",
            "hang": "_Dynpgext_init did not return within 2000 ms",
        ] {
            #expect(inits(server, of: version).isEmpty)
            let line =
                "dynpgext does not preload extension \"early\" version \"\(version)\": \(why)"
            #expect(server.logLines(containing: line).count == 1, "\(version)")
        }
        #expect(server.logLines(containing: lookups).count == 2)
        #expect(try await server.psql("SELECT count(*) FROM dynpgext.workers") == "0")

        // Its children inherit what it was asked: init runs no second time.
        try await server.psql("CREATE EXTENSION early")
        try await server.eventuallyWorkers(of: "early", are: both)
        #expect(try await server.field("made", of: "early:idle") == "77")
        #expect(inits(server, of: "1").count == 1)

        // Unless the files are others by now: those who come later use the new ones, without a restart.
        try await replaceLibrary(of: server)
        try await server.psql("SELECT dynpgext.restart(NULL, 'early')")
        try await server.eventuallyWorkers(
            of: "early", are: ["early global||running|2|1", both[1]])
        // Both files have the same path: the old library, which each process inherits, stays what it was.
        try await server.eventually("a process that has both libraries") {
            guard let worker = server.processes(titled: "early global").first else {
                return (false, "no worker")
            }
            let maps = try await server.maps(of: worker)
            return (
                maps.contains { $0.hasSuffix("/early.so") }
                    && maps.contains { $0.hasSuffix("/early.so (deleted)") },
                maps.joined(separator: "\n")
            )
        }
        #expect(inits(server, of: "1").count > 1)
        #expect(inits(server, of: "1").dropFirst().allSatisfy { $0 == "in a child" })
        // In no process is there a block while init runs.
        try await server.eventually("a lookup for each init") {
            let counts = [
                server.logLines(containing: lookups).count, inits(server, of: "1").count + 1,
            ]
            return (counts[0] == counts[1], "\(counts)")
        }
    }

    @Test(
        "several that hang do not keep the server from starting, and nobody leaves a thread in the postmaster",
        arguments: Majors.all)
    func whatCannotBeUndoneIsNotDone(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["slow"])
        func versions(because why: String) -> [String] {
            server.logLines(containing: ": \(why)").compactMap {
                $0.components(separatedBy: "does not preload extension \"slow\" version \"").last?
                    .components(separatedBy: "\"").first
            }
        }
        let hung = versions(because: "_Dynpgext_init did not return within 2000 ms")
        let late = versions(because: "the others have taken too long")
        // Three take all the time that there is.
        #expect(hung.count == 3, "\(hung)")
        #expect(hung.allSatisfy { $0.hasPrefix("hang") } && late.count >= 2, "\(late)")
        let postmaster = try #require(server.postmaster)
        let threads = try FileManager.default.contentsOfDirectory(
            atPath: "/proc/\(postmaster)/task")
        #expect(threads.count == 1)

        // With time enough all are asked, also who has had threads, but not who has one yet.
        try await server.stop()
        try await server.shell("rm \"$(dirname \"$(find . -name slow.control)\")\"/slow--hang*")
        try await server.start()
        #expect(
            versions(because: "it leaves a thread in its process").last == "thread",
            "\(server.log)")
        #expect(server.logLines(containing: "init of slow 1 in the postmaster").count >= 1)
    }

    @Test(
        "row 01: preload and disable keep init from running in the postmaster; row 02: a process runs it once",
        arguments: Majors.all)
    func canBeSwitchedOff(major: Int) async throws {
        for setting in ["dynpgext.preload": "off", "dynpgext.disable": "early"] {
            let server = try await startLoader(
                major: major, fixtures: ["early"], configuration: [setting.key: setting.value])
            #expect(server.logLines(containing: "init of early").isEmpty)
            #expect(server.logLines(containing: "does not preload").isEmpty)
            if setting.key == "dynpgext.preload" { try await expectOneInitInEachProcess(server) }
        }
        #expect(
            try await startLoader(major: major).psqlFails("SET dynpgext.preload = off")
                .contains("without restarting the server"))
    }

    /// The agent, each worker, and each session that looks for a block.
    private func expectOneInitInEachProcess(_ server: TestServer) async throws {
        try await server.psql("CREATE EXTENSION early")
        try await server.eventuallyWorkers(of: "early", are: both)
        try await server.psql("CREATE DATABASE other")
        try await server.psql("CREATE EXTENSION early", database: "other")
        try await server.eventuallyWorkers(
            of: "early", are: [both[0], "early local|other|running|1|", both[1]])
        let found = "SELECT early_field('early:local', 'made'), early_field('early:idle', 'made');"
        let session = try await server.psql("SELECT pg_backend_pid();\n\(found)\n\(found)").split(
            separator: "\n")
        #expect(session.dropFirst() == ["77|77", "77|77"])
        #expect(server.logLines(containing: "[\(session[0])] LOG:  init of early 1 ").count == 1)
    }

    @Test(
        "row 02: an extension that is not eager is asked when it is needed",
        arguments: Majors.all)
    func whoIsNotEagerIsAskedLater(major: Int) async throws {
        let server = try await startLoader(major: major, fixtures: ["bad"])
        #expect(server.logLines(containing: "preload").isEmpty)
        try await server.psql("CREATE EXTENSION bad VERSION 'blocks'")
        #expect(try await server.psql("SELECT bad_look('bad:many 1')") == "0")
    }

    /// Puts a copy in place of the library's file, as an installation does.
    private func replaceLibrary(of server: TestServer) async throws {
        let tree = server.tree
        let copied = try await run(
            [
                "sh", "-c",
                "cd \"$(dirname \"$(find . -name early.so)\")\" && cp early.so new && mv new early.so",
            ],
            in: tree)
        try #require(copied.status == 0, "\(copied.output)")
    }
}
