/// What the value of a key must look like: how it is decoded, and how it is described.
struct Shape<Value: Sendable> {
    /// The expected value in a sentence, such as `an integer`.
    let noun: String
    /// The kinds of JSON values that can have this shape.
    let kinds: [SpecDocument.Kind]
    /// The shape for who describes the format; made only on demand.
    let outline: () -> Outline
    /// How to mend a string that stands where this shape takes none; nil where nothing is known.
    var remedyForString: ((String) -> String)? = nil
    /// What decoding goes on with after a problem; it never leaves `decode`.
    let placeholder: (SourceRange) -> Value
    /// The value of a node of one of the `kinds`; nil after reporting why not.
    let convert: (SpecDocument.Node, NodeName, inout [Diagnostic]) -> Value?

    /// The value of a node, or the placeholder and a report of what is wrong.
    func value(
        of node: SpecDocument.Node, named name: NodeName, problems: inout [Diagnostic]
    ) -> Value {
        guard kinds.contains(node.value.kind) else {
            problems.append(mismatch(of: node, named: name))
            return placeholder(node.range)
        }
        return convert(node, name, &problems) ?? placeholder(node.range)
    }

    /// The report that a node is of another kind.
    private func mismatch(of node: SpecDocument.Node, named name: NodeName) -> Diagnostic {
        let message = "\(name.label) must be \(noun), not \(node.value.kind.noun)"
        let takesString = kinds.contains(.string)
        let hint: String? =
            switch node.value {
            case .null: "Remove it if it should have no value."
            case .number(let text) where takesString: "Write \(text.quoted) in double quotes."
            case .string("true") where kinds.contains(.boolean),
                .string("false") where kinds.contains(.boolean):
                "Remove the quotes."
            case .string(let text) where remedyForString != nil: remedyForString?(text)
            case .string where kinds == [.array]: "Put it in brackets."
            case .string(let text) where kinds.contains(.number) && Int64(text) != nil:
                "Remove the quotes."
            default: nil
            }
        return Diagnostic(.error, message, at: node.range, hint: hint)
    }
}

/// A shape as data, for the JSON Schema and the reference documentation.
package indirect enum Outline: Equatable, Sendable {
    case null, boolean, integer, number
    case string(TextForm)
    /// The one value that is right.
    case constant(Scalar)
    /// One of these words.
    case choice([String])
    case list(of: Outline, isEmptyAllowed: Bool)
    case object(ObjectOutline)
    /// One of several shapes, told apart by the kind of the value.
    case either(Outline, Outline)
}

/// What a text must look like; rules say why, and the JSON Schema has a pattern for it.
package enum TextForm: Equatable, CaseIterable, Sendable {
    case any, name, version, duration, size
}

/// How messages call a node.
struct NodeName {
    /// The way from the root, such as `workers[0].run`; empty at the root.
    let path: String
    /// The last key on the way.
    let key: String
    /// Whether the way ends with the key.
    private let isMember: Bool

    /// The name of the document's root.
    static let root = NodeName(path: "", key: "spec", isMember: false)

    /// The node as the subject of a sentence.
    var label: String { path.isEmpty ? "the spec" : isMember ? key.quoted : path }

    /// The name of a member's value.
    func member(_ key: String) -> NodeName {
        NodeName(path: path.isEmpty ? key : "\(path).\(key)", key: key, isMember: true)
    }

    /// The name of an array's element.
    func element(_ index: Int) -> NodeName {
        NodeName(path: "\(path)[\(index)]", key: key, isMember: false)
    }

    /// The node as a place in a sentence.
    var location: String { path.isEmpty ? "at the top level" : "in \(path)" }
}
