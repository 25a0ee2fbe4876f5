import Foundation
import ServerHarness
import Testing

@testable import Workspace
@testable import dynpgext_gen

/// Many edits of a spec, with the user at work in between.
///
/// `DYNPGEXT_SEED` brings a run back.
@Suite struct RegenerationTests {
    private static let steps = 500

    @Test func neverLosesOrForgetsAFile() async throws {
        let given = ProcessInfo.processInfo.environment["DYNPGEXT_SEED"].flatMap(UInt64.init)
        let seed = given ?? UInt64.random(in: 0...UInt64.max)
        print("RegenerationTests: DYNPGEXT_SEED=\(seed)")
        var user = try Project(seed: seed)
        var rejected = 0
        for step in 1...Self.steps {
            let place = Comment(rawValue: "DYNPGEXT_SEED=\(seed), step \(step)")
            try user.work()
            while try !user.generatesAfterAnEdit() { rejected += 1 }
            let files = try user.files()
            try #require(files == user.expected(), place)
            try #require(try user.isClean(), place)
            if step % 50 == 0 {
                let check = try await run(
                    [Sandbox.command.path, "check", user.directory.path])
                try #require(check.status == 0, "\(place): \(check.output)")
                try #require(try user.refusesAnEditByHand(), place)
                try #require(try user.files() == files, place)
            }
        }
        // Most edits must be good ones, and some must not.
        #expect((1...Self.steps).contains(rejected), "\(rejected) rejected")
    }
}

/// A directory with a spec, and what its user knows of it.
private struct Project {
    let directory: URL
    private let scratch: Sandbox
    private var dice: Dice
    private var draft = DraftSpec()
    private var spec = ""
    /// Everything that is the user's, without the spec.
    private var mine: [String: String] = [:]
    /// The user's files that the lock file lists: one that is gone stays away.
    private var listed: Set<String> = []
    /// What a fresh directory holds for the present spec.
    private var fresh: [String: String] = [:]

    init(seed: UInt64) throws {
        dice = Dice(seed: seed)
        scratch = try Sandbox()
        directory = scratch.directory.appending(path: "project")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    }

    /// False when the edit made a spec that is refused; then nothing has changed, and the edit is undone.
    mutating func generatesAfterAnEdit() throws -> Bool {
        var next = draft
        next.edit(&dice)
        let old = spec
        spec = try next.text()
        try write(spec, to: "spec.json")
        let before = try files()
        do {
            try generate()
            draft = next
            return true
        } catch let failure as CommandFailure where failure.status == .fault {
            guard try files() == before else { throw HarnessError("a refused spec changed files") }
            spec = old
            return false
        }
    }

    /// The user writes, changes and deletes files of their own.
    mutating func work() throws {
        for _ in 0..<dice.below(4) {
            let path = dice.one(
                of: mine.keys.sorted() + ["notes.txt", "src/more.c", "sql/\(dice.below(9)).sql"])
            if mine[path] != nil, dice.below(5) == 0 {
                mine[path] = nil
                try FileManager.default.removeItem(at: directory.appending(path: path))
            } else {
                mine[path, default: ""] += "mine \(dice.below(1000))\n"
                try write(mine[path] ?? "", to: path)
            }
        }
    }

    /// As the command does, here and in an empty directory.
    private mutating func generate() throws {
        try Self.generate(in: directory)
        let other = scratch.directory.appending(path: "fresh")
        try FileManager.default.createDirectory(at: other, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: other) }
        try Data(spec.utf8).write(to: other.appending(path: "spec.json"))
        try Self.generate(in: other)
        fresh = try Self.files(in: other)
        let lines = (fresh["dynpgext.lock"] ?? "").split(separator: "\n")
        let yours = Set(lines.filter { $0.hasPrefix("yours ") }.map { String($0.dropFirst(6)) })
        for path in yours.subtracting(listed) where mine[path] == nil { mine[path] = fresh[path] }
        listed = yours
    }

    /// The user's files, and beside them what a fresh directory holds.
    func expected() -> [String: String] {
        fresh.filter { !listed.contains($0.key) }.merging(mine) { $1 }
    }

    func files() throws -> [String: String] { try Self.files(in: directory) }

    func isClean() throws -> Bool { try Target(directory.path).compared().isClean }

    /// An edit of a generated file is found and survives; the user takes it back.
    mutating func refusesAnEditByHand() throws -> Bool {
        let path = dice.one(
            of: fresh.keys.filter {
                !listed.contains($0) && $0 != "spec.json" && $0 != "dynpgext.lock"
            }.sorted())
        let old = try files()
        try write((old[path] ?? "") + "edit", to: path)
        let edited = try files()
        let isRefused = (try? Self.generate(in: directory)) == nil
        let isLeft = try files() == edited
        try write(old[path] ?? "", to: path)
        return isRefused && isLeft
    }

    private static func generate(in directory: URL) throws {
        let target = try Target(directory.path)
        try target.lock(for: .writing)
        try target.apply(target.compared(), force: false)
    }

    private static func files(in directory: URL) throws -> [String: String] {
        var result: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: directory.path) {
            let file = directory.appending(path: path)
            guard let data = FileManager.default.contents(atPath: file.path) else { continue }
            result[path] = String(decoding: data, as: UTF8.self)
        }
        return result
    }

    private func write(_ text: String, to path: String) throws {
        let file = directory.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}
