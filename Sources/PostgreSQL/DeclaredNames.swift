/// Names that the headers declare which the generated C includes: a declaration of ours would meet theirs.
package enum DeclaredNames {
    /// Those that begin with a prefix. A table of thousands is only searched, never kept.
    package static func declared(startingWith prefix: String) -> Set<String> {
        words(of: prefix.first?.isUppercase == true ? constants : functions, startingWith: prefix)
    }

    /// The names within declarations that begin with a prefix: a macro in small letters would change them.
    package static func inner(startingWith prefix: String) -> Set<String> {
        words(of: inner, startingWith: prefix)
    }

    /// By bytes, as in Keywords.words.
    private static func words(of table: String, startingWith prefix: String) -> Set<String> {
        Set(
            table.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
                .filter { $0.starts(with: prefix.utf8) }
                .map { String(Substring($0)) })
    }

    /// Functions, variables, types and macros in small letters and of several words: postgres.h, what
    /// runtime/runtime.h and runtime/pg_compat.h include of PostgreSQL 13 to 19 and of glibc, and what gcc knows without
    /// a header.
    private static let functions = """
        add_size aligned_alloc allow_immediate_pgstat_restart anytimestamp_typmod_check application_name
        arc4random_buf arc4random_uniform archive_mode_options array_bitmap_copy array_contains_nulls
        array_create_iterator array_free_iterator array_get_element array_get_slice array_iterate array_map
        array_ref array_set array_set_element array_set_slice asctime_r assert_perror assign_recovery_prefetch
        assign_search_path assign_stats_fetch_consistency assign_temp_tablespaces assign_xlog_sync_method
        at_quick_exit att_addlength_datum att_addlength_pointer att_align_datum att_align_nominal
        att_align_pointer att_datum_alignby att_isnull att_nominal_alignby att_pointer_alignby
        autovacuum_max_parallel_workers backslash_quote backtrace_functions backtrace_symbol_list
        bgworker_main_type bind_textdomain_codeset bitmap_hash bitmap_match blkcnt64_t blkcnt_t blksize_t
        bms_add_member bms_add_members bms_add_range bms_compare bms_copy bms_del_member bms_del_members
        bms_difference bms_equal bms_first_member bms_free bms_get_singleton_member bms_hash_value
        bms_int_members bms_intersect bms_is_empty bms_is_member bms_is_subset bms_join bms_make_singleton
        bms_member_index bms_membership bms_next_member bms_nonempty_difference bms_num_members bms_overlap
        bms_overlap_list bms_prev_member bms_replace_members bms_singleton_member bms_subset_compare bms_union
        bmw_leftmost_one_pos bmw_popcount bmw_rightmost_one_pos bsearch_arg build_attrmap_by_name
        build_attrmap_by_name_if_req build_attrmap_by_position caddr_t cancel_on_dsm_detach
        canonicalize_file_name canonicalize_path canonicalize_path_enc char16_t char32_t char8_t
        check_default_tablespace check_function_bodies check_log_of_query check_object_ownership
        check_recovery_prefetch check_search_path check_stack_depth check_temp_tablespaces check_wal_buffers
        cleanup_path clear_external_function_hash clearerr_unlocked client_min_messages clock_adjtime
        clock_getcpuclockid clock_getres clock_gettime clock_nanosleep clock_settime clock_t clockid_t
        clog_desc clog_identify clog_redo close_range cluster_name command_tag_display_rowcount
        command_tag_event_trigger_ok command_tag_table_rewrite_ok commit_timestamp_buffers comparison_fn_t
        config_enum_entry config_handle construct_array construct_array_builtin construct_empty_array
        construct_empty_expanded_array construct_md_array convert_tuples_by_name convert_tuples_by_position
        cookie_close_function_t cookie_io_functions_t cookie_read_function_t cookie_seek_function_t
        cookie_write_function_t copy_file_range ctime_r current_role_is_superuser d_fileno daddr_t
        data_directory_mode data_sync_elevel data_sync_retry day_tab deconstruct_array
        deconstruct_array_builtin deconstruct_expanded_array dev_t div_t dlist_check dlist_container
        dlist_delete dlist_foreach dlist_foreach_modify dlist_has_next dlist_has_prev dlist_head
        dlist_head_element dlist_head_element_off dlist_head_node dlist_init dlist_insert_after
        dlist_insert_before dlist_is_empty dlist_iter dlist_move_head dlist_move_tail dlist_mutable_iter
        dlist_next_node dlist_node dlist_pop_head_node dlist_prev_node dlist_push_head dlist_push_tail
        dlist_reverse_foreach dlist_tail_element dlist_tail_element_off dlist_tail_node drand48_data drand48_r
        dsa_allocate dsa_allocate0 dsa_allocate_extended dsa_area dsa_attach dsa_attach_in_place dsa_create
        dsa_create_in_place dsa_detach dsa_dump dsa_free dsa_get_address dsa_get_handle dsa_handle
        dsa_minimum_size dsa_on_dsm_detach_release_in_place dsa_on_shmem_exit_release_in_place dsa_pin
        dsa_pin_mapping dsa_pointer dsa_pointer_atomic dsa_pointer_atomic_compare_exchange
        dsa_pointer_atomic_fetch_add dsa_pointer_atomic_init dsa_pointer_atomic_read dsa_pointer_atomic_write
        dsa_release_in_place dsa_set_size_limit dsa_trim dsa_unpin dsm_attach dsm_backend_shutdown
        dsm_cleanup_using_control_segment dsm_create dsm_detach dsm_detach_all dsm_estimate_size
        dsm_find_mapping dsm_handle dsm_impl_op dsm_impl_pin_segment dsm_impl_unpin_segment dsm_op
        dsm_pin_mapping dsm_pin_segment dsm_postmaster_startup dsm_segment dsm_segment_address
        dsm_segment_handle dsm_segment_map_length dsm_shmem_init dsm_unpin_mapping dsm_unpin_segment
        dummy_spinlock durable_rename durable_rename_excl durable_unlink dynamic_shared_memory_options
        dynamic_shared_memory_type ecvt_r emit_log_hook emit_log_hook_type erand48_r ereport_domain
        ereturn_domain err_generic_string errcode_for_file_access errcode_for_socket_access errcontext_msg
        errdetail_internal errdetail_log errdetail_log_plural errdetail_plural errhint_internal errhint_plural
        errmsg_internal errmsg_plural error_context_stack error_severity error_t errsave_domain errsave_finish
        errsave_start errstart_cold escape_single_quotes_ascii escape_string_warning event_source
        exec_subplan_get_plan execute_attr_map_cols execute_attr_map_slot execute_attr_map_tuple expand_array
        explicit_bzero external_pid_file f_owner_ex fcvt_r fd_mask fd_set feof_unlocked ferror_unlocked
        fetch_att fetch_finfo_record fflush_unlocked fgetc_unlocked fgetpwent_r fgets_unlocked file_handle
        fileno_unlocked find_funcstat_entry find_in_path find_my_exec find_other_exec find_rendezvous_variable
        find_tabstat_entry finish_spin_delay first_dir_separator first_path_var_separator fmgr_hook
        fmgr_hook_type fmgr_info fmgr_info_copy fmgr_info_cxt fmgr_info_set_expr fmgr_internal_function
        fmgr_symbol for_both_cell for_both_cell_setup for_each_cell for_each_cell_setup for_each_from
        for_each_from_setup foreach_current_index foreach_delete_current foreach_int foreach_internal
        foreach_node foreach_oid foreach_ptr foreach_xid forkname_chars forkname_to_number format_elog_string
        fpos64_t fpos_t fpregset_t fprintf_unlocked fputc_unlocked fputs_unlocked fread_unlocked free_attrmap
        free_conversion_map fsblkcnt64_t fsblkcnt_t fsec_t fsfilcnt64_t fsfilcnt_t fsid_t fsync_fname
        fsync_fname_ext fwrite_unlocked gai_cancel gai_error gai_strerror gai_suspend get_backend_type_for_log
        get_call_expr_arg_stable get_call_expr_argtype get_catalog_object_by_oid
        get_catalog_object_by_oid_extended get_config_handle get_config_unit_name get_current_dir_name
        get_doc_path get_etc_path get_first_loaded_module get_fn_expr_arg_stable get_fn_expr_argtype
        get_fn_expr_rettype get_fn_expr_variadic get_fn_opclass_options get_formatted_log_time
        get_formatted_start_time get_hash_mem get_hash_memory_limit get_hash_value get_home_path get_html_path
        get_include_path get_includeserver_path get_lib_path get_loaded_module_details get_locale_path
        get_man_path get_next_loaded_module get_object_address get_object_address_rv get_object_attnum_acl
        get_object_attnum_name get_object_attnum_namespace get_object_attnum_oid get_object_attnum_owner
        get_object_catcache_name get_object_catcache_oid get_object_class_descr get_object_namensp_unique
        get_object_namespace get_object_oid_index get_object_type get_parent_directory get_pkginclude_path
        get_pkglib_path get_progname get_relkind_objtype get_share_path get_stack_depth_rlimit get_trigger_oid
        getaddrinfo_a getc_unlocked getchar_unlocked getdate_err getdate_r gethostbyaddr_r gethostbyname2_r
        gethostbyname_r gethostent_r getlogin_r getnetbyaddr_r getnetbyname_r getnetent_r getnetgrent_r
        getprotobyname_r getprotobynumber_r getprotoent_r getpwent_r getpwnam_r getpwuid_r getrpcbyname_r
        getrpcbynumber_r getrpcent_r getservbyname_r getservbyport_r getservent_r gettext_noop gid_t gmtime_r
        greg_t gregset_t group_filter group_member group_req group_source_req guc_free guc_malloc guc_realloc
        guc_strdup h_addr h_errno has_drive_prefix has_fn_opclass_options has_rolreplication hash_create
        hash_destroy hash_estimate_size hash_freeze hash_get_num_entries hash_get_shared_size
        hash_mem_multiplier hash_search hash_search_with_hash_value hash_select_dirsize hash_seq_init
        hash_seq_search hash_seq_term hash_stats hash_update_hash_key heap_attisnull heap_compute_data_size
        heap_copy_minimal_tuple heap_copy_tuple_as_datum heap_copytuple heap_copytuple_with_tuple
        heap_deform_tuple heap_expand_tuple heap_fill_tuple heap_form_minimal_tuple heap_form_tuple
        heap_free_minimal_tuple heap_freetuple heap_getattr heap_getsysattr heap_modify_tuple
        heap_modify_tuple_by_cols heap_tuple_from_minimal_tuple id_t ignore_checksum_failure imaxdiv_t
        in6_addr in6_pktinfo in6addr_any in6addr_loopback in_addr in_addr_t in_error_recursion_trouble
        in_hot_standby_guc in_pktinfo in_port_t index_deform_tuple index_deform_tuple_internal
        index_form_tuple index_getattr index_truncate_tuple inet6_opt_append inet6_opt_find inet6_opt_finish
        inet6_opt_get_val inet6_opt_init inet6_opt_next inet6_opt_set_val inet6_option_alloc
        inet6_option_append inet6_option_find inet6_option_init inet6_option_next inet6_option_space
        inet6_rth_add inet6_rth_getaddr inet6_rth_init inet6_rth_reverse inet6_rth_segments inet6_rth_space
        init_local_spin_delay init_spin_delay initstate_r ino64_t ino_t instr_time int16_t int32_t int64_t
        int8_t int_fast16_t int_fast32_t int_fast64_t int_fast8_t int_least16_t int_least32_t int_least64_t
        int_least8_t intmax_t intptr_t io_method_options ip6_mtuinfo ip_mreq ip_mreq_source ip_mreqn
        ip_msfilter ip_opts ipv6_mreq iruserok_af is_absolute_path is_nonwindows_absolute_path
        is_objectclass_supported is_unixsock_path is_windows_absolute_path isalnum_l isalpha_l isascii_l
        isblank_l iscntrl_l isdigit_l isgraph_l islower_l isprint_l ispunct_l isspace_l isupper_l isxdigit_l
        jmp_buf join_path_components jrand48_r key_t lappend_int lappend_oid lappend_xid last_dir_separator
        latch_sigusr1_handler lcong48_r lcons_int lcons_oid ldiv_t lfirst_int lfirst_node lfirst_oid
        lfirst_xid lfourth_int lfourth_node lfourth_oid linitial_int linitial_node linitial_oid
        list_append_unique list_append_unique_int list_append_unique_oid list_append_unique_ptr
        list_cell_number list_concat list_concat_copy list_concat_unique list_concat_unique_int
        list_concat_unique_oid list_concat_unique_ptr list_copy list_copy_deep list_copy_head list_copy_tail
        list_deduplicate_oid list_delete list_delete_cell list_delete_first list_delete_first_n
        list_delete_int list_delete_last list_delete_nth_cell list_delete_oid list_delete_ptr list_difference
        list_difference_int list_difference_oid list_difference_ptr list_fourth_cell list_free list_free_deep
        list_head list_insert_nth list_insert_nth_int list_insert_nth_oid list_int_cmp list_intersection
        list_intersection_int list_last_cell list_length list_make1 list_make1_impl list_make1_int
        list_make1_oid list_make1_xid list_make2 list_make2_impl list_make2_int list_make2_oid list_make2_xid
        list_make3 list_make3_impl list_make3_int list_make3_oid list_make3_xid list_make4 list_make4_impl
        list_make4_int list_make4_oid list_make4_xid list_make5 list_make5_impl list_make5_int list_make5_oid
        list_make5_xid list_make_int_cell list_make_oid_cell list_make_ptr_cell list_make_xid_cell list_member
        list_member_int list_member_oid list_member_ptr list_member_xid list_nth list_nth_cell list_nth_int
        list_nth_node list_nth_oid list_oid_cmp list_second_cell list_sort list_sort_comparator list_tail
        list_third_cell list_truncate list_union list_union_int list_union_oid list_union_ptr llast_int
        llast_node llast_oid llast_xid lldiv_t load_external_function load_file local_preload_libraries_string
        locale_t localtime_r lock_twophase_postabort lock_twophase_postcommit lock_twophase_recover
        lock_twophase_standby_recover loff_t log_btree_build_stats log_duration log_executor_stats
        log_lock_waits log_min_duration_sample log_min_duration_statement log_min_error_statement
        log_min_messages log_parameter_max_length log_parameter_max_length_on_error log_parser_stats
        log_planner_stats log_statement_sample_rate log_statement_stats log_status_format log_temp_files
        log_timezone log_xact_sample_rate looks_like_temp_rel_name lookup_external_function lrand48_r
        lsecond_int lsecond_node lsecond_oid lthird_int lthird_node lthird_oid maintenance_work_mem
        make_absolute_path make_attrmap make_native_path max_align_t max_files_per_process max_locks_per_xact
        max_parallel_maintenance_workers max_parallel_workers max_safe_fds max_stack_depth
        max_ticks_no_overflow max_worker_processes mbstate_t mcontext_t mda_get_offset_values mda_get_prod
        mda_get_range mda_next_tuple message_level_is_interesting min_dynamic_shared_memory
        minimal_expand_tuple minimal_tuple_from_heap_tuple mode_t mrand48_r mul_size multi_for_advance_cell
        multixact_member_buffers multixact_offset_buffers my_exec_path my_wait_event_info name_to_handle_at
        needs_fmgr_hook needs_fmgr_hook_type nlink_t no_such_variable nocache_index_getattr notify_buffers
        nrand48_r num_temp_buffers obstack_printf obstack_vprintf off64_t off_t on_dsm_detach
        on_dsm_detach_callback on_exit open_by_handle_at open_memstream pairingheap_add pairingheap_allocate
        pairingheap_comparator pairingheap_const_container pairingheap_container pairingheap_first
        pairingheap_free pairingheap_is_empty pairingheap_is_singular pairingheap_node pairingheap_remove
        pairingheap_remove_first pairingheap_reset palloc0_array palloc0_mul palloc0_object palloc_aligned
        palloc_array palloc_array_extended palloc_extended palloc_mul palloc_mul_extended palloc_object
        parse_int parse_real path_contains_parent_reference path_is_prefix_of_path
        path_is_relative_and_below_cwd path_is_safe_for_extraction pclose_check perform_spin_delay
        pg_always_inline pg_ascii_tolower pg_ascii_toupper pg_assume pg_atomic_add_fetch_u32
        pg_atomic_add_fetch_u32_impl pg_atomic_add_fetch_u64 pg_atomic_add_fetch_u64_impl pg_atomic_clear_flag
        pg_atomic_clear_flag_impl pg_atomic_compare_exchange_u32 pg_atomic_compare_exchange_u32_impl
        pg_atomic_compare_exchange_u64 pg_atomic_compare_exchange_u64_impl pg_atomic_exchange_u32
        pg_atomic_exchange_u32_impl pg_atomic_exchange_u64 pg_atomic_exchange_u64_impl pg_atomic_fetch_add_u32
        pg_atomic_fetch_add_u32_impl pg_atomic_fetch_add_u64 pg_atomic_fetch_add_u64_impl
        pg_atomic_fetch_and_u32 pg_atomic_fetch_and_u32_impl pg_atomic_fetch_and_u64
        pg_atomic_fetch_and_u64_impl pg_atomic_fetch_or_u32 pg_atomic_fetch_or_u32_impl pg_atomic_fetch_or_u64
        pg_atomic_fetch_or_u64_impl pg_atomic_fetch_sub_u32 pg_atomic_fetch_sub_u32_impl
        pg_atomic_fetch_sub_u64 pg_atomic_fetch_sub_u64_impl pg_atomic_flag pg_atomic_init_flag
        pg_atomic_init_flag_impl pg_atomic_init_u32 pg_atomic_init_u32_impl pg_atomic_init_u64
        pg_atomic_init_u64_impl pg_atomic_monotonic_advance_u64 pg_atomic_read_membarrier_u32
        pg_atomic_read_membarrier_u32_impl pg_atomic_read_membarrier_u64 pg_atomic_read_membarrier_u64_impl
        pg_atomic_read_u32 pg_atomic_read_u32_impl pg_atomic_read_u64 pg_atomic_read_u64_impl
        pg_atomic_sub_fetch_u32 pg_atomic_sub_fetch_u32_impl pg_atomic_sub_fetch_u64
        pg_atomic_sub_fetch_u64_impl pg_atomic_test_set_flag pg_atomic_test_set_flag_impl pg_atomic_uint32
        pg_atomic_uint64 pg_atomic_unlocked_test_flag pg_atomic_unlocked_test_flag_impl
        pg_atomic_unlocked_write_u32 pg_atomic_unlocked_write_u32_impl pg_atomic_unlocked_write_u64
        pg_atomic_unlocked_write_u64_impl pg_atomic_write_membarrier_u32 pg_atomic_write_membarrier_u32_impl
        pg_atomic_write_membarrier_u64 pg_atomic_write_membarrier_u64_impl pg_atomic_write_u32
        pg_atomic_write_u32_impl pg_atomic_write_u64 pg_atomic_write_u64_impl pg_attribute_aligned
        pg_attribute_always_inline pg_attribute_cold pg_attribute_format_arg pg_attribute_hot
        pg_attribute_no_sanitize_address pg_attribute_no_sanitize_alignment pg_attribute_nonnull
        pg_attribute_noreturn pg_attribute_packed pg_attribute_printf pg_attribute_target pg_attribute_unused
        pg_backend_random pg_bindtextdomain pg_bswap16 pg_bswap32 pg_bswap64 pg_ceil_log2_32 pg_ceil_log2_64
        pg_check_dir pg_clock_gettime_ns pg_comp_crc32c pg_comp_crc32c_avx512 pg_comp_crc32c_sb8
        pg_comp_crc32c_sse42 pg_compiler_barrier pg_compiler_barrier_impl pg_crc32c
        pg_current_timing_clock_source pg_detoast_datum pg_detoast_datum_copy pg_detoast_datum_packed
        pg_detoast_datum_slice pg_erand48 pg_fallthrough pg_fdatasync pg_flush_data pg_fprintf pg_fsync
        pg_fsync_no_writethrough pg_fsync_writethrough pg_funcptr_t pg_get_encoding_from_locale
        pg_get_next_timezone_abbrev pg_get_ticks pg_get_ticks_fast pg_get_ticks_system pg_get_timezone_name
        pg_get_timezone_offset pg_get_user_home_dir pg_get_user_name pg_gmtime pg_hton16 pg_hton32 pg_hton64
        pg_inet_net_ntop pg_initialize_timing pg_initialize_timing_tsc pg_int64 pg_integer_constant_p
        pg_interpret_timezone_abbrev pg_itm pg_itm_in pg_jrand48 pg_leftmost_one_pos pg_leftmost_one_pos32
        pg_leftmost_one_pos64 pg_localeconv_free pg_localeconv_r pg_localtime pg_lrand48 pg_memory_barrier
        pg_memory_barrier_impl pg_mkdir_p pg_next_dst_boundary pg_nextpower2_32 pg_nextpower2_64
        pg_nextpower2_size_t pg_node_attr pg_nodiscard pg_noinline pg_noreturn pg_ns_to_ticks pg_ntoh16
        pg_ntoh32 pg_ntoh64 pg_number_of_ones pg_popcount pg_popcount32 pg_popcount64 pg_pread
        pg_prevent_errno_in_scope pg_prevpower2_32 pg_prevpower2_64 pg_prevpower2_size_t pg_printf pg_pwrite
        pg_pwritev_with_retry pg_qsort pg_qsort_strcmp pg_rdtsc pg_rdtscp pg_re_throw pg_read_barrier
        pg_read_barrier_impl pg_restrict pg_rightmost_one_pos pg_rightmost_one_pos32 pg_rightmost_one_pos64
        pg_rotate_right32 pg_set_block pg_set_noblock pg_set_timing_clock_source pg_signal_info pg_snprintf
        pg_spin_delay pg_spin_delay_impl pg_split_opts pg_sprintf pg_srand48 pg_stack_base_t pg_strcasecmp
        pg_strerror pg_strerror_r pg_strfromd pg_strftime pg_strncasecmp pg_strong_random
        pg_strong_random_init pg_strsignal pg_ternary pg_ticks_to_ns pg_time_t pg_timezone_abbrev_is_known
        pg_timezone_initialize pg_timing_tsc_clock_source_info pg_tm pg_tolower pg_toupper pg_truncate pg_tz
        pg_tz_acceptable pg_tzenum pg_tzenumerate_end pg_tzenumerate_next pg_tzenumerate_start pg_tzset
        pg_tzset_offset pg_unreachable pg_usleep pg_vfprintf pg_vprintf pg_vsnprintf pg_vsprintf
        pg_write_barrier pg_write_barrier_impl pgaio_init_backend pgaio_workers_enabled pgarch_start
        pgfnames_cleanup pgoff_t pgstat_acquire_replslot pgstat_assoc_relation pgstat_before_server_shutdown
        pgstat_begin_read_activity pgstat_beinit pgstat_bestart pgstat_bestart_final pgstat_bestart_initial
        pgstat_bestart_security pgstat_bktype_io_stats_valid pgstat_clear_backend_activity_snapshot
        pgstat_clear_snapshot pgstat_clip_activity pgstat_copy_relation_stats pgstat_count_backend_io_op
        pgstat_count_backend_io_op_time pgstat_count_buffer_hit pgstat_count_buffer_read
        pgstat_count_buffer_read_time pgstat_count_buffer_write_time pgstat_count_conn_active_time
        pgstat_count_conn_txn_idle_time pgstat_count_heap_delete pgstat_count_heap_fetch
        pgstat_count_heap_getnext pgstat_count_heap_insert pgstat_count_heap_scan pgstat_count_heap_update
        pgstat_count_index_scan pgstat_count_index_tuples pgstat_count_io_op pgstat_count_io_op_n
        pgstat_count_io_op_time pgstat_count_lock_fastpath_exceeded pgstat_count_lock_waits
        pgstat_count_slru_blocks_exists pgstat_count_slru_blocks_hit pgstat_count_slru_blocks_read
        pgstat_count_slru_blocks_written pgstat_count_slru_blocks_zeroed pgstat_count_slru_flush
        pgstat_count_slru_page_exists pgstat_count_slru_page_hit pgstat_count_slru_page_read
        pgstat_count_slru_page_written pgstat_count_slru_page_zeroed pgstat_count_slru_truncate
        pgstat_count_truncate pgstat_create_backend pgstat_create_function pgstat_create_relation
        pgstat_create_replslot pgstat_create_subscription pgstat_discard_stats pgstat_drop_database
        pgstat_drop_function pgstat_drop_relation pgstat_drop_replslot pgstat_drop_subscription
        pgstat_end_function_usage pgstat_end_read_activity pgstat_execute_transactional_drops
        pgstat_fetch_consistency pgstat_fetch_global pgstat_fetch_replslot pgstat_fetch_slru
        pgstat_fetch_stat_archiver pgstat_fetch_stat_backend pgstat_fetch_stat_backend_by_pid
        pgstat_fetch_stat_beentry pgstat_fetch_stat_bgwriter pgstat_fetch_stat_checkpointer
        pgstat_fetch_stat_dbentry pgstat_fetch_stat_funcentry pgstat_fetch_stat_io
        pgstat_fetch_stat_local_beentry pgstat_fetch_stat_lock pgstat_fetch_stat_numbackends
        pgstat_fetch_stat_subscription pgstat_fetch_stat_tabentry pgstat_fetch_stat_tabentry_ext
        pgstat_fetch_stat_wal pgstat_force_next_flush pgstat_get_backend_current_activity
        pgstat_get_backend_type_by_proc_number pgstat_get_beentry_by_backend_id
        pgstat_get_beentry_by_proc_number pgstat_get_crashed_backend_activity pgstat_get_io_context_name
        pgstat_get_io_object_name pgstat_get_kind_from_str pgstat_get_local_beentry_by_backend_id
        pgstat_get_local_beentry_by_index pgstat_get_local_beentry_by_proc_number pgstat_get_my_plan_id
        pgstat_get_my_query_id pgstat_get_slru_index pgstat_get_slru_name pgstat_get_stat_snapshot_timestamp
        pgstat_get_transactional_drops pgstat_get_wait_event pgstat_get_wait_event_type pgstat_have_entry
        pgstat_init pgstat_init_function_usage pgstat_init_relation pgstat_initialize pgstat_initstats
        pgstat_is_ioop_tracked_in_bytes pgstat_is_kind_builtin pgstat_is_kind_custom pgstat_lock_flush
        pgstat_ping pgstat_prepare_io_time pgstat_prepare_report_checksum_failure pgstat_progress_end_command
        pgstat_progress_incr_param pgstat_progress_parallel_incr_param pgstat_progress_start_command
        pgstat_progress_update_multi_param pgstat_progress_update_param pgstat_read_activity_complete
        pgstat_report_activity pgstat_report_analyze pgstat_report_appname pgstat_report_archiver
        pgstat_report_autovac pgstat_report_bgwriter pgstat_report_checkpointer pgstat_report_checksum_failure
        pgstat_report_checksum_failures_in_db pgstat_report_connect pgstat_report_deadlock
        pgstat_report_plan_id pgstat_report_query_id pgstat_report_recovery_conflict pgstat_report_replslot
        pgstat_report_replslot_create pgstat_report_replslot_drop pgstat_report_replslotsync
        pgstat_report_stat pgstat_report_subscription_conflict pgstat_report_subscription_error
        pgstat_report_tempfile pgstat_report_vacuum pgstat_report_wait_end pgstat_report_wait_start
        pgstat_report_wal pgstat_report_xact_timestamp pgstat_reset pgstat_reset_all pgstat_reset_counters
        pgstat_reset_of_kind pgstat_reset_replslot pgstat_reset_replslot_counter pgstat_reset_shared_counters
        pgstat_reset_single_counter pgstat_reset_slru pgstat_reset_slru_counter
        pgstat_reset_wait_event_storage pgstat_restore_stats pgstat_send_archiver pgstat_send_bgwriter
        pgstat_send_wal pgstat_set_wait_event_storage pgstat_should_count_relation pgstat_slru_index
        pgstat_slru_name pgstat_start pgstat_stat_directory pgstat_stat_filename pgstat_stat_tmpname
        pgstat_track_activities pgstat_track_activity_query_size pgstat_track_counts pgstat_track_functions
        pgstat_tracks_backend_bktype pgstat_tracks_io_bktype pgstat_tracks_io_object pgstat_tracks_io_op
        pgstat_twophase_postabort pgstat_twophase_postcommit pgstat_unlink_relation
        pgstat_update_heap_dead_tuples pgstat_update_parallel_workers_stats pgstat_vacuum_stat pid_t
        pipe_read_line pkglib_path plan_cache_mode populate_compact_attribute posix_fadvise posix_fadvise64
        posix_fallocate posix_fallocate64 posix_memalign posix_openpt pqsignal_be pre_format_elog_string
        printf_unlocked process_session_preload_libraries process_shared_preload_libraries
        process_shared_preload_libraries_done process_shared_preload_libraries_in_progress
        process_shmem_requests process_shmem_requests_in_progress proclist_head proclist_mutable_iter
        proclist_node program_invocation_name program_invocation_short_name pthread_attr_t pthread_barrier_t
        pthread_barrierattr_t pthread_cond_t pthread_condattr_t pthread_key_t pthread_kill pthread_mutex_t
        pthread_mutexattr_t pthread_once_t pthread_rwlock_t pthread_rwlockattr_t pthread_sigmask
        pthread_sigqueue pthread_spinlock_t pthread_t ptrdiff_t ptsname_r putc_unlocked putchar_unlocked
        puts_unlocked qecvt_r qfcvt_r qsort_arg qsort_arg_comparator qsort_interruptible qsort_r quad_t
        quick_exit rand_r random_data random_r raw_parser rcmd_af read_objtype_from_string readdir64_r
        readdir_r recovery_init_sync_method recovery_target_action_options register_t repalloc0_array
        repalloc_array repalloc_array_extended repalloc_extended repalloc_huge repalloc_mul
        repalloc_mul_extended reset_formatted_start_time reset_on_dsm_detach restore_stack_base rexec_af
        role_string rresvport_af ruserok_af s6_addr s6_addr16 s6_addr32 s_lock sa_family_t sa_handler
        sa_sigaction secure_getenv seed48_r serializable_buffers server_message_level_options
        session_auth_is_superuser session_preload_libraries_string session_timezone set_config_option
        set_config_option_ext set_config_with_handle set_errcontext_domain set_fn_opclass_options
        set_max_safe_fds set_pglocale_pgservice set_spins_per_delay set_stack_base set_syslog_parameters
        setstate_r shared_preload_libraries_string shell_archive_init shmem_request_hook
        shmem_request_hook_type si_addr si_addr_lsb si_arch si_band si_call_addr si_fd si_int si_lower
        si_overrun si_pid si_pkey si_ptr si_status si_stime si_syscall si_timerid si_uid si_upper si_utime
        si_value sig_atomic_t sig_t sigabbrev_np sigdescr_np sigev_notify_attributes sigev_notify_function
        sigevent_t sighandler_t siginfo_t sigjmp_buf sigset_t sigval_t simple_prompt size_t slist_check
        slist_container slist_delete slist_delete_current slist_foreach slist_foreach_modify slist_has_next
        slist_head slist_head_element slist_head_element_off slist_head_node slist_init slist_insert_after
        slist_is_empty slist_iter slist_mutable_iter slist_next_node slist_node slist_pop_head_node
        slist_push_head slock_t slot_attisnull slot_getallattrs slot_getattr slot_getmissingattrs
        slot_getsomeattrs slot_getsomeattrs_int slot_getsysattr slot_is_current_xact_tuple sockaddr_in
        sockaddr_in6 sockaddr_storage sockaddr_un socklen_t spin_delay srand48_r srandom_r ssize_t st_atime
        st_ctime st_mtime stack_is_too_deep stack_t standard_conforming_strings static_assert store_att_byval
        strcasecmp_l strcoll_l strerror_l strerror_r strerrordesc_np strerrorname_np strftime_l
        strlist_to_textarray strncasecmp_l strptime_l strtod_l strtof128_l strtof32_l strtof32x_l strtof64_l
        strtof64x_l strtof_l strtok_r strtol_l strtold_l strtoll_l strtoul_l strtoull_l strxfrm_l sts_attach
        sts_begin_parallel_scan sts_end_parallel_scan sts_end_write sts_estimate sts_initialize
        sts_parallel_scan_next sts_puttuple sts_reinitialize substitute_path_macro subtransaction_buffers
        superuser_arg suseconds_t sync_file_range synchronous_commit syslog_sequence_numbers
        syslog_split_messages sysv_signal tbm_add_page tbm_add_tuples tbm_attach_shared_iterate
        tbm_begin_iterate tbm_calculate_entries tbm_create tbm_end_iterate tbm_end_shared_iterate tbm_free
        tbm_free_shared_area tbm_intersect tbm_is_empty tbm_iterate tbm_prepare_shared_iterate
        tbm_shared_iterate tbm_union tcp_keepalives_count tcp_keepalives_idle tcp_keepalives_interval
        tcp_user_timeout temp_file_limit ticks_per_ns_scaled time_t time_t_to_timestamptz timer_create
        timer_delete timer_getoverrun timer_gettime timer_settime timer_t timespec_get timespec_getres
        timestamp2timestamptz_opt_overflow timestamp_cmp_internal timestamp_cmp_timestamptz_internal
        timestamptz_cmp_internal timestamptz_to_str timestamptz_to_time_t timing_clock_source
        timing_initialized timing_tsc_enabled timing_tsc_frequency_khz timingsafe_bcmp tmpnam_r toascii_l
        tolower_l toupper_l trace_recovery trace_recovery_messages trace_sort transaction_buffers ttyname_r
        tuplehash_create tuplehash_delete tuplehash_delete_item tuplehash_destroy tuplehash_grow
        tuplehash_hash tuplehash_insert tuplehash_insert_hash tuplehash_iterate tuplehash_iterator
        tuplehash_lookup tuplehash_lookup_hash tuplehash_reset tuplehash_start_iterate
        tuplehash_start_iterate_at tuplehash_stat tuplehash_status tuplesort_attach_shared
        tuplesort_begin_cluster tuplesort_begin_datum tuplesort_begin_heap tuplesort_begin_index_btree
        tuplesort_begin_index_gist tuplesort_begin_index_hash tuplesort_end tuplesort_estimate_shared
        tuplesort_get_stats tuplesort_getdatum tuplesort_getheaptuple tuplesort_getindextuple
        tuplesort_gettupleslot tuplesort_initialize_shared tuplesort_markpos tuplesort_merge_order
        tuplesort_method_name tuplesort_performsort tuplesort_putdatum tuplesort_putheaptuple
        tuplesort_putindextuplevalues tuplesort_puttupleslot tuplesort_rescan tuplesort_reset
        tuplesort_restorepos tuplesort_set_bound tuplesort_skiptuples tuplesort_space_type_name
        tuplesort_used_bound tuplestore_advance tuplestore_alloc_read_pointer tuplestore_ateof
        tuplestore_begin_heap tuplestore_clear tuplestore_copy_read_pointer tuplestore_donestoring
        tuplestore_end tuplestore_gettupleslot tuplestore_in_memory tuplestore_puttuple
        tuplestore_puttupleslot tuplestore_putvalues tuplestore_rescan tuplestore_select_read_pointer
        tuplestore_set_eflags tuplestore_skiptuples tuplestore_trim tuplestore_tuple_count u_char u_int
        u_int16_t u_int32_t u_int64_t u_int8_t u_long u_quad_t u_short ucontext_t uid_t uint16_t uint32_t
        uint64_t uint8_t uint_fast16_t uint_fast32_t uint_fast64_t uint_fast8_t uint_least16_t uint_least32_t
        uint_least64_t uint_least8_t uintmax_t uintptr_t unpack_sql_state update_spins_per_delay useconds_t
        va_arg va_copy va_end va_list va_start vacuum_cleanup_index_scale_factor validate_exec varatt_expanded
        varatt_external varatt_indirect varattrib_1b_e varsize_any vartag_external verify_compact_attribute
        vwrite_stderr wait_result_is_any_signal wait_result_is_signal wait_result_to_exit_code
        wait_result_to_str wal_level_options wal_sync_method_options wchar_t work_mem write_csvlog
        write_jsonlog write_pipe_chunks write_stderr write_stderr_signal_safe xact_desc xact_identify
        xact_is_sampled xact_redo xl_clog_truncate xl_standby_lock xl_xact_abort xl_xact_assignment
        xl_xact_commit xl_xact_dbinfo xl_xact_invals xl_xact_origin xl_xact_parsed_abort xl_xact_parsed_commit
        xl_xact_parsed_prepare xl_xact_prepare xl_xact_relfilelocators xl_xact_relfilenodes xl_xact_stats_item
        xl_xact_stats_items xl_xact_subxacts xl_xact_twophase xl_xact_xinfo
        """

    /// Macros and constants in capitals and of three words or more, from the same headers.
    private static let constants = """
        ACCEPT_TYPE_ARG1 ACCEPT_TYPE_ARG2 ACCEPT_TYPE_ARG3 ACCEPT_TYPE_RETURN ACL_ALTER_SYSTEM ACL_CREATE_TEMP
        ACL_NO_RIGHTS ACL_SELECT_FOR_UPDATE ACL_TARGET_ALL_IN_SCHEMA ACL_TARGET_DEFAULTS ACL_TARGET_OBJECT
        ADJ_OFFSET_SINGLESHOT ADJ_OFFSET_SS_READ AEXPR_BETWEEN_SYM AEXPR_NOT_BETWEEN AEXPR_NOT_BETWEEN_SYM
        AEXPR_NOT_DISTINCT AEXPR_OP_ALL AEXPR_OP_ANY AFTER_TRIGGER_DEFERRABLE AFTER_TRIGGER_INITDEFERRED
        AGGSPLIT_FINAL_DESERIAL AGGSPLIT_INITIAL_SERIAL AGG_CONTEXT_AGGREGATE AGG_CONTEXT_WINDOW
        AIO_PRIO_DELTA_MAX AIO_SUBSYS_H AI_IDN_ALLOW_UNASSIGNED AI_IDN_USE_STD3_ASCII_RULES ALIGNOF_INT64_T
        ALIGNOF_PG_INT128_TYPE ALL_CONNECTION_FAILURE_ERRNOS ALTER_SUBSCRIPTION_ADD_PUBLICATION
        ALTER_SUBSCRIPTION_CONNECTION ALTER_SUBSCRIPTION_DROP_PUBLICATION ALTER_SUBSCRIPTION_ENABLED
        ALTER_SUBSCRIPTION_OPTIONS ALTER_SUBSCRIPTION_PUBLICATION ALTER_SUBSCRIPTION_REFRESH
        ALTER_SUBSCRIPTION_REFRESH_PUBLICATION ALTER_SUBSCRIPTION_REFRESH_SEQUENCES ALTER_SUBSCRIPTION_SERVER
        ALTER_SUBSCRIPTION_SET_PUBLICATION ALTER_SUBSCRIPTION_SKIP ALTER_TSCONFIG_ADD_MAPPING
        ALTER_TSCONFIG_ALTER_MAPPING_FOR_TOKEN ALTER_TSCONFIG_DROP_MAPPING ALTER_TSCONFIG_REPLACE_DICT
        ALTER_TSCONFIG_REPLACE_DICT_FOR_TOKEN ARR_DATA_OFFSET ARR_DATA_PTR ARR_OVERHEAD_NONULLS
        ARR_OVERHEAD_WITHNULLS ATTRIBUTE_FIXED_PART_SIZE ATTRIBUTE_GENERATED_STORED
        ATTRIBUTE_GENERATED_VIRTUAL ATTRIBUTE_IDENTITY_ALWAYS ATTRIBUTE_IDENTITY_BY_DEFAULT AT_EMPTY_PATH
        AT_NO_AUTOMOUNT AT_STATX_DONT_SYNC AT_STATX_FORCE_SYNC AT_STATX_SYNC_AS_STAT AT_STATX_SYNC_TYPE
        AT_SYMLINK_FOLLOW AT_SYMLINK_NOFOLLOW AUTH_REQ_CRYPT AUTH_REQ_GSS AUTH_REQ_GSS_CONT AUTH_REQ_KRB4
        AUTH_REQ_KRB5 AUTH_REQ_MAX AUTH_REQ_MD5 AUTH_REQ_OK AUTH_REQ_PASSWORD AUTH_REQ_SASL AUTH_REQ_SASL_CONT
        AUTH_REQ_SASL_FIN AUTH_REQ_SCM_CREDS AUTH_REQ_SSPI BACKEND_NUM_TYPES BACKEND_PROGRESS_H
        BACKEND_STATUS_H BACKSLASH_QUOTE_OFF BACKSLASH_QUOTE_ON BACKSLASH_QUOTE_SAFE_ENCODING BC_BASE_MAX
        BC_DIM_MAX BC_SCALE_MAX BC_STRING_MAX BEGIN_CATALOG_STRUCT BGWH_NOT_YET_STARTED BGWH_POSTMASTER_DIED
        BGWORKER_BACKEND_DATABASE_CONNECTION BGWORKER_BYPASS_ALLOWCONN BGWORKER_CLASS_PARALLEL
        BGWORKER_SHMEM_ACCESS BGW_DEFAULT_RESTART_INTERVAL BGW_NEVER_RESTART BITS_PER_BITMAPWORD BITS_PER_BYTE
        BKI_ARRAY_DEFAULT BKI_FORCE_NOT_NULL BKI_FORCE_NULL BKI_LOOKUP_OPT BKI_ROWTYPE_OID BKI_SCHEMA_MACRO
        BKI_SHARED_RELATION BKPBLOCK_FLAG_MASK BKPBLOCK_FORK_MASK BKPBLOCK_HAS_DATA BKPBLOCK_HAS_IMAGE
        BKPBLOCK_SAME_REL BKPBLOCK_WILL_INIT BKPIMAGE_COMPRESS_LZ4 BKPIMAGE_COMPRESS_PGLZ
        BKPIMAGE_COMPRESS_ZSTD BKPIMAGE_HAS_HOLE BKPIMAGE_IS_COMPRESSED BMS_EMPTY_SET
        BUFFER_MAPPING_LWLOCK_OFFSET BUS_MCEERR_AO BUS_MCEERR_AR B_AUTOVAC_LAUNCHER B_AUTOVAC_WORKER
        B_BG_WORKER B_BG_WRITER B_DEAD_END_BACKEND B_IO_WORKER B_SLOTSYNC_WORKER B_STANDALONE_BACKEND
        B_STATS_COLLECTOR B_WAL_RECEIVER B_WAL_SENDER B_WAL_SUMMARIZER B_WAL_WRITER CALLED_AS_TRIGGER
        CANCEL_REQUEST_CODE CASCADED_CHECK_OPTION CATALOG_VERSION_NO CHARCLASS_NAME_MAX CHECK_FOR_INTERRUPTS
        CLOCKS_PER_SEC CLOCK_BOOTTIME_ALARM CLOCK_MONOTONIC_COARSE CLOCK_MONOTONIC_RAW
        CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME_ALARM CLOCK_REALTIME_COARSE CLOCK_THREAD_CPUTIME_ID
        CLOSE_RANGE_CLOEXEC CLOSE_RANGE_UNSHARE CMDTAG_ALTER_ACCESS_METHOD CMDTAG_ALTER_AGGREGATE
        CMDTAG_ALTER_CAST CMDTAG_ALTER_COLLATION CMDTAG_ALTER_CONSTRAINT CMDTAG_ALTER_CONVERSION
        CMDTAG_ALTER_DATABASE CMDTAG_ALTER_DEFAULT_PRIVILEGES CMDTAG_ALTER_DOMAIN CMDTAG_ALTER_EVENT_TRIGGER
        CMDTAG_ALTER_EXTENSION CMDTAG_ALTER_FOREIGN_DATA_WRAPPER CMDTAG_ALTER_FOREIGN_TABLE
        CMDTAG_ALTER_FUNCTION CMDTAG_ALTER_INDEX CMDTAG_ALTER_LANGUAGE CMDTAG_ALTER_LARGE_OBJECT
        CMDTAG_ALTER_MATERIALIZED_VIEW CMDTAG_ALTER_OPERATOR CMDTAG_ALTER_OPERATOR_CLASS
        CMDTAG_ALTER_OPERATOR_FAMILY CMDTAG_ALTER_POLICY CMDTAG_ALTER_PROCEDURE CMDTAG_ALTER_PUBLICATION
        CMDTAG_ALTER_ROLE CMDTAG_ALTER_ROUTINE CMDTAG_ALTER_RULE CMDTAG_ALTER_SCHEMA CMDTAG_ALTER_SEQUENCE
        CMDTAG_ALTER_SERVER CMDTAG_ALTER_STATISTICS CMDTAG_ALTER_SUBSCRIPTION CMDTAG_ALTER_SYSTEM
        CMDTAG_ALTER_TABLE CMDTAG_ALTER_TABLESPACE CMDTAG_ALTER_TEXT_SEARCH_CONFIGURATION
        CMDTAG_ALTER_TEXT_SEARCH_DICTIONARY CMDTAG_ALTER_TEXT_SEARCH_PARSER CMDTAG_ALTER_TEXT_SEARCH_TEMPLATE
        CMDTAG_ALTER_TRANSFORM CMDTAG_ALTER_TRIGGER CMDTAG_ALTER_TYPE CMDTAG_ALTER_USER_MAPPING
        CMDTAG_ALTER_VIEW CMDTAG_CLOSE_CURSOR CMDTAG_CLOSE_CURSOR_ALL CMDTAG_COMMIT_PREPARED CMDTAG_COPY_FROM
        CMDTAG_CREATE_ACCESS_METHOD CMDTAG_CREATE_AGGREGATE CMDTAG_CREATE_CAST CMDTAG_CREATE_COLLATION
        CMDTAG_CREATE_CONSTRAINT CMDTAG_CREATE_CONVERSION CMDTAG_CREATE_DATABASE CMDTAG_CREATE_DOMAIN
        CMDTAG_CREATE_EVENT_TRIGGER CMDTAG_CREATE_EXTENSION CMDTAG_CREATE_FOREIGN_DATA_WRAPPER
        CMDTAG_CREATE_FOREIGN_TABLE CMDTAG_CREATE_FUNCTION CMDTAG_CREATE_INDEX CMDTAG_CREATE_LANGUAGE
        CMDTAG_CREATE_MATERIALIZED_VIEW CMDTAG_CREATE_OPERATOR CMDTAG_CREATE_OPERATOR_CLASS
        CMDTAG_CREATE_OPERATOR_FAMILY CMDTAG_CREATE_POLICY CMDTAG_CREATE_PROCEDURE CMDTAG_CREATE_PUBLICATION
        CMDTAG_CREATE_ROLE CMDTAG_CREATE_ROUTINE CMDTAG_CREATE_RULE CMDTAG_CREATE_SCHEMA
        CMDTAG_CREATE_SEQUENCE CMDTAG_CREATE_SERVER CMDTAG_CREATE_STATISTICS CMDTAG_CREATE_SUBSCRIPTION
        CMDTAG_CREATE_TABLE CMDTAG_CREATE_TABLESPACE CMDTAG_CREATE_TABLE_AS
        CMDTAG_CREATE_TEXT_SEARCH_CONFIGURATION CMDTAG_CREATE_TEXT_SEARCH_DICTIONARY
        CMDTAG_CREATE_TEXT_SEARCH_PARSER CMDTAG_CREATE_TEXT_SEARCH_TEMPLATE CMDTAG_CREATE_TRANSFORM
        CMDTAG_CREATE_TRIGGER CMDTAG_CREATE_TYPE CMDTAG_CREATE_USER_MAPPING CMDTAG_CREATE_VIEW
        CMDTAG_DEALLOCATE_ALL CMDTAG_DECLARE_CURSOR CMDTAG_DISCARD_ALL CMDTAG_DISCARD_PLANS
        CMDTAG_DISCARD_SEQUENCES CMDTAG_DISCARD_TEMP CMDTAG_DROP_ACCESS_METHOD CMDTAG_DROP_AGGREGATE
        CMDTAG_DROP_CAST CMDTAG_DROP_COLLATION CMDTAG_DROP_CONSTRAINT CMDTAG_DROP_CONVERSION
        CMDTAG_DROP_DATABASE CMDTAG_DROP_DOMAIN CMDTAG_DROP_EVENT_TRIGGER CMDTAG_DROP_EXTENSION
        CMDTAG_DROP_FOREIGN_DATA_WRAPPER CMDTAG_DROP_FOREIGN_TABLE CMDTAG_DROP_FUNCTION CMDTAG_DROP_INDEX
        CMDTAG_DROP_LANGUAGE CMDTAG_DROP_MATERIALIZED_VIEW CMDTAG_DROP_OPERATOR CMDTAG_DROP_OPERATOR_CLASS
        CMDTAG_DROP_OPERATOR_FAMILY CMDTAG_DROP_OWNED CMDTAG_DROP_POLICY CMDTAG_DROP_PROCEDURE
        CMDTAG_DROP_PUBLICATION CMDTAG_DROP_ROLE CMDTAG_DROP_ROUTINE CMDTAG_DROP_RULE CMDTAG_DROP_SCHEMA
        CMDTAG_DROP_SEQUENCE CMDTAG_DROP_SERVER CMDTAG_DROP_STATISTICS CMDTAG_DROP_SUBSCRIPTION
        CMDTAG_DROP_TABLE CMDTAG_DROP_TABLESPACE CMDTAG_DROP_TEXT_SEARCH_CONFIGURATION
        CMDTAG_DROP_TEXT_SEARCH_DICTIONARY CMDTAG_DROP_TEXT_SEARCH_PARSER CMDTAG_DROP_TEXT_SEARCH_TEMPLATE
        CMDTAG_DROP_TRANSFORM CMDTAG_DROP_TRIGGER CMDTAG_DROP_TYPE CMDTAG_DROP_USER_MAPPING CMDTAG_DROP_VIEW
        CMDTAG_GRANT_ROLE CMDTAG_IMPORT_FOREIGN_SCHEMA CMDTAG_LOCK_TABLE CMDTAG_PREPARE_TRANSACTION
        CMDTAG_REASSIGN_OWNED CMDTAG_REFRESH_MATERIALIZED_VIEW CMDTAG_REVOKE_ROLE CMDTAG_ROLLBACK_PREPARED
        CMDTAG_SECURITY_LABEL CMDTAG_SELECT_FOR_KEY_SHARE CMDTAG_SELECT_FOR_NO_KEY_UPDATE
        CMDTAG_SELECT_FOR_SHARE CMDTAG_SELECT_FOR_UPDATE CMDTAG_SELECT_INTO CMDTAG_SET_CONSTRAINTS
        CMDTAG_START_TRANSACTION CMDTAG_TRUNCATE_TABLE COERCE_EXPLICIT_CALL COERCE_EXPLICIT_CAST
        COERCE_IMPLICIT_CAST COERCE_SQL_SYNTAX COLL_WEIGHTS_MAX COMMAND_TAG_NEXTTAG COMPARE_CONTAINED_BY
        COMPLETION_TAG_BUFSIZE CONDITION_VARIABLE_H CONFLICT_NUM_TYPES CONSTR_ATTR_DEFERRABLE
        CONSTR_ATTR_DEFERRED CONSTR_ATTR_ENFORCED CONSTR_ATTR_IMMEDIATE CONSTR_ATTR_NOT_DEFERRABLE
        CONSTR_ATTR_NOT_ENFORCED CREATE_TABLE_LIKE_ALL CREATE_TABLE_LIKE_COMMENTS
        CREATE_TABLE_LIKE_COMPRESSION CREATE_TABLE_LIKE_CONSTRAINTS CREATE_TABLE_LIKE_DEFAULTS
        CREATE_TABLE_LIKE_GENERATED CREATE_TABLE_LIKE_IDENTITY CREATE_TABLE_LIKE_INDEXES
        CREATE_TABLE_LIKE_STATISTICS CREATE_TABLE_LIKE_STORAGE CT_DELETE_MISSING CT_DELETE_ORIGIN_DIFFERS
        CT_INSERT_EXISTS CT_MULTIPLE_UNIQUE_CONFLICTS CT_UPDATE_DELETED CT_UPDATE_EXISTS CT_UPDATE_MISSING
        CT_UPDATE_ORIGIN_DIFFERS CURSOR_OPT_ASENSITIVE CURSOR_OPT_BINARY CURSOR_OPT_CUSTOM_PLAN
        CURSOR_OPT_FAST_PLAN CURSOR_OPT_GENERIC_PLAN CURSOR_OPT_HOLD CURSOR_OPT_INSENSITIVE
        CURSOR_OPT_NO_SCROLL CURSOR_OPT_PARALLEL_OK CURSOR_OPT_SCROLL CV_MINIMAL_SIZE DATATYPE_TIMESTAMP_H
        DATETIME_MIN_JULIAN DATE_END_JULIAN DAYS_PER_MONTH DAYS_PER_WEEK DAYS_PER_YEAR DBL_DECIMAL_DIG
        DBL_HAS_SUBNORM DBL_MANT_DIG DBL_MAX_10_EXP DBL_MAX_EXP DBL_MIN_10_EXP DBL_MIN_EXP DBL_TRUE_MIN
        DECLARE_ARRAY_FOREIGN_KEY DECLARE_ARRAY_FOREIGN_KEY_OPT DECLARE_FOREIGN_KEY DECLARE_FOREIGN_KEY_OPT
        DECLARE_OID_DEFINING_MACRO DECLARE_TOAST_WITH_MACRO DECLARE_UNIQUE_INDEX DECLARE_UNIQUE_INDEX_PKEY
        DEFAULT_BACKEND_FLUSH_AFTER DEFAULT_BGWRITER_FLUSH_AFTER DEFAULT_CHECKPOINT_FLUSH_AFTER
        DEFAULT_DYNAMIC_SHARED_MEMORY_TYPE DEFAULT_EVENT_SOURCE DEFAULT_PGSOCKET_DIR DEFAULT_SPINS_PER_DELAY
        DEFAULT_SYNC_METHOD DEFAULT_WAL_SYNC_METHOD DEFAULT_XLOG_SEG_SIZE DEF_PGPORT_STR DISCONNECT_CLIENT_EOF
        DISCONNECT_NOT_YET DLIST_STATIC_INIT DOM_CONSTRAINT_CHECK DOM_CONSTRAINT_NOTNULL DO_AGGSPLIT_COMBINE
        DO_AGGSPLIT_DESERIALIZE DO_AGGSPLIT_SERIALIZE DO_AGGSPLIT_SKIPFINAL DSA_ALLOC_HUGE DSA_ALLOC_NO_OOM
        DSA_ALLOC_ZERO DSA_POINTER_FORMAT DSM_CREATE_NULL_IF_MAXSEGMENTS DSM_HANDLE_INVALID DSM_IMPL_H
        DSM_IMPL_MMAP DSM_IMPL_POSIX DSM_IMPL_SYSV DSM_IMPL_WINDOWS DSM_OP_ATTACH DSM_OP_CREATE DSM_OP_DESTROY
        DSM_OP_DETACH DS_BLOCKED_BY_AUTOVACUUM DS_HARD_DEADLOCK DS_NOT_YET_CHECKED DS_NO_DEADLOCK
        DS_SOFT_DEADLOCK DTERR_BAD_FORMAT DTERR_FIELD_OVERFLOW DTERR_INTERVAL_OVERFLOW DTERR_MD_FIELD_OVERFLOW
        DTERR_TZDISP_OVERFLOW DTK_ALL_SECS_M DTK_DATE_M DTK_TIME_M DTK_TZ_HOUR DTK_TZ_MINUTE EAI_IDN_ENCODE
        EEO_FLAG_IS_QUAL ENABLE_THREAD_SAFETY END_CATALOG_STRUCT END_CRIT_SECTION ENR_NAMED_TUPLESTORE
        EOH_HEADER_MAGIC ERRCODE_ACTIVE_SQL_TRANSACTION ERRCODE_ADMIN_SHUTDOWN ERRCODE_AMBIGUOUS_ALIAS
        ERRCODE_AMBIGUOUS_COLUMN ERRCODE_AMBIGUOUS_FUNCTION ERRCODE_AMBIGUOUS_PARAMETER
        ERRCODE_ARRAY_ELEMENT_ERROR ERRCODE_ARRAY_SUBSCRIPT_ERROR ERRCODE_ASSERT_FAILURE
        ERRCODE_BAD_COPY_FILE_FORMAT ERRCODE_BRANCH_TRANSACTION_ALREADY_ACTIVE ERRCODE_CANNOT_COERCE
        ERRCODE_CANNOT_CONNECT_NOW ERRCODE_CANT_CHANGE_RUNTIME_PARAM ERRCODE_CARDINALITY_VIOLATION
        ERRCODE_CASE_NOT_FOUND ERRCODE_CHARACTER_NOT_IN_REPERTOIRE ERRCODE_CHECK_VIOLATION
        ERRCODE_COLLATION_MISMATCH ERRCODE_CONFIGURATION_LIMIT_EXCEEDED ERRCODE_CONFIG_FILE_ERROR
        ERRCODE_CONNECTION_DOES_NOT_EXIST ERRCODE_CONNECTION_EXCEPTION ERRCODE_CONNECTION_FAILURE
        ERRCODE_CRASH_SHUTDOWN ERRCODE_DATABASE_DROPPED ERRCODE_DATATYPE_MISMATCH ERRCODE_DATA_CORRUPTED
        ERRCODE_DATA_EXCEPTION ERRCODE_DATETIME_FIELD_OVERFLOW ERRCODE_DATETIME_VALUE_OUT_OF_RANGE
        ERRCODE_DEPENDENT_OBJECTS_STILL_EXIST ERRCODE_DEPENDENT_PRIVILEGE_DESCRIPTORS_STILL_EXIST
        ERRCODE_DIAGNOSTICS_EXCEPTION ERRCODE_DISK_FULL ERRCODE_DIVISION_BY_ZERO ERRCODE_DUPLICATE_ALIAS
        ERRCODE_DUPLICATE_COLUMN ERRCODE_DUPLICATE_CURSOR ERRCODE_DUPLICATE_DATABASE ERRCODE_DUPLICATE_FILE
        ERRCODE_DUPLICATE_FUNCTION ERRCODE_DUPLICATE_JSON_OBJECT_KEY_VALUE ERRCODE_DUPLICATE_OBJECT
        ERRCODE_DUPLICATE_PSTATEMENT ERRCODE_DUPLICATE_SCHEMA ERRCODE_DUPLICATE_TABLE
        ERRCODE_ERROR_IN_ASSIGNMENT ERRCODE_ESCAPE_CHARACTER_CONFLICT ERRCODE_EXCLUSION_VIOLATION
        ERRCODE_EXTERNAL_ROUTINE_EXCEPTION ERRCODE_EXTERNAL_ROUTINE_INVOCATION_EXCEPTION
        ERRCODE_E_R_E_CONTAINING_SQL_NOT_PERMITTED ERRCODE_E_R_E_MODIFYING_SQL_DATA_NOT_PERMITTED
        ERRCODE_E_R_E_PROHIBITED_SQL_STATEMENT_ATTEMPTED ERRCODE_E_R_E_READING_SQL_DATA_NOT_PERMITTED
        ERRCODE_E_R_I_E_EVENT_TRIGGER_PROTOCOL_VIOLATED ERRCODE_E_R_I_E_INVALID_SQLSTATE_RETURNED
        ERRCODE_E_R_I_E_NULL_VALUE_NOT_ALLOWED ERRCODE_E_R_I_E_SRF_PROTOCOL_VIOLATED
        ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED ERRCODE_FDW_COLUMN_NAME_NOT_FOUND
        ERRCODE_FDW_DYNAMIC_PARAMETER_VALUE_NEEDED ERRCODE_FDW_ERROR ERRCODE_FDW_FUNCTION_SEQUENCE_ERROR
        ERRCODE_FDW_INCONSISTENT_DESCRIPTOR_INFORMATION ERRCODE_FDW_INVALID_ATTRIBUTE_VALUE
        ERRCODE_FDW_INVALID_COLUMN_NAME ERRCODE_FDW_INVALID_COLUMN_NUMBER ERRCODE_FDW_INVALID_DATA_TYPE
        ERRCODE_FDW_INVALID_DATA_TYPE_DESCRIPTORS ERRCODE_FDW_INVALID_DESCRIPTOR_FIELD_IDENTIFIER
        ERRCODE_FDW_INVALID_HANDLE ERRCODE_FDW_INVALID_OPTION_INDEX ERRCODE_FDW_INVALID_OPTION_NAME
        ERRCODE_FDW_INVALID_STRING_FORMAT ERRCODE_FDW_INVALID_STRING_LENGTH_OR_BUFFER_LENGTH
        ERRCODE_FDW_INVALID_USE_OF_NULL_POINTER ERRCODE_FDW_NO_SCHEMAS ERRCODE_FDW_OPTION_NAME_NOT_FOUND
        ERRCODE_FDW_OUT_OF_MEMORY ERRCODE_FDW_REPLY_HANDLE ERRCODE_FDW_SCHEMA_NOT_FOUND
        ERRCODE_FDW_TABLE_NOT_FOUND ERRCODE_FDW_TOO_MANY_HANDLES ERRCODE_FDW_UNABLE_TO_CREATE_EXECUTION
        ERRCODE_FDW_UNABLE_TO_CREATE_REPLY ERRCODE_FDW_UNABLE_TO_ESTABLISH_CONNECTION
        ERRCODE_FEATURE_NOT_SUPPORTED ERRCODE_FILE_NAME_TOO_LONG ERRCODE_FLOATING_POINT_EXCEPTION
        ERRCODE_FOREIGN_KEY_VIOLATION ERRCODE_GENERATED_ALWAYS ERRCODE_GROUPING_ERROR
        ERRCODE_HELD_CURSOR_REQUIRES_SAME_ISOLATION_LEVEL ERRCODE_IDLE_IN_TRANSACTION_SESSION_TIMEOUT
        ERRCODE_IDLE_SESSION_TIMEOUT ERRCODE_INAPPROPRIATE_ACCESS_MODE_FOR_BRANCH_TRANSACTION
        ERRCODE_INAPPROPRIATE_ISOLATION_LEVEL_FOR_BRANCH_TRANSACTION ERRCODE_INDETERMINATE_COLLATION
        ERRCODE_INDETERMINATE_DATATYPE ERRCODE_INDEX_CORRUPTED ERRCODE_INDICATOR_OVERFLOW
        ERRCODE_INSUFFICIENT_PRIVILEGE ERRCODE_INSUFFICIENT_RESOURCES ERRCODE_INTEGRITY_CONSTRAINT_VIOLATION
        ERRCODE_INTERNAL_ERROR ERRCODE_INTERVAL_FIELD_OVERFLOW ERRCODE_INVALID_ARGUMENT_FOR_LOG
        ERRCODE_INVALID_ARGUMENT_FOR_NTH_VALUE ERRCODE_INVALID_ARGUMENT_FOR_NTILE
        ERRCODE_INVALID_ARGUMENT_FOR_POWER_FUNCTION ERRCODE_INVALID_ARGUMENT_FOR_SQL_JSON_DATETIME_FUNCTION
        ERRCODE_INVALID_ARGUMENT_FOR_WIDTH_BUCKET_FUNCTION ERRCODE_INVALID_ARGUMENT_FOR_XQUERY
        ERRCODE_INVALID_AUTHORIZATION_SPECIFICATION ERRCODE_INVALID_BINARY_REPRESENTATION
        ERRCODE_INVALID_CATALOG_NAME ERRCODE_INVALID_CHARACTER_VALUE_FOR_CAST
        ERRCODE_INVALID_COLUMN_DEFINITION ERRCODE_INVALID_COLUMN_REFERENCE ERRCODE_INVALID_CURSOR_DEFINITION
        ERRCODE_INVALID_CURSOR_NAME ERRCODE_INVALID_CURSOR_STATE ERRCODE_INVALID_DATABASE_DEFINITION
        ERRCODE_INVALID_DATETIME_FORMAT ERRCODE_INVALID_ESCAPE_CHARACTER ERRCODE_INVALID_ESCAPE_OCTET
        ERRCODE_INVALID_ESCAPE_SEQUENCE ERRCODE_INVALID_FOREIGN_KEY ERRCODE_INVALID_FUNCTION_DEFINITION
        ERRCODE_INVALID_GRANTOR ERRCODE_INVALID_GRANT_OPERATION ERRCODE_INVALID_INDICATOR_PARAMETER_VALUE
        ERRCODE_INVALID_JSON_TEXT ERRCODE_INVALID_NAME ERRCODE_INVALID_OBJECT_DEFINITION
        ERRCODE_INVALID_PARAMETER_VALUE ERRCODE_INVALID_PASSWORD ERRCODE_INVALID_PRECEDING_OR_FOLLOWING_SIZE
        ERRCODE_INVALID_PSTATEMENT_DEFINITION ERRCODE_INVALID_RECURSION ERRCODE_INVALID_REGULAR_EXPRESSION
        ERRCODE_INVALID_ROLE_SPECIFICATION ERRCODE_INVALID_ROW_COUNT_IN_LIMIT_CLAUSE
        ERRCODE_INVALID_ROW_COUNT_IN_RESULT_OFFSET_CLAUSE ERRCODE_INVALID_SCHEMA_DEFINITION
        ERRCODE_INVALID_SCHEMA_NAME ERRCODE_INVALID_SQL_JSON_SUBSCRIPT ERRCODE_INVALID_SQL_STATEMENT_NAME
        ERRCODE_INVALID_TABLESAMPLE_ARGUMENT ERRCODE_INVALID_TABLESAMPLE_REPEAT
        ERRCODE_INVALID_TABLE_DEFINITION ERRCODE_INVALID_TEXT_REPRESENTATION
        ERRCODE_INVALID_TIME_ZONE_DISPLACEMENT_VALUE ERRCODE_INVALID_TRANSACTION_INITIATION
        ERRCODE_INVALID_TRANSACTION_STATE ERRCODE_INVALID_TRANSACTION_TERMINATION
        ERRCODE_INVALID_USE_OF_ESCAPE_CHARACTER ERRCODE_INVALID_XML_COMMENT ERRCODE_INVALID_XML_CONTENT
        ERRCODE_INVALID_XML_DOCUMENT ERRCODE_INVALID_XML_PROCESSING_INSTRUCTION
        ERRCODE_IN_FAILED_SQL_TRANSACTION ERRCODE_IO_ERROR ERRCODE_IS_CATEGORY ERRCODE_LOCATOR_EXCEPTION
        ERRCODE_LOCK_FILE_EXISTS ERRCODE_LOCK_NOT_AVAILABLE ERRCODE_L_E_INVALID_SPECIFICATION
        ERRCODE_MORE_THAN_ONE_SQL_JSON_ITEM ERRCODE_MOST_SPECIFIC_TYPE_MISMATCH ERRCODE_NAME_TOO_LONG
        ERRCODE_NONSTANDARD_USE_OF_ESCAPE_CHARACTER ERRCODE_NON_NUMERIC_SQL_JSON_ITEM
        ERRCODE_NON_UNIQUE_KEYS_IN_A_JSON_OBJECT ERRCODE_NOT_AN_XML_DOCUMENT ERRCODE_NOT_NULL_VIOLATION
        ERRCODE_NO_ACTIVE_SQL_TRANSACTION ERRCODE_NO_ACTIVE_SQL_TRANSACTION_FOR_BRANCH_TRANSACTION
        ERRCODE_NO_ADDITIONAL_DYNAMIC_RESULT_SETS_RETURNED ERRCODE_NO_DATA ERRCODE_NO_DATA_FOUND
        ERRCODE_NO_SQL_JSON_ITEM ERRCODE_NULL_VALUE_NOT_ALLOWED ERRCODE_NULL_VALUE_NO_INDICATOR_PARAMETER
        ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE ERRCODE_OBJECT_IN_USE ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE
        ERRCODE_OPERATOR_INTERVENTION ERRCODE_OUT_OF_MEMORY ERRCODE_PLPGSQL_ERROR
        ERRCODE_PROGRAM_LIMIT_EXCEEDED ERRCODE_PROTOCOL_VIOLATION ERRCODE_QUERY_CANCELED
        ERRCODE_RAISE_EXCEPTION ERRCODE_READ_ONLY_SQL_TRANSACTION ERRCODE_RESERVED_NAME
        ERRCODE_RESTRICT_VIOLATION ERRCODE_SAVEPOINT_EXCEPTION
        ERRCODE_SCHEMA_AND_DATA_STATEMENT_MIXING_NOT_SUPPORTED ERRCODE_SEQUENCE_GENERATOR_LIMIT_EXCEEDED
        ERRCODE_SINGLETON_SQL_JSON_ITEM_REQUIRED ERRCODE_SNAPSHOT_TOO_OLD
        ERRCODE_SQLCLIENT_UNABLE_TO_ESTABLISH_SQLCONNECTION
        ERRCODE_SQLSERVER_REJECTED_ESTABLISHMENT_OF_SQLCONNECTION ERRCODE_SQL_JSON_ARRAY_NOT_FOUND
        ERRCODE_SQL_JSON_ITEM_CANNOT_BE_CAST_TO_TARGET_TYPE ERRCODE_SQL_JSON_MEMBER_NOT_FOUND
        ERRCODE_SQL_JSON_NUMBER_NOT_FOUND ERRCODE_SQL_JSON_OBJECT_NOT_FOUND ERRCODE_SQL_JSON_SCALAR_REQUIRED
        ERRCODE_SQL_ROUTINE_EXCEPTION ERRCODE_SQL_STATEMENT_NOT_YET_COMPLETE
        ERRCODE_STACKED_DIAGNOSTICS_ACCESSED_WITHOUT_ACTIVE_HANDLER ERRCODE_STATEMENT_TOO_COMPLEX
        ERRCODE_STRING_DATA_LENGTH_MISMATCH ERRCODE_STRING_DATA_RIGHT_TRUNCATION ERRCODE_SUBSTRING_ERROR
        ERRCODE_SUCCESSFUL_COMPLETION ERRCODE_SYNTAX_ERROR ERRCODE_SYNTAX_ERROR_OR_ACCESS_RULE_VIOLATION
        ERRCODE_SYSTEM_ERROR ERRCODE_S_E_INVALID_SPECIFICATION
        ERRCODE_S_R_E_FUNCTION_EXECUTED_NO_RETURN_STATEMENT ERRCODE_S_R_E_MODIFYING_SQL_DATA_NOT_PERMITTED
        ERRCODE_S_R_E_PROHIBITED_SQL_STATEMENT_ATTEMPTED ERRCODE_S_R_E_READING_SQL_DATA_NOT_PERMITTED
        ERRCODE_TOO_MANY_ARGUMENTS ERRCODE_TOO_MANY_COLUMNS ERRCODE_TOO_MANY_CONNECTIONS
        ERRCODE_TOO_MANY_JSON_ARRAY_ELEMENTS ERRCODE_TOO_MANY_JSON_OBJECT_MEMBERS ERRCODE_TOO_MANY_ROWS
        ERRCODE_TO_CATEGORY ERRCODE_TRANSACTION_RESOLUTION_UNKNOWN ERRCODE_TRANSACTION_ROLLBACK
        ERRCODE_TRANSACTION_TIMEOUT ERRCODE_TRIGGERED_ACTION_EXCEPTION ERRCODE_TRIGGERED_DATA_CHANGE_VIOLATION
        ERRCODE_TRIM_ERROR ERRCODE_T_R_DEADLOCK_DETECTED ERRCODE_T_R_INTEGRITY_CONSTRAINT_VIOLATION
        ERRCODE_T_R_SERIALIZATION_FAILURE ERRCODE_T_R_STATEMENT_COMPLETION_UNKNOWN ERRCODE_UNDEFINED_COLUMN
        ERRCODE_UNDEFINED_CURSOR ERRCODE_UNDEFINED_DATABASE ERRCODE_UNDEFINED_FILE ERRCODE_UNDEFINED_FUNCTION
        ERRCODE_UNDEFINED_OBJECT ERRCODE_UNDEFINED_PARAMETER ERRCODE_UNDEFINED_PSTATEMENT
        ERRCODE_UNDEFINED_SCHEMA ERRCODE_UNDEFINED_TABLE ERRCODE_UNIQUE_VIOLATION
        ERRCODE_UNSAFE_NEW_ENUM_VALUE_USAGE ERRCODE_UNTERMINATED_C_STRING ERRCODE_UNTRANSLATABLE_CHARACTER
        ERRCODE_WARNING_DEPRECATED_FEATURE ERRCODE_WARNING_DYNAMIC_RESULT_SETS_RETURNED
        ERRCODE_WARNING_IMPLICIT_ZERO_BIT_PADDING ERRCODE_WARNING_NULL_VALUE_ELIMINATED_IN_SET_FUNCTION
        ERRCODE_WARNING_PRIVILEGE_NOT_GRANTED ERRCODE_WARNING_PRIVILEGE_NOT_REVOKED
        ERRCODE_WARNING_STRING_DATA_RIGHT_TRUNCATION ERRCODE_WINDOWING_ERROR
        ERRCODE_WITH_CHECK_OPTION_VIOLATION ERRCODE_WRONG_OBJECT_TYPE ERRCODE_ZERO_LENGTH_CHARACTER_STRING
        ESCAPE_STRING_SYNTAX EXPANDED_POINTER_SIZE EXPR_NEST_MAX FALLOC_FL_COLLAPSE_RANGE
        FALLOC_FL_INSERT_RANGE FALLOC_FL_KEEP_SIZE FALLOC_FL_NO_HIDE_STALE FALLOC_FL_PUNCH_HOLE
        FALLOC_FL_UNSHARE_RANGE FALLOC_FL_ZERO_RANGE FATAL_CLIENT_ONLY FDW_IMPORT_SCHEMA_ALL
        FDW_IMPORT_SCHEMA_EXCEPT FDW_IMPORT_SCHEMA_LIMIT_TO FETCH_KEYWORD_ABSOLUTE FETCH_KEYWORD_ALL
        FETCH_KEYWORD_BACKWARD FETCH_KEYWORD_BACKWARD_ALL FETCH_KEYWORD_FIRST FETCH_KEYWORD_FORWARD
        FETCH_KEYWORD_FORWARD_ALL FETCH_KEYWORD_LAST FETCH_KEYWORD_NEXT FETCH_KEYWORD_NONE FETCH_KEYWORD_PRIOR
        FETCH_KEYWORD_RELATIVE FIELDNO_AGGSTATE_ALL_PERGROUPS FIELDNO_AGGSTATE_CURAGGCONTEXT
        FIELDNO_AGGSTATE_CURPERTRANS FIELDNO_AGGSTATE_CURRENT_SET FIELDNO_EXPRCONTEXT_AGGNULLS
        FIELDNO_EXPRCONTEXT_AGGVALUES FIELDNO_EXPRCONTEXT_CASEDATUM FIELDNO_EXPRCONTEXT_CASENULL
        FIELDNO_EXPRCONTEXT_DOMAINDATUM FIELDNO_EXPRCONTEXT_DOMAINNULL FIELDNO_EXPRCONTEXT_INNERTUPLE
        FIELDNO_EXPRCONTEXT_OUTERTUPLE FIELDNO_EXPRCONTEXT_SCANTUPLE FIELDNO_EXPRSTATE_PARENT
        FIELDNO_EXPRSTATE_RESNULL FIELDNO_EXPRSTATE_RESULTSLOT FIELDNO_EXPRSTATE_RESVALUE
        FIELDNO_FUNCTIONCALLINFODATA_ARGS FIELDNO_FUNCTIONCALLINFODATA_ISNULL FIELDNO_HEAPTUPLEDATA_DATA
        FIELDNO_HEAPTUPLEHEADERDATA_BITS FIELDNO_HEAPTUPLEHEADERDATA_HOFF FIELDNO_HEAPTUPLEHEADERDATA_INFOMASK
        FIELDNO_HEAPTUPLEHEADERDATA_INFOMASK2 FIELDNO_HEAPTUPLETABLESLOT_OFF FIELDNO_HEAPTUPLETABLESLOT_TUPLE
        FIELDNO_MINIMALTUPLETABLESLOT_OFF FIELDNO_MINIMALTUPLETABLESLOT_TUPLE FIELDNO_NULLABLE_DATUM_DATUM
        FIELDNO_NULLABLE_DATUM_ISNULL FIELDNO_TUPLETABLESLOT_FLAGS FIELDNO_TUPLETABLESLOT_ISNULL
        FIELDNO_TUPLETABLESLOT_NVALID FIELDNO_TUPLETABLESLOT_TUPLEDESCRIPTOR FIELDNO_TUPLETABLESLOT_VALUES
        FILE_POSSIBLY_DELETED FKCONSTR_ACTION_CASCADE FKCONSTR_ACTION_NOACTION FKCONSTR_ACTION_RESTRICT
        FKCONSTR_ACTION_SETDEFAULT FKCONSTR_ACTION_SETNULL FKCONSTR_MATCH_FULL FKCONSTR_MATCH_PARTIAL
        FKCONSTR_MATCH_SIMPLE FLEXIBLE_ARRAY_MEMBER FLOAT4_FITS_IN_INT16 FLOAT4_FITS_IN_INT32
        FLOAT4_FITS_IN_INT64 FLOAT8_FITS_IN_INT16 FLOAT8_FITS_IN_INT32 FLOAT8_FITS_IN_INT64 FLT_DECIMAL_DIG
        FLT_EVAL_METHOD FLT_HAS_SUBNORM FLT_MANT_DIG FLT_MAX_10_EXP FLT_MAX_EXP FLT_MIN_10_EXP FLT_MIN_EXP
        FLT_TRUE_MIN FMGR_ABI_EXTRA FP_LOCK_SLOTS_PER_BACKEND FP_XSTATE_MAGIC1 FP_XSTATE_MAGIC2
        FP_XSTATE_MAGIC2_SIZE FRAMEOPTION_END_CURRENT_ROW FRAMEOPTION_END_OFFSET
        FRAMEOPTION_END_OFFSET_FOLLOWING FRAMEOPTION_END_OFFSET_PRECEDING FRAMEOPTION_END_UNBOUNDED_FOLLOWING
        FRAMEOPTION_END_UNBOUNDED_PRECEDING FRAMEOPTION_EXCLUDE_CURRENT_ROW FRAMEOPTION_EXCLUDE_GROUP
        FRAMEOPTION_EXCLUDE_TIES FRAMEOPTION_START_CURRENT_ROW FRAMEOPTION_START_OFFSET
        FRAMEOPTION_START_OFFSET_FOLLOWING FRAMEOPTION_START_OFFSET_PRECEDING
        FRAMEOPTION_START_UNBOUNDED_FOLLOWING FRAMEOPTION_START_UNBOUNDED_PRECEDING FUNC_MAX_ARGS
        FUNC_PARAM_DEFAULT FUNC_PARAM_IN FUNC_PARAM_INOUT FUNC_PARAM_OUT FUNC_PARAM_TABLE FUNC_PARAM_VARIADIC
        F_ADD_SEALS F_DUPFD_CLOEXEC F_GETOWN_EX F_GETPIPE_SZ F_GET_FILE_RW_HINT F_GET_RW_HINT F_GET_SEALS
        F_OFD_GETLK F_OFD_SETLK F_OFD_SETLKW F_OWNER_GID F_OWNER_PGRP F_OWNER_PID F_OWNER_TID
        F_SEAL_FUTURE_WRITE F_SEAL_GROW F_SEAL_SEAL F_SEAL_SHRINK F_SEAL_WRITE F_SETOWN_EX F_SETPIPE_SZ
        F_SET_FILE_RW_HINT F_SET_RW_HINT GET_VXID_FROM_PGPROC GROUPING_SET_CUBE GROUPING_SET_EMPTY
        GROUPING_SET_ROLLUP GROUPING_SET_SETS GROUPING_SET_SIMPLE GROUP_FILTER_SIZE GUC_ACTION_LOCAL
        GUC_ACTION_SAVE GUC_ACTION_SET GUC_ALLOW_IN_PARALLEL GUC_CUSTOM_PLACEHOLDER GUC_DISALLOW_IN_AUTO_FILE
        GUC_DISALLOW_IN_FILE GUC_IS_NAME GUC_LIST_INPUT GUC_LIST_QUOTE GUC_NOT_IN_SAMPLE
        GUC_NOT_WHILE_SEC_REST GUC_NO_RESET GUC_NO_RESET_ALL GUC_NO_SHOW_ALL GUC_QUALIFIER_SEPARATOR
        GUC_RUNTIME_COMPUTED GUC_SUPERUSER_ONLY GUC_UNIT_BLOCKS GUC_UNIT_BYTE GUC_UNIT_KB GUC_UNIT_MB
        GUC_UNIT_MEMORY GUC_UNIT_MIN GUC_UNIT_MS GUC_UNIT_S GUC_UNIT_TIME GUC_UNIT_XBLOCKS HASH_ENTER_NULL
        HASH_FIXED_SIZE HASH_SEQ_STATUS HASH_SHARED_MEM HAS_TEST_AND_SET HAVE_APPEND_HISTORY
        HAVE_ASN1_STRING_GET0_DATA HAVE_BACKTRACE_SYMBOLS HAVE_BIO_METH_NEW HAVE_CLOCK_GETTIME
        HAVE_COMPUTED_GOTO HAVE_COPY_FILE_RANGE HAVE_CXX_TYPEOF HAVE_DECL_FDATASYNC HAVE_DECL_F_FULLFSYNC
        HAVE_DECL_MEMSET_S HAVE_DECL_POSIX_FADVISE HAVE_DECL_PREADV HAVE_DECL_PWRITEV HAVE_DECL_RTLD_GLOBAL
        HAVE_DECL_RTLD_NOW HAVE_DECL_SIGWAIT HAVE_DECL_STRCHRNUL HAVE_DECL_STRLCAT HAVE_DECL_STRLCPY
        HAVE_DECL_STRNLEN HAVE_DECL_STRSEP HAVE_DECL_STRTOLL HAVE_DECL_STRTOULL HAVE_DECL_TIMINGSAFE_BCMP
        HAVE_EXECINFO_H HAVE_EXPLICIT_BZERO HAVE_FUNCNAME__FUNC HAVE_GCC__ATOMIC_INT32_CAS
        HAVE_GCC__ATOMIC_INT64_CAS HAVE_GCC__SYNC_CHAR_TAS HAVE_GCC__SYNC_INT32_CAS HAVE_GCC__SYNC_INT32_TAS
        HAVE_GCC__SYNC_INT64_CAS HAVE_GETHOSTBYNAME_R HAVE_GETOPT_H HAVE_GETOPT_LONG HAVE_GETPWUID_R
        HAVE_GSSAPI_GSSAPI_EXT_H HAVE_GSSAPI_GSSAPI_H HAVE_HISTORY_TRUNCATE_FILE HAVE_HMAC_CTX_FREE
        HAVE_HMAC_CTX_NEW HAVE_IFADDRS_H HAVE_INET_ATON HAVE_INET_PTON HAVE_INT64_TIMESTAMP HAVE_INTTYPES_H
        HAVE_INT_OPTERR HAVE_INT_TIMEZONE HAVE_IO_URING_QUEUE_INIT_MEM HAVE_LANGINFO_H HAVE_LDAP_INITIALIZE
        HAVE_LINUX_EIDRM_BUG HAVE_LOCALE_T HAVE_LONG_INT_64 HAVE_LZ4_H HAVE_MEMORY_H HAVE_MEMSET_EXPLICIT
        HAVE_NETINET_TCP_H HAVE_NET_IF_H HAVE_OPENSSL_INIT_SSL HAVE_OSSP_UUID_H HAVE_PG_ATTRIBUTE_NORETURN
        HAVE_PG_INTEGER_CONSTANT_P HAVE_POLL_H HAVE_POSIX_DECL_SIGWAIT HAVE_POSIX_FADVISE HAVE_POSIX_FALLOCATE
        HAVE_PRAGMA_GCC_SYSTEM_HEADER HAVE_PTHREAD_BARRIER_WAIT HAVE_PTHREAD_PRIO_INHERIT
        HAVE_READLINE_HISTORY_H HAVE_READLINE_READLINE_H HAVE_RL_COMPLETION_APPEND_CHARACTER
        HAVE_RL_COMPLETION_MATCHES HAVE_RL_COMPLETION_SUPPRESS_QUOTE HAVE_RL_FILENAME_COMPLETION_FUNCTION
        HAVE_RL_FILENAME_QUOTE_CHARACTERS HAVE_RL_FILENAME_QUOTING_FUNCTION HAVE_RL_RESET_SCREEN_SIZE
        HAVE_RL_VARIABLE_BIND HAVE_SA_SIGINFO HAVE_SECURITY_PAM_APPL_H HAVE_SHM_OPEN HAVE_SOCKLEN_T
        HAVE_SSL_CTX_SET_CERT_CB HAVE_SSL_CTX_SET_CIPHERSUITES HAVE_SSL_CTX_SET_CLIENT_HELLO_CB
        HAVE_SSL_CTX_SET_KEYLOG_CALLBACK HAVE_SSL_CTX_SET_NUM_TICKETS HAVE_STDBOOL_H HAVE_STDINT_H
        HAVE_STDIO_H HAVE_STDLIB_H HAVE_STRERROR_R HAVE_STRINGS_H HAVE_STRING_H HAVE_STRUCT_ADDRINFO
        HAVE_STRUCT_OPTION HAVE_STRUCT_SOCKADDR_STORAGE HAVE_STRUCT_SOCKADDR_STORAGE_SS_FAMILY
        HAVE_STRUCT_SOCKADDR_UN HAVE_STRUCT_TM_TM_ZONE HAVE_SYNC_FILE_RANGE HAVE_SYS_EPOLL_H HAVE_SYS_IPC_H
        HAVE_SYS_PERSONALITY_H HAVE_SYS_PRCTL_H HAVE_SYS_RESOURCE_H HAVE_SYS_SELECT_H HAVE_SYS_SEM_H
        HAVE_SYS_SHM_H HAVE_SYS_SIGNALFD_H HAVE_SYS_STAT_H HAVE_SYS_TYPES_H HAVE_SYS_UIO_H HAVE_SYS_UN_H
        HAVE_TERMIOS_H HAVE_THREADSAFE_CURL_GLOBAL_INIT HAVE_TYPEOF_UNQUAL HAVE_UCHAR_H HAVE_UNISTD_H
        HAVE_UNIX_SOCKETS HAVE_UUID_E2FS HAVE_UUID_OSSP HAVE_UUID_UUID_H HAVE_VISIBILITY_ATTRIBUTE
        HAVE_WCTYPE_H HAVE_WORKING_LINK HAVE_X509_GET_SIGNATURE_INFO HAVE_X509_GET_SIGNATURE_NID
        HAVE_X86_64_POPCNTQ HAVE_XSAVE_INTRINSICS HAVE__BUILTIN_BSWAP16 HAVE__BUILTIN_BSWAP32
        HAVE__BUILTIN_BSWAP64 HAVE__BUILTIN_CLZ HAVE__BUILTIN_CONSTANT_P HAVE__BUILTIN_CTZ
        HAVE__BUILTIN_FRAME_ADDRESS HAVE__BUILTIN_OP_OVERFLOW HAVE__BUILTIN_POPCOUNT
        HAVE__BUILTIN_TYPES_COMPATIBLE_P HAVE__BUILTIN_UNREACHABLE HAVE__GET_CPUID HAVE__GET_CPUID_COUNT
        HAVE__STATIC_ASSERT HEAP2_XACT_MASK HEAP_HASOID_OLD HEAP_HOT_UPDATED HEAP_KEYS_UPDATED
        HEAP_LOCKED_UPGRADED HEAP_LOCK_MASK HEAP_MOVED_IN HEAP_MOVED_OFF HEAP_NATTS_MASK HEAP_ONLY_TUPLE
        HEAP_TUPLE_HAS_MATCH HEAP_XACT_MASK HEAP_XMAX_BITS HEAP_XMAX_COMMITTED HEAP_XMAX_EXCL_LOCK
        HEAP_XMAX_INVALID HEAP_XMAX_IS_EXCL_LOCKED HEAP_XMAX_IS_KEYSHR_LOCKED HEAP_XMAX_IS_LOCKED_ONLY
        HEAP_XMAX_IS_MULTI HEAP_XMAX_IS_SHR_LOCKED HEAP_XMAX_KEYSHR_LOCK HEAP_XMAX_LOCK_ONLY
        HEAP_XMAX_SHR_LOCK HEAP_XMIN_COMMITTED HEAP_XMIN_FROZEN HEAP_XMIN_INVALID HOLD_CANCEL_INTERRUPTS
        HOST_NAME_MAX HOST_NOT_FOUND HOURS_PER_DAY HTUP_DETAILS_H IN6ADDR_ANY_INIT IN6ADDR_LOOPBACK_INIT
        IN6_ARE_ADDR_EQUAL IN6_IS_ADDR_LINKLOCAL IN6_IS_ADDR_LOOPBACK IN6_IS_ADDR_MC_GLOBAL
        IN6_IS_ADDR_MC_LINKLOCAL IN6_IS_ADDR_MC_NODELOCAL IN6_IS_ADDR_MC_ORGLOCAL IN6_IS_ADDR_MC_SITELOCAL
        IN6_IS_ADDR_MULTICAST IN6_IS_ADDR_SITELOCAL IN6_IS_ADDR_UNSPECIFIED IN6_IS_ADDR_V4COMPAT
        IN6_IS_ADDR_V4MAPPED INADDR_ALLHOSTS_GROUP INADDR_ALLRTRS_GROUP INADDR_ALLSNOOPERS_GROUP
        INADDR_MAX_LOCAL_GROUP INADDR_UNSPEC_GROUP INDEX_AM_HANDLEROID INDEX_AM_RESERVED_BIT
        INDEX_ATTR_BITMAP_ALL INDEX_ATTR_BITMAP_HOT_BLOCKING INDEX_ATTR_BITMAP_IDENTITY_KEY
        INDEX_ATTR_BITMAP_KEY INDEX_ATTR_BITMAP_PRIMARY_KEY INDEX_ATTR_BITMAP_SUMMARIZED INDEX_MAX_KEYS
        INDEX_NULL_MASK INDEX_SIZE_MASK INDEX_VAR_MASK INIT_PG_LOAD_SESSION_LIBS INIT_PG_OVERRIDE_ALLOW_CONNS
        INIT_PG_OVERRIDE_ROLE_LOGIN INSIDE_ATOMICS_H INSTR_TIME_ACCUM_DIFF INSTR_TIME_ADD
        INSTR_TIME_ADD_NANOSEC INSTR_TIME_GET_DOUBLE INSTR_TIME_GET_MICROSEC INSTR_TIME_GET_MILLISEC
        INSTR_TIME_GET_NANOSEC INSTR_TIME_GT INSTR_TIME_H INSTR_TIME_IS_ZERO INSTR_TIME_SET_CURRENT
        INSTR_TIME_SET_CURRENT_FAST INSTR_TIME_SET_CURRENT_LAZY INSTR_TIME_SET_ZERO INSTR_TIME_SUBTRACT
        INTERRUPTS_CAN_BE_PROCESSED INTERRUPTS_PENDING_CONDITION INTERVAL_FULL_PRECISION INTERVAL_FULL_RANGE
        INTERVAL_IS_NOBEGIN INTERVAL_IS_NOEND INTERVAL_NOT_FINITE INTERVAL_PRECISION_MASK INTERVAL_RANGE_MASK
        INTSTYLE_POSTGRES_VERBOSE INTSTYLE_SQL_STANDARD INT_FAST16_MAX INT_FAST16_MIN INT_FAST16_WIDTH
        INT_FAST32_MAX INT_FAST32_MIN INT_FAST32_WIDTH INT_FAST64_MAX INT_FAST64_MIN INT_FAST64_WIDTH
        INT_FAST8_MAX INT_FAST8_MIN INT_FAST8_WIDTH INT_LEAST16_MAX INT_LEAST16_MIN INT_LEAST16_WIDTH
        INT_LEAST32_MAX INT_LEAST32_MIN INT_LEAST32_WIDTH INT_LEAST64_MAX INT_LEAST64_MIN INT_LEAST64_WIDTH
        INT_LEAST8_MAX INT_LEAST8_MIN INT_LEAST8_WIDTH INVALID_PROC_NUMBER INVERT_COMPARE_RESULT
        IN_CLASSA_HOST IN_CLASSA_MAX IN_CLASSA_NET IN_CLASSA_NSHIFT IN_CLASSB_HOST IN_CLASSB_MAX IN_CLASSB_NET
        IN_CLASSB_NSHIFT IN_CLASSC_HOST IN_CLASSC_NET IN_CLASSC_NSHIFT IOCONTEXT_NUM_TYPES IOOBJECT_NUM_TYPES
        IOOBJECT_TEMP_RELATION IOOP_NUM_TYPES IPV6_ADDR_PREFERENCES IPV6_ADD_MEMBERSHIP IPV6_DROP_MEMBERSHIP
        IPV6_IPSEC_POLICY IPV6_JOIN_ANYCAST IPV6_JOIN_GROUP IPV6_LEAVE_ANYCAST IPV6_LEAVE_GROUP
        IPV6_MTU_DISCOVER IPV6_MULTICAST_ALL IPV6_MULTICAST_HOPS IPV6_MULTICAST_IF IPV6_MULTICAST_LOOP
        IPV6_PMTUDISC_DO IPV6_PMTUDISC_DONT IPV6_PMTUDISC_INTERFACE IPV6_PMTUDISC_OMIT IPV6_PMTUDISC_PROBE
        IPV6_PMTUDISC_WANT IPV6_RECVERR_RFC4884 IPV6_ROUTER_ALERT IPV6_ROUTER_ALERT_ISOLATE IPV6_RTHDR_LOOSE
        IPV6_RTHDR_STRICT IPV6_RTHDR_TYPE_0 IPV6_UNICAST_HOPS IPV6_UNICAST_IF IPV6_XFRM_POLICY
        IP_ADD_MEMBERSHIP IP_ADD_SOURCE_MEMBERSHIP IP_BIND_ADDRESS_NO_PORT IP_BLOCK_SOURCE
        IP_DEFAULT_MULTICAST_LOOP IP_DEFAULT_MULTICAST_TTL IP_DROP_MEMBERSHIP IP_DROP_SOURCE_MEMBERSHIP
        IP_IPSEC_POLICY IP_MAX_MEMBERSHIPS IP_MSFILTER_SIZE IP_MTU_DISCOVER IP_MULTICAST_ALL IP_MULTICAST_IF
        IP_MULTICAST_LOOP IP_MULTICAST_TTL IP_PMTUDISC_DO IP_PMTUDISC_DONT IP_PMTUDISC_INTERFACE
        IP_PMTUDISC_OMIT IP_PMTUDISC_PROBE IP_PMTUDISC_WANT IP_RECVERR_RFC4884 IP_ROUTER_ALERT
        IP_UNBLOCK_SOURCE IP_UNICAST_IF IP_XFRM_POLICY IS_DIR_SEP IS_HIGHBIT_SET IS_NONWINDOWS_DIR_SEP
        IS_NOT_FALSE IS_NOT_NULL IS_NOT_TRUE IS_NOT_UNKNOWN IS_OUTER_JOIN IS_SPECIAL_VARNO IS_VALID_DATE
        IS_VALID_JULIAN IS_VALID_TIMESTAMP IS_WINDOWS_DIR_SEP JOIN_RIGHT_ANTI JOIN_RIGHT_SEMI
        JOIN_UNIQUE_INNER JOIN_UNIQUE_OUTER JSCTOR_JSON_ARRAY JSCTOR_JSON_ARRAYAGG JSCTOR_JSON_ARRAY_QUERY
        JSCTOR_JSON_OBJECT JSCTOR_JSON_OBJECTAGG JSCTOR_JSON_PARSE JSCTOR_JSON_SCALAR JSCTOR_JSON_SERIALIZE
        JSON_BEHAVIOR_DEFAULT JSON_BEHAVIOR_EMPTY JSON_BEHAVIOR_EMPTY_ARRAY JSON_BEHAVIOR_EMPTY_OBJECT
        JSON_BEHAVIOR_ERROR JSON_BEHAVIOR_FALSE JSON_BEHAVIOR_NULL JSON_BEHAVIOR_TRUE JSON_BEHAVIOR_UNKNOWN
        JSON_EXISTS_OP JSON_QUERY_OP JSON_TABLE_OP JSON_VALUE_OP JS_ENC_DEFAULT JS_ENC_UTF16 JS_ENC_UTF32
        JS_ENC_UTF8 JS_FORMAT_DEFAULT JS_FORMAT_JSON JS_FORMAT_JSONB JS_QUOTES_KEEP JS_QUOTES_OMIT
        JS_QUOTES_UNSPEC JS_TYPE_ANY JS_TYPE_ARRAY JS_TYPE_OBJECT JS_TYPE_SCALAR JTC_FOR_ORDINALITY
        LC_ADDRESS_MASK LC_ALL_MASK LC_COLLATE_MASK LC_CTYPE_MASK LC_GLOBAL_LOCALE LC_IDENTIFICATION_MASK
        LC_MEASUREMENT_MASK LC_MESSAGES_MASK LC_MONETARY_MASK LC_NAME_MASK LC_NUMERIC_MASK LC_PAPER_MASK
        LC_TELEPHONE_MASK LC_TIME_MASK LDBL_DECIMAL_DIG LDBL_HAS_SUBNORM LDBL_MANT_DIG LDBL_MAX_10_EXP
        LDBL_MAX_EXP LDBL_MIN_10_EXP LDBL_MIN_EXP LDBL_TRUE_MIN LIMIT_OPTION_COUNT LIMIT_OPTION_DEFAULT
        LIMIT_OPTION_WITH_TIES LIMIT_WINDOWEND_TIES LOCAL_CHECK_OPTION LOCKACQUIRE_ALREADY_CLEAR
        LOCKACQUIRE_ALREADY_HELD LOCKACQUIRE_NOT_AVAIL LOCKTAG_APPLY_TRANSACTION LOCKTAG_DATABASE_FROZEN_IDS
        LOCKTAG_LAST_TYPE LOCKTAG_RELATION_EXTEND LOCKTAG_SPECULATIVE_TOKEN LOCK_MANAGER_LWLOCK_OFFSET
        LOG2_NUM_LOCK_PARTITIONS LOG2_NUM_PREDICATELOCK_PARTITIONS LOGIN_NAME_MAX LOG_DESTINATION_CSVLOG
        LOG_DESTINATION_EVENTLOG LOG_DESTINATION_JSONLOG LOG_DESTINATION_STDERR LOG_DESTINATION_SYSLOG
        LOG_SERVER_ONLY LONG_ALIGN_MASK LONG_LONG_MAX LONG_LONG_MIN LSN_FORMAT_ARGS LWLOCK_MINIMAL_SIZE
        LWLOCK_PADDED_SIZE LWTRANCHE_AIO_URING_COMPLETION LWTRANCHE_BUFFER_CONTENT LWTRANCHE_BUFFER_IO
        LWTRANCHE_BUFFER_MAPPING LWTRANCHE_COMMITTS_BUFFER LWTRANCHE_COMMITTS_SLRU LWTRANCHE_DSM_REGISTRY_DSA
        LWTRANCHE_DSM_REGISTRY_HASH LWTRANCHE_FIRST_USER_DEFINED LWTRANCHE_LAUNCHER_DSA
        LWTRANCHE_LAUNCHER_HASH LWTRANCHE_LOCK_FASTPATH LWTRANCHE_LOCK_MANAGER
        LWTRANCHE_MULTIXACTMEMBER_BUFFER LWTRANCHE_MULTIXACTMEMBER_SLRU LWTRANCHE_MULTIXACTOFFSET_BUFFER
        LWTRANCHE_MULTIXACTOFFSET_SLRU LWTRANCHE_NOTIFY_BUFFER LWTRANCHE_NOTIFY_CHANNEL_HASH
        LWTRANCHE_NOTIFY_SLRU LWTRANCHE_PARALLEL_APPEND LWTRANCHE_PARALLEL_BTREE_SCAN
        LWTRANCHE_PARALLEL_HASH_JOIN LWTRANCHE_PARALLEL_QUERY_DSA LWTRANCHE_PARALLEL_VACUUM_DSA
        LWTRANCHE_PER_SESSION_DSA LWTRANCHE_PER_SESSION_RECORD_TYPE LWTRANCHE_PER_SESSION_RECORD_TYPMOD
        LWTRANCHE_PER_XACT_PREDICATE_LIST LWTRANCHE_PGSTATS_DATA LWTRANCHE_PGSTATS_DSA LWTRANCHE_PGSTATS_HASH
        LWTRANCHE_PREDICATE_LOCK_MANAGER LWTRANCHE_REPLICATION_ORIGIN_STATE LWTRANCHE_REPLICATION_SLOT_IO
        LWTRANCHE_SERIAL_BUFFER LWTRANCHE_SERIAL_SLRU LWTRANCHE_SHARED_TIDBITMAP LWTRANCHE_SHARED_TUPLESTORE
        LWTRANCHE_SHMEM_INDEX LWTRANCHE_SUBTRANS_BUFFER LWTRANCHE_SUBTRANS_SLRU LWTRANCHE_WAL_INSERT
        LWTRANCHE_XACT_BUFFER LWTRANCHE_XACT_SLRU LW_WAIT_UNTIL_FREE LW_WS_NOT_WAITING LW_WS_PENDING_WAKEUP
        LW_WS_WAITING MAX_BACKENDS_BITS MAX_BAS_VAC_RING_SIZE_KB MAX_HANDLE_SZ MAX_INTERVAL_PRECISION
        MAX_RANDOM_VALUE MAX_STARTUP_PACKET_LENGTH MAX_TIMESTAMP_PRECISION MAX_TZDISP_HOUR MAX_XFN_CHARS
        MB_CUR_MAX MB_LEN_MAX MCAST_BLOCK_SOURCE MCAST_JOIN_GROUP MCAST_JOIN_SOURCE_GROUP MCAST_LEAVE_GROUP
        MCAST_LEAVE_SOURCE_GROUP MCAST_UNBLOCK_SOURCE MCXT_ALLOC_HUGE MCXT_ALLOC_NO_OOM MCXT_ALLOC_ZERO
        MEMSET_LOOP_LIMIT MERGE_WHEN_MATCHED MERGE_WHEN_NOT_MATCHED_BY_SOURCE MERGE_WHEN_NOT_MATCHED_BY_TARGET
        MINIMAL_TUPLE_DATA_OFFSET MINIMAL_TUPLE_OFFSET MINIMAL_TUPLE_PADDING MINS_PER_HOUR
        MIN_BAS_VAC_RING_SIZE_KB MIN_XFN_CHARS MONTHS_PER_YEAR MQ_PRIO_MAX MSG_CMSG_CLOEXEC NEGOTIATE_GSS_CODE
        NEGOTIATE_SSL_CODE NI_IDN_ALLOW_UNASSIGNED NI_IDN_USE_STD3_ASCII_RULES NON_EXEC_STATIC NO_CHECK_OPTION
        NO_MAX_DSIZE NSS_BUFLEN_PASSWD NS_PER_MS NS_PER_S NS_PER_US NUM_ATOMICS_SEMAPHORES NUM_AUXILIARY_PROCS
        NUM_BUFFER_PARTITIONS NUM_FIXED_LWLOCKS NUM_INDIVIDUAL_LWLOCKS NUM_LOCK_PARTITIONS
        NUM_MERGE_MATCH_KINDS NUM_PREDICATELOCK_PARTITIONS NUM_SPINLOCK_SEMAPHORES N_ACL_RIGHTS
        OBJECT_ACCESS_METHOD OBJECT_EVENT_TRIGGER OBJECT_FOREIGN_SERVER OBJECT_FOREIGN_TABLE
        OBJECT_PARAMETER_ACL OBJECT_PUBLICATION_EXCLUDED_REL OBJECT_PUBLICATION_NAMESPACE
        OBJECT_PUBLICATION_REL OBJECT_STATISTIC_EXT OBJECT_USER_MAPPING ONCOMMIT_DELETE_ROWS
        ONCOMMIT_PRESERVE_ROWS OPCLASS_ITEM_FUNCTION OPCLASS_ITEM_OPERATOR OPCLASS_ITEM_STORAGETYPE
        OPENSSL_API_COMPAT OPEN_DATASYNC_FLAG OPEN_SYNC_FLAG OVERRIDING_NOT_SET OVERRIDING_SYSTEM_VALUE
        OVERRIDING_USER_VALUE PAI_IS_HEAP PARAM_FLAG_CONST PARSER_IGNORE_NULLS PARSER_RESPECT_NULLS
        PARTITION_MAX_KEYS PARTITION_RANGE_DATUM_MAXVALUE PARTITION_RANGE_DATUM_MINVALUE
        PARTITION_RANGE_DATUM_VALUE PARTITION_STRATEGY_HASH PARTITION_STRATEGY_LIST PARTITION_STRATEGY_RANGE
        PARTPRUNE_COMBINE_INTERSECT PARTPRUNE_COMBINE_UNION PD_ALL_VISIBLE PD_HAS_FREE_LINES PD_PAGE_FULL
        PD_VALID_FLAG_BITS PGC_SU_BACKEND PGC_S_ARGV PGC_S_CLIENT PGC_S_DATABASE PGC_S_DATABASE_USER
        PGC_S_DEFAULT PGC_S_DYNAMIC_DEFAULT PGC_S_ENV_VAR PGC_S_FILE PGC_S_GLOBAL PGC_S_INTERACTIVE
        PGC_S_OVERRIDE PGC_S_SESSION PGC_S_TEST PGC_S_USER PGPROC_MAX_CACHED_SUBXIDS
        PGSTAT_BEGIN_WRITE_ACTIVITY PGSTAT_END_WRITE_ACTIVITY PGSTAT_FETCH_CONSISTENCY_CACHE
        PGSTAT_FETCH_CONSISTENCY_NONE PGSTAT_FETCH_CONSISTENCY_SNAPSHOT PGSTAT_FILE_FORMAT_ID
        PGSTAT_KIND_ARCHIVER PGSTAT_KIND_BACKEND PGSTAT_KIND_BGWRITER PGSTAT_KIND_BUILTIN_MAX
        PGSTAT_KIND_BUILTIN_MIN PGSTAT_KIND_BUILTIN_SIZE PGSTAT_KIND_CHECKPOINTER PGSTAT_KIND_CUSTOM_MAX
        PGSTAT_KIND_CUSTOM_MIN PGSTAT_KIND_CUSTOM_SIZE PGSTAT_KIND_DATABASE PGSTAT_KIND_EXPERIMENTAL
        PGSTAT_KIND_FIRST_VALID PGSTAT_KIND_FUNCTION PGSTAT_KIND_H PGSTAT_KIND_INVALID PGSTAT_KIND_IO
        PGSTAT_KIND_LAST PGSTAT_KIND_LOCK PGSTAT_KIND_MAX PGSTAT_KIND_MIN PGSTAT_KIND_RELATION
        PGSTAT_KIND_REPLSLOT PGSTAT_KIND_SLRU PGSTAT_KIND_SUBSCRIPTION PGSTAT_KIND_WAL PGSTAT_MAX_MSG_SIZE
        PGSTAT_MSG_PAYLOAD PGSTAT_MTYPE_ANALYZE PGSTAT_MTYPE_ARCHIVER PGSTAT_MTYPE_AUTOVAC_START
        PGSTAT_MTYPE_BGWRITER PGSTAT_MTYPE_CHECKSUMFAILURE PGSTAT_MTYPE_CONNECT PGSTAT_MTYPE_DEADLOCK
        PGSTAT_MTYPE_DISCONNECT PGSTAT_MTYPE_DROPDB PGSTAT_MTYPE_DUMMY PGSTAT_MTYPE_FUNCPURGE
        PGSTAT_MTYPE_FUNCSTAT PGSTAT_MTYPE_INQUIRY PGSTAT_MTYPE_RECOVERYCONFLICT PGSTAT_MTYPE_REPLSLOT
        PGSTAT_MTYPE_RESETCOUNTER PGSTAT_MTYPE_RESETREPLSLOTCOUNTER PGSTAT_MTYPE_RESETSHAREDCOUNTER
        PGSTAT_MTYPE_RESETSINGLECOUNTER PGSTAT_MTYPE_RESETSLRUCOUNTER PGSTAT_MTYPE_SLRU PGSTAT_MTYPE_TABPURGE
        PGSTAT_MTYPE_TABSTAT PGSTAT_MTYPE_TEMPFILE PGSTAT_MTYPE_VACUUM PGSTAT_MTYPE_WAL PGSTAT_NUM_FUNCENTRIES
        PGSTAT_NUM_FUNCPURGE PGSTAT_NUM_KINDS PGSTAT_NUM_PROGRESS_PARAM PGSTAT_NUM_TABENTRIES
        PGSTAT_NUM_TABPURGE PGSTAT_STAT_PERMANENT_DIRECTORY PGSTAT_STAT_PERMANENT_FILENAME
        PGSTAT_STAT_PERMANENT_TMPFILE PG_ALPN_PROTOCOL PG_ALPN_PROTOCOL_VECTOR PG_ATTRIBUTE_D_H PG_ATTRIBUTE_H
        PG_AUTOCONF_FILENAME PG_BACKEND_VERSIONSTR PG_BINARY_A PG_BINARY_R PG_BINARY_W PG_BITUTILS_H
        PG_BRIN_BLOOM_SUMMARYOID PG_BRIN_MINMAX_MULTI_SUMMARYOID PG_BSWAP_H PG_CACHE_LINE_SIZE PG_CRC32C_H
        PG_CXX_PRINTF_ATTRIBUTE PG_C_PRINTF_ATTRIBUTE PG_DATA_CHECKSUM_VERSION PG_DDL_COMMANDOID
        PG_DETOAST_DATUM PG_DETOAST_DATUM_COPY PG_DETOAST_DATUM_PACKED PG_DETOAST_DATUM_SLICE
        PG_DIAG_COLUMN_NAME PG_DIAG_CONSTRAINT_NAME PG_DIAG_CONTEXT PG_DIAG_DATATYPE_NAME
        PG_DIAG_INTERNAL_POSITION PG_DIAG_INTERNAL_QUERY PG_DIAG_MESSAGE_DETAIL PG_DIAG_MESSAGE_HINT
        PG_DIAG_MESSAGE_PRIMARY PG_DIAG_SCHEMA_NAME PG_DIAG_SEVERITY PG_DIAG_SEVERITY_NONLOCALIZED
        PG_DIAG_SOURCE_FILE PG_DIAG_SOURCE_FUNCTION PG_DIAG_SOURCE_LINE PG_DIAG_SQLSTATE
        PG_DIAG_STATEMENT_POSITION PG_DIAG_TABLE_NAME PG_DYNSHMEM_DIR PG_DYNSHMEM_MMAP_FILE_PREFIX PG_END_TRY
        PG_FREE_IF_COPY PG_FUNCNAME_MACRO PG_FUNCTION_ARGS PG_FUNCTION_INFO_V1 PG_GETARG_ANY_ARRAY_P
        PG_GETARG_ARRAYTYPE_P PG_GETARG_ARRAYTYPE_P_COPY PG_GETARG_BOOL PG_GETARG_BPCHAR_P PG_GETARG_BPCHAR_PP
        PG_GETARG_BPCHAR_P_COPY PG_GETARG_BPCHAR_P_SLICE PG_GETARG_BYTEA_P PG_GETARG_BYTEA_PP
        PG_GETARG_BYTEA_P_COPY PG_GETARG_BYTEA_P_SLICE PG_GETARG_CHAR PG_GETARG_CSTRING PG_GETARG_DATUM
        PG_GETARG_EXPANDED_ARRAY PG_GETARG_EXPANDED_ARRAYX PG_GETARG_FLOAT4 PG_GETARG_FLOAT8
        PG_GETARG_HEAPTUPLEHEADER PG_GETARG_HEAPTUPLEHEADER_COPY PG_GETARG_INT16 PG_GETARG_INT32
        PG_GETARG_INT64 PG_GETARG_INTERVAL_P PG_GETARG_ITEMPOINTER PG_GETARG_NAME PG_GETARG_OID PG_GETARG_OID8
        PG_GETARG_POINTER PG_GETARG_RAW_VARLENA_P PG_GETARG_TEXT_P PG_GETARG_TEXT_PP PG_GETARG_TEXT_P_COPY
        PG_GETARG_TEXT_P_SLICE PG_GETARG_TIMESTAMP PG_GETARG_TIMESTAMPTZ PG_GETARG_TRANSACTIONID
        PG_GETARG_UINT16 PG_GETARG_UINT32 PG_GETARG_VARCHAR_P PG_GETARG_VARCHAR_PP PG_GETARG_VARCHAR_P_COPY
        PG_GETARG_VARCHAR_P_SLICE PG_GETARG_VARLENA_P PG_GETARG_VARLENA_PP PG_GET_COLLATION
        PG_GET_OPCLASS_OPTIONS PG_HAS_OPCLASS_OPTIONS PG_HAVE_8BYTE_SINGLE_COPY_ATOMICITY
        PG_HAVE_ATOMIC_ADD_FETCH_U32 PG_HAVE_ATOMIC_ADD_FETCH_U64 PG_HAVE_ATOMIC_CLEAR_FLAG
        PG_HAVE_ATOMIC_COMPARE_EXCHANGE_U32 PG_HAVE_ATOMIC_COMPARE_EXCHANGE_U64 PG_HAVE_ATOMIC_EXCHANGE_U32
        PG_HAVE_ATOMIC_EXCHANGE_U64 PG_HAVE_ATOMIC_FETCH_ADD_U32 PG_HAVE_ATOMIC_FETCH_ADD_U64
        PG_HAVE_ATOMIC_FETCH_AND_U32 PG_HAVE_ATOMIC_FETCH_AND_U64 PG_HAVE_ATOMIC_FETCH_OR_U32
        PG_HAVE_ATOMIC_FETCH_OR_U64 PG_HAVE_ATOMIC_FETCH_SUB_U32 PG_HAVE_ATOMIC_FETCH_SUB_U64
        PG_HAVE_ATOMIC_FLAG_SUPPORT PG_HAVE_ATOMIC_INIT_FLAG PG_HAVE_ATOMIC_INIT_U32 PG_HAVE_ATOMIC_INIT_U64
        PG_HAVE_ATOMIC_READ_MEMBARRIER_U32 PG_HAVE_ATOMIC_READ_MEMBARRIER_U64 PG_HAVE_ATOMIC_READ_U32
        PG_HAVE_ATOMIC_READ_U64 PG_HAVE_ATOMIC_SUB_FETCH_U32 PG_HAVE_ATOMIC_SUB_FETCH_U64
        PG_HAVE_ATOMIC_TEST_SET_FLAG PG_HAVE_ATOMIC_U32_SUPPORT PG_HAVE_ATOMIC_U64_SUPPORT
        PG_HAVE_ATOMIC_UNLOCKED_TEST_FLAG PG_HAVE_ATOMIC_UNLOCKED_WRITE_U32 PG_HAVE_ATOMIC_UNLOCKED_WRITE_U64
        PG_HAVE_ATOMIC_WRITE_MEMBARRIER_U32 PG_HAVE_ATOMIC_WRITE_MEMBARRIER_U64 PG_HAVE_ATOMIC_WRITE_U32
        PG_HAVE_ATOMIC_WRITE_U64 PG_HAVE_SPIN_DELAY PG_INSTR_CLOCK PG_INSTR_SYSTEM_CLOCK
        PG_INSTR_SYSTEM_CLOCK_NAME PG_INSTR_TICKS_TO_NS PG_INSTR_TSC_CLOCK PG_INSTR_TSC_CLOCK_NAME
        PG_INSTR_TSC_CLOCK_NAME_FAST PG_INT128_TYPE PG_INT16_MAX PG_INT16_MIN PG_INT32_MAX PG_INT32_MIN
        PG_INT64_MAX PG_INT64_MIN PG_INT64_TYPE PG_INT8_MAX PG_INT8_MIN PG_IO_ALIGN_SIZE PG_KRB_SRVNAM
        PG_LIST_H PG_MAGIC_FUNCTION_NAME PG_MAGIC_FUNCTION_NAME_STRING PG_MAJORVERSION_NUM PG_MCV_LISTOID
        PG_MINORVERSION_NUM PG_MODULE_ABI_DATA PG_MODULE_MAGIC PG_MODULE_MAGIC_DATA PG_MODULE_MAGIC_EXT
        PG_NODE_TREEOID PG_O_DIRECT PG_PAGE_LAYOUT_VERSION PG_PORT_H PG_PRINTF_ATTRIBUTE PG_PROTOCOL_EARLIEST
        PG_PROTOCOL_FULL PG_PROTOCOL_GREASE PG_PROTOCOL_LATEST PG_PROTOCOL_MAJOR PG_PROTOCOL_MINOR
        PG_PROTOCOL_RESERVED_31 PG_RETURN_ARRAYTYPE_P PG_RETURN_BOOL PG_RETURN_BPCHAR_P PG_RETURN_BYTEA_P
        PG_RETURN_CHAR PG_RETURN_CSTRING PG_RETURN_DATUM PG_RETURN_EXPANDED_ARRAY PG_RETURN_FLOAT4
        PG_RETURN_FLOAT8 PG_RETURN_HEAPTUPLEHEADER PG_RETURN_INT16 PG_RETURN_INT32 PG_RETURN_INT64
        PG_RETURN_INTERVAL_P PG_RETURN_ITEMPOINTER PG_RETURN_NAME PG_RETURN_NULL PG_RETURN_OID PG_RETURN_OID8
        PG_RETURN_POINTER PG_RETURN_TEXT_P PG_RETURN_TIMESTAMP PG_RETURN_TIMESTAMPTZ PG_RETURN_TRANSACTIONID
        PG_RETURN_UINT16 PG_RETURN_UINT32 PG_RETURN_UINT64 PG_RETURN_VARCHAR_P PG_RETURN_VOID PG_RE_THROW
        PG_SEMA_H PG_SIG_DFL PG_SIG_IGN PG_STAT_TMP_DIR PG_STRERROR_R_BUFLEN PG_TBLSPC_DIR PG_TBLSPC_DIR_SLASH
        PG_TEMP_FILES_DIR PG_TEMP_FILE_PREFIX PG_TERNARY_FALSE PG_TERNARY_TRUE PG_TERNARY_UNSET PG_TYPE_D_H
        PG_UINT16_MAX PG_UINT32_MAX PG_UINT64_MAX PG_UINT8_MAX PG_USED_FOR_ASSERTS_ONLY PG_USE_STDBOOL
        PG_VERSION_NUM PG_VERSION_STR PG_WAIT_ACTIVITY PG_WAIT_BUFFER PG_WAIT_BUFFERPIN PG_WAIT_BUFFER_PIN
        PG_WAIT_CLIENT PG_WAIT_EXTENSION PG_WAIT_INJECTIONPOINT PG_WAIT_IO PG_WAIT_IPC PG_WAIT_LOCK
        PG_WAIT_LWLOCK PG_WAIT_TIMEOUT PIV_IGNORE_CHECKSUM_FAILURE PIV_LOG_LOG PIV_LOG_WARNING PIV_REPORT_STAT
        PLAN_CACHE_MODE_AUTO PLAN_CACHE_MODE_FORCE_CUSTOM_PLAN PLAN_CACHE_MODE_FORCE_GENERIC_PLAN
        PLATFORM_DEFAULT_SYNC_METHOD PLATFORM_DEFAULT_WAL_SYNC_METHOD PORTAL_MULTI_QUERY PORTAL_ONE_MOD_WITH
        PORTAL_ONE_RETURNING PORTAL_ONE_SELECT PORTAL_UTIL_SELECT POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE
        POSIX_FADV_NORMAL POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL POSIX_FADV_WILLNEED POSTGRES_EPOCH_JDATE
        POSTGRES_EXT_H PREDICATELOCK_MANAGER_LWLOCK_OFFSET PROCLIST_TYPES_H PROC_IN_ANALYZE
        PROC_IN_LOGICAL_DECODING PROC_IN_VACUUM PROC_IS_AUTOVACUUM PROC_VACUUM_FOR_WRAPAROUND
        PROC_VACUUM_STATE_MASK PROGRESS_COMMAND_ANALYZE PROGRESS_COMMAND_BASEBACKUP PROGRESS_COMMAND_CLUSTER
        PROGRESS_COMMAND_COPY PROGRESS_COMMAND_CREATE_INDEX PROGRESS_COMMAND_INVALID PROGRESS_COMMAND_REPACK
        PROGRESS_COMMAND_VACUUM PRS2_NEW_VARNO PRS2_OLD_VARNO PTHREAD_DESTRUCTOR_ITERATIONS PTHREAD_KEYS_MAX
        PTHREAD_STACK_MIN PUBLICATIONOBJ_EXCEPT_TABLE PUBLICATIONOBJ_TABLES_IN_CUR_SCHEMA
        PUBLICATIONOBJ_TABLES_IN_SCHEMA PUBLICATION_ALL_SEQUENCES PUBLICATION_ALL_TABLES QSRC_INSTEAD_RULE
        QSRC_NON_INSTEAD_RULE QSRC_QUAL_INSTEAD_RULE RAW_PARSE_DEFAULT RAW_PARSE_PLPGSQL_ASSIGN1
        RAW_PARSE_PLPGSQL_ASSIGN2 RAW_PARSE_PLPGSQL_ASSIGN3 RAW_PARSE_PLPGSQL_EXPR RAW_PARSE_TYPE_NAME
        RECOVERY_INIT_SYNC_METHOD_FSYNC RECOVERY_INIT_SYNC_METHOD_SYNCFS REINDEXOPT_REPORT_PROGRESS
        REINDEX_OBJECT_DATABASE REINDEX_OBJECT_INDEX REINDEX_OBJECT_SCHEMA REINDEX_OBJECT_SYSTEM
        REINDEX_OBJECT_TABLE RELCACHE_INIT_FILENAME REL_PATH_STR_MAXLEN REPACK_COMMAND_CLUSTER
        REPACK_COMMAND_REPACK REPACK_COMMAND_VACUUMFULL RESOURCE_RELEASE_AFTER_LOCKS
        RESOURCE_RELEASE_BEFORE_LOCKS RESOURCE_RELEASE_LOCKS RESUME_CANCEL_INTERRUPTS RETURNING_OPTION_NEW
        RETURNING_OPTION_OLD RE_DUP_MAX RI_TRIGGER_FK RI_TRIGGER_NONE RI_TRIGGER_PK RM_BRIN_ID RM_BTREE_ID
        RM_CLOG_ID RM_COMMIT_TS_ID RM_DBASE_ID RM_EXPERIMENTAL_ID RM_GENERIC_ID RM_GIN_ID RM_GIST_ID
        RM_HASH_ID RM_HEAP2_ID RM_HEAP_ID RM_LOGICALMSG_ID RM_MAX_BUILTIN_ID RM_MAX_CUSTOM_ID RM_MAX_ID
        RM_MIN_CUSTOM_ID RM_MULTIXACT_ID RM_NEXT_ID RM_N_BUILTIN_IDS RM_N_CUSTOM_IDS RM_N_IDS RM_RELMAP_ID
        RM_REPLORIGIN_ID RM_SEQ_ID RM_SMGR_ID RM_SPGIST_ID RM_STANDBY_ID RM_TBLSPC_ID RM_XACT_ID RM_XLOG_ID
        ROLESPEC_CURRENT_ROLE ROLESPEC_CURRENT_USER ROLESPEC_SESSION_USER ROW_MARK_COPY ROW_MARK_EXCLUSIVE
        ROW_MARK_KEYSHARE ROW_MARK_NOKEYEXCLUSIVE ROW_MARK_REFERENCE ROW_MARK_SHARE RWF_WRITE_LIFE_NOT_SET
        RWH_WRITE_LIFE_EXTREME RWH_WRITE_LIFE_LONG RWH_WRITE_LIFE_MEDIUM RWH_WRITE_LIFE_NONE
        RWH_WRITE_LIFE_NOT_SET RWH_WRITE_LIFE_SHORT SCM_TIMESTAMPING_OPT_STATS SCM_TIMESTAMPING_PKTINFO
        SCM_WIFI_STATUS SECS_PER_DAY SECS_PER_HOUR SECS_PER_MINUTE SECS_PER_YEAR SECURITY_LOCAL_USERID_CHANGE
        SECURITY_NOFORCE_RLS SECURITY_RESTRICTED_OPERATION SEM_VALUE_MAX SESSION_REPLICATION_ROLE_LOCAL
        SESSION_REPLICATION_ROLE_ORIGIN SESSION_REPLICATION_ROLE_REPLICA SETOPCMD_EXCEPT_ALL
        SETOPCMD_INTERSECT_ALL SET_LOCKTAG_ADVISORY SET_LOCKTAG_APPLY_TRANSACTION
        SET_LOCKTAG_DATABASE_FROZEN_IDS SET_LOCKTAG_OBJECT SET_LOCKTAG_PAGE SET_LOCKTAG_RELATION
        SET_LOCKTAG_RELATION_EXTEND SET_LOCKTAG_SPECULATIVE_INSERTION SET_LOCKTAG_TRANSACTION
        SET_LOCKTAG_TUPLE SET_LOCKTAG_VIRTUALTRANSACTION SET_QUANTIFIER_ALL SET_QUANTIFIER_DEFAULT
        SET_QUANTIFIER_DISTINCT SET_VARSIZE_4B_C SET_VARSIZE_COMPRESSED SET_VARSIZE_SHORT SET_VARTAG_1B_E
        SET_VARTAG_EXTERNAL SHARED_TUPLESTORE_SINGLE_PASS SHMEM_INDEX_KEYSIZE SHMEM_INDEX_SIZE
        SH_COMPUTE_PARAMETERS SH_DELETE_ITEM SH_DISTANCE_FROM_OPTIMAL SH_ELEMENT_TYPE SH_ENTRY_HASH
        SH_INITIAL_BUCKET SH_INSERT_HASH SH_INSERT_HASH_INTERNAL SH_KEY_TYPE SH_LOOKUP_HASH
        SH_LOOKUP_HASH_INTERNAL SH_MAKE_NAME SH_MAKE_NAME_ SH_MAKE_PREFIX SH_START_ITERATE SH_START_ITERATE_AT
        SH_STATUS_EMPTY SH_STATUS_IN_USE SIGEV_THREAD_ID SIG_ATOMIC_MAX SIG_ATOMIC_MIN SIG_ATOMIC_WIDTH
        SIZEOF_DSA_POINTER SIZEOF_INTMAX_T SIZEOF_LONG_LONG SIZEOF_OFF_T SIZEOF_SIZE_T SIZEOF_VOID_P
        SIZE_T_ALIGN_MASK SLIST_STATIC_INIT SLRU_PAGES_PER_SEGMENT SM_DATABASE_USER SNAPSHOT_HISTORIC_MVCC
        SNAPSHOT_NON_VACUUMABLE SORTBY_NULLS_DEFAULT SORTBY_NULLS_FIRST SORTBY_NULLS_LAST SORT_SPACE_TYPE_DISK
        SORT_SPACE_TYPE_MEMORY SORT_TYPE_EXTERNAL_MERGE SORT_TYPE_EXTERNAL_SORT SORT_TYPE_QUICKSORT
        SORT_TYPE_STILL_IN_PROGRESS SORT_TYPE_TOP_N_HEAPSORT SO_ATTACH_BPF SO_ATTACH_FILTER
        SO_ATTACH_REUSEPORT_CBPF SO_ATTACH_REUSEPORT_EBPF SO_BPF_EXTENSIONS SO_BUF_LOCK SO_BUSY_POLL
        SO_BUSY_POLL_BUDGET SO_CNX_ADVICE SO_DETACH_BPF SO_DETACH_FILTER SO_DETACH_REUSEPORT_BPF SO_GET_FILTER
        SO_INCOMING_CPU SO_INCOMING_NAPI_ID SO_LOCK_FILTER SO_MAX_PACING_RATE SO_NETNS_COOKIE SO_NO_CHECK
        SO_PEEK_OFF SO_PREFER_BUSY_POLL SO_RCVTIMEO_NEW SO_RCVTIMEO_OLD SO_RESERVE_MEM SO_RXQ_OVFL
        SO_SECURITY_AUTHENTICATION SO_SECURITY_ENCRYPTION_NETWORK SO_SECURITY_ENCRYPTION_TRANSPORT
        SO_SELECT_ERR_QUEUE SO_SNDTIMEO_NEW SO_SNDTIMEO_OLD SO_TIMESTAMPING_NEW SO_TIMESTAMPING_OLD
        SO_TIMESTAMPNS_NEW SO_TIMESTAMPNS_OLD SO_TIMESTAMP_NEW SO_TIMESTAMP_OLD SO_WIFI_STATUS
        SPI_ERROR_ARGUMENT SPI_ERROR_CONNECT SPI_ERROR_COPY SPI_ERROR_CURSOR SPI_ERROR_NOATTRIBUTE
        SPI_ERROR_NOOUTFUNC SPI_ERROR_OPUNKNOWN SPI_ERROR_PARAM SPI_ERROR_REL_DUPLICATE
        SPI_ERROR_REL_NOT_FOUND SPI_ERROR_TRANSACTION SPI_ERROR_TYPUNKNOWN SPI_ERROR_UNCONNECTED
        SPI_OK_CONNECT SPI_OK_CURSOR SPI_OK_DELETE SPI_OK_DELETE_RETURNING SPI_OK_FETCH SPI_OK_FINISH
        SPI_OK_INSERT SPI_OK_INSERT_RETURNING SPI_OK_REL_REGISTER SPI_OK_REL_UNREGISTER SPI_OK_REWRITTEN
        SPI_OK_SELECT SPI_OK_SELINTO SPI_OK_TD_REGISTER SPI_OK_UPDATE SPI_OK_UPDATE_RETURNING SPI_OK_UTILITY
        SPI_OPT_NONATOMIC SPLICE_F_GIFT SPLICE_F_MORE SPLICE_F_MOVE SPLICE_F_NONBLOCK SQL_STR_DOUBLE
        STACK_DEPTH_SLOP START_CRIT_SECTION STATE_IDLEINTRANSACTION_ABORTED STRINGINFO_DEFAULT_SIZE
        SUBXACT_EVENT_ABORT_SUB SUBXACT_EVENT_COMMIT_SUB SUBXACT_EVENT_PRE_COMMIT_SUB SUBXACT_EVENT_START_SUB
        SVFOP_CURRENT_CATALOG SVFOP_CURRENT_DATE SVFOP_CURRENT_ROLE SVFOP_CURRENT_SCHEMA SVFOP_CURRENT_TIME
        SVFOP_CURRENT_TIMESTAMP SVFOP_CURRENT_TIMESTAMP_N SVFOP_CURRENT_TIME_N SVFOP_CURRENT_USER
        SVFOP_LOCALTIMESTAMP_N SVFOP_LOCALTIME_N SVFOP_SESSION_USER SYNCHRONOUS_COMMIT_LOCAL_FLUSH
        SYNCHRONOUS_COMMIT_OFF SYNCHRONOUS_COMMIT_ON SYNCHRONOUS_COMMIT_REMOTE_APPLY
        SYNCHRONOUS_COMMIT_REMOTE_FLUSH SYNCHRONOUS_COMMIT_REMOTE_WRITE SYNC_FILE_RANGE_WAIT_AFTER
        SYNC_FILE_RANGE_WAIT_BEFORE SYNC_FILE_RANGE_WRITE SYNC_FILE_RANGE_WRITE_AND_WAIT S_INIT_LOCK
        S_LOCK_FREE S_LOCK_H TABLESPACE_VERSION_DIRECTORY TABLE_AM_HANDLEROID TEMP_FAILURE_RETRY
        TFT_JSON_TABLE TICKS_TO_NS_SHIFT TIMESTAMP_END_JULIAN TIMESTAMP_IS_NOBEGIN TIMESTAMP_IS_NOEND
        TIMESTAMP_MINUS_INFINITY TIMESTAMP_NOT_FINITE TIMING_CLOCK_SOURCE_AUTO TIMING_CLOCK_SOURCE_SYSTEM
        TIMING_CLOCK_SOURCE_TSC TRACK_FUNC_ALL TRACK_FUNC_OFF TRACK_FUNC_PL TRANSACTION_STATUS_ABORTED
        TRANSACTION_STATUS_COMMITTED TRANSACTION_STATUS_IN_PROGRESS TRANSACTION_STATUS_SUB_COMMITTED
        TRANS_STMT_BEGIN TRANS_STMT_COMMIT TRANS_STMT_COMMIT_PREPARED TRANS_STMT_PREPARE TRANS_STMT_RELEASE
        TRANS_STMT_ROLLBACK TRANS_STMT_ROLLBACK_PREPARED TRANS_STMT_ROLLBACK_TO TRANS_STMT_SAVEPOINT
        TRANS_STMT_START TRIGGER_EVENT_AFTER TRIGGER_EVENT_BEFORE TRIGGER_EVENT_DELETE TRIGGER_EVENT_INSERT
        TRIGGER_EVENT_INSTEAD TRIGGER_EVENT_OPMASK TRIGGER_EVENT_ROW TRIGGER_EVENT_TIMINGMASK
        TRIGGER_EVENT_TRUNCATE TRIGGER_EVENT_UPDATE TRIGGER_FIRED_AFTER TRIGGER_FIRED_BEFORE
        TRIGGER_FIRED_BY_DELETE TRIGGER_FIRED_BY_INSERT TRIGGER_FIRED_BY_TRUNCATE TRIGGER_FIRED_BY_UPDATE
        TRIGGER_FIRED_FOR_ROW TRIGGER_FIRED_FOR_STATEMENT TRIGGER_FIRED_INSTEAD TRIGGER_FIRES_ALWAYS
        TRIGGER_FIRES_ON_ORIGIN TRIGGER_FIRES_ON_REPLICA TS_PREC_INV TTS_FLAGS_TRANSIENT TTS_FLAG_EMPTY
        TTS_FLAG_FIXED TTS_FLAG_OBEYS_NOT_NULL_CONSTRAINTS TTS_FLAG_SHOULDFREE TTS_FLAG_SLOW
        TTS_IS_BUFFERTUPLE TTS_IS_HEAPTUPLE TTS_IS_MINIMALTUPLE TTS_IS_VIRTUAL TTS_OBEYS_NOT_NULL_CONSTRAINTS
        TTY_NAME_MAX TZ_STRLEN_MAX UINT_FAST16_MAX UINT_FAST16_WIDTH UINT_FAST32_MAX UINT_FAST32_WIDTH
        UINT_FAST64_MAX UINT_FAST64_WIDTH UINT_FAST8_MAX UINT_FAST8_WIDTH UINT_LEAST16_MAX UINT_LEAST16_WIDTH
        UINT_LEAST32_MAX UINT_LEAST32_WIDTH UINT_LEAST64_MAX UINT_LEAST64_WIDTH UINT_LEAST8_MAX
        UINT_LEAST8_WIDTH ULONG_LONG_MAX UNIXSOCK_PATH_BUFLEN UNIX_EPOCH_JDATE USECS_PER_DAY USECS_PER_HOUR
        USECS_PER_MINUTE USECS_PER_SEC USE_AVX2_WITH_RUNTIME_CHECK USE_AVX512_CRC32C_WITH_RUNTIME_CHECK
        USE_AVX512_POPCNT_WITH_RUNTIME_CHECK USE_DEV_URANDOM USE_DSM_MMAP USE_DSM_POSIX USE_DSM_SYSV
        USE_FLOAT8_BYVAL USE_GERMAN_DATES USE_ISO_DATES USE_POSIX_FADVISE USE_POSTGRES_DATES USE_REPL_SNPRINTF
        USE_SQL_DATES USE_SSE42_CRC32C_WITH_RUNTIME_CHECK USE_SYSV_SHARED_MEMORY USE_UNNAMED_POSIX_SEMAPHORES
        USE_XSD_DATES VALID_XFN_CHARS VARATT_CAN_MAKE_SHORT VARATT_CONVERTED_SHORT_SIZE
        VARATT_EXTERNAL_GET_COMPRESS_METHOD VARATT_EXTERNAL_GET_EXTSIZE VARATT_EXTERNAL_IS_COMPRESSED
        VARATT_EXTERNAL_SET_SIZE_AND_COMPRESS_METHOD VARATT_IS_1B_E VARATT_IS_4B_C VARATT_IS_4B_U
        VARATT_IS_COMPRESSED VARATT_IS_EXPANDED_HEADER VARATT_IS_EXTENDED VARATT_IS_EXTERNAL
        VARATT_IS_EXTERNAL_EXPANDED VARATT_IS_EXTERNAL_EXPANDED_RO VARATT_IS_EXTERNAL_EXPANDED_RW
        VARATT_IS_EXTERNAL_INDIRECT VARATT_IS_EXTERNAL_NON_EXPANDED VARATT_IS_EXTERNAL_ONDISK VARATT_IS_SHORT
        VARATT_NOT_PAD_BYTE VARATT_SHORT_MAX VARDATA_COMPRESSED_GET_COMPRESS_METHOD
        VARDATA_COMPRESSED_GET_EXTSIZE VARLENA_EXTSIZE_BITS VARLENA_EXTSIZE_MASK VARSIZE_ANY_EXHDR
        VARTAG_EXPANDED_RO VARTAG_EXPANDED_RW VARTAG_IS_EXPANDED VAR_RESET_ALL VAR_RETURNING_DEFAULT
        VAR_RETURNING_NEW VAR_RETURNING_OLD VAR_SET_CURRENT VAR_SET_DEFAULT VAR_SET_MULTI VAR_SET_VALUE
        VA_ARGS_NARGS VA_ARGS_NARGS_ WAIT_CLASSES_H WAIT_EVENT_AIO_IO_COMPLETION
        WAIT_EVENT_AIO_IO_URING_EXECUTION WAIT_EVENT_AIO_IO_URING_SUBMIT WAIT_EVENT_APPEND_READY
        WAIT_EVENT_ARCHIVER_MAIN WAIT_EVENT_ARCHIVE_CLEANUP_COMMAND WAIT_EVENT_ARCHIVE_COMMAND
        WAIT_EVENT_AUTOVACUUM_MAIN WAIT_EVENT_BACKEND_TERMINATION WAIT_EVENT_BACKUP_WAIT_WAL_ARCHIVE
        WAIT_EVENT_BASEBACKUP_READ WAIT_EVENT_BASEBACKUP_SYNC WAIT_EVENT_BASEBACKUP_WRITE
        WAIT_EVENT_BASE_BACKUP_THROTTLE WAIT_EVENT_BGWORKER_SHUTDOWN WAIT_EVENT_BGWORKER_STARTUP
        WAIT_EVENT_BGWRITER_HIBERNATE WAIT_EVENT_BGWRITER_MAIN WAIT_EVENT_BTREE_PAGE WAIT_EVENT_BUFFER_CLEANUP
        WAIT_EVENT_BUFFER_EXCLUSIVE WAIT_EVENT_BUFFER_IO WAIT_EVENT_BUFFER_PIN WAIT_EVENT_BUFFER_SHARED
        WAIT_EVENT_BUFFER_SHARE_EXCLUSIVE WAIT_EVENT_BUFFILE_READ WAIT_EVENT_BUFFILE_TRUNCATE
        WAIT_EVENT_BUFFILE_WRITE WAIT_EVENT_CHECKPOINTER_MAIN WAIT_EVENT_CHECKPOINTER_SHUTDOWN
        WAIT_EVENT_CHECKPOINT_DELAY_COMPLETE WAIT_EVENT_CHECKPOINT_DELAY_START WAIT_EVENT_CHECKPOINT_DONE
        WAIT_EVENT_CHECKPOINT_START WAIT_EVENT_CHECKPOINT_WRITE_DELAY WAIT_EVENT_CLIENT_READ
        WAIT_EVENT_CLIENT_WRITE WAIT_EVENT_COMMIT_DELAY WAIT_EVENT_CONTROL_FILE_READ
        WAIT_EVENT_CONTROL_FILE_SYNC WAIT_EVENT_CONTROL_FILE_SYNC_UPDATE WAIT_EVENT_CONTROL_FILE_WRITE
        WAIT_EVENT_CONTROL_FILE_WRITE_UPDATE WAIT_EVENT_COPY_FILE_COPY WAIT_EVENT_COPY_FILE_READ
        WAIT_EVENT_COPY_FILE_WRITE WAIT_EVENT_COPY_FROM_READ WAIT_EVENT_COPY_TO_WRITE
        WAIT_EVENT_DATA_FILE_EXTEND WAIT_EVENT_DATA_FILE_FLUSH WAIT_EVENT_DATA_FILE_IMMEDIATE_SYNC
        WAIT_EVENT_DATA_FILE_PREFETCH WAIT_EVENT_DATA_FILE_READ WAIT_EVENT_DATA_FILE_SYNC
        WAIT_EVENT_DATA_FILE_TRUNCATE WAIT_EVENT_DATA_FILE_WRITE WAIT_EVENT_DSM_ALLOCATE
        WAIT_EVENT_DSM_FILL_ZERO_WRITE WAIT_EVENT_EXECUTE_GATHER WAIT_EVENT_GSS_OPEN_SERVER WAIT_EVENT_H
        WAIT_EVENT_HASH_BATCH_ALLOCATE WAIT_EVENT_HASH_BATCH_ELECT WAIT_EVENT_HASH_BATCH_LOAD
        WAIT_EVENT_HASH_BUILD_ALLOCATE WAIT_EVENT_HASH_BUILD_ELECT WAIT_EVENT_HASH_BUILD_HASH_INNER
        WAIT_EVENT_HASH_BUILD_HASH_OUTER WAIT_EVENT_HASH_GROW_BATCHES_ALLOCATE
        WAIT_EVENT_HASH_GROW_BATCHES_DECIDE WAIT_EVENT_HASH_GROW_BATCHES_ELECT
        WAIT_EVENT_HASH_GROW_BATCHES_FINISH WAIT_EVENT_HASH_GROW_BATCHES_REALLOCATE
        WAIT_EVENT_HASH_GROW_BATCHES_REPARTITION WAIT_EVENT_HASH_GROW_BUCKETS_ALLOCATE
        WAIT_EVENT_HASH_GROW_BUCKETS_ELECT WAIT_EVENT_HASH_GROW_BUCKETS_REALLOCATE
        WAIT_EVENT_HASH_GROW_BUCKETS_REINSERT WAIT_EVENT_IO_WORKER_MAIN WAIT_EVENT_LIBPQWALRECEIVER_CONNECT
        WAIT_EVENT_LIBPQWALRECEIVER_RECEIVE WAIT_EVENT_LOCK_FILE_ADDTODATADIR_READ
        WAIT_EVENT_LOCK_FILE_ADDTODATADIR_SYNC WAIT_EVENT_LOCK_FILE_ADDTODATADIR_WRITE
        WAIT_EVENT_LOCK_FILE_CREATE_READ WAIT_EVENT_LOCK_FILE_CREATE_SYNC WAIT_EVENT_LOCK_FILE_CREATE_WRITE
        WAIT_EVENT_LOCK_FILE_RECHECKDATADIR_READ WAIT_EVENT_LOGICAL_APPLY_MAIN
        WAIT_EVENT_LOGICAL_APPLY_SEND_DATA WAIT_EVENT_LOGICAL_CHANGES_READ WAIT_EVENT_LOGICAL_CHANGES_WRITE
        WAIT_EVENT_LOGICAL_LAUNCHER_MAIN WAIT_EVENT_LOGICAL_PARALLEL_APPLY_MAIN
        WAIT_EVENT_LOGICAL_PARALLEL_APPLY_STATE_CHANGE WAIT_EVENT_LOGICAL_REWRITE_CHECKPOINT_SYNC
        WAIT_EVENT_LOGICAL_REWRITE_MAPPING_SYNC WAIT_EVENT_LOGICAL_REWRITE_MAPPING_WRITE
        WAIT_EVENT_LOGICAL_REWRITE_SYNC WAIT_EVENT_LOGICAL_REWRITE_TRUNCATE WAIT_EVENT_LOGICAL_REWRITE_WRITE
        WAIT_EVENT_LOGICAL_SUBXACT_READ WAIT_EVENT_LOGICAL_SUBXACT_WRITE WAIT_EVENT_LOGICAL_SYNC_DATA
        WAIT_EVENT_LOGICAL_SYNC_STATE_CHANGE WAIT_EVENT_MESSAGE_QUEUE_INTERNAL
        WAIT_EVENT_MESSAGE_QUEUE_PUT_MESSAGE WAIT_EVENT_MESSAGE_QUEUE_RECEIVE WAIT_EVENT_MESSAGE_QUEUE_SEND
        WAIT_EVENT_MQ_INTERNAL WAIT_EVENT_MQ_PUT_MESSAGE WAIT_EVENT_MQ_RECEIVE WAIT_EVENT_MQ_SEND
        WAIT_EVENT_MULTIXACT_CREATION WAIT_EVENT_PARALLEL_BITMAP_SCAN WAIT_EVENT_PARALLEL_CREATE_INDEX_SCAN
        WAIT_EVENT_PARALLEL_FINISH WAIT_EVENT_PGSTAT_MAIN WAIT_EVENT_PG_SLEEP
        WAIT_EVENT_PROCARRAY_GROUP_UPDATE WAIT_EVENT_PROC_SIGNAL_BARRIER WAIT_EVENT_PROMOTE
        WAIT_EVENT_RECOVERY_APPLY_DELAY WAIT_EVENT_RECOVERY_CONFLICT_SNAPSHOT
        WAIT_EVENT_RECOVERY_CONFLICT_TABLESPACE WAIT_EVENT_RECOVERY_END_COMMAND WAIT_EVENT_RECOVERY_PAUSE
        WAIT_EVENT_RECOVERY_RETRIEVE_RETRY_INTERVAL WAIT_EVENT_RECOVERY_WAL_STREAM
        WAIT_EVENT_REGISTER_SYNC_REQUEST WAIT_EVENT_RELATION_MAP_READ WAIT_EVENT_RELATION_MAP_REPLACE
        WAIT_EVENT_RELATION_MAP_SYNC WAIT_EVENT_RELATION_MAP_WRITE WAIT_EVENT_REORDER_BUFFER_READ
        WAIT_EVENT_REORDER_BUFFER_WRITE WAIT_EVENT_REORDER_LOGICAL_MAPPING_READ
        WAIT_EVENT_REPACK_WORKER_EXPORT WAIT_EVENT_REPLICATION_ORIGIN_DROP
        WAIT_EVENT_REPLICATION_SLOTSYNC_MAIN WAIT_EVENT_REPLICATION_SLOTSYNC_SHUTDOWN
        WAIT_EVENT_REPLICATION_SLOT_DROP WAIT_EVENT_REPLICATION_SLOT_READ
        WAIT_EVENT_REPLICATION_SLOT_RESTORE_SYNC WAIT_EVENT_REPLICATION_SLOT_SYNC
        WAIT_EVENT_REPLICATION_SLOT_WRITE WAIT_EVENT_RESTORE_COMMAND WAIT_EVENT_SAFE_SNAPSHOT
        WAIT_EVENT_SLRU_FLUSH_SYNC WAIT_EVENT_SLRU_READ WAIT_EVENT_SLRU_SYNC WAIT_EVENT_SLRU_WRITE
        WAIT_EVENT_SNAPBUILD_READ WAIT_EVENT_SNAPBUILD_SYNC WAIT_EVENT_SNAPBUILD_WRITE WAIT_EVENT_SPIN_DELAY
        WAIT_EVENT_SSL_OPEN_SERVER WAIT_EVENT_SYNC_REP WAIT_EVENT_SYSLOGGER_MAIN
        WAIT_EVENT_TIMELINE_HISTORY_FILE_SYNC WAIT_EVENT_TIMELINE_HISTORY_FILE_WRITE
        WAIT_EVENT_TIMELINE_HISTORY_READ WAIT_EVENT_TIMELINE_HISTORY_SYNC WAIT_EVENT_TIMELINE_HISTORY_WRITE
        WAIT_EVENT_TWOPHASE_FILE_READ WAIT_EVENT_TWOPHASE_FILE_SYNC WAIT_EVENT_TWOPHASE_FILE_WRITE
        WAIT_EVENT_TYPES_H WAIT_EVENT_VACUUM_DELAY WAIT_EVENT_VACUUM_TRUNCATE WAIT_EVENT_VERSION_FILE_SYNC
        WAIT_EVENT_VERSION_FILE_WRITE WAIT_EVENT_WAIT_FOR_STANDBY_CONFIRMATION WAIT_EVENT_WAIT_FOR_WAL_FLUSH
        WAIT_EVENT_WAIT_FOR_WAL_REPLAY WAIT_EVENT_WAIT_FOR_WAL_WRITE
        WAIT_EVENT_WALSENDER_TIMELINE_HISTORY_READ WAIT_EVENT_WAL_BOOTSTRAP_SYNC
        WAIT_EVENT_WAL_BOOTSTRAP_WRITE WAIT_EVENT_WAL_COPY_READ WAIT_EVENT_WAL_COPY_SYNC
        WAIT_EVENT_WAL_COPY_WRITE WAIT_EVENT_WAL_INIT_SYNC WAIT_EVENT_WAL_INIT_WRITE WAIT_EVENT_WAL_READ
        WAIT_EVENT_WAL_RECEIVER_EXIT WAIT_EVENT_WAL_RECEIVER_MAIN WAIT_EVENT_WAL_RECEIVER_UPSTREAM_CATCHUP
        WAIT_EVENT_WAL_RECEIVER_WAIT_START WAIT_EVENT_WAL_SENDER_MAIN WAIT_EVENT_WAL_SENDER_WAIT_FOR_WAL
        WAIT_EVENT_WAL_SENDER_WAIT_WAL WAIT_EVENT_WAL_SENDER_WRITE_DATA WAIT_EVENT_WAL_SUMMARIZER_ERROR
        WAIT_EVENT_WAL_SUMMARIZER_WAL WAIT_EVENT_WAL_SUMMARY_READ WAIT_EVENT_WAL_SUMMARY_READY
        WAIT_EVENT_WAL_SUMMARY_WRITE WAIT_EVENT_WAL_SYNC WAIT_EVENT_WAL_SYNC_METHOD_ASSIGN
        WAIT_EVENT_WAL_WRITE WAIT_EVENT_WAL_WRITER_MAIN WAIT_EVENT_XACT_GROUP_UPDATE WARNING_CLIENT_ONLY
        WCO_RLS_CONFLICT_CHECK WCO_RLS_INSERT_CHECK WCO_RLS_MERGE_DELETE_CHECK WCO_RLS_MERGE_UPDATE_CHECK
        WCO_RLS_UPDATE_CHECK WCO_VIEW_CHECK WL_EXIT_ON_PM_DEATH WL_LATCH_SET WL_POSTMASTER_DEATH
        WL_SOCKET_CONNECTED WL_SOCKET_MASK WL_SOCKET_READABLE WL_SOCKET_WRITEABLE
        WRITEBACK_MAX_PENDING_FLUSHES XACT_COMPLETION_APPLY_FEEDBACK XACT_COMPLETION_FORCE_SYNC_COMMIT
        XACT_COMPLETION_UPDATE_RELCACHE_FILE XACT_EVENT_ABORT XACT_EVENT_COMMIT XACT_EVENT_PARALLEL_ABORT
        XACT_EVENT_PARALLEL_COMMIT XACT_EVENT_PARALLEL_PRE_COMMIT XACT_EVENT_PREPARE XACT_EVENT_PRE_COMMIT
        XACT_EVENT_PRE_PREPARE XACT_FLAGS_ACCESSEDTEMPNAMESPACE XACT_FLAGS_ACQUIREDACCESSEXCLUSIVELOCK
        XACT_FLAGS_NEEDIMMEDIATECOMMIT XACT_FLAGS_PIPELINING XACT_READ_COMMITTED XACT_READ_UNCOMMITTED
        XACT_REPEATABLE_READ XACT_XINFO_HAS_AE_LOCKS XACT_XINFO_HAS_DBINFO XACT_XINFO_HAS_DROPPED_STATS
        XACT_XINFO_HAS_GID XACT_XINFO_HAS_INVALS XACT_XINFO_HAS_ORIGIN XACT_XINFO_HAS_RELFILELOCATORS
        XACT_XINFO_HAS_RELFILENODES XACT_XINFO_HAS_SUBXACTS XACT_XINFO_HAS_TWOPHASE XATTR_LIST_MAX
        XATTR_NAME_MAX XATTR_SIZE_MAX XLOG_DEFS_H XLOG_XACT_ABORT XLOG_XACT_ABORT_PREPARED
        XLOG_XACT_ASSIGNMENT XLOG_XACT_COMMIT XLOG_XACT_COMMIT_PREPARED XLOG_XACT_HAS_INFO
        XLOG_XACT_INVALIDATIONS XLOG_XACT_OPMASK XLOG_XACT_PREPARE XLR_BLOCK_ID_DATA_LONG
        XLR_BLOCK_ID_DATA_SHORT XLR_BLOCK_ID_ORIGIN XLR_BLOCK_ID_TOPLEVEL_XID XLR_CHECK_CONSISTENCY
        XLR_INFO_MASK XLR_MAX_BLOCK_ID XLR_RMGR_INFO_MASK XLR_SPECIAL_REL_UPDATE
        """

    /// Members, parameters and variables inside of functions: only a macro meets them.
    private static let inner = """
        abbrev_abort abbrev_converter abbrev_full_comparator abi_extra abi_fields abort_time absent_on_null
        access_method active_count active_time admin_opt after_changecount after_gmtoff after_isdst
        agg_distinct agg_done agg_filter agg_order agg_row_slot agg_star agg_winobj agg_within_group ai_addr
        ai_addrlen ai_canonname ai_family ai_flags ai_next ai_protocol ai_socktype all_cols_needed all_done
        all_first all_grouped_cols all_pergroups allocated_size allow_nonatomic already_executed am_worker
        analyze_count analyze_timestamp api_version apply_error_count apply_image ar_name ar_request ar_result
        ar_service archive_file_cb archived_count arg_names args_unspecified array_collid array_expr array_len
        array_type array_typeid as_asyncplans as_asyncrequests as_asyncresults as_begun as_eventset
        as_first_partial_plan as_nasyncplans as_nasyncremain as_nasyncresults as_needrequest as_nplans
        as_prune_state as_pstate as_syncdone as_valid_asyncplans as_valid_subplans as_whichplan assign_hook
        assoc_context async_capable async_mode auth_method authn_id autoanalyze_count autovac_analyze_count
        autovac_analyze_timestamp autovac_vacuum_count autovac_vacuum_timestamp autovacuum_count backend_hi
        backend_id backend_io backend_lo backend_subxact_count backend_subxact_overflowed backend_type
        backend_xid backend_xmin backoff_max base_slot_size before_changecount before_gmtoff before_isdst
        bgw_extra bgw_flags bgw_function_name bgw_library_name bgw_main_arg bgw_name bgw_notify_pid
        bgw_restart_time bgw_start_time bgw_type bi_hi bi_lo bimg_info bimg_len binary_mode biss_result
        bkp_image blk_read_time blk_write_time block_id blocked_pid blocks_exists blocks_fetched blocks_hit
        blocks_read blocks_written blocks_zeroed buf_alloc buf_fsync_backend buf_written_backend
        buf_written_checkpoints buf_written_clean buffers_written bufusage_start build_alias
        bypass_login_check cache_eq_expr cache_evictions cache_hits cache_misses cache_overflows
        calibrated_frequency_khz callback_pending calling_file calling_lineno can_skip_fetch changed_tuples
        changes_since_analyze check_configured_cb check_expr check_exprstate check_hook checkpoint_sync_time
        checkpoint_write_time checksum_failure_p checksum_failures choose_next_subplan class_args class_id
        clock_time cmd_name cmd_str cmsg_len cmsg_level cmsg_type colnos_needed column_name commit_time
        compact_attrs compute_parameters config_file config_generic conflict_bufferpin conflict_count
        conflict_lock conflict_logicalslot conflict_snapshot conflict_startup_deadlock conflict_tablespace
        constraint_name context_domain context_item conversion_name cooked_default cooked_expr copy_heap_tuple
        copy_minimal_tuple creation_time creator_pid crosscheck_snapshot cte_table cur_delay cur_eq_comp
        cur_eq_func cur_eq_funcs cur_offset curr_idx currency_symbol current_phase current_ptr current_set
        cursor_name cursor_options cursor_param custom_exprs custom_plans custom_private custom_ps
        custom_relids custom_scan_tlist cutoff_time cycle_clause cycle_col_list cycle_mark_collation
        cycle_mark_column cycle_mark_default cycle_mark_neop cycle_mark_type cycle_mark_typmod
        cycle_mark_value cycle_path_column d_ino d_name d_off d_reclen d_type data_bufsz data_len data_length
        data_size datatype_name datum_len_ datum_typeid datum_typmod dead_tuples debug_discard decimal_point
        decode_buffer decode_buffer_head decode_buffer_size decode_buffer_tail decode_queue_head
        decode_queue_tail decoded_record deferrable_ok define_settings delete_item deleted_pre_trunc
        deleted_pre_truncdrop delta_dead_tuples delta_live_tuples detail_log direction_keyword disabled_nodes
        dummy_value ea_magic ecxt_aggnulls ecxt_aggvalues ecxt_callbacks ecxt_estate ecxt_innertuple
        ecxt_outertuple ecxt_param_exec_vals ecxt_param_list_info ecxt_per_query_memory ecxt_per_tuple_memory
        ecxt_scantuple elem_nulls elem_values element_type element_typeid end_ptr entry_hash eof_cte
        eof_underlying eoh_context eoh_methods eoh_ro_ptr eoh_rw_ptr error_at error_on_failure errormsg_buf
        errormsg_deferred es_auxmodifytables es_crosscheck_snapshot es_direction es_epq_active es_exprcontexts
        es_finished es_insert_pending_modifytables es_insert_pending_result_relations es_instrument es_jit
        es_jit_flags es_jit_worker_instr es_num_result_relations es_num_root_result_relations
        es_opened_result_relations es_output_cid es_param_exec_vals es_param_list_info es_partition_directory
        es_per_tuple_exprcontext es_plannedstmt es_processed es_query_cxt es_query_dsa es_range_table
        es_range_table_size es_relations es_result_relation_info es_result_relations es_resultrelinfo_extra
        es_root_result_relations es_rowmarks es_snapshot es_subplanstates es_top_eflags
        es_trig_target_relations es_tuple_routing_result_relations es_use_parallel_mode escape_backslash
        est_entries evalfunc_private exact_pages except_tables exec_pruning_steps execution_status exit_status
        ext_params extended_size f_counts f_handle f_id f_numcalls f_self_time f_start f_total_time
        failed_count fastpath_exceeded fcinfo_data fds_bits fdw_exprs fdw_private fdw_recheck_quals
        fdw_scan_tlist fdw_state fdw_trigtuple field_count fire_triggers fires_when first_child first_lock
        first_part_slot first_partial_plan first_waiter fixed_result fk_attrs fk_del_action fk_del_set_cols
        fk_matchtype fk_rel fk_upd_action fk_with_period flat_size flatten_into fmt_plural fmt_singular
        fn_addr fn_expr fn_extra fn_mcxt fn_nargs fn_oid fn_retset fn_stats fn_strict for_all_sequences
        for_all_tables for_encoding_name for_identity for_ordinality force_align_d force_align_i64
        force_undecorated_output fork_flags format_arg format_type formatted_expr frac_digits framehead_ptr
        framehead_slot framehead_valid frametail_ptr frametail_slot frametail_valid free_decode_buffer
        frequency_khz frequency_source fs_relids fs_server fullsort_state func_id func_name func_options
        func_variadic funnel_slot generated_kind generated_when generic_cost get_flat_size get_guc_variables
        get_heap_tuple get_minimal_tuple gf_fmode gf_group gf_interface gf_numsrc gf_slist give_up_after
        global_status gm_heap gm_initialized gm_nkeys gm_slots gm_sortkeys gm_tuple_buffers gnu_printf
        gr_group gr_interface grant_option granted_roles grantee_roles group_pivot grouped_cols grouptail_ptr
        grouptail_valid grow_threshold grp_done gsr_group gsr_interface gsr_source gss_auth gss_delegation
        gss_enc gss_princ h_addr_list h_addrtype h_aliases h_length h_name handle_bytes handle_type
        handler_name has_data has_generated_stored has_generated_virtual has_image has_not_null has_version
        hash_batches hash_batches_used hash_disk_used hash_ever_spilled hash_flags hash_iv hash_mem_limit
        hash_mem_peak hash_metacxt hash_ngroups_current hash_ngroups_limit hash_pergroup
        hash_planned_partitions hash_spill_mode hash_spill_rslot hash_spill_wslot hash_spills hash_tapeinfo
        have_snapshot head_p hide_ctx hide_stmt high_mask hole_length hole_offset identity_type
        idle_in_transaction_time if_not_exists ignore_nulls ignore_perm impl_private impl_private_pm_handle
        imr_address imr_ifindex imr_interface imr_multiaddr imr_sourceaddr imsf_fmode imsf_interface
        imsf_multiaddr imsf_numsrc imsf_slist in_dbname in_functions in_hash_funcs in_partition in_recovery
        in_slot in_use include_command_not_found incsort_info init_size initial_bucket initial_elements
        initial_pruning_steps initially_valid inner_unique innermost_casenull innermost_caseval
        innermost_domainnull innermost_domainval inp_extra input_done input_fileset input_type
        ins_since_vacuum insert_hash insert_hash_internal inserted_pre_trunc inserted_pre_truncdrop
        inserts_since_vacuum instrument_options int_curr_symbol int_frac_digits int_n_cs_precedes
        int_n_sep_by_space int_n_sign_posn int_p_cs_precedes int_p_sep_by_space int_p_sign_posn int_value
        intermediate_empty intermediate_table io_context io_object io_op io_stats io_time iov_base iov_len
        ip6m_addr ip6m_mtu ip_blkid ip_dst ip_posid ipi6_addr ipi6_ifindex ipi_addr ipi_ifindex ipi_spec_dst
        ipv6mr_interface ipv6mr_multiaddr is_apply_error is_commit is_complete is_current_xact_tuple
        is_default is_enforced is_from is_from_type is_grant is_heap is_local is_no_inherit is_not_null
        is_oneshot is_procedure is_program is_redo is_reload is_rowsfrom is_saved is_select_into is_set
        is_shared is_shown is_slice is_superuser is_vacuumcmd is_valid it_interval it_value item_type itm_in
        join_using_alias jumble_args key_expr key_toastable kind_str l_len l_linger l_onoff l_pid l_start
        l_type l_whence last_analyze_time last_archived_timestamp last_archived_wal last_autoanalyze_time
        last_autovac_time last_autovacuum_time last_checksum_failure last_failed_timestamp last_failed_wal
        last_slot last_tuple last_vacuum_time lc_monetary lc_numeric leader_pgproc lhs_hash_funcs library_path
        list_end list_start list_type live_tuples load_session_libraries local_blks_dirtied local_blks_hit
        local_blks_read local_blks_written local_schema local_status lock_name locktag_field1 locktag_field2
        locktag_field3 locktag_field4 locktag_lockmethodid locktag_type long_desc lookup_hash
        lookup_hash_internal lossy_pages low_mask lp_flags lp_len lp_off lr_epqstate lru_list lsn_literal
        lsn_location m_active_time m_analyzetime m_autovacuum m_block_read_time m_block_write_time
        m_blocks_exists m_blocks_hit m_blocks_read m_blocks_written m_blocks_zeroed m_buf_alloc
        m_buf_fsync_backend m_buf_written_backend m_buf_written_checkpoints m_buf_written_clean m_cause
        m_checkpoint_sync_time m_checkpoint_write_time m_create m_databaseid m_dead_tuples m_drop m_entry
        m_failed m_failure_time m_failurecount m_filesize m_flush m_functionid m_hdr m_idle_in_xact_time
        m_index m_live_tuples m_maxwritten_clean m_nentries m_objectid m_reason m_requested_checkpoints
        m_resetcounter m_resettarget m_resettype m_session_time m_size m_slotname m_spill_bytes m_spill_count
        m_spill_txns m_start_time m_stream_bytes m_stream_count m_stream_txns m_tableid m_tableoid
        m_timed_checkpoints m_timestamp m_total_bytes m_total_txns m_truncate m_type m_vacuumtime
        m_wal_buffers_full m_wal_bytes m_wal_fpi m_wal_records m_wal_sync m_wal_sync_time m_wal_write
        m_wal_write_time m_xact_commit m_xact_rollback m_xlog macro_val main_arg main_data main_data_bufsz
        main_data_len mapped_address mapped_relation mapped_size max_block_id max_buckets max_colno_needed
        max_dsize max_length max_precis max_size maxwritten_clean may_free mem_exceeded_count mem_limit
        mem_peak mem_used memoize_hash message_id meta_data meta_data_size missing_ok mod_since_analyze
        module_name module_version mon_decimal_point mon_grouping mon_thousands_sep more_partitions ms_heap
        ms_initialized ms_nkeys ms_nplans ms_prune_state ms_slots ms_sortkeys ms_valid_subplans msg_analyze
        msg_archiver msg_autovacuum_start msg_bgwriter msg_checksumfailure msg_connect msg_control
        msg_controllen msg_deadlock msg_disconnect msg_dropdb msg_dummy msg_flags msg_funcpurge msg_funcstat
        msg_hdr msg_inquiry msg_iov msg_iovlen msg_len msg_name msg_namelen msg_recoveryconflict msg_replslot
        msg_resetcounter msg_resetreplslotcounter msg_resetsharedcounter msg_resetsinglecounter
        msg_resetslrucounter msg_slru msg_tabpurge msg_tabstat msg_tempfile msg_vacuum msg_wal mt_arowmarks
        mt_done mt_epqstate mt_nplans mt_nrels mt_oc_transition_capture mt_padding mt_partition_tuple_routing
        mt_per_subplan_tupconv_maps mt_plans mt_root_tuple_slot mt_scans mt_transition_capture mt_whichplan
        must_return_tuples mxcr_mask my_finfo my_participant_number n_addrtype n_aliases n_block_read_time
        n_block_write_time n_blocks_fetched n_blocks_hit n_checksum_failures n_conflict_bufferpin
        n_conflict_lock n_conflict_snapshot n_conflict_startup_deadlock n_conflict_tablespace n_cs_precedes
        n_dead_tuples n_deadlocks n_fullsort_remaining n_live_tuples n_name n_net n_sep_by_space n_sessions
        n_sessions_abandoned n_sessions_fatal n_sessions_killed n_sign_posn n_temp_bytes n_temp_files
        n_tuples_deleted n_tuples_fetched n_tuples_inserted n_tuples_returned n_tuples_updated n_xact_commit
        n_xact_rollback name_location named_args nbatch_original nbuckets_original need_bufusage need_timer
        need_to_scan_locally need_walusage negative_sign nest_level new_parent new_size new_slot
        new_sync_method new_tablespacename new_value next_elem next_lsn next_sibling no_eager_preload
        no_sanitize ns_names ns_uris nulls_first nulls_not_distinct nulls_ordering num_check num_custom_plans
        num_defval num_elems num_entries num_generic_plans num_hashes num_locks num_lwlocks num_params
        num_partitions num_performed num_requested num_timed num_waiters num_workers nworkers_launched
        obj_context object_id object_sub_id objid_hi objid_lo occurred_events of_version oid_value
        old_conpfeqop old_control_handle old_pktable_oid old_slot oldest_datfrozenxid oldest_datoid
        oldestxid_datoid omit_quotes on_empty on_error order_family orig_query orig_tablespacename origin_lsn
        origin_timestamp other_subplans out_dbname out_slot output_to_client output_to_server
        override_allow_connections owner_pid p_aliases p_cs_precedes p_name p_proto p_sep_by_space p_sign_posn
        page_read parallel_aware parallel_safe parallel_state parallel_workers_launched
        parallel_workers_to_launch param_exprs param_types part_prune_info partition_spooled passing_names
        passing_values path_param path_spec pct_type pd_checksum pd_flags pd_linp pd_lower pd_lsn
        pd_pagesize_version pd_prune_xid pd_special pd_upper pending_io pending_srf_tuples pending_times
        per_call_cost pg_analyze_and_rewrite pg_analyze_and_rewrite_fixedparams pg_dynshmem pg_finfo_
        pg_internal pg_siginfo pg_stat pg_stat_tmp pg_tblspc pgaio_error_cleanup pgsql_tmp pgstat_enabled
        pgstat_info ph_arg ph_compare ph_node ph_root phs_snapshot_data pi_state pk_attrs pk_rel
        pk_with_period plan_id plan_name plan_node_id plan_rows plan_width policy_name positive_sign
        postgres_signal_arg prefetch_buffer prefetch_iterator prefetch_maximum prefetch_pages prefetch_target
        prefixsort_state prepared_at present_parts presorted_keys prev_or_parent print_tz priv_name
        private_cxt private_data proc_number projected_set prune_infos pscan_len pstate_len ptr_value pw_dir
        pw_gecos pw_gid pw_name pw_passwd pw_shell pw_uid query_context query_id query_list query_string
        querytree_context querytree_list r_aliases r_name r_number rand_deg rand_sep rand_type raw_activity
        raw_default raw_expr raw_parse_tree read_only record_origin regd_count rel_id relid_map
        relsubs_blocked relsubs_done relsubs_rowmark relsubs_slot remote_schema request_blocks
        request_complete request_index request_size request_workers requested_checkpoints rescan_param
        reset_default_tblspc restart_seqs restartpoints_performed restartpoints_requested restartpoints_timed
        restrict_privileged ret_extra ret_path return_empty_tuples reverse_sort rexpr_list_end
        rexpr_list_start row_format row_typeid rows_total rs_checkqual rs_done run_name run_once s_addr
        s_aliases s_name s_port s_proto sa_data sa_family sa_flags sa_mask sa_prefix sa_restorer
        save_f_total_time save_total saved_errno saved_xmin savepoint_name scan_key schema_name
        search_breadth_first search_clause search_col_list search_path search_seq_column sec_context
        sec_def_context security_barrier segment_close segment_open self_reference self_time server_name
        session_tick session_time session_worked sessions_abandoned sessions_fatal sessions_killed setop_done
        shared_blks_dirtied shared_blks_hit shared_blks_read shared_blks_written shared_enabled shared_every
        shared_info shared_prefetch_iterator shared_relation shared_spins_per_delay shared_tbmiterator
        short_desc show_funcname show_hook shutdown_cb shutdown_reg si_code si_errno si_signo si_sigval si_tid
        sigev_notify sigev_signo sigev_value sin6_addr sin6_family sin6_flowinfo sin6_port sin6_scope_id
        sin_addr sin_family sin_port sin_zero single_copy single_match sival_int sival_ptr skip_mark_restore
        skip_system skip_validation slice_ndim slotname_unused slotsync_last_skip slotsync_skip_count slru_idx
        slru_written snapshot_type sockaddr_at sockaddr_ax25 sockaddr_dl sockaddr_eon sockaddr_inarp
        sockaddr_ipx sockaddr_iso sockaddr_ns sockaddr_x25 sort_in sort_out sort_slot sortby_dir sortby_nulls
        source_stepids source_text space_peak spill_bytes spill_count spill_txns spins_per_delay spooled_rows
        sql_body sql_function sql_state ss_family ss_flags ss_onstack ss_size ss_sp ssl_bits ssl_cipher
        ssl_client_dn ssl_client_serial ssl_compression ssl_issuer_dn ssl_version ssup_attno ssup_collation
        ssup_cxt ssup_extra ssup_nulls_first ssup_reverse st_activity_raw st_activity_start_timestamp
        st_appname st_atim st_blksize st_blocks st_changecount st_clientaddr st_clienthostname st_ctim
        st_databaseid st_dev st_gid st_gss st_gssstatus st_ino st_mode st_mtim st_nlink st_plan_id
        st_proc_start_timestamp st_procpid st_progress_command st_progress_command_target st_progress_param
        st_query_id st_rdev st_size st_ssl st_sslstatus st_state st_state_start_timestamp st_uid st_userid
        st_xact_start_timestamp start_address start_iterate start_iterate_at start_time startup_cost
        startup_data startup_data_len stat_reset_time stat_reset_timestamp stat_types stats_timestamp step_id
        steps_alloc steps_len stmt_len stmt_list stmt_location stmt_ts stmt_type stop_time storage_name
        stream_bytes stream_count stream_txns subpart_map subplan_map sun_family sun_path sync_error_count
        sync_seq_error_count sync_table_error_count sync_time system_identifier t_bits t_blocks_fetched
        t_blocks_hit t_changed_tuples t_choice t_cid t_counts t_ctid t_data t_datum t_delta_dead_tuples
        t_delta_live_tuples t_field3 t_heap t_hoff t_id t_info t_infomask t_infomask2 t_len t_numscans t_self
        t_shared t_tid t_truncated t_truncdropped t_tuples_deleted t_tuples_fetched t_tuples_hot_updated
        t_tuples_inserted t_tuples_returned t_tuples_updated t_xmax t_xmin t_xvac tab_collations tab_eq_func
        tab_eq_funcoids tab_eq_funcs tab_hash_funcs table_filled table_list table_name tail_p target_line
        tcs_delete_old_table tcs_insert_new_table tcs_map tcs_original_insert_tuple tcs_private
        tcs_update_new_table tcs_update_old_table temp_blks_read temp_blks_written temp_bytes temp_files
        temp_slot_1 temp_slot_2 tg_event tg_newslot tg_newtable tg_newtuple tg_oldtable tg_relation tg_trigger
        tg_trigslot tg_trigtuple tg_updatedcols thousands_sep threshold_sec timed_checkpoints tli_p tm_gmtoff
        tm_hour tm_isdst tm_mday tm_min tm_mon tm_sec tm_usec tm_wday tm_yday tm_year tm_zone to_encoding_name
        toast_pointer toplevel_xid total_active_time total_analyze_time total_autoanalyze_time
        total_autovacuum_time total_bytes total_cost total_custom_cost total_idle_in_xact_time total_len
        total_session_time total_time total_txns total_vacuum_time trace_flag trace_level track_io_guc
        tranche_id tranche_name transfer_tuple transition_capture trig_delete_after_row
        trig_delete_after_statement trig_delete_before_row trig_delete_before_statement
        trig_delete_instead_row trig_delete_old_table trig_insert_after_row trig_insert_after_statement
        trig_insert_before_row trig_insert_before_statement trig_insert_instead_row trig_insert_new_table
        trig_truncate_after_statement trig_truncate_before_statement trig_update_after_row
        trig_update_after_statement trig_update_before_row trig_update_before_statement
        trig_update_instead_row trig_update_new_table trig_update_old_table trigger_fires_when trss_maxtid
        trss_mintid trss_tidexprs tsm_state tss_htup tss_tidexprs tts_first_nonguaranteed tts_flags tts_isnull
        tts_mcxt tts_nvalid tts_ops tts_tid tts_values tuple_table tuples_deleted tuples_fetched
        tuples_hot_updated tuples_inserted tuples_needed tuples_newpage_updated tuples_returned tuples_updated
        tv_nsec tv_sec tv_usec twophase_gid twophase_xid type_name typeof_unqual uc_flags uc_link uc_mcontext
        uc_sigmask uc_stack underlying_type unique_keys unlink_all unused_counter updated_pre_trunc
        updated_pre_truncdrop use_bulkread use_io_coercion use_json_coercion use_pagemode user_data user_id
        va_cols va_compressed va_data va_extinfo va_extsize va_header va_rawsize va_tag va_tcinfo
        va_toastrelid va_valueid vacuum_count vacuum_timestamp values_lists var_or_cell vl_dat vl_len_
        wait_event_info wait_event_name wait_time waiter_pids wal_buffers_full wal_bytes wal_counters wal_fpi
        wal_fpi_bytes wal_records wal_segment_size wal_sync wal_sync_time wal_write wal_write_time
        walusage_start warn_unused_result wfunc_left where_clause with_check without_overlaps
        worker_instrument worker_jit_instrument workers_launched workers_to_launch working_table wre_errno
        wre_off wre_read wre_req wre_seg write_message write_time ws_dir ws_file ws_segno ws_segsize ws_tli
        xact_commit xact_rollback xact_time xact_ts xid_value xl_crc xl_info xl_prev xl_rmid xl_tot_len xl_xid
        xstate_bv xstate_hdr xstate_size ymmh_space
        """
}
