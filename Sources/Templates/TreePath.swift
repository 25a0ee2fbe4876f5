import CodeText
import Model

/// A path that a file in the directory of a spec can have by this version of the tool or an earlier one.
///
/// Whoever changes where a file stands leaves its old path here: the trees of others have it.
package struct TreePath {
    package let ownership: Ownership

    /// Nil for a path that no version has ever given to a file.
    package init?(_ path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.dropLast().joined(separator: "/")
        let name = parts.last.map(String.init) ?? ""
        if Self.generated.contains(path) || Self.isGenerated(name, in: folder) {
            ownership = .generated
        } else if Self.yours.contains(path) || Self.isYours(name, in: folder) {
            ownership = .yours
        } else {
            return nil
        }
    }

    private static let generated: Set = [
        ".gitattributes", "Makefile", "dynpgext.h", "pg_compat.h", "test/exports.awk",
        "test/server.sh", "test/t/001_workers.pl", ExtensionModel.jsonSchemaPath,
    ]

    private static let yours: Set = [
        ".editorconfig", ".githooks/pre-commit", ".github/workflows/ci.yml", ".gitignore",
        "AGENTS.md", "META.json", "README.md", "test/postgresql.conf", "test/try.sql",
    ]

    /// Those with the extension's name; that of a user's file may be one of them too (`x_hooks.c`), which its text tells.
    private static func isGenerated(_ name: String, in folder: String) -> Bool {
        let suffixes: [String] =
            switch folder {
            case "": [".c", ".h", ".sql", ".control"]
            case "runtime": [".c", ".h"]
            case "test/sql": [".sql"]
            case "test/expected": [".out"]
            case ReleasedFiles.folder: [".sql"]
            default: []
            }
        return suffixes.contains { suffix in
            guard name.hasSuffix(suffix) else { return false }
            let stem = String(name.dropLast(suffix.count))
            return switch (folder, suffix) {
            case (ReleasedFiles.folder, _): hasVersion(stem)
            case (_, ".control"): isIdentifier(stem) || hasVersion(stem)
            default: isIdentifier(stem)
            }
        }
    }

    /// Others than those with one path.
    private static func isYours(_ name: String, in folder: String) -> Bool {
        let suffix = ".extra.sql"
        let stem = String(name.dropLast(suffix.count))
        return folder.isEmpty && name.hasSuffix(suffix) && (isIdentifier(stem) || hasVersion(stem))
    }

    /// `NAME--VERSION`, or `NAME--VERSION--VERSION`.
    private static func hasVersion(_ stem: String) -> Bool {
        guard let cut = stem.firstRange(of: "--") else { return false }
        let versions = stem[cut.upperBound...].utf8
        return isIdentifier(String(stem[..<cut.lowerBound])) && versions.first != nil
            && versions.allSatisfy { isWord($0) || ".+-".utf8.contains($0) }
    }

    /// As `Name`, but of any length: some have a suffix.
    private static func isIdentifier(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(isWord)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

/// Whether a text has our marker in its first line; JSON has no place for it, and there the title tells.
@Sendable
package func isMarkedAsGenerated(_ path: String, _ text: [UInt8]) -> Bool {
    let marker = Code<C>.marker.text
    if path == ExtensionModel.jsonSchemaPath {
        return text.prefix(256).contains("\"title\": \"A spec of dynpgext-gen".utf8)
    }
    return text.prefix(while: { $0 != UInt8(ascii: "\n") }).prefix(256).contains(marker.utf8)
}
