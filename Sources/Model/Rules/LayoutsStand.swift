import SpecLanguage

/// Under a key that the spec gives, old and new library find the same memory: they must mean the same by it.
enum LayoutsStand {
    /// Every block whose layout differs from what a version before has under the same key.
    static func breaches(
        of model: ExtensionModel, in spec: Extension, after generated: [Release], accepting: Bool
    ) -> [Diagnostic] {
        let released = generated.released(before: model.version)
        let kept = keptLayouts(of: released)
        let draft = keptLayouts(of: generated.dropFirst(released.count))
        return zip(model.blocks, spec.blocks).compactMap { block, written in
            guard let key = written.key else { return nil }
            let differs = { (kept: KeptLayout) in kept.fingerprint != block.fingerprint }
            if let other = kept[key.value]?.first(where: differs) {
                return breach(
                    key, block, "after version \"\(other.version)\" was released",
                    hint:
                        "Give it another key, or remove \"key\": then each layout has memory of its own."
                )
            }
            guard !accepting, draft[key.value]?.contains(where: differs) == true else { return nil }
            return breach(
                key, block, "since the last run",
                hint: "Give it another key, or add --accept-layout if no server keeps such a block."
            )
        }
    }

    private typealias KeptLayout = (version: String, fingerprint: String)

    /// What the releases keep under each key, in their order.
    private static func keptLayouts(of releases: some Sequence<Release>) -> [String: [KeptLayout]] {
        var kept: [String: [KeptLayout]] = [:]
        for release in releases {
            for layout in release.layouts {
                kept[layout.key, default: []].append((release.version, layout.fingerprint))
            }
        }
        return kept
    }

    private static func breach(
        _ key: Located<String>, _ block: BlockModel, _ when: String, hint: String
    ) -> Diagnostic {
        Diagnostic(
            .error,
            "the layout of block \"\(block.name.text)\" changed under the key \"\(key.value)\" \(when)",
            at: key.range, hint: hint)
    }
}
