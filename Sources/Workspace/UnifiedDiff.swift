/// The unified diff of two texts, as `patch -p1` takes it; bytes, for a file edited by hand may hold any.
///
/// No old text means that the file is not there, no new one that it shall go. Equal texts give nothing.
package func unifiedDiff(from old: [UInt8]?, to new: [UInt8]?, path: String) -> [UInt8] {
    let oldLines = lines(of: old ?? [])
    let newLines = lines(of: new ?? [])
    let changes = LineDifference(from: oldLines, to: newLines).changes
    guard !changes.isEmpty else { return [] }
    var output: [UInt8] = []
    output += "--- \(old == nil ? "/dev/null" : "a/\(path)")\n".utf8
    output += "+++ \(new == nil ? "/dev/null" : "b/\(path)")\n".utf8
    for group in hunks(of: changes) {
        append(group, from: oldLines, to: newLines, onto: &output)
    }
    return output
}

/// Common lines before and after a change.
private let context = 3

/// Each line with its newline; only the last may lack one.
private func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count {
        let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
        result.append(text[start..<end])
        start = end
    }
    return result
}

/// Changes whose context would touch share a hunk.
private func hunks(of changes: [LineDifference.Change]) -> [[LineDifference.Change]] {
    var result: [[LineDifference.Change]] = []
    for change in changes {
        if let last = result.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context
        {
            result[result.count - 1].append(change)
        } else {
            result.append([change])
        }
    }
    return result
}

private func append(
    _ hunk: [LineDifference.Change], from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>],
    onto output: inout [UInt8]
) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - before..<last.old.upperBound + after
    let newRange = first.new.lowerBound - before..<last.new.upperBound + after
    output += "@@ -\(position(oldRange)) +\(position(newRange)) @@\n".utf8
    var common = oldRange.lowerBound
    for change in hunk {
        append(old[common..<change.old.lowerBound], marked: " ", onto: &output)
        append(old[change.old], marked: "-", onto: &output)
        append(new[change.new], marked: "+", onto: &output)
        common = change.old.upperBound
    }
    append(old[common..<oldRange.upperBound], marked: " ", onto: &output)
}

/// An empty range is told by the line before it, a range of one line without its length.
private func position(_ range: Range<Int>) -> String {
    switch range.count {
    case 0: "\(range.lowerBound),0"
    case 1: "\(range.lowerBound + 1)"
    default: "\(range.lowerBound + 1),\(range.count)"
    }
}

private func append(
    _ lines: ArraySlice<ArraySlice<UInt8>>, marked mark: Unicode.Scalar,
    onto output: inout [UInt8]
) {
    for line in lines {
        output.append(UInt8(ascii: mark))
        output += line
        if line.last != UInt8(ascii: "\n") { output += "\n\\ No newline at end of file\n".utf8 }
    }
}
