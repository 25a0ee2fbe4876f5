import CodeText
import Foundation

@testable import Workspace

/// A directory of its own for one test, gone with the last reference.
final class TemporaryDirectory: Sendable {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("dynpgext-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The text of a file; nil when there is none.
    subscript(_ file: String) -> String? {
        FileManager.default.contents(atPath: "\(path)/\(file)").map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// Every file and link below, hidden ones too.
    var files: [String] {
        let all = FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []
        return all.filter { !isDirectory($0) }.sorted()
    }

    func write(_ text: String, to file: String) throws {
        let target = URL(fileURLWithPath: "\(path)/\(file)")
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: target)
    }

    func delete(_ file: String) throws {
        try FileManager.default.removeItem(atPath: "\(path)/\(file)")
    }

    func link(_ file: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(path)/\(file)", withDestinationPath: target)
    }

    private func isDirectory(_ file: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(file)")
        return attributes?[.type] as? FileAttributeType == .typeDirectory
    }

    /// Compares as `check` does.
    func compare(_ files: [GeneratedFile]) throws -> Comparison {
        try Workspace.compare(
            files, with: Originals(in: Directory(at: path)), sparing: "spec.json",
            provenance: .anything)
    }

    /// Compares and applies as `generate` does.
    @discardableResult
    func generate(_ files: [GeneratedFile], force: Bool = false) throws -> Comparison {
        let comparison = try compare(files)
        try apply(comparison, to: Directory(at: path), force: force)
        return comparison
    }
}

extension Provenance {
    /// Whatever the lock file says can be.
    static let anything = Provenance(kind: { _ in .generated }, isMarked: { _, _ in true })
}

extension GeneratedFile {
    static func ours(_ path: String, _ contents: String) -> Self {
        Self(path: path, contents: contents, ownership: .generated)
    }

    static func yours(_ path: String, _ contents: String) -> Self {
        Self(path: path, contents: contents, ownership: .yours)
    }
}

extension Comparison {
    /// What is to do, by path; what is as it shall be is left out.
    var kinds: [String: FileChange.Kind] {
        let pairs = changes.filter { $0.kind != .unchanged }.map { ($0.path, $0.kind) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
