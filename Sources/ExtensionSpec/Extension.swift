/// A spec as it was written: every shape is right, nothing else is proven.
package struct Extension: Sendable {
    package var name: Located<String>
    package var version: Located<String>
    package var comment: Located<String>?
    package var schema: Located<String>?
    /// The oldest PostgreSQL major to support.
    package var minimumMajor: Located<Int>?
    /// The newest PostgreSQL major to support.
    package var maximumMajor: Located<Int>?
    /// The revision of the Dynpgext interface.
    package var interface: Located<Int>?
    package var settings: [Setting]
    package var blocks: [Block]
    package var workers: [Worker]
}

/// How far a block or a worker reaches.
package enum Scope: String, Sendable, CaseIterable {
    /// One for the server.
    case global
    /// One in each database that has the extension.
    case database
}
