import CodeText
import SpecLanguage

/// A type whose values are literals, words and calls, each with a leading dot.
func valueType(_ name: String, _ type: SwiftType, summary: String) -> Code<SwiftText> {
    let literals =
        (type.takesText ? ["ExpressibleByStringInterpolation"] : [])
        + (type.takesBoolean ? ["ExpressibleByBooleanLiteral"] : [])
        + (type.takesInteger ? ["ExpressibleByIntegerLiteral"] : [])
    let protocols = Code<SwiftText>(verbatim: (["Sendable"] + literals).joined(separator: ", "))
    let contents = blocks {
        """
        let node: Node?
        @usableFromInline static let absent = Self(node: nil)

        private init(node: Node?) { self.node = node }
        """ as Code<SwiftText>
        literalInitializers(type)
        lines { for word in type.words { wordValue(word) } }
        for call in type.calls {
            callValue(call.first, call.others)
            if case .list = call.first.shape { callValue(call.first, call.others, isArray: true) }
        }
        for key in type.keys {
            if let type = key.shape.type {
                valueType(swiftTypeName(key.name), type, summary: sentence(key.documentation))
            }
        }
    }
    return """
        /// \(Code(verbatim: summary))
        public struct \(Code(verbatim: name)): \(protocols) {
            \(contents)
        }
        """
}

private func literalInitializers(_ type: SwiftType) -> Code<SwiftText> {
    blocks {
        if type.takesText {
            """
            /// Takes a text.
            public init(stringLiteral value: String) { node = value.node }
            """ as Code<SwiftText>
        }
        if type.takesBoolean {
            """
            /// Takes `true` or `false`.
            public init(booleanLiteral value: Bool) { node = value.node }
            """ as Code<SwiftText>
        }
        if type.takesInteger {
            """
            /// Takes an integer.
            public init(integerLiteral value: Int) { node = value.node }
            """ as Code<SwiftText>
        }
    }
}

private func wordValue(_ word: String) -> Code<SwiftText> {
    """
    /// `\(Code(verbatim: word))`
    public static let \(identifier(swiftName(word))) = Self(node: \(.literal(word)).node)
    """
}

/// An object, as a call that is named for its first key.
private func callValue(
    _ first: KeyDeclaration, _ others: [KeyDeclaration], isArray: Bool = false
) -> Code<SwiftText> {
    let name = identifier(swiftName(first.name))
    let summary = Code<SwiftText>(verbatim: sentence(first.documentation))
    if first.isMark {
        return """
            /// \(summary)
            public static let \(name) = Self(node: .object((\(.literal(first.name)), true.node)))
            """
    }
    let type: Code<SwiftText> =
        if case .list(let element) = first.shape, !isArray {
            "\(typeName(element, of: first))..."
        } else {
            typeName(first.shape, of: first)
        }
    let given =
        [member(first, isGiven: true)] + others.map { member($0, isGiven: $0.isRequired) }
    let lead: Code<SwiftText> = "_ \(name): \(type)"
    return """
        /// \(summary)
        public static func \(name)(\(list([lead] + others.map(parameter), separator: ", "))) -> Self {
            Self(node: .object(\(list(given, separator: ", "))))
        }
        """
}
