import ExtensionSpec
import PostgreSQL

/// A worker sleeps between its ticks: for at least a millisecond, and no longer than WaitLatch() can
/// (storage/latch.h, 13 to 18).
enum PeriodIsPositive: Rule {
    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.workers.compactMap { worker in
            switch worker.every.value {
            case .fixed(let text): breach(fixed: text, at: worker.every.range)
            case .setting(let name): breach(setting: name, in: spec)
            }
        }
    }

    private static func breach(fixed text: String, at range: SourceRange) -> Diagnostic? {
        guard let period = milliseconds(of: text) else {
            return Diagnostic(
                .error, "\"\(text)\" is not a duration", at: range, hint: durationHint)
        }
        guard !(1...Limits.milliseconds).contains(period) else { return nil }
        return Diagnostic(
            .error, "period \"\(text)\" is out of range", at: range, hint: "Use 1ms to 24d.")
    }

    private static func breach(setting name: Located<String>, in spec: Extension) -> Diagnostic? {
        guard let setting = spec.settings.first(where: { $0.name.value == name.value }) else {
            let durations = spec.settings.filter { $0.type.value == .duration }.map {
                "\"\($0.name.value)\""
            }
            return Diagnostic(
                .error, "there is no setting \"\(name.value)\"", at: name.range,
                hint: durations.isEmpty
                    ? "Add one of type \"duration\" to \"settings\"."
                    : "The settings of type \"duration\" are \(durations.joined(separator: ", ")).")
        }
        guard setting.type.value == .duration else {
            return Diagnostic(
                .error, "setting \"\(name.value)\" is no duration", at: name.range,
                hint: "Use a setting of type \"duration\".",
                notes: [.init("the setting is here", at: setting.type.range)])
        }
        guard case .string(let text) = setting.minimum?.value, let minimum = milliseconds(of: text),
            minimum >= 1
        else {
            return Diagnostic(
                .error, "setting \"\(name.value)\" can be zero, and a worker must sleep",
                at: name.range,
                hint: "Add \"min\": \"10ms\" to the setting.",
                notes: [
                    .init("the setting is here", at: (setting.minimum?.range ?? setting.name.range))
                ])
        }
        return nil
    }
}

/// How to write a duration.
let durationHint =
    "Write a whole number and a unit: us, ms, s, min, h or d, such as \"200ms\" or \"5min\"."
