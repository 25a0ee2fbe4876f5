import Foundation

/// The checkout that these tests belong to.
package let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The majors of PostgreSQL to test with.
package enum Majors {
    /// All that are supported, or those that DYNPGEXT_MAJORS names ("13 18"); a word that is no major fails its tests. What
    /// `scripts/postgres` could not have here is skipped, and said to be.
    package static let all: [Int] = {
        let wanted = ProcessInfo.processInfo.environment["DYNPGEXT_MAJORS"] ?? ""
        let named = wanted.split(separator: " ").map { Int($0) ?? 0 }
        return (named.isEmpty ? Array(13...19) : named).filter { major in
            let note = checkout.appending(path: ".pg/\(major).skipped")
            guard let reason = try? String(contentsOf: note, encoding: .utf8) else { return true }
            print("PostgreSQL \(major) is skipped: \(reason)")
            return false
        }
    }()

    /// The newest of them, for tests that need one server of any major.
    package static var newest: Int { all.max() ?? 19 }

    /// The pg_config of a major's private tree, as scripts/postgres left it, or scripts/postgres-cassert if
    /// DYNPGEXT_CASSERT is set.
    package static func pgConfig(_ major: Int) throws -> URL {
        let cassert = ProcessInfo.processInfo.environment["DYNPGEXT_CASSERT"] ?? ""
        let tree = cassert.isEmpty ? "\(major)" : "\(major)-cassert"
        let path = checkout.appending(path: ".pg/\(tree)/bin/pg_config")
        guard FileManager.default.isExecutableFile(atPath: path.path) else {
            throw HarnessError(
                "no PostgreSQL \(major) in .pg; run `make test`, which fetches what tests need")
        }
        return path
    }
}
