import CodeText
import Model

/// `NAME.json`: SQL statements on periods that settings tell.
func cronSpec(named name: String) -> Code<JSON> {
    #"""
    {
      "$schema": "./dynpgext.schema.json",
      "spec": 1,
      "extension": {
        "name": \#(string: name),
        "version": "0.1",
        "comment": "records the size of each database over time"
      },
      "settings": [
        {
          "name": "interval", "type": "duration", "default": "1min", "min": "10ms",
          "comment": "Time between two records."
        },
        {
          "name": "keep", "type": "duration", "default": "7d", "min": "1s",
          "comment": "Age at which a record goes."
        }
      ],
      "workers": [
        {
          "name": "record", "scope": "database", "every": { "setting": "interval" },
          "comment": "records the size of its database",
          "run": { "sql": [
            "INSERT INTO sizes (bytes) VALUES (pg_database_size(current_database()))"
          ] }
        },
        {
          "name": "forget", "scope": "database", "every": { "setting": "interval" },
          "comment": "deletes old records",
          "run": { "sql": [
            \#(string: "DELETE FROM sizes WHERE at < now() - current_setting('\(name).keep')::interval")
          ] }
        }
      ]
    }
    """#
}

/// The user's files for that spec.
func cronFiles(for name: Name) -> [GeneratedFile] {
    let test = sizesTest(name)
    return [
        yours("\(name.text).extra.sql", sizesTable(name)),
        yours("test/postgresql.conf", serverConfiguration(settings: "\(name).interval = '20ms'")),
        yours("test/sql/sizes.sql", test),
        yours("test/expected/sizes.out", silentOutput(of: test)),
        yours(
            "test/try.sql",
            tryScript(
                "CREATE EXTENSION \(name);", hasWorkers: true,
                showing: "SELECT * FROM \(name).sizes ORDER BY at DESC LIMIT 10;")),
    ]
}

private func sizesTable(_ name: Name) -> Code<SQL> {
    """
    -- What the workers write; make puts it behind the generated objects.

    CREATE TABLE \(name).sizes (
        at timestamp with time zone NOT NULL DEFAULT now(),
        bytes bigint NOT NULL
    );
    CREATE INDEX ON \(name).sizes (at);
    COMMENT ON TABLE \(name).sizes IS 'the size of this database over time';

    -- pg_dump takes the rows along.
    SELECT pg_catalog.pg_extension_config_dump('\(name).sizes', '');
    """
}

private func sizesTest(_ name: Name) -> Code<SQL> {
    blocks {
        """
        CREATE EXTENSION \(name);
        """ as Code<SQL>
        awaitProcedure()
        """
        -- Records come.
        CALL pg_temp.await('SELECT count(*) > 1 FROM \(name).sizes WHERE bytes > 0');

        -- Old ones go, the others stay.
        INSERT INTO \(name).sizes VALUES (now() - interval '8 days', 0), (now() - interval '6 days', 1);
        CALL pg_temp.await('SELECT count(*) = 0 FROM \(name).sizes WHERE bytes = 0');
        CALL pg_temp.await('SELECT count(*) = 1 FROM \(name).sizes WHERE bytes = 1');
        DROP EXTENSION \(name);
        """ as Code<SQL>
    }
}
