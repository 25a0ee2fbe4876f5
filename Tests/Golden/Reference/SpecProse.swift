/// The words around the tables of `docs/spec.md`.
enum SpecProse {
    static let opening = #"""
        <!-- Made of the declarations in Sources/SpecLanguage by `make golden`; the words between are in
             Tests/Golden/Reference. -->
        # The spec

        A spec is one JSON file that describes an extension: its settings, its blocks of shared memory and its
        background workers. `dynpgext-gen new NAME` writes one to begin with, `generate` makes the extension of it,
        `validate` only checks it, and `fmt` lays it out. The smallest one makes an extension that does nothing:

        ```json
        { "spec": 1, "extension": { "name": "pulse", "version": "0.1" } }
        ```

        With two workers, one in each database and one for the server:

        ```json
        {
          "$schema": "./dynpgext.schema.json",
          "spec": 1,
          "extension": { "name": "pulse", "version": "0.1", "comment": "counts heartbeats" },
          "settings": [{ "name": "interval", "type": "duration", "default": "10s", "min": "10ms" }],
          "shmem": [
            {
              "name": "beats",
              "scope": "database",
              "view": true,
              "fields": [{ "name": "count", "type": "atomic_uint64" }]
            }
          ],
          "workers": [
            {
              "name": "beat",
              "scope": "database",
              "every": { "setting": "interval" },
              "run": { "sql": ["INSERT INTO log (beats) SELECT count FROM beats"] }
            },
            { "name": "watch", "scope": "global", "every": "1min", "run": { "c": true } }
          ]
        }
        ```

        - The table `log` of the first worker is yours to create, in `pulse.extra.sql`:
          `CREATE TABLE pulse.log (at timestamptz DEFAULT now(), beats numeric);`
        - The second worker calls a function in C of yours, `void pulse_watch_run(pulse_watch_context *context)` in
          `pulse_hooks.c`, where `generate` has put an empty one. There `pulse_beats_attach()` gives the block of the
          database that the worker is connected to.

        An editor that knows JSON Schema completes keys and marks mistakes by the line `"$schema"`.
        [rules.md](rules.md) tells what a spec must hold beyond the shape that this page describes, and
        [diagnostics.md](diagnostics.md) how programs read what is wrong.

        ## Values

        The file is strict JSON in UTF-8 (RFC 8259): no comments, no trailing commas, no key twice in one object, at most
        16 MiB and 64 levels deep. What is named differently here is a string:

        | value | as in | what it is |
        |---|---|---|
        | a name | `"beats"` | small letters, digits and underscores; begins with a letter; at most 63 bytes; no keyword of C, and none of SQL that cannot name a table |
        | a version | `"1.0"` | letters, digits, `.`, `_`, `+` and single `-`; at most 64 bytes |
        | a duration | `"200ms"` | a whole number and `us`, `ms`, `s`, `min`, `h` or `d`, as PostgreSQL writes them; whole milliseconds, at most 2147483647 of them, a little over 24 days |
        | a size | `"16MB"` | a whole number and `B`, `kB`, `MB`, `GB` or `TB`, as PostgreSQL writes them; 1 kB has 1024 bytes |
        | an integer | `128` | without fraction and exponent |
        """#

    /// By the path of the object.
    static let sections = [
        "": """
        Lists can be empty or absent: an extension may have settings and no workers, or the other way round.
        """,
        "extension": """
        What PostgreSQL knows of the extension. The library, the prefix of the settings and the schema are called
        as it is. A schema that CREATE EXTENSION makes is no part of the extension: it stays when the extension goes.

        Only superusers may create an extension, unless it is `trusted`, or its script needs no superuser and says
        `"superuser": false`. A trusted one belongs to whoever creates it while a superuser owns its objects: that
        user may read its views, reset its database's blocks and wake its database's workers. What is of scope
        `global` belongs to all databases: superusers reset and wake it, and whom they grant that, and the errors of global
        workers are for those with `pg_read_all_stats`. For objects of
        yours write `GRANT ... TO @extowner@` into `NAME.extra.sql`.
        With `hot_upgrade` a session can use the old version, update, and use the new one.
        """,
        "postgres": "The generated code is compiled and run on each of these majors.",
        "settings[]": """
        A setting is a configuration parameter `NAME.SETTING`, and in C the variable `NAME_SETTING`:

        | type | `default`, `min` and `max` | in C |
        |---|---|---|
        | `bool` | `true` or `false`; no limits | `bool` |
        | `int` | an integer of 32 bits | `int` |
        | `real` | a number | `double` |
        | `string` | a string; no limits | `char *`, never NULL |
        | `enum` | one of the `values`; no limits | `int`, a constant `NAME_SETTING_VALUE` for each |
        | `duration` | a duration | `int`, in milliseconds |
        | `size` | a size, at most `"2147483647B"` | `int`, in bytes |

        `context` says who sets it: `sighup` is set in the configuration files and follows a reload; `user` can
        also be set by each session, and `superuser` by those of superusers; `backend` is fixed when a session
        begins. `postmaster` is refused: the library may be loaded while the server runs.
        """,
        "shmem[]": """
        A block of shared memory: typed `fields`, or `size` bytes that only C reads. There is one for the server
        (`"scope": "global"`) or one in each database. In C a block is a struct that `NAME_BLOCK_attach()` gives, and
        with a `lock` that `NAME_BLOCK_lock()` gives and `NAME_BLOCK_unlock()` gives back. With `"view": true` the
        view `SCHEMA.BLOCK` shows it in one row, a column for each field.

        A block keeps its data over versions as long as its layout is the same; another layout gets memory of its own.
        """,
        "shmem[].fields[]": """
        The members of the struct, and the columns of the view: `uint4` and `atomic_uint32` are shown as bigint,
        `uint8` and `atomic_uint64` as numeric, `bytes` as bytea. `text` and `bytes` need a `length`, in bytes; a
        text ends with a byte of zero, which counts. Atomic fields need no lock.
        """,
        "workers[]": """
        A background worker does its work once when it starts, then whenever its time has come. There is one for the
        server (`"scope": "global"`), as long as any database has the extension, or one in each database that has it.
        An ERROR is logged, and the worker tries again after 1 s, then 2 s, up to a minute. SIGTERM ends it at once.
        """,
        "workers[].connect": """
        `true` connects a worker to its own database and is the default for scope `database`; `false` connects it
        to none and is the default for scope `global`. A global worker that runs SQL must name a database, in which the
        extension exists. The work is done as the owner of the extension, or as `role`.
        """,
        "workers[].every":
            "The setting is one of `settings`, of type `duration`, whose `min` is not zero.",
        "workers[].run": """
        SQL statements run in one transaction, in a security-restricted operation, with the `search_path`
        pg_catalog, then the extension's schema, so that your tables need no schema in front. `current_user`
        and `session_user` are the role that the worker works as.

        A worker meets only code of roles that have the privileges of that role. It stays off, and says so in the log,
        while another one owns the schema or something in it, may create objects there, or has TRIGGER or REFERENCES on
        its tables. Arguments and the condition of a trigger are text of whoever made it: for such a trigger the owner of
        the table vouches with `ALTER TRIGGER ... DEPENDS ON EXTENSION NAME`, yours in `NAME.extra.sql` included. Tables
        of other schemas are for you to keep closed. It stays off, too, once the extension has been
        given to a role whose privileges the former owner lacks, as by `REASSIGN OWNED`: triggers and functions
        that this owner left would run as the new one. Look through them and call `dynpgext.restart()`; that, or a restart
        of the server, counts as consent.

        What `ALTER DATABASE ... SET` says counts for a worker only if the owner of the database has the privileges of
        that role; settings of extensions, and those that only superusers may set, always do.

        With `"c": true` the worker calls `void NAME_WORKER_run(NAME_WORKER_context *context)`, a function of yours in
        `NAME_hooks.c`. `context->tick` counts from 0.
        """,
    ]

    static let closing = """
        ## What the spec does not say

        Tables, functions, grants and whatever else your extension has in SQL go to `NAME.extra.sql`, C to `NAME_hooks.c`
        and `src/*.c`, flags for make to `Makefile.local`. These files are yours: `generate` makes them once.
        """
}
