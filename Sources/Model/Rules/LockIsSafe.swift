import SpecLanguage

/// A block is not guarded by a spinlock.
enum LockIsSafe: Rule {
    static let reason = """
        A spinlock is for a few straight instructions: nothing releases it after an ERROR, who \
        waits for it cannot be interrupted, and after a minute the server panics.
        """
    static let source = """
        `storage/spin.h` and `storage/s_lock.h`, 13 to 19
        """

    static func breaches(in spec: Extension) -> [Diagnostic] {
        spec.blocks.compactMap(\.lock).filter { $0.value == .spinlock }.map { lock in
            Diagnostic(
                .error, "a block is not guarded by a spinlock", at: lock.range,
                hint:
                    "Use \"lwlock\", or atomic fields: nothing releases a spinlock after an ERROR, and whoever waits for it burns a processor until the server panics."
            )
        }
    }
}
