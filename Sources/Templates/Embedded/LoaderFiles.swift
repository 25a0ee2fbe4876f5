import CodeText

/// The sources of the loader, as they stand in the repository.
package func loaderFiles() -> [GeneratedFile] {
    Embedded.loader.map {
        GeneratedFile(path: $0.path, contents: $0.contents, ownership: .generated)
    }
}

/// Every path that a source of the loader has had; whoever takes one away leaves its path here, for the directories that
/// still have it. All files once stood in one folder.
package let loaderPaths: Set<String> = Set(
    Embedded.loader.flatMap { [$0.path, name(of: $0.path)] })

/// The last component of a path.
private func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
}

/// Whether a text begins as the source of the loader with this path does: one in C with its name, the others with the same
/// line as today.
@Sendable
package func isLoaderSource(_ path: String, _ text: [UInt8]) -> Bool {
    let lines = text.prefix(1024).split(
        separator: UInt8(ascii: "\n"), maxSplits: 3, omittingEmptySubsequences: false)
    if path.hasSuffix(".c") || path.hasSuffix(".h") {
        return lines.count > 3 && lines[2].elementsEqual(" * \(name(of: path))".utf8)
    }
    let today = Embedded.loader.first { $0.path == path }?.contents.prefix { $0 != "\n" }
    return today.map { lines[0].elementsEqual($0.utf8) } ?? false
}
