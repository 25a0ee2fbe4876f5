import PostgreSQL
import SpecLanguage

/// A worker sleeps between its ticks.
enum PeriodIsPositive: Rule {
    static let reason = """
        A worker sleeps between its ticks: for at least a millisecond, and no longer than \
        `WaitLatch()` can.
        """
    static let source = """
        `WaitLatch()` of `storage/latch.h`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.workers.compactMap { worker in
            switch worker.every?.value {
            case .fixed(let text)?:
                breach(fixed: text, at: worker.every?.range ?? worker.name.range)
            case .setting(let name)?: breach(setting: name, in: spec)
            case nil: nil
            }
        }
    }

    private static func breach(fixed text: String, at range: SourceRange) -> Diagnostic? {
        do throws(DurationFault) {
            guard try milliseconds(of: text) == 0 else { return nil }
            return Diagnostic(
                .error, "period \"\(text)\" is zero, and a worker must sleep", at: range,
                hint: "Use at least \"1ms\".")
        } catch {
            let words = error.words(for: text)
            return Diagnostic(.error, words.message, at: range, hint: words.hint)
        }
    }

    private static func breach(setting name: Located<String>, in spec: Extension) -> Diagnostic? {
        guard let setting = spec.settings.first(where: { $0.name.value == name.value }) else {
            return unknown(name, in: spec)
        }
        guard setting.type.value == .duration else {
            return Diagnostic(
                .error, "setting \"\(name.value)\" is not a duration", at: name.range,
                hint: "Use a setting of type \"duration\".",
                notes: [.init("its type is here", at: setting.type.range)])
        }
        // A least value that is none is the business of SettingValuesFit.
        let minimum = setting.minimum.map { integer($0.value, .duration) } ?? 0
        guard minimum == 0 else { return nil }
        return Diagnostic(
            .error, "setting \"\(name.value)\" can be zero, and a worker must sleep",
            at: name.range, hint: "Give the setting a \"min\" such as \"10ms\".",
            notes: [
                .init("the setting is here", at: (setting.minimum?.range ?? setting.name.range))
            ]
        )
    }

    private static func unknown(_ name: Located<String>, in spec: Extension) -> Diagnostic {
        let durations = spec.settings.filter { $0.type.value == .duration }.map(\.name.value)
        let similar = suggestions(for: name.value, among: durations)
        let hint =
            if let meant = similar.first {
                "Did you mean \"\(meant)\"?"
            } else if durations.isEmpty {
                "Add one of type \"duration\" to \"settings\"."
            } else {
                "Settings of type \"duration\": \(durations.map { "\"\($0)\"" }.joined(separator: ", "))."
            }
        return Diagnostic(
            .error, "there is no setting \"\(name.value)\"", at: name.range, hint: hint)
    }
}
