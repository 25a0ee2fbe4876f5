import PostgreSQL
import SpecLanguage

/// Proves a spec after the versions that were generated before it: applies every rule, then fills in the defaults.
///
/// - Parameters:
///   - spec: as it was decoded.
///   - generated: the versions, oldest first.
///   - acceptingLayouts: whether a block may have another layout under its key while no released version has the key.
/// - Returns: the model.
/// - Throws: every breach of every rule.
package func resolve(
    _ spec: Extension, after generated: [Release] = [], acceptingLayouts: Bool = false
) throws(SpecRejected) -> ExtensionModel {
    let breaches =
        allRules.flatMap { $0.breaches(in: spec) }
        + ReleasesStand.breaches(in: spec, after: generated)
    guard breaches.isEmpty, let model = ExtensionModel(proven: spec) else {
        throw SpecRejected(breaches)
    }
    let changed = LayoutsStand.breaches(
        of: model, in: spec, after: generated, accepting: acceptingLayouts)
    guard changed.isEmpty else { throw SpecRejected(changed) }
    return model
}

// Each initialiser returns nil only for what a rule has refused.

extension ExtensionModel {
    fileprivate init?(proven spec: Extension) {
        guard let name = Name(spec.name.value),
            let schema = Name(spec.schema?.value ?? spec.name.value)
        else { return nil }
        let supported = Majors.supported
        let oldest = spec.minimumMajor?.value ?? supported.lowerBound
        let newest = spec.maximumMajor?.value ?? supported.upperBound
        guard oldest <= newest else { return nil }
        self.init(
            name: name, version: spec.version.value, comment: spec.comment?.text, schema: schema,
            hotUpgrade: spec.hotUpgrade?.value ?? false, interface: spec.interface?.value ?? 1,
            majors: oldest...newest,
            settings: spec.settings.compactMap(SettingModel.init(proven:))
                + spec.workers.compactMap(SettingModel.init(switching:)),
            blocks: spec.blocks.compactMap(BlockModel.init(proven:)),
            workers: spec.workers.compactMap(WorkerModel.init(proven:)))
    }
}

extension SettingModel {
    fileprivate init?(proven setting: Setting) {
        guard let name = Name(setting.name.value) else { return nil }
        let type = setting.type.value
        let minimum = setting.minimum.flatMap { number($0.value, type) }
        let maximum = setting.maximum.flatMap { number($0.value, type) }
        let kind: Kind
        switch (type, setting.defaultValue.value) {
        case (.bool, .bool(let value)): kind = .bool(value)
        case (.int, let value):
            guard let value = number(value, type) else { return nil }
            let limits = Limits.integerSetting
            kind = .int(
                default: value,
                range: (minimum ?? limits.lowerBound)...(maximum ?? limits.upperBound))
        case (.duration, let value):
            guard let value = number(value, type) else { return nil }
            kind = .duration(
                default: value, range: (minimum ?? 0)...(maximum ?? Limits.milliseconds))
        case (.bool, _): return nil
        }
        self.init(name: name, kind: kind, comment: setting.comment?.text)
    }
}

extension SettingModel {
    /// The switch of a worker, `NAME.WORKER_enabled`.
    fileprivate init?(switching worker: Worker) {
        guard let name = Name(worker.name.value) else { return nil }
        self.init(
            name: WorkerModel.switchName(of: name), kind: .bool(true),
            comment: "Lets the worker \"\(name.text)\" work.")
    }
}

extension BlockModel {
    fileprivate init?(proven block: Block) {
        guard let name = Name(block.name.value) else { return nil }
        let fields = block.fields?.value.compactMap(FieldModel.init(proven:)) ?? []
        self.init(
            name: name, scope: block.scope.value, hasLock: block.lock?.value == .lwlock,
            content: block.size.map { .raw(size: $0.value) } ?? .fields(fields),
            hasView: block.view?.value ?? false, hasReset: block.reset?.value ?? false,
            hasHook: block.initHook?.value ?? false, explicitKey: block.key?.value,
            comment: block.comment?.text)
    }
}

extension FieldModel {
    fileprivate init?(proven field: Field) {
        guard let name = Name(field.name.value) else { return nil }
        self.init(
            name: name, type: field.type.value, length: field.length?.value ?? 0,
            count: field.count?.value,
            initial: field.defaultValue.flatMap { initialValue($0.value, of: field.type.value) },
            comment: field.comment?.text)
    }
}

extension Located<String> {
    /// The text, unless it is empty and says nothing.
    fileprivate var text: String? { value.isEmpty ? nil : value }
}
