/// Reads what a spec in Swift came to when it ran, and gives every node its place in the Swift text.
///
/// - Parameters:
///   - json: an array of documents, one for each `Extension` of the spec.
///   - text: the spec.
/// - Returns: the one document.
/// - Throws: that there is none or more than one, or a character that no document can hold.
package func read(_ json: [UInt8], madeBy text: SpecText) throws(SpecRejected) -> SpecDocument {
    var places = SwiftPlaces(text)
    guard json.count <= maximumSize else {
        throw SpecRejected([
            Diagnostic(.error, "the spec comes to more than 16 MiB", at: places.range(0..<0))
        ])
    }
    var reader = Reader(bytes: json)
    let root = try reader.document()
    guard case .array(let documents) = root.value else { throw noExtension(places) }
    let placed = documents.map { $0.placed(by: &places, within: .value(0..<0)) }
    guard let document = placed.first, let source = documents.first else {
        throw noExtension(places)
    }
    if placed.count > 1 {
        throw SpecRejected(
            placed.dropFirst().map { other in
                Diagnostic(
                    .error, "another extension in one spec", at: other.range,
                    hint: "Give each extension a directory and a spec of its own.",
                    notes: [Diagnostic.Note("the first one is here", at: document.range)])
            })
    }
    if !reader.problems.isEmpty {
        throw SpecRejected(
            reader.problems.map { problem in
                Diagnostic(
                    problem.severity, problem.message,
                    at: document.range(of: problem.range.start.offset, in: source),
                    hint: problem.hint)
            })
    }
    return SpecDocument(root: document)
}

/// The report that a spec ran without making an extension.
package func noExtension(in text: SpecText) -> SpecRejected {
    return noExtension(SwiftPlaces(text))
}

/// The report that something else wrote where the document belongs.
package func overwrittenResult(of text: SpecText) -> SpecRejected {
    let places = SwiftPlaces(text)
    return SpecRejected([
        Diagnostic(
            .error, "the spec wrote over its own result", at: places.range(0..<0),
            hint: "Let it write to its standard output, or to files that it opens.")
    ])
}

private func noExtension(_ places: SwiftPlaces) -> SpecRejected {
    SpecRejected([
        Diagnostic(
            .error, "the spec declares no extension", at: places.range(0..<0),
            hint:
                "Begin it with: import ExtensionSpec, and then Extension(\"name\", version: \"0.1\") { … }."
        )
    ])
}

extension SpecDocument.Node {
    /// The place of the innermost node that stands, in the JSON of `source`, around a byte.
    fileprivate func range(of offset: Int, in source: Self) -> SourceRange {
        switch (value, source.value) {
        case (.object(let members), .object(let sources)):
            for member in members {
                if let inner = sources.first(where: { $0.key.value == member.key.value })?.value,
                    inner.holds(offset)
                {
                    return member.value.range(of: offset, in: inner)
                }
            }
        case (.array(let elements), .array(let sources)):
            for (element, inner) in zip(elements, sources) where inner.holds(offset) {
                return element.range(of: offset, in: inner)
            }
        default: break
        }
        return range
    }

    private func holds(_ offset: Int) -> Bool {
        range.start.offset <= offset && offset < range.end.offset
    }
}
