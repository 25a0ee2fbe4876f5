/*-------------------------------------------------------------------------
 *
 * state.h
 *	  What the loader's processes share.
 *
 * Its moments are those of steady_now(), if nothing else is said.
 *
 *-------------------------------------------------------------------------
 */
#ifndef DYNPGEXT_STATE_H
#define DYNPGEXT_STATE_H

#include "access/transam.h"
#include "postmaster/bgworker.h"
#include "storage/condition_variable.h"
#include "storage/dsm.h"
#include "storage/lwlock.h"
#include "storage/proc.h"
#include "utils/dsa.h"
#include "utils/timestamp.h"

#include "state/table.h"

/* Longest text that is kept, with its end. */
#define LOADER_VERSION_LEN	128
#define LOADER_MESSAGE_LEN	256
#define LOADER_BLOCK_NAME_LEN	128

/* Why a database is not followed, or a worker does not run. */
typedef enum Reason
{
	REASON_NONE,
	REASON_TEMPLATE,
	REASON_NO_CONNECTIONS,
	REASON_INVALID,
	REASON_SCAN_FAILED,
	REASON_DISABLED,
	REASON_OLD_VERSION,
	REASON_RECOVERY,
	REASON_LEASE,
	REASON_UNREAD,
	REASON_PAUSED,
	REASON_CRASHES,
	REASON_SUSPECT,
	REASON_NO_SLOT,
	REASON_BACKOFF,
	REASON_DONE
} Reason;

/* A version of an extension. */
typedef struct ModuleKey
{
	char		name[NAMEDATALEN];
	char		version[LOADER_VERSION_LEN];
} ModuleKey;

/* A database, as pg_database had it. */
typedef struct DatabaseRow
{
	Oid			oid;
	char		name[NAMEDATALEN];
	Reason		skipped;		/* why it is not followed */
	bool		dirty;			/* its pg_extension must be read again */
	bool		scanning;		/* a scanner was launched and has not reported */
	int			failures;		/* scans in a row that did not report */
	TimestampTz next_scan;		/* not before */
	uint64		scanned;		/* the clock when the last scan began */
} DatabaseRow;

/* A database has an extension. */
typedef struct FactRow
{
	Oid			database;
	Oid			extension;		/* tells a new one of the same name */
	Oid			owner;			/* who owned it first; invalid: accepted as it
								 * is */
	ModuleKey	key;
} FactRow;

/* What is known about the library of an extension's version. */
typedef enum ModuleStatus
{
	MODULE_FOUND,				/* speaks Dynpgext; nobody has asked it yet */
	MODULE_READY,				/* its requests are known */
	MODULE_PLAIN,				/* an extension that is none of our business */
	MODULE_BROKEN,				/* its files cannot be used; see the message */
	MODULE_FAILED				/* its init raised; see the message */
} ModuleStatus;

typedef struct ModuleRow
{
	uint32		id;				/* never used twice */
	ModuleKey	key;
	ModuleStatus status;
	char		message[LOADER_MESSAGE_LEN];
	bool		ended;			/* has lost its last database: fini is due */
	int			failures;		/* agents in a row that could not be launched */
	TimestampTz next_try;		/* no agent before */
} ModuleRow;

/* A worker that an extension asked for. */
typedef struct SpecRow
{
	ModuleKey	key;
	int			number;			/* its place among the module's requests */
	int			flags;			/* DYNPGEXT_... */
	BackgroundWorker asked;
} SpecRow;

/* A worker that is to run. */
typedef struct WorkerRow
{
	ModuleKey	key;
	int			spec;			/* number of its SpecRow */
	Oid			database;		/* invalid: global */
	Oid			extension;		/* of the fact it follows from; invalid:
								 * global */
	Oid			connected;		/* a global one's, if it was sent away from
								 * there */
	char		name[BGW_MAXLEN];
	bool		wanted;			/* still follows from the facts */
	bool		done;			/* has exited with 0 */
	bool		late_start;		/* cannot start during recovery */
	bool		suspect;		/* ran at each of the last crashes */
	int			run;			/* its RunSlot, or -1 */
	int64		starts;
	bool		has_exited;
	int			last_exit;
	int			failures;		/* bad exits in a row */
	TimestampTz started_at;		/* by the server's clock */
	TimestampTz next_start;		/* not before */
	uint64		away_at;		/* the clock when it was last kept or sent
								 * away */
	Reason		reason;			/* why it does not run */
} WorkerRow;

/* A block of shared memory. */
typedef struct BlockRow
{
	uint64		made;			/* the clock when it was made; identifies it */
	char		extension_name[NAMEDATALEN];
	char		name[LOADER_BLOCK_NAME_LEN];
	Oid			database;		/* invalid: global */
	Oid			extension;		/* of a database-local one's extension */
	char		version[LOADER_VERSION_LEN];	/* whose it is; empty: of all
												 * versions */
	Oid			made_in;		/* the maker's database, or invalid */
	Oid			made_under;		/* the extension that the maker saw there */
	FullTransactionId xid;		/* perhaps still running maker of the
								 * extension */
	Size		size;			/* as asked for */
	bool		ready;			/* false while its maker prepares it */
	int			maker;			/* pid, while not ready */
	dsm_handle	handle;			/* valid when ready */
} BlockRow;

/* A lock tranche that an extension has asked for. */
typedef struct TrancheRow
{
	char		name[NAMEDATALEN];	/* cut where the server would refuse more */
	int			number;
} TrancheRow;

/* A place in which a worker of an extension runs. */
typedef enum RunState
{
	RUN_FREE,
	RUN_CLAIMED,				/* about to be registered, or waiting to start */
	RUN_ALIVE,
	RUN_EXITED					/* the supervisor has yet to see it */
} RunState;

typedef struct RunSlot
{
	RunState	state;
	uint32		incarnation;	/* counts claims, so that a late start is
								 * noticed */
	pid_t		pid;			/* while alive */
	bool		stop_asked;		/* set before SIGTERM; its worker reads it
								 * without the lock */
	int			exit_code;		/* once exited */
	TimestampTz claimed_at;
	Oid			database;		/* of a database-local worker */
	Oid			connected;		/* the database that it was sent away from */
	ModuleKey	key;			/* whose worker it is */
	BackgroundWorker asked;		/* what main shall find */
} RunSlot;

/* Hints from sessions to the supervisor. */
#define LOADER_MAX_MARKS	32
typedef struct Marks
{
	bool		databases;		/* pg_database has changed */
	bool		everything;		/* more marks than fit, or asked for */
	int			count;
	Oid			dirty[LOADER_MAX_MARKS];
} Marks;

/*
 * Workers that must stay away from a database, and for whom.  Each process has
 * room for so many, so that none is without because of others.
 */
#define LOADER_LEASES_EACH	8
typedef struct Lease
{
	pid_t		pid;			/* who holds it */
	Oid			database;
	char		extension[NAMEDATALEN]; /* whose; empty: of all */
} Lease;

/* Workers that somebody keeps away by hand. */
#define LOADER_MAX_PAUSES	64
typedef struct Pause
{
	char		extension[NAMEDATALEN]; /* empty: free */
	Oid			database;		/* invalid: the global workers */
} Pause;

/* A worker that ran at each of the last crashes. */
typedef struct Suspect
{
	char		extension[NAMEDATALEN];
	char		name[BGW_MAXLEN];
	Oid			database;		/* invalid: global */
} Suspect;

/*
 * The main segment.  Three locks: tables_lock for the tables, the clock and
 * the generation, runs_lock for the slots, marks_lock for marks, leases,
 * pauses and the supervisor's latch.  They nest in this order.  Nothing under the last
 * two can raise an ERROR.
 */
typedef struct LoaderState
{
	LWLock	   *tables_lock;
	LWLock	   *runs_lock;
	LWLock	   *marks_lock;

	/* under tables_lock */
	SharedTable databases;
	SharedTable facts;
	SharedTable modules;
	SharedTable specs;
	SharedTable workers;
	SharedTable blocks;
	SharedTable tranches;
	bool		tranches_short; /* the rest of the numbers is left to others */
	uint64		clock;			/* orders scans and blocks */
	uint64		databases_read; /* the clock when pg_database was last read */
	uint32		last_module;	/* highest ModuleRow id */
	TimestampTz alone_until;	/* a suspect is alone so long */

	/*
	 * Written under tables_lock, read without; see "Locking" in README.md.
	 * Whole in one access where pointers have 64 bits.
	 */
	volatile uint64 generation;

	ConditionVariable block_ready;

	/* what the postmaster has remembered; never changes */
	TimestampTz held_until;		/* no worker starts before */
	int			suspect_count;
	Suspect    *suspects;		/* behind the slots; room for run_count */

	/* under marks_lock */
	Marks		marks;
	int			lease_count;
	Lease	   *leases;			/* behind the suspects */
	Pause		pauses[LOADER_MAX_PAUSES];
	PGPROC	   *supervisor;		/* whom to wake, or NULL */

	/* under runs_lock */
	int			run_count;		/* max_worker_processes */
	RunSlot		runs[FLEXIBLE_ARRAY_MEMBER];
} LoaderState;

/* The locks of LoaderState. */
#define LOADER_LOCK_COUNT	3

/* NULL in a process that cannot use shared memory. */
extern LoaderState *loader_state;

extern Size state_size(void);
extern void state_initialize(LoaderState *state, LWLockPadded *locks);
extern void state_attach(LoaderState *state);
extern bool state_usable(void);
extern void state_require(void);

extern void state_wake_supervisor(void);
extern void marks_add(const Marks *marks);
extern void marks_take(Marks *marks);

extern const char *reason_text(Reason reason);
extern bool module_key_equal(const ModuleKey *a, const ModuleKey *b);

#endif							/* DYNPGEXT_STATE_H */
