/// A shortest way from one list of lines to another: Myers' algorithm in linear memory.
struct LineDifference {
    /// A stretch of the old text that a stretch of the new one replaces; one of them may be empty.
    struct Change: Equatable {
        let old: Range<Int>
        let new: Range<Int>
    }

    /// The changes from top to bottom, with at least one common line between them.
    let changes: [Change]

    init(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) {
        var numbers: [ArraySlice<UInt8>: Int] = [:]
        func number(_ line: ArraySlice<UInt8>) -> Int {
            if let known = numbers[line] { return known }
            numbers[line] = numbers.count
            return numbers.count - 1
        }
        var search = Search(old: old.map(number), new: new.map(number))
        search.mark(old: old.indices, new: new.indices)
        changes = search.changes
    }
}

/// Marks the lines that differ; lines are numbers here, so that comparing them is cheap.
private struct Search {
    let old: [Int]
    let new: [Int]
    var removed: [Bool]
    var added: [Bool]

    init(old: [Int], new: [Int]) {
        self.old = old
        self.new = new
        removed = Array(repeating: false, count: old.count)
        added = Array(repeating: false, count: new.count)
    }

    /// The marks, gathered.
    var changes: [LineDifference.Change] {
        var result: [LineDifference.Change] = []
        var (oldLine, newLine) = (0, 0)
        while oldLine < old.count || newLine < new.count {
            let (oldStart, newStart) = (oldLine, newLine)
            while oldLine < old.count, removed[oldLine] { oldLine += 1 }
            while newLine < new.count, added[newLine] { newLine += 1 }
            if oldStart < oldLine || newStart < newLine {
                result.append(.init(old: oldStart..<oldLine, new: newStart..<newLine))
            }
            oldLine += 1
            newLine += 1
        }
        return result
    }

    /// Marks what differs in two stretches, halving them where a shortest way passes.
    mutating func mark(old oldLines: Range<Int>, new newLines: Range<Int>) {
        var (left, right) = (oldLines, newLines)
        while let a = left.first, let b = right.first, old[a] == new[b] {
            left.removeFirst()
            right.removeFirst()
        }
        while let a = left.last, let b = right.last, old[a] == new[b] {
            left.removeLast()
            right.removeLast()
        }
        if left.isEmpty || right.isEmpty {
            for line in left { removed[line] = true }
            for line in right { added[line] = true }
            return
        }
        let middle = middle(old: left, new: right)
        mark(old: left.lowerBound..<middle.old, new: right.lowerBound..<middle.new)
        mark(old: middle.old..<left.upperBound, new: middle.new..<right.upperBound)
    }

    /// A point half way along a shortest way, where searches from both ends meet.
    private func middle(old left: Range<Int>, new right: Range<Int>) -> (old: Int, new: Int) {
        let difference = left.count - right.count
        var forward = Frontier(width: left.count, height: right.count)
        var backward = Frontier(width: left.count, height: right.count)
        while true {
            forward.advance { old[left.lowerBound + $0] == new[right.lowerBound + $1] }
            for (diagonal, x) in forward.reached
            where x + backward[difference - diagonal] >= left.count {
                return (left.lowerBound + x, right.lowerBound + x - diagonal)
            }
            backward.advance { old[left.upperBound - 1 - $0] == new[right.upperBound - 1 - $1] }
            for (diagonal, x) in backward.reached
            where x + forward[difference - diagonal] >= left.count {
                return (left.upperBound - x, right.upperBound - (x - diagonal))
            }
        }
    }
}

/// How far one can come with a given number of edits, on each diagonal of the grid of both texts.
private struct Frontier {
    /// Stands for a diagonal that cannot be reached; adding to it never makes it look reached.
    private static let unreached = Int.min / 4

    private let width: Int
    private let height: Int
    private var edits = -1
    /// The furthest x by diagonal (x - y), shifted so that the lowest diagonal is at 0.
    private var furthest: [Int]

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        furthest = Array(repeating: Self.unreached, count: width + height + 3)
    }

    subscript(diagonal: Int) -> Int { furthest[diagonal + height + 1] }

    /// The diagonals that the last advance came to.
    var reached: [(diagonal: Int, x: Int)] {
        diagonals.compactMap { self[$0] < 0 ? nil : ($0, self[$0]) }
    }

    private var diagonals: some Sequence<Int> {
        stride(from: -edits, through: edits, by: 2).lazy.filter { [width, height] in
            -height <= $0 && $0 <= width
        }
    }

    /// Allows one edit more, then follows equal lines as far as they go.
    mutating func advance(equal: (Int, Int) -> Bool) {
        edits += 1
        for diagonal in diagonals {
            var x = edits == 0 ? 0 : Self.unreached
            if self[diagonal + 1] - diagonal <= height { x = max(x, self[diagonal + 1]) }
            if self[diagonal - 1] < width { x = max(x, self[diagonal - 1] + 1) }
            while x >= 0, x < width, x - diagonal < height, equal(x, x - diagonal) { x += 1 }
            furthest[diagonal + height + 1] = x
        }
    }
}
