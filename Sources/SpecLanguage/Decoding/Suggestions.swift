/// The candidates that are so close to a word that they were probably meant; the closest only.
package func suggestions(for word: String, among candidates: [String]) -> [String] {
    guard word.utf8.count <= 64 else { return [] }
    let typed = Array(word.lowercased().unicodeScalars)
    let limit = max(1, min(3, typed.count / 3))
    let rated = candidates.compactMap { candidate -> (word: String, distance: Int)? in
        let wanted = Array(candidate.unicodeScalars)
        guard abs(wanted.count - typed.count) <= limit else { return nil }
        let distance = editDistance(typed, wanted)
        return distance <= limit && distance < wanted.count ? (candidate, distance) : nil
    }
    let least = rated.map(\.distance).min()
    return rated.filter { $0.distance == least }.map(\.word)
}

/// How many insertions, deletions, replacements and swaps of neighbours part two words.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
        var current = [row + 1]
        for column in right.indices {
            let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
            var best = min(replaced, last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                best = min(best, beforeLast[column - 1] + 1)
            }
            current.append(best)
        }
        (beforeLast, last) = (last, current)
    }
    return last[right.count]
}

extension [String] {
    /// The words in quotes, as a sentence lists them.
    func listed(_ conjunction: String) -> String {
        let quoted = map(\.quoted)
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return "\(quoted.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
    }
}
