-- What the worker tries does, whether be_deaf() goes on, and how long take_time() takes.
CREATE TABLE hard.plan (
    step text NOT NULL
);
CREATE TABLE hard.ears (
    deaf boolean NOT NULL,
    seconds integer NOT NULL
);
INSERT INTO hard.ears VALUES (true, 2);
CREATE TABLE hard.done (
    what text NOT NULL
);

-- Catches each cancel, as an owner of a trusted extension may.
CREATE FUNCTION hard.be_deaf() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    WHILE (SELECT deaf FROM hard.ears) LOOP
        BEGIN
            PERFORM pg_sleep(60);
        EXCEPTION
            WHEN query_canceled THEN NULL;
        END;
    END LOOP;
END
$$;

CREATE FUNCTION hard.take_time() RETURNS void LANGUAGE sql AS $$
    SELECT pg_sleep(seconds) FROM hard.ears;
    INSERT INTO hard.done VALUES ('slow');
$$;
