import ExtensionSpec
import PostgreSQL

/// PostgreSQL refuses a default outside of its range when the library is loaded, which is too late
/// (DefineCustomIntVariable() of utils/guc.h, 13 to 18).
enum SettingValuesFit: Rule {
    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.settings.flatMap { breaches(in: $0) }
    }

    private static func breaches(in setting: Setting) -> [Diagnostic] {
        guard setting.type.value != .bool else { return breaches(inBool: setting) }
        let written = [setting.minimum, setting.defaultValue, setting.maximum].compactMap(\.self)
        let bad = written.compactMap { breach($0, setting.type.value) }
        guard bad.isEmpty else { return bad }
        let values = written.compactMap { number($0.value, setting.type.value) }
        guard values != values.sorted() else { return [] }
        return [
            Diagnostic(
                .error, "default of setting \"\(setting.name.value)\" is not between its limits",
                at: setting.defaultValue.range,
                hint: "\"min\" must not be above \"default\", nor \"default\" above \"max\".")
        ]
    }

    private static func breaches(inBool setting: Setting) -> [Diagnostic] {
        let limits = [setting.minimum, setting.maximum].compactMap(\.self).map {
            Diagnostic(
                .error, "a setting of type \"bool\" has no limits", at: $0.range,
                hint: "Remove \"min\" and \"max\".")
        }
        if case .bool = setting.defaultValue.value { return limits }
        return limits + [
            Diagnostic(
                .error, "default of setting \"\(setting.name.value)\" is not a bool",
                at: setting.defaultValue.range,
                hint: "Write true or false.")
        ]
    }

    private static func breach(_ value: Located<Scalar>, _ type: Setting.ValueType) -> Diagnostic? {
        guard let number = number(value.value, type) else {
            return type == .int
                ? Diagnostic(
                    .error, "value of a setting of type \"int\" is not an integer", at: value.range,
                    hint: "Write a number.")
                : Diagnostic(
                    .error, "value of a setting of type \"duration\" is not a duration",
                    at: value.range, hint: durationHint)
        }
        let range = type == .int ? Limits.integerSetting : 0...Limits.milliseconds
        guard !range.contains(number) else { return nil }
        return Diagnostic(
            .error, "value is out of range", at: value.range,
            hint: type == .int
                ? "Use \(range.lowerBound) to \(range.upperBound)." : "Use 0ms to 24d.")
    }
}

/// The value of a setting of type int, or of type duration in milliseconds.
func number(_ value: Scalar, _ type: Setting.ValueType) -> Int64? {
    switch (value, type) {
    case (.integer(let number), .int): number
    case (.string(let text), .duration): milliseconds(of: text)
    default: nil
    }
}
