import SpecLanguage

/// A relocatable extension has no schema of its own.
enum RelocatableHasNoSchema: Rule {
    static let reason = """
        PostgreSQL refuses a control file that names a schema and says that the extension \
        can be moved to another one: the schema of a relocatable extension is what \
        `CREATE EXTENSION ... SCHEMA` says.
        """
    static let source = """
        `parse_extension_control_file()` of `commands/extension.c`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        guard let relocatable = spec.relocatable, relocatable.value, let schema = spec.schema
        else { return [] }
        return [
            Diagnostic(
                .error, "a relocatable extension has no schema of its own", at: schema.range,
                hint: "Remove \"schema\" or \"relocatable\".",
                notes: [.init("it is made relocatable here", at: relocatable.range)])
        ]
    }
}
