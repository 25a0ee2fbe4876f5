import Testing

@testable import ExtensionSpec

/// The example of the product's description, without the keys that are not supported yet.
private let pulse = """
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
    guard case .setting(let interval) = beat.every.value else {
        Issue.record("every is \(beat.every)")
        return
    }
    #expect(source(of: interval.range, in: text) == "\"interval\"")
    guard case .sql(let statements) = beat.work.value else {
        Issue.record("run is \(beat.work)")
        return
    }
    #expect(statements.map(\.value) == ["SELECT 1", "SELECT 2"])
    #expect(statements.map { source(of: $0.range, in: text) } == ["\"SELECT 1\"", "\"SELECT 2\""])
    #expect(pulse.workers[1].every.value == .fixed("1min"))
    #expect(pulse.workers[1].work.value == .c)
}
