/*-------------------------------------------------------------------------
 *
 * pulse_hooks.c
 *	  The C code of "pulse" that is yours.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "utils/timestamp.h"

#include "pulse.h"

/*
 * Count one beat in the memory of this database and in that of the server.
 */
void
pulse_beat_run(pulse_beat_context *context)
{
	TimestampTz now = GetCurrentTimestamp();
	pulse_beats *beats = pulse_beats_lock(LW_EXCLUSIVE);

	if (beats->last_at != 0)
		beats->recent[context->tick % lengthof(beats->recent)] = now - beats->last_at;
	beats->last_at = now;
	strlcpy(beats->note, "alive", sizeof(beats->note));
	pulse_beats_unlock(beats);

	pg_atomic_fetch_add_u64(&beats->count, 1);
	pg_atomic_fetch_add_u64(&pulse_total_attach()->count, 1);
	if (pulse_announce)
		ereport(LOG, (errmsg("beat")));
}

void
pulse_watch_run(pulse_watch_context *context)
{
	ereport(LOG,
			(errmsg("beats of all databases: " UINT64_FORMAT,
					pg_atomic_read_u64(&pulse_total_attach()->count))));
}
