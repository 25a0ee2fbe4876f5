import CodeText
import SpecLanguage

/// `Extension.swift`: a spec as a person would write it in Swift.
///
/// - Parameters:
///   - document: a document that `decode` accepts.
///   - namesSchema: whether it goes on naming the JSON Schema, which only JSON has a use for.
/// - Returns: the text of the file.
package func swiftSpec(_ document: SpecDocument, namesSchema: Bool) -> Code<SwiftText> {
    guard case .object(let members) = document.root.value else { return .empty }
    let identity = members.first { $0.key.value == "extension" }?.value
    let others = specKeys.besideIdentity.filter { namesSchema || $0.name != "$schema" }
    let arguments =
        swiftArguments(identity?.members ?? [], specKeys.ofIdentity)
        + swiftArguments(members, others)
    let elements = specKeys.ofElements.map { list, keys in
        members.elements(of: list).map { call(swiftElement(of: list).name, of: $0.members, keys) }
    }
    let whole = SwiftExpression.call(
        "Extension", arguments, braces: elements.filter { !$0.isEmpty })
    return """
        import ExtensionSpec

        \(whole.laidOut(reserving: 0))
        """
}

/// The spec of a new extension, in Swift.
package func swiftSpecFile(_ document: SpecDocument) -> GeneratedFile {
    yours("Extension.swift", swiftSpec(document, namesSchema: false))
}

/// A call that makes an object; what its lists of objects hold stands between braces.
private func call(
    _ name: String, of members: [SpecDocument.Member], _ keys: [KeyDeclaration]
) -> SwiftExpression {
    var braces: [[SwiftExpression]]?
    for key in keys {
        guard case .elements(let inner) = key.shape, members.value(of: key.name) != nil
        else { continue }
        braces = [
            members.elements(of: key.name).map {
                call(swiftElement(of: key.name).name, of: $0.members, inner)
            }
        ]
    }
    return .call(name, swiftArguments(members, keys), braces: braces)
}

/// The arguments that say what an object holds, in the order of the keys.
private func swiftArguments(
    _ members: [SpecDocument.Member], _ keys: [KeyDeclaration]
) -> [SwiftExpression.Argument] {
    keys.compactMap { key in
        if case .elements = key.shape { return nil }
        guard let node = members.value(of: key.name),
            let value = expression(for: node, key.shape)
        else { return nil }
        return SwiftExpression.Argument(
            label: key.name == "name" ? nil : swiftName(key.name), value: value)
    }
}

/// The value of a key; nil for an object that says nothing.
private func expression(for node: SpecDocument.Node, _ shape: SwiftShape) -> SwiftExpression? {
    switch (node.value, shape) {
    case (.string(let text), .named(let type)) where type.words.contains(text):
        return .plain(".\(Code(verbatim: swiftName(text)))")
    case (.string(let text), _): return .plain(.literal(text))
    case (.number(let text), _):
        // As Swift writes it, so that a second conversion has nothing to change.
        let real = Int64(text) == nil ? Double(text) : nil
        return .plain(Code(verbatim: real.map { "\($0)" } ?? text))
    case (.boolean(let value), _): return .plain(value ? "true" : "false")
    case (.null, _): return .plain("nil")
    case (.array(let nodes), .list(let element)):
        return .array(nodes.compactMap { expression(for: $0, element) })
    case (.object(let members), .named(let type)): return dottedCall(of: members, type)
    default: return nil
    }
}

/// An object as a call that is named for its first key.
private func dottedCall(
    of members: [SpecDocument.Member], _ type: SwiftType
) -> SwiftExpression? {
    guard
        let (first, others) = type.calls.first(where: { members.value(of: $0.first.name) != nil }),
        let node = members.value(of: first.name)
    else { return nil }
    let name = "." + swiftName(first.name)
    if first.isMark { return .plain(Code(verbatim: name)) }
    var values: [SwiftExpression]
    if case .array(let nodes) = node.value, case .list(let element) = first.shape, !nodes.isEmpty {
        values = nodes.compactMap { expression(for: $0, element) }
    } else {
        let shape: SwiftShape =
            if case .nullable(let inner) = first.shape { inner } else { first.shape }
        values = [expression(for: node, shape)].compactMap(\.self)
    }
    return .call(
        name,
        values.map { SwiftExpression.Argument(label: nil, value: $0) }
            + swiftArguments(members, others),
        braces: nil)
}

extension SpecDocument.Node {
    fileprivate var members: [SpecDocument.Member] {
        if case .object(let members) = value { members } else { [] }
    }
}

extension [SpecDocument.Member] {
    fileprivate func value(of key: String) -> SpecDocument.Node? {
        first { $0.key.value == key }?.value
    }

    fileprivate func elements(of key: String) -> [SpecDocument.Node] {
        if case .array(let nodes) = value(of: key)?.value { nodes } else { [] }
    }
}
