import CodeText
import Model

/// `NAME.json`: counters of each database and of the server, and no worker.
func countersSpec(named name: String) -> Code<JSON> {
    #"""
    {
      "$schema": "./dynpgext.schema.json",
      "spec": 1,
      "extension": {
        "name": \#(string: name),
        "version": "0.1",
        "comment": "counts hits, in each database and in all"
      },
      "shmem": [
        {
          "name": "hits", "scope": "database", "lock": "lwlock", "view": true, "reset": true,
          "comment": "the hits of one database",
          "fields": [
            { "name": "count", "type": "atomic_uint64", "comment": "hits so far" },
            { "name": "largest", "type": "int8", "comment": "the largest weight of a hit" },
            { "name": "last_at", "type": "timestamptz", "comment": "time of the last hit" }
          ]
        },
        {
          "name": "total", "scope": "global", "view": true,
          "comment": "the hits of all databases",
          "fields": [
            { "name": "count", "type": "atomic_uint64", "comment": "hits so far" }
          ]
        }
      ]
    }
    """#
}

/// The user's files for that spec.
func countersFiles(for name: Name) -> [GeneratedFile] {
    [
        yours("\(name.text)_hooks.c", hitFunctions(name)),
        yours("\(name.text).extra.sql", hitDeclarations(name)),
        yours("test/sql/hits.sql", blocks { for step in hitsTest(name) { step.sql } }),
        yours(
            "test/expected/hits.out",
            lines {
                for step in hitsTest(name) {
                    silentOutput(of: step.sql)
                    step.result
                }
            }),
        yours(
            "test/try.sql",
            tryScript(
                "CREATE EXTENSION \(name);", hasWorkers: false,
                showing: """
                    SELECT \(name).hit(5), \(name).hit(), \(name).hit(2);
                    SELECT * FROM \(name).hits;
                    SELECT * FROM \(name).total;
                    """)),
    ]
}

private func hitFunctions(_ name: Name) -> Code<C> {
    blocks {
        hooksHeading(name)
        #"""
        #include "postgres.h"

        #include "fmgr.h"
        #include "utils/timestamp.h"

        #include "\#(name).h"

        PG_FUNCTION_INFO_V1(\#(name)_hit);

        /*
         * \#(name).hit(weight) counts a hit and returns the hits of this database.
         *
         * Atomic counters need no lock.  What must change together, here a weight
         * and its time, changes under the lock of its block.
         */
        Datum
        \#(name)_hit(PG_FUNCTION_ARGS)
        {
            int64       weight = PG_GETARG_INT64(0);
            TimestampTz now = GetCurrentTimestamp();
            \#(name)_total *total = \#(name)_total_attach();
            \#(name)_hits *hits = \#(name)_hits_lock(LW_EXCLUSIVE);

            hits->largest = Max(hits->largest, weight);
            hits->last_at = now;
            \#(name)_hits_unlock(hits);

            pg_atomic_fetch_add_u64(&total->count, 1);
            PG_RETURN_INT64(pg_atomic_add_fetch_u64(&hits->count, 1));
        }
        """# as Code<C>
    }
}

private func hitDeclarations(_ name: Name) -> Code<SQL> {
    """
    -- Functions in \(name)_hooks.c; make puts them behind the generated objects.

    CREATE FUNCTION \(name).hit(weight bigint DEFAULT 1) RETURNS bigint
    AS 'MODULE_PATHNAME', '\(name)_hit'
    LANGUAGE C STRICT;
    COMMENT ON FUNCTION \(name).hit IS 'counts a hit and returns the hits of this database';
    """
}

/// Statements of a test, and what psql prints behind them.
private struct TestStep {
    let sql: Code<SQL>
    var result: Code<SQL> = .empty
}

private func hitsTest(_ name: Name) -> [TestStep] {
    [
        TestStep(
            sql: #"""
                -- A hit counts in its database and in the total.
                \pset format unaligned
                CREATE EXTENSION \#(name);
                """#),
        TestStep(
            sql:
                "SELECT \(name).hit() AS one, \(name).hit(weight => 7) AS two, \(name).hit(3) AS three;",
            result: """
                one|two|three
                1|2|3
                (1 row)
                """),
        TestStep(
            sql:
                "SELECT count, largest, last_at <= clock_timestamp() AS has_time FROM \(name).hits;",
            result: """
                count|largest|has_time
                3|7|t
                (1 row)
                """),
        TestStep(
            sql: """
                -- A reset forgets those of this database only.
                DO 'BEGIN PERFORM \(name).hits_reset(); END';
                SELECT hits.*, total.count AS total FROM \(name).hits, \(name).total;
                """,
            result: """
                count|largest|last_at|total
                0|0||3
                (1 row)
                """),
        TestStep(sql: "DROP EXTENSION \(name);"),
    ]
}
