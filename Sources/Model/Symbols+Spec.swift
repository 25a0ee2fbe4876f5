import PostgreSQL
import SpecLanguage

extension Symbols {
    /// Every name that the output of a spec can hold, whatever its options are today: an option that is added later meets
    /// no name then. Two of a kind with one name count once.
    package static func all(in spec: Extension) -> [Symbol] {
        let name = spec.name.value
        let settings = unique(spec.settings, by: \.name)
        let blocks = unique(spec.blocks, by: \.name)
        let workers = unique(spec.workers, by: \.name)
        var found = ofExtension(spec)
        func add(
            _ ends: [String], _ owner: Symbol.Owner, _ item: Located<String>, before: String = ""
        ) {
            found += ends.map { c("\(before)\(name)_\(item.value)\($0)", owner, item) }
        }
        for setting in settings {
            add(OfSetting.allCases.map(\.rawValue), .setting, setting.name)
        }
        for block in blocks {
            add(OfBlock.allCases.map(\.rawValue), .block, block.name)
            add(
                OfBlock.calledFromSQL.map(\.rawValue), .block, block.name,
                before: functionInformation)
        }
        for worker in workers {
            found += OfWorker.allCases.map {
                c("\(name)_\(worker.name.value)\($0.rawValue)", .worker, worker.name, $0.limit)
            }
            add(
                OfWorker.calledFromSQL.map(\.rawValue), .worker, worker.name,
                before: functionInformation)
        }
        found += [c(name.uppercased() + headerMacro, .extensionItself, spec.name)]
        for setting in settings {
            found += unique(setting.values?.value ?? [], by: \.self).map {
                c(constant($0.value, of: setting.name.value, in: name), .setting, $0)
            }
        }
        return found + settings.flatMap { others(of: $0, in: spec) }
            + blocks.flatMap { others(of: $0, in: spec) }
            + workers.flatMap { others(of: $0, in: spec) }
    }

    /// What every extension has, and every one with workers.
    private static func ofExtension(_ spec: Extension) -> [Symbol] {
        let name = spec.name.value
        let ends =
            OfExtension.allCases.map(\.rawValue)
            + (spec.workers.isEmpty ? [] : OfWorkers.allCases.map(\.rawValue))
        var found = ends.map { c(name + $0, .extensionItself, spec.name) }
        let function = functionInformation + name + OfWorkers.rowFunction.rawValue
        func add(_ space: Symbol.Space, _ text: String, _ limit: Symbol.Limit? = nil) {
            found.append(
                Symbol(
                    space: space, text: text, owner: .extensionItself, name: spec.name, limit: limit
                ))
        }
        add(.waitEvent, name)
        add(.library, name)
        if spec.hotUpgrade?.value == true {
            add(
                .library, library(spec.version.value, of: name),
                .init(
                    bytes: Limits.workerLibrary, keeper: "the library of a worker",
                    part: "$libdir/\(library(spec.version.value, of: name))"))
        }
        guard !spec.workers.isEmpty else { return found }
        add(.c, function)
        Relation.allCases.forEach { add(.relation, workersView + $0.rawValue) }
        add(.function, workersView + Function.row.rawValue)
        add(.lock, lock(workersBlock, in: name))
        for block in [workersBlock, globalWorkersBlock] {
            add(.key, key(block, anyFingerprint, in: name))
        }
        return found
    }

    private static func others(of setting: Setting, in spec: Extension) -> [Symbol] {
        // The words of an enum count by their hash.
        let type =
            setting.type.value.rawValue
            + (setting.type.value == .enum ? " \(anyFingerprint)" : "")
        return [
            Symbol(
                space: .parameter, text: parameter(setting.name.value, in: spec.name.value),
                owner: .setting, name: setting.name)
        ] + shared(setting.name.value, typed: type, .setting, setting.name, in: spec)
    }

    /// What a setting makes besides, if each version has a library of its own.
    private static func shared(
        _ setting: String, typed type: String, _ owner: Symbol.Owner, _ name: Located<String>,
        in spec: Extension
    ) -> [Symbol] {
        guard spec.hotUpgrade?.value == true else { return [] }
        let prefix = spec.name.value
        return [
            Symbol(
                space: .shared, text: "\(parameter(setting, in: prefix)) \(type)", owner: owner,
                name: name,
                limit: .init(bytes: Limits.identifier, keeper: "what versions share a setting by")),
            Symbol(space: .macro, text: "\(prefix)_\(setting)", owner: owner, name: name),
        ]
    }

    private static func others(of block: Block, in spec: Extension) -> [Symbol] {
        let (name, own) = (spec.name.value, block.name.value)
        var found: [Symbol] = []
        func add(_ space: Symbol.Space, _ text: String, _ limit: Symbol.Limit? = nil) {
            found.append(
                Symbol(space: space, text: text, owner: .block, name: block.name, limit: limit))
        }
        func identifier(_ keeper: String) -> Symbol.Limit {
            .init(bytes: Limits.identifier, keeper: keeper)
        }
        if let key = block.key { add(.key, key.value) }
        add(
            .key, key(own, anyFingerprint, in: name),
            .init(bytes: Limits.blockKey, keeper: "the key of a block"))
        if block.lock?.value == .lwlock {
            let isKept = spec.newestMajor >= Limits.namesOfLocks
            add(.lock, lock(own, in: name), isKept ? identifier("the name of a lock") : nil)
        }
        if block.reset?.value == true {
            add(
                .function, own + Function.reset.rawValue,
                identifier("the function that resets a block"))
        }
        if block.view?.value == true {
            Relation.allCases.forEach { add(.relation, own + $0.rawValue) }
            add(.function, own + Function.row.rawValue, identifier("the function of a view"))
        }
        return found
    }

    private static func others(of worker: Worker, in spec: Extension) -> [Symbol] {
        let (name, own) = (spec.name.value, worker.name.value)
        let setting = own + switchEnd
        var found: [Symbol] = []
        func add(_ space: Symbol.Space, _ text: String, _ limit: Symbol.Limit? = nil) {
            found.append(
                Symbol(space: space, text: text, owner: .worker, name: worker.name, limit: limit))
        }
        let title = process(own, in: name)
        let titles = (worker.instances?.value).map { process($0, of: title) } ?? title
        add(.process, title)
        add(.process, titles)
        // Without a number it is no longer than the function.
        add(
            .process, session(of: titles),
            worker.transaction?.value == .some(.none) && worker.instances != nil
                ? .init(bytes: Limits.workerName, keeper: "the name of a session") : nil)
        add(
            .parameter, parameter(setting, in: name),
            .init(
                bytes: Limits.identifier, keeper: "the setting that switches a worker",
                part: setting))
        if worker.wake != nil {
            add(
                .function, own + Function.wake.rawValue,
                .init(bytes: Limits.identifier, keeper: "the function that wakes a worker"))
        }
        return found
            + shared(
                setting, typed: Setting.ValueType.bool.rawValue, .worker, worker.name, in: spec)
    }

    private static func c(
        _ text: String, _ owner: Symbol.Owner, _ name: Located<String>,
        _ limit: Symbol.Limit? = nil
    ) -> Symbol {
        Symbol(space: .c, text: text, owner: owner, name: name, limit: limit)
    }

    /// Those with the first of equal names.
    private static func unique<Item>(
        _ items: [Item], by name: (Item) -> Located<String>
    ) -> [Item] {
        var seen: Set<String> = []
        return items.filter { seen.insert(name($0).value).inserted }
    }
}

extension Symbols.OfWorker {
    /// PostgreSQL starts a process by the name of a function.
    fileprivate var limit: Symbol.Limit? {
        switch self {
        case .main, .session: .init(bytes: Limits.workerName, keeper: "the function of a worker")
        case .context, .hook, .description, .enabled, .enabledPlace, .enabledValue, .wake,
            .wakeFunction:
            nil
        }
    }
}

extension Extension {
    /// The newest major that the extension supports.
    fileprivate var newestMajor: Int { maximumMajor?.value ?? Majors.supported.upperBound }
}
