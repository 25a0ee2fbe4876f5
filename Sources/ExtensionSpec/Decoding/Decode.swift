/// Decodes a document into the spec that it stands for; checks the shape of every value and nothing else.
///
/// - Parameter document: what `read` made of the text.
/// - Returns: the spec as written.
/// - Throws: every problem of shape: keys that are unknown or missing, values of a wrong type or choice.
package func decode(_ document: SpecDocument) throws(SpecRejected) -> Extension {
    var problems: [Diagnostic] = []
    let shape = Shape.object(Extension.init(from:))
    let spec = shape.value(of: document.root, named: .root, problems: &problems)
    if problems.isEmpty { return spec }
    throw SpecRejected(problems)
}
