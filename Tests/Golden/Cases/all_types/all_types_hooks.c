/*
 * Values that tell each type and each element from every other.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/timestamp.h"

#include "all_types.h"

#define FILL(block, n) \
	do { \
		(block)->a_bool = true; \
		(block)->a_int2 = -2 * (n); \
		(block)->a_int4 = PG_INT32_MIN; \
		(block)->a_int8 = PG_INT64_MIN; \
		(block)->a_uint4 = PG_UINT32_MAX; \
		(block)->a_uint8 = PG_UINT64_MAX; \
		(block)->a_float4 = 1.5; \
		(block)->a_float8 = -2.25; \
		(block)->a_oid = 4294967295U; \
		(block)->a_timestamptz = USECS_PER_DAY; \
		strlcpy((block)->a_text, "gr\303\274\303\237e", sizeof((block)->a_text)); \
		memcpy((block)->a_bytes, "\0\1\2\3\4\5\6\377", 8); \
		pg_atomic_write_u32(&(block)->a_atomic_uint32, PG_UINT32_MAX); \
		pg_atomic_write_u64(&(block)->a_atomic_uint64, PG_UINT64_MAX); \
		for (int i = 0; i < 3; i++) \
		{ \
			(block)->some_bool[i] = i == 1; \
			(block)->some_int2[i] = i - 1; \
			(block)->some_int4[i] = i * 100000; \
			(block)->some_int8[i] = i * INT64CONST(10000000000); \
			(block)->some_uint4[i] = PG_UINT32_MAX - i; \
			(block)->some_uint8[i] = PG_UINT64_MAX - i; \
			(block)->some_float4[i] = i / 2.0; \
			(block)->some_float8[i] = i / 4.0; \
			(block)->some_oid[i] = i; \
			(block)->some_timestamptz[i] = (i + 1) * USECS_PER_DAY; \
			snprintf((block)->some_text[i], sizeof((block)->some_text[i]), "text %d", i); \
			memset((block)->some_bytes[i], i, sizeof((block)->some_bytes[i])); \
			pg_atomic_write_u32(&(block)->some_atomic_uint32[i], i); \
			pg_atomic_write_u64(&(block)->some_atomic_uint64[i], i * INT64CONST(10000000000)); \
		} \
	} while (0)

void
all_types_fill_run(all_types_fill_context *context)
{
	all_types_locked *locked = all_types_locked_lock(LW_EXCLUSIVE);

	FILL(locked, 1);
	all_types_locked_unlock(locked);
	FILL(all_types_plain_attach(), 2);
	memset(all_types_raw_local_attach()->data, 1, sizeof(all_types_raw_local_attach()->data));
}

/* Without a database there are global blocks only. */
void
all_types_lone_run(all_types_lone_context *context)
{
	pg_atomic_fetch_add_u32(&all_types_counters_attach()->hits, 1);
	if (context->tick == 0)
		ereport(LOG, (errmsg("lone is here")));
}

void
all_types_shared_run(all_types_shared_context *context)
{
	all_types_raw *raw = all_types_raw_lock(LW_EXCLUSIVE);

	raw->data[0]++;
	all_types_raw_unlock(raw);
	if (context->tick == 0)
		ereport(LOG, (errmsg("shared is here")));
}

void
all_types_reader_run(all_types_reader_context *context)
{
	if (context->tick == 0)
		ereport(LOG, (errmsg("reader is %s", GetUserNameFromId(GetUserId(), false))));
}
