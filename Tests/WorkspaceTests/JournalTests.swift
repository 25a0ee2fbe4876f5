import CodeText
import Foundation
import Testing

@testable import Workspace

private let head = "# comment\nformat 1\n"

/// What the journal of an interrupted run can do, and what it cannot.
@Suite struct JournalTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func readsWhatItWrites() throws {
        var journal = Journal()
        let changes = [
            FileChange(.create, "a.c", new: [1]), FileChange(.update, "sub/b c.sql", new: [2]),
            FileChange(.create, "mine.c", new: [3]), FileChange(.stale, "old"),
            FileChange(.unchanged, "same.c"), FileChange(.update, LockFile.path, new: [4]),
        ]
        let (one, other) = (String(repeating: "1", count: 64), String(repeating: "5", count: 64))
        journal.add(
            changes,
            of: LockFile(entries: [
                "a.c": .generated(hash: one), "sub/b c.sql": .generated(hash: one),
                "mine.c": .yours, "same.c": .generated(hash: one),
            ]))
        journal.add(
            [FileChange(.update, "a.c", new: [5])],
            of: LockFile(entries: ["a.c": .generated(hash: other)]))
        #expect(journal.hashes.mapValues(\.count) == ["a.c": 2, "sub/b c.sql": 1, "mine.c": 0])
        #expect(try Journal(parsing: Array(journal.text.utf8)) == journal)
    }

    /// The lock file knows neither the half of a new state nor the files that another spec had asked for.
    @Test func takesWhatARunLeftForOurs() throws {
        try directory.generate([.ours("a.c", "one\n")])
        try interrupt(writing: [.ours("a.c", "two\n"), .ours("sub/b.c", "two\n")])
        let files: [GeneratedFile] = [.ours("a.c", "three\n")]
        let comparison = try directory.compare(files)
        #expect(!comparison.isClean)
        #expect(
            comparison.kinds == ["a.c": .update, "sub/b.c": .stale, "dynpgext.lock": .update])
        try directory.generate(files)
        #expect(directory["a.c"] == "three\n")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
                == ["a.c", "dynpgext.lock"])
        #expect(try directory.compare(files).isClean)
    }

    @Test func doesNotCoverAnEditByHand() throws {
        try interrupt(writing: [.ours("a.c", "two\n"), .ours("b.c", "two\n")])
        for file in ["a.c", "b.c"] { try directory.write("mine\n", to: file) }
        let kinds = try directory.compare([.ours("a.c", "three\n")]).kinds
        #expect(kinds == ["a.c": .edited, "b.c": .abandoned, "dynpgext.lock": .create])
    }

    /// Neither what the lock file calls the user's, nor the spec, nor what is outside goes on its word.
    @Test func cannotTakeAFileOfTheUser() throws {
        let files: [GeneratedFile] = [.yours("mine.c", "x\n")]
        try directory.generate(files)
        try directory.write("x\n", to: "spec.json")
        let outside = try TemporaryDirectory()
        try outside.write("x\n", to: "target")
        try directory.link("sub", to: outside.path)
        let hash = SHA256.hexDigest(of: Array("x\n".utf8))
        let lines = ["mine.c", "spec.json", "sub/target"].map { "generated \(hash) \($0)\n" }
        try directory.write(head + lines.joined(), to: Journal.path)
        try directory.generate([])
        #expect(directory.files == ["dynpgext.lock", "mine.c", "spec.json", "sub"])
        #expect(outside["target"] == "x\n")
    }

    @Test(arguments: [
        "", "half", "format 1\n", "# c\nformat 4\n", head + "besides a\n", head + "generated 0 a\n",
        head + "yours ../x\n", head + "yours /x\n", head + "yours .git/x\n",
        head + "yours dynpgext.lock\n", head + "yours .dynpgext.journal\n",
    ])
    func isRefusedWhenItIsNotOurs(text: String) throws {
        try directory.write(text, to: Journal.path)
        #expect(throws: WorkspaceFailure.self) { try directory.generate([.ours("a.c", "x\n")]) }
        #expect(directory.files == [Journal.path])
    }

    @Test func isNotReadThroughALink() throws {
        let outside = try TemporaryDirectory()
        try outside.write(head, to: "journal")
        try directory.link(Journal.path, to: outside.path + "/journal")
        #expect(throws: WorkspaceFailure.self) { try directory.compare([]) }
    }

    /// Does what a run does up to the moment before its lock file is put in place.
    private func interrupt(writing files: [GeneratedFile]) throws {
        var journal = Journal()
        let comparison = try directory.compare(files)
        journal.add(comparison.changes, of: comparison.lock)
        for file in files { try directory.write(file.contents, to: file.path) }
        try directory.write("half", to: "sub/.b.c.dynpgext-new")
        try directory.write("half", to: ".dynpgext.lock.dynpgext-new")
        try directory.write(journal.text, to: Journal.path)
    }
}
