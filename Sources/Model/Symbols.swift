import PostgreSQL
import SpecLanguage

/// A name that output can hold.
package struct Symbol: Sendable {
    /// Where two names must differ.
    package enum Space: Sendable, CaseIterable {
        /// Identifiers and macros of C.
        case c
        /// Those of them that are macros in small letters: settings that versions share.
        case macro
        /// Views and types of SQL.
        case relation
        /// Functions of SQL, which all differ by their names.
        case function
        /// Configuration parameters.
        case parameter
        /// Names of locks, as pg_stat_activity shows them.
        case lock
        /// Names under which the loader keeps blocks.
        case key
        /// Names of processes.
        case process
        /// What workers wait for, as pg_stat_activity shows it.
        case waitEvent
        /// Shared libraries.
        case library
        /// By what versions know that they share a setting.
        case shared
    }

    /// Whose it is.
    package enum Owner: Sendable { case extensionItself, setting, block, worker }

    /// What keeps only so many bytes of a name, in words.
    package struct Limit: Sendable {
        let bytes: Int
        let keeper: String
        /// What it keeps, if not all of the name.
        var part: String?
    }

    package let space: Space
    package let text: String
    package let owner: Owner
    /// The name in the spec that it is made of.
    let name: Located<String>
    var limit: Limit?
}

/// Every name that output can hold, and whose it is: templates ask `DerivedNames`, which asks here, and the rules about
/// clashes and lengths go through all of them.
package enum Symbols {
    /// C: what follows the extension's name.
    enum OfExtension: String, CaseIterable {
        case context = "_context"
        case defineSettings = "_define_settings"
    }

    /// C: what follows the name of an extension with workers.
    enum OfWorkers: String, CaseIterable {
        case localRows = "_workers_here"
        case rowFunction = "_workers_row"
        case globalRows = "_global_workers_here"
        case execute = "_execute"
    }

    /// C: the macro that guards the header; PostgreSQL's own have the form NAME_H.
    static let headerMacro = "_DYNPGEXT_H"

    /// C: what follows the names of the extension and of a setting.
    enum OfSetting: String, CaseIterable {
        case variable = ""
        /// The words of an enum.
        case options = "_options"
        /// Where a setting is found that versions share.
        case place = "_place"
        /// This library's own variable of such a setting.
        case value = "_value"
    }

    /// C: what follows the names of the extension and of a block.
    enum OfBlock: String, CaseIterable {
        case structure = ""
        case attach = "_attach"
        /// The block as the runtime knows it, and where this process has found it.
        case attachment = "_here"
        /// The fields as the runtime knows them.
        case fields = "_fields"
        case lock = "_lock"
        case unlock = "_unlock"
        case rowFunction = "_row"
        case resetFunction = "_reset"
        case initialiser = "_make"
        /// The user's function that prepares a new block.
        case hook = "_init"

        static let calledFromSQL = [rowFunction, resetFunction]
    }

    /// C: what follows the names of the extension and of a worker.
    enum OfWorker: String, CaseIterable {
        case context = "_context"
        /// The user's function.
        case hook = "_run"
        case main = "_main"
        /// The worker as the runtime knows it.
        case description = "_worker"
        /// The main function of the sessions that do its work.
        case session = "_session"
        case enabled = "_enabled"
        case enabledPlace = "_enabled_place"
        case enabledValue = "_enabled_value"
        case wake = "_wake"
        /// The function behind the one in SQL.
        case wakeFunction = "_wake_sql"

        static let calledFromSQL = [wakeFunction]
    }

    /// C: what stands before the name of a function for SQL, by PG_FUNCTION_INFO_V1() of fmgr.h.
    static let functionInformation = "pg_finfo_"

    /// SQL: what follows the name of a block, or `workers`.
    enum Relation: String, CaseIterable {
        case view = ""
        case row = "_row"
    }

    /// SQL: what the workers of an extension have in common.
    static let workersView = "workers"
    /// The blocks in which workers tell of themselves.
    static let workersBlock = "workers"
    static let globalWorkersBlock = "global_workers"

    /// SQL: what follows the name of a block or a worker.
    enum Function: String {
        case row = "_row"
        case reset = "_reset"
        case wake = "_wake"
    }

    /// The setting that switches a worker, behind the worker's name.
    static let switchEnd = "_enabled"

    /// C: the constant for a word of an enum.
    static func constant(_ word: String, of setting: String, in name: String) -> String {
        "\(name)_\(setting)_\(word)".uppercased()
    }
    static func parameter(_ setting: String, in name: String) -> String { "\(name).\(setting)" }
    static func lock(_ block: String, in name: String) -> String { "\(name):\(block)" }
    static func key(_ block: String, _ fingerprint: String, in name: String) -> String {
        "\(name):\(block):\(fingerprint)"
    }
    static func process(_ worker: String, in name: String) -> String { "\(name) \(worker)" }
    /// One of several processes of a worker.
    static func process(_ number: Int64, of title: String) -> String { "\(title) \(number)" }
    /// What runtime/session.c calls the session that does the work of a process.
    static func session(of title: String) -> String { "\(title) session" }
    /// Eight hexadecimal digits, where only their number counts.
    static let anyFingerprint = "01234567"
    /// A library of one version alone.
    static func library(_ version: String, of name: String) -> String { "\(name)-\(version)" }
}
