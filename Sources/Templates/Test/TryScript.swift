import CodeText
import Model

/// `test/try.sql`, the user's own; written once: what `make try` shows.
func tryScript(_ model: ExtensionModel) -> Code<SQL> {
    tryScript(
        creation(of: model), hasWorkers: !model.workers.isEmpty,
        showing: lines {
            if model.status != nil {
                "SELECT * FROM \(model.schema ?? model.name).workers;" as Code<SQL>
            }
            for block in model.blocks where block.hasView {
                "SELECT * FROM \(model.schema ?? model.name).\(block.name);" as Code<SQL>
            }
        })
}

/// The frame of that script, around statements that show what this extension does.
func tryScript(_ creation: Code<SQL>, hasWorkers: Bool, showing statements: Code<SQL>) -> Code<SQL>
{
    blocks {
        #"""
        -- What make try shows.
        \set ON_ERROR_STOP on
        \set ECHO queries
        """# as Code<SQL>
        """
        CREATE EXTENSION dynpgext;
        \(creation)
        """ as Code<SQL>
        if hasWorkers {
            """
            -- Two seconds of work.
            DO 'BEGIN PERFORM pg_sleep(2); END';
            SELECT worker, scope, database, pid, state, reason FROM dynpgext.workers ORDER BY worker;
            """ as Code<SQL>
        }
        statements
    }
}
