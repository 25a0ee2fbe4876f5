/*-------------------------------------------------------------------------
 *
 * stat_export_hooks.c
 *	  The C code of "stat_export" that is yours.
 *
 * Each database writes stat_export/OID.prom in the data directory.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include <sys/stat.h>

#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "storage/fd.h"

#include "stat_export.h"

#define DIRECTORY "stat_export"

/* Columns of the query below. */
enum
{
	NAME = 1,
	TYPE,
	HELP,
	LABELS,
	VALUE
};

/*
 * The metrics in Prometheus' text format.
 */
static void
append_metrics(StringInfo text)
{
	const char *last = "";

	SPI_connect();
	if (SPI_execute("SELECT name, type, help, labels, value FROM metrics AS m "
					"WHERE m IS NOT NULL ORDER BY name, labels", true, 0) != SPI_OK_SELECT)
		elog(ERROR, "cannot read the metrics");
	for (uint64 row = 0; row < SPI_processed; row++)
	{
		char	   *values[VALUE + 1];

		for (int column = NAME; column <= VALUE; column++)
			values[column] = SPI_getvalue(SPI_tuptable->vals[row], SPI_tuptable->tupdesc, column);
		if (strcmp(last, values[NAME]) != 0)
			appendStringInfo(text, "# HELP %s %s\n# TYPE %s %s\n",
							 values[NAME], values[HELP], values[NAME], values[TYPE]);
		appendStringInfo(text, "%s{%s} %s\n", values[NAME], values[LABELS], values[VALUE]);
		last = values[NAME];
	}
	SPI_finish();
}

/*
 * Write a file aside and put it in place by one rename, so that a reader finds
 * the old one or the new one.  Everybody may read it: that is what it is for.
 */
static void
write_file(const char *path, const StringInfoData *text)
{
	char	   *aside = psprintf("%s.tmp", path);
	FILE	   *file = AllocateFile(aside, PG_BINARY_W);

	if (file == NULL ||
		fputs(text->data, file) == EOF ||
		chmod(aside, 0644) != 0 ||
		FreeFile(file) != 0 ||
		rename(aside, path) != 0)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not write file \"%s\": %m", path)));
}

void
stat_export_write_run(stat_export_write_context *context)
{
	StringInfoData text;

	if (MakePGDirectory(DIRECTORY) != 0 && errno != EEXIST)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not create directory \"%s\": %m", DIRECTORY)));

	initStringInfo(&text);
	append_metrics(&text);
	write_file(psprintf("%s/%u.prom", DIRECTORY, MyDatabaseId), &text);
}
