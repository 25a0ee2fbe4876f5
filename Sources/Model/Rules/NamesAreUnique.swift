import SpecLanguage

/// Two settings, blocks, workers or fields of one block with the same name could not be told apart.
enum NamesAreUnique: Rule {
    static func breaches(in spec: Extension) -> [Diagnostic] {
        breaches("setting", spec.settings.map(\.name)) + breaches("block", spec.blocks.map(\.name))
            + breaches("worker", spec.workers.map(\.name))
            + spec.blocks.flatMap { breaches("field", ($0.fields?.value ?? []).map(\.name)) }
            + spec.blocks.flatMap(lockField)
    }

    private static func breaches(_ kind: String, _ names: [Located<String>]) -> [Diagnostic] {
        var first: [String: SourceRange] = [:]
        return names.compactMap { name in
            guard let earlier = first.updateValue(name.range, forKey: name.value) else {
                return nil
            }
            first[name.value] = earlier
            return Diagnostic(
                .error, "\(kind) \"\(name.value)\" exists already", at: name.range,
                hint: "Rename one of them.",
                notes: [.init("the first one is here", at: earlier)])
        }
    }

    /// The lock is a member of the block's struct.
    private static func lockField(_ block: Block) -> [Diagnostic] {
        guard block.lock?.value == .lwlock else { return [] }
        return (block.fields?.value ?? []).filter { $0.name.value == "lock" }.map {
            Diagnostic(
                .error, "field \"lock\" has the name of the block's own lock", at: $0.name.range,
                hint: "Rename the field, or remove the key \"lock\" of the block.")
        }
    }
}
