import PostgreSQL

extension Symbols {
    /// C: what the runtime declares with its prefix, and what runtime.h and pg_compat.h define for generated code.
    package static let runtime: Set<String> = Keywords.words(
        """
        BGWORKER_BYPASS_ROLELOGINCHECK DYNPGEXT_ALLOCATE_SHMEM_DEFAULTS DYNPGEXT_ATOMIC_UINT32
        DYNPGEXT_ATOMIC_UINT64 DYNPGEXT_BLOCK_RESET DYNPGEXT_BLOCK_ROW DYNPGEXT_BOOL DYNPGEXT_BYTES
        DYNPGEXT_DECLARE_BLOCK DYNPGEXT_DECLARE_LOCKED_BLOCK DYNPGEXT_DESCRIBE_OBJECT
        DYNPGEXT_DISABLED DYNPGEXT_DONE DYNPGEXT_DROP_TEMPORARY_SLOTS DYNPGEXT_EXPECT_MEMBER
        DYNPGEXT_EXPECT_SIZE DYNPGEXT_EXPORT DYNPGEXT_FAILING DYNPGEXT_FLOAT4 DYNPGEXT_FLOAT8
        DYNPGEXT_GAVE_UP DYNPGEXT_H DYNPGEXT_IDLE DYNPGEXT_INT2 DYNPGEXT_INT4 DYNPGEXT_INT8
        DYNPGEXT_INTERNAL_H DYNPGEXT_LIST_SETTINGS DYNPGEXT_LOADER_HAS DYNPGEXT_LOADER_VERSION
        DYNPGEXT_MAGIC DYNPGEXT_MAGIC_VERSION DYNPGEXT_MODULE_MAGIC DYNPGEXT_NAMED_DATABASE
        DYNPGEXT_NEW_TRANCHE DYNPGEXT_NOT_FOUND DYNPGEXT_NO_CONNECTION DYNPGEXT_OID
        DYNPGEXT_OWN_DATABASE DYNPGEXT_PG_COMPAT_H DYNPGEXT_REGISTER_BGWORKER_DEFAULTS
        DYNPGEXT_REGISTER_BGWORKER_NOTIFY DYNPGEXT_REVISION DYNPGEXT_RUNTIME_H
        DYNPGEXT_RUNTIME_VERSION DYNPGEXT_RUN_PORTAL DYNPGEXT_SCOPE_DATABASE_LOCAL
        DYNPGEXT_SCOPE_GLOBAL DYNPGEXT_SCOPE_VERSION DYNPGEXT_SESSION_MAIN DYNPGEXT_SHARED_CATALOGS
        DYNPGEXT_STATUS_SIZE DYNPGEXT_STOPPED DYNPGEXT_TEXT DYNPGEXT_TIMESTAMPTZ DYNPGEXT_UINT4
        DYNPGEXT_UINT8 DYNPGEXT_WEAK DYNPGEXT_WORKERS_ROW DYNPGEXT_WORKER_MAIN DYNPGEXT_WORKER_WAKE
        DYNPGEXT_WORKING LWLockRegisterTranche MarkGUCPrefixReserved MyProcNumber Pg_magic_data
        Pg_magic_func SPICleanup WaitEventExtensionNew _Dynpgext_eager_preload _Dynpgext_fini
        _Dynpgext_init _Dynpgext_magic _Dynpgext_revision _PG_init dynpgext_accept_signals
        dynpgext_allocate_shmem_function dynpgext_attach dynpgext_begin_transaction
        dynpgext_bgworker_callback dynpgext_block dynpgext_block_row dynpgext_check_extension
        dynpgext_check_schema dynpgext_claim_setting dynpgext_commit_transaction dynpgext_connection
        dynpgext_context dynpgext_current_generation dynpgext_defer_shutdown dynpgext_execute
        dynpgext_extension dynpgext_field dynpgext_find_block dynpgext_find_loader dynpgext_find_row
        dynpgext_first_owner dynpgext_generation dynpgext_handle dynpgext_loader dynpgext_look_up
        dynpgext_lookup_shmem dynpgext_magic dynpgext_make_row dynpgext_my_instance dynpgext_my_row
        dynpgext_override_settings dynpgext_register_bgworker_function dynpgext_register_cancel
        dynpgext_register_worker dynpgext_release_row dynpgext_report_error dynpgext_report_running
        dynpgext_report_state dynpgext_request_blocks dynpgext_request_workers dynpgext_reset_block
        dynpgext_reset_settings dynpgext_role dynpgext_run_tick dynpgext_safe_path
        dynpgext_save_settings dynpgext_session_main dynpgext_set_user dynpgext_shmem_callback
        dynpgext_state dynpgext_status dynpgext_status_table dynpgext_switch_role dynpgext_table
        dynpgext_this dynpgext_tick dynpgext_tick_alone dynpgext_tick_by_statement
        dynpgext_tick_in_session dynpgext_tick_in_transaction dynpgext_tranche
        dynpgext_trust_changes dynpgext_type dynpgext_wake dynpgext_worker dynpgext_worker_main
        dynpgext_worker_table dynpgext_workers_row no_such_variable
        ROLE_PG_READ_ALL_STATS pg_analyze_and_rewrite_fixedparams pgaio_error_cleanup
        """)
}
