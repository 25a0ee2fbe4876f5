import PostgreSQL
import SpecLanguage

/// The values of a setting are of its type and in its range.
enum SettingValuesFit: Rule {
    static let reason = """
        PostgreSQL refuses a default outside of its range when the library is loaded, which is \
        too late. It keeps integers, durations and sizes in an int.
        """
    static let source = """
        `DefineCustomIntVariable()` and its kin of `utils/guc.h`, `GUC_UNIT_MS` and \
        `GUC_UNIT_BYTE`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.settings.flatMap { breaches(in: $0) }
    }

    private static func breaches(in setting: Setting) -> [Diagnostic] {
        let type = setting.type.value
        let limits = [setting.minimum, setting.maximum].compactMap(\.self)
        guard type.isOrdered else {
            return limits.map { stray($0, type) }
                + [breach(setting.defaultValue, type)].compactMap(\.self)
        }
        let bad = ([setting.defaultValue] + limits).compactMap { breach($0, type) }
        return bad.isEmpty ? [disorder(in: setting)].compactMap(\.self) : bad
    }

    /// A value that is not of the setting's type, or that no setting of the type can have.
    private static func breach(_ value: Located<Scalar>, _ type: Setting.ValueType) -> Diagnostic? {
        guard let (message, hint) = fault(of: value.value, type) else { return nil }
        return Diagnostic(.error, message, at: value.range, hint: hint)
    }

    private static func fault(
        of value: Scalar, _ type: Setting.ValueType
    ) -> (message: String, hint: String)? {
        switch (type, value) {
        case (.bool, .bool), (.string, .string), (.enum, .string): return nil
        case (.real, .integer), (.real, .real): return nil
        case (.int, .integer(let number)):
            let range = Limits.integerSetting
            if range.contains(number) { return nil }
            return (
                "\(number) does not fit into a setting of type \"int\"",
                "Use \(range.lowerBound) to \(range.upperBound)."
            )
        case (.duration, .string(let text)):
            do throws(DurationFault) {
                _ = try milliseconds(of: text)
                return nil
            } catch {
                return error.words(for: text)
            }
        case (.size, .string(let text)):
            return sizeFault(of: text)
        case (_, let other): return mismatch(of: other, type)
        }
    }

    private static func sizeFault(of text: String) -> (message: String, hint: String)? {
        do throws(SizeFault) {
            guard try bytes(of: text) > Limits.sizeSetting else { return nil }
            return (
                "\"\(text)\" does not fit into a setting of type \"size\"",
                "Use at most \"\(Limits.sizeSetting)B\", a byte below \"2GB\"."
            )
        } catch {
            return error.words(for: text)
        }
    }

    /// A value of another type.
    private static func mismatch(
        of value: Scalar, _ type: Setting.ValueType
    ) -> (message: String, hint: String) {
        switch type {
        case .bool: ("\(value.text) is not a bool", "Write true or false, without quotes.")
        case .int: ("\(value.text) is not an integer", "Write digits without quotes, such as 10.")
        case .real: ("\(value.text) is not a number", "Write it without quotes, such as 0.5.")
        case .string, .enum: ("\(value.text) is not a string", "Put it in double quotes.")
        case .duration:
            ("\(value.text) is not a duration", DurationFault.notADuration.words(for: "").hint)
        case .size: ("\(value.text) is not a size", SizeFault.notASize.words(for: "").hint)
        }
    }

    /// A limit of what has no order.
    private static func stray(_ limit: Located<Scalar>, _ type: Setting.ValueType) -> Diagnostic {
        Diagnostic(
            .error, "a setting of type \"\(type.rawValue)\" has no limit \(limit.value.text)",
            at: limit.range, hint: "Remove \"min\" and \"max\".")
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
        if type == .real, let one = one.value.number, let other = other.value.number {
            return one < other
        }
        guard let one = integer(one.value, type), let other = integer(other.value, type) else {
            return false
        }
        return one < other
    }
}
