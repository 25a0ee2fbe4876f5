import Foundation
import ServerHarness
import Testing

/// `loader` writes the sources of the loader, and loses nobody's work.
@Suite struct LoaderCommandTests {
    let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    @Test func whatItWritesServes() async throws {
        let made = try await sandbox.run("loader", "sources")
        #expect(made.status == 0 && made.stdout == "", "\(made.output)")
        #expect(made.stderr.contains("make -C sources PG_CONFIG="))
        let server = try await TestServer.start(
            major: Majors.newest, installing: [sandbox.directory.appending(path: "sources")],
            preload: ["dynpgext"])
        try await server.psql("CREATE EXTENSION dynpgext")
        #expect(
            try await server.psql("SELECT count(*) > 0 FROM dynpgext.databases") == "t")

        let before = try sandbox.tree()
        let again = try await sandbox.run("loader", "sources")
        #expect(again.status == 0 && again.stderr.contains("unchanged"))
        #expect(try sandbox.tree() == before)
    }

    @Test func refusesWhatWasEditedAndBringsTheRestUpToDate() async throws {
        #expect(try await sandbox.run("loader", "sources").status == 0)
        let original = sandbox["sources/state/runs.c"]
        try sandbox.append("/* mine */\n", to: "sources/state/runs.c")
        try sandbox.delete("sources/state/table.c")
        let before = try sandbox.tree()
        let refused = try await sandbox.run("loader", "sources")
        #expect(refused.status == 1)
        #expect(refused.stderr.contains("sources/state/runs.c: changed by hand"))
        #expect(refused.stderr.contains("/* mine */"))
        #expect(try sandbox.tree() == before)
        #expect(try await sandbox.run("loader", "sources", "--force").status == 0)
        #expect(sandbox["sources/state/runs.c"] == original)
        #expect(sandbox["sources/state/table.c"] != nil)
    }

    /// Before the loader had folders its files stood beside each other.
    @Test func bringsADirectoryWithoutFoldersUpToDate() async throws {
        #expect(try await sandbox.run("loader", "sources").status == 0)
        let paths = Set(try sandbox.tree().keys)
        let today = sandbox["sources/dynpgext.lock"]
        let directory = sandbox.directory.appending(path: "sources")
        var lock = try #require(sandbox["sources/dynpgext.lock"])
        for path in try FileManager.default.subpathsOfDirectory(atPath: directory.path)
        where path.contains("/") {
            let name = String(path.split(separator: "/").last ?? "")
            lock = lock.replacing(" \(path)\n", with: " \(name)\n")
            try FileManager.default.moveItem(
                at: directory.appending(path: path), to: directory.appending(path: name))
        }
        try sandbox.write(lock, to: "sources/dynpgext.lock")
        for folder in try FileManager.default.contentsOfDirectory(atPath: directory.path)
        where !folder.contains(".") && folder != "Makefile" {
            try sandbox.delete("sources/\(folder)")
        }
        #expect(sandbox["sources/runs.c"] != nil)
        let result = try await sandbox.run("loader", "sources")
        #expect(result.status == 0, "\(result.output)")
        #expect(Set(try sandbox.tree().keys) == paths)
        #expect(sandbox["sources/dynpgext.lock"] == today)
        #expect(sandbox["sources/runs.c"] == nil && sandbox["sources/state/runs.c"] != nil)
    }

    @Test func refusesADirectoryThatIsNotItsOwn() async throws {
        try await sandbox.makePulse()
        try sandbox.write("mine", to: "full/.hidden")
        let before = try sandbox.tree()
        for name in ["pulse", "full", ".", "no/such"] {
            let result = try await sandbox.run("loader", name)
            #expect(result.status == 2, "\(name): \(result.output)")
            #expect(result.stderr.contains("cannot make directory \(name): "))
        }
        #expect(try sandbox.tree() == before)
    }
}
