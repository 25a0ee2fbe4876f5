/// What the value of a key is in Swift; it follows from the key's declaration.
package indirect enum SwiftShape: Equatable, Sendable {
    case boolean, integer, number, text
    /// A truth value, a number or a text.
    case scalar
    case list(of: SwiftShape)
    /// A value, or nil for null.
    case nullable(SwiftShape)
    /// A type that exists for this key.
    case named(SwiftType)
    /// Calls between braces, one for each object of a list; these are the keys of such an object.
    case elements([KeyDeclaration])
}

/// A type of the DSL whose values are literals, words and calls, each with a leading dot.
package struct SwiftType: Equatable, Sendable {
    package var takesBoolean = false
    package var takesInteger = false
    package var takesText = false
    package var words: [String] = []
    /// The keys of an object: a call is named for the first key that has a value, and takes the others by label.
    package var keys: [KeyDeclaration] = []
}

extension SwiftShape {
    package init(_ outline: Outline) {
        let alternatives = outline.alternatives
        let others = alternatives.filter { $0 != .null }
        if others.count < alternatives.count, let first = others.first {
            self = .nullable(
                SwiftShape(others.dropFirst().reduce(first) { .either($0, $1) }))
        } else if let shape = Self.simple(outline) {
            self = shape
        } else if alternatives.count > 1, alternatives.allSatisfy({ Self.simple($0) != nil }) {
            self = .scalar
        } else {
            self = .named(alternatives.reduce(into: SwiftType()) { $0.add($1) })
        }
    }

    /// What needs no type of its own; nil for what does.
    private static func simple(_ outline: Outline) -> SwiftShape? {
        switch outline {
        case .boolean, .constant(.bool): .boolean
        case .integer, .constant(.integer): .integer
        case .number, .constant(.real): .number
        case .string, .constant(.string): .text
        case .list(let element, _):
            element.keys.map(SwiftShape.elements) ?? .list(of: SwiftShape(element))
        case .null, .choice, .object, .either: nil
        }
    }
}

extension SwiftType {
    /// Lets the type stand for another shape too.
    fileprivate mutating func add(_ outline: Outline) {
        switch outline {
        case .boolean, .constant(.bool): takesBoolean = true
        case .integer, .constant(.integer): takesInteger = true
        case .string, .constant(.string): takesText = true
        case .choice(let words): self.words += words
        case .object: keys += outline.keys ?? []
        case .null, .number, .constant(.real), .list, .either: break
        }
    }

    /// The keys that a call can be named for, each with those that the call may take by label.
    package var calls: [(first: KeyDeclaration, others: [KeyDeclaration])] {
        let lastRequired = keys.firstIndex { $0.isRequired } ?? keys.count - 1
        return keys.prefix(lastRequired + 1).enumerated().map { index, key in
            (key, keys.dropFirst(index + 1).filter { !$0.isMark && !key.isMark })
        }
    }
}

extension KeyDeclaration {
    /// Whether the key's presence says it all.
    package var isMark: Bool { outline == .constant(.bool(true)) }

    /// What its value is in Swift.
    package var shape: SwiftShape { SwiftShape(outline) }
}

extension Outline {
    /// The keys of an object; nil for anything else.
    package var keys: [KeyDeclaration]? {
        guard case .object(let object) = self else { return nil }
        return object.keys
    }

    /// The shapes of which it is one.
    fileprivate var alternatives: [Outline] {
        guard case .either(let left, let right) = self else { return [self] }
        return left.alternatives + right.alternatives
    }
}

/// The keys of the top level.
package var specKeys: [KeyDeclaration] {
    var object = ObjectDecoder(at: .nowhere)
    _ = Extension(from: &object)
    return object.outline.keys
}

extension [KeyDeclaration] {
    /// The keys of the object `extension`.
    package var ofIdentity: [KeyDeclaration] {
        flatMap { key in
            key.name == "extension" ? key.outline.keys ?? [] : []
        }
    }

    /// The other keys that the call `Extension` takes; the version of the format goes without saying.
    package var besideIdentity: [KeyDeclaration] {
        filter { key in
            if case .elements = key.shape { return false }
            return key.name != "extension" && key.name != "spec"
        }
    }

    /// The keys of the top level whose objects are calls between the braces.
    package var ofElements: [(key: String, keys: [KeyDeclaration])] {
        compactMap { key in
            guard case .elements(let keys) = key.shape else { return nil }
            return (key.name, keys)
        }
    }
}
