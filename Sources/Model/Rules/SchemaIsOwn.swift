import SpecLanguage

/// PostgreSQL keeps schemas that begin with "pg_" for itself (commands/schemacmds.c), and a worker never looks
/// for objects in "public", where others may create their own; "dynpgext" is the loader's.
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
