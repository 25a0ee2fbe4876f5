import Foundation
import ServerHarness
import Testing

/// What has no end, or more than any file of ours, is refused at once and does not fill the memory.
@Suite struct BoundedReadTests {
    /// What can stand in the place of a file.
    enum Obstacle: String, CaseIterable {
        case pipe = "mkfifo"
        case device = "ln -s /dev/zero"
        /// It takes no room on a disk.
        case terabyte = "truncate -s 1T"
    }

    let sandbox: Sandbox

    init() async throws {
        sandbox = try Sandbox()
        try await sandbox.makePulse()
    }

    @Test(arguments: Obstacle.allCases) func asTheSpec(obstacle: Obstacle) async throws {
        for spec in ["bad.json", "Extension.swift"] {
            try await put(obstacle, in: spec)
            let reason =
                obstacle == .terabyte ? "it has more than 16 MiB" : "it is not a regular file"
            for command in ["validate", "generate", "fmt --check", "explain", "convert"]
            where !(spec == "Extension.swift" && command.hasPrefix("fmt")) {
                let result = try await run("\(command) \(spec)")
                #expect(result.status == 1, "\(command): \(result.output)")
                #expect(
                    result.stderr.hasPrefix("\(spec):1:1: error: cannot read this: \(reason)\n"))
                #expect(result.stderr.contains("\nhint: "), "\(result.output)")
            }
        }
    }

    /// A program finds the place too.
    @Test func isToldInEveryFormat() async throws {
        try await put(.pipe, in: "bad.json")
        let github = try await run("validate bad.json --format github")
        #expect(github.stdout.hasPrefix("::error file=bad.json,line=1,col=1,"), "\(github.output)")
        let json = try await run("validate bad.json --format json")
        let place = #""file": "bad.json", "line": 1, "column": 1, "endLine": 1, "endColumn": 1, "#
        #expect(json.stdout.contains(place), "\(json.output)")
    }

    /// What lies beside the spec is looked through for a spec, and need not be one.
    @Test(arguments: Obstacle.allCases) func besideTheSpec(obstacle: Obstacle) async throws {
        try await put(obstacle, in: "pulse/data.json")
        try await put(obstacle, in: "pulse/more.c")
        for command in ["check pulse", "generate pulse", "validate pulse"] {
            let result = try await run(command)
            #expect(result.status == 0, "\(command): \(result.output)")
        }
        try sandbox.delete("pulse/pulse.json")
        let result = try await run("validate pulse")
        #expect(result.status != 0)
        #expect(result.stderr.contains("pulse/data.json"), "\(result.output)")
    }

    /// Whatever else the tool reads in the directory of a spec.
    @Test(
        arguments: Obstacle.allCases,
        [
            "dynpgext.lock", ".dynpgext.journal", "Makefile", "runtime/dynpgext.h", "pulse.sql",
            "pulse.extra.sql", "test/server.sh",
        ])
    func inTheDirectory(obstacle: Obstacle, file: String) async throws {
        let spec = sandbox["pulse/pulse.json"]?.replacing("\"0.1\"", with: "\"0.2\"")
        try sandbox.write(spec ?? "", to: "pulse/pulse.json")
        try? sandbox.delete("pulse/\(file)")
        try await put(obstacle, in: "pulse/\(file)")
        for command in ["check pulse", "generate pulse", "generate --force pulse"] {
            let result = try await run(command)
            #expect([1, 2].contains(result.status), "\(command): \(result.output)")
            #expect(result.stderr.contains("pulse/\(file)"), "\(result.output)")
            if obstacle != .device {
                #expect(result.stderr.hasPrefix("pulse/\(file):1:1: error: cannot read this: "))
            }
        }
    }

    @Test(arguments: Obstacle.allCases) func asASourceOfTheLoader(obstacle: Obstacle)
        async throws
    {
        #expect(try await run("loader sources").status == 0)
        try sandbox.delete("sources/state/table.c")
        try await put(obstacle, in: "sources/state/table.c")
        let result = try await run("loader sources --force")
        #expect([1, 2].contains(result.status), "\(result.output)")
        #expect(result.stderr.contains("sources/state/table.c"), "\(result.output)")
    }

    /// Nor what `generate --stubs` would append to.
    @Test(arguments: Obstacle.allCases) func asTheHooks(obstacle: Obstacle) async throws {
        try sandbox.delete("pulse/pulse_hooks.c")
        try await put(obstacle, in: "pulse/pulse_hooks.c")
        let result = try await run("generate --stubs pulse")
        #expect([1, 2].contains(result.status), "\(result.output)")
        #expect(result.stderr.contains("pulse/pulse_hooks.c"), "\(result.output)")
    }

    @Test func onStandardInput() async throws {
        let result = try await run("fmt - </dev/zero")
        #expect(result.status == 1, "\(result.output)")
        #expect(
            result.stderr.hasPrefix("standard input:1:1: error: cannot read this: it has more"))
    }

    private func put(_ obstacle: Obstacle, in file: String) async throws {
        let made = try await sandbox.shell("\(obstacle.rawValue) \(file)")
        guard made.status == 0 else { throw HarnessError(made.output) }
    }

    /// Runs the command with little memory, and ends it when it waits.
    private func run(_ arguments: String) async throws -> ProcessResult {
        try await sandbox.shell("ulimit -v 4000000; exec timeout 20 \"$0\" \(arguments)")
    }
}
