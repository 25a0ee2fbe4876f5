import Foundation
import ServerHarness
import Testing

/// `check` and `generate` on every case, as a project's CI would run them.
@Suite struct GateTests {
    @Test(arguments: GoldenCase.all) func findsEachDrift(_ golden: GoldenCase) async throws {
        let tree = try await golden.generated()
        let (sandbox, name) = (tree.sandbox, golden.name)
        try await expectClean(sandbox, name)
        let fresh = try tree.files
        let marked = fresh.filter {
            String(decoding: $0.value.prefix(100), as: UTF8.self).contains("DO NOT EDIT")
        }
        let generated = marked.keys.filter { $0 != "dynpgext.lock" }.sorted()
        #expect(generated.count >= 7)

        for path in generated {
            try sandbox.append("drift\n", to: "\(name)/\(path)")
            let edited = try await sandbox.run("check", name)
            #expect(edited.status == 1)
            #expect(
                edited.stdout.contains("+++ b/\(path)\n") && edited.stdout.contains("-drift\n"),
                "\(edited.output)")
            #expect(try await sandbox.run("generate", name).status == 1)
            #expect(
                sandbox["\(name)/\(path)"]?.hasSuffix("drift\n") == true, "\(path) was overwritten")

            try sandbox.delete("\(name)/\(path)")
            let missing = try await sandbox.run("check", name)
            #expect(missing.status == 1)
            #expect(missing.stderr.contains("\(name)/\(path): missing\n"), "\(missing.output)")
            #expect(try await sandbox.run("generate", name).status == 0)
        }
        #expect(try tree.files == fresh)
    }

    @Test(arguments: GoldenCase.all) func leavesTheUsersFilesAlone(_ golden: GoldenCase)
        async throws
    {
        let tree = try await golden.generated()
        let yours = [
            "README.md", "\(golden.name)_hooks.c", "\(golden.name).extra.sql", ".gitignore",
        ]
        for path in yours { try tree.sandbox.append("mine\n", to: "\(golden.name)/\(path)") }
        let edited = try tree.files
        try await expectClean(tree.sandbox, golden.name)
        #expect(try await tree.sandbox.run("generate", "--force", golden.name).status == 0)
        #expect(try tree.files == edited)
    }

    private func expectClean(_ sandbox: Sandbox, _ name: String) async throws {
        let result = try await sandbox.run("check", name)
        #expect(result.status == 0 && result.stdout.isEmpty, "\(result.output)")
    }
}
