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

    /// From when on the worker may run.
    package enum Start: String, Sendable, CaseIterable {
        case recoveryFinished = "recovery_finished"
        case consistentState = "consistent_state"
        case postmasterStart = "postmaster_start"
    }

    /// What a transaction of SQL work holds.
    package enum Transaction: String, Sendable, CaseIterable {
        /// All statements of a tick.
        case tick
        /// Each statement has its own.
        case statement
        /// Statements run outside of a transaction block.
        case none
    }

    /// What SIGTERM does to a tick.
    package enum Stop: String, Sendable, CaseIterable { case interrupt, finish }

    /// What follows a failed tick.
    package struct ErrorPolicy: Sendable {
        /// The first pause, a duration.
        package var initial: Located<String>?
        /// The longest pause, a duration.
        package var maximum: Located<String>?
        /// After how many failed ticks in a row the worker ends.
        package var giveUpAfter: Located<Int64>?
    }

    package var name: Located<String>
    package var scope: Located<Scope>
    package var connection: Located<Connection>?
    package var start: Located<Start>?
    package var every: Located<Period>?
    package var once: Located<Bool>?
    package var wake: Located<Bool>?
    package var work: Located<Work>
    package var transaction: Located<Transaction>?
    /// A duration.
    package var timeout: Located<String>?
    package var stop: Located<Stop>?
    package var onError: Located<ErrorPolicy>?
    package var notify: Located<Bool>?
    package var argument: Located<Int64>?
    package var extra: Located<String>?
    package var instances: Located<Int64>?
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
        start = object.optional(
            "start", .choice(Start.self), default: "recovery_finished",
            "from when on it may run")
        every = object.optional("every", Period.shape, "the time between two ticks")
        once = object.optional(
            "once", .onlyTrue, "a single tick after each start of the server")
        wake = object.optional(
            "wake", .onlyTrue, "functions in SQL and C, WORKER_wake(), that ask for a tick")
        object.atLeastOne(of: "every", "once", "wake")
        work = object.required("run", .object(Work.init(from:)), "what it does at each tick")
        transaction = object.optional(
            "transaction", .choice(Transaction.self), default: "tick",
            "what a transaction of SQL work holds")
        timeout = object.optional(
            "timeout", .duration, default: "none",
            "the time of a tick, which is canceled then; if it goes on its process ends 5 s later")
        stop = object.optional(
            "stop", .choice(Stop.self), default: "interrupt",
            "whether SIGTERM interrupts a tick or lets it finish")
        onError = object.optional(
            "on_error", .object(ErrorPolicy.init(from:)), "what follows a failed tick")
        notify = object.optional(
            "notify", .boolean, default: "false",
            "whether the process that registers it is told of its start and end")
        argument = object.optional("arg", .integer, "a number for the hook: context->argument")
        extra = object.optional("extra", .string, "a text for the hook: context->extra")
        instances = object.optional(
            "instances", .integer, default: "1", "how many processes of it run")
        comment = object.optional("comment", .string, "what it is for, in one line")
        for key in ["restart", "restart_time"] {
            object.refused(
                key, hint: "Remove it: the loader restarts workers, see \"on_error\".")
        }
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
        self = .setting(
            object.required(
                "setting", .name, example: #""interval""#, "the setting that holds the duration"))
    }
}

extension Worker.ErrorPolicy {
    /// The object `on_error`.
    fileprivate init(from object: inout ObjectDecoder) {
        let backoff = object.optional(
            "backoff", .object(Backoff.init(from:)), "the pauses, which double")
        giveUpAfter = object.optional(
            "give_up_after", .integer, default: "never",
            "the failed ticks in a row after which the worker ends")
        object.atLeastOne(of: "backoff", "give_up_after")
        (initial, maximum) = (backoff?.value.initial, backoff?.value.maximum)
    }

    /// The object `backoff`.
    private struct Backoff {
        let initial: Located<String>?
        let maximum: Located<String>?

        init(from object: inout ObjectDecoder) {
            initial = object.optional("initial", .duration, default: "1s", "the first pause")
            maximum = object.optional("max", .duration, default: "1min", "the longest pause")
            object.atLeastOne(of: "initial", "max")
        }
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
