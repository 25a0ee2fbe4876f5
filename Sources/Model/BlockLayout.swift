import PostgreSQL
import SpecLanguage

/// Where the members of a block stand, as C lays them out on 64 bits.
///
/// The lock stands beside what it guards. Atomic fields are written by many processes at once, so they come last, each
/// on cache lines of its own; the elements of an array share theirs.
package struct BlockLayout: Sendable {
    package struct Member: Sendable {
        package enum Content: Sendable {
            /// The fingerprint, by which a library knows its layout.
            case layout
            case lock
            case field(FieldModel)
            /// Bytes without a type.
            case data
            /// Nothing, up to where the next member shall begin; the number tells it from others.
            case padding(Int)
        }

        package let content: Content
        /// Bytes from the beginning of the block.
        package let offset: Int64
        package let size: Int64
        /// What the offset is a multiple of.
        fileprivate let alignment: Int64
    }

    package private(set) var members: [Member] = []
    /// Bytes of the struct.
    package var structureSize: Int64 {
        end.rounded(up: members.map(\.alignment).max() ?? 1)
    }
    /// Bytes that the loader is asked for: whole cache lines.
    package var size: Int64 { structureSize.rounded(up: SharedTypes.cacheLine) }

    private var end: Int64 { members.last.map { $0.offset + $0.size } ?? 0 }

    init(of content: BlockModel.Content, hasLock: Bool) {
        let isRaw = if case .raw = content { true } else { false }
        // Raw bytes without a lock are the user's alone.
        if hasLock || !isRaw { append(.layout, size: 4, alignment: 4) }
        if hasLock {
            append(.lock, size: SharedTypes.lock, alignment: SharedTypes.lockAlignment)
        }
        switch content {
        case .raw(let size):
            appendPadding(to: SharedTypes.maximumAlignment)
            append(.data, size: size, alignment: 1)
        case .fields(let fields):
            for field in fields where !field.isAtomic { append(field) }
            for field in fields where field.isAtomic {
                if needsOwnLine { appendPadding(to: SharedTypes.cacheLine) }
                append(field)
            }
        }
    }

    /// Nothing that is read often may share the line of an atomic field; the fingerprint is read once.
    private var needsOwnLine: Bool {
        members.contains { if case .layout = $0.content { false } else { true } }
    }

    private mutating func append(_ field: FieldModel) {
        let element = field.type.size ?? field.length
        append(
            .field(field), size: element * (field.count ?? 1), alignment: field.type.size ?? 1)
    }

    private mutating func append(_ content: Member.Content, size: Int64, alignment: Int64) {
        members.append(
            Member(
                content: content, offset: end.rounded(up: alignment), size: size,
                alignment: alignment))
    }

    private mutating func appendPadding(to multiple: Int64) {
        let size = end.rounded(up: multiple) - end
        guard size > 0 else { return }
        let others = members.count { if case .padding = $0.content { true } else { false } }
        append(.padding(others + 1), size: size, alignment: 1)
    }
}

extension BlockModel {
    /// Whether the block begins with its fingerprint.
    package var carriesLayout: Bool {
        if case .layout? = layout.members.first?.content { true } else { false }
    }
}

extension FieldModel {
    /// Is the field read and written without a lock?
    package var isAtomic: Bool { type.isAtomic }
}

extension Int64 {
    /// The next multiple.
    package func rounded(up multiple: Int64) -> Int64 {
        (self + multiple - 1) / multiple * multiple
    }
}
