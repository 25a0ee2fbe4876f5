#include "postgres.h"

#include "fmgr.h"
#include "utils/timestamp.h"

#include "tempo.h"

PG_FUNCTION_INFO_V1(tempo_pace);

/* A library of another version exports the same name. */
extern PGDLLEXPORT int tempo_exported(void);

int
tempo_exported(void)
{
    return 1 * 1000000;
}

Datum
tempo_pace(PG_FUNCTION_ARGS)
{
    PG_RETURN_INT32(tempo_exported() + tempo_interval);
}

void
tempo_beat_run(tempo_beat_context *context)
{
    tempo_notes *notes = tempo_notes_attach();
    tempo_beats *beats = tempo_beats_lock(LW_EXCLUSIVE);

    beats->version = 1;
    if (beats->first_at == 0)
        beats->first_at = GetCurrentTimestamp();
    tempo_beats_unlock(beats);
    pg_atomic_fetch_add_u64(&beats->count, 1);
    notes->a = 1;
    if (notes->first_at == 0)
        notes->first_at = GetCurrentTimestamp();
    if (1 == 1)
        tempo_moved_attach()->x = 7;
}
