-- What make try shows.
\set ON_ERROR_STOP on
\set ECHO queries

CREATE EXTENSION dynpgext;
CREATE EXTENSION minimal;
