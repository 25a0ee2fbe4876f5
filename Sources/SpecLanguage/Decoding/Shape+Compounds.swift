extension Shape {
    /// This shape, with another value made of it.
    func map<Other>(_ transform: @escaping (Value) -> Other) -> Shape<Other> {
        Shape<Other>(
            noun: noun, kinds: kinds, outline: outline,
            placeholder: { transform(placeholder($0)) },
            convert: { node, name, problems in convert(node, name, &problems).map(transform) })
    }

    /// This shape, with the place of the value.
    var located: Shape<Located<Value>> {
        Shape<Located<Value>>(
            noun: noun, kinds: kinds, outline: outline,
            placeholder: { Located(placeholder($0), at: $0) },
            convert: { node, name, problems in
                convert(node, name, &problems).map { Located($0, at: node.range) }
            })
    }

    /// This shape or another one of other kinds.
    func or(_ other: Shape) -> Shape {
        Shape(
            noun: "\(noun) or \(other.noun)", kinds: kinds + other.kinds,
            outline: { .either(outline(), other.outline()) },
            placeholder: placeholder,
            convert: { node, name, problems in
                let shape = kinds.contains(node.value.kind) ? self : other
                return shape.convert(node, name, &problems)
            })
    }

    /// This shape, or null for no value.
    var orNull: Shape<Value?> {
        map(Optional.some).or(
            Shape<Value?>(
                noun: "null", kinds: [.null], outline: { .null }, placeholder: { _ in nil },
                convert: { _, _, _ in .some(nil) }))
    }

    /// An object, as the declarations of an initializer say.
    static func object(_ build: @escaping (inout ObjectDecoder) -> Value) -> Shape {
        Shape(
            noun: "an object", kinds: [.object],
            outline: {
                var object = ObjectDecoder(at: .nowhere)
                _ = build(&object)
                return .object(object.outline)
            },
            placeholder: { range in
                var object = ObjectDecoder(at: range)
                return build(&object)
            },
            convert: { node, name, problems in
                guard case .object(let members) = node.value else { return nil }
                var object = ObjectDecoder(members: members, named: name, at: node.range)
                let value = build(&object)
                problems += object.finish()
                return value
            })
    }

    /// An array of values of one shape.
    static func list<Element>(
        of element: Shape<Element>, isEmptyAllowed: Bool = true
    ) -> Shape<[Element]> where Value == [Element] {
        Shape<[Element]>(
            noun: "an array", kinds: [.array],
            outline: { .list(of: element.outline(), isEmptyAllowed: isEmptyAllowed) },
            placeholder: { _ in [] },
            convert: { node, name, problems in
                guard case .array(let nodes) = node.value else { return nil }
                if nodes.isEmpty, !isEmptyAllowed {
                    problems.append(
                        Diagnostic(
                            .error, "\(name.label) must not be empty", at: node.range,
                            hint: "Write at least one element."))
                }
                return nodes.enumerated().map { index, node in
                    element.value(of: node, named: name.element(index), problems: &problems)
                }
            })
    }
}

extension SourceRange {
    /// The place of what is described and stands in no text.
    static let nowhere: SourceRange = {
        let start = SourceLocation(offset: 0, line: 1, column: 1)
        return SourceRange(start: start, end: start)
    }()
}
