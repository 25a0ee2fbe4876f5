extension Shape<String> {
    /// Any string.
    static var string: Self { text("a string", .any) }

    // These stay text: whether they have the form is the business of rules, which say why.

    /// An identifier.
    static var name: Self { text("a string", .name) }

    /// The version of an extension.
    static var version: Self { text("a string", .version) }

    /// A duration in PostgreSQL's units.
    static var duration: Self { text("a duration such as \"10s\"", .duration) }

    /// Bytes in PostgreSQL's units.
    static var size: Self { text("a size such as \"16MB\"", .size) }

    private static func text(_ noun: String, _ form: TextForm) -> Self {
        Shape(
            noun: noun, kinds: [.string], outline: { .string(form) }, placeholder: { _ in "" },
            convert: { node, _, _ in
                guard case .string(let text) = node.value else { return nil }
                return text
            })
    }
}

extension Shape<Bool> {
    /// `true` or `false`.
    static var boolean: Self {
        Shape(
            noun: "true or false", kinds: [.boolean], outline: { .boolean },
            placeholder: { _ in false },
            convert: { node, _, _ in
                guard case .boolean(let value) = node.value else { return nil }
                return value
            })
    }

    /// `true` alone, for a key whose presence says it all.
    static var onlyTrue: Self {
        Shape(
            noun: "true", kinds: [.boolean], outline: { .constant(.bool(true)) },
            placeholder: { _ in true },
            convert: { node, name, problems in
                if node.value == .boolean(true) { return true }
                problems.append(
                    Diagnostic(
                        .error, "\(name.label) must be true", at: node.range,
                        hint: "Leave the key out instead."))
                return nil
            })
    }
}

extension Shape<Int64> {
    /// An integer of 64 bits, written without fraction and exponent.
    static var integer: Self {
        Shape(
            noun: "an integer", kinds: [.number], outline: { .integer }, placeholder: { _ in 0 },
            convert: { node, name, problems in
                guard case .number(let text) = node.value else { return nil }
                if let value = Int64(text) { return value }
                let isPlain = !text.contains { ".eE".contains($0) }
                problems.append(
                    Diagnostic(
                        .error,
                        isPlain
                            ? "\(name.label) does not fit into 64 bits"
                            : "\(name.label) must be an integer, not \(text.quoted)",
                        at: node.range,
                        hint: isPlain
                            ? "Integers go from \(Int64.min) to \(Int64.max)."
                            : "Write it without fraction and exponent."))
                return nil
            })
    }

    /// The one integer that is right.
    static func constant(_ wanted: Int64, hint: String) -> Self {
        let integer = Shape.integer
        return Shape(
            noun: "\(wanted)", kinds: integer.kinds, outline: { .constant(.integer(wanted)) },
            placeholder: { _ in wanted },
            convert: { node, name, problems in
                guard let value = integer.convert(node, name, &problems) else { return nil }
                if value == wanted { return value }
                problems.append(
                    Diagnostic(
                        .error, "\(name.label) must be \(wanted), not \(value)", at: node.range,
                        hint: hint))
                return nil
            })
    }
}

extension Shape<Scalar> {
    /// A boolean, a number or a string; which of them is right depends on a neighbour.
    static var scalar: Self {
        Shape<Bool>.boolean.map(Scalar.bool).or(number)
            .or(Shape<String>.string.map(Scalar.string))
    }

    /// An integer of 64 bits, or what a double precision number holds.
    private static var number: Self {
        Shape(
            noun: "a number", kinds: [.number], outline: { .number },
            placeholder: { _ in .integer(0) },
            convert: { node, name, problems in
                guard case .number(let text) = node.value else { return nil }
                if let value = Int64(text) { return .integer(value) }
                if text.contains(where: { ".eE".contains($0) }), let value = Double(text),
                    value.isFinite
                {
                    return .real(value)
                }
                let limit = Double.greatestFiniteMagnitude
                problems.append(
                    Diagnostic(
                        .error, "\(name.label) is too large", at: node.range,
                        hint:
                            "Integers go from \(Int64.min) to \(Int64.max), other numbers from -\(limit) to \(limit)."
                    ))
                return nil
            })
    }
}

extension Shape where Value: RawRepresentable<String> & CaseIterable {
    /// One word of a list.
    static func choice(_ type: Value.Type) -> Self {
        let words = { type.allCases.map(\.rawValue) }
        return Shape(
            noun: "a string", kinds: [.string], outline: { .choice(words()) },
            placeholder: { _ in type.allCases[type.allCases.startIndex] },
            convert: { node, name, problems in
                guard case .string(let word) = node.value else { return nil }
                if let value = type.init(rawValue: word) { return value }
                let similar = suggestions(for: word, among: words())
                problems.append(
                    Diagnostic(
                        .error, "unknown \(name.key) \(word.quoted)", at: node.range,
                        hint: similar.isEmpty
                            ? "It can be \(words().listed("or"))."
                            : "Did you mean \(similar.listed("or"))?"))
                return nil
            })
    }
}
