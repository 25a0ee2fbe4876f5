import Workspace

/// The spec of a directory: `Extension.swift`, or the one JSON file that has a top-level `spec`.
func findSpec(
    in directory: Directory, shownAs shown: String
) throws(CommandFailure) -> String {
    var found: [String] = []
    var unreadable: FileFailure?
    let names = try attempt { () throws(FileFailure) in try directory.names() }
    for name in names where name.hasSuffix(".json") && !name.hasPrefix(".") {
        do throws(FileFailure) {
            if let bytes = try directory.contents(of: name, limit: .spec),
                hasTopLevelSpec(bytes)
            {
                found.append(name)
            }
        } catch {
            unreadable = error
        }
    }
    if names.contains(swiftSpecName) { found.insert(swiftSpecName, at: 0) }
    if found.count > 1 {
        throw CommandFailure(
            .usage, "more than one spec in \(shown): \(found.joined(separator: ", "))",
            hint: "Name the one that you mean, in place of the directory.")
    }
    if let name = found.first { return name }
    if let unreadable { throw CommandFailure(unreadable) }
    throw CommandFailure(
        .failure,
        "no spec in \(shown): neither \(swiftSpecName) nor a *.json with a top-level \"spec\"",
        hint: "Run 'dynpgext-gen new NAME' to begin one.")
}

/// What a spec in Swift is called, so that a directory's is found.
let swiftSpecName = "Extension.swift"

/// Whether a JSON text is a spec, told from its first level only: one with faults must still be found.
func hasTopLevelSpec(_ text: [UInt8]) -> Bool {
    var depth = 0
    var index = 0
    while index < text.count {
        switch text[index] {
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: "\""):
            let start = index + 1
            index = endOfString(in: text, from: start)
            if depth == 1, text[start..<index].elementsEqual("spec".utf8) {
                let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0a, 0x0d].contains($0) }
                let next = text[index...].dropFirst().first { !isSpace($0) }
                if next == UInt8(ascii: ":") { return true }
            }
        default: break
        }
        index += 1
    }
    return false
}

/// Where the closing quotation mark stands, or the end of the text.
private func endOfString(in text: [UInt8], from start: Int) -> Int {
    var index = start
    while index < text.count, text[index] != UInt8(ascii: "\"") {
        index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, text.count)
}
