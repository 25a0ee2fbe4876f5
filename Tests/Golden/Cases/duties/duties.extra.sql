-- What the workers write; make puts it behind the generated objects.

CREATE TABLE duties.done (
    id bigint GENERATED ALWAYS AS IDENTITY,
    what text NOT NULL
);

CREATE TABLE duties.jobs (
    id integer PRIMARY KEY
);

-- What a test wants the worker steps and the sessions of rebuild to do.
CREATE TABLE duties.plan (
    step text NOT NULL
);
CREATE TABLE duties.session_plan (
    step text NOT NULL
);

CREATE FUNCTION duties.step(plan text DEFAULT 'plan') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    command text;
BEGIN
    FOR command IN EXECUTE format('SELECT step FROM duties.%I', plan) LOOP
        EXECUTE command;
    END LOOP;
END
$$;
