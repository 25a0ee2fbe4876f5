import Model
import Testing

/// A block keeps its memory as long as its layout stays the same, and no longer.
@Suite struct FingerprintTests {
    /// Changed ones would throw away the memory of released extensions.
    @Test func staysTheSameForEver() throws {
        #expect(
            try fingerprint(#""lock": "lwlock", "fields": [{"name": "count", "type": "int8"}]"#)
                == "1097899c")
        #expect(try fingerprint(#""size": 64"#) == "e1b30a8d")
    }

    @Test func ignoresWhatIsNoLayout() throws {
        let plain = try fingerprint(#""fields": [{"name": "x", "type": "text", "length": 8}]"#)
        for same in [
            #""comment": "c", "fields": [{"name": "x", "type": "text", "length": 8}]"#,
            #""view": true, "fields": [{"name": "x", "type": "text", "length": 8}]"#,
            #""key": "k", "fields": [{"name": "x", "type": "text", "length": 8, "default": "d"}]"#,
            #""reset": true, "init": true, "fields": [{"name": "x", "type": "text", "length": 8}]"#,
            #""lock": "none", "fields": [{"comment": "c", "length": 8, "type": "text", "name": "x"}]"#,
        ] {
            #expect(try fingerprint(same) == plain)
        }
        #expect(
            try fingerprint(
                #""fields": [{"name": "x", "type": "text", "length": 8}]"#, name: "other") == plain)
    }

    /// No two of these layouts may share memory.
    @Test func tellsLayoutsApart() throws {
        let layouts = [
            #""size": 64"#, #""size": 65"#, #""size": 64, "lock": "lwlock""#,
            fields(#"{"name": "x", "type": "int4"}"#),
            #""lock": "lwlock", \#(fields(#"{"name": "x", "type": "int4"}"#))"#,
            fields(#"{"name": "y", "type": "int4"}"#), fields(#"{"name": "x", "type": "uint4"}"#),
            fields(#"{"name": "x", "type": "int4", "count": 1}"#),
            fields(#"{"name": "x", "type": "int4", "count": 2}"#),
            fields(#"{"name": "x", "type": "text", "length": 8}"#),
            fields(#"{"name": "x", "type": "text", "length": 9}"#),
            fields(#"{"name": "x", "type": "bytes", "length": 8}"#),
            fields(#"{"name": "x", "type": "text", "length": 8, "count": 8}"#),
            fields(#"{"name": "x", "type": "int4"}, {"name": "y", "type": "int4"}"#),
            fields(#"{"name": "y", "type": "int4"}, {"name": "x", "type": "int4"}"#),
            fields(#"{"name": "x", "type": "atomic_uint32"}"#),
            fields(#"{"name": "y", "type": "int4"}, {"name": "x", "type": "atomic_uint32"}"#),
        ]
        let found =
            try layouts.map { try fingerprint($0) }
            + layouts.map { try fingerprint($0, scope: "global") }
        #expect(Set(found).count == 2 * layouts.count)
        #expect(found.allSatisfy { $0.count == 8 && $0.allSatisfy(\.isHexDigit) })
    }

    @Test func isPartOfTheKey() throws {
        let model = try pulse(#", "shmem": [{"name": "beats", "scope": "global", "size": 64}]"#)
        let block = try #require(model.blocks.first)
        #expect(model.key(block) == "pulse:beats:\(block.fingerprint)")
    }

    private func fields(_ fields: String) -> String { #""fields": [\#(fields)]"# }

    private func fingerprint(
        _ members: String, name: String = "block", scope: String = "database"
    ) throws -> String {
        let model = try pulse(
            #", "shmem": [{"name": "\#(name)", "scope": "\#(scope)", \#(members)}]"#)
        return try #require(model.blocks.first).fingerprint
    }
}
