import CodeText
import Model

/// What a worker sees, and by which settings, while it is its role.
func safePath(_ model: ExtensionModel) -> Code<C> {
    #"""
    /*
     * The search_path of SQL work, or an ERROR while it would not be safe.
     */
    static char *
    safe_path(const extension_row *row, Oid role)
    {
        judgement   judged = {role, row->schema};

        expect_trusted_schema(&judged);
        return psprintf("pg_catalog, %s, pg_temp",
                        quote_identifier(get_namespace_name(row->schema)));
    }
    """#
}

/// What the owner of a database says of its sessions is no matter of a worker with privileges that this owner lacks:
/// such settings change what statements mean, and whether they may write.
func forgetSettings(_ model: ExtensionModel) -> Code<C> {
    #"""
    /* What anyone may set, as the server's configuration says. */
    static int  setting_count = 0;
    static struct config_generic **settings;
    static char **setting_values;

    /*
     * Note the settings before the connection brings those of the database.
     */
    static void
    note_settings(void)
    {
        int         count;
        struct config_generic **all = list_settings(&count);
        MemoryContext memory = MemoryContextSwitchTo(TopMemoryContext);

        settings = palloc(count * sizeof(*settings));
        setting_values = palloc(count * sizeof(*setting_values));
        for (int i = 0; i < count; i++)
        {
            const char *value = GetConfigOption(all[i]->name, true, false);

            if (all[i]->context != PGC_USERSET || strchr(all[i]->name, '.') != NULL || value == NULL)
                continue;
            settings[setting_count] = all[i];
            setting_values[setting_count++] = pstrdup(value);
        }
        MemoryContextSwitchTo(memory);
    }

    /*
     * If the database's owner lacks the privileges of that role, put what this owner
     * could set back to the server's; return whether anything was.  Settings of
     * extensions stay: they are there to be set for a database.
     */
    static bool
    forget_settings(Oid role)
    {
        HeapTuple   tuple = SearchSysCache1(DATABASEOID, ObjectIdGetDatum(MyDatabaseId));
        Oid         owner;
        bool        forgot = false;

        if (!HeapTupleIsValid(tuple))
            elog(ERROR, "cache lookup failed for database %u", MyDatabaseId);
        owner = ((Form_pg_database) GETSTRUCT(tuple))->datdba;
        ReleaseSysCache(tuple);
        if (has_privs_of_role(owner, role))
            return false;
        for (int i = 0; i < setting_count; i++)
        {
            if (settings[i]->source != PGC_S_DATABASE)
                continue;
            SetConfigOption(settings[i]->name, setting_values[i], PGC_SUSET, PGC_S_OVERRIDE);
            forgot = true;
        }
        return forgot;
    }
    """#
}

/// A tick asks the catalogs about trust only where something has changed since the last one.
func actAs() -> Code<C> {
    #"""
    /* Moves whenever what was judged may have changed; 0: nobody looks yet. */
    static uint64 changes = 0;

    static void
    count_change(Datum arg, int cache, uint32 hash)
    {
        changes++;
    }

    static void
    count_table(Datum arg, Oid table)
    {
        changes++;
    }

    /*
     * Count the changes of roles, of schemas, and of whatever is in a schema.
     */
    static void
    watch_catalogs(void)
    {
        static const int caches[] = {
            AUTHOID, AUTHMEMROLEMEM, NAMESPACEOID, PROCOID, OPEROID, TYPEOID, CLAOID, OPFAMILYOID,
            COLLOID, CONVOID, STATEXTOID, TSCONFIGOID, TSDICTOID
        };

        for (int i = 0; i < (int) lengthof(caches); i++)
            CacheRegisterSyscacheCallback(caches[i], count_change, (Datum) 0);
        CacheRegisterRelcacheCallback(count_table, (Datum) 0);  /* and triggers */
        changes = 1;
    }

    /*
     * Until the end of the transaction be that role, and see the extension's schema.
     * All is judged anew after each change, and the path is set only where another one
     * is: a statement looks all schemas of a new one up.
     */
    static void
    act_as(Oid role, const extension_row *row)
    {
        static char path[2 * NAMEDATALEN + 32];
        static Oid  schema, judged_role;
        static uint64 judged = 0;   /* changes before */

        if (changes == 0)
            watch_catalogs();
        if (judged != changes || schema != row->schema || judged_role != role)
        {
            uint64      before = changes;

            if (forget_settings(role))
            {
                /* a transaction takes its defaults as it begins */
                commit_transaction();
                begin_transaction();
            }
            strlcpy(path, safe_path(row, role), sizeof(path));
            schema = row->schema;
            judged_role = role;
            judged = before;
        }
        if (strcmp(namespace_search_path, path) != 0)
            SetConfigOption("search_path", path, PGC_USERSET, PGC_S_SESSION);
        become(role);
    }
    """#
}
