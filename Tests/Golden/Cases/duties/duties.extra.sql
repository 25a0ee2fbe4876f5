-- What the workers write; make puts it behind the generated objects.

CREATE TABLE duties.done (
    id bigint GENERATED ALWAYS AS IDENTITY,
    what text NOT NULL
);

CREATE TABLE duties.jobs (
    id integer PRIMARY KEY
);

-- Fails as a test says.
CREATE TABLE duties.plan (
    step text NOT NULL
);

CREATE FUNCTION duties.step() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    command text;
BEGIN
    FOR command IN SELECT step FROM duties.plan LOOP
        EXECUTE command;
    END LOOP;
END
$$;
