import CodeText
import Testing

@testable import Workspace

private let first: [GeneratedFile] = [
    .ours("a.c", "one\n"), .ours("sub/b.sql", "two\n"), .yours("a_hooks.c", "hook\n"),
]

/// One test for each kind of change.
@Suite struct CompareTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func createsEverythingInAnEmptyDirectory() throws {
        let kinds = try directory.generate(first).kinds
        #expect(
            kinds == [
                "a.c": .create, "sub/b.sql": .create, "a_hooks.c": .create,
                "dynpgext.lock": .create,
            ])
        #expect(directory["a.c"] == "one\n")
        #expect(directory["sub/b.sql"] == "two\n")
        #expect(directory["a_hooks.c"] == "hook\n")
        #expect(directory.files == ["a.c", "a_hooks.c", "dynpgext.lock", "sub/b.sql"])
        #expect(try directory.compare(first).isClean)
    }

    @Test func updatesWhatIsOursAndUntouched() throws {
        try directory.generate(first)
        let files = [.ours("a.c", "new\n")] + first.dropFirst()
        #expect(try directory.generate(files).kinds == ["a.c": .update, "dynpgext.lock": .update])
        #expect(directory["a.c"] == "new\n")
    }

    @Test func mendsWhatIsMissing() throws {
        try directory.generate(first)
        try directory.delete("sub")
        #expect(try directory.generate(first).kinds == ["sub/b.sql": .missing])
        #expect(directory["sub/b.sql"] == "two\n")
    }

    @Test func deletesWhatIsStale() throws {
        try directory.generate(first)
        let kinds = try directory.generate(Array(first.dropFirst())).kinds
        #expect(kinds == ["a.c": .stale, "dynpgext.lock": .update])
        #expect(directory["a.c"] == nil)
    }

    @Test func abandonsAStaleFileThatWasEdited() throws {
        try directory.generate(first)
        try directory.write("mine\n", to: "a.c")
        let kinds = try directory.generate(Array(first.dropFirst()), force: true).kinds
        #expect(kinds == ["a.c": .abandoned, "dynpgext.lock": .update])
        #expect(directory["a.c"] == "mine\n")
        #expect(try directory.compare(Array(first.dropFirst())).isClean)
    }

    @Test func refusesAnEditByHandAndWritesNothing() throws {
        try directory.generate(first)
        try directory.write("edited\n", to: "a.c")
        let files: [GeneratedFile] = [
            .ours("a.c", "one\n"), .ours("c.c", "three\n"), .yours("mine.c", "\n"),
        ]
        let lock = directory["dynpgext.lock"]
        let conflict = FileChange(
            .edited, "a.c", old: Array("edited\n".utf8), new: Array("one\n".utf8))
        #expect(throws: WorkspaceFailure.refused([conflict])) { try directory.generate(files) }
        #expect(directory.files == ["a.c", "a_hooks.c", "dynpgext.lock", "sub/b.sql"])
        #expect(directory["a.c"] == "edited\n")
        #expect(directory["dynpgext.lock"] == lock)

        try directory.generate(files, force: true)
        #expect(directory["a.c"] == "one\n")
        #expect(directory["c.c"] == "three\n")
    }

    @Test func refusesAFileThatIsNotOurs() throws {
        try directory.write("somebody's\n", to: "a.c")
        #expect(try directory.compare(first).kinds["a.c"] == .foreign)
        #expect(throws: WorkspaceFailure.self) { try directory.generate(first) }
        #expect(directory.files == ["a.c"])
        try directory.generate(first, force: true)
        #expect(directory["a.c"] == "one\n")
    }

    @Test func adoptsWhatIsAlreadyAsItShallBe() throws {
        try directory.generate(first)
        try directory.delete("dynpgext.lock")
        #expect(try directory.generate(first).kinds == ["dynpgext.lock": .create])
        #expect(try directory.compare(first).isClean)
    }

    /// The next run takes a file that already holds the new contents for its own.
    @Test func healsARunThatWasCutOff() throws {
        try directory.generate(first)
        try directory.write("new\n", to: "a.c")
        let files: [GeneratedFile] = [.ours("a.c", "new\n"), .ours("c.c", "three\n")]
        let kinds = try directory.generate(files).kinds
        #expect(kinds == ["c.c": .create, "sub/b.sql": .stale, "dynpgext.lock": .update])
        #expect(try directory.compare(files).isClean)
    }

    @Test func neverTouchesAFileOfTheUser() throws {
        try directory.write("my own\n", to: "a_hooks.c")
        try directory.generate(first)
        #expect(directory["a_hooks.c"] == "my own\n")
        try directory.write("changed\n", to: "a_hooks.c")
        #expect(try directory.compare(first).isClean)
        let files = first.dropLast() + [.yours("a_hooks.c", "new hook\n")]
        try directory.generate(Array(files), force: true)
        #expect(directory["a_hooks.c"] == "changed\n")
        try directory.generate(Array(first.dropLast()), force: true)
        #expect(directory["a_hooks.c"] == "changed\n")
    }

    @Test func doesNotBringBackAFileThatTheUserDeleted() throws {
        try directory.generate(first)
        try directory.delete("a_hooks.c")
        #expect(try directory.generate(first).isClean)
        #expect(directory["a_hooks.c"] == nil)
    }

    @Test func sparesTheSpec() throws {
        try directory.write("{}\n", to: "spec.json")
        let hash = SHA256.hexDigest(of: Array("{}\n".utf8))
        let lock = LockFile(entries: ["spec.json": .generated(hash: hash)])
        try directory.write(lock.text, to: "dynpgext.lock")
        try directory.generate(first)
        #expect(directory["spec.json"] == "{}\n")
        #expect(throws: WorkspaceFailure.self) {
            try directory.generate([.ours("spec.json", "x\n")], force: true)
        }
        #expect(directory["spec.json"] == "{}\n")
    }
}
