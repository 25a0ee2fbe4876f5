/// PostgreSQL's limits, as the extension's C meets them; the same in 13 to 19 unless it says otherwise.
package enum Limits {
    /// Bytes of an identifier: NAMEDATALEN - 1 (pg_config_manual.h).
    package static let identifier = 63
    /// Bytes of a worker's name, type and function: BGW_MAXLEN - 1 (postmaster/bgworker.h).
    package static let workerName = 95
    /// Bytes of a worker's own text: BGW_EXTRALEN less the byte that ends it and an int (postmaster/bgworker.h).
    package static let workerExtra = 123
    /// From this major on a lock's name is an identifier: LWLockNewTrancheId() of storage/lwlock.h.
    package static let namesOfLocks = 19
    /// Processes of one worker; our own limit, far below that of max_worker_processes.
    package static let instances: ClosedRange<Int64> = 1...64
    /// Bytes of the name of a worker's library before 17: BGW_MAXLEN - 1 (postmaster/bgworker.h).
    package static let workerLibrary = 95
    /// Bytes of the name of a Dynpgext block, as the historic loader keeps it.
    package static let blockKey = 127
    /// Bytes of a block's fields: with its lock and padding, and in whole cache lines, it stays below the 1 GiB where the
    /// historic loader loses the scope (PG_CACHE_LINE_SIZE, pg_config_manual.h).
    package static let blockSize: Int64 = 0x3fff_fe00
    /// Bytes of one value, and of a row on its way to a client: MaxAllocSize (utils/memutils.h).
    package static let valueSize: Int64 = 0x3fff_ffff
    /// Bytes that any number or point in time takes as text, with what parts it from the next in an array.
    package static let shownNumber: Int64 = 64
    /// Columns of a view: MaxHeapAttributeNumber (access/htup_details.h).
    package static let columns = 1600
    /// Milliseconds of a timeout: WaitLatch and settings count them in an int (storage/latch.h, utils/guc.h).
    package static let milliseconds: Int64 = 2_147_483_647
    /// The range of an integer setting (utils/guc.h).
    package static let integerSetting: ClosedRange<Int64> = -2_147_483_648...2_147_483_647
    /// Bytes of a setting with the unit of bytes, which is an int (GUC_UNIT_BYTE of utils/guc.h).
    package static let sizeSetting: Int64 = 2_147_483_647
    /// Bytes of an extension's version, so that `NAME--OLD--NEW.sql` stays a file name of 255.
    package static let version = 64
}

/// The majors that the generated code and the loader support.
package enum Majors {
    package static let supported = 13...19
}
