import Foundation
import ServerHarness
import Testing

/// Programs that tests run.
@Suite struct ChildProcessTests {
    @Test func passesBigStreamsBothWays() async throws {
        let text = String(repeating: "0123456789\n", count: 200_000)
        let result = try await run(["sh", "-c", "tee /dev/stderr; exit 3"], input: text)
        #expect(result.status == 3)
        #expect(result.stdout == text)
        #expect(result.stderr == text)
    }

    @Test func tellsTheSignalAndTheDirectory() async throws {
        let result = try await run(["sh", "-c", "pwd; kill -KILL $$"], in: checkout)
        #expect(result.stdout == checkout.path + "\n")
        #expect(result.status == 128 + SIGKILL)
    }

    @Test func blocksNoSignals() async throws {
        let result = try await run(["grep", "SigBlk", "/proc/self/status"])
        #expect(result.stdout == "SigBlk:\t0000000000000000\n")
    }

    @Test func inheritsNoDescriptors() async throws {
        let leaked = fcntl(0, F_DUPFD, 900)
        defer { close(leaked) }
        let result = try await run(["sh", "-c", "ls /proc/$$/fd"])
        #expect(result.stdout == "0\n1\n2\n")
    }

    @Test func refusesAProgramThatIsNotThere() async {
        await #expect(throws: HarnessError.self) { try await run(["no-such-program"]) }
    }
}
