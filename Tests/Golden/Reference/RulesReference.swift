import Model

/// `docs/rules.md`: why a spec of the right shape can still be refused.
func rulesReference() -> String {
    let rules = allRules.map { ("\($0)", $0.reason, $0.source) }
    let sections = (rules + [("\(ReleasesStand.self)", ReleasesStand.reason, ReleasesStand.source)])
        .map { name, reason, source in
            "## \(title(name))\n\n\(reason)\n\n*Source: \(source).*"
        }
    let opening = """
        <!-- Made of the rules in Sources/Model/Rules by `make golden`. -->
        # The rules

        A spec whose shape is right, as [spec.md](spec.md) has it, must also hold these rules: `validate` and
        `generate` tell every breach, at its place and with a way out. Each is one file in `Sources/Model/Rules`.
        """
    return ([opening] + sections).joined(separator: "\n\n") + "\n"
}

/// The name of a type as words: `NamesAreUnique` is "Names are unique".
private func title(_ name: String) -> String {
    var words = ""
    for character in name {
        words +=
            character.isUppercase && !words.isEmpty ? " \(character.lowercased())" : "\(character)"
    }
    return words
}
