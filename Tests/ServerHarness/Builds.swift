import Foundation

/// Extensions already compiled in this run, so that a library that a hundred tests install is compiled once per major.
actor Builds {
    static let shared = Builds()

    /// What decides a compiler's output: the files' checksums, the server's headers and make's arguments.
    private struct Key: Hashable {
        let content: String
        let major: Int
        let arguments: [String]
    }

    /// A build directory as an archive that leaves nothing behind, and what make said.
    private struct Build: Sendable {
        let archive: ScratchFile
        let output: String
    }

    private var builds: [Key: Task<Build, any Error>] = [:]

    /// Fills a directory with the sources and what make builds of them; gives what make said, throws it on failure.
    func build(
        _ sources: URL, major: Int, in directory: URL, make arguments: [String]
    ) async throws -> String {
        let content = try await run(
            ["sh", "-c", "find . -type f -exec cksum {} + | sort"], in: sources)
        let key = Key(
            content: content.stdout, major: major,
            arguments: arguments.filter { !$0.hasPrefix("PG_CONFIG=") })
        let task =
            builds[key] ?? Task { try await Self.compile(sources, in: directory, make: arguments) }
        builds[key] = task
        let build = try await task.value
        if !FileManager.default.fileExists(atPath: directory.path) {
            try FileManager.default.createDirectory(
                at: directory, withIntermediateDirectories: false)
            try await mustRun(["tar", "-xf", build.archive.path], in: directory)
        }
        return build.output
    }

    /// Compiles a copy of the sources; objects that someone made in place may be of another major.
    private static func compile(
        _ sources: URL, in directory: URL, make arguments: [String]
    ) async throws -> Build {
        try FileManager.default.copyItem(at: sources, to: directory)
        try await mustRun(
            ["find", ".", "(", "-name", "*.o", "-o", "-name", "*.so", ")", "-delete"], in: directory
        )
        let output = try await mustRun(["make"] + arguments, in: directory)
        let archive = try ScratchFile()
        try await mustRun(["tar", "-cf", archive.path, "."], in: directory)
        return Build(archive: archive, output: output)
    }
}

/// Runs a program that has to succeed and gives all that it said; throws that if it fails.
@discardableResult
private func mustRun(_ command: [String], in directory: URL) async throws -> String {
    let result = try await run(command, in: directory)
    guard result.status == 0 else {
        throw HarnessError("\(command.joined(separator: " ")) failed:\n\(result.output)")
    }
    return result.output
}
