/// The names that follow from a spec's own. Templates ask here and never put names together; `Symbols` has them all.
extension ExtensionModel {
    private func name(_ symbol: Symbols.OfSetting, _ setting: Name) -> Name {
        Name(joining: name.text, setting.text + symbol.rawValue)
    }
    private func name(_ symbol: Symbols.OfBlock, _ block: BlockModel) -> Name {
        Name(joining: name.text, block.name.text + symbol.rawValue)
    }
    private func name(_ symbol: Symbols.OfWorker, _ worker: WorkerModel) -> Name {
        Name(joining: name.text, worker.name.text + symbol.rawValue)
    }
    func name(_ symbol: Symbols.OfWorkers) -> Name { Name(joining: name.text + symbol.rawValue) }
    private func name(_ symbol: Symbols.OfExtension) -> Name {
        Name(joining: name.text + symbol.rawValue)
    }

    /// C: `NAME_WHAT`.
    package func symbol(_ setting: SettingModel) -> Name {
        name(.variable, setting.name)
    }
    /// C: where a setting is found that versions share.
    package func place(_ setting: SettingModel) -> Name {
        name(.place, setting.name)
    }
    /// C: the same, of a setting that a worker names.
    package func place(of setting: Name) -> Name {
        name(.place, setting)
    }
    /// C: the same, of the setting that switches a worker.
    package func place(ofSwitch worker: WorkerModel) -> Name {
        name(.enabledPlace, worker)
    }
    /// C: this library's own variable of a setting that versions share.
    package func value(_ setting: SettingModel) -> Name {
        name(.value, setting.name)
    }
    /// C: the words of an enum.
    package func options(_ setting: SettingModel) -> Name {
        name(.options, setting.name)
    }
    /// C: the constant for a word of an enum.
    package func constant(_ word: Name, of setting: SettingModel) -> Name {
        Name(joining: Symbols.constant(word.text, of: setting.name.text, in: name.text))
    }
    /// C: defines the settings of the spec.
    package var defineSettings: Name { name(.defineSettings) }
    /// C: the struct of a block.
    package func structure(_ block: BlockModel) -> Name {
        name(.structure, block)
    }
    package func attach(_ block: BlockModel) -> Name {
        name(.attach, block)
    }
    /// C: the block as the runtime knows it, and where this process has found it.
    package func attachment(_ block: BlockModel) -> Name {
        name(.attachment, block)
    }
    /// C: the fields as the runtime knows them.
    package func fields(_ block: BlockModel) -> Name {
        name(.fields, block)
    }
    package func lock(_ block: BlockModel) -> Name {
        name(.lock, block)
    }
    package func unlock(_ block: BlockModel) -> Name {
        name(.unlock, block)
    }
    /// C: the function behind a view.
    package func rowFunction(_ block: BlockModel) -> Name {
        name(.rowFunction, block)
    }
    /// SQL: the function behind a view, in the extension's schema.
    package func row(_ block: BlockModel) -> Name { Self.row(ofView: block.name) }
    /// SQL: the same, by the name of the view.
    package static func row(ofView name: Name) -> Name {
        Name(joining: name.text + Symbols.Function.row.rawValue)
    }
    package func initialiser(_ block: BlockModel) -> Name {
        name(.initialiser, block)
    }
    /// C: the user's function that prepares a new block.
    package func hook(_ block: BlockModel) -> Name {
        name(.hook, block)
    }
    /// C: the function behind `reset`.
    package func resetFunction(_ block: BlockModel) -> Name {
        name(.resetFunction, block)
    }
    /// SQL: the same, in the extension's schema, by the name of the block.
    package static func reset(ofBlock name: Name) -> Name {
        Name(joining: name.text + Symbols.Function.reset.rawValue)
    }
    /// C: what a hook is told.
    package var context: Name { name(.context) }
    package func context(_ worker: WorkerModel) -> Name {
        name(.context, worker)
    }
    /// C: the user's function.
    package func hook(_ worker: WorkerModel) -> Name {
        name(.hook, worker)
    }
    /// C: the worker as the runtime knows it.
    package func description(of worker: WorkerModel) -> Name {
        name(.description, worker)
    }
    package func main(_ worker: WorkerModel) -> Name {
        name(.main, worker)
    }
    /// C: the main function of the sessions that do its work.
    package func session(_ worker: WorkerModel) -> Name {
        name(.session, worker)
    }
    /// C: executes a statement as if a client had sent it, for hooks.
    package var execute: Name { name(Symbols.OfWorkers.execute) }
    /// C: the setting that switches a worker.
    package func enabled(_ worker: WorkerModel) -> Name {
        name(.enabled, worker)
    }
    /// C: asks a worker for a tick.
    package func wake(_ worker: WorkerModel) -> Name {
        name(.wake, worker)
    }
    /// C: the function behind the one in SQL.
    package func wakeFunction(_ worker: WorkerModel) -> Name {
        name(.wakeFunction, worker)
    }
    /// SQL: asks a worker for a tick, in the extension's schema.
    package func wakeInSQL(_ worker: WorkerModel) -> Name {
        Name(joining: worker.name.text + Symbols.Function.wake.rawValue)
    }

    /// What `ps`, pg_stat_activity and the log call a worker: `NAME WORKER`.
    package func title(_ worker: WorkerModel) -> String {
        Symbols.process(worker.name.text, in: name.text)
    }
    /// The name of a setting: `NAME.SETTING`.
    package func parameter(_ setting: SettingModel) -> String {
        Symbols.parameter(setting.name.text, in: name.text)
    }
    /// The name of a block's lock in pg_stat_activity: `NAME:BLOCK`.
    package func tranche(_ block: BlockModel) -> String {
        Symbols.lock(block.name.text, in: name.text)
    }
    /// The name under which the loader keeps a block: `NAME:BLOCK:FINGERPRINT` unless the spec says otherwise.
    package func key(_ block: BlockModel) -> String { block.key(in: name) }
    /// C: the macro that guards the header; PostgreSQL's own have the form NAME_H.
    package var headerMacro: Name { Name(joining: name.text.uppercased() + Symbols.headerMacro) }
}

extension BlockModel {
    /// The name under which the loader keeps the block of an extension.
    func key(in name: Name) -> String {
        explicitKey ?? Symbols.key(self.name.text, fingerprint, in: name.text)
    }
}

extension WorkerModel {
    /// The setting that switches a worker, behind `NAME.`.
    package static func switchName(of worker: Name) -> Name {
        Name(joining: worker.text + Symbols.switchEnd)
    }
}

extension ExtensionModel {
    /// C: the variable of a setting that a worker names.
    package func symbol(of setting: Name) -> Name { name(.variable, setting) }
}
