/// Diagnostics for people: each with its source line, a mark under the place, its hint and notes.
///
/// - Parameters:
///   - diagnostics: what to print, in order.
///   - spec: the text that the places refer to.
///   - color: whether the reader is a terminal that wants colour.
/// - Returns: whole lines; no control character of the spec is among them.
package func text(of diagnostics: [Diagnostic], in spec: SpecText, color: Bool) -> String {
    let style = color ? Style.colored : .plain
    return diagnostics.map { diagnostic in
        let problem = Entry(
            label: diagnostic.severity.rawValue,
            paint: diagnostic.severity.paint(style),
            message: diagnostic.message,
            range: diagnostic.range)
        let notes = diagnostic.notes.map { note in
            Entry(label: "note", paint: style.note, message: note.message, range: note.range)
        }
        let hint = diagnostic.hint.map { "\(style.strong)hint:\(style.end) \(printable($0))\n" }
        return problem.text(in: spec, style: style) + (hint ?? "")
            + notes.map { $0.text(in: spec, style: style) }.joined()
    }.joined()
}

/// A message with a place.
private struct Entry {
    let label: String
    let paint: String
    let message: String
    let range: SourceRange

    /// The message, the source line and the mark under the place.
    func text(in spec: SpecText, style: Style) -> String {
        let excerpt = Excerpt(of: range, in: spec)
        let start = range.start
        let place = "\(printable(spec.path)):\(start.line):\(start.column):"
        let number = String(start.line)
        let margin = String(repeating: " ", count: number.count)
        return """
            \(style.strong)\(place)\(style.end) \(paint)\(label):\(style.end) \
            \(style.strong)\(printable(message))\(style.end)
             \(number) |\(excerpt.line.isEmpty ? "" : " \(excerpt.line)")
             \(margin) | \(excerpt.padding)\(paint)\(excerpt.mark)\(style.end)

            """
    }
}

/// The escape sequences of a terminal, or nothing.
private struct Style {
    let strong: String
    let error: String
    let warning: String
    let note: String
    let end: String

    /// For files and pipes.
    static let plain = Style(strong: "", error: "", warning: "", note: "", end: "")
    /// For terminals.
    static let colored = Style(
        strong: "\u{1B}[1m", error: "\u{1B}[1;31m", warning: "\u{1B}[1;35m",
        note: "\u{1B}[1;36m", end: "\u{1B}[0m")
}

extension Diagnostic.Severity {
    /// How a label of this severity begins on a terminal.
    fileprivate func paint(_ style: Style) -> String {
        switch self {
        case .error: style.error
        case .warning: style.warning
        case .note: style.note
        }
    }
}
