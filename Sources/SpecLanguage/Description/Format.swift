/// A document in the canonical form: keys in the order of the format, layout of `jsonText(of:)`.
package func formatted(_ document: SpecDocument) -> String {
    jsonText(of: ordered(document.root, by: Shape.object(Extension.init(from:)).outline()))
}

/// A node whose keys stand in the order of their declarations; elements of arrays keep theirs.
private func ordered(_ node: SpecDocument.Node, by outline: Outline) -> SpecDocument.Node {
    switch (node.value, outline) {
    case (.object(let members), .object(let object)):
        let declared = object.keys.compactMap { key in
            members.first { $0.key.value == key.name }.map { member in
                SpecDocument.Member(key: member.key, value: ordered(member.value, by: key.outline))
            }
        }
        return SpecDocument.Node(value: .object(declared), range: node.range)
    case (.array(let nodes), .list(let element, _)):
        return SpecDocument.Node(
            value: .array(nodes.map { ordered($0, by: element) }), range: node.range)
    case (_, .either(let one, let other)):
        // One shape alone has the kind of an object or an array.
        return [one, other].reduce(node) { ordered($0, by: $1) }
    default: return node
    }
}
