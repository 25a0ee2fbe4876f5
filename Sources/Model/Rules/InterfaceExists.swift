import SpecLanguage

/// There are two revisions of the Dynpgext interface: 1, of January 2023, the documented one; and 2, of January 2024.
enum InterfaceExists: Rule {
    static func breaches(in spec: Extension) -> [Diagnostic] {
        guard let interface = spec.interface, !(1...2).contains(interface.value) else { return [] }
        return [
            Diagnostic(
                .error, "the Dynpgext interface has no revision \(interface.value)",
                at: interface.range,
                hint: "Use 1 (the default) or 2.")
        ]
    }
}
