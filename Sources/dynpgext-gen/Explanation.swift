import CodeText
import Model
import PostgreSQL
import SpecLanguage
import Templates

/// What `explain` prints of a whole spec.
func explanation(of planned: Planned, databases: Int64) -> String {
    let model = planned.model
    let title = "\(model.name.text) \(model.version)" + remark(model.comment)
    let sections = [
        title, sharedMemory(of: model, databases: databases),
        workers(of: model, databases: databases),
        configuration(of: model, databases: databases), files(of: planned),
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
}

private func sharedMemory(of model: ExtensionModel, databases: Int64) -> String {
    guard model.hasSharedMemory else { return "" }
    let demand = model.demand(databases: databases)
    let status = (model.status?.scopes ?? []).compactMap { scope in
        model.status.map { status in
            "  what the workers tell of themselves\n  \(scope.reach), \(count(status.blockSize, "byte")), key \(model.workersKey(scope, status))"
        }
    }
    let pictures = (model.blocks.map(model.picture(of:)) + status).joined(separator: "\n\n")
    return """
        Shared memory

        \(pictures)

          \(model.bytes(of: .global)) bytes for the server, \(model.bytes(of: .database)) in each database.
          With \(count(databases, "database")): \(count(demand.bytes, "byte")) in \(count(demand.segments, "segment")).
        """
}

private func workers(of model: ExtensionModel, databases: Int64) -> String {
    guard !model.workers.isEmpty else { return "" }
    let lines = model.workers.map { worker in
        "  \(model.title(worker)): \(worker.scope.reach)\(remark(worker.comment))"
    }
    return """
        Workers

        \(lines.joined(separator: "\n"))

          With \(count(databases, "database")): \(count(model.demand(databases: databases).workers, "worker slot")).
        """
}

private func configuration(of model: ExtensionModel, databases: Int64) -> String {
    let workers = model.demand(databases: databases).workers
    let slots = workers + Demand.loaderProcesses + Demand.otherProcesses
    let settings = model.settings.map { setting in
        "  #\(model.parameter(setting)) = \(setting.configurationValue)\(setting.comment.map { "    # \(printable($0))" } ?? "")"
    }
    let lines =
        [
            "  shared_preload_libraries = 'dynpgext'",
            "  max_worker_processes = \(slots)    # \(count(workers, "worker")), \(Demand.loaderProcesses) for the loader, \(Demand.otherProcesses) for all else",
        ] + settings
    return "postgresql.conf\n\n\(lines.joined(separator: "\n"))"
}

private func files(of planned: Planned) -> String {
    let name = planned.model.name.text
    let width = planned.files.map(\.path.count).max() ?? 0
    let lines = planned.files.sorted { $0.path < $1.path }.map { file in
        let owner = file.ownership == .generated ? "generated" : "yours    "
        let gap = String(repeating: " ", count: width - file.path.count)
        return "  \(file.path)\(gap)  \(owner)  \(purpose(of: file.path, name: name))"
    }
    return "Files\n\n\(lines.joined(separator: "\n"))"
}

/// What a file is for.
private func purpose(of path: String, name: String) -> String {
    switch path {
    case "\(name).c": "describes settings, blocks and workers to the runtime"
    case "\(name).h": "the structs of the blocks, their accessors, settings and hooks"
    case "\(name)_hooks.c": "the C code of the hooks, and any other"
    case "\(name).sql": "the objects that CREATE EXTENSION makes"
    case "\(name).extra.sql": "SQL behind them"
    case "\(name).control": "what PostgreSQL must know to create the extension"
    case "Makefile": "builds and installs, with PGXS"
    case "META.json": "what PGXN wants to know"
    case "README.md": "how to use the extension"
    case "AGENTS.md": "what tools that write code have to know"
    case "runtime/dynpgext.h": "the interface of the loader"
    case let path where path.hasPrefix("runtime/"): "what is the same in every extension"
    case "test/postgresql.conf": "the settings of the test server"
    case "test/try.sql": "what make try shows"
    case "test/server.sh": "starts a throw-away server"
    case "test/exports.awk": "checks the library's symbols"
    case ".gitattributes", ".gitignore", ".editorconfig": "for git and editors"
    case ".githooks/pre-commit", ".github/workflows/ci.yml": "runs dynpgext-gen check"
    default:
        path.hasPrefix("test/")
            ? "tests"
            : path.hasPrefix("releases/")
                ? "a part of a released version, frozen"
                : path.hasSuffix(".sql") ? "a part of an update" : "a version's own"
    }
}

extension SettingModel {
    /// The default, as postgresql.conf takes it.
    fileprivate var configurationValue: String {
        switch kind {
        case .bool(let value): value ? "on" : "off"
        case .int(let value, _): "\(value)"
        case .real(let value, _, _): "\(value)"
        case .string(let text): ("\(literal: text)" as Code<Configuration>).text
        case .words(let word, _): word.text
        case .duration(let value, _): "'\(duration(value))'"
        case .size(let value, _): "'\(value)B'"
        }
    }
}

/// A number with its noun.
func count(_ number: Int64, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// A comment behind a colon, or nothing.
func remark(_ comment: String?) -> String { comment.map { ": \(printable($0))" } ?? "" }

/// Milliseconds in the largest unit that holds them without a rest.
private func duration(_ milliseconds: Int64) -> String {
    let unit = DurationUnit.allCases.last { unit in
        milliseconds != 0 && milliseconds * 1000 % unit.microseconds == 0
    }
    guard let unit else { return "\(milliseconds)ms" }
    return "\(milliseconds * 1000 / unit.microseconds)\(unit.rawValue)"
}
