/// What the format says of one key of an object.
package struct KeyDeclaration: Equatable, Sendable {
    package let name: String
    package let isRequired: Bool
    /// What goes without saying when the key is absent.
    package let defaultText: String?
    package let documentation: String
    /// A value in JSON; nil where the outline suggests one.
    package let example: String?
    package let outline: Outline
}

/// What the format says of several optional keys of an object together.
package enum KeyConstraint: Equatable, Sendable {
    case atLeastOne([String])
    case exactlyOne([String])
}

/// An object as data: its keys, and what they need of each other.
package struct ObjectOutline: Equatable, Sendable {
    package let keys: [KeyDeclaration]
    package let constraints: [KeyConstraint]
}

/// The members of one object, taken out key by key.
///
/// Each call declares a key, and everything else follows from these declarations: decoding, unknown
/// and missing keys, suggestions. Decoding goes on after a problem, with a placeholder, so that one
/// run finds all of them. Thus an initializer that meets no members still declares every key, and
/// that is how the format is described.
struct ObjectDecoder {
    private let members: [SpecDocument.Member]
    private let name: NodeName
    private let range: SourceRange
    /// The keys declared so far; the outlines wait until somebody wants to describe the format.
    private var declarations: [() -> KeyDeclaration] = []
    private var constraints: [KeyConstraint] = []
    private var known: [String] = []
    /// Keys that were found and refused with a reason.
    private var answered: [String] = []
    private var problems: [Diagnostic] = []

    init(members: [SpecDocument.Member], named name: NodeName, at range: SourceRange) {
        self.members = members
        self.name = name
        self.range = range
    }

    /// A decoder without members, which only learns the declarations.
    init(at range: SourceRange) { self.init(members: [], named: .root, at: range) }

    /// What was declared.
    var outline: ObjectOutline {
        ObjectOutline(keys: declarations.map { $0() }, constraints: constraints)
    }

    /// Declares a key that must be there; `example` is a value in JSON for the documentation.
    mutating func required<Value>(
        _ key: String, _ shape: Shape<Value>, example: String? = nil, _ documentation: String
    ) -> Located<Value> {
        if let value = take(key, shape, isRequired: true, default: nil, example, documentation) {
            return value
        }
        problems.append(
            Diagnostic(
                .error, "missing key \(key.quoted) \(name.location)", at: opening,
                hint: "Add \(key.quoted): \(documentation)."))
        return Located(shape.placeholder(range), at: range)
    }

    /// Declares a key that may be there; `default` is what documentation tells of its absence.
    mutating func optional<Value>(
        _ key: String, _ shape: Shape<Value>, default: String? = nil, example: String? = nil,
        _ documentation: String
    ) -> Located<Value>? {
        take(key, shape, isRequired: false, default: `default`, example, documentation)
    }

    /// Declares a key that the format will never have; the hint says what there is instead.
    mutating func refused(_ key: String, hint: String) {
        guard let member = members.first(where: { $0.key.value == key }) else { return }
        answered.append(key)
        problems.append(
            Diagnostic(.error, "there is no key \(key.quoted)", at: member.key.range, hint: hint))
    }

    /// Declares that at least one of some optional keys must be there.
    mutating func atLeastOne(of keys: String...) {
        constraints.append(.atLeastOne(keys))
        if given(keys).isEmpty { reportNone(of: keys) }
    }

    /// Declares that one of some optional keys must be there, and no other of them.
    mutating func exactlyOne(of keys: String...) {
        constraints.append(.exactlyOne(keys))
        let given = given(keys)
        guard let first = given.first else { return reportNone(of: keys) }
        for other in given.dropFirst() {
            problems.append(
                Diagnostic(
                    .error, "\(other.value.quoted) cannot stand beside \(first.value.quoted)",
                    at: other.range, hint: "Remove one of the two.",
                    notes: [Diagnostic.Note("\(first.value.quoted) is here", at: first.range)]))
        }
    }

    /// Every problem of the object, after its last declaration.
    mutating func finish() -> [Diagnostic] {
        for member in members
        where !known.contains(member.key.value) && !answered.contains(member.key.value) {
            problems.append(unknown(member.key))
        }
        return problems
    }
}

extension ObjectDecoder {
    /// Declares a key, and takes its value if it is there.
    private mutating func take<Value>(
        _ key: String, _ shape: Shape<Value>, isRequired: Bool, default: String?,
        _ example: String?, _ documentation: String
    ) -> Located<Value>? {
        known.append(key)
        // Who decodes an object does not ask for its outline.
        if members.isEmpty {
            declarations.append {
                KeyDeclaration(
                    name: key, isRequired: isRequired, defaultText: `default`,
                    documentation: documentation, example: example, outline: shape.outline())
            }
        }
        guard let node = members.first(where: { $0.key.value == key })?.value else { return nil }
        let value = shape.value(of: node, named: name.member(key), problems: &problems)
        return Located(value, at: node.range)
    }

    /// Those of some keys that are there, in the order of the text.
    private func given(_ keys: [String]) -> [Located<String>] {
        members.map(\.key).filter { keys.contains($0.value) }
    }

    /// Where the object opens: what is missing in it is told there.
    private var opening: SourceRange {
        let start = range.start
        let end = SourceLocation(
            offset: start.offset + 1, line: start.line, column: start.column + 1)
        return SourceRange(start: start, end: end)
    }

    /// Reports that none of some keys is there.
    private mutating func reportNone(of keys: [String]) {
        problems.append(
            Diagnostic(
                .error, "missing key \(keys.listed("or")) \(name.location)", at: opening,
                hint: "Add one of them."))
    }

    /// The report of a key that the format does not have.
    private func unknown(_ key: Located<String>) -> Diagnostic {
        let similar = suggestions(for: key.value, among: known)
        let all = known.count == 1 ? "The only key here is" : "The keys here are"
        return Diagnostic(
            .error, "unknown key \(key.value.quoted) \(name.location)", at: key.range,
            hint: similar.isEmpty
                ? "\(all) \(known.listed("and"))."
                : "Did you mean \(similar.listed("or"))?")
    }
}
