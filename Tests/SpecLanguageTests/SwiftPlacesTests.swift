import Testing

@testable import SpecLanguage

/// Where a spec in Swift says what its document holds.
@Suite struct SwiftPlacesTests {
    @Test(arguments: [
        // What stands in the text, the way to a node, and where the place is.
        (#"Worker("a", every: "1s")"#, ["name"], #""a""#),
        (#"Worker("a", every: "1s")"#, ["every"], #""1s""#),
        (#"Worker("a", every: "1s")"#, [], #"Worker("a", every: "1s")"#),
        (#"Worker("a, b(", every: /* , */ "1s" )"#, ["every"], #""1s""#),
        (#"Worker(name, every: .setting("pause"))"#, ["every", "setting"], #""pause""#),
        (#"Worker(name, every: Every.setting(pause))"#, ["every", "setting"], "pause"),
        ("Worker(name, every: .setting(pause)\n  )", ["every"], ".setting(pause)"),
        (#"W(run: .sql("one", f(1, 2), "three"))"#, ["run", "sql", "0/3"], #""one""#),
        (#"W(run: .sql("one", f(1, 2), "three"))"#, ["run", "sql", "1/3"], "f(1, 2)"),
        (#"W(run: .sql("one", f(1, 2), "three"))"#, ["run", "sql"], #""one", f(1, 2), "three""#),
        (#"W(run: .sql(["one", "two"]))"#, ["run", "sql", "1/2"], #""two""#),
        (#"W(run: .sql(statements))"#, ["run", "sql", "1/2"], "statements"),
        (#"W(run: .sql("one", timeout: "1s"))"#, ["run", "timeout"], #""1s""#),
        (#"W(requires: ["a", "b"])"#, ["requires", "1/2"], #""b""#),
        (#"W(connect: .database(nil, role: "r"))"#, ["connect", "database"], "nil"),
        (#"W(connect: .database(nil, role: "r"))"#, ["connect", "role"], #""r""#),
        (#"W(connect: flag ? true : false, every: "1s")"#, ["connect"], "flag ? true : false"),
        (#"W(hotUpgrade: yes)"#, ["hot_upgrade"], "yes"),
        (#"W(every: make())"#, ["every", "setting"], "make()"),
        (#"W(every: "\(count(["a": ")"]))s", x: 1)"#, ["x"], "1"),
        (##"W(every: #"\#(")")""#, x: 1)"##, ["x"], "1"),
        ("W(every: \"\"\"\n  \"quoted\", )\n  \"\"\", x: 1)", ["x"], "1"),
        (#"W(every: "\\", x: "\"", y: 1)"#, ["y"], "1"),
        (#"W(every: "", x: 1)"#, ["x"], "1"),
        ("W(every: 1, // a comment ) , x: 2\n x: 3)", ["x"], "3"),
        ("W(every: /* /* ) */ , */ 1, x: 3)", ["x"], "3"),
        (#"W(every: { (a: Int, b: Int) in [a, b] }(1, 2), x: 3)"#, ["x"], "3"),
        (#"W(every: "1s", ) "#, ["every"], #""1s""#),
    ]) func place(_ text: String, _ path: [String], _ expected: String) throws {
        let spec = SpecText(path: "Extension.swift", bytes: Array("\n  \(text)".utf8))
        var places = SwiftPlaces(spec)
        let name = text.prefix { $0 != "(" }.count
        let found = places.call(line: 2, column: name + 3)
        let call = try #require(found)
        var place = SwiftNodePlace.arguments(of: call)
        for step in path {
            let index = step.split(separator: "/").compactMap { Int($0) }
            place =
                index.count == 2
                ? place.element(index[0], of: index[1], in: spec.bytes)
                : place.member(step, in: spec.bytes).value
        }
        #expect(String(decoding: spec.bytes[place.range], as: UTF8.self) == expected)
    }

    /// Columns are bytes for the compiler, and scalars for a reader.
    @Test func countsColumns() throws {
        let spec = SpecText(path: "", bytes: Array("/* ä🐘 */ W(x: \"é\", y: 1)".utf8))
        var places = SwiftPlaces(spec)
        let found = places.call(line: 1, column: 15)
        let call = try #require(found)
        let range = places.range(call.arguments[1].value)
        #expect(range.start.column == 23)
        #expect(range.end.column == 24)
    }

    /// What a text cannot tell is no place at all, and never a trap.
    @Test(arguments: [(0, 1), (1, 0), (1, 1), (1, 99), (9, 1), (1, 2), (-1, -1), (2, 1)])
    func refusesWhatIsNoCall(line: Int, column: Int) {
        var places = SwiftPlaces(SpecText(path: "", bytes: Array("W(\"open\nW(".utf8)))
        let found = places.call(line: line, column: column)
        #expect(found == nil)
    }

    /// The documents that a run writes become nodes with places in Swift.
    @Test func readsDocuments() throws {
        let text = SpecText(path: "", bytes: Array("Extension(\"a\", version: \"1\")".utf8))
        let json =
            ##"[{"#": [1, 10], "spec": 1, "extension": {"name": "a", "version": "1"}}]"##
        let document = try read(Array(json.utf8), madeBy: text)
        let spec = try decode(document)
        #expect(spec.name.range.start.column == 11)
        #expect(spec.version.range.start.column == 25)
    }

    @Test func refusesNoneAndTwo() {
        let text = SpecText(path: "", bytes: Array("A()\nB()".utf8))
        for json in ["[]", "{}", ##"[{"#": [1, 2]}, {"#": [2, 2]}]"##] {
            #expect(throws: SpecRejected.self) { try read(Array(json.utf8), madeBy: text) }
        }
    }
}
