import SpecLanguage

/// Released versions stand; the one rule that needs more than the spec.
package enum ReleasesStand {
    package static let reason = """
        Databases have the released versions, with scripts that are frozen: none can be made \
        anew, and PostgreSQL neither renames an extension nor moves one that is not \
        relocatable.
        """
    package static let source = """
        `AlterExtensionNamespace()` of `commands/extension.c`, 13 to 19
        """

    /// Every breach by `spec`, when these versions were generated before it, oldest first.
    static func breaches(in spec: Extension, after generated: [Release]) -> [Diagnostic] {
        let version = spec.version.value
        let released = generated.released(before: version)
        guard let last = released.last else { return [] }
        let schema = spec.schema ?? spec.name
        let isRelocatable = spec.relocatable?.value ?? false
        var found: [Diagnostic] = []
        if released.contains(where: { $0.version == version }) {
            found.append(returning(to: spec.version, from: generated.last ?? last))
        }
        if spec.name.value != last.name.text {
            found.append(
                Diagnostic(
                    .error,
                    "the name cannot change from \"\(last.name.text)\" after version \"\(last.version)\" was released",
                    at: spec.name.range,
                    hint:
                        "PostgreSQL does not rename an extension; keep the name, or begin another one in a directory of its own."
                ))
        } else if isRelocatable != (last.schema == nil) {
            found.append(relocation(at: spec.relocatable?.range ?? spec.name.range, after: last))
        } else if let fixed = last.schema, schema.value != fixed.text {
            found.append(
                Diagnostic(
                    .error,
                    "the schema cannot change from \"\(fixed.text)\" after version \"\(last.version)\" was released",
                    at: schema.range,
                    hint:
                        "PostgreSQL does not move this extension to another schema; keep \"schema\": \"\(fixed.text)\"."
                ))
        }
        return found
    }

    /// The scripts of a version that can be moved name no schema, those of another one do.
    private static func relocation(at range: SourceRange, after last: Release) -> Diagnostic {
        let value = last.schema == nil
        return Diagnostic(
            .error,
            "\"relocatable\" cannot change from \(value) after version \"\(last.version)\" was released",
            at: range,
            hint: "The scripts of that version are frozen; keep \"relocatable\": \(value).")
    }

    private static func returning(to version: Located<String>, from last: Release) -> Diagnostic {
        Diagnostic(
            .error,
            "version \"\(version.value)\" was released before \"\(last.version)\" and cannot be made again",
            at: version.range,
            hint:
                "Choose a version that dynpgext.lock does not list; to undo a bump, restore the files of then from version control."
        )
    }
}
