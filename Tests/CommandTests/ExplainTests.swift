import Foundation
import ServerHarness
import Testing

/// What `explain` prints.
@Suite struct ExplainTests {
    let sandbox: Sandbox

    init() throws {
        sandbox = try Sandbox()
        try sandbox.write(
            """
            {"spec": 1, "extension": {"name": "x", "version": "1.0", "comment": "shows"},
             "settings": [{"name": "flag", "type": "bool", "default": true}],
             "shmem": [
              {"name": "mixed", "scope": "database", "lock": "lwlock", "fields": [
                {"name": "hits", "type": "atomic_uint32"}, {"name": "at", "type": "timestamptz"},
                {"name": "note", "type": "text", "length": 3, "count": 2}]},
              {"name": "raw", "scope": "global", "size": 129, "key": "x:raw:1"}],
             "workers": [
              {"name": "a", "scope": "database", "every": "1s", "run": {"c": true}},
              {"name": "b", "scope": "global", "every": "1s", "run": {"c": true}, "comment": "one"}]}
            """, to: "x/x.json")
    }

    @Test func drawsAndCounts() async throws {
        let result = try await sandbox.run("explain", "x", "--databases", "3")
        #expect(result.status == 0)
        #expect(result.stderr.isEmpty)
        let shown = try #require(result.stdout.split(separator: "\nFiles\n").first)
        #expect(
            shown == """
                x 1.0: shows

                Shared memory

                  mixed
                  one in each database, 256 bytes, key x:mixed:\(try fingerprint(in: result.stdout)), lock x:mixed
                              +----------------------------------------+
                            0 | _layout      fingerprint             4 |
                            4 | lock         LWLock                 16 |
                           20 |              unused                  4 |
                           24 | at           timestamptz             8 |
                           32 | note         text(3)[2]              6 |
                           38 |              unused                 90 |
                          128 | hits         atomic_uint32           4 |
                          132 |              unused                124 |
                          256 +----------------------------------------+

                  raw
                  one for the server, 256 bytes, key x:raw:1
                              +---------------------------------------+
                            0 | data         bytes                129 |
                          129 |              unused               127 |
                          256 +---------------------------------------+

                  what the workers tell of themselves
                  one for the server, 384 bytes, key x:global_workers:e78ad87e

                  what the workers tell of themselves
                  one in each database, 384 bytes, key x:workers:e78ad87e

                  640 bytes for the server, 640 in each database.
                  With 3 databases: 2560 bytes in 8 segments.

                Workers

                  x a: one in each database
                  x b: one for the server: one

                  With 3 databases: 4 worker slots.

                postgresql.conf

                  shared_preload_libraries = 'dynpgext'
                  max_worker_processes = 14    # 4 workers, 2 for the loader, 8 for all else
                  #x.flag = on
                  #x.a_enabled = on    # Lets the worker "a" work.
                  #x.b_enabled = on    # Lets the worker "b" work.

                """)
        #expect(try sandbox.tree().keys.sorted() == ["", "x", "x/x.json"])
    }

    /// Every file is there, and whose it is.
    @Test func listsTheFiles() async throws {
        let explained = try await sandbox.run("explain", "x").stdout
        #expect(try await sandbox.run("generate", "x").status == 0)
        let listed = try #require(explained.split(separator: "\nFiles\n\n").last)
        let files = listed.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 2) }
        let lock = try #require(sandbox["x/dynpgext.lock"])
        #expect(
            files.count
                == lock.split(separator: "\n").count {
                    $0.hasPrefix("yours") || $0.hasPrefix("generated")
                })
        for file in files {
            let line = file[1] == "yours" ? "\nyours \(file[0])\n" : " \(file[0])\n"
            #expect(lock.contains(line), "\(file)")
        }
    }

    @Test func showsOneBlock() async throws {
        let one = try await sandbox.run("explain", "raw", in: "x")
        #expect(one.status == 0)
        #expect(one.stdout.hasPrefix("  raw\n  one for the server, 256 bytes"), "\(one.output)")
        #expect(!one.stdout.contains("mixed"))
        let other = try await sandbox.run("explain", "rav", in: "x")
        #expect(other.status == 64)
        #expect(other.stderr.contains("Did you mean 'raw'?"), "\(other.output)")
        for count in ["-1", "many", ""] {
            #expect(try await sandbox.run("explain", "x", "--databases=\(count)").status == 64)
        }
    }

    private func fingerprint(in text: String) throws -> Substring {
        try #require(text.split(separator: "key x:mixed:").last).prefix(8)
    }
}
