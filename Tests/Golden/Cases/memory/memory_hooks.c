/*
 * What the live tests do with the blocks.
 */
#include "postgres.h"

#include <sys/wait.h>
#include <unistd.h>

#include "fmgr.h"
#include "miscadmin.h"
#include "storage/latch.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/timestamp.h"

#include "memory.h"

PG_FUNCTION_INFO_V1(memory_scribble);
PG_FUNCTION_INFO_V1(memory_set_x);
PG_FUNCTION_INFO_V1(memory_set_x_in_child);
PG_FUNCTION_INFO_V1(memory_hammer);
PG_FUNCTION_INFO_V1(memory_watch);
PG_FUNCTION_INFO_V1(memory_hold);
PG_FUNCTION_INFO_V1(memory_locks);
PG_FUNCTION_INFO_V1(memory_release);
PG_FUNCTION_INFO_V1(memory_raw_bytes);
PG_FUNCTION_INFO_V1(memory_unlocked);
PG_FUNCTION_INFO_V1(memory_tear);
PG_FUNCTION_INFO_V1(memory_tranche);

/* Uses a block when the library is opened by the postmaster, if asked to. */
__attribute__((constructor)) static void
use_early(void)
{
	if (process_shared_preload_libraries_in_progress &&
		GetConfigOption("early.use", true, false) != NULL)
		memory_tally_attach();
}

void
memory_begun_init(memory_begun *block)
{
	block->hooked_at = USECS_PER_DAY;
}

void
memory_raw_init(memory_raw *block)
{
	memset(block->data, 'r', sizeof(block->data));
}

void
memory_guarded_init(memory_guarded *block)
{
	memset(block->data, 'g', sizeof(block->data));
}

void
memory_lost_run(memory_lost_context *context)
{
	memory_here_attach();
}

/* Overwrites every field of the block with defaults. */
Datum
memory_scribble(PG_FUNCTION_ARGS)
{
	memory_begun *begun = memory_begun_lock(LW_EXCLUSIVE);

	begun->a_bool = false;
	begun->a_int2 = begun->a_int4 = begun->a_int8 = begun->a_uint4 = begun->a_uint8 = 1;
	begun->a_float4 = begun->a_float8 = begun->a_oid = begun->no_int8 = 1;
	memset(begun->a_text, 'z', sizeof(begun->a_text));
	memset(begun->a_bytes, 'z', sizeof(begun->a_bytes));
	memset(begun->some_text, 'z', sizeof(begun->some_text));
	memset(begun->no_bytes, 'z', sizeof(begun->no_bytes));
	pg_atomic_write_u32(&begun->a_atomic_uint32, 1);
	pg_atomic_write_u64(&begun->a_atomic_uint64, 1);
	for (int i = 0; i < 2; i++)
	{
		begun->some_int4[i] = 1;
		begun->some_timestamptz[i] = USECS_PER_DAY;
		pg_atomic_write_u32(&begun->some_atomic_uint32[i], 1);
	}
	begun->hooked_at = 0;
	memory_begun_unlock(begun);
	PG_RETURN_VOID();
}

Datum
memory_set_x(PG_FUNCTION_ARGS)
{
	memory_here_attach()->x = PG_GETARG_INT32(0);
	PG_RETURN_VOID();
}

/* Sets x in a child of this process, by the pointer that the parent has found. */
Datum
memory_set_x_in_child(PG_FUNCTION_ARGS)
{
	pid_t		child;

	memory_here_attach();
	child = fork();
	if (child == 0)
	{
		memory_here_attach()->x = PG_GETARG_INT32(0);
		_exit(0);
	}
	waitpid(child, NULL, 0);
	PG_RETURN_VOID();
}

/* Counts rounds of a session under the lock; each may be the last. */
Datum
memory_hammer(PG_FUNCTION_ARGS)
{
	int64		rounds = PG_GETARG_INT64(0);
	int			session = PG_GETARG_INT32(1);

	for (int64 i = 0; i < rounds; i++)
	{
		memory_tally *tally = memory_tally_lock(LW_EXCLUSIVE);

		tally->ones++;
		memset(tally->pattern, (int) (tally->ones & 0xff), sizeof(tally->pattern));
		tally->parts[session]++;
		tally->twos += 2;
		memory_tally_unlock(tally);
		CHECK_FOR_INTERRUPTS();
	}
	PG_RETURN_VOID();
}

/* Counts rounds of a session without the lock. */
Datum
memory_unlocked(PG_FUNCTION_ARGS)
{
	int64		rounds = PG_GETARG_INT64(0);
	int			session = PG_GETARG_INT32(1);

	for (int64 i = 0; i < rounds; i++)
	{
		pg_atomic_fetch_add_u64(&memory_tally_attach()->hits, 1);
		pg_atomic_fetch_add_u64(&memory_tally_attach()->shares[session], 1);
		CHECK_FOR_INTERRUPTS();
	}
	PG_RETURN_VOID();
}

/* Looks at the tally again and again; the looks that saw it torn. */
Datum
memory_watch(PG_FUNCTION_ARGS)
{
	int64		looks = PG_GETARG_INT64(0);
	int64		torn = 0;

	for (int64 i = 0; i < looks; i++)
	{
		memory_tally *tally = memory_tally_lock(LW_SHARED);
		bool		whole = 2 * tally->ones == tally->twos;

		for (int j = 0; j < 64; j++)
			whole = whole && tally->pattern[j] == (uint8) (tally->ones & 0xff);
		memory_tally_unlock(tally);
		torn += !whole;
		CHECK_FOR_INTERRUPTS();
	}
	PG_RETURN_INT64(torn);
}

/* Holds the lock of the tally from "first" to "second", a minute at most. */
Datum
memory_hold(PG_FUNCTION_ARGS)
{
	memory_here *here = memory_here_attach();
	memory_tally *tally = memory_tally_lock(LW_EXCLUSIVE);

	pg_atomic_write_u32(&here->first, 1);
	for (int i = 0; i < 60000 && pg_atomic_read_u32(&here->second) == 0; i++)
		pg_usleep(1000);
	memory_tally_unlock(tally);
	PG_RETURN_VOID();
}

/* Finds every block that has a lock, and takes none. */
Datum
memory_locks(PG_FUNCTION_ARGS)
{
	memory_tally_attach();
	memory_begun_attach();
	memory_guarded_attach();
	PG_RETURN_VOID();
}

Datum
memory_release(PG_FUNCTION_ARGS)
{
	pg_atomic_write_u32(&memory_here_attach()->second, 1);
	PG_RETURN_VOID();
}

/* The bytes of both raw blocks. */
Datum
memory_raw_bytes(PG_FUNCTION_ARGS)
{
	memory_raw *raw = memory_raw_attach();
	memory_guarded *guarded = memory_guarded_lock(LW_SHARED);
	char		text[sizeof(raw->data) + sizeof(guarded->data) + 1] = {0};

	memcpy(text, raw->data, sizeof(raw->data));
	memcpy(text + sizeof(raw->data), guarded->data, sizeof(guarded->data));
	memory_guarded_unlock(guarded);
	PG_RETURN_TEXT_P(cstring_to_text(text));
}

/* The number of a lock's name. */
Datum
memory_tranche(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(memory_begun_attach()->lock.tranche);
}

/* Makes the tally look like one of another layout. */
Datum
memory_tear(PG_FUNCTION_ARGS)
{
	memory_tally_attach()->_layout ^= PG_GETARG_INT32(0);
	PG_RETURN_VOID();
}
