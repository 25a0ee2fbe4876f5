import Model
import SpecLanguage
import Testing

/// What a spec leaves out, and what it comes to.
@Suite struct ResolveTests {
    @Test func theLeastSpecHasDefaults() throws {
        let model = try pulse()
        #expect(model.schema?.text == "pulse")
        #expect(model.interface == 1)
        #expect(model.comment == nil)
        #expect(model.settings.isEmpty && model.blocks.isEmpty && model.workers.isEmpty)
    }

    @Test(arguments: [
        ("database", "", WorkerModel.Connection.ownDatabase, nil),
        ("global", "", .none, nil),
        ("database", #""connect": true"#, .ownDatabase, nil),
        ("database", #""connect": false"#, .none, nil),
        ("global", #""connect": false"#, .none, nil),
        ("database", #""connect": {"role": "me"}"#, .ownDatabase, "me"),
        ("global", #""connect": {"database": "db"}"#, .database("db"), nil),
        ("global", #""connect": {"database": "db", "role": "me"}"#, .database("db"), "me"),
        ("global", #""connect": {"database": null}"#, .sharedCatalogs, nil),
        ("global", #""connect": {"database": null, "role": "me"}"#, .sharedCatalogs, "me"),
    ])
    func connections(
        _ scope: String, _ connect: String, _ connection: WorkerModel.Connection, _ role: String?
    ) throws {
        let member = connect.isEmpty ? "" : ", \(connect)"
        let model = try pulse(
            #", "workers": [{"name": "w", "scope": "\#(scope)", "every": "1s", "run": {"c": true}\#(member)}]"#
        )
        let worker = try #require(model.workers.first)
        #expect(worker.connection == connection)
        #expect(worker.role == role)
    }

    @Test func settingsHaveTheirTypesLimits() throws {
        let model = try pulse(
            """
            , "settings": [
                {"name": "a", "type": "int", "default": 1},
                {"name": "b", "type": "int", "default": -5, "min": -10, "max": -1},
                {"name": "c", "type": "duration", "default": "1min"},
                {"name": "d", "type": "duration", "default": "1min", "min": "1s", "max": "1h"},
                {"name": "e", "type": "bool", "default": true}
            ]
            """)
        let kinds = model.settings.map { "\($0.name.text) \($0.kind)" }
        #expect(
            kinds == [
                "a int(default: 1, range: ClosedRange(-2147483648...2147483647))",
                "b int(default: -5, range: ClosedRange(-10...-1))",
                "c duration(default: 60000, range: ClosedRange(0...2147483647))",
                "d duration(default: 60000, range: ClosedRange(1000...3600000))",
                "e bool(true)",
            ])
    }

    @Test func blocksHaveNoLockAndNoView() throws {
        let model = try pulse(#", "shmem": [{"name": "b", "scope": "global", "size": 1}]"#)
        let block = try #require(model.blocks.first)
        #expect(!block.hasLock && !block.hasView && block.fields.isEmpty)
    }

    /// What stands at the edge of a rule passes.
    @Test(arguments: [
        #", "postgres": {"min": 13, "max": 18}, "interface": 2"#,
        #", "settings": [{"name": "n", "type": "int", "default": 2147483647, "min": 2147483647, "max": 2147483647}]"#,
        #", "settings": [{"name": "hooks", "type": "bool", "default": true}, {"name": "workers", "type": "int", "default": 1}]"#,
        #", "shmem": [{"name": "b", "scope": "global", "size": 1073741312, "lock": "lwlock"}]"#,
        #", "shmem": [{"name": "b", "scope": "global", "fields": [{"name": "x", "type": "bool", "count": 1073741312}]}]"#,
        #", "shmem": [{"name": "b", "scope": "global", "view": true, "fields": [{"name": "x", "type": "bytes", "length": 100000000}]}]"#,
        #", "shmem": [{"name": "b", "scope": "global", "fields": [{"name": "lock", "type": "int4"}]}]"#,
        #", "workers": [{"name": "w", "scope": "database", "every": "1ms", "run": {"sql": ["beginning", "ALTER TABLE t", "-- x\nTABLE t"]}}]"#,
    ])
    func passes(_ members: String) throws {
        #expect(try complaints(members) == [])
    }

    @Test(arguments: [#"1"#, "1.0", "1.0-rc.1", "2024_01+x", "A"]) func versionsPass(
        _ version: String
    ) throws {
        let text = #"{"spec": 1, "extension": {"name": "pulse", "version": "\#(version)"}}"#
        let spec = try decode(read(SpecText(path: "x", bytes: Array(text.utf8))))
        #expect(try resolve(spec).version == version)
    }

    @Test(arguments: [
        "", "-1", "1-", "1--2", "1/2", "1 2", ".1", "1$", "1%", "é",
        String(repeating: "1", count: 65),
    ])
    func versionsFail(_ version: String) throws {
        let text = #"{"spec": 1, "extension": {"name": "pulse", "version": "\#(version)"}}"#
        let spec = try decode(read(SpecText(path: "x", bytes: Array(text.utf8))))
        #expect(throws: SpecRejected.self) { try resolve(spec) }
    }
}
