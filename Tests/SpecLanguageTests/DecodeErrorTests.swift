import Testing

@testable import SpecLanguage

@Test(arguments: [
    (#""type":3"#, #"3:8: "type" must be a string, not a number [Write "3" in double quotes.]"#),
    (#""type":"int""#, #"3:8: unknown type "int" [Did you mean "int2", "int4" or "int8"?]"#),
    (#""type":"timestamp""#, #"3:8: unknown type "timestamp" [Did you mean "timestamptz"?]"#),
    (#""type":"BOOL""#, #"3:8: unknown type "BOOL" [Did you mean "bool"?]"#),
    (
        #""type":"json""#,
        #"3:8: unknown type "json" [It can be "bool", "int2", "int4", "int8", "uint4", "uint8", "float4", "float8", "oid", "timestamptz", "text", "bytes", "atomic_uint32" or "atomic_uint64".]"#
    ),
    (
        #""type":"int8","count":"128""#,
        #"3:23: "count" must be an integer, not a string [Remove the quotes.]"#
    ),
    (#""type":"int8","count":"many""#, #"3:23: "count" must be an integer, not a string"#),
    (
        #""type":"int8","count":1e3"#,
        #"3:23: "count" must be an integer, not "1e3" [Write it without fraction and exponent.]"#
    ),
    (
        #""type":"int8","count":1.0"#,
        #"3:23: "count" must be an integer, not "1.0" [Write it without fraction and exponent.]"#
    ),
    (
        #""type":"int8","count":9223372036854775808"#,
        #"3:23: "count" does not fit into 64 bits [Integers go from -9223372036854775808 to 9223372036854775807.]"#
    ),
    (#""type":"text","length":true"#, #"3:24: "length" must be an integer, not a boolean"#),
    (
        #""type":"text","length":null"#,
        #"3:24: "length" must be an integer, not null [Remove it if it should have no value.]"#
    ),
    (
        #""type":"text","lenght":1"#,
        #"3:15: unknown key "lenght" in shmem[0].fields[0] [Did you mean "length"?]"#
    ),
    (
        #""type":"text","x":1"#,
        #"3:15: unknown key "x" in shmem[0].fields[0] [The keys here are "name", "type", "length", "count", "default" and "comment".]"#
    ),
    (
        #""type":"text","default":{}"#,
        #"3:25: "default" must be true or false or a number or a string, not an object"#
    ),
    (
        #""count":1"#,
        #"2:11: missing key "type" in shmem[0].fields[0] [Add "type": the type of its value.]"#
    ),
])
func refusesFields(member: String, expected: String) {
    #expect(problems(of: field(member)) == [expected])
}

@Test(arguments: [
    (#""evry":1"#, #"2:1: unknown key "evry" in workers[0] [Did you mean "every"?]"#),
    (
        #""every":10"#,
        #"2:9: "every" must be a duration such as "10s" or an object, not a number [Write "10" in double quotes.]"#
    ),
    (
        #""every":{}"#,
        #"2:9: missing key "setting" in workers[0].every [Add "setting": the setting that holds the duration.]"#
    ),
    (
        #""every":{"setting":"s","x":1}"#,
        #"2:24: unknown key "x" in workers[0].every [The only key here is "setting".]"#
    ),
    (#""run":"SELECT 1""#, #"2:7: "run" must be an object, not a string"#),
    (#""run":{}"#, #"2:7: missing key "sql" or "c" in workers[0].run [Add one of them.]"#),
    (
        #""run":{"c":true,"sql":["SELECT 1"]}"#,
        #"2:17: "sql" cannot stand beside "c" [Remove one of the two.]"#
    ),
    (#""run":{"c":false}"#, #"2:12: "c" must be true [Leave the key out instead.]"#),
    (#""run":{"c":"true"}"#, #"2:12: "c" must be true, not a string [Remove the quotes.]"#),
    (#""run":{"sql":[]}"#, #"2:14: "sql" must not be empty [Write at least one element.]"#),
    (
        #""run":{"sql":"SELECT 1"}"#,
        #"2:14: "sql" must be an array, not a string [Put it in brackets.]"#
    ),
    (
        #""run":{"sql":["a",2]}"#,
        #"2:19: workers[0].run.sql[1] must be a string, not a number [Write "2" in double quotes.]"#
    ),
    (
        #""connect":"postgres""#,
        #"2:11: "connect" must be true or false or an object, not a string [Name a database with {"database": "postgres"}.]"#
    ),
    (
        #""connect":{}"#,
        #"2:11: missing key "database" or "role" in workers[0].connect [Add one of them.]"#
    ),
    (
        #""connect":{"database":1}"#,
        #"2:23: "database" must be a string or null, not a number [Write "1" in double quotes.]"#
    ),
    (
        #""connect":{"databse":null,"role":"r"}"#,
        #"2:12: unknown key "databse" in workers[0].connect [Did you mean "database"?]"#
    ),
])
func refusesWorkers(member: String, expected: String) {
    #expect(problems(of: worker(member)) == [expected])
}

@Test(arguments: [
    (
        #""default":1e999"#,
        #"2:11: "default" is too large [Integers go from -9223372036854775808 to 9223372036854775807, other numbers from -1.7976931348623157e+308 to 1.7976931348623157e+308.]"#
    ),
    (
        #""default":[]"#,
        #"2:11: "default" must be true or false or a number or a string, not an array"#
    ),
    (
        #""default":1,"context":"always""#,
        #"2:23: unknown context "always" [It can be "sighup", "user", "superuser", "backend" or "postmaster".]"#
    ),
    (
        #""default":1,"values":[]"#,
        #"2:22: "values" must not be empty [Write at least one element.]"#
    ),
    (
        #""max":1"#,
        #"1:62: missing key "default" in settings[0] [Add "default": its value when nobody sets it.]"#
    ),
])
func refusesSettings(member: String, expected: String) {
    #expect(problems(of: setting(member)) == [expected])
}

@Test(arguments: [
    ("[]", "1:1: the spec must be an object, not an array"),
    (
        #"{"extension":{"name":"a","version":"1"}}"#,
        #"1:1: missing key "spec" at the top level [Add "spec": the version of this format, 1.]"#
    ),
    (
        #"{"spec":1}"#,
        #"1:1: missing key "extension" at the top level [Add "extension": the extension itself.]"#
    ),
    (
        #"{"spec":2,"other":{}}"#,
        #"1:9: "spec" must be 1, not 2 [This version of dynpgext-gen reads version 1 only.]"#
    ),
    (
        #"{"spec":1,"extension":{"name":"a","version":0.1}}"#,
        #"1:45: "version" must be a string, not a number [Write "0.1" in double quotes.]"#
    ),
    (
        #"{"spec":1,"extension":{"name":"a","version":"1"},"postgres":{"min":"13"}}"#,
        #"1:68: "min" must be an integer, not a string [Remove the quotes.]"#
    ),
    (
        #"{"spec":1,"extension":{"name":"a","version":"1"},"worker":[]}"#,
        #"1:50: unknown key "worker" at the top level [Did you mean "workers"?]"#
    ),
])
func refusesTheTopLevel(text: String, expected: String) {
    #expect(problems(of: spec(text)) == [expected])
}

@Test func findsAllProblemsInOneRun() {
    let text = spec(
        """
        { "spec": "1", "$schema": 1,
          "extension": { "version": 1, "nmae": "x" },
          "postgres": [],
          "settings": { },
          "shmem": [ 1, { "scope": "galaxy", "lock": "spin", "fields": [ { }, null ], "view": 0 } ],
          "workers": [ { "run": { "c": true, "sql": [ 1, 2 ] }, "restart_time": "1s" } ] }
        """)
    #expect(
        diagnostics(of: text).map { "\($0.range.start.line): \($0.message)" } == [
            #"1: "spec" must be 1, not a string"#,
            #"1: "$schema" must be a string, not a number"#,
            #"2: missing key "name" in extension"#,
            #"2: "version" must be a string, not a number"#,
            #"2: unknown key "nmae" in extension"#,
            #"3: "postgres" must be an object, not an array"#,
            #"4: "settings" must be an array, not an object"#,
            #"5: shmem[0] must be an object, not a number"#,
            #"5: missing key "name" in shmem[1]"#,
            #"5: unknown scope "galaxy""#,
            #"5: unknown lock "spin""#,
            #"5: missing key "name" in shmem[1].fields[0]"#,
            #"5: missing key "type" in shmem[1].fields[0]"#,
            #"5: shmem[1].fields[1] must be an object, not null"#,
            #"5: "view" must be true or false, not a number"#,
            #"6: missing key "name" in workers[0]"#,
            #"6: missing key "scope" in workers[0]"#,
            #"6: missing key "every", "once" or "wake" in workers[0]"#,
            #"6: "sql" cannot stand beside "c""#,
            #"6: workers[0].run.sql[0] must be a string, not a number"#,
            #"6: workers[0].run.sql[1] must be a string, not a number"#,
            #"6: there is no key "restart_time""#,
        ])
}

@Test func notesTheOtherOfTwoKeysThatExcludeEachOther() throws {
    let text = worker(#""run":{"sql":["a"],"c":true}"#)
    let note = try #require(diagnostics(of: text).first?.notes.first)
    #expect(note.message == "\"sql\" is here")
    #expect(source(of: note.range, in: text) == "\"sql\"")
}

@Test func takesNoKeyForALongerOne() {
    let text = spec(#"{"spec":1,"extension":{"names":"x","version":"1"}}"#)
    #expect(
        diagnostics(of: text).map(\.message) == [
            #"missing key "name" in extension"#, #"unknown key "names" in extension"#,
        ])
}
