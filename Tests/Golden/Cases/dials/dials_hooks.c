#include "postgres.h"

#include "fmgr.h"
#include "utils/builtins.h"

#include "dials.h"

PG_FUNCTION_INFO_V1(dials_dials);

Datum
dials_dials(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(psprintf("%d %d %g %g <%s> <%s> %s %d %d %d",
											  dials_armed, dials_steps, dials_ratio, dials_shift,
											  dials_label, dials_empty,
											  dials_level == DIALS_LEVEL_LOW ? "low" :
											  dials_level == DIALS_LEVEL_ON ? "on" : "middle",
											  dials_pause, dials_buffer, dials_most)));
}

void
dials_turn_run(dials_turn_context *context)
{
	dials_face *face = dials_face_attach();

	face->turns += dials_steps;
	face->level = dials_level;
}
