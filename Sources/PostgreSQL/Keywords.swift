/// Words that cannot be the name of something that a spec makes.
package enum Keywords {
    /// SQL keywords that are reserved or may only name a function or type: the union of parser/kwlist.h of 13
    /// to 19. Other keywords are fine as names of tables, columns and schemas.
    package static let sql: Set<String> = words(
        """
        all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
        collation column concurrently constraint create cross current_catalog current_date current_role
        current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
        except false fetch for foreign freeze from full grant group having ilike in initially inner intersect
        into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null
        offset on only or order outer overlaps placing primary references returning right select session_user
        similar some symmetric system_user table tablesample then to trailing true union unique user using
        variadic verbose when where window with
        """)

    /// Keywords of C up to C23, and of its GNU dialect.
    package static let c: Set<String> = words(
        """
        alignas alignof asm auto bool break case char const constexpr continue default do double else enum
        extern false float for goto if inline int long nullptr register restrict return short signed sizeof
        static static_assert struct switch thread_local true typedef typeof typeof_unqual union unsigned void
        volatile while
        """)

    /// First words of statements that begin and end transactions, which is the worker's own business.
    package static let transactionControl: Set<String> = words(
        "abort begin commit end release rollback savepoint start")

    /// First words of statements that refuse to run in a transaction block (PreventInTransactionBlock() of
    /// access/xact.h, 13 to 19).
    package static let outsideTransactions: Set<String> = words("vacuum")

    /// The same, by their first two words.
    package static let outsideTransactionsByTwo: Set<[String]> = [
        ["alter", "system"], ["create", "database"], ["create", "tablespace"],
        ["drop", "database"], ["drop", "tablespace"],
    ]

    /// Macros without arguments and in small letters that PostgreSQL's and the system's headers define, seen
    /// by gcc and clang through our includes on 13, 18 and 19: as the name of a field, each would turn into
    /// something else.
    package static let macros: Set<String> = words(
        """
        closesocket d_fileno dummyret errcontext errno fprintf h_addr h_errno isinf linux math_errhandling
        pg_fallthrough pgoff_t pqsignal printf sa_handler sa_sigaction si_addr si_addr_lsb si_arch si_band si_call_addr si_fd
        si_int si_lower si_overrun si_pid si_pkey si_ptr si_status si_stime si_syscall si_timerid si_uid
        si_upper si_utime si_value snprintf sprintf st_atime st_ctime st_mtime stderr stdin stdout strerror
        strerror_r unix vfprintf vprintf vsnprintf vsprintf
        """)

    /// The words of a table.
    package static func words(_ text: String) -> Set<String> {
        // By bytes: characters cost more than all that is done with the words of a small spec.
        Set(
            text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
                .map { String(Substring($0)) })
    }
}
