import SpecLanguage

/// Timeouts and pauses are positive, and in order.
enum WaitsArePositive: Rule {
    static let reason = """
        A timeout of zero is none, and a pause of zero after a failed tick would fill the log.
        """
    static let source = """
        `enable_timeout_after()` of `utils/timeout.h`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.workers.flatMap { worker in
            [
                breach(worker.timeout, "timeout", hint: "Leave the key out for no timeout."),
                breach(worker.onError?.value.initial, "initial", hint: "Use at least \"1ms\"."),
                breach(worker.onError?.value.maximum, "max", hint: "Use at least \"1ms\"."),
                disorder(in: worker), patience(of: worker),
            ].compactMap(\.self)
        }
    }

    private static func breach(
        _ duration: Located<String>?, _ key: String, hint: String
    ) -> Diagnostic? {
        guard let duration else { return nil }
        do throws(DurationFault) {
            guard try milliseconds(of: duration.value) == 0 else { return nil }
            return Diagnostic(
                .error, "\"\(key)\" is zero", at: duration.range, hint: hint)
        } catch {
            let words = error.words(for: duration.value)
            return Diagnostic(.error, words.message, at: duration.range, hint: words.hint)
        }
    }

    /// The first pause and the longest, with the defaults that the spec leaves.
    private static func disorder(in worker: Worker) -> Diagnostic? {
        guard let policy = worker.onError?.value,
            let place = policy.initial ?? policy.maximum
        else { return nil }
        let first = policy.initial?.value ?? WorkerModel.ErrorPolicy.defaultInitial
        let longest = policy.maximum?.value ?? WorkerModel.ErrorPolicy.defaultMaximum
        guard let low = try? milliseconds(of: first), let high = try? milliseconds(of: longest),
            low > high
        else { return nil }
        return Diagnostic(
            .error, "the first pause, \"\(first)\", is longer than the longest, \"\(longest)\"",
            at: place.range, hint: "Write both \"initial\" and \"max\", in this order.")
    }

    private static func patience(of worker: Worker) -> Diagnostic? {
        guard let count = worker.onError?.value.giveUpAfter,
            !(1...Int64(Int32.max)).contains(count.value)
        else { return nil }
        return Diagnostic(
            .error, "\"give_up_after\" is \(count.value)", at: count.range,
            hint: "Use at least 1, or leave the key out to go on for ever.")
    }
}
