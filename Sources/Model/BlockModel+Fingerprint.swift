extension BlockModel {
    /// Eight hexadecimal digits of the layout: the lock and each field's name, type, length and count.
    ///
    /// A global block differs from a local one: a session that has found the one under a key would take it for the other.
    /// A block keeps its memory over versions as long as these stay the same.
    package var fingerprint: String { digits(of: layout) }

    private var layout: String {
        let parts =
            switch content {
            case .raw(let size): ["size \(size)"]
            case .fields(let fields):
                fields.map { "\($0.name.text) \($0.type.rawValue) \($0.length) \($0.count ?? 0)" }
            }
        let scope = scope == .global ? ["global"] : []
        return (scope + [hasLock ? "lwlock" : "none"] + parts).joined(separator: "\n")
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
