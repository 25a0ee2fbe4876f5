// Written by make golden from what the keys of the format declare. DO NOT EDIT.
// swift-format-ignore-file

/// An extension of PostgreSQL; a spec declares one.
public struct Extension: Sendable {
    /// Declares the extension.
    ///
    /// - Parameters:
    ///   - name: what CREATE EXTENSION calls it.
    ///   - version: its version, such as "1.0".
    ///   - comment: what it is for, in one line.
    ///   - schema: the schema of its objects; CREATE EXTENSION makes it where it is missing; left out, the extension's name.
    ///   - relocatable: whether it has no schema of its own: CREATE EXTENSION and ALTER EXTENSION put its objects where their SCHEMA says; left out, false.
    ///   - requires: the extensions that must be there before it; CREATE EXTENSION ... CASCADE creates them; left out, none.
    ///   - superuser: whether only superusers may create it; left out, true.
    ///   - trusted: whether whoever may create objects in a database may create it there all the same; left out, false.
    ///   - eagerPreload: whether the loader may ask the library for its requests while the server starts; left out, true.
    ///   - hotUpgrade: whether each version has a library of its own; left out, false.
    ///   - jsonSchema: the JSON Schema, for completion in editors; dynpgext-gen writes the file of the example.
    ///   - postgres: the PostgreSQL majors to support.
    ///   - interface: the revision of the Dynpgext interface, 1 or 2; left out, 1.
    ///   - budget: the most shared memory that the blocks may take: the global ones, and those of one database; left out, none.
    ///   - elements: settings, blocks of shared memory and workers.
    @discardableResult
    public init(
        _ name: String,
        version: String,
        comment: String? = nil,
        schema: String? = nil,
        relocatable: Bool? = nil,
        requires: [String]? = nil,
        superuser: Bool? = nil,
        trusted: Bool? = nil,
        eagerPreload: Bool? = nil,
        hotUpgrade: Bool? = nil,
        jsonSchema: String? = nil,
        postgres: Postgres = .absent,
        interface: Int? = nil,
        budget: String? = nil,
        line: UInt = #line, column: UInt = #column,
        @ElementsBuilder<any ExtensionElement> _ elements: () -> [any ExtensionElement]? = noBraces
    ) {
        // One expression of all of it would take the compiler many seconds.
        let elements = elements() ?? []
        let settings = elements.compactMap { ($0 as? Setting)?.node }
        let shmem = elements.compactMap { ($0 as? Block)?.node }
        let workers = elements.compactMap { ($0 as? Worker)?.node }
        let identity = Node.object(
            ("name", name.node),
            ("version", version.node),
            ("comment", comment?.node),
            ("schema", schema?.node),
            ("relocatable", relocatable?.node),
            ("requires", requires?.node),
            ("superuser", superuser?.node),
            ("trusted", trusted?.node),
            ("eager_preload", eagerPreload?.node),
            ("hot_upgrade", hotUpgrade?.node)
        )
        let spec = Node.object(
            at: Place(line, column),
            ("spec", 1.node),
            ("extension", identity),
            ("$schema", jsonSchema?.node),
            ("postgres", postgres.node),
            ("interface", interface?.node),
            ("budget", budget?.node),
            ("settings", Node.list(settings)),
            ("shmem", Node.list(shmem)),
            ("workers", Node.list(workers))
        )
        SpecResult.add(spec)
    }

    /// The PostgreSQL majors to support.
    public struct Postgres: Sendable {
        let node: Node?
        @usableFromInline static let absent = Self(node: nil)

        private init(node: Node?) { self.node = node }

        /// The oldest major.
        public static func min(_ min: Int, max: Int? = nil) -> Self {
            Self(node: .object(("min", min.node), ("max", max?.node)))
        }

        /// The newest major.
        public static func max(_ max: Int) -> Self {
            Self(node: .object(("max", max.node)))
        }
    }
}

/// A configuration parameter of the extension.
public struct Setting: ExtensionElement {
    let node: Node

    /// Declares it.
    ///
    /// - Parameters:
    ///   - name: its name after the extension's and a dot.
    ///   - type: the type of its values.
    ///   - default: its value when nobody sets it.
    ///   - min: the least value of an int, a real, a duration or a size; left out, the least value of the type.
    ///   - max: the greatest value of an int, a real, a duration or a size; left out, the greatest value of the type.
    ///   - values: the words of an enum.
    ///   - context: who may set it: sighup, the configuration files alone; user, each session; superuser, sessions of superusers; backend, each session as it starts; left out, sighup.
    ///   - comment: what it is for, in one line.
    public init(
        _ name: String,
        type: ValueType,
        default: any Scalar,
        min: (any Scalar)? = nil,
        max: (any Scalar)? = nil,
        values: [String]? = nil,
        context: Context = .absent,
        comment: String? = nil,
        line: UInt = #line, column: UInt = #column
    ) {
        node = .object(
            at: Place(line, column),
            ("name", name.node),
            ("type", type.node),
            ("default", `default`.node),
            ("min", min?.node),
            ("max", max?.node),
            ("values", values?.node),
            ("context", context.node),
            ("comment", comment?.node)
        )
    }

    /// The type of its values.
    public struct ValueType: Sendable {
        let node: Node?
        @usableFromInline static let absent = Self(node: nil)

        private init(node: Node?) { self.node = node }

        /// `bool`
        public static let bool = Self(node: "bool".node)
        /// `int`
        public static let int = Self(node: "int".node)
        /// `real`
        public static let real = Self(node: "real".node)
        /// `string`
        public static let string = Self(node: "string".node)
        /// `enum`
        public static let `enum` = Self(node: "enum".node)
        /// `duration`
        public static let duration = Self(node: "duration".node)
        /// `size`
        public static let size = Self(node: "size".node)
    }

    /// Who may set it: sighup, the configuration files alone; user, each session; superuser, sessions of superusers; backend, each session as it starts.
    public struct Context: Sendable {
        let node: Node?
        @usableFromInline static let absent = Self(node: nil)

        private init(node: Node?) { self.node = node }

        /// `sighup`
        public static let sighup = Self(node: "sighup".node)
        /// `user`
        public static let user = Self(node: "user".node)
        /// `superuser`
        public static let superuser = Self(node: "superuser".node)
        /// `backend`
        public static let backend = Self(node: "backend".node)
        /// `postmaster`
        public static let postmaster = Self(node: "postmaster".node)
    }
}

/// A block of shared memory.
public struct Block: ExtensionElement {
    let node: Node

    /// Declares it.
    ///
    /// - Parameters:
    ///   - name: what the block is called.
    ///   - scope: one for the server or per database.
    ///   - lock: the lock that guards the block; left out, none.
    ///   - size: its bytes, for a block without fields.
    ///   - view: whether a view shows it; left out, false.
    ///   - reset: whether a SQL function puts its fields back to their defaults; left out, false.
    ///   - init: whether a C function of yours prepares it; left out, false.
    ///   - key: what the loader calls it; left out, NAME:BLOCK:FINGERPRINT.
    ///   - comment: what it is for, in one line.
    ///   - fields: what it holds, in order.
    public init(
        _ name: String,
        scope: Scope,
        lock: Lock = .absent,
        size: Int? = nil,
        view: Bool? = nil,
        reset: Bool? = nil,
        init: Bool? = nil,
        key: String? = nil,
        comment: String? = nil,
        line: UInt = #line, column: UInt = #column,
        @ElementsBuilder<Field> _ fields: () -> [Field]? = noBraces
    ) {
        node = .object(
            at: Place(line, column),
            ("name", name.node),
            ("scope", scope.node),
            ("lock", lock.node),
            ("size", size?.node),
            ("fields", fields().map { .array($0.map(\.node)) }),
            ("view", view?.node),
            ("reset", reset?.node),
            ("init", `init`?.node),
            ("key", key?.node),
            ("comment", comment?.node)
        )
    }

    /// The lock that guards the block.
    public struct Lock: Sendable {
        let node: Node?
        @usableFromInline static let absent = Self(node: nil)

        private init(node: Node?) { self.node = node }

        /// `none`
        public static let none = Self(node: "none".node)
        /// `lwlock`
        public static let lwlock = Self(node: "lwlock".node)
    }
}

/// A field of a block.
public struct Field: Sendable {
    let node: Node

    /// Declares it.
    ///
    /// - Parameters:
    ///   - name: what the field is called.
    ///   - type: the type of its value.
    ///   - length: the bytes of a text or bytes field.
    ///   - count: the elements of an array.
    ///   - default: what it, or each element, holds at first; left out, zero.
    ///   - comment: what it is for, in one line.
    public init(
        _ name: String,
        type: ValueType,
        length: Int? = nil,
        count: Int? = nil,
        default: (any Scalar)? = nil,
        comment: String? = nil,
        line: UInt = #line, column: UInt = #column
    ) {
        node = .object(
            at: Place(line, column),
            ("name", name.node),
            ("type", type.node),
            ("length", length?.node),
            ("count", count?.node),
            ("default", `default`?.node),
            ("comment", comment?.node)
        )
    }

    /// The type of its value.
    public struct ValueType: Sendable {
        let node: Node?
        @usableFromInline static let absent = Self(node: nil)

        private init(node: Node?) { self.node = node }

        /// `bool`
        public static let bool = Self(node: "bool".node)
        /// `int2`
        public static let int2 = Self(node: "int2".node)
        /// `int4`
        public static let int4 = Self(node: "int4".node)
        /// `int8`
        public static let int8 = Self(node: "int8".node)
        /// `uint4`
        public static let uint4 = Self(node: "uint4".node)
        /// `uint8`
        public static let uint8 = Self(node: "uint8".node)
        /// `float4`
        public static let float4 = Self(node: "float4".node)
        /// `float8`
        public static let float8 = Self(node: "float8".node)
        /// `oid`
        public static let oid = Self(node: "oid".node)
        /// `timestamptz`
        public static let timestamptz = Self(node: "timestamptz".node)
        /// `text`
        public static let text = Self(node: "text".node)
        /// `bytes`
        public static let bytes = Self(node: "bytes".node)
        /// `atomic_uint32`
        public static let atomicUInt32 = Self(node: "atomic_uint32".node)
        /// `atomic_uint64`
        public static let atomicUInt64 = Self(node: "atomic_uint64".node)
    }
}

/// A background worker.
public struct Worker: ExtensionElement {
    let node: Node

    /// Declares it.
    ///
    /// - Parameters:
    ///   - name: what the worker is called.
    ///   - scope: one for the server or per database.
    ///   - connect: what it is connected to; left out, true for scope database, false for global.
    ///   - start: from when on it may run; left out, recovery_finished.
    ///   - every: the time between two ticks.
    ///   - once: a single tick after each start of the server.
    ///   - wake: functions in SQL and C, WORKER_wake(), that ask for a tick.
    ///   - run: what it does at each tick.
    ///   - transaction: what a transaction of SQL work holds; left out, tick.
    ///   - timeout: the time of a tick, which is canceled then; if it goes on its process ends 5 s later; left out, none.
    ///   - stop: whether SIGTERM interrupts a tick or lets it finish; left out, interrupt.
    ///   - onError: what follows a failed tick.
    ///   - notify: whether the process that registers it is told of its start and end; left out, false.
    ///   - arg: a number for the hook: context->argument.
    ///   - extra: a text for the hook: context->extra.
    ///   - instances: how many processes of it run; left out, 1.
    ///   - comment: what it is for, in one line.
    public init(
        _ name: String,
        scope: Scope,
        connect: Connect = .absent,
        start: Start = .absent,
        every: Every = .absent,
        once: Bool? = nil,
        wake: Bool? = nil,
        run: Run,
        transaction: Transaction = .absent,
        timeout: String? = nil,
        stop: Stop = .absent,
        onError: OnError = .absent,
        notify: Bool? = nil,
        arg: Int? = nil,
        extra: String? = nil,
        instances: Int? = nil,
        comment: String? = nil,
        line: UInt = #line, column: UInt = #column
    ) {
        node = .object(
            at: Place(line, column),
            ("name", name.node),
            ("scope", scope.node),
            ("connect", connect.node),
            ("start", start.node),
            ("every", every.node),
            ("once", once?.node),
            ("wake", wake?.node),
            ("run", run.node),
            ("transaction", transaction.node),
            ("timeout", timeout?.node),
            ("stop", stop.node),
            ("on_error", onError.node),
            ("notify", notify?.node),
            ("arg", arg?.node),
            ("extra", extra?.node),
            ("instances", instances?.node),
            ("comment", comment?.node)
        )
    }

    /// What it is connected to.
    public struct Connect: Sendable, ExpressibleByBooleanLiteral {
        let node: Node?
        @usableFromInline static let absent = Self(node: nil)

        private init(node: Node?) { self.node = node }

        /// Takes `true` or `false`.
        public init(booleanLiteral value: Bool) { node = value.node }

        /// The database by name, or null for the shared catalogs only.
        public static func database(_ database: String?, role: String? = nil) -> Self {
            Self(node: .object(("database", database?.node ?? .null), ("role", role?.node)))
        }

        /// The role to work as.
        public static func role(_ role: String) -> Self {
            Self(node: .object(("role", role.node)))
        }
    }

    /// From when on it may run.
    public struct Start: Sendable {
        let node: Node?
        @usableFromInline static let absent = Self(node: nil)

        private init(node: Node?) { self.node = node }

        /// `recovery_finished`
        public static let recoveryFinished = Self(node: "recovery_finished".node)
        /// `consistent_state`
        public static let consistentState = Self(node: "consistent_state".node)
        /// `postmaster_start`
        public static let postmasterStart = Self(node: "postmaster_start".node)
    }

    /// The time between two ticks.
    public struct Every: Sendable, ExpressibleByStringInterpolation {
        let node: Node?
        @usableFromInline static let absent = Self(node: nil)

        private init(node: Node?) { self.node = node }

        /// Takes a text.
        public init(stringLiteral value: String) { node = value.node }

        /// The setting that holds the duration.
        public static func setting(_ setting: String) -> Self {
            Self(node: .object(("setting", setting.node)))
        }
    }

    /// What it does at each tick.
    public struct Run: Sendable {
        let node: Node?
        @usableFromInline static let absent = Self(node: nil)

        private init(node: Node?) { self.node = node }

        /// The statements, in order.
        public static func sql(_ sql: String...) -> Self {
            Self(node: .object(("sql", sql.node)))
        }

        /// The statements, in order.
        public static func sql(_ sql: [String]) -> Self {
            Self(node: .object(("sql", sql.node)))
        }

        /// A function in C that the user writes.
        public static let c = Self(node: .object(("c", true.node)))
    }

    /// What a transaction of SQL work holds.
    public struct Transaction: Sendable {
        let node: Node?
        @usableFromInline static let absent = Self(node: nil)

        private init(node: Node?) { self.node = node }

        /// `tick`
        public static let tick = Self(node: "tick".node)
        /// `statement`
        public static let statement = Self(node: "statement".node)
        /// `none`
        public static let none = Self(node: "none".node)
    }

    /// Whether SIGTERM interrupts a tick or lets it finish.
    public struct Stop: Sendable {
        let node: Node?
        @usableFromInline static let absent = Self(node: nil)

        private init(node: Node?) { self.node = node }

        /// `interrupt`
        public static let interrupt = Self(node: "interrupt".node)
        /// `finish`
        public static let finish = Self(node: "finish".node)
    }

    /// What follows a failed tick.
    public struct OnError: Sendable {
        let node: Node?
        @usableFromInline static let absent = Self(node: nil)

        private init(node: Node?) { self.node = node }

        /// The pauses, which double.
        public static func backoff(_ backoff: Backoff, giveUpAfter: Int? = nil) -> Self {
            Self(node: .object(("backoff", backoff.node), ("give_up_after", giveUpAfter?.node)))
        }

        /// The failed ticks in a row after which the worker ends.
        public static func giveUpAfter(_ giveUpAfter: Int) -> Self {
            Self(node: .object(("give_up_after", giveUpAfter.node)))
        }

        /// The pauses, which double.
        public struct Backoff: Sendable {
            let node: Node?
            @usableFromInline static let absent = Self(node: nil)

            private init(node: Node?) { self.node = node }

            /// The first pause.
            public static func initial(_ initial: String, max: String? = nil) -> Self {
                Self(node: .object(("initial", initial.node), ("max", max?.node)))
            }

            /// The longest pause.
            public static func max(_ max: String) -> Self {
                Self(node: .object(("max", max.node)))
            }
        }
    }
}

/// One for the server or per database.
public struct Scope: Sendable {
    let node: Node?
    @usableFromInline static let absent = Self(node: nil)

    private init(node: Node?) { self.node = node }

    /// `global`
    public static let global = Self(node: "global".node)
    /// `database`
    public static let database = Self(node: "database".node)
}
