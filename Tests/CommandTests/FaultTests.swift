import Foundation
import ServerHarness
import Testing

/// `generate` is stopped at each call that changes a file: nothing is half, and the next run mends it.
@Suite(.enabled("strace cannot trace here") { await Strace.works() })
struct FaultTests {
    /// What happens at the call.
    enum Fault: String, CaseIterable {
        case failsOnce = "error=EIO"
        case diskIsFullFromThenOn = "error=ENOSPC"
        case isKilled = "signal=SIGKILL"
    }

    @Test(arguments: Fault.allCases, Trees.Change.allCases)
    func eachCall(fault: Fault, change: Trees.Change) async throws {
        let trees = try await Trees(change)
        let calls = try await trees.calls()
        #expect(calls.count > 50, "\(calls.count)")
        let firstVisible = try #require(calls.firstIndex { $0.isVisible })
        for (index, call) in calls.enumerated() {
            let sandbox = try trees.copy()
            try sandbox.write(trees.second, to: "tree/pulse.json")
            let result = try await Strace.run(
                ["generate", "tree"], in: sandbox, injecting: fault.rawValue, at: call,
                andAfter: fault == .diskIsFullFromThenOn)
            let left = try trees.contents(of: sandbox)
            for (path, data) in left where !isAside(path) {
                let isWhole = data == trees.before[path] || data == trees.after[path]
                #expect(isWhole, "\(call.line): \(path) is half")
            }
            #expect(trees.users.allSatisfy { left[$0] == trees.before[$0] }, "\(call.line)")
            if fault == .isKilled {
                #expect(result.status == 128 + SIGKILL, "\(call.line): \(result.output)")
            } else if result.status == 0 {
                #expect(left == trees.after, "\(call.line)")
            } else {
                #expect(result.status == 2, "\(call.line): \(result.output)")
                // Where nothing can be removed, a run may fail at its last step, the journal's removal.
                if index <= firstVisible, fault == .failsOnce || call.name != "unlinkat" {
                    // Where no directory can be opened, what was written aside in it stays.
                    let stays = fault != .failsOnce && call.name == "openat"
                    let files = stays ? left.filter { !isAside($0.key) } : left
                    #expect(files == trees.before, "\(call.line)")
                }
            }
            let healed = try await sandbox.run("generate", "tree")
            #expect(healed.status == 0, "\(call.line): \(healed.output)")
            let tree = try trees.contents(of: sandbox)
            #expect(tree == trees.after, "\(call.line): \(difference(tree, trees.after))")
        }
    }

    /// Two runs are stopped, each after a change of the spec, and then the spec changes once more.
    @Test(arguments: [Fault.failsOnce, .isKilled]) func twiceWithOtherSpecs(fault: Fault)
        async throws
    {
        let trees = try await Trees(.name)
        for call in try await trees.calls() {
            let sandbox = try trees.copy()
            for spec in [trees.second, trees.third] {
                try sandbox.write(spec, to: "tree/pulse.json")
                let result = try await Strace.run(
                    ["generate", "tree"], in: sandbox, injecting: fault.rawValue, at: call)
                // The second run may have fewer calls.
                let statuses = fault == .isKilled ? [0, 128 + SIGKILL] : [0, 2]
                #expect(statuses.contains(result.status), "\(call.line): \(result.output)")
            }
            try sandbox.write(trees.first, to: "tree/pulse.json")
            let healed = try await sandbox.run("generate", "tree")
            #expect(healed.status == 0, "\(call.line): \(healed.output)")
            var left = try trees.contents(of: sandbox)
            // Made for the second spec, and the user's from then on.
            for path in ["tempo_hooks.c", "tempo.extra.sql"] { left[path] = nil }
            #expect(left == trees.before, "\(call.line): \(difference(left, trees.before))")
        }
    }

    @Test func checkReportsWhatWasInterrupted() async throws {
        let trees = try await Trees(.name)
        let calls = try await trees.calls()
        let visible = try #require(calls.last { $0.isVisible })
        let sandbox = try trees.copy()
        try sandbox.write(trees.second, to: "tree/pulse.json")
        _ = try await Strace.run(
            ["generate", "tree"], in: sandbox, injecting: "signal=SIGKILL", at: visible)
        let before = try sandbox.tree()
        let check = try await sandbox.run("check", "tree")
        #expect(check.status == 1)
        #expect(check.stderr.hasPrefix("tree/.dynpgext.journal: interrupted run\n"))
        #expect(check.stderr.hasSuffix("hint: Run 'dynpgext-gen generate tree' to mend this.\n"))
        #expect(try sandbox.tree() == before)
        let healed = try await sandbox.run("generate", "tree")
        #expect(healed.stderr.hasSuffix(", mended an interrupted run\n"), "\(healed.stderr)")
        #expect(try await sandbox.run("check", "tree").status == 0)
    }

    private func isAside(_ path: String) -> Bool {
        path == ".dynpgext.journal" || path.hasSuffix(".dynpgext-new")
    }

    /// The names of the files that differ.
    private func difference(_ left: [String: Data], _ right: [String: Data]) -> [String] {
        Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
    }
}

/// The trees before and after a change of the spec that creates, updates, restores and deletes.
struct Trees {
    /// What the second spec changes.
    enum Change: CaseIterable {
        /// Another name, so that most files go and come.
        case name
        /// Another version with another view, so that the old one is frozen from a script that is then replaced.
        case version
    }

    let first: String
    let second: String
    /// As the second, without workers and so with fewer files.
    let third: String
    let before: [String: Data]
    let after: [String: Data]
    /// Files that no run may touch.
    let users = ["pulse_hooks.c", "pulse.extra.sql", "README.md", "mine.c"]
    private let origin: Sandbox

    init(_ change: Change) async throws {
        origin = try Sandbox()
        try await origin.makePulse()
        first = origin["pulse/pulse.json"] ?? ""
        second =
            switch change {
            case .name: first.replacing("\"pulse\"", with: "\"tempo\"")
            case .version:
                first.replacing("\"0.1\"", with: "\"0.2\"").replacing("last_at", with: "seen_at")
            }
        let workers = second.range(of: ",\n  \"workers\"")?.lowerBound ?? second.endIndex
        third = second[..<workers] + "\n}\n"
        try origin.write("mine\n", to: "pulse/mine.c")
        try origin.append("/* mine */\n", to: "pulse/pulse_hooks.c")
        before = try Self.contents(of: origin.directory.appending(path: "pulse"))
        let changed = try Self.copy(of: origin)
        try changed.write(second, to: "tree/pulse.json")
        let result = try await changed.run("generate", "tree")
        guard result.status == 0 else { throw HarnessError(result.output) }
        after = try Self.contents(of: changed.directory.appending(path: "tree"))
    }

    /// The calls of a run that nobody disturbs.
    func calls() async throws -> [SystemCall] {
        let sandbox = try copy()
        try sandbox.write(second, to: "tree/pulse.json")
        let (result, calls) = try await Strace.changes(["generate", "tree"], in: sandbox)
        guard result.status == 0 else { throw HarnessError(result.output) }
        return calls
    }

    func copy() throws -> Sandbox { try Self.copy(of: origin) }

    /// Every file without the spec, which the tests change.
    func contents(of sandbox: Sandbox) throws -> [String: Data] {
        try Self.contents(of: sandbox.directory.appending(path: "tree"))
    }

    private static func copy(of origin: Sandbox) throws -> Sandbox {
        let sandbox = try Sandbox()
        try FileManager.default.copyItem(
            at: origin.directory.appending(path: "pulse"),
            to: sandbox.directory.appending(path: "tree"))
        return sandbox
    }

    private static func contents(of directory: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: directory.path)
        where path != "pulse.json" {
            let file = directory.appending(path: path)
            if !file.isDirectory { files[path] = try Data(contentsOf: file) }
        }
        return files
    }
}

extension URL {
    /// Does it lead to a directory?
    fileprivate var isDirectory: Bool {
        (try? resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
    }
}
