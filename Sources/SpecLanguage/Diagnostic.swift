/// One thing that is wrong with a spec, told at its place.
package struct Diagnostic: Sendable, Equatable {
    package enum Severity: String, Sendable { case error, warning, note }

    /// Another place that belongs to the problem, such as the first of two equal names.
    package struct Note: Sendable, Equatable {
        package let message: String
        package let range: SourceRange

        package init(_ message: String, at range: SourceRange) {
            self.message = message
            self.range = range
        }
    }

    package let severity: Severity
    /// Lower case, no full stop; names the value and the valid ones.
    package let message: String
    package let range: SourceRange
    /// A full sentence that says how to mend it.
    package let hint: String?
    package let notes: [Note]

    package init(
        _ severity: Severity, _ message: String, at range: SourceRange,
        hint: String? = nil, notes: [Note] = []
    ) {
        self.severity = severity
        self.message = message
        self.range = range
        self.hint = hint
        self.notes = notes
    }
}

/// Why a pass rejected a spec: every problem it found, sorted by place; at least one is an error.
package struct SpecRejected: Error, Sendable {
    package let diagnostics: [Diagnostic]

    package init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics.sorted { $0.range.start < $1.range.start }
    }
}
