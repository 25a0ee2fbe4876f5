import PostgreSQL
import SpecLanguage

/// Names of databases and roles fit.
enum ConnectionNamesFit: Rule {
    static let reason = """
        Names of databases and roles may hold anything, but no more than 63 bytes.
        """
    static let source = """
        `NAMEDATALEN` of `pg_config_manual.h`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.workers.flatMap { names(of: $0.connection?.value) }
            .compactMap(breach)
    }

    private static func breach(_ name: Located<String>) -> Diagnostic? {
        let size = name.value.utf8.count
        guard size == 0 || size > Limits.identifier else { return nil }
        return Diagnostic(
            .error,
            size == 0
                ? "the name of a database or a role is empty"
                : "name \"\(name.value)\" has \(size) bytes; PostgreSQL keeps \(Limits.identifier)",
            at: name.range, hint: "Write a name of 1 to \(Limits.identifier) bytes.")
    }

    private static func names(of connection: Worker.Connection?) -> [Located<String>] {
        switch connection {
        case nil, .some(.none), .ownDatabase: []
        case .sharedCatalogs(let role): [role].compactMap(\.self)
        case .database(let database, let role): [database, role].compactMap(\.self)
        }
    }
}
