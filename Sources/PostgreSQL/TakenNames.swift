/// Names that an extension's files cannot have, since others have them already.
package enum TakenNames {
    /// Headers of C, of the system and of PostgreSQL that are included without a directory: a NAME.h beside
    /// the sources, where the compiler looks first, would be taken for them (server's include directory, 13 to 19).
    package static let headers: Set<String> = Keywords.words(
        """
        aio alloca assert c complex ctype dirent dlfcn endian errno fcntl features fenv float fmgr funcapi
        getaddrinfo getopt getopt_long glob grp inttypes iso646 libintl limits locale math miscadmin netdb
        pg_config pg_config_ext pg_config_manual pg_config_os pg_getopt pg_trace pgstat pgtar pgtime poll
        port postgres postgres_ext postgres_fe pthread pwd regex rusagestub sched semaphore setjmp signal
        stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string strings syslimits
        syslog termios tgmath threads time uchar unistd varatt wchar wctype windowapi
        """)

    /// Libraries and extensions of PostgreSQL's own distribution, 13 to 19: `make install` would replace them.
    package static let distributed: Set<String> = Keywords.words(
        """
        adminpack amcheck auth_delay auto_explain autoinc basebackup_to_shell basic_archive bloom
        bool_plperl bool_plperlu btree_gin btree_gist citext cube cyrillic cyrillic_and_mic dblink dict_int
        dict_snowball dict_xsyn earthdistance euc2004_sjis2004 euc_cn_and_mic euc_jp_and_sjis euc_kr_and_mic
        euc_tw_and_big5 file_fdw fuzzystrmatch hstore hstore_plperl hstore_plperlu hstore_plpython3
        hstore_plpython3u insert_username intagg intarray isn jsonb_plperl jsonb_plperlu jsonb_plpython3
        jsonb_plpython3u latin2_and_win1250 latin_and_mic libpqwalreceiver lo ltree ltree_plpython3
        ltree_plpython3u moddatetime old_snapshot pageinspect passwordcheck pg_buffercache pg_freespacemap
        pg_logicalinspect pg_overexplain pg_plan_advice pg_prewarm pg_stash_advice pg_stat_statements pg_surgery
        pg_trgm pg_visibility pg_walinspect pgcrypto pgoutput pgrepack pgrowlocks pgstattuple pgxml plperl plperlu plpgsql plpython2u
        plpython3 plpython3u plpythonu pltcl pltclu postgres_fdw refint seg sepgsql sslinfo tablefunc tcn
        test_decoding tsm_system_rows tsm_system_time unaccent utf8_and_big5 utf8_and_cyrillic
        utf8_and_euc2004 utf8_and_euc_cn utf8_and_euc_jp utf8_and_euc_kr utf8_and_euc_tw utf8_and_gb18030
        utf8_and_gbk utf8_and_iso8859 utf8_and_iso8859_1 utf8_and_johab utf8_and_sjis utf8_and_sjis2004
        utf8_and_uhc utf8_and_win xml2
        """)
}
