import SpecLanguage

extension Annotation {
    /// One line with a JSON object; docs/diagnostics.md tells what its keys mean.
    var json: String {
        let severity =
            switch level {
            case .error: "error"
            case .warning: "warning"
            case .notice: "note"
            }
        return jsonLine(
            of: .object([
                "severity": .string(severity),
                "message": .string(message),
                "file": path.map { .string($0) },
                "line": line.map { .number($0) },
                "column": column.map { .number($0) },
                "endLine": end.map { .number($0.line) },
                "endColumn": end.map { .number($0.column) },
                "hint": hint.map { .string($0) },
                "notes": .array(notes.map { $0.json(in: path) }),
            ])) + "\n"
    }
}

extension Diagnostic.Note {
    fileprivate func json(in path: String?) -> SpecDocument.Node {
        .object([
            "message": .string(message),
            "file": path.map { .string($0) },
            "line": .number(range.start.line),
            "column": .number(range.start.column),
            "endLine": .number(range.end.line),
            "endColumn": .number(range.end.column),
        ])
    }
}
