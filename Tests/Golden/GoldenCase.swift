import Foundation
import ServerHarness
import Testing

/// A spec whose whole output is known: an example, a case of these tests, or what `new` makes.
struct GoldenCase: CustomTestStringConvertible, Sendable {
    let name: String
    let origin: Origin

    /// Where a case comes from.
    enum Origin: Sendable {
        /// A directory with the spec and the user's own files.
        case sources(URL)
        /// `new --template`.
        case template(String)
    }

    /// The directory with the spec; nil for a case that `new` makes.
    var sources: URL? {
        switch origin {
        case .sources(let directory): directory
        case .template: nil
        }
    }

    var testDescription: String { name }
    var expected: URL { Self.folder.appending(path: "Expected/\(name)") }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    /// Every case, by name.
    static let all: [GoldenCase] = {
        let folders = [checkout.appending(path: "examples"), folder.appending(path: "Cases")]
        let cases = folders.flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: nil)) ?? []
        }
        let written = cases.filter(\.hasDirectoryPath).map {
            GoldenCase(name: $0.lastPathComponent, origin: .sources($0))
        }
        let made = [("ticker", "worker"), ("counters", "counters"), ("cron", "cron")].map {
            GoldenCase(name: $0, origin: .template($1))
        }
        return (written + made).sorted { $0.name < $1.name }
    }()

    static func named(_ name: String) throws -> GoldenCase {
        guard let found = all.first(where: { $0.name == name }) else {
            throw HarnessError("no golden case \(name)")
        }
        return found
    }

    /// A copy of the case with everything generated, in a directory that ends with the value.
    func generated() async throws -> GeneratedTree {
        let archive = try await Generations.shared.archive(of: self)
        let sandbox = try Sandbox()
        let unpacked = try await run(["tar", "-xf", archive.path], in: sandbox.directory)
        guard unpacked.status == 0 else { throw HarnessError(unpacked.output) }
        return GeneratedTree(
            sandbox: sandbox, directory: sandbox.directory.appending(path: name))
    }

    /// Lets the command do its work, and gives what is there then.
    fileprivate func archived() async throws -> ScratchFile {
        let sandbox = try Sandbox()
        let made: ProcessResult
        switch origin {
        case .sources(let directory):
            try FileManager.default.copyItem(
                at: directory, to: sandbox.directory.appending(path: name))
            made = try await sandbox.run("generate", name)
        case .template(let template):
            made = try await sandbox.run("new", name, "--template", template)
        }
        guard made.status == 0 else {
            throw HarnessError("cannot generate \(name): \(made.output)")
        }
        try mutate(sandbox.directory.appending(path: name))
        let archive = try ScratchFile()
        let packed = try await run(["tar", "-cf", archive.path, "."], in: sandbox.directory)
        guard packed.status == 0 else { throw HarnessError(packed.output) }
        return archive
    }

    /// Replaces in the output what `scripts/mutate` says in the environment: the path in Expected, or in the repository for
    /// the runtime that all carry, a text and another one.
    func mutate(_ directory: URL) throws {
        let mutation = ProcessInfo.processInfo.environment["DYNPGEXT_MUTATION"] ?? ""
        let words = mutation.components(separatedBy: "|")
        guard words.count == 3 else { return }
        let isCarried = words[0].hasPrefix("runtime/")
        guard isCarried || words[0].hasPrefix(name + "/") else { return }
        let path = isCarried ? words[0] : String(words[0].dropFirst(name.count + 1))
        let file = directory.appending(path: path)
        if isCarried && !FileManager.default.fileExists(atPath: file.path) { return }
        let text = try String(contentsOf: file, encoding: .utf8)
        guard text.contains(words[1]) else {
            throw HarnessError("\(words[0]) does not say \(words[1])")
        }
        try text.replacingOccurrences(of: words[1], with: words[2])
            .write(to: file, atomically: true, encoding: .utf8)
    }
}

/// What the cases came to in this run, each generated once for all tests and majors.
private actor Generations {
    static let shared = Generations()

    private var archives: [String: Task<ScratchFile, any Error>] = [:]

    func archive(of golden: GoldenCase) async throws -> ScratchFile {
        let task = archives[golden.name] ?? Task { try await golden.archived() }
        archives[golden.name] = task
        return try await task.value
    }
}

/// A directory with a spec and its output; it ends with its sandbox.
struct GeneratedTree {
    let sandbox: Sandbox
    let directory: URL

    /// Every file below, by its path.
    var files: [String: Data] { get throws { try contents(of: directory) } }
}

/// Every file below a directory, by its path; none if there is no directory.
func contents(of directory: URL) throws -> [String: Data] {
    let paths =
        FileManager.default.enumerator(atPath: directory.path)?.allObjects as? [String] ?? []
    var files: [String: Data] = [:]
    for path in paths {
        var isDirectory: ObjCBool = false
        let file = directory.appending(path: path)
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory),
            !isDirectory.boolValue
        else { continue }
        files[path] = try Data(contentsOf: file)
    }
    return files
}
