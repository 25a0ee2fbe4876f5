-- The worker "record" fills this table as the extension's owner.
CREATE TABLE pulse.log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamp with time zone NOT NULL DEFAULT now(),
    beats numeric NOT NULL
);
