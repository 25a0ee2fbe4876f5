-- What make try shows.
\set ON_ERROR_STOP on
\set ECHO queries

CREATE EXTENSION dynpgext;
CREATE EXTENSION counters;

SELECT counters.hit(5), counters.hit(), counters.hit(2);
SELECT * FROM counters.hits;
SELECT * FROM counters.total;
