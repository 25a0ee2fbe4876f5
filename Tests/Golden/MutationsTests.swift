import Foundation
import ServerHarness
import Testing

/// `scripts/mutate` finds what it is to take out, and that is enough.
@Suite struct MutationsTests {
    @Test func standInTheirFiles() throws {
        for mutation in try Mutation.all {
            let file = checkout.appending(path: mutation.file)
            let count =
                try String(contentsOf: file, encoding: .utf8)
                .components(separatedBy: mutation.text).count - 1
            // In what is generated every occurrence is replaced.
            let isEnough =
                mutation.file.hasPrefix("Tests/Golden/Expected/")
                    || mutation.file.hasPrefix("runtime/")
                ? count > 0 : count == 1
            #expect(isEnough, "\(mutation.file): \"\(mutation.text)\" stands there \(count) times")
        }
    }

    /// A case counts only if it fails alone when some path of the code is taken out. No folder can be forgotten, nor get
    /// lost on its way.
    @Test func failEachCaseOfRejectedAlone() throws {
        let prefix = "RejectedTests="
        let alone = try Mutation.all.map(\.filter).filter { $0.hasPrefix(prefix) }
            .map { String($0.dropFirst(prefix.count)) }
        #expect(Set(alone).symmetricDifference(RejectedCase.all.map(\.name)) == [])
    }

    @Test func breakEachRule() throws {
        let folder = "Sources/Model/Rules"
        let files = try FileManager.default.contentsOfDirectory(
            atPath: checkout.appending(path: folder).path)
        let broken = Set(try Mutation.all.map(\.file))
        for file in files where file != "Rule.swift" {
            #expect(broken.contains("\(folder)/\(file)"), "no mutation breaks \(file)")
        }
    }
}

/// A line of `Tests/mutations`.
private struct Mutation {
    let file: String
    /// What is taken out.
    let text: String
    /// Which tests must notice.
    let filter: String

    static var all: [Mutation] {
        get throws {
            let lines = try String(
                contentsOf: checkout.appending(path: "Tests/mutations"), encoding: .utf8)
            return try lines.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
                let words = line.components(separatedBy: "|")
                try #require(words.count == 4, "\(line)")
                return Mutation(file: words[0], text: words[1], filter: words[3])
            }
        }
    }
}
