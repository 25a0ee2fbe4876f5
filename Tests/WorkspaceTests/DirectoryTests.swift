import CodeText
import Foundation
import Testing

@testable import Workspace

/// Nothing outside the directory is read, written or deleted, whatever stands in it.
@Suite struct DirectoryTests {
    let directory: TemporaryDirectory
    let outside: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
        outside = try TemporaryDirectory()
    }

    @Test func doesNotWriteThroughALinkedDirectory() throws {
        try directory.link("sub", to: outside.path)
        let failure = FileFailure(
            "read", "\(directory.path)/sub/b.c", reason: "'sub' is a symbolic link")
        #expect(throws: WorkspaceFailure.file(failure)) {
            try directory.generate([.ours("sub/b.c", "x\n")], force: true)
        }
        #expect(outside.files == [])
        #expect(directory.files == ["sub"])
    }

    @Test func doesNotWriteThroughALinkThatAppearsMeanwhile() throws {
        let comparison = try directory.compare([.ours("sub/b.c", "x\n")])
        try directory.link("sub", to: outside.path)
        #expect(throws: WorkspaceFailure.self) {
            try apply(comparison, to: Directory(at: directory.path), force: true)
        }
        #expect(outside.files == [])
    }

    @Test func doesNotWriteThroughALinkedFile() throws {
        try outside.write("precious\n", to: "target")
        try directory.link("a.c", to: outside.path + "/target")
        #expect(throws: WorkspaceFailure.self) {
            try directory.generate([.ours("a.c", "x\n")], force: true)
        }
        #expect(outside["target"] == "precious\n")
    }

    @Test func doesNotDeleteThroughLinks() throws {
        try outside.write("precious\n", to: "target")
        try directory.link("sub", to: outside.path)
        try directory.link("file", to: outside.path + "/target")
        let hash = SHA256.hexDigest(of: Array("precious\n".utf8))
        let lock = LockFile(entries: [
            "sub/target": .generated(hash: hash), "file": .generated(hash: hash),
        ])
        try directory.write(lock.text, to: "dynpgext.lock")
        try directory.generate([])
        #expect(outside["target"] == "precious\n")
        #expect(directory.files == ["dynpgext.lock", "file", "sub"])
    }

    @Test func doesNothingOnTheWordOfALockFileThatClimbs() throws {
        try outside.write("precious\n", to: "target")
        let hash = SHA256.hexDigest(of: Array("precious\n".utf8))
        let climbing = "../\(URL(fileURLWithPath: outside.path).lastPathComponent)/target"
        let lock = LockFile(entries: [climbing: .generated(hash: hash)])
        try directory.write(lock.text, to: "dynpgext.lock")
        let failure = #expect(throws: WorkspaceFailure.self) { try directory.generate([]) }
        guard case .lockFile(let path, let rejected) = failure else {
            throw failure ?? .refused([])
        }
        #expect(path == "\(directory.path)/dynpgext.lock")
        #expect(rejected.line == 3)
        #expect(outside["target"] == "precious\n")
    }

    @Test func doesNotFollowALinkedLockFile() throws {
        try directory.link("dynpgext.lock", to: outside.path + "/lock")
        #expect(throws: WorkspaceFailure.self) { try directory.generate([.ours("a.c", "x\n")]) }
        #expect(outside.files == [])
        #expect(directory.files == ["dynpgext.lock"])
    }

    @Test func doesNotWaitForAPipe() throws {
        try #require(mkfifo(directory.path + "/a.c", 0o600) == 0)
        let failure = #expect(throws: WorkspaceFailure.self) {
            try directory.compare([.ours("a.c", "x\n")])
        }
        guard case .file(let file) = failure else { throw failure ?? .refused([]) }
        #expect(file.path == "\(directory.path)/a.c")
        #expect(file.reason == "it is not a regular file" && file.hint != nil)
    }

    @Test func refusesToClimb() throws {
        #expect(throws: FileFailure.self) {
            try Directory(at: directory.path).contents(of: "../anything")
        }
    }

    @Test func listsNames() throws {
        try directory.write("", to: "b")
        try directory.write("", to: ".a")
        #expect(try Directory(at: directory.path).names() == [".a", "b"])
    }

    /// flock works between open files, so that two runs in one process stand for two processes.
    @Test func letsOneWriterInAtATime() async throws {
        let path = directory.path
        var holder: Directory? = try Directory(at: path)
        try holder?.lock(for: .writing) { Issue.record("nobody else holds the lock") }
        let (waits, announce) = AsyncStream<Void>.makeStream()
        let second = Task.detached {
            try Directory(at: path).lock(for: .writing) { announce.yield() }
            announce.finish()
        }
        var hasWaited = false
        for await _ in waits {
            hasWaited = true
            break
        }
        #expect(hasWaited)
        holder = nil
        try await second.value
        #expect(holder == nil)
    }

    @Test func letsReadersInTogether() throws {
        let readers = [try Directory(at: directory.path), try Directory(at: directory.path)]
        for reader in readers { try reader.lock(for: .reading) { Issue.record("a reader waited") } }
    }
}
