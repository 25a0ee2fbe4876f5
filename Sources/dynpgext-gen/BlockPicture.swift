import Model
import SpecLanguage

extension ExtensionModel {
    /// A block as it lies in memory, with the offset and the size of each member.
    func picture(of block: BlockModel) -> String {
        let layout = block.layout
        var rows: [(offset: Int64, name: String, type: String, size: Int64)] = []
        var end: Int64 = 0
        for member in layout.members {
            if member.offset > end { rows.append((end, "", "unused", member.offset - end)) }
            rows.append((member.offset, member.name, member.type, member.size))
            end = member.offset + member.size
        }
        if layout.size > end { rows.append((end, "", "unused", layout.size - end)) }
        let names = max(rows.map(\.name.count).max() ?? 0, 12)
        let types = max(rows.map(\.type.count).max() ?? 0, 12)
        let border = "+\(String(repeating: "-", count: names + types + 15))+"
        let lines = rows.map { row in
            "  \(padded(row.offset)) | \(padded(row.name, to: names)) \(padded(row.type, to: types)) \(padded(row.size)) |"
        }
        let lock = block.hasLock ? ", lock \(tranche(block))" : ""
        return """
              \(block.name.text)\(remark(block.comment))
              \(block.scope.reach), \(count(layout.size, "byte")), key \(key(block))\(lock)
                          \(border)
            \(lines.joined(separator: "\n"))
              \(padded(layout.size)) \(border)
            """
    }
}

/// A word that begins in its column.
private func padded(_ word: String, to width: Int) -> String {
    word + String(repeating: " ", count: width - word.count)
}

/// A number that ends in its column.
private func padded(_ number: Int64) -> String {
    let digits = "\(number)"
    return String(repeating: " ", count: max(0, 11 - digits.count)) + digits
}

extension BlockLayout.Member {
    fileprivate var name: String {
        switch content {
        case .layout: "_layout"
        case .lock: "lock"
        case .field(let field): field.name.text
        case .data: "data"
        case .padding: ""
        }
    }

    fileprivate var type: String {
        switch content {
        case .layout: "fingerprint"
        case .lock: "LWLock"
        case .data: "bytes"
        case .padding: "unused"
        case .field(let field):
            field.type.rawValue + (field.length > 0 ? "(\(field.length))" : "")
                + (field.count.map { "[\($0)]" } ?? "")
        }
    }
}
