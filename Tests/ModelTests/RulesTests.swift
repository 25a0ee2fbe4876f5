import Foundation
import ServerHarness
import SpecLanguage
import Testing

@testable import Model

/// Each rule is needed: a case of `Rejected` has a breach that only this rule finds.
@Suite struct RulesTests {
    @Test(arguments: allRules.map { "\($0)" }) func isNeeded(rule: String) throws {
        let others = allRules.filter { "\($0)" != rule }
        try #require(others.count == allRules.count - 1)
        let needing = try Self.cases.filter { rejected in
            breaches(of: rejected, by: others) != breaches(of: rejected, by: allRules)
        }
        #expect(!needing.isEmpty, "no case in Tests/Golden/Rejected fails without \(rule)")
    }

    /// No two rules tell of the same place in the same words.
    @Test func noneRepeatsAnother() throws {
        for rejected in try Self.cases {
            let found = breaches(of: rejected, by: allRules)
            #expect(found.count == Set(found).count)
        }
    }

    @Test(arguments: allRules.map { ("\($0)", $0.reason, $0.source) })
    func givesItsReason(rule: String, reason: String, source: String) {
        #expect(reason.hasSuffix(".") && !source.isEmpty && !source.hasSuffix("."))
    }

    /// Each breach as a line.
    private func breaches(of spec: Extension, by rules: [any Rule.Type]) -> [String] {
        do throws(SpecRejected) {
            _ = try resolve(spec, rules: rules)
            return []
        } catch {
            return error.diagnostics.map { "\($0.range.start.offset) \($0.message)" }
        }
    }

    /// Those of the rejected cases whose shape is right.
    private static var cases: [Extension] {
        get throws {
            let folder = checkout.appending(path: "Tests/Golden/Rejected")
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).compactMap {
                name in
                // Some are in Swift.
                let file = folder.appending(path: "\(name)/\(name).json")
                guard let bytes = try? Data(contentsOf: file) else { return nil }
                let text = SpecText(path: name, bytes: Array(bytes))
                return try? decode(read(text))
            }
        }
    }
}
