@testable import SpecLanguage

/// `docs/spec.md`: every key as it is declared, between words of ours.
func specReference() -> String {
    guard case .object(let top) = Shape.object(Extension.init(from:)).outline() else { return "" }
    let sections = Section.all(of: top, title: "The top level", path: "")
    return ([SpecProse.opening] + sections.map(\.text) + [SpecProse.closing]).joined(
        separator: "\n\n") + "\n"
}

/// One object of the format.
private struct Section {
    let title: String
    let path: String
    let object: ObjectOutline

    /// An object, and those below it.
    static func all(of object: ObjectOutline, title: String, path: String) -> [Section] {
        let below = object.keys.flatMap { key in
            objects(in: key.outline, path: path.isEmpty ? key.name : "\(path).\(key.name)")
        }
        return [Section(title: title, path: path, object: object)]
            + below.flatMap { all(of: $0.object, title: "`\($0.path)`", path: $0.path) }
    }

    /// The objects that a value can be or hold.
    private static func objects(
        in outline: Outline, path: String
    ) -> [(object: ObjectOutline, path: String)] {
        switch outline {
        case .object(let object): [(object, path)]
        case .list(let element, _): objects(in: element, path: "\(path)[]")
        case .either(let one, let other):
            objects(in: one, path: path) + objects(in: other, path: path)
        case .null, .boolean, .integer, .number, .string, .constant, .choice: []
        }
    }

    var text: String {
        let rows = object.keys.map { key in
            let preset = key.isRequired ? "**required**" : key.defaultText.map(code) ?? "–"
            let cells: [String] = [
                "`\(key.name)`", words(for: key.outline), preset, sentence(key.documentation),
                "`\(key.sample)`",
            ]
            return "| " + cells.joined(separator: " | ") + " |"
        }
        let table =
            ["| key | value | default | meaning | example |", "|---|---|---|---|---|"] + rows
        let parts: [String?] = [
            "## \(title)", SpecProse.sections[path], table.joined(separator: "\n"),
        ]
        return (parts.compactMap(\.self) + object.constraints.map(\.sentence)).joined(
            separator: "\n\n")
    }

    /// A value that the format has stands as code, other words as they are.
    private func code(_ preset: String) -> String {
        let isPlain = preset.allSatisfy { $0.isLetter && $0.isLowercase || $0.isNumber }
        return isPlain && preset != "none" ? "`\(preset)`" : preset
    }
}

/// What stands in the column of values.
private func words(for outline: Outline) -> String {
    switch outline {
    case .null: "null"
    case .boolean: "true or false"
    case .integer: "an integer"
    case .number: "a number"
    case .string(.any): "a string"
    case .string(.name): "a name"
    case .string(.version): "a version"
    case .string(.duration): "a duration"
    case .string(.size): "a size"
    case .constant: "`\(outline.sample)`"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .list(.object, _): "a list of objects, below"
    case .list(let element, _): "a list: \(words(for: element))"
    case .object: "an object, below"
    case .either(let one, let other):
        alternatives(one, other).map(words).joined(separator: ", or ")
    }
}

extension KeyConstraint {
    fileprivate var sentence: String {
        switch self {
        case .atLeastOne(let keys): "At least one of \(list(keys)) must be there."
        case .exactlyOne(let keys): "One of \(list(keys)) must be there, and only one."
        }
    }

    private func list(_ keys: [String]) -> String {
        keys.map { "`\($0)`" }.joined(separator: ", ")
    }
}

extension KeyDeclaration {
    /// The example, or what the shape suggests.
    fileprivate var sample: String {
        if let example { return example }
        switch outline {
        case .boolean: return defaultText == "true" ? "false" : "true"
        case .choice(let words): return "\"\(words.first { $0 != defaultText } ?? "")\""
        case .string(.any): return name == "comment" ? #""counts beats""# : #""postgres""#
        default: return outline.sample
        }
    }
}

extension Outline {
    fileprivate var sample: String {
        switch self {
        case .null: "null"
        case .boolean: "true"
        case .integer: "128"
        case .number: "0.5"
        case .string(.any): #""SELECT 1""#
        case .string(.name): #""beats""#
        case .string(.version): #""1.0""#
        case .string(.duration): #""10s""#
        case .string(.size): #""1MB""#
        case .constant(.bool(let value)): "\(value)"
        case .constant(.integer(let value)): "\(value)"
        case .constant(.real(let value)): "\(value)"
        case .constant(.string(let text)): "\"\(text)\""
        case .choice(let words): "\"\(words.first ?? "")\""
        case .list(let element, _): "[\(element.sample)]"
        case .object(let object): object.sample
        case .either(let one, _): one.sample
        }
    }
}

extension ObjectOutline {
    /// What must be there.
    fileprivate var sample: String {
        let wanted = constraints.compactMap { constraint in
            switch constraint {
            case .atLeastOne(let names), .exactlyOne(let names): names.first
            }
        }
        let needed = keys.filter { $0.isRequired || wanted.contains($0.name) }
        if needed.isEmpty { return keys.first.map { "{ \"\($0.name)\": \($0.sample) }" } ?? "{}" }
        return "{ " + needed.map { "\"\($0.name)\": \($0.sample)" }.joined(separator: ", ") + " }"
    }
}
