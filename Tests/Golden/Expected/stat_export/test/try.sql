-- What make try shows.
\set ON_ERROR_STOP on
\set ECHO queries

CREATE EXTENSION dynpgext;
CREATE EXTENSION stat_export;

-- Two seconds of work.
DO 'BEGIN PERFORM pg_sleep(2); END';
SELECT worker, scope, database, pid, state, reason FROM dynpgext.workers ORDER BY worker;

SELECT * FROM stat_export.workers;
