/// Numbers that follow from a seed, by SplitMix64, so that a failure can be had again.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// From 0, below a limit.
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    /// True once in so many times.
    mutating func once(in times: Int) -> Bool { below(times) == 0 }

    mutating func one<Item>(of items: [Item]) -> Item { items[below(items.count)] }

    /// A different name each time.
    mutating func names(_ count: Int, of pool: [String]) -> [String] {
        var rest = pool
        return (0..<min(count, pool.count)).map { _ in rest.remove(at: below(rest.count)) }
    }
}

/// A spec made at random, most of which are valid: each key is there or not, and names are such as like to clash.
struct RandomSpec {
    let name: String
    let version: String
    let json: String

    private let identity: [String]
    private let settings: [String]
    private let blocks: [String]
    private let workers: [String]

    /// What lets who create it, as it concerns the rest.
    private struct Identity {
        let isForAll: Bool
        let isTrusted: Bool
        let members: [String]
    }

    init(_ dice: inout Dice) {
        let name = dice.one(of: Pools.extensions)
        let identity = Self.identity(&dice)
        let settings = dice.names(dice.below(5), of: Pools.names).map { Self.setting($0, &dice) }
        let durations = settings.filter(\.isPeriod).map(\.name)
        self.init(
            name: name, version: "1.0", identity: identity.members, settings: settings.map(\.json),
            blocks: dice.names(dice.below(4), of: Pools.names).map {
                Self.block($0, isForAll: identity.isForAll, &dice)
            },
            workers: dice.names(dice.below(4), of: Pools.names).map {
                RandomWorker($0, durations, identity.isForAll, identity.isTrusted, &dice).json
            })
    }

    /// The next version of another one: some things stay, some are new.
    init(after old: RandomSpec, _ dice: inout Dice) {
        let other = RandomSpec(&dice)
        func mixed(_ one: [String], _ two: [String]) -> [String] {
            (one + two).filter { _ in !dice.once(in: 3) }
        }
        // Workers name settings, so that the old ones all stay.
        self.init(
            name: old.name, version: "1.1", identity: old.identity, settings: old.settings,
            blocks: mixed(old.blocks, other.blocks), workers: mixed(old.workers, []))
    }

    private init(
        name: String, version: String, identity: [String], settings: [String], blocks: [String],
        workers: [String]
    ) {
        (self.name, self.version, self.identity) = (name, version, identity)
        (self.settings, self.blocks, self.workers) = (settings, blocks, workers)
        let head = ["\"name\": \"\(name)\"", "\"version\": \"\(version)\""] + identity
        func list(_ key: String, _ items: [String]) -> String {
            items.isEmpty ? "" : ",\n\"\(key)\": [\n\(items.joined(separator: ",\n"))\n]"
        }
        json = """
            { "spec": 1, "extension": { \(head.joined(separator: ", ")) }\(list("settings", settings))\(list("shmem", blocks))\(list("workers", workers)),
              "interface": \(name.utf8.count % 2 + 1), "budget": "900MB", "postgres": { "min": 13 } }

            """
    }

    private static func identity(_ dice: inout Dice) -> Identity {
        let isForAll = dice.once(in: 8)
        let isTrusted = !isForAll && dice.once(in: 4)
        let members: [String?] = [
            isForAll ? "\"superuser\": false" : nil, isTrusted ? "\"trusted\": true" : nil,
            dice.once(in: 4)
                ? "\"relocatable\": true" : "\"schema\": \"\(dice.one(of: Pools.schemas))\"",
            dice.once(in: 2) ? "\"hot_upgrade\": true" : nil,
            dice.once(in: 3) ? "\"eager_preload\": false" : nil,
            dice.once(in: 3) ? "\"requires\": [\"plpgsql\"]" : nil,
            dice.once(in: 2) ? "\"comment\": \(dice.one(of: Pools.texts))" : nil,
        ]
        return Identity(
            isForAll: isForAll, isTrusted: isTrusted, members: members.compactMap(\.self))
    }

    private static func setting(
        _ name: String, _ dice: inout Dice
    ) -> (name: String, isPeriod: Bool, json: String) {
        let words = dice.names(1 + dice.below(3), of: Pools.words)
        let kinds: [(type: String, values: String, limits: String)] = [
            ("bool", dice.one(of: ["true", "false"]), ""),
            ("int", dice.one(of: ["-2147483648", "2147483647", "5"]), ""),
            ("int", "5", #", "min": -7, "max": 1000"#),
            ("real", dice.one(of: ["0", "0.1", "-1e300", "5e-324", "3"]), ""),
            ("real", "0.5", #", "min": 0, "max": 1e15"#),
            ("string", dice.one(of: Pools.texts), ""),
            (
                "enum", "\"\(words[0])\"",
                ", \"values\": [\(words.reversed().map { "\"\($0)\"" }.joined(separator: ", "))]"
            ),
            ("duration", "\"0ms\"", ""),
            ("duration", "\"100ms\"", #", "min": "10ms", "max": "24d""#),
            ("size", dice.one(of: ["\"2147483647B\"", "\"0B\"", "\"16MB\""]), ""),
            ("size", "\"1MB\"", #", "min": "1kB", "max": "1GB""#),
        ]
        let kind = dice.one(of: kinds)
        let context =
            dice.once(in: 2)
            ? ", \"context\": \"\(dice.one(of: ["sighup", "user", "superuser", "backend"]))\"" : ""
        return (
            name, kind.type == "duration" && !kind.limits.isEmpty,
            "{ \"name\": \"\(name)\", \"type\": \"\(kind.type)\", \"default\": \(kind.values)\(kind.limits)\(context)\(comment(&dice)) }"
        )
    }

    private static func block(_ name: String, isForAll: Bool, _ dice: inout Dice) -> String {
        let isRaw = dice.once(in: 4)
        let fields = dice.names(1 + dice.below(6), of: Pools.fields).map { field($0, &dice) }
        let members: [String?] = [
            "\"name\": \"\(name)\"",
            "\"scope\": \"\(dice.one(of: ["global", "database"]))\"",
            dice.once(in: 2) ? "\"lock\": \"\(dice.one(of: ["lwlock", "lwlock", "none"]))\"" : nil,
            isRaw
                ? "\"size\": \(dice.one(of: [1, 7, 128, 4096]))"
                : "\"fields\": [\(fields.joined(separator: ", "))]",
            !isRaw && !isForAll && dice.once(in: 2) ? "\"view\": true" : nil,
            !isRaw && !isForAll && dice.once(in: 2) ? "\"reset\": true" : nil,
            dice.once(in: 3) ? "\"init\": true" : nil,
            dice.once(in: 6) ? "\"key\": \"key:\(name):\(dice.below(1_000_000))\"" : nil,
        ]
        return "{ \(members.compactMap(\.self).joined(separator: ", "))\(comment(&dice)) }"
    }

    private static func field(_ name: String, _ dice: inout Dice) -> String {
        let kinds: [(type: String, length: Int?, values: [String])] = [
            ("bool", nil, ["true", "false"]), ("int2", nil, ["-32768", "32767"]),
            ("int4", nil, ["-2147483648", "7"]),
            ("int8", nil, ["-9223372036854775808", "9223372036854775807"]),
            ("uint4", nil, ["4294967295"]), ("uint8", nil, ["9223372036854775807"]),
            ("float4", nil, ["0.1", "3e38", "-7"]), ("float8", nil, ["1e308", "5e-324", "2"]),
            ("oid", nil, ["4294967295", "0"]), ("timestamptz", nil, []),
            ("text", 33, [#""a\"b\\c%s??/""#, #""""#]), ("text", 2, [#""*""#]),
            ("bytes", 3, [#""00ff7f""#, #""""#]), ("atomic_uint32", nil, ["4294967295", "0"]),
            ("atomic_uint64", nil, ["9223372036854775807"]),
        ]
        let kind = dice.one(of: kinds)
        let value = kind.values.isEmpty || dice.once(in: 2) ? nil : dice.one(of: kind.values)
        let members: [String?] = [
            "\"name\": \"\(name)\"", "\"type\": \"\(kind.type)\"",
            kind.length.map { "\"length\": \($0)" },
            dice.once(in: 4) ? "\"count\": \(1 + dice.below(5))" : nil,
            value.map { "\"default\": \($0)" },
        ]
        return "{ \(members.compactMap(\.self).joined(separator: ", "))\(comment(&dice)) }"
    }

    /// A comment, now and then.
    static func comment(_ dice: inout Dice) -> String {
        dice.once(in: 4) ? ", \"comment\": \(dice.one(of: Pools.texts))" : ""
    }
}
