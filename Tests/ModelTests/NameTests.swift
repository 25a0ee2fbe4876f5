import Model
import SpecLanguage
import Testing

/// Names that are identifiers everywhere, and those that follow from them.
@Suite struct NameTests {
    @Test(arguments: ["a", "pulse", "a1_b2_", "line", "open", String(repeating: "x", count: 63)])
    func accepts(_ text: String) {
        #expect(Name(text)?.text == text)
    }

    @Test(arguments: [
        "", "A", "1a", "_a", "a-b", "a b", "a.b", "a$", "é", "aé", "a\u{301}", "ａ", "../x", "a\n",
        "a\u{0}",
        "🐘", String(repeating: "x", count: 64),
    ])
    func refuses(_ text: String) {
        #expect(Name(text) == nil)
    }

    /// PostgreSQL's lexer takes these as names of columns, views and schemas.
    @Test(arguments: [
        "interval", "load", "open", "line", "values", "row", "time", "position", "name",
    ])
    func acceptsHarmlessKeywords(_ name: String) throws {
        let members =
            #", "shmem": [{"name": "\#(name)", "scope": "global", "view": true, "fields": [{"name": "\#(name)", "type": "int4"}]}]"#
        #expect(try complaints(members) == [])
    }

    @Test(arguments: ["int", "select", "inline", "authorization", "ilike", "typeof", "system_user"])
    func refusesKeywords(_ name: String) throws {
        #expect(try complaints(identity: #", "schema": "\#(name)""#).count == 1)
    }

    @Test(arguments: [
        "string", "postgres", "c", "pg_compat", "plpgsql", "pgoutput", "pgcrypto", "dynpgext",
    ])
    func refusesNamesOfOthers(_ name: String) throws {
        let text =
            #"{"spec": 1, "extension": {"name": "\#(name)", "version": "1", "schema": "own"}}"#
        let spec = try decode(read(SpecText(path: "x", bytes: Array(text.utf8))))
        #expect(throws: SpecRejected.self) { try resolve(spec) }
    }

    /// A symbol that a macro of the headers would replace.
    @Test func refusesMacrosAsSymbols() throws {
        let text = """
            {"spec": 1, "extension": {"name": "si", "version": "1"},
             "settings": [{"name": "pid", "type": "bool", "default": true}]}
            """
        let spec = try decode(read(SpecText(path: "x", bytes: Array(text.utf8))))
        #expect(throws: SpecRejected.self) { try resolve(spec) }
    }

    /// A guard of the form NAME_H would hide the header of an extension called as one of PostgreSQL's.
    @Test func guardsTheHeaderByAnotherName() throws {
        #expect(try pulse().headerMacro.text == "PULSE_DYNPGEXT_H")
    }

    @Test func derivesNames() throws {
        let model = try pulse(
            """
            , "settings": [{"name": "interval", "type": "duration", "default": "1s", "min": "1s"}],
              "shmem": [{"name": "beats", "scope": "global", "size": 8}],
              "workers": [{"name": "beat", "scope": "global", "every": "1s", "run": {"c": true}}]
            """)
        let setting = try #require(model.settings.first)
        let block = try #require(model.blocks.first)
        let worker = try #require(model.workers.first)
        #expect(model.symbol(setting).text == "pulse_interval")
        #expect(model.symbol(of: setting.name) == model.symbol(setting))
        #expect(model.parameter(setting) == "pulse.interval")
        #expect(model.structure(block).text == "pulse_beats")
        #expect(model.attach(block).text == "pulse_beats_attach")
        #expect(model.lock(block).text == "pulse_beats_lock")
        #expect(model.unlock(block).text == "pulse_beats_unlock")
        #expect(model.initialiser(block).text == "pulse_beats_make")
        #expect(model.rowFunction(block).text == "pulse_beats_row")
        #expect(model.row(block).text == "beats_row")
        #expect(model.tranche(block) == "pulse:beats")
        #expect(model.context.text == "pulse_context")
        #expect(model.context(worker).text == "pulse_beat_context")
        #expect(model.hook(worker).text == "pulse_beat_run")
        #expect(model.main(worker).text == "pulse_beat_main")
        #expect(model.description(of: worker).text == "pulse_beat_worker")
        #expect(model.title(worker) == "pulse beat")
    }
}
