import ExtensionSpec

/// PostgreSQL keeps schemas that begin with "pg_" for itself (commands/schemacmds.c), and a worker never looks
/// for objects in "public", where others may create their own.
enum SchemaIsOwn: Rule {
    static func breaches(in spec: Extension) -> [Diagnostic] {
        let schema = spec.schema ?? spec.name
        if schema.value.hasPrefix("pg_") {
            let message =
                "schema \"\(schema.value)\" begins with \"pg_\", which PostgreSQL keeps for itself"
            let hint =
                spec.schema == nil
                ? "Add a key \"schema\" with another name." : "Choose another name."
            return [Diagnostic(.error, message, at: schema.range, hint: hint)]
        }
        guard schema.value == "public" || schema.value == "information_schema" else { return [] }
        return [
            Diagnostic(
                .error, "schema \"\(schema.value)\" cannot belong to an extension with workers",
                at: schema.range,
                hint: "Leave the key out; the schema then has the extension's name.")
        ]
    }
}
