import CodeText
import Model

/// `test/sql/NAME.sql`: what must hold for an extension from its creation to its end, whatever its code does.
func lifeTest(_ model: ExtensionModel) -> Code<SQL> {
    let running = model.certainWorkers.flatMap(model.processTitles)
    return blocks {
        """
        -- \(Code.marker)
        -- From CREATE EXTENSION to DROP EXTENSION.  Your own tests are the files beside this one.
        """ as Code<SQL>
        """
        CREATE EXTENSION dynpgext;
        \(creation(of: model))
        """ as Code<SQL>
        awaitProcedure()
        lines {
            for block in model.blocks where block.hasView {
                "CALL pg_temp.await('SELECT count(*) = 1 FROM \(model.schema ?? model.name).\(block.name)');"
                    as Code<SQL>
            }
            if let status = model.status {
                "CALL pg_temp.await('SELECT count(*) = \(status.rows) FROM \(model.schema ?? model.name).workers');"
                    as Code<SQL>
            }
        }
        if !running.isEmpty {
            """
            -- Each worker runs.
            CALL pg_temp.await($$
                SELECT count(*) = \(running.count) FROM dynpgext.workers
                WHERE state = 'running' AND worker IN (
                    \(quoted(running)))
            $$);
            """ as Code<SQL>
        }
        """
        -- Nothing is left without the extension.
        DROP EXTENSION \(model.name);
        CALL pg_temp.await($$
            SELECT count(*) = 0 FROM dynpgext.workers WHERE extension = '\(model.name)'
        $$);
        """ as Code<SQL>
        if !model.workers.isEmpty {
            """
            CALL pg_temp.await($$
                SELECT count(*) = 0 FROM pg_stat_activity
                WHERE backend_type IN (
                    \(quoted(model.workers.map(model.title))))
            $$);
            """ as Code<SQL>
        }
        "DROP EXTENSION dynpgext;" as Code<SQL>
    }
}

/// With what it requires; a relocatable one goes to a schema of its own name, where its workers are safe.
func creation(of model: ExtensionModel) -> Code<SQL> {
    let place: Code<SQL> = model.schema == nil ? " SCHEMA \(model.name)" : .empty
    let others: Code<SQL> = model.required.isEmpty ? .empty : " CASCADE"
    return lines {
        if !model.required.isEmpty { "SET client_min_messages = warning;" as Code<SQL> }
        if model.schema == nil { "CREATE SCHEMA \(model.name);" as Code<SQL> }
        "CREATE EXTENSION \(model.name)\(place)\(others);" as Code<SQL>
    }
}

private func quoted(_ titles: [String]) -> Code<SQL> {
    list(titles.map { "\(literal: $0)" }, separator: ",\n")
}

/// `test/expected/*.out` of a test whose statements print nothing: psql repeats all but the empty lines.
func silentOutput(of test: Code<SQL>) -> Code<SQL> {
    let newline = UInt8(ascii: "\n")
    let lines = Array(test.text.utf8).split(separator: newline)
    return Code(
        verbatim: String(decoding: Array(lines.joined(separator: [newline])), as: UTF8.self))
}

/// What a test calls instead of sleeping.
func awaitProcedure() -> Code<SQL> {
    """
    -- Looks again and again until a query gives true.
    CREATE PROCEDURE pg_temp.await(query text) LANGUAGE plpgsql AS $$
    DECLARE
        deadline timestamptz := clock_timestamp() + interval '1 minute';
        done boolean;
    BEGIN
        LOOP
            EXECUTE query INTO done;
            EXIT WHEN done;
            IF clock_timestamp() > deadline THEN
                RAISE EXCEPTION 'waited in vain for %', query;
            END IF;
            COMMIT; -- the next look sees what has changed
            PERFORM pg_sleep(0.01);
        END LOOP;
    END
    $$;
    """
}

extension ExtensionModel {
    /// The workers that run and go on on any server: the others need a database or a role that someone has to make,
    /// or end by themselves.
    var certainWorkers: [WorkerModel] {
        workers.filter {
            $0.role == nil && !$0.namesDatabase && !$0.runsOnce && $0.onError.giveUpAfter == nil
        }
    }
}

extension WorkerModel {
    fileprivate var namesDatabase: Bool {
        switch connection {
        case .database: true
        case .none, .ownDatabase, .sharedCatalogs: false
        }
    }
}
