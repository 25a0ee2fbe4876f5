/// A worker made at random, which its connection allows.
struct RandomWorker {
    let json: String

    /// What it connects to, and what follows from that.
    private struct Place {
        let scope: String
        let connect: String?
        var hasDatabase = true
        var isConnected = true

        static let all = [
            Place(scope: "database", connect: nil), Place(scope: "database", connect: "true"),
            Place(scope: "database", connect: "false", hasDatabase: false, isConnected: false),
            Place(scope: "database", connect: #"{ "role": "cleaner" }"#),
            Place(scope: "global", connect: nil, hasDatabase: false, isConnected: false),
            Place(scope: "global", connect: #"{ "database": "postgres" }"#),
            Place(scope: "global", connect: #"{ "database": "postgres", "role": "cleaner" }"#),
            Place(scope: "global", connect: #"{ "database": null }"#, hasDatabase: false),
        ]
    }

    /// One for a spec with these periods among its settings. Where nobody needs to be a superuser no view may show it, and
    /// in a trusted extension it may work as no other role.
    init(
        _ name: String, _ periods: [String], _ isForAll: Bool, _ isTrusted: Bool,
        _ dice: inout Dice
    ) {
        let places = Place.all.filter { place in
            let isShown = place.scope == "global" || place.isConnected
            let hasRole = place.connect?.contains("role") == true
            return !(isForAll && isShown) && !((isForAll || isTrusted) && hasRole)
        }
        let place = dice.one(of: places)
        let isHook = !place.hasDatabase || dice.once(in: 2)
        let timeout = dice.once(in: 3)
        let members: [String?] = [
            "\"name\": \"\(name)\"", "\"scope\": \"\(place.scope)\"",
            place.connect.map { "\"connect\": \($0)" },
            Self.start(place, &dice), Self.schedule(place, periods, &dice),
            isHook ? #""run": { "c": true }"# : #""run": { "sql": [\#(Self.statements(&dice))] }"#,
            Self.transaction(place, isHook, &dice),
            timeout ? "\"timeout\": \"\(dice.one(of: ["1min", "1h"]))\"" : nil,
            timeout && dice.once(in: 2) ? #""stop": "finish""# : nil,
            dice.once(in: 3) ? Self.errors(&dice) : nil,
            dice.once(in: 3) ? #""notify": true"# : nil,
            isHook && place.scope == "global" && dice.once(in: 2)
                ? "\"arg\": \(dice.one(of: [-2_147_483_648, 2_147_483_647, 0]))" : nil,
            isHook && dice.once(in: 2) ? "\"extra\": \(dice.one(of: Pools.texts))" : nil,
            dice.once(in: 4) ? "\"instances\": \(1 + dice.below(3))" : nil,
        ]
        json =
            "{ \(members.compactMap(\.self).joined(separator: ", "))\(RandomSpec.comment(&dice)) }"
    }

    private static func start(_ place: Place, _ dice: inout Dice) -> String? {
        guard dice.once(in: 3) else { return nil }
        let starts = ["recovery_finished", "consistent_state"]
        let all = starts + (place.isConnected ? [] : ["postmaster_start"])
        return "\"start\": \"\(dice.one(of: all))\""
    }

    private static func schedule(
        _ place: Place, _ periods: [String], _ dice: inout Dice
    ) -> String {
        let setting = periods.isEmpty ? nil : "{ \"setting\": \"\(dice.one(of: periods))\" }"
        let every = "\"every\": \(dice.once(in: 2) ? setting ?? "\"70ms\"" : "\"1h\"")"
        let canWake = place.scope == "global" || place.isConnected
        return switch dice.below(4) {
        case 0: #""once": true"#
        case 1 where canWake: #""wake": true"#
        case 2 where canWake: "\(every), \"wake\": true"
        default: every
        }
    }

    private static func statements(_ dice: inout Dice) -> String {
        let all = [#""SELECT 1""#, #""SELECT '\"\\é%s??/', $$*/$$""#, #""SELECT now();""#]
        return (0...dice.below(2)).map { _ in dice.one(of: all) }.joined(separator: ", ")
    }

    private static func transaction(
        _ place: Place, _ isHook: Bool, _ dice: inout Dice
    ) -> String? {
        guard place.hasDatabase, dice.once(in: 2) else { return nil }
        let all = ["tick", "none"] + (isHook ? [] : ["statement"])
        return "\"transaction\": \"\(dice.one(of: all))\""
    }

    private static func errors(_ dice: inout Dice) -> String {
        let all = [
            #"{ "backoff": { "initial": "2s" } }"#, #"{ "backoff": { "max": "2min" } }"#,
            #"{ "backoff": { "initial": "10ms", "max": "10ms" }, "give_up_after": 3 }"#,
            #"{ "give_up_after": 1 }"#,
        ]
        return "\"on_error\": \(dice.one(of: all))"
    }
}

/// What random specs choose from: names that meet those of generated code, of the headers, of makefiles and of each other.
enum Pools {
    static let extensions = words(
        """
        count x y max work lock list get log abi field run tick is of pg_x dynpgext_x dynpgext_block install clean build
        test runtime src tap try check regress internal session worker workers block make printf stdin main error status
        name type key xmin ctid oid abcdefghijklmnopqrstuvwxyz_abcdefghijklm
        """)

    static let names = words(
        """
        count change worker idle a b a_b b_c c x y row rows run main lock unlock context init key reset worker_processes mem
        here fields value place options wake wake_sql session enabled workers workers_row global_workers execute make name
        define_settings layout type index comment data attach local shown fields_count abi extra timeout log level statement
        block memory size generation xmin ctid oid tableoid public none current role database postgres int4 text timestamp
        interval lock_name run_name a_row a_reset a_wake a_enabled a_main x_row place_place abcdefghijklmnopqrstuvwxyz_abc
        """)

    static let words = words(
        "idle b c b_c b_layout on_off h working layout change high low x1 default_value lock_h")

    static let fields = words(
        """
        count change worker idle a b a_b x row rows lock_ main init key here fields value place options data layout name type
        index comment block memory size generation xmin ctid oid tableoid text timestamp interval int4 int32 uint32 uint64
        float4 float8 mode offset_ datum number told abort exit free malloc read write time signal min max xor inline_ member
        """)

    static let schemas = ["things", "count", "workers", "x", "a_b", "dynpgext_other"]

    /// Texts in JSON that some language would read another way.
    static let texts = [
        #""plain""#, #""""#, #""it's \"quoted\" \\ and %s %d""#, #""*/ /* // -- $$ ??/""#,
        #""Größe → é""#,
        #""ends with \\""#, #"";${x} $(y) `z` #w""#,
    ]

    private static func words(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\n" }.map(String.init)
    }
}
