-- What the workers write; make puts it behind the generated objects.

CREATE TABLE cron.sizes (
    at timestamp with time zone NOT NULL DEFAULT now(),
    bytes bigint NOT NULL
);
CREATE INDEX ON cron.sizes (at);
COMMENT ON TABLE cron.sizes IS 'the size of this database over time';

-- pg_dump takes the rows along.
SELECT pg_catalog.pg_extension_config_dump('cron.sizes', '');
