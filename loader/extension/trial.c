/*-------------------------------------------------------------------------
 *
 * trial.c
 *	  Runs an extension's init in a child process first.
 *
 * A worker that crashes, or calls exit(), takes the whole server down, and
 * would do so again after each restart.  So the library is first opened, and
 * its init run, in a child that the postmaster does not know: of the agent, of
 * a session that looks up a block before the agent came, or of the postmaster
 * itself while it starts.  The child has no PGPROC, so it can neither take a
 * lock that is held nor look up a block, and it forgets the exit callbacks that
 * it inherited.
 *
 * The child sends one byte through a pipe: OK, DECLINED by an extension that
 * does not want to be preloaded, or FAILED with a message.  A pipe that closes
 * without one tells that the process ended in between.
 *
 * Locking: none.
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include <dirent.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "libpq/pqsignal.h"
#include "miscadmin.h"
#include "storage/ipc.h"
#include "storage/proc.h"
#include "tcop/tcopprot.h"
#include "utils/guc.h"

#include "base/compat.h"
#include "base/steady.h"
#include "extension/module.h"
#include "extension/trial.h"

/* The time that init has, and when the child ends itself at the latest. */
#define TRIAL_LIMIT_MS	2000
#define TRIAL_ALARM_S	4

#define TRIAL_OK	'+'
#define TRIAL_FAILED	'-'
#define TRIAL_DECLINED	'0'

/* So long a thread may take to be gone that init has ended. */
#define THREAD_GRACE_MS	100

/* The threads of this process; 1 where that cannot be told. */
static int
count_threads(void)
{
	DIR		   *directory = opendir("/proc/self/task");
	struct dirent *entry;
	int			count = 0;

	if (directory == NULL)
		return 1;
	while ((entry = readdir(directory)) != NULL)
		count += entry->d_name[0] != '.';
	(void) closedir(directory);
	return count;
}

/*
 * Has the library left a thread in this process?  The postmaster must have
 * one only: it forks, and does much in signal handlers.
 */
static bool
leaves_thread(void)
{
	TimestampTz limit = TimestampTzPlusMilliseconds(steady_now(), THREAD_GRACE_MS);

	while (count_threads() > 1)
	{
		if (steady_now() >= limit)
			return true;
		pg_usleep(1000);
	}
	return false;
}

/* What the child does. */
static void
try_module(const ModuleKey *key, int out)
{
	Module	   *module;
	char		report[LOADER_MESSAGE_LEN] = {TRIAL_OK, '\0'};
	const char *failure;
	ssize_t		sent;

	on_exit_reset();
	MyProcPid = getpid();
	MyProc = NULL;
	pqsignal(SIGTERM, PG_SIG_DFL);
	pqsignal(SIGALRM, PG_SIG_DFL);
	/* the postmaster blocks signals while it starts */
	(void) sigprocmask(SIG_SETMASK, &UnBlockSig, NULL);
	(void) alarm(TRIAL_ALARM_S);
	/* the parent will say it all again */
	whereToSendOutput = DestNone;
	LOADER_LOG_LEVEL = PANIC;

	module = module_open(key);
	failure = module == NULL ? "its files are not those of a Dynpgext extension any more"
		: module->failure;
	if (failure == NULL && process_shared_preload_libraries_in_progress && leaves_thread())
		failure = "it leaves a thread in its process";
	if (failure != NULL)
	{
		report[0] = TRIAL_FAILED;
		strlcpy(report + 1, failure, sizeof(report) - 1);
	}
	else if (module->declined)
		report[0] = TRIAL_DECLINED;
	sent = write(out, report, strlen(report));
	_exit(sent == (ssize_t) strlen(report) ? 0 : 1);
}

/* Reads a report, of at most size - 1 bytes, until it ends or time is up. */
static bool
read_report(int in, char *report, size_t size)
{
	TimestampTz limit = TimestampTzPlusMilliseconds(steady_now(), TRIAL_LIMIT_MS);
	size_t		length = 0;

	for (;;)
	{
		struct pollfd wait = {in, POLLIN, 0};
		int64		left = (limit - steady_now()) / 1000;
		ssize_t		got;

		if (left <= 0)
			return false;
		if (poll(&wait, 1, (int) left) <= 0)
			continue;
		got = read(in, report + length, size - 1 - length);
		if (got < 0 && errno == EINTR)
			continue;
		if (got > 0)
			length += (size_t) got;
		if (got > 0 && length < size - 1)
			continue;
		report[length] = '\0';
		return true;
	}
}

/* How a child ended that sent no report. */
static char *
describe_end(int status)
{
	if (WIFSIGNALED(status))
		return psprintf("_Dynpgext_init ended its process with signal %d", WTERMSIG(status));
	return psprintf("_Dynpgext_init ended its process with exit code %d", WEXITSTATUS(status));
}

/*
 * Tries a module; returns why it must not be used, or NULL if it may.  Then
 * *declined tells that it does not want to be preloaded.
 */
char *
trial_run(const ModuleKey *key, bool *declined)
{
	char		report[LOADER_MESSAGE_LEN];
	int			ends[2];
	int			status = 0;
	bool		in_time;
	pid_t		child;

	if (pipe(ends) != 0)
		return psprintf("it could not be tried: %m");
	fflush(NULL);
	child = fork();
	if (child == 0)
		try_module(key, ends[1]);
	close(ends[1]);
	if (child < 0)
	{
		close(ends[0]);
		return psprintf("it could not be tried: %m");
	}

	in_time = read_report(ends[0], report, sizeof(report));
	close(ends[0]);
	if (!in_time)
		(void) kill(child, SIGKILL);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (!in_time)
		return psprintf("_Dynpgext_init did not return within %d ms", TRIAL_LIMIT_MS);
	if (report[0] == '\0')
		return describe_end(status);
	*declined = report[0] == TRIAL_DECLINED;
	return report[0] == TRIAL_FAILED ? pstrdup(report + 1) : NULL;
}
