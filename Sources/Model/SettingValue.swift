import PostgreSQL
import SpecLanguage

extension Setting.ValueType {
    /// The integers that a setting can have: PostgreSQL keeps milliseconds and bytes in an int too.
    var limits: ClosedRange<Int64>? {
        switch self {
        case .int: Limits.integerSetting
        case .duration: 0...Limits.milliseconds
        case .size: 0...Limits.sizeSetting
        case .bool, .real, .string, .enum: nil
        }
    }

    /// Whether a least and a greatest value make sense.
    var isOrdered: Bool {
        switch self {
        case .int, .real, .duration, .size: true
        case .bool, .string, .enum: false
        }
    }
}

/// What PostgreSQL keeps of a setting of type int, of type duration in milliseconds, of type size in bytes.
func integer(_ value: Scalar, _ type: Setting.ValueType) -> Int64? {
    switch (value, type) {
    case (.integer(let number), .int): number
    case (.string(let text), .duration): try? milliseconds(of: text)
    case (.string(let text), .size): try? bytes(of: text)
    default: nil
    }
}

extension Scalar {
    /// A number with or without a fraction.
    var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .real(let number): number
        case .bool, .string: nil
        }
    }

    /// As JSON writes it, for messages.
    var text: String {
        switch self {
        case .bool(let value): "\(value)"
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .string(let text): "\"\(text)\""
        }
    }
}
