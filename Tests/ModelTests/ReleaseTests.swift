import Testing

@testable import Model

/// What is believed of the versions in a lock file.
@Suite struct ReleaseTests {
    @Test(arguments: [
        ("0.1", "x", "y", "x", true), ("0.1", "x", "y", "x-0.1", true),
        ("0.1", "x", "y", "x-0.2", false), ("0.1", "x", "y", "y", false),
        ("0--1", "x", "y", "x", false), ("0.1", "X", "y", "X", false),
        ("0.1", "x", "2y", "x", false), ("", "x", "y", "x", false),
    ])
    func holdsOnlyWhatASpecCanMake(
        version: String, name: String, schema: String, library: String, isPossible: Bool
    ) {
        let release = Release(
            version: version, name: name, schema: schema, library: library, layouts: [])
        #expect((release != nil) == isPossible)
    }

    @Test func isReleasedByTheNextVersion() {
        let all = ["0.1", "0.2"].compactMap {
            Release(version: $0, name: "x", schema: "x", library: "x", layouts: [])
        }
        #expect(all.count == 2)
        #expect(all.released(before: "0.2").map(\.version) == ["0.1"])
        #expect(all.released(before: "0.3").map(\.version) == ["0.1", "0.2"])
        #expect([Release]().released(before: "0.1").isEmpty)
    }
}
