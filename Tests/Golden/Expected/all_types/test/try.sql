-- What make try shows.
\set ON_ERROR_STOP on
\set ECHO queries

CREATE EXTENSION dynpgext;
CREATE EXTENSION all_types;

-- Two seconds of work.
DO 'BEGIN PERFORM pg_sleep(2); END';
SELECT worker, scope, database, pid, state, reason FROM dynpgext.workers ORDER BY worker;

SELECT * FROM every.workers;
SELECT * FROM every.locked;
SELECT * FROM every.plain;
SELECT * FROM every.counters;
