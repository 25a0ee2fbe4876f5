import Foundation
import ServerHarness
import Testing

/// Needs root and the right to mount; a file system of its own is seen by nobody else and goes with its process.
@Suite(.enabled("not root, or not allowed to mount a tmpfs") { await canMount() })
struct FullDiskTests {
    /// Each time with a page more of free space, until it suffices.
    @Test func changesNothingOnAFullDisk() async throws {
        let sandbox = try Sandbox()
        try await sandbox.makePulse()
        let spec = sandbox["pulse/pulse.json"]?.replacing("\"pulse\"", with: "\"tempo\"")
        try sandbox.write(spec ?? "", to: "pulse/pulse.json")
        try FileManager.default.createDirectory(
            at: sandbox.directory.appending(path: "full"), withIntermediateDirectories: false)
        try sandbox.write(Self.script, to: "fill.sh")
        let result = try await run(
            ["unshare", "-m", "sh", "-eu", "fill.sh", Sandbox.command.path],
            in: sandbox.directory)
        #expect(result.status == 0, "\(result.output)")
        let outcomes = result.stdout.split(separator: "\n")
        #expect(outcomes.last == "0 changed", "\(result.output)")
        #expect(outcomes.count > 5)
        #expect(outcomes.dropLast().allSatisfy { $0 == "2 unchanged" }, "\(outcomes)")
        #expect(result.stderr.contains(": No space left on device\n"))
        #expect(try sandbox.tree().keys.allSatisfy { !$0.hasPrefix("full/") })
    }

    /// Prints the status and what became of the tree, once for each amount of free space.
    private static let script = #"""
        mount -t tmpfs -o size=1m none full
        cp -r pulse full/pulse
        look() { (cd full/pulse && find . -type f -printf '%p %i %m %T@\n' -o -print | sort && sha256sum $(find . -type f)); }
        look >before
        for free in $(seq 0 60); do
            cat /dev/zero >full/filler 2>/dev/null || true
            truncate -s -$((free * 4096)) full/filler
            status=0
            "$1" generate full/pulse || status=$?
            look >after
            cmp -s before after && echo "$status unchanged" || echo "$status changed"
            [ $status -ne 0 ] || exit 0
        done
        """#
}

/// Whether this process may have a file system of its own.
private func canMount() async -> Bool {
    let mount = ["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"]
    return (try? await run(mount))?.status == 0
}
