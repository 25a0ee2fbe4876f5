/// What this tool can have written into a directory, whichever of its versions that was.
///
/// A lock file and a journal are files that anybody may have written, and a hash proves what a file holds, not who made
/// it. So what neither the name nor the text of a file shows to be ours is never removed and never replaced.
package struct Provenance: Sendable {
    /// How the files of one path come to be.
    package enum Kind: Sendable, Equatable {
        /// Made again at any time: replaced, and removed when it is no longer generated.
        case generated
        /// Generated once and for all: replaced while its version is the newest, never removed.
        case lasting
        /// The user's.
        case yours
    }

    /// The kind of a path; nil for one that no version of this tool has ever given to a file.
    let kind: @Sendable (_ path: String) -> Kind?
    /// Whether a text says at its beginning that this tool has made it, for this path.
    let isMarked: @Sendable (_ path: String, _ text: [UInt8]) -> Bool

    package init(
        kind: @escaping @Sendable (String) -> Kind?,
        isMarked: @escaping @Sendable (String, [UInt8]) -> Bool
    ) {
        self.kind = kind
        self.isMarked = isMarked
    }

    /// Whether a file with one of these hashes can be ours, so that it may be replaced.
    func canHaveMade(_ path: String, _ text: [UInt8], hashes: Set<String>) -> Bool {
        isMarked(path, text) && hashes.contains(SHA256.hexDigest(of: text))
    }
}
