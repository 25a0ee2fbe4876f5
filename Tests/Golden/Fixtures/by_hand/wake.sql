CREATE FUNCTION @extschema@.tick_wake() RETURNS void AS 'MODULE_PATHNAME', 'by_hand_wake' LANGUAGE C;
