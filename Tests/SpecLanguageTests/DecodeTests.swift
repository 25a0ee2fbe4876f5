import Testing

@testable import SpecLanguage

/// The example of the product's description, without some of its keys.
let pulse = """
    { "$schema": "./dynpgext.schema.json", "spec": 1,
      "extension": { "name": "pulse", "version": "0.1", "comment": "beats", "schema": "heart" },
      "postgres": { "min": 13, "max": 18 }, "interface": 1,
      "settings": [ { "name": "interval", "type": "duration", "default": "10s", "min": "10ms" } ],
      "shmem": [ { "name": "beats", "scope": "database", "lock": "lwlock", "view": true,
                   "fields": [ { "name": "count", "type": "atomic_uint64" },
                               { "name": "note", "type": "text", "length": 64 },
                               { "name": "recent", "type": "int8", "count": 128 } ] },
                 { "name": "scratch", "scope": "global", "size": 1024 } ],
      "workers": [ { "name": "beat", "scope": "database", "every": { "setting": "interval" },
                     "run": { "sql": [ "SELECT 1", "SELECT 2" ] } },
                   { "name": "janitor", "scope": "global", "connect": { "database": "postgres" },
                     "every": "1min", "run": { "c": true } } ] }
    """

@Test func decodesEveryKeyOfTheExample() throws {
    let text = spec(pulse)
    let pulse = try decode(try read(text))
    #expect(pulse.name.value == "pulse")
    #expect(source(of: pulse.name.range, in: text) == "\"pulse\"")
    #expect(pulse.name.range.start.line == 2)
    #expect(pulse.name.range.start.column == 26)
    #expect(pulse.version.value == "0.1")
    #expect(pulse.comment?.value == "beats")
    #expect(pulse.schema?.value == "heart")
    #expect(pulse.minimumMajor?.value == 13)
    #expect(pulse.maximumMajor?.value == 18)
    #expect(pulse.interface?.value == 1)

    let setting = try #require(pulse.settings.first)
    #expect(setting.name.value == "interval")
    #expect(setting.type.value == .duration)
    #expect(setting.defaultValue.value == .string("10s"))
    #expect(setting.minimum?.value == .string("10ms"))
    #expect(setting.maximum == nil)

    try #require(pulse.blocks.map(\.name.value) == ["beats", "scratch"])
    let beats = pulse.blocks[0]
    #expect(beats.scope.value == .database)
    #expect(beats.lock?.value == .lwlock)
    #expect(beats.view?.value == true)
    #expect(beats.size == nil)
    let fields = try #require(beats.fields)
    #expect(source(of: fields.range, in: text).hasPrefix("[ { \"name\": \"count\""))
    #expect(fields.value.map(\.name.value) == ["count", "note", "recent"])
    #expect(fields.value.map(\.type.value) == [.atomicUInt64, .text, .int8])
    #expect(fields.value.map(\.length?.value) == [nil, 64, nil])
    #expect(fields.value.map(\.count?.value) == [nil, nil, 128])
    #expect(pulse.blocks[1].size?.value == 1024)
    #expect(pulse.blocks[1].fields == nil)

    try #require(pulse.workers.map(\.name.value) == ["beat", "janitor"])
    let beat = pulse.workers[0]
    #expect(beat.connection == nil)
    guard case .setting(let interval) = beat.every?.value else {
        Issue.record("every is \(String(describing: beat.every))")
        return
    }
    #expect(source(of: interval.range, in: text) == "\"interval\"")
    guard case .sql(let statements) = beat.work.value else {
        Issue.record("run is \(beat.work)")
        return
    }
    #expect(statements.map(\.value) == ["SELECT 1", "SELECT 2"])
    #expect(statements.map { source(of: $0.range, in: text) } == ["\"SELECT 1\"", "\"SELECT 2\""])
    #expect(pulse.workers[1].every?.value == .fixed("1min"))
    #expect(pulse.workers[1].work.value == .c)
}

@Test func decodesTheSmallestSpec() throws {
    let smallest = try decode(
        try read(spec(#"{"spec":1,"extension":{"name":"a","version":"1"}}"#)))
    #expect(smallest.name.value == "a")
    #expect(smallest.minimumMajor == nil)
    #expect(smallest.settings.isEmpty && smallest.blocks.isEmpty && smallest.workers.isEmpty)
}

@Test(arguments: [
    ("true", "its own"), ("false", "none"),
    (#"{"database":null}"#, "shared"), (#"{"database":null,"role":"r"}"#, "shared as r"),
    (#"{"database":"d"}"#, "d"), (#"{"database":"d","role":"r"}"#, "d as r"),
    (#"{"role":"r"}"#, "its own as r"),
])
func decodesConnections(text: String, expected: String) throws {
    func role(_ name: Located<String>?) -> String { name.map { " as \($0.value)" } ?? "" }
    let spec = try decode(try read(worker("\"connect\":\(text)")))
    let connection = try #require(spec.workers.first?.connection)
    let found =
        switch connection.value {
        case .ownDatabase: "its own"
        case .none: "none"
        case .sharedCatalogs(let name): "shared\(role(name))"
        case .database(let database, let name): "\(database?.value ?? "its own")\(role(name))"
        }
    #expect(found == expected)
    #expect(source(of: connection.range, in: worker("\"connect\":\(text)")) == text)
}

@Test(
    arguments: [
        ("true", .bool(true)), ("-1.5e3", .real(-1500)), ("1E+2", .real(100)),
        ("-9223372036854775808", .integer(.min)),
        ("\"10s\"", .string("10s")),
    ] as [(String, Scalar)])
func decodesScalars(text: String, expected: Scalar) throws {
    let spec = try decode(try read(setting("\"default\":\(text)")))
    #expect(spec.settings.first?.defaultValue.value == expected)
}

/// The declarations of the decoder describe the format without any document.
@Test func describesTheFormat() throws {
    guard case .object(let top) = Shape.object(Extension.init(from:)).outline() else {
        Issue.record("not an object")
        return
    }
    let keys = top.keys
    #expect(
        keys.map(\.name) == [
            "$schema", "spec", "extension", "postgres", "interface", "budget", "settings", "shmem",
            "workers",
        ])
    #expect(keys.filter(\.isRequired).map(\.name) == ["spec", "extension"])
    guard case .list(of: .object(let worker), isEmptyAllowed: true)? = keys.last?.outline else {
        Issue.record("workers are \(keys)")
        return
    }
    #expect(
        worker.keys.map(\.name) == [
            "name", "scope", "connect", "start", "every", "once", "wake", "run", "transaction",
            "timeout", "stop", "on_error", "notify", "arg", "extra", "instances", "comment",
        ])
    #expect(worker.constraints == [.atLeastOne(["every", "once", "wake"])])
    func key(_ name: String) throws -> KeyDeclaration {
        try #require(worker.keys.first { $0.name == name })
    }
    #expect(try key("scope").outline == .choice(["global", "database"]))
    #expect(try key("connect").defaultText == "true for scope database, false for global")
    let setting = KeyDeclaration(
        name: "setting", isRequired: true, defaultText: nil,
        documentation: "the setting that holds the duration", example: #""interval""#,
        outline: .string(.name))
    let period = ObjectOutline(keys: [setting], constraints: [])
    #expect(try key("every").outline == .either(.string(.duration), .object(period)))
    guard case .object(let run) = try key("run").outline else { return }
    #expect(run.constraints == [.exactlyOne(["sql", "c"])])
}
