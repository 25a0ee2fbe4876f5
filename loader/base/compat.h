/*-------------------------------------------------------------------------
 *
 * compat.h
 *	  What differs between PostgreSQL 13 and 19; no other file of the loader
 *	  tests PG_VERSION_NUM.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_COMPAT_H
#define DYNPGEXT_COMPAT_H

#include "fmgr.h"
#include "pgstat.h"
#include "postmaster/bgworker.h"
#include "utils/guc.h"

#if PG_VERSION_NUM < 130000
#error "PostgreSQL 13 or later is required"
#endif

#if PG_VERSION_NUM >= 140000
#include "utils/wait_event.h"
#endif

/* The module's own description, since 18 with name and version. */
#if PG_VERSION_NUM >= 180000
#define LOADER_MODULE_MAGIC	PG_MODULE_MAGIC_EXT(.name = "dynpgext", .version = "0.1.0")
#else
#define LOADER_MODULE_MAGIC	PG_MODULE_MAGIC
#endif

#if PG_VERSION_NUM < 150000
#define MarkGUCPrefixReserved(prefix)	EmitWarningsOnPlaceholders(prefix)
#endif

/* The functions that test privileges are generic since 16. */
#if PG_VERSION_NUM >= 160000
#define LOADER_OWNS_DATABASE(database, role) \
	object_ownercheck(DatabaseRelationId, database, role)
#define LOADER_MAY_USE_TABLESPACE(tablespace, role) \
	(object_aclcheck(TableSpaceRelationId, tablespace, role, ACL_CREATE) == ACLCHECK_OK)
#define LOADER_OWNS_EXTENSION(extension, role) \
	object_ownercheck(ExtensionRelationId, extension, role)
#else
#define LOADER_OWNS_DATABASE(database, role)	pg_database_ownercheck(database, role)
#define LOADER_MAY_USE_TABLESPACE(tablespace, role) \
	(pg_tablespace_aclcheck(tablespace, role, ACL_CREATE) == ACLCHECK_OK)
#define LOADER_OWNS_EXTENSION(extension, role)	pg_extension_ownercheck(extension, role)
#endif

/* A transaction's time is limited since 17. */
#if PG_VERSION_NUM >= 170000
#define LOADER_HAS_TRANSACTION_TIMEOUT
#endif

/* What is logged depends on the kind of process since 19. */
#if PG_VERSION_NUM >= 190000
#define LOADER_LOG_LEVEL	log_min_messages[MyBackendType]
#else
#define LOADER_LOG_LEVEL	log_min_messages
#endif

/* 19 passes more to a signal handler, and has its own names for the usual ones. */
#ifndef PG_SIG_DFL
#define PG_SIG_DFL	SIG_DFL
#endif

/*
 * 19 gives a lock tranche its name once for the server, and has 256 of them,
 * numbered one after the other; how many are left after one follows from its
 * number.
 */
#if PG_VERSION_NUM >= 190000
#define LOADER_NEW_TRANCHE(name)	LWLockNewTrancheId(name)
#define LOADER_TRANCHES_LEFT(number) \
	(LWTRANCHE_FIRST_USER_DEFINED + 256 - 1 - (number))
#else
#define LOADER_NEW_TRANCHE(name)	LWLockNewTrancheId()
#define LOADER_TRANCHES_LEFT(number)	(LWTRANCHE_FIRST_USER_DEFINED + 65536 - 1 - (number))
#endif

/* The suffix of libraries is in a header since 15. */
#ifndef DLSUFFIX
#define DLSUFFIX	".so"
#endif

/* Shared memory is asked for in a hook since 15, in _PG_init() before. */
#if PG_VERSION_NUM >= 150000
#define LOADER_HAS_REQUEST_HOOK
#endif

/* The utility hook's parameters, and the call that passes them on. */
#if PG_VERSION_NUM >= 140000
#define UTILITY_PARAMETERS \
	PlannedStmt *pstmt, const char *queryString, bool readOnlyTree, \
	ProcessUtilityContext context, ParamListInfo params, \
	QueryEnvironment *queryEnv, DestReceiver *dest, QueryCompletion *qc
#define UTILITY_ARGUMENTS \
	pstmt, queryString, readOnlyTree, context, params, queryEnv, dest, qc
#else
#define UTILITY_PARAMETERS \
	PlannedStmt *pstmt, const char *queryString, \
	ProcessUtilityContext context, ParamListInfo params, \
	QueryEnvironment *queryEnv, DestReceiver *dest, QueryCompletion *qc
#define UTILITY_ARGUMENTS \
	pstmt, queryString, context, params, queryEnv, dest, qc
#endif

/*
 * PostgreSQL 18 looks for extensions on a path, and searches libraries named
 * $libdir/x on dynamic_library_path.
 */
#if PG_VERSION_NUM >= 180000
#define LOADER_CONTROL_PATH	Extension_control_path
#define LOADER_STRIPS_LIBDIR	true
#else
#define LOADER_CONTROL_PATH	"$system"
#define LOADER_STRIPS_LIBDIR	false
#endif

#endif							/* DYNPGEXT_COMPAT_H */
