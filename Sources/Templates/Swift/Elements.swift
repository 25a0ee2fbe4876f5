import CodeText
import SpecLanguage

/// `Sources/ExtensionSpec/Elements.swift`: what a spec in Swift is made of, as the keys of the format declare it.
///
/// It belongs to this repository, not to an extension; a test compares the two, and `make golden` writes it.
package func elementsSource() -> Code<SwiftText> {
    let elements = specKeys.ofElements
    let calls =
        [specKeys.ofIdentity + specKeys.besideIdentity] + elements.map(\.keys)
        + elements.flatMap { $0.keys.nested }
    let common = sharedTypes(of: calls)
    return blocks {
        """
        // Written by make golden from what the keys of the format declare. DO NOT EDIT.
        // swift-format-ignore-file
        """ as Code<SwiftText>
        extensionType(elements: elements.map(\.key), common: common)
        for (key, keys) in elements {
            elementType(key, keys, isOfExtension: true, common: common)
            for nested in keys {
                if case .elements(let keys) = nested.shape {
                    elementType(nested.name, keys, isOfExtension: false, common: common)
                }
            }
        }
        for type in common { valueType(type.name, type.type, summary: type.summary) }
    }
}

/// A type that the value of a key has.
struct NamedType: Equatable {
    let name: String
    let type: SwiftType
    let summary: String
}

extension [KeyDeclaration] {
    /// The types that the values of these keys need.
    fileprivate var types: [NamedType] {
        compactMap { key in
            guard let type = key.shape.type else { return nil }
            return NamedType(
                name: swiftTypeName(key.name), type: type, summary: sentence(key.documentation))
        }
    }

    /// The keys of elements within elements.
    fileprivate var nested: [[KeyDeclaration]] {
        compactMap { key in
            guard case .elements(let keys) = key.shape else { return nil }
            return keys
        }
    }
}

extension SwiftShape {
    /// The type that exists for the key; nil for types of the language.
    var type: SwiftType? {
        switch self {
        case .named(let type): type
        case .list(of: let element), .nullable(let element): element.type
        default: nil
        }
    }
}

/// The types that more than one call has an argument of; they stand alone.
private func sharedTypes(of calls: [[KeyDeclaration]]) -> [NamedType] {
    let all = calls.flatMap(\.types)
    return all.enumerated().filter { index, type in
        all[..<index].contains(type) && all[..<index].filter { $0 == type }.count == 1
    }.map(\.element)
}

private func extensionType(elements: [String], common: [NamedType]) -> Code<SwiftText> {
    let (identity, others) = (specKeys.ofIdentity, specKeys.besideIdentity)
    let keys = identity + others
    let lists = elements.map { key in
        (
            key: Code<SwiftText>(verbatim: key),
            type: Code<SwiftText>(verbatim: swiftElement(of: key).name)
        )
    }
    return #"""
        /// An extension of PostgreSQL; a spec declares one.
        public struct Extension: Sendable {
            /// Declares the extension.
            ///
            /// - Parameters:
            \#(parameterDocumentation(keys))
            ///   - elements: settings, blocks of shared memory and workers.
            @discardableResult
            public init(
                \#(parameters(keys)),
                line: UInt = #line, column: UInt = #column,
                @ElementsBuilder<any ExtensionElement> _ elements: () -> [any ExtensionElement]? = noBraces
            ) {
                // One expression of all of it would take the compiler many seconds.
                let elements = elements() ?? []
                \#(list(lists.map { "let \($0.key) = elements.compactMap { ($0 as? \($0.type))?.node }" }, separator: "\n"))
                let identity = Node.object(
                    \#(members(identity))
                )
                let spec = Node.object(
                    at: Place(line, column),
                    ("spec", 1.node),
                    ("extension", identity),
                    \#(list([members(others)] + lists.map { "(\"\($0.key)\", Node.list(\($0.key)))" }, separator: ",\n"))
                )
                SpecResult.add(spec)
            }

            \#(nestedTypes(keys, common: common))
        }
        """#
}

private func elementType(
    _ key: String, _ keys: [KeyDeclaration], isOfExtension: Bool, common: [NamedType]
) -> Code<SwiftText> {
    let (name, summary) = swiftElement(of: key)
    let isLeaf = keys.nested.isEmpty
    let plain = keys.filter { if case .elements = $0.shape { false } else { true } }
    let braces = keys.filter { if case .elements = $0.shape { true } else { false } }
    let conformance: Code<SwiftText> = isOfExtension ? "ExtensionElement" : "Sendable"
    return #"""
        /// \#(Code(verbatim: summary))
        public struct \#(Code(verbatim: name)): \#(conformance) {
            let node: Node

            /// Declares it.
            ///
            /// - Parameters:
            \#(parameterDocumentation(plain + braces))
            public init(
                \#(parameters(plain)),
                line: UInt = #line, column: UInt = #column\#(isLeaf ? "" : ",")
                \#(list(braces.map(braceParameter), separator: ",\n"))
            ) {
                node = .object(
                    at: Place(line, column),
                    \#(members(keys))
                )
            }

            \#(nestedTypes(keys, common: common))
        }
        """#
}

private func braceParameter(_ key: KeyDeclaration) -> Code<SwiftText> {
    let element = Code<SwiftText>(verbatim: swiftElement(of: key.name).name)
    let name = Code<SwiftText>(verbatim: swiftName(key.name))
    return "@ElementsBuilder<\(element)> _ \(name): () -> [\(element)]? = noBraces"
}

/// The types that only these keys need.
private func nestedTypes(_ keys: [KeyDeclaration], common: [NamedType]) -> Code<SwiftText> {
    blocks {
        for type in keys.types where !common.contains(type) {
            valueType(type.name, type.type, summary: type.summary)
        }
    }
}
