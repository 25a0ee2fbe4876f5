CREATE EXTENSION cron;

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

-- Records come.
CALL pg_temp.await('SELECT count(*) > 1 FROM cron.sizes WHERE bytes > 0');

-- Old ones go, the others stay.
INSERT INTO cron.sizes VALUES (now() - interval '8 days', 0), (now() - interval '6 days', 1);
CALL pg_temp.await('SELECT count(*) = 0 FROM cron.sizes WHERE bytes = 0');
CALL pg_temp.await('SELECT count(*) = 1 FROM cron.sizes WHERE bytes = 1');
DROP EXTENSION cron;
