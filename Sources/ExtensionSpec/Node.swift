/// A value of the document that a spec comes to, in JSON.
struct Node: Sendable {
    let json: String

    static let null = Node(json: "null")

    /// An object; a key without a value is left out.
    ///
    /// The key "#" tells the line and the column of the call that made it; dynpgext-gen takes it out.
    static func object(
        at place: Place? = nil, _ members: (key: String, value: Node?)...
    ) -> Node {
        let mark = place.map { ["\"#\":[\($0.line),\($0.column)]"] } ?? []
        let pairs = members.compactMap { key, value in value.map { "\(key.node.json):\($0.json)" } }
        return Node(json: "{" + (mark + pairs).joined(separator: ",") + "}")
    }

    static func array(_ elements: [Node]) -> Node {
        Node(json: "[" + elements.map(\.json).joined(separator: ",") + "]")
    }
}

extension Node {
    /// An array; nothing where it would be empty.
    static func list(_ elements: [Node]) -> Node? { elements.isEmpty ? nil : .array(elements) }
}

/// Where a call stands: the line and the column, in bytes, of its opening parenthesis.
struct Place: Sendable {
    let line: UInt
    let column: UInt

    init(_ line: UInt, _ column: UInt) {
        self.line = line
        self.column = column
    }
}

extension Bool {
    var node: Node { Node(json: self ? "true" : "false") }
}

extension Int {
    var node: Node { Node(json: String(self)) }
}

extension Double {
    /// JSON has no infinity, and nothing that is no number: those become text, which is refused.
    var node: Node { isFinite ? Node(json: String(self)) : String(self).node }
}

extension String {
    var node: Node {
        var body = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": body += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                body += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: body.unicodeScalars.append(scalar)
            }
        }
        return Node(json: "\"\(body)\"")
    }
}

extension [String] {
    var node: Node { .array(map(\.node)) }
}

/// A truth value, a number or a text, where a neighbour decides which of them is right.
public protocol Scalar: Sendable {}

extension Bool: Scalar {}
extension Int: Scalar {}
extension Double: Scalar {}
extension String: Scalar {}

extension Scalar {
    var node: Node {
        switch self {
        case let value as Bool: value.node
        case let value as Int: value.node
        case let value as Double: value.node
        default: String(describing: self).node
        }
    }
}
