import SpecLanguage

extension BlockLayout {
    /// The fingerprint of a block with this layout: of its scope, and of each member's place, size, name and type.
    func fingerprint(in scope: Scope) -> String {
        let scope = scope == .global ? ["global"] : []
        return digits(of: (scope + members.map(\.description)).joined(separator: "\n"))
    }
}

extension BlockLayout.Member {
    /// What tells the member from any other.
    fileprivate var description: String {
        let name =
            switch content {
            case .layout: "_layout"
            case .lock: "lock lwlock"
            case .data: "data"
            case .padding: "_pad"
            case .field(let field):
                "\(field.name.text) \(field.type.rawValue) \(field.length) \(field.count ?? 0)"
            }
        return "\(offset) \(size) \(name)"
    }
}

/// Eight hexadecimal digits by which two layouts, or the words of two enums, are told apart.
package func digits(of layout: String) -> String {
    let digits = String(fnv1a(layout.utf8), radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
}

/// The 32-bit hash of Fowler, Noll and Vo, variant 1a.
private func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
}
