import PostgreSQL
import SpecLanguage

/// PostgreSQL refuses a default outside of its range when the library is loaded, which is too late
/// (DefineCustomIntVariable() of utils/guc.h, 13 to 18).
enum SettingValuesFit: Rule {
    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.settings.flatMap { breaches(in: $0) }
    }

    private static func breaches(in setting: Setting) -> [Diagnostic] {
        let type = setting.type.value
        let limits = [setting.minimum, setting.maximum].compactMap(\.self)
        if type == .bool {
            return limits.map(limitOfBool) + [breach(setting.defaultValue, type)].compactMap(\.self)
        }
        let bad = ([setting.defaultValue] + limits).compactMap { breach($0, type) }
        return bad.isEmpty ? [disorder(in: setting)].compactMap(\.self) : bad
    }

    /// A value that is not of the setting's type, or that no setting of the type can have.
    private static func breach(_ value: Located<Scalar>, _ type: Setting.ValueType) -> Diagnostic? {
        switch (type, value.value) {
        case (.bool, .bool): return nil
        case (.bool, let other):
            return Diagnostic(
                .error, "\(other.text) is not a bool", at: value.range,
                hint: "Write true or false, without quotes.")
        case (.int, .integer(let number)):
            let range = Limits.integerSetting
            guard !range.contains(number) else { return nil }
            return Diagnostic(
                .error, "\(number) does not fit into a setting of type \"int\"", at: value.range,
                hint: "Use \(range.lowerBound) to \(range.upperBound).")
        case (.int, let other):
            return Diagnostic(
                .error, "\(other.text) is not an integer", at: value.range,
                hint: "Write digits without quotes, such as 10.")
        case (.duration, .string(let text)):
            do throws(DurationFault) {
                _ = try milliseconds(of: text)
                return nil
            } catch {
                let words = error.words(for: text)
                return Diagnostic(.error, words.message, at: value.range, hint: words.hint)
            }
        case (.duration, let other):
            let words = DurationFault.notADuration.words(for: "")
            return Diagnostic(
                .error, "\(other.text) is not a duration", at: value.range, hint: words.hint)
        }
    }

    private static func limitOfBool(_ limit: Located<Scalar>) -> Diagnostic {
        Diagnostic(
            .error, "a setting of type \"bool\" has no limit \(limit.value.text)", at: limit.range,
            hint: "Remove \"min\" and \"max\".")
    }

    /// The least, the default and the greatest value must stand in this order.
    private static func disorder(in setting: Setting) -> Diagnostic? {
        let value = setting.defaultValue
        if let low = setting.minimum, let high = setting.maximum,
            isLess(high, low, setting.type.value)
        {
            return Diagnostic(
                .error, "\"min\" \(low.value.text) is above \"max\" \(high.value.text)",
                at: low.range, hint: "Swap the two.",
                notes: [.init("\"max\" is here", at: high.range)])
        }
        if let low = setting.minimum, isLess(value, low, setting.type.value) {
            return Diagnostic(
                .error, "\"default\" \(value.value.text) is below \"min\" \(low.value.text)",
                at: value.range, hint: "Raise \"default\", or lower \"min\".",
                notes: [.init("\"min\" is here", at: low.range)])
        }
        if let high = setting.maximum, isLess(high, value, setting.type.value) {
            return Diagnostic(
                .error, "\"default\" \(value.value.text) is above \"max\" \(high.value.text)",
                at: value.range, hint: "Lower \"default\", or raise \"max\".",
                notes: [.init("\"max\" is here", at: high.range)])
        }
        return nil
    }

    private static func isLess(
        _ one: Located<Scalar>, _ other: Located<Scalar>, _ type: Setting.ValueType
    ) -> Bool {
        guard let one = number(one.value, type), let other = number(other.value, type) else {
            return false
        }
        return one < other
    }
}

/// The value of a setting of type int, or of type duration in milliseconds.
func number(_ value: Scalar, _ type: Setting.ValueType) -> Int64? {
    switch (value, type) {
    case (.integer(let number), .int): number
    case (.string(let text), .duration): try? milliseconds(of: text)
    default: nil
    }
}

extension Scalar {
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
