import ExtensionSpec
import PostgreSQL

/// Names of databases and roles may hold anything, but no more than NAMEDATALEN - 1 bytes.
enum ConnectionNamesFit: Rule {
    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.workers.flatMap { names(of: $0.connection?.value) }
            .filter { $0.value.isEmpty || $0.value.utf8.count > Limits.identifier }
            .map {
                Diagnostic(
                    .error, "\"\($0.value)\" cannot be the name of a database or a role",
                    at: $0.range,
                    hint: "Such a name has 1 to \(Limits.identifier) bytes.")
            }
    }

    private static func names(of connection: Worker.Connection?) -> [Located<String>] {
        switch connection {
        case nil, .some(.none), .ownDatabase: []
        case .sharedCatalogs(let role): [role].compactMap(\.self)
        case .database(let database, let role): [database, role].compactMap(\.self)
        }
    }
}
