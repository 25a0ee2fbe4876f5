/// Who may change a file after it has been written.
package enum Ownership: Sendable, Equatable {
    /// Ours: rewritten from the spec; an edit by hand is refused.
    case generated
    /// The user's: created once, never touched again.
    case yours
}

/// One file of the output: where it goes, what it holds and whose it is.
package struct GeneratedFile: Sendable, Equatable {
    /// Relative to the directory of the spec, with `/` between its parts; never absolute, never with `..`.
    package let path: String
    /// The whole contents, UTF-8, ending with a newline.
    package let contents: String
    package let ownership: Ownership

    package init(path: String, contents: String, ownership: Ownership) {
        self.path = path
        self.contents = contents
        self.ownership = ownership
    }
}
