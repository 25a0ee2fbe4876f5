import SpecLanguage

/// A database and a role can be had.
enum ConnectionIsPossible: Rule {
    static let reason = """
        Some names that fit are not to be had: `template0` takes no connections, `CREATE \
        DATABASE` copies `template1` only while nobody is connected to it, and `public` and \
        `none` are no roles.
        """
    static let source = """
        `commands/dbcommands.c`; `CreateRole()` of `commands/user.c`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.workers.flatMap { breaches(in: $0.connection?.value) }
    }

    private static func breaches(in connection: Worker.Connection?) -> [Diagnostic] {
        switch connection {
        case nil, .some(.none), .ownDatabase: []
        case .sharedCatalogs(let role): [breach(role: role)].compactMap(\.self)
        case .database(let database, let role):
            [breach(database: database), breach(role: role)].compactMap(\.self)
        }
    }

    private static func breach(database: Located<String>?) -> Diagnostic? {
        let reason: String
        switch database?.value {
        case "template0": reason = "takes no connections"
        case "template1": reason = "cannot be copied by CREATE DATABASE while a worker is connected"
        default: return nil
        }
        return database.map {
            Diagnostic(
                .error, "database \"\($0.value)\" \(reason)", at: $0.range,
                hint: "Use another database, such as \"postgres\".")
        }
    }

    private static func breach(role: Located<String>?) -> Diagnostic? {
        guard let role, ["public", "none"].contains(role.value) else { return nil }
        return Diagnostic(
            .error, "\"\(role.value)\" is not a role", at: role.range,
            hint: "Name a role, or leave the key out to work as the extension's owner.")
    }
}
