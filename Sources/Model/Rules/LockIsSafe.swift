import SpecLanguage

/// A spinlock is no lock for code that we cannot see: storage/spin.h (13 to 18) wants a few straight instructions,
/// nothing releases it after an ERROR, who waits cannot be interrupted, and after a minute the server panics.
enum LockIsSafe: Rule {
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
