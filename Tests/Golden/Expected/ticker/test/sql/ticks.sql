-- The worker of a database counts in it.
CREATE EXTENSION ticker;

-- Looks again and again until a query gives true.
CREATE PROCEDURE pg_temp.await(query text) LANGUAGE plpgsql AS $$
DECLARE
    deadline timestamptz := clock_timestamp() + interval '1 minute';
    done boolean;
BEGIN
    LOOP
        EXECUTE query INTO done;
        EXIT WHEN done;
        IF clock_timestamp() > deadline THEN
            RAISE EXCEPTION 'waited in vain for %', query;
        END IF;
        COMMIT; -- the next look sees what has changed
        PERFORM pg_sleep(0.01);
    END LOOP;
END
$$;

CALL pg_temp.await('SELECT count > 1 AND last_at <= clock_timestamp() FROM ticker.ticks');
DROP EXTENSION ticker;
