import CodeText

/// An expression of a spec in Swift, to be laid out.
indirect enum SwiftExpression {
    struct Argument {
        let label: String?
        let value: SwiftExpression
    }

    case plain(Code<SwiftText>)
    case array([SwiftExpression])
    /// A call with arguments, and groups of calls between braces; nil without braces.
    case call(String, [Argument], braces: [[SwiftExpression]]?)
}

extension SwiftExpression {
    /// The columns of a line.
    private static let width = 100

    /// In one line if that fits behind so many columns, else with lines of arguments.
    func laidOut(reserving indentation: Int) -> Code<SwiftText> {
        guard case .call(_, _, let braces?) = self, !braces.isEmpty else {
            return headed(reserving: indentation, behind: 0)
        }
        let head = headed(reserving: indentation, behind: 2)
        let groups = blocks {
            for group in braces { Self.body(group, indentation: indentation + 4) }
        }
        return """
            \(head) {
                \(groups)
            }
            """
    }

    /// Calls of one kind: those that take several lines have space around.
    private static func body(_ calls: [SwiftExpression], indentation: Int) -> Code<SwiftText> {
        let texts = calls.map { $0.laidOut(reserving: indentation) }
        let isTight = texts.allSatisfy { !$0.text.contains("\n") }
        return list(texts, separator: isTight ? "\n" : "\n\n")
    }

    /// What stands before the braces; `behind` columns must stay free.
    private func headed(reserving indentation: Int, behind: Int) -> Code<SwiftText> {
        let line = inOneLine
        if indentation + line.text.unicodeScalars.count + behind <= Self.width { return line }
        switch self {
        case .plain(let code): return code
        case .array(let elements):
            let items = elements.map { $0.headed(reserving: indentation + 4, behind: 1) }
            return """
                [
                    \(list(items, separator: ",\n")),
                ]
                """
        case .call(let name, let arguments, _):
            return """
                \(Code(verbatim: name))(
                    \(Self.filled(arguments, indentation: indentation + 4))
                )
                """
        }
    }

    /// Arguments, as many in a line as fit; one that takes several lines stands alone.
    private static func filled(_ arguments: [Argument], indentation: Int) -> Code<SwiftText> {
        var lines: [Code<SwiftText>] = []
        var line: Code<SwiftText> = ""
        for argument in arguments {
            let label = argument.label.map { "\($0): " } ?? ""
            let value = argument.value.headed(
                reserving: indentation + label.unicodeScalars.count, behind: 1)
            let item: Code<SwiftText> = "\(Code(verbatim: label))\(value)"
            let joined = list([line, item], separator: ", ")
            let fits = indentation + joined.text.unicodeScalars.count < width
            if fits, !joined.text.contains("\n") {
                line = joined
            } else {
                lines.append(line)
                line = item
            }
        }
        return list(lines + [line], separator: ",\n")
    }

    private var inOneLine: Code<SwiftText> {
        switch self {
        case .plain(let code): return code
        case .array(let elements): return "[\(list(elements.map(\.inOneLine), separator: ", "))]"
        case .call(let name, let arguments, _):
            let items = arguments.map { argument -> Code<SwiftText> in
                let label = argument.label.map { "\($0): " } ?? ""
                return "\(Code(verbatim: label))\(argument.value.inOneLine)"
            }
            return "\(Code(verbatim: name))(\(list(items, separator: ", ")))"
        }
    }
}
