import Foundation
import ServerHarness
import Testing

@testable import dynpgext_gen

/// What the shells offer, asked of the shells themselves; one that is not here is skipped, and says so.
@Suite struct CompletionsTests {
    /// A line up to the cursor, and what its last word can become.
    static let lines: [(line: String, offers: [String])] = [
        ("dynpgext-gen ge", ["generate"]),
        ("dynpgext-gen v", ["validate"]),
        ("dynpgext-gen help fm", ["fmt"]),
        ("dynpgext-gen completions ", ["bash", "fish", "zsh"]),
        ("dynpgext-gen check --format ", ["github", "json", "text"]),
        ("dynpgext-gen new x --template c", ["counters", "cron"]),
        ("dynpgext-gen generate --st", ["--stdout", "--stubs"]),
        ("dynpgext-gen fmt --c", ["--check"]),
        ("dynpgext-gen validate pu", ["pulse.json"]),
        ("dynpgext-gen new pu", []),
    ]

    @Test(.enabled(if: isThere("bash"), "skipped: bash is not here"), arguments: lines)
    func bash(line: String, offers: [String]) async throws {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        let list = words.map { "'\($0)'" }.joined(separator: " ")
        let offered = try await ask(
            "bash",
            """
            source ./script
            COMP_WORDS=(\(list)) COMP_CWORD=\(words.count - 1)
            _dynpgext_gen
            printf '%s\\n' "${COMPREPLY[@]}"
            """)
        #expect(offered == offers, "\(line)")
    }

    /// readline makes three words of it.
    @Test(.enabled(if: isThere("bash"), "skipped: bash is not here"))
    func bashCompletesAfterAnEqualsSign() async throws {
        for (words, count) in [("--format '='", 3), ("--format '=' g", 4)] {
            let offered = try await ask(
                "bash",
                "source ./script; COMP_WORDS=(dynpgext-gen check \(words)); COMP_CWORD=\(count); _dynpgext_gen; printf '%s\\n' \"${COMPREPLY[@]}\""
            )
            #expect(offered == (count == 3 ? ["github", "json", "text"] : ["github"]))
        }
    }

    @Test(.enabled(if: isThere("fish"), "skipped: fish is not here"), arguments: lines)
    func fish(line: String, offers: [String]) async throws {
        let offered = try await ask("fish", "source ./script; complete -C '\(line)'")
        // It tells each one's meaning behind a tab.
        #expect(offered.map { String($0.prefix { $0 != "\t" }) } == offers, "\(line)")
    }

    @Test(.enabled(if: isThere("zsh"), "skipped: zsh is not here"), arguments: lines)
    func zsh(line: String, offers: [String]) async throws {
        let offered = try await ask(
            "zsh",
            """
            zmodload zsh/zpty
            zpty shell 'TERM=dumb PS1= zsh -f -i'
            zpty -w shell 'autoload -U compinit; compinit -D -u; source ./script; unsetopt zle_bracketed_paste'
            zpty -w shell 'offer() { zle list-choices; zle -R; BUFFER="print do""ne"; zle accept-line }'
            zpty -w shell "zle -N offer; bindkey '^X' offer; print be''gun"
            zpty -r shell answer '*begun*'
            zpty -w -n shell \(quotedForShell(line))$'\\x18'
            zpty -r shell answer '*done*'
            print -r -- $answer
            """)
        #expect(choices(in: offered, to: line).sorted() == offers, "\(line): \(offered)")
    }

    /// What zsh lists below a line: names with a meaning, or only names.
    private func choices(in output: [String], to line: String) -> [String] {
        let shown = output.map { $0.replacing(/\u{1B}\[[0-9;?]*[a-zA-Z]/, with: "") }
        let list = shown.filter {
            !$0.contains("dynpgext-gen") && $0 != "print done" && $0.contains(where: \.isLetter)
        }
        return list.flatMap { text in
            let words = text.split(separator: " ").map(String.init)
            return words.contains("--") ? Array(words.prefix(1)) : words
        }
    }

    /// Runs a program of a shell beside the script for it, and gives its lines, sorted.
    private func ask(_ shell: String, _ program: String) async throws -> [String] {
        let sandbox = try Sandbox()
        try sandbox.write("", to: "pulse.json")
        try sandbox.write(try await sandbox.run("completions", shell).stdout, to: "script")
        let result = try await run(
            ["timeout", "60", shell, "-c", program], in: sandbox.directory,
            environment: cleanEnvironment.merging(["HOME": sandbox.directory.path]) { $1 })
        #expect(result.stderr.isEmpty)
        // "\r\n" is one Character.
        let lines = result.stdout.utf8.split {
            $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
        }
        return lines.map { String($0) ?? "" }.sorted()
    }

    @Test func knowsItsShells() async throws {
        let result = try await Sandbox().run("completions", "zhs")
        #expect(result.status == 64)
        #expect(
            result.stderr
                == "dynpgext-gen: error: no completions for the shell 'zhs'\nhint: Did you mean 'zsh'?\n"
        )
    }
}

/// Whether a program is on the path.
private func isThere(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
}
