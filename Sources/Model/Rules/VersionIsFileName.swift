import PostgreSQL
import SpecLanguage

/// A version can be part of a file's name.
enum VersionIsFileName: Rule {
    static let reason = """
        A version stands in the names of scripts, `NAME--VERSION.sql`, which PostgreSQL splits \
        at `--`, and in the makefile.
        """
    static let source = """
        `check_valid_version_name()` of `commands/extension.c`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        let version = spec.version.value
        guard !isVersion(version) else { return [] }
        return [
            Diagnostic(
                .error, "version \"\(version)\" cannot be part of a script's name",
                at: spec.version.range,
                hint:
                    "Begin with a letter or digit; \".\", \"_\", \"+\" and single \"-\" may stand between more of them, \(Limits.version) bytes in all, as in \"0.1\"."
            )
        ]
    }

    /// Whether a text can be a version.
    static func isVersion(_ text: String) -> Bool {
        text.utf8.first.map { isAlphanumeric($0) } == true && !text.contains("--")
            && !text.hasSuffix("-")
            && text.utf8.count <= Limits.version
            && text.utf8.allSatisfy { isAlphanumeric($0) || "._+-".utf8.contains($0) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
