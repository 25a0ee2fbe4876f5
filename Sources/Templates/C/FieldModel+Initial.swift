import CodeText
import Model
import SpecLanguage

// What a field holds at first, and again after a reset.

extension FieldModel {
    /// The statement that gives a member of zeroed memory its initial value; the runtime sets atomic ones.
    var initialisation: Code<C> {
        isAtomic || initial == nil ? .empty : assignment
    }

    /// The statement that puts the initial value into a member whose bytes are zero.
    private var assignment: Code<C> {
        forEachElement { place in
            switch initial {
            case .text(let text): "strlcpy(\(place), \(literal: text), sizeof(\(place)));"
            case .bytes(let bytes): "memcpy(\(place), \(literal(bytes)), \(bytes.count));"
            case nil, .bool, .integer, .real: "\(place) = \(initialValue);"
            }
        }
    }

    private func forEachElement(_ statement: (Code<C>) -> Code<C>) -> Code<C> {
        guard let count else { return statement("block->\(name)") }
        return """
            for (int i = 0; i < \(count); i++)
                \(statement("block->\(name)[i]"))
            """
    }

    /// The value as a constant of the member's type.
    var initialValue: Code<C> {
        switch initial {
        case nil: type == .bool ? "false" : "0"
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): integer(value)
        case .real(let value): Code(verbatim: "\(value)")
        case .text, .bytes: .empty
        }
    }

    /// The lowest ones have no literal in C, and large ones need a suffix.
    private func integer(_ value: Int64) -> Code<C> {
        if value == .min { return "PG_INT64_MIN" }
        if value == Int64(Int32.min) { return "PG_INT32_MIN" }
        if (0...Int64(Int32.max)).contains(abs(value)) { return "\(value)" }
        if value <= UInt32.max, type.isUnsigned { return "\(value)U" }
        return type.isUnsigned ? "UINT64CONST(\(value))" : "INT64CONST(\(value))"
    }

    private func literal(_ bytes: [UInt8]) -> Code<C> {
        let digits = bytes.map { byte in
            let octal = String(byte, radix: 8)
            return "\\" + String(repeating: "0", count: 3 - octal.count) + octal
        }
        return Code(verbatim: "\"\(digits.joined())\"")
    }
}

extension Field.ValueType {
    /// Do its values begin at zero?
    fileprivate var isUnsigned: Bool {
        switch self {
        case .uint4, .uint8, .oid, .atomicUInt32, .atomicUInt64: true
        case .bool, .int2, .int4, .int8, .float4, .float8, .timestamptz, .text, .bytes: false
        }
    }
}
