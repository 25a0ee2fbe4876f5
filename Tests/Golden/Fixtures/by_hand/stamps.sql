CREATE UNLOGGED TABLE @extschema@.stamps (at timestamp with time zone);

-- Makes the statement of a tick one that computes for long, once it is enabled.
CREATE FUNCTION @extschema@.compute() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM count(*) FROM pg_catalog.generate_series(1, 1000000000);
    RETURN NEW;
END
$$;
CREATE TRIGGER compute BEFORE INSERT ON @extschema@.stamps FOR EACH ROW EXECUTE FUNCTION @extschema@.compute();
ALTER TABLE @extschema@.stamps DISABLE TRIGGER compute;
