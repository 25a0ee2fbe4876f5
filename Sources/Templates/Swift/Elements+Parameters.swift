import CodeText
import SpecLanguage

/// The arguments of a call: the name, then the others by label.
func parameters(_ keys: [KeyDeclaration]) -> Code<SwiftText> {
    list(
        keys.map { key in key.name == "name" ? "_ name: String" : parameter(key) },
        separator: ",\n")
}

/// An argument with a label; what may be left out has a default.
func parameter(_ key: KeyDeclaration) -> Code<SwiftText> {
    let label = Code<SwiftText>(verbatim: swiftName(key.name))
    let type = typeName(key.shape, of: key)
    if key.isRequired { return "\(label): \(type)" }
    switch key.shape {
    case .named: return "\(label): \(type) = .absent"
    case .scalar: return "\(label): (\(type))? = nil"
    case .nullable: return "\(label): \(type) = nil"
    default: return "\(label): \(type)? = nil"
    }
}

/// What a caller is told of each argument.
func parameterDocumentation(_ keys: [KeyDeclaration]) -> Code<SwiftText> {
    list(
        keys.map { key in
            let absence = key.defaultText.map { "; left out, \($0)" } ?? ""
            return Code(
                verbatim: "///   - \(swiftName(key.name)): \(key.documentation)\(absence).")
        }, separator: "\n")
}

/// The members of an object, from the arguments.
func members(_ keys: [KeyDeclaration]) -> Code<SwiftText> {
    list(keys.map { member($0, isGiven: $0.isRequired) }, separator: ",\n")
}

/// A member of an object, from the argument.
func member(_ key: KeyDeclaration, isGiven: Bool) -> Code<SwiftText> {
    let name = identifier(swiftName(key.name))
    let value: Code<SwiftText> =
        switch key.shape {
        case .named: "\(name).node"
        case .nullable where isGiven: "\(name)?.node ?? .null"
        case .nullable: "\(name)?.node"
        case .elements: "\(name)().map { .array($0.map(\\.node)) }"
        case .list(of: .named) where isGiven: ".array(\(name).compactMap(\\.node))"
        case .list(of: .named): "\(name).map { .array($0.compactMap(\\.node)) }"
        default: isGiven ? "\(name).node" : "\(name)?.node"
        }
    return "(\(.literal(key.name)), \(value))"
}

/// The type of an argument.
func typeName(_ shape: SwiftShape, of key: KeyDeclaration) -> Code<SwiftText> {
    switch shape {
    case .boolean: "Bool"
    case .integer: "Int"
    case .number: "Double"
    case .text: "String"
    case .scalar: "any Scalar"
    case .list(let element): "[\(typeName(element, of: key))]"
    case .nullable(let value): "\(typeName(value, of: key))?"
    case .named: Code(verbatim: swiftTypeName(key.name))
    case .elements: "[\(Code(verbatim: swiftElement(of: key.name).name))]"
    }
}

/// A name, marked where Swift has another use for it.
func identifier(_ name: String) -> Code<SwiftText> {
    let words: Set = [
        "as", "break", "case", "class", "default", "defer", "do", "else", "enum", "extension",
        "false", "for", "func", "if", "import", "in", "init", "is", "let", "nil", "operator",
        "private", "protocol", "public", "repeat", "return", "self", "static", "struct", "switch",
        "throw", "throws", "true", "try", "var", "where", "while",
    ]
    return Code(verbatim: words.contains(name) ? "`\(name)`" : name)
}

/// A phrase of a declaration as a sentence.
func sentence(_ phrase: String) -> String {
    phrase.prefix(1).uppercased() + phrase.dropFirst() + "."
}
