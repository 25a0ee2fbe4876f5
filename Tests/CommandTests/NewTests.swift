import Foundation
import ServerHarness
import Testing

@Suite struct NewTests {
    let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    @Test func makesWhatCheckFindsClean() async throws {
        let made = try await sandbox.run("new", "pulse")
        #expect(made.status == 0)
        #expect(made.stdout == "")
        for command in ["cd pulse && make\n", "make install\n", "CREATE EXTENSION pulse"] {
            #expect(made.stderr.contains(command))
        }
        let check = try await sandbox.run("check", in: "pulse")
        #expect(check.status == 0, "\(check.output)")
        #expect(sandbox["pulse/dynpgext.lock"]?.contains(" pulse.json") == false)
    }

    @Test func takesAnEmptyDirectory() async throws {
        try FileManager.default.createDirectory(
            at: sandbox.directory.appending(path: "pulse"), withIntermediateDirectories: false)
        #expect(try await sandbox.run("new", "pulse").status == 0)
    }

    @Test func refusesADirectoryWithContents() async throws {
        try sandbox.write("mine", to: "pulse/.hidden")
        let before = try sandbox.tree()
        let result = try await sandbox.run("new", "pulse")
        #expect(result.status == 2)
        #expect(result.stderr.contains("cannot make directory pulse: it exists and is not empty"))
        #expect(try sandbox.tree() == before)
    }

    @Test func refusesAFileAndALink() async throws {
        try sandbox.write("", to: "pulse")
        #expect(try await sandbox.run("new", "pulse").status == 2)
        let elsewhere = try Sandbox()
        try FileManager.default.createSymbolicLink(
            at: sandbox.directory.appending(path: "tempo"),
            withDestinationURL: elsewhere.directory)
        #expect(try await sandbox.run("new", "tempo").status == 2)
        #expect(try elsewhere.tree().count == 1)
    }

    @Test(arguments: [
        "../x", "a/b", "/tmp/dynpgext-never", ".", "..", "", "a b", "Pulse\"", "é", "-x",
    ])
    func writesNothingForABadName(name: String) async throws {
        let before = try sandbox.tree()
        try FileManager.default.createDirectory(
            at: sandbox.directory.appending(path: "below"), withIntermediateDirectories: false)
        let result = try await sandbox.run("new", "--", name, in: "below")
        #expect(result.status == 1)
        #expect(result.stderr.hasPrefix("dynpgext-gen: error: "))
        #expect(try sandbox.tree().keys.sorted() == (before.keys + ["below"]).sorted())
        #expect(!FileManager.default.fileExists(atPath: "/tmp/dynpgext-never"))
    }
}
