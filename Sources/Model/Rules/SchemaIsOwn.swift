import SpecLanguage

/// The schema is the extension's own.
enum SchemaIsOwn: Rule {
    static let reason = """
        PostgreSQL keeps schemas that begin with `pg_` for itself, and a worker never looks \
        for objects in `public`, where others may create their own; `dynpgext` is the \
        loader's.
        """
    static let source = """
        `IsReservedName()` of `catalog/catalog.c`, `CreateSchemaCommand()` of \
        `commands/schemacmds.c`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        if spec.schema == nil, spec.relocatable?.value == true { return [] }
        let schema = spec.schema ?? spec.name
        if schema.value.hasPrefix("pg_") {
            let message =
                "schema \"\(schema.value)\" begins with \"pg_\", which PostgreSQL keeps for itself"
            let hint =
                spec.schema == nil
                ? "Add a key \"schema\" with another name." : "Choose another name."
            return [Diagnostic(.error, message, at: schema.range, hint: hint)]
        }
        let reason: String
        switch schema.value {
        case "public": reason = "is where others may create objects too"
        case "information_schema": reason = "belongs to PostgreSQL"
        case "dynpgext": reason = "belongs to the loader"
        default: return []
        }
        return [
            Diagnostic(
                .error, "schema \"\(schema.value)\" \(reason)", at: schema.range,
                hint: spec.schema == nil
                    ? "Add a key \"schema\" with another name."
                    : "Leave the key out; the schema then has the extension's name.")
        ]
    }
}
