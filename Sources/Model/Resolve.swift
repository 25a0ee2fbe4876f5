import PostgreSQL
import SpecLanguage

/// Proves a spec after the versions that were generated before it: applies every rule, then fills in the defaults.
///
/// - Parameters:
///   - spec: as it was decoded.
///   - generated: the versions, oldest first.
///   - acceptingLayouts: whether a block may have another layout under its key while no released version has the key.
///   - rules: all of them, but for tests that leave one out.
/// - Returns: the model.
/// - Throws: every breach of every rule.
package func resolve(
    _ spec: Extension, after generated: [Release] = [], acceptingLayouts: Bool = false,
    rules: [any Rule.Type] = allRules
) throws(SpecRejected) -> ExtensionModel {
    let breaches =
        rules.flatMap { $0.breaches(in: spec) }
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
    /// The file that a spec's "$schema" may name.
    package static let jsonSchemaPath = OutputFile.jsonSchema.rawValue

    fileprivate init?(proven spec: Extension) {
        let isRelocatable = spec.relocatable?.value ?? false
        let schema = isRelocatable ? nil : Name(spec.schema?.value ?? spec.name.value)
        guard let name = Name(spec.name.value), isRelocatable || schema != nil else { return nil }
        let supported = Majors.supported
        let oldest = spec.minimumMajor?.value ?? supported.lowerBound
        let newest = spec.maximumMajor?.value ?? supported.upperBound
        guard oldest <= newest else { return nil }
        let hotUpgrade = spec.hotUpgrade?.value ?? false
        let blocks = spec.blocks.compactMap(BlockModel.init(proven:))
        let workers = spec.workers.compactMap(WorkerModel.init(proven:))
        self.init(
            release: Release(
                version: spec.version.value, name: name, schema: schema, hotUpgrade: hotUpgrade,
                blocks: blocks),
            comment: spec.comment?.text,
            required: spec.required?.value.map(\.value) ?? [], admission: Admission(of: spec),
            isEagerlyPreloaded: spec.eagerPreload?.value ?? true,
            hotUpgrade: hotUpgrade, interface: spec.interface?.value ?? 1,
            majors: oldest...newest,
            settings: spec.settings.compactMap(SettingModel.init(proven:))
                + spec.workers.compactMap(SettingModel.init(switching:)),
            blocks: blocks, workers: workers, status: WorkerStatus(of: workers),
            canFinish: workers.contains { $0.stop == .finish },
            hasJSONSchema: spec.jsonSchema?.value == "./\(ExtensionModel.jsonSchemaPath)")
    }
}

extension Admission {
    fileprivate init(of spec: Extension) {
        self =
            spec.superuser?.value == false
            ? .anyone : spec.trusted?.value == true ? .trusted : .superusers
    }
}

extension SettingModel {
    fileprivate init?(proven setting: Setting) {
        guard let name = Name(setting.name.value), let kind = Kind(proven: setting) else {
            return nil
        }
        self.init(
            name: name, kind: kind, context: setting.context?.value ?? .sighup,
            comment: setting.comment?.text, isSwitch: false)
    }
}

extension SettingModel.Kind {
    fileprivate init?(proven setting: Setting) {
        let type = setting.type.value
        switch (type, setting.defaultValue.value) {
        case (.bool, .bool(let value)): self = .bool(value)
        case (.string, .string(let value)): self = .string(value)
        case (.enum, .string(let word)):
            guard let word = Name(word) else { return nil }
            let words = setting.values?.value.compactMap { Name($0.value) } ?? []
            self = .words(default: word, words)
        case (.real, let value):
            guard let value = value.number else { return nil }
            self = .real(
                default: value, minimum: setting.minimum?.value.number,
                maximum: setting.maximum?.value.number)
        case (.int, let value), (.duration, let value), (.size, let value):
            guard let value = integer(value, type), let limits = type.limits else { return nil }
            let minimum = setting.minimum.flatMap { integer($0.value, type) }
            let maximum = setting.maximum.flatMap { integer($0.value, type) }
            let (low, high) = (minimum ?? limits.lowerBound, maximum ?? limits.upperBound)
            guard low <= high else { return nil }
            let range = low...high
            switch type {
            case .duration: self = .duration(default: value, range: range)
            case .size: self = .size(default: value, range: range)
            default: self = .int(default: value, range: range)
            }
        case (.bool, _), (.string, _), (.enum, _): return nil
        }
    }
}

extension SettingModel {
    /// The switch of a worker, `NAME.WORKER_enabled`.
    fileprivate init?(switching worker: Worker) {
        guard let name = Name(worker.name.value) else { return nil }
        self.init(
            name: WorkerModel.switchName(of: name), kind: .bool(true), context: .sighup,
            comment: "Lets the worker \"\(name.text)\" work.", isSwitch: true)
    }
}

extension BlockModel {
    init?(proven block: Block) {
        guard let name = Name(block.name.value), BlockFitsInMemory.breach(in: block) == nil else {
            return nil
        }
        let fields = block.fields?.value.compactMap(FieldModel.init(proven:)) ?? []
        let content: Content = block.size.map { .raw(size: $0.value) } ?? .fields(fields)
        let hasLock = block.lock?.value == .lwlock
        let layout = BlockLayout(of: content, hasLock: hasLock)
        self.init(
            name: name, scope: block.scope.value, hasLock: hasLock, content: content,
            layout: layout, fingerprint: layout.fingerprint(in: block.scope.value),
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
