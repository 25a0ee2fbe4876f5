/// A value of the document that a spec comes to.
struct Node {
    /// The value in JSON.
    let json: String

    static let null = Node(json: "null")

    /// An object; keys without a value are left out.
    ///
    /// The key "#" tells the line and the column of the call that made it: dynpgext-gen takes it out again.
    static func object(at place: Place? = nil, _ members: (key: String, value: Node?)...) -> Node {
        object(at: place, members)
    }

    static func object(at place: Place?, _ members: [(key: String, value: Node?)]) -> Node {
        let mark = place.map { "\"#\":[\($0.line),\($0.column)]" }
        let pairs = members.compactMap { key, value in
            value.map { "\(Node(key).json):\($0.json)" }
        }
        return Node(json: "{" + ([mark].compactMap(\.self) + pairs).joined(separator: ",") + "}")
    }

    static func array(_ elements: [Node]) -> Node {
        Node(json: "[" + elements.map(\.json).joined(separator: ",") + "]")
    }
}

/// Where a call stands: the line and the column, in bytes, of its opening parenthesis.
struct Place {
    let line: UInt
    let column: UInt

    init(_ line: UInt, _ column: UInt) {
        self.line = line
        self.column = column
    }
}

extension Node {
    init(_ value: Bool) { json = value ? "true" : "false" }

    init(_ value: Int) { json = String(value) }

    init(_ value: Double) { json = String(value) }

    init(_ text: String) {
        var body = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": body += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                body += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: body.unicodeScalars.append(scalar)
            }
        }
        json = body + "\""
    }

    init(_ texts: [String]) { self = .array(texts.map { Node($0) }) }

    init(_ value: any Scalar) {
        switch value {
        case let value as Bool: self.init(value)
        case let value as Int: self.init(value)
        case let value as Double: self.init(value)
        default: self.init(String(describing: value))
        }
    }
}

/// A truth value, a number or a text, where a neighbour decides which of them is right.
public protocol Scalar: Sendable {}

extension Bool: Scalar {}
extension Int: Scalar {}
extension Double: Scalar {}
extension String: Scalar {}
