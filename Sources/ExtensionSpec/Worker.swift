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

extension Worker {
    /// An element of `workers`.
    init(from object: inout ObjectDecoder) {
        name = object.required("name", .name, "what the worker is called")
        scope = object.required("scope", .choice(Scope.self), "one for the server or per database")
        connection = object.optional(
            "connect", Connection.shape, default: "true for scope database, false for global",
            "what it is connected to")
        every = object.required("every", Period.shape, "the time between two ticks")
        work = object.required("run", .object(Work.init(from:)), "what it does at each tick")
        comment = object.optional("comment", .string, "what it is for, in one line")
        object.notYet("start", "once", "wake", "transaction", "timeout", "stop", "on_error")
        object.notYet("notify", "arg", "extra", "instances")
    }
}

extension Worker.Connection {
    /// `true`, `false` or an object.
    fileprivate static var shape: Shape<Self> {
        var shape = Shape<Bool>.boolean.map { $0 ? Self.ownDatabase : .none }
            .or(.object(Self.init(from:)))
        shape.remedyForString = { "Name a database with {\"database\": \($0.quoted)}." }
        return shape
    }

    /// The object `connect`.
    private init(from object: inout ObjectDecoder) {
        let database = object.optional(
            "database", Shape<String>.string.orNull, default: "its own",
            example: #""postgres""#,
            "the database by name, or null for the shared catalogs only")
        let role = object.optional(
            "role", .string, default: "the owner of the extension", example: #""cleaner""#,
            "the role to work as")
        object.atLeastOne(of: "database", "role")
        guard let database else {
            self = .database(nil, role: role)
            return
        }
        if let name = database.value {
            self = .database(Located(name, at: database.range), role: role)
        } else {
            self = .sharedCatalogs(role: role)
        }
    }
}

extension Worker.Period {
    /// A duration, or an object that names a setting.
    fileprivate static var shape: Shape<Self> {
        Shape<String>.duration.map(Self.fixed).or(.object(Self.init(from:)))
    }

    /// The object `every`.
    private init(from object: inout ObjectDecoder) {
        self = .setting(object.required(
                "setting", .name, example: #""interval""#, "the setting that holds the duration"))
    }
}

extension Worker.Work {
    /// The object `run`.
    fileprivate init(from object: inout ObjectDecoder) {
        let sql = object.optional(
            "sql", .list(of: Shape<String>.string.located, isEmptyAllowed: false),
            "the statements, in order")
        _ = object.optional("c", .onlyTrue, "a function in C that the user writes")
        object.exactlyOne(of: "sql", "c")
        self = sql.map { .sql($0.value) } ?? .c
    }
}
