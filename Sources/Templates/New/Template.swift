import CodeText
import Model

/// What `new` can begin with.
package enum Template: String, CaseIterable, Sendable {
    /// A worker in C that counts in memory of its own database.
    case worker
    /// Counters that SQL functions in C move.
    case counters
    /// SQL statements on periods.
    case cron

    /// What `new` writes of its own accord: a spec, and files of the user's that do something.
    ///
    /// The name may be any text; the rules refuse a spec whose name is no identifier.
    package func beginning(named name: String) -> (spec: GeneratedFile, files: [GeneratedFile]) {
        let spec = yours("\(name).json", spec(named: name))
        guard let checked = Name(name) else { return (spec, []) }
        return (spec, files(for: checked))
    }

    private func spec(named name: String) -> Code<JSON> {
        switch self {
        case .worker: workerSpec(named: name)
        case .counters: countersSpec(named: name)
        case .cron: cronSpec(named: name)
        }
    }

    private func files(for name: Name) -> [GeneratedFile] {
        switch self {
        case .worker: workerFiles(for: name)
        case .counters: countersFiles(for: name)
        case .cron: cronFiles(for: name)
        }
    }
}
