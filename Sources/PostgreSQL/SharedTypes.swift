/// What the layout of shared memory follows: the same in 13 to 19 where pointers have 64 bits.
package enum SharedTypes {
    /// Bytes that processors are taken to fetch together: PG_CACHE_LINE_SIZE (pg_config_manual.h).
    package static let cacheLine: Int64 = 128
    /// What any type may begin at: MAXIMUM_ALIGNOF (pg_config.h).
    package static let maximumAlignment: Int64 = 8
    /// Bytes of an LWLock without LOCK_DEBUG (storage/lwlock.h).
    package static let lock: Int64 = 16
    /// Bytes whose multiple an LWLock begins at.
    package static let lockAlignment: Int64 = 4
}
