/// JSON in the one layout that `fmt` knows: what fits stands in one line, anything else has a line per item.
///
/// Numbers keep their text and strings their characters; what cannot be seen is escaped.
package func jsonText(of node: SpecDocument.Node) -> String {
    var writer = JSONWriter()
    writer.write(node, indentation: 0, reserved: 0, isRoot: true)
    return writer.text + "\n"
}

/// JSON in one line, without a newline.
package func jsonLine(of node: SpecDocument.Node) -> String { JSONWriter.line(node) }

private struct JSONWriter {
    var text = ""

    /// The columns of a line.
    private static let width = 100

    /// Writes a value; `reserved` columns stand before it in its line.
    mutating func write(
        _ node: SpecDocument.Node, indentation: Int, reserved: Int, isRoot: Bool = false
    ) {
        let line = Self.line(node)
        // One column is for the comma behind it.
        if !isRoot || node.isEmpty,
            indentation + reserved + line.unicodeScalars.count < Self.width
        {
            text += line
            return
        }
        switch node.value {
        case .object(let members):
            let items = members.map { (Self.quoted($0.key.value) + ": ", $0.value) }
            write(items, "{", "}", indentation)
        case .array(let nodes): write(nodes.map { ("", $0) }, "[", "]", indentation)
        default: text += line
        }
    }

    private mutating func write(
        _ items: [(label: String, node: SpecDocument.Node)], _ open: String, _ close: String,
        _ indentation: Int
    ) {
        let margin = String(repeating: " ", count: indentation + 2)
        text += open
        for (index, item) in items.enumerated() {
            text += (index == 0 ? "\n" : ",\n") + margin + item.label
            write(
                item.node, indentation: indentation + 2,
                reserved: item.label.unicodeScalars.count)
        }
        text += "\n" + margin.dropLast(2) + close
    }

    /// A value in one line.
    static func line(_ node: SpecDocument.Node) -> String {
        switch node.value {
        case .null: return "null"
        case .boolean(let value): return value ? "true" : "false"
        case .number(let text): return text
        case .string(let text): return quoted(text)
        case .array(let nodes): return "[" + nodes.map(line).joined(separator: ", ") + "]"
        case .object(let members):
            if members.isEmpty { return "{}" }
            let items = members.map { "\(quoted($0.key.value)): \(line($0.value))" }
            return "{ " + items.joined(separator: ", ") + " }"
        }
    }

    /// A string with the shortest escapes.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\u{8}": result += "\\b"
            case "\u{C}": result += "\\f"
            case _ where isUnseen(scalar):
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Whether a reader cannot see a character, or it changes how others are shown.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
        default: false
        }
    }
}

extension SpecDocument.Node {
    fileprivate var isEmpty: Bool {
        switch value {
        case .object(let members): members.isEmpty
        case .array(let nodes): nodes.isEmpty
        default: true
        }
    }
}

// Nodes that stand in no text.
extension SpecDocument.Node {
    package init(_ value: SpecDocument.Value) { self.init(value: value, range: .nowhere) }

    package static func string(_ text: String) -> Self { Self(.string(text)) }
    package static func boolean(_ value: Bool) -> Self { Self(.boolean(value)) }
    package static func number(_ value: Int) -> Self { Self(.number(String(value))) }
    package static func array(_ nodes: [Self]) -> Self { Self(.array(nodes)) }

    /// An object; members without a value are left out.
    package static func object(_ members: KeyValuePairs<String, Self?>) -> Self {
        object(members.compactMap { key, value in value.map { (key, $0) } })
    }

    package static func object(_ members: [(String, Self)]) -> Self {
        Self(
            .object(
                members.map { key, value in
                    SpecDocument.Member(key: Located(key, at: .nowhere), value: value)
                }))
    }
}
