import CodeText
import Model

/// What released versions add: their scripts as they were frozen, the ways between neighbours, and control files.
func versionFiles(_ model: ExtensionModel, after past: [PastVersion]) -> [GeneratedFile] {
    let releases = past.map(\.release) + [model.release]
    let scripts = past.map { frozen(ReleasedFiles.script(of: $0.release), $0.script) }
    let ways = zip(past, releases.dropFirst()).flatMap { old, next in
        updates(from: old, to: next, model)
    }
    return scripts + ways + secondaryControlFiles(model, releases)
}

/// Both ways between a released version and the next one.
private func updates(
    from old: PastVersion, to next: Release, _ model: ExtensionModel
) -> [GeneratedFile] {
    let before = ObjectUnit.units(in: old.script)
    let after = objectUnits(of: model)
    let up = upgradeScript(from: old.release, before, to: next, after)
    let down = upgradeScript(from: next, after, to: old.release, before)
    let ways = [
        (old.release, next, old.updates?.up ?? up.fileContents),
        (next, old.release, old.updates?.down ?? down.fileContents),
    ]
    return ways.flatMap { old, new, text in
        let extra = extraUpgradeScript(from: old, to: new)
        let name: Code<SQL> = updateName(from: old, to: new)
        return [
            frozen(ReleasedFiles.update(from: old, to: new), text),
            GeneratedFile(
                path: "\(name.text).extra.sql", contents: extra.fileContents, ownership: .yours),
        ]
    }
}

/// A script that is ours, whoever wrote what it holds.
private func frozen(_ path: String, _ text: String) -> GeneratedFile {
    GeneratedFile(path: path, contents: text, ownership: .generated)
}

/// `NAME--VERSION.control`, for each version as soon as one has a library of its own.
private func secondaryControlFiles(
    _ model: ExtensionModel, _ releases: [Release]
) -> [GeneratedFile] {
    guard needsControlFiles(releases) else { return [] }
    return releases.map { release in
        GeneratedFile(
            path: controlFile(of: release), contents: secondaryControl(release).fileContents,
            ownership: .generated)
    }
}
