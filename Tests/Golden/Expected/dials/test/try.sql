-- What make try shows.
\set ON_ERROR_STOP on
\set ECHO queries

CREATE EXTENSION dynpgext;
SET client_min_messages = warning;
CREATE SCHEMA dials;
CREATE EXTENSION dials SCHEMA dials CASCADE;

-- Two seconds of work.
DO 'BEGIN PERFORM pg_sleep(2); END';
SELECT worker, scope, database, pid, state, reason FROM dynpgext.workers ORDER BY worker;

SELECT * FROM dials.workers;
SELECT * FROM dials.face;
