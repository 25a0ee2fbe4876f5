import Foundation

/// Where servers and sandboxes make and remove thousands of files, and synchronise them: in memory, if that is a place
/// with 4 GiB of room where programs may run, as a disk takes most of the time of all tests.
let scratch: URL = {
    let memory = "/dev/shm"
    var place = statvfs()
    let isThere = access(memory, W_OK) == 0 && statvfs(memory, &place) == 0
    let room = UInt64(place.f_bavail) * UInt64(place.f_frsize)
    // ST_NOEXEC, which the module Glibc lacks.
    let runsPrograms = place.f_flag & 8 == 0
    return isThere && runsPrograms && room >= 4 << 30
        ? URL(filePath: memory) : FileManager.default.temporaryDirectory
}()

/// A directory of its own in which one test runs the built command.
package final class Sandbox: Sendable {
    package let directory: URL

    package init() throws {
        directory = scratch.appending(path: "dynpgext-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    /// The command, built beside the tests.
    package static let command = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "dynpgext-gen")

    /// Runs the command here, or in a directory below.
    package func run(
        _ arguments: String..., in below: String = "", environment: [String: String] = [:]
    ) async throws -> ProcessResult {
        try await ServerHarness.run(
            [Self.command.path] + arguments, in: directory.appending(path: below),
            environment: cleanEnvironment.merging(environment) { $1 })
    }

    /// Runs a line of shell in which `$0` is the command.
    package func shell(_ line: String) async throws -> ProcessResult {
        try await ServerHarness.run(["sh", "-c", line, Self.command.path], in: directory)
    }

    /// Makes the extension `pulse` and fails the test when that fails.
    package func makePulse() async throws {
        let result = try await run("new", "pulse")
        guard result.status == 0 else { throw HarnessError("new failed: \(result.output)") }
    }

    /// The text of a file; nil when there is none.
    package subscript(_ file: String) -> String? {
        FileManager.default.contents(atPath: directory.appending(path: file).path)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    package func write(_ text: String, to file: String) throws {
        let target = directory.appending(path: file)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: target)
    }

    package func append(_ text: String, to file: String) throws {
        try write((self[file] ?? "") + text, to: file)
    }

    package func delete(_ file: String) throws {
        try FileManager.default.removeItem(at: directory.appending(path: file))
    }

    /// Every file, link and directory here with its inode, time and size: what an untouched tree keeps.
    package func tree() throws -> [String: [Int]] {
        var result: [String: [Int]] = [:]
        let paths = FileManager.default.enumerator(atPath: directory.path)?.allObjects
        for path in [""] + (paths as? [String] ?? []) {
            var status = stat()
            guard lstat("\(directory.path)/\(path)", &status) == 0 else {
                throw HarnessError("cannot look at \(path)")
            }
            result[path] = [
                Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size,
            ]
        }
        return result
    }
}
