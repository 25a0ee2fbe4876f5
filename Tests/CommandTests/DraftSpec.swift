import Foundation

/// Random numbers that a seed brings back.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }

    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

    mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }
}

/// A spec that changes at random; most of its states are valid.
struct DraftSpec {
    typealias Item = [String: any Sendable]

    private var identity: Item = ["name": "alpha", "version": "0.1"]
    private var interface = 1
    private var settings: [Item] = []
    private var blocks: [Item] = []
    private var workers: [Item] = []
    /// Makes names that were never there before.
    private var serial = 0

    var name: String { identity["name"] as? String ?? "" }

    /// What stands in the file.
    func text() throws -> String {
        let document: Item = [
            "spec": 1, "extension": identity, "interface": interface, "settings": settings,
            "shmem": blocks, "workers": workers,
        ]
        let data = try JSONSerialization.data(
            withJSONObject: document, options: [.sortedKeys, .prettyPrinted])
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    /// One edit, as a user makes it.
    mutating func edit(_ dice: inout Dice) {
        switch dice.below(20) {
        case 0: identity["name"] = dice.one(of: ["alpha", "beta", "gamma"])
        case 1: identity["comment"] = dice.one(of: Self.comments)
        case 2: identity["schema"] = dice.one(of: ["here", "there"])
        case 3: identity["schema"] = nil
        case 4: interface = 3 - interface
        case 5...8: change(\.settings, &dice, new: Self.setting(&dice))
        case 9...13: change(\.blocks, &dice, new: block(&dice))
        default: change(\.workers, &dice, new: worker(&dice))
        }
    }

    /// Adds, removes, renames, replaces or moves one of a list.
    private mutating func change(
        _ list: WritableKeyPath<Self, [Item]>, _ dice: inout Dice, new: Item
    ) {
        serial += 1
        let count = self[keyPath: list].count
        let index = dice.below(max(count, 1))
        let choice = count == 0 ? 9 : count > 5 ? 0 : dice.below(8)
        switch choice {
        case 0: self[keyPath: list].remove(at: index)
        case 1: self[keyPath: list][index]["name"] = "n\(serial)"
        case 2:
            let name = self[keyPath: list][index]["name"]
            self[keyPath: list][index] = new
            self[keyPath: list][index]["name"] = name
        case 3: self[keyPath: list].swapAt(index, 0)
        case 4: self[keyPath: list][index]["comment"] = dice.one(of: Self.comments)
        default: self[keyPath: list].insert(new, at: index)
        }
    }

    private static func setting(_ dice: inout Dice) -> Item {
        dice.one(of: [
            ["name": "on", "type": "bool", "default": true],
            ["name": "many", "type": "int", "default": 5, "min": 1, "max": 10],
            ["name": "pause", "type": "duration", "default": "10s", "min": "10ms"],
        ]).merging(["name": "s\(dice.below(1_000_000))"]) { $1 }
    }

    private func block(_ dice: inout Dice) -> Item {
        var item: Item = [
            "name": "b\(serial)", "scope": dice.one(of: ["global", "database"]),
            "lock": dice.one(of: ["none", "lwlock"]),
        ]
        if dice.below(4) == 0 {
            item["size"] = 64 + dice.below(4096)
        } else {
            item["fields"] = (0...dice.below(4)).map { Self.field(number: $0, &dice) }
            item["view"] = dice.below(2) == 0
            item["reset"] = dice.below(2) == 0
        }
        return item
    }

    private static func field(number: Int, _ dice: inout Dice) -> Item {
        let type = dice.one(of: [
            "bool", "int2", "int4", "int8", "uint4", "uint8", "float4", "float8", "oid",
            "timestamptz", "text", "bytes", "atomic_uint32", "atomic_uint64",
        ])
        var item: Item = ["name": "f\(number)", "type": type, "comment": dice.one(of: comments)]
        if ["text", "bytes"].contains(type) { item["length"] = 8 + dice.below(64) }
        if dice.below(4) == 0 { item["count"] = 1 + dice.below(9) }
        return item
    }

    private func worker(_ dice: inout Dice) -> Item {
        let scope = dice.one(of: ["global", "database"])
        let pauses = settings.filter { $0["type"] as? String == "duration" }
            .compactMap { $0["name"] as? String }
        var item: Item = ["name": "w\(serial)", "scope": scope, "every": "5s"]
        if !pauses.isEmpty, dice.below(2) == 0 { item["every"] = ["setting": dice.one(of: pauses)] }
        let isSQL = dice.below(2) == 0
        item["run"] =
            isSQL
            ? ["sql": ["SELECT \(dice.below(9))", "SELECT 'it''s'"]] as Item : ["c": true] as Item
        if isSQL, scope == "global" { item["connect"] = ["database": "postgres"] }
        return item
    }

    private static let comments = [
        "plain", "ends a comment */ and /* begins", "a \"quotation\" and 'another'", "100 % \\",
        "two\nlines", "Größe ☃ 漢字", "$$ $body$ ??/", "",
    ]
}
