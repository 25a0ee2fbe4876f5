-- A hit counts in its database and in the total.
\pset format unaligned
CREATE EXTENSION counters;

SELECT counters.hit() AS one, counters.hit(weight => 7) AS two, counters.hit(3) AS three;

SELECT count, largest, last_at <= clock_timestamp() AS has_time FROM counters.hits;

-- A reset forgets those of this database only.
DO 'BEGIN PERFORM counters.hits_reset(); END';
SELECT hits.*, total.count AS total FROM counters.hits, counters.total;

DROP EXTENSION counters;
