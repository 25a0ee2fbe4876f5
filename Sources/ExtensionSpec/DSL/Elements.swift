/// An extension.
public struct Extension: Sendable {
    /// The extension itself.
    @discardableResult
    public init(
        _ name: String, version: String, comment: String? = nil, schema: String? = nil,
        hotUpgrade: Bool? = nil,
        postgres: Postgres? = nil, interface: Int? = nil,
        @ElementsBuilder<any ExtensionElement> _ elements: () -> [any ExtensionElement] = {
            [] as [any ExtensionElement]
        },
        line: UInt = #line, column: UInt = #column
    ) {
        let elements = elements()
        Result.add(
            .object(
                at: Place(line, column), ("spec", Node(1)),
                (
                    "extension",
                    .object(
                        ("name", Node(name)), ("version", Node(version)),
                        ("comment", comment.map { Node($0) }))
                ),
                ("postgres", postgres?.node),
                ("settings", .array(elements.compactMap { ($0 as? Setting)?.node })),
                ("shmem", .array(elements.compactMap { ($0 as? Block)?.node })),
                ("workers", .array(elements.compactMap { ($0 as? Worker)?.node }))))
    }
    public struct Postgres: Sendable {
        let node: Node
        public static func min(_ min: Int, max: Int? = nil) -> Self {
            Self(node: .object(("min", Node(min)), ("max", max.map { Node($0) })))
        }
        public static func max(_ max: Int) -> Self { Self(node: .object(("max", Node(max)))) }
    }
}
public enum Scope: String, Sendable {
    case global, database
    var node: Node { Node(rawValue) }
}
public struct Setting: ExtensionElement {
    let node: Node
    public enum ValueType: String, Sendable {
        case bool, int, duration; var node: Node { Node(rawValue) }
    }
    public init(
        _ name: String, type: ValueType, default: any Scalar, min: (any Scalar)? = nil,
        max: (any Scalar)? = nil, comment: String? = nil,
        line: UInt = #line, column: UInt = #column
    ) {
        node = .object(
            at: Place(line, column), ("name", Node(name)), ("type", type.node),
            ("default", Node(`default`)), ("min", min.map { Node($0) }),
            ("max", max.map { Node($0) }), ("comment", comment.map { Node($0) }))
    }
}
public struct Block: ExtensionElement {
    let node: Node
    public enum Lock: String, Sendable { case none, lwlock; var node: Node { Node(rawValue) } }
    public init(
        _ name: String, scope: Scope, lock: Lock? = nil, size: Int? = nil, view: Bool? = nil,
        comment: String? = nil,
        @ElementsBuilder<Field> _ fields: () -> [Field]? = absent,
        line: UInt = #line, column: UInt = #column
    ) {
        node = .object(
            at: Place(line, column), ("name", Node(name)), ("scope", scope.node),
            ("lock", lock?.node), ("fields", fields().map { .array($0.map(\.node)) }),
            ("comment", comment.map { Node($0) }))
    }
}
public func absent() -> [Field]? { nil }
public struct Field: Sendable {
    let node: Node
    public enum ValueType: String, Sendable {
        case bool, int2, int4, int8, uint4, uint8, float4, float8, oid, timestamptz, text, bytes
        case atomicUInt32 = "atomic_uint32"
        case atomicUInt64 = "atomic_uint64"
        var node: Node { Node(rawValue) }
    }
    public init(
        _ name: String, type: ValueType, length: Int? = nil, count: Int? = nil,
        comment: String? = nil,
        line: UInt = #line, column: UInt = #column
    ) {
        node = .object(
            at: Place(line, column), ("name", Node(name)), ("type", type.node),
            ("length", length.map { Node($0) }), ("comment", comment.map { Node($0) }))
    }
}
public struct Worker: ExtensionElement {
    let node: Node
    public struct Every: Sendable, ExpressibleByStringInterpolation {
        let node: Node
        public init(stringLiteral value: String) { node = Node(value) }
        public static func setting(_ setting: String) -> Self {
            Self(node: .object(("setting", Node(setting))))
        }
        init(node: Node) { self.node = node }
    }
    public struct Run: Sendable {
        let node: Node
        public static func sql(_ sql: String...) -> Self { Self(node: .object(("sql", Node(sql)))) }
        public static func sql(_ sql: [String]) -> Self { Self(node: .object(("sql", Node(sql)))) }
        public static var c: Self { Self(node: .object(("c", Node(true)))) }
    }
    public struct Connect: Sendable, ExpressibleByBooleanLiteral {
        let node: Node
        init(node: Node) { self.node = node }
        public init(booleanLiteral value: Bool) { node = Node(value) }
        public static func database(_ database: String?, role: String? = nil) -> Self {
            Self(
                node: .object(
                    ("database", database.map { Node($0) } ?? .null),
                    ("role", role.map { Node($0) })))
        }
        public static func role(_ role: String) -> Self {
            Self(node: .object(("role", Node(role))))
        }
    }
    public init(
        _ name: String, scope: Scope, connect: Connect? = nil, every: Every, run: Run,
        comment: String? = nil,
        line: UInt = #line, column: UInt = #column
    ) {
        node = .object(
            at: Place(line, column), ("name", Node(name)), ("scope", scope.node),
            ("connect", connect?.node), ("every", every.node), ("run", run.node),
            ("comment", comment.map { Node($0) }))
    }
}
