/// The names that follow from a spec's own. Templates ask here and never put names together.
extension ExtensionModel {
    /// C: `NAME_WHAT`.
    package func symbol(_ setting: SettingModel) -> Name {
        Name(joining: name.text, setting.name.text)
    }
    /// C: where a setting is found that versions share.
    package func place(_ setting: SettingModel) -> Name {
        Name(joining: name.text, setting.name.text, "place")
    }
    /// C: the same, of a setting that a worker names.
    package func place(of setting: Name) -> Name {
        Name(joining: name.text, setting.text, "place")
    }
    /// C: the same, of the setting that switches a worker.
    package func place(ofSwitch worker: WorkerModel) -> Name {
        place(of: WorkerModel.switchName(of: worker.name))
    }
    /// C: this library's own variable of a setting that versions share.
    package func value(_ setting: SettingModel) -> Name {
        Name(joining: name.text, setting.name.text, "value")
    }
    /// C: the words of an enum.
    package func options(_ setting: SettingModel) -> Name {
        Name(joining: name.text, setting.name.text, "options")
    }
    /// C: the constant for a word of an enum.
    package func constant(_ word: Name, of setting: SettingModel) -> Name {
        Name(macro: name.text, setting.name.text, word.text)
    }
    /// C: defines the settings of the spec.
    package var defineSettings: Name { Name(joining: name.text, "define_settings") }
    /// C: the struct of a block.
    package func structure(_ block: BlockModel) -> Name {
        Name(joining: name.text, block.name.text)
    }
    package func attach(_ block: BlockModel) -> Name {
        Name(joining: name.text, block.name.text, "attach")
    }
    /// C: the block as the runtime knows it, and where this process has found it.
    package func attachment(_ block: BlockModel) -> Name {
        Name(joining: name.text, block.name.text, "here")
    }
    /// C: the fields as the runtime knows them.
    package func fields(_ block: BlockModel) -> Name {
        Name(joining: name.text, block.name.text, "fields")
    }
    package func lock(_ block: BlockModel) -> Name {
        Name(joining: name.text, block.name.text, "lock")
    }
    package func unlock(_ block: BlockModel) -> Name {
        Name(joining: name.text, block.name.text, "unlock")
    }
    /// C: the function behind a view.
    package func rowFunction(_ block: BlockModel) -> Name {
        Name(joining: name.text, block.name.text, "row")
    }
    /// SQL: the function behind a view, in the extension's schema.
    package func row(_ block: BlockModel) -> Name { Self.row(ofView: block.name) }
    /// SQL: the same, by the name of the view.
    package static func row(ofView name: Name) -> Name { Name(joining: name.text, "row") }
    package func initialiser(_ block: BlockModel) -> Name {
        Name(joining: name.text, block.name.text, "make")
    }
    /// C: the user's function that prepares a new block.
    package func hook(_ block: BlockModel) -> Name {
        Name(joining: name.text, block.name.text, "init")
    }
    /// C: the function behind `reset`.
    package func resetFunction(_ block: BlockModel) -> Name {
        Name(joining: name.text, block.name.text, "reset")
    }
    /// SQL: the same, in the extension's schema, by the name of the block.
    package static func reset(ofBlock name: Name) -> Name { Name(joining: name.text, "reset") }
    /// C: what a hook is told.
    package var context: Name { Name(joining: name.text, "context") }
    package func context(_ worker: WorkerModel) -> Name {
        Name(joining: name.text, worker.name.text, "context")
    }
    /// C: the user's function.
    package func hook(_ worker: WorkerModel) -> Name {
        Name(joining: name.text, worker.name.text, "run")
    }
    /// C: the worker as the runtime knows it.
    package func description(of worker: WorkerModel) -> Name {
        Name(joining: name.text, worker.name.text, "worker")
    }
    package func main(_ worker: WorkerModel) -> Name {
        Name(joining: name.text, worker.name.text, "main")
    }
    /// C: the main function of the sessions that do its work.
    package func session(_ worker: WorkerModel) -> Name {
        Name(joining: name.text, worker.name.text, "session")
    }
    /// C: executes a statement as if a client had sent it, for hooks.
    package var execute: Name { Name(joining: name.text, "execute") }
    /// C: the setting that switches a worker.
    package func enabled(_ worker: WorkerModel) -> Name {
        symbol(of: WorkerModel.switchName(of: worker.name))
    }
    /// C: asks a worker for a tick.
    package func wake(_ worker: WorkerModel) -> Name {
        Name(joining: name.text, worker.name.text, "wake")
    }
    /// C: the function behind the one in SQL.
    package func wakeFunction(_ worker: WorkerModel) -> Name {
        Name(joining: name.text, worker.name.text, "wake", "sql")
    }
    /// SQL: asks a worker for a tick, in the extension's schema.
    package func wakeInSQL(_ worker: WorkerModel) -> Name {
        Name(joining: worker.name.text, "wake")
    }

    /// What `ps`, pg_stat_activity and the log call a worker: `NAME WORKER`.
    package func title(_ worker: WorkerModel) -> String { "\(name.text) \(worker.name.text)" }
    /// The name of a setting: `NAME.SETTING`.
    package func parameter(_ setting: SettingModel) -> String {
        "\(name.text).\(setting.name.text)"
    }
    /// The name of a block's lock in pg_stat_activity: `NAME:BLOCK`.
    package func tranche(_ block: BlockModel) -> String { "\(name.text):\(block.name.text)" }
    /// The name under which the loader keeps a block: `NAME:BLOCK:FINGERPRINT` unless the spec says otherwise.
    package func key(_ block: BlockModel) -> String { block.key(in: name) }
    /// C: the macro that guards the header; PostgreSQL's own have the form NAME_H.
    package var headerMacro: Name { Name(macro: name.text, "dynpgext", "h") }
}

extension BlockModel {
    /// The name under which the loader keeps the block of an extension.
    func key(in name: Name) -> String {
        explicitKey ?? "\(name.text):\(self.name.text):\(fingerprint)"
    }
}

extension WorkerModel {
    /// The setting that switches a worker, behind `NAME.`.
    package static func switchName(of worker: Name) -> Name {
        Name(joining: worker.text, "enabled")
    }
}

extension ExtensionModel {
    /// C: the variable of a setting that a worker names.
    package func symbol(of setting: Name) -> Name { Name(joining: name.text, setting.text) }
}
