import SpecLanguage

/// A proven spec with all its defaults: whatever is here can be generated, compiled and run.
package struct ExtensionModel: Sendable {
    /// What later versions must know of this one.
    package let release: Release
    package let comment: String?
    /// The names of the extensions that must be there first.
    package let required: [String]
    package let admission: Admission
    /// Whether the loader may ask for the requests while the server starts.
    package let isEagerlyPreloaded: Bool
    /// Whether each version has a library of its own, so that one session can use the old and then the new one.
    package let hotUpgrade: Bool
    /// Revision 1 or 2 of the Dynpgext interface.
    package let interface: Int
    /// The PostgreSQL majors to support.
    package let majors: ClosedRange<Int>
    package let settings: [SettingModel]
    package let blocks: [BlockModel]
    package let workers: [WorkerModel]
    /// What workers tell of themselves; nil if nobody can read it.
    package let status: WorkerStatus?
    /// Whether SIGTERM lets some worker finish its tick.
    package let canFinish: Bool
    /// Whether the spec wants the JSON Schema beside it.
    package let hasJSONSchema: Bool
}

extension ExtensionModel {
    package var name: Name { release.name }
    /// Letters, digits and `._+-`: fit for file names and makefiles.
    package var version: String { release.version }
    /// The schema of its objects; nil if it is relocatable and CREATE EXTENSION says where they go.
    package var schema: Name? { release.schema }
    /// The settings that the spec lists.
    package var definedSettings: [SettingModel] { settings.filter { !$0.isSwitch } }
}

/// Who may create an extension.
package enum Admission: Sendable {
    case superusers
    /// Whoever may create objects in the database; the script runs as the bootstrap superuser all the same.
    case trusted
    /// Whoever may do what the script does.
    case anyone
}

/// A configuration parameter, `NAME.SETTING`.
package struct SettingModel: Sendable {
    package enum Kind: Sendable {
        case bool(Bool)
        case int(default: Int64, range: ClosedRange<Int64>)
        /// Without a range, any number that is finite.
        case real(default: Double, minimum: Double?, maximum: Double?)
        case string(String)
        /// The words in order; the default is one of them.
        case words(default: Name, [Name])
        /// In milliseconds.
        case duration(default: Int64, range: ClosedRange<Int64>)
        /// In bytes.
        case size(default: Int64, range: ClosedRange<Int64>)
    }

    package let name: Name
    package let kind: Kind
    package let context: Setting.Context
    package let comment: String?
    /// Whether it switches a worker: the runtime defines it.
    package let isSwitch: Bool
}

/// A block of shared memory.
package struct BlockModel: Sendable {
    package enum Content: Sendable {
        /// Bytes without a type.
        case raw(size: Int64)
        case fields([FieldModel])
    }

    package let name: Name
    package let scope: Scope
    package let hasLock: Bool
    package let content: Content
    package let layout: BlockLayout
    /// Eight hexadecimal digits of the scope and the layout.
    ///
    /// A global block differs from a local one: a session that has found the one under a key would take it for the other.
    /// A block keeps its memory over versions as long as these stay the same.
    package let fingerprint: String
    package let hasView: Bool
    /// Whether a SQL function puts the fields back to their defaults.
    package let hasReset: Bool
    /// Whether the user's C function prepares a new block.
    package let hasHook: Bool
    /// What the loader calls the block whatever its layout; nil for a name that tells the layout.
    package let explicitKey: String?
    package let comment: String?

    /// The fields; none in a raw block.
    package var fields: [FieldModel] {
        switch content {
        case .raw: []
        case .fields(let fields): fields
        }
    }
}

/// A field of a block.
package struct FieldModel: Sendable {
    package let name: Name
    package let type: Field.ValueType
    /// Bytes of each text or bytes value; 0 for other types.
    package let length: Int64
    /// Elements, if the field is an array.
    package let count: Int64?
    /// What the field, or each of its elements, holds at first; nil is zero.
    package let initial: Initial?
    package let comment: String?

    /// A value that a new block holds.
    package enum Initial: Sendable, Equatable {
        case bool(Bool)
        case integer(Int64)
        case real(Double)
        case text(String)
        case bytes([UInt8])
    }
}

/// A background worker.
package struct WorkerModel: Sendable {
    package enum Connection: Sendable, Equatable {
        case none
        /// The database that the worker was started for.
        case ownDatabase
        case sharedCatalogs
        case database(String)
    }

    package enum Period: Sendable {
        case milliseconds(Int64)
        case setting(Name)
    }

    package enum Schedule: Sendable {
        case every(Period)
        /// One tick, then the worker is done.
        case once
        /// Only when somebody asks.
        case onDemand
    }

    /// What follows failed ticks.
    package struct ErrorPolicy: Sendable, Equatable {
        /// Milliseconds before the first new try.
        package let initial: Int64
        /// Milliseconds that the pauses double up to.
        package let maximum: Int64
        /// Failed ticks in a row after which the worker ends.
        package let giveUpAfter: Int64?
    }

    package enum Work: Sendable {
        case sql([String])
        case c
    }

    package let name: Name
    package let scope: Scope
    package let connection: Connection
    /// Whom the work runs as, instead of the extension's owner.
    package let role: String?
    package let start: Worker.Start
    package let schedule: Schedule
    /// Whether functions in SQL and C ask for a tick.
    package let hasWake: Bool
    package let work: Work
    /// What a transaction of SQL work holds.
    package let transaction: Worker.Transaction
    /// Milliseconds that a tick may take.
    package let timeout: Int64?
    package let stop: Worker.Stop
    package let onError: ErrorPolicy
    /// Whether the process that registers the worker is told of its start and end.
    package let notifies: Bool
    /// For the hook: bgw_main_arg.
    package let argument: Int64?
    /// For the hook: bgw_extra.
    package let extra: String?
    /// Processes of it: one, or numbered from 1.
    package let instances: Int64?
    package let comment: String?
}
