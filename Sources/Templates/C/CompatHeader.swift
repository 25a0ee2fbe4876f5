import CodeText

/// `pg_compat.h`: the same in every extension.
func compatHeader() -> Code<C> {
    blocks {
        generatedHeading(
            file: "pg_compat.h",
            purpose: "What differs between PostgreSQL 13 and 18, and nothing else.")
        #"""
        #ifndef PG_COMPAT_H
        #define PG_COMPAT_H

        #include "fmgr.h"
        #include "utils/guc.h"

        #if PG_VERSION_NUM < 130000
        #error "PostgreSQL 13 or later is required"
        #endif

        /* 14 moved the report of activity and the wait events out of pgstat.h */
        #if PG_VERSION_NUM >= 140000
        #include "utils/backend_status.h"
        #include "utils/wait_event.h"
        #endif
        #include "pgstat.h"

        /* 14 can be asked to describe objects that are gone */
        #if PG_VERSION_NUM < 140000
        #define describe_object(object) getObjectDescription(object)
        #else
        #define describe_object(object) getObjectDescription(object, true)
        #endif

        /* 15 analyzes by another name */
        #if PG_VERSION_NUM < 150000
        #define pg_analyze_and_rewrite_fixedparams pg_analyze_and_rewrite
        #endif

        /* 16 keeps its settings in a hash table */
        #if PG_VERSION_NUM < 160000
        #define list_settings(count) (*(count) = GetNumConfigOptions(), get_guc_variables())
        #else
        #define list_settings(count) get_guc_variables(count)
        #endif

        /* 17 names what an extension waits for, and has the number of our process in a variable */
        #if PG_VERSION_NUM < 170000
        #define WaitEventExtensionNew(name) PG_WAIT_EXTENSION
        #define MyProcNumber (MyProc->pgprocno)
        #endif

        /* 17 lets a worker be a role that cannot log in */
        #ifndef BGWORKER_BYPASS_ROLELOGINCHECK
        #define BGWORKER_BYPASS_ROLELOGINCHECK 0
        #endif

        /* 18 runs a portal once */
        #if PG_VERSION_NUM >= 180000
        #define run_portal(portal, receiver) \
            PortalRun(portal, FETCH_ALL, true, receiver, receiver, NULL)
        #else
        #define run_portal(portal, receiver) \
            PortalRun(portal, FETCH_ALL, true, true, receiver, receiver, NULL)
        #endif

        /* 15 reserves the prefix of settings; before, unknown ones are only warned of */
        #if PG_VERSION_NUM < 150000
        #define MarkGUCPrefixReserved(prefix) EmitWarningsOnPlaceholders(prefix)
        #endif

        /* 18 lets a module tell its name and version */
        #if PG_VERSION_NUM >= 180000
        #define MODULE_MAGIC(name_, version_) \
            PG_MODULE_MAGIC_EXT(.name = (name_), .version = (version_))
        #else
        #define MODULE_MAGIC(name_, version_) PG_MODULE_MAGIC
        #endif

        #endif                          /* PG_COMPAT_H */
        """# as Code<C>
    }
}
