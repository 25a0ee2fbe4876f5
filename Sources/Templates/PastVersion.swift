import Model

/// A released version with the scripts that its databases may still need; none can be made again.
package struct PastVersion: Sendable {
    /// The updates to the next released version and back, without the user's part.
    package struct Updates: Sendable {
        package let up: String
        package let down: String

        package init(up: String, down: String) {
            self.up = up
            self.down = down
        }
    }

    package let release: Release
    /// All that CREATE EXTENSION runs, with the user's part.
    package let script: String
    /// Nil while the next version is the spec's.
    package let updates: Updates?

    package init(release: Release, script: String, updates: Updates?) {
        self.release = release
        self.script = script
        self.updates = updates
    }
}

/// Where the scripts of released versions stand.
package enum ReleasedFiles {
    /// Where those of all released versions stand.
    package static let folder = "releases"

    /// The frozen install script.
    package static func script(of release: Release) -> String {
        "\(folder)/\(release.name.text)--\(release.version).sql"
    }

    /// The generated part of an update.
    package static func update(from old: Release, to new: Release) -> String {
        "\(folder)/\(new.name.text)--\(old.version)--\(new.version).sql"
    }

    /// The generated part of the newest version's install script; it becomes the frozen one.
    package static func current(_ release: Release) -> (generated: String, yours: String) {
        ("\(release.name.text).sql", "\(release.name.text).extra.sql")
    }
}
