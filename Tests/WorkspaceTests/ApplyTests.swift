import CodeText
import Foundation
import Testing

@testable import Workspace

private let files: [GeneratedFile] = [.ours("a.c", "one\n"), .ours("sub/b.c", "two\n")]

@Suite struct ApplyTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func writesNothingWhenNothingDiffers() throws {
        try directory.generate(files)
        let before = try directory.files.map(identity)
        let inode = try identity("")
        try directory.generate(files)
        #expect(try directory.files.map(identity) == before)
        // A file written aside and removed again would show in the directory's own time.
        #expect(try identity("") == inode)
    }

    /// A second name of the old file shows whether it was written in place.
    @Test func putsANewFileInThePlaceOfTheOld() throws {
        try directory.generate(files)
        try FileManager.default.linkItem(
            atPath: directory.path + "/a.c", toPath: directory.path + "/second")
        try directory.generate([.ours("a.c", "new\n"), .ours("sub/b.c", "two\n")])
        #expect(directory["a.c"] == "new\n")
        #expect(directory["second"] == "one\n")
    }

    @Test func createsFilesThatAllMayRead() throws {
        try directory.generate(files)
        let attributes = try FileManager.default.attributesOfItem(atPath: directory.path + "/a.c")
        #expect(attributes[.posixPermissions] as? Int == 0o644)
    }

    @Test func failsCleanlyWhereADirectoryIsAFile() throws {
        try directory.write("a file\n", to: "sub")
        let failure = FileFailure(
            "read", "\(directory.path)/sub/b.c", reason: "'sub' is not a directory")
        #expect(throws: WorkspaceFailure.file(failure)) { try directory.generate(files) }
        #expect(directory.files == ["sub"])
    }

    /// The kernel refuses to make files in /proc even to root, as a read-only directory does to others.
    @Test func changesNothingWhenItCannotWrite() throws {
        let proc = try Directory(at: "/proc/self/fd")
        let failure = #expect(throws: WorkspaceFailure.self) {
            try apply(
                compare(
                    files, with: Originals(in: proc), sparing: "spec.json", provenance: .anything),
                to: proc, force: true)
        }
        guard case .file(let file) = failure else { throw failure ?? .refused([]) }
        #expect(file.path.hasPrefix("/proc/self/fd/"))
    }

    /// The second file cannot be written aside; the first, its directory and the lock file must go again.
    @Test func takesBackWhatItWroteAside() throws {
        let comparison = try directory.compare([
            .ours("new/a.c", "one\n"), .ours("sub/b.c", "two\n"),
        ])
        try directory.write("in the way\n", to: "sub")
        #expect(throws: WorkspaceFailure.self) {
            try apply(comparison, to: Directory(at: directory.path), force: false)
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        #expect(left == ["sub"])
    }

    /// A name aside is nobody's: under the lock of the directory no other run writes there.
    @Test func replacesWhatLiesAside() throws {
        try directory.write("half", to: ".a.c.dynpgext-new")
        try directory.generate(files)
        #expect(directory.files == ["a.c", "dynpgext.lock", "sub/b.c"])
        #expect(directory["a.c"] == "one\n")
    }

    /// Inode and times down to the nanosecond.
    private func identity(_ file: String) throws -> [Int] {
        var status = stat()
        guard lstat("\(directory.path)/\(file)", &status) == 0 else { throw POSIXError(.ENOENT) }
        return [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    }
}
