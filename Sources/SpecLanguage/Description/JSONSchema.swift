/// The JSON Schema of the format, draft 2020-12, as the declarations of the keys say.
package func jsonSchema() -> String {
    guard case .object(let top) = Shape.object(Extension.init(from:)).outline() else { return "" }
    let heading: [(String, SpecDocument.Node)] = [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("title", .string("A spec of dynpgext-gen, version 1")),
    ]
    return jsonText(of: .object(heading + schema(of: top)))
}

private func schema(of object: ObjectOutline) -> [(String, SpecDocument.Node)] {
    let required = object.keys.filter(\.isRequired).map(\.name)
    var members: [(String, SpecDocument.Node)] = [
        ("type", .string("object")),
        ("properties", .object(object.keys.map { ($0.name, schema(of: $0)) })),
    ]
    if !required.isEmpty { members.append(("required", .array(required.map { .string($0) }))) }
    members.append(("additionalProperties", .boolean(false)))
    let constraints = object.constraints.map(schema(of:))
    switch constraints.count {
    case 0: break
    case 1: members += constraints[0]
    default: members.append(("allOf", .array(constraints.map { .object($0) })))
    }
    return members
}

private func schema(of constraint: KeyConstraint) -> [(String, SpecDocument.Node)] {
    func choices(_ keys: [String]) -> SpecDocument.Node {
        .array(keys.map { .object(["required": .array([.string($0)])]) })
    }
    return switch constraint {
    case .atLeastOne(let keys): [("anyOf", choices(keys))]
    case .exactlyOne(let keys): [("oneOf", choices(keys))]
    }
}

private func schema(of key: KeyDeclaration) -> SpecDocument.Node {
    let preset = key.defaultText.map { " Default: \($0)." } ?? ""
    let description: (String, SpecDocument.Node) = (
        "description", .string(sentence(key.documentation) + preset)
    )
    return .object([description] + schema(of: key.outline))
}

private func schema(of outline: Outline) -> [(String, SpecDocument.Node)] {
    switch outline {
    case .null: [("type", .string("null"))]
    case .boolean: [("type", .string("boolean"))]
    case .integer:
        [
            ("type", .string("integer")), ("minimum", SpecDocument.Node(.number("\(Int64.min)"))),
            ("maximum", SpecDocument.Node(.number("\(Int64.max)"))),
        ]
    case .number: [("type", .string("number"))]
    case .string(let form):
        [("type", .string("string"))] + (form.pattern.map { [("pattern", .string($0))] } ?? [])
    case .constant(.bool(let value)): [("const", .boolean(value))]
    case .constant(.integer(let value)): [("const", SpecDocument.Node(.number("\(value)")))]
    case .constant(.real(let value)): [("const", SpecDocument.Node(.number("\(value)")))]
    case .constant(.string(let text)): [("const", .string(text))]
    case .choice(let words): [("enum", .array(words.map { .string($0) }))]
    case .list(let element, let isEmptyAllowed):
        [("type", .string("array")), ("items", .object(schema(of: element)))]
            + (isEmptyAllowed ? [] : [("minItems", .number(1))])
    case .object(let object): schema(of: object)
    case .either(let one, let other):
        [("anyOf", .array(alternatives(one, other).map { .object(schema(of: $0)) }))]
    }
}

/// Both shapes, or all of those that they are made of.
func alternatives(_ one: Outline, _ other: Outline) -> [Outline] {
    [one, other].flatMap { outline in
        if case .either(let one, let other) = outline { return alternatives(one, other) }
        return [outline]
    }
}

/// Words as a sentence.
func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() + "." }

extension TextForm {
    /// What the rules want of such a text, as a regular expression of ECMA 262.
    fileprivate var pattern: String? {
        switch self {
        case .any: nil
        case .name: "^[a-z][a-z0-9_]{0,62}$"
        case .version: "^[A-Za-z0-9](?:[A-Za-z0-9._+]|-(?!-|$))*$"
        case .duration: "^[0-9]+ *(?:us|ms|s|min|h|d)$"
        case .size: "^[0-9]+ *(?:B|kB|MB|GB|TB)$"
        }
    }
}
