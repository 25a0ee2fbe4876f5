import CodeText
import Model

/// `NAME--OLD--NEW.sql`, the generated part of an update, or of the way back.
///
/// Only what differs is dropped and made: other objects may depend on the rest, and privileges on it were granted.
func upgradeScript(
    from old: Release, _ before: [ObjectUnit], to new: Release, _ after: [ObjectUnit]
) -> Code<SQL> {
    let name: Code<SQL> = updateName(from: old, to: new)
    let movesLibrary = old.library != new.library
    return blocks {
        lines {
            "-- \(Code.marker)" as Code<SQL>
            "-- From version \(old.version(in: SQL.self)) to \(new.version(in: SQL.self)); make puts \(name).extra.sql behind it."
                as Code<SQL>
        }
        #"""
        -- ALTER EXTENSION runs this script; psql stops here.
        \echo Use "ALTER EXTENSION \#(new.name) UPDATE TO '\#(new.version(in: SQL.self))'" to load this file. \quit
        """# as Code<SQL>
        for unit in before.reversed() where !after.contains(where: { $0.isKept(from: unit) }) {
            drop(unit)
        }
        for unit in after {
            if let kept = before.first(where: { unit.isKept(from: $0) }) {
                change(kept, to: unit, movesLibrary: movesLibrary)
            } else {
                unit.text
            }
        }
    }
}

/// `NAME--OLD--NEW`, by which PostgreSQL knows an update script.
func updateName<L>(from old: Release, to new: Release) -> Code<L> {
    "\(new.name)--\(old.version(in: L.self))--\(new.version(in: L.self))"
}

/// `NAME--OLD--NEW.extra.sql`, the user's own; written once.
func extraUpgradeScript(from old: Release, to new: Release) -> Code<SQL> {
    """
    -- Your part of the update from \(old.version(in: SQL.self)) to \(new.version(in: SQL.self)): make puts it behind the generated part.
    """
}

extension Release {
    /// A checked version is safe in every language that we write.
    func version<L>(in language: L.Type) -> Code<L> { Code(verbatim: version) }
}

extension ObjectUnit {
    /// Whether the objects of another version can stay: comments may differ.
    fileprivate func isKept(from old: ObjectUnit) -> Bool {
        kind == old.kind && name == old.name && definition == old.definition
    }

    /// The statements that define functions in C, made to replace what is there.
    fileprivate var functionsAgain: Code<SQL> {
        let opening = "CREATE FUNCTION "
        let statements = definition.text.split(separator: "\n\n").filter { $0.hasPrefix(opening) }
        return Code(
            verbatim: statements.map { "CREATE OR REPLACE FUNCTION \($0.dropFirst(opening.count))" }
                .joined(separator: "\n\n"))
    }
}

/// The objects of a unit go in the reverse order of their making.
private func drop(_ unit: ObjectUnit) -> Code<SQL> {
    let drops = unit.definition.text.split(separator: "\n\n").reversed().compactMap(dropping)
    return lines {
        unit.heading
        Code(verbatim: drops.joined(separator: "\n"))
    }
}

/// What takes away what a CREATE statement has made; nil for other statements.
private func dropping(_ statement: Substring) -> String? {
    for (kind, end) in [("VIEW", " AS"), ("FUNCTION", " RETURNS"), ("TYPE", " AS")] {
        let opening = "CREATE \(kind) "
        guard statement.hasPrefix(opening) else { continue }
        let rest = statement.dropFirst(opening.count)
        return "DROP \(kind) \(rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)]);"
    }
    return nil
}

/// What a unit needs whose objects stay: the new version's library, and other comments.
private func change(
    _ old: ObjectUnit, to new: ObjectUnit, movesLibrary: Bool
) -> Code<SQL> {
    let functions = movesLibrary ? new.functionsAgain : .empty
    let comments = comments(from: old, to: new)
    guard !functions.isEmpty || !comments.isEmpty else { return .empty }
    return lines {
        new.heading
        functions
        comments
    }
}

/// The comments that differ; those that are gone are taken away.
private func comments(from old: ObjectUnit, to new: ObjectUnit) -> Code<SQL> {
    let before = old.comments.text.split(separator: "\n")
    let after = new.comments.text.split(separator: "\n")
    let gone = before.map(target).filter { !after.map(target).contains($0) }
    let statements =
        gone.map { $0 + " IS NULL;" } + after.filter { !before.contains($0) }.map(String.init)
    return Code(verbatim: statements.joined(separator: "\n"))
}

/// What a COMMENT statement is about; no name holds a space.
private func target(of statement: Substring) -> String {
    String(statement.split(separator: " IS ", maxSplits: 1, omittingEmptySubsequences: false)[0])
}
