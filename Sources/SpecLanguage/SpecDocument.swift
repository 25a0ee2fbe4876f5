/// A JSON document in which every node knows its place: the syntax is right, nothing else is known.
package struct SpecDocument: Sendable {
    package let root: Node

    /// One value of the document, with the place that it takes up.
    package struct Node: Sendable, Equatable {
        package let value: Value
        package let range: SourceRange
    }

    /// A key and its value.
    package struct Member: Sendable, Equatable {
        package let key: Located<String>
        package let value: Node
    }

    /// What a node holds; a number keeps its text, as the key decides which numbers are right.
    package enum Value: Sendable, Equatable {
        case null
        case boolean(Bool)
        case number(String)
        case string(String)
        case array([Node])
        case object([Member])
    }

    /// The kinds of values that JSON knows.
    package enum Kind: Sendable {
        case null, boolean, number, string, array, object
    }
}

extension SpecDocument.Value {
    /// The kind of this value.
    package var kind: SpecDocument.Kind {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}

extension SpecDocument.Kind {
    /// The kind in a sentence.
    var noun: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
