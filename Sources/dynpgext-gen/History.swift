import Model
import SpecLanguage
import Templates
import Workspace

/// Every version that was generated in a directory, and what the released ones left.
struct History {
    /// Oldest first; the last is the one that the files are of.
    let generated: [Release]
    let originals: Originals

    init(in directory: Directory) throws(WorkspaceFailure) {
        let originals = try Originals(in: directory)
        self.originals = originals
        generated = try originals.versions.map { version throws(WorkspaceFailure) in
            guard let release = Release(version) else { throw originals.rejection(of: version) }
            return release
        }
    }

    /// The released versions with their scripts, as they stand before `current` is written.
    ///
    /// The script of a version that is released just now is put together as make did it.
    func past(of current: Release) throws(WorkspaceFailure) -> [PastVersion] {
        let released = generated.released(before: current.version)
        return try released.indices.map { index throws(WorkspaceFailure) in
            let release = released[index]
            let isFrozen = release != generated.last
            let next = released.dropFirst(index + 1).first
            return PastVersion(
                release: release,
                script: isFrozen
                    ? try originals.contents(of: ReleasedFiles.script(of: release))
                    : try lastScript(of: release),
                updates: try next.map { next throws(WorkspaceFailure) in
                    PastVersion.Updates(
                        up: try originals.contents(
                            of: ReleasedFiles.update(from: release, to: next)),
                        down: try originals.contents(
                            of: ReleasedFiles.update(from: next, to: release)))
                })
        }
    }

    /// Frozen already if the run that released the version was cut off: its parts may then be the next version's.
    private func lastScript(of release: Release) throws(WorkspaceFailure) -> String {
        let frozen = try originals.interrupted(ReleasedFiles.script(of: release))
        if let frozen { return frozen }
        let files = ReleasedFiles.current(release)
        return try originals.contents(of: files.generated)
            + originals.contents(ofYours: files.yours)
    }
}

extension Release {
    fileprivate init?(_ line: LockFile.Version) {
        self.init(
            version: line.version, name: line.name,
            schema: line.schema == LockFile.Version.noSchema ? nil : line.schema,
            library: line.library,
            layouts: line.layouts.map {
                Layout(block: $0.block, fingerprint: $0.fingerprint, key: $0.key)
            })
    }
}

extension LockFile.Version {
    /// What is remembered of a version.
    init(_ release: Release) {
        self.init(
            version: release.version, name: release.name.text,
            schema: release.schema?.text ?? Self.noSchema, library: release.library,
            layouts: release.layouts.map {
                LockFile.Layout(block: $0.block, fingerprint: $0.fingerprint, key: $0.key)
            })
    }
}
