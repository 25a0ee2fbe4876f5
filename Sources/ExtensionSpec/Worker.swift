/// A background worker, as written.
package struct Worker: Sendable {
    /// What the worker is connected to.
    package enum Connection: Sendable, Equatable {
        /// `true`: its own database.
        case ownDatabase
        /// `false`: no connection at all.
        case none
        /// `{"database": null}`: the shared catalogs only.
        case sharedCatalogs(role: Located<String>?)
        /// `{"database": "name"}`, or `{"role": …}` alone for its own database as that role.
        case database(Located<String>?, role: Located<String>?)
    }

    /// How often the worker works.
    package enum Period: Sendable, Equatable {
        /// A duration in PostgreSQL's units, as written.
        case fixed(String)
        /// The name of a setting that holds it.
        case setting(Located<String>)
    }

    /// What the worker does at each tick.
    package enum Work: Sendable, Equatable {
        /// SQL statements, in order.
        case sql([Located<String>])
        /// A C hook of the user.
        case c
    }

    package var name: Located<String>
    package var scope: Located<Scope>
    package var connection: Located<Connection>?
    package var every: Located<Period>
    package var work: Located<Work>
    package var comment: Located<String>?
}
