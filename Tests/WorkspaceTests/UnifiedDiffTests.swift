import Foundation
import Testing

@testable import Workspace

@Suite struct UnifiedDiffTests {
    @Test func isEmptyForEqualTexts() {
        #expect(diff("a\nb\n", "a\nb\n") == "")
        #expect(diff("", "") == "")
    }

    @Test func keepsThreeLinesOfContext() {
        let old = (1...12).map { "\($0)\n" }.joined()
        let new = old.replacingOccurrences(of: "6\n", with: "six\n")
        let expected = """
            --- a/f
            +++ b/f
            @@ -3,7 +3,7 @@
             3
             4
             5
            -6
            +six
             7
             8
             9

            """
        #expect(diff(old, new) == expected)
    }

    @Test func joinsHunksWhoseContextTouches() {
        let old = (1...20).map { "\($0)\n" }.joined()
        let near = old.replacingOccurrences(of: "\n5\n", with: "\n")
            .replacingOccurrences(of: "\n12\n", with: "\n")
        #expect(diff(old, near)?.components(separatedBy: "@@ -").count == 2)
        let far = old.replacingOccurrences(of: "\n5\n", with: "\n")
            .replacingOccurrences(of: "\n13\n", with: "\n")
        #expect(diff(old, far)?.components(separatedBy: "@@ -").count == 3)
    }

    @Test func tellsMissingNewlines() {
        let expected = """
            --- a/f
            +++ b/f
            @@ -1 +1,2 @@
            -a
            \\ No newline at end of file
            +a
            +b
            \\ No newline at end of file

            """
        #expect(diff("a", "a\nb") == expected)
    }

    @Test func tellsCreatedAndDeletedFiles() {
        #expect(diff(nil, "a\n") == "--- /dev/null\n+++ b/f\n@@ -0,0 +1 @@\n+a\n")
        #expect(diff("a\n", nil) == "--- a/f\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n")
    }

    /// `patch` must turn the old text into the new one, and `diff` must know no shorter way.
    @Test(arguments: 0..<60)
    func agreesWithPatchAndDiff(seed: UInt64) throws {
        var random = Sequence64(state: seed &* 0x9e37_79b9_7f4a_7c15 &+ 1)
        let directory = try TemporaryDirectory()
        let old = randomText(&random)
        let new = seed % 2 == 0 ? randomText(&random) : edited(old, &random)
        try directory.write(old, to: "f")
        try directory.write(new, to: "g")
        let text = diff(old, new) ?? ""
        try directory.write(text, to: "patch")
        let reference = try output(of: ["diff", "-d", "-U3", "f", "g"], in: directory)
        #expect(edits(in: text) == edits(in: reference))
        if !text.isEmpty {
            _ = try output(of: ["patch", "-s", "-p1", "-i", "patch"], in: directory)
        }
        #expect((directory["f"] ?? "") == new)
    }

    private func diff(_ old: String?, _ new: String?) -> String? {
        let bytes = unifiedDiff(
            from: old.map { Array($0.utf8) }, to: new.map { Array($0.utf8) }, path: "f")
        return String(validating: bytes, as: UTF8.self)
    }

    private func edits(in diff: String) -> Int {
        diff.split(separator: "\n").filter {
            ($0.hasPrefix("+") || $0.hasPrefix("-")) && !$0.hasPrefix("+++") && !$0.hasPrefix("---")
        }.count
    }

    private func randomText(_ random: inout Sequence64) -> String {
        let lines = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            String("abcde".randomElement(using: &random) ?? "a")
        }
        return lines.joined(separator: "\n") + (Bool.random(using: &random) ? "\n" : "")
    }

    private func edited(_ text: String, _ random: inout Sequence64) -> String {
        var lines = text.components(separatedBy: "\n")
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let place = Int.random(in: 0..<lines.count, using: &random)
            lines[place] = Bool.random(using: &random) ? "new" : lines[place] + "\nmore"
        }
        return lines.joined(separator: "\n")
    }

    private func output(of arguments: [String], in directory: TemporaryDirectory) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: directory.path)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}

/// SplitMix64: a failing seed must fail again.
private struct Sequence64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}
