extension BlockModel {
    /// Eight hexadecimal digits of the layout: each member's place, size, name and type.
    ///
    /// A global block differs from a local one: a session that has found the one under a key would take it for the other.
    /// A block keeps its memory over versions as long as these stay the same.
    package var fingerprint: String {
        let scope = scope == .global ? ["global"] : []
        return digits(of: (scope + layout.members.map(\.description)).joined(separator: "\n"))
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
    return String(repeating: "0", count: 8 - digits.count) + digits
}

/// The 32-bit hash of Fowler, Noll and Vo, variant 1a.
private func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
}
