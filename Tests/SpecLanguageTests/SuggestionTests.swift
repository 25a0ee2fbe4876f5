import Testing

@testable import SpecLanguage

@Test(arguments: [
    ("evry", ["every"]), ("every", ["every"]), ("eveyr", ["every"]), ("Scope", ["scope"]),
    ("scop", ["scope"]), ("cosep", []), ("x", []), ("d", []), ("", []), ("ab", []),
    ("on_eror", ["on_error"]), ("interval", []),
])
func suggestsOnlyWhatIsClose(word: String, expected: [String]) {
    #expect(suggestions(for: word, among: ["every", "scope", "on_error", "c", "a"]) == expected)
}

@Test func suggestsNothingForAHugeWord() {
    let word = String(repeating: "a", count: 1_000_000)
    #expect(suggestions(for: word, among: [String(repeating: "a", count: 64)]) == [])
}
