import Testing

@testable import Model

/// Lengths of time, as the spec writes them.
@Suite struct DurationTests {
    @Test(arguments: [
        ("0s", 0), ("1ms", 1), ("200ms", 200), ("1000us", 1), ("0us", 0), ("10s", 10_000),
        ("5 min", 300_000), ("2h", 7_200_000), ("24d", 2_073_600_000), ("007s", 7_000),
        ("2147483647ms", 2_147_483_647),
    ])
    func reads(_ text: String, _ expected: Int64) throws {
        #expect(try milliseconds(of: text) == expected)
    }

    @Test(arguments: [
        "", "s", "10", "10 sec", "10S", "1.5s", "-1s", "+1s", " 1s", "1s ", "1s2s", "١s", "1e3s",
        "1\ts",
        "10mins",
    ])
    func refusesWhatIsNone(_ text: String) {
        #expect(throws: DurationFault.notADuration) { try milliseconds(of: text) }
    }

    @Test(arguments: ["1us", "999us", "1001us"]) func refusesFractions(_ text: String) {
        #expect(throws: DurationFault.tooFine) { try milliseconds(of: text) }
    }

    @Test(arguments: [
        "2147483648ms", "25d", "9223372036854775807us", "9223372036854775807d",
        "99999999999999999999s",
    ])
    func refusesWhatNoTimerCounts(_ text: String) {
        #expect(throws: DurationFault.self) { try milliseconds(of: text) }
    }
}
