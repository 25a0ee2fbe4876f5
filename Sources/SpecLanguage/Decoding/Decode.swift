/// Decodes a document into the spec that it stands for; checks the shape of values, nothing else.
///
/// - Parameter document: what `read` made of the text.
/// - Returns: the spec as written.
/// - Throws: every problem of shape, or only that the document is of another version.
package func decode(_ document: SpecDocument) throws(SpecRejected) -> Extension {
    var problems: [Diagnostic] = []
    let shape = Shape.object(Extension.init(from:))
    let spec = shape.value(of: document.root, named: .root, problems: &problems)
    if problems.isEmpty { return spec }
    let version = otherVersion(of: document)
    throw SpecRejected(version.map { range in problems.filter { $0.range == range } } ?? problems)
}

/// Where the document names another version of the format: other problems would mislead then.
private func otherVersion(of document: SpecDocument) -> SourceRange? {
    guard case .object(let members) = document.root.value,
        let version = members.first(where: { $0.key.value == "spec" })?.value,
        case .number(let text) = version.value, let number = Int64(text), number != 1
    else { return nil }
    return version.range
}
