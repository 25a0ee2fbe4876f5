-- What make try shows.
\set ON_ERROR_STOP on
\set ECHO queries

CREATE EXTENSION dynpgext;
CREATE EXTENSION memory;

SELECT * FROM memory.begun;
SELECT * FROM memory.tally;
SELECT * FROM memory.here;
