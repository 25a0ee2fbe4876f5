import CodeText
import Model

/// `NAME.json`: a counter and a worker in each database, and one worker for the server.
func workerSpec(named name: String) -> Code<JSON> {
    #"""
    {
      "$schema": "./dynpgext.schema.json",
      "spec": 1,
      "extension": {
        "name": \#(string: name),
        "version": "0.1",
        "comment": "counts ticks in each database"
      },
      "settings": [
        {
          "name": "interval", "type": "duration", "default": "1s", "min": "10ms",
          "comment": "Time between two ticks."
        }
      ],
      "shmem": [
        {
          "name": "ticks", "scope": "database", "lock": "lwlock", "view": true,
          "comment": "the ticks of one database",
          "fields": [
            { "name": "count", "type": "atomic_uint64", "comment": "ticks so far" },
            { "name": "last_at", "type": "timestamptz", "comment": "time of the last tick" }
          ]
        }
      ],
      "workers": [
        {
          "name": "tick", "scope": "database", "every": { "setting": "interval" }, "run": { "c": true },
          "comment": "counts a tick in its database"
        },
        {
          "name": "watch", "scope": "global", "every": "1min", "run": { "c": true },
          "comment": "tells the server log that it is there"
        }
      ]
    }
    """#
}

/// The user's files for that spec.
func workerFiles(for name: Name) -> [GeneratedFile] {
    let test = ticksTest(name)
    return [
        yours("\(name.text)_hooks.c", tickHooks(name)),
        yours("test/postgresql.conf", serverConfiguration(settings: "\(name).interval = '20ms'")),
        yours("test/sql/ticks.sql", test),
        yours("test/expected/ticks.out", silentOutput(of: test)),
    ]
}

private func tickHooks(_ name: Name) -> Code<C> {
    blocks {
        hooksHeading(name)
        #"""
        #include "postgres.h"

        #include "utils/timestamp.h"

        #include "\#(name).h"

        /*
         * Each database has a worker "tick": it counts in the memory of its own
         * database.  The view \#(name).ticks shows the result.
         */
        void
        \#(name)_tick_run(\#(name)_tick_context *context)
        {
            \#(name)_ticks *ticks = \#(name)_ticks_lock(LW_EXCLUSIVE);

            ticks->last_at = GetCurrentTimestamp();
            \#(name)_ticks_unlock(ticks);

            pg_atomic_fetch_add_u64(&ticks->count, 1);
        }

        /*
         * There is one worker "watch" for the whole server, without a database.
         */
        void
        \#(name)_watch_run(\#(name)_watch_context *context)
        {
            ereport(LOG, (errmsg("watching, tick " UINT64_FORMAT, context->tick)));
        }
        """# as Code<C>
    }
}

private func ticksTest(_ name: Name) -> Code<SQL> {
    blocks {
        """
        -- The worker of a database counts in it.
        CREATE EXTENSION \(name);
        """ as Code<SQL>
        awaitProcedure()
        """
        CALL pg_temp.await('SELECT count > 1 AND last_at <= clock_timestamp() FROM \(name).ticks');
        DROP EXTENSION \(name);
        """ as Code<SQL>
    }
}
