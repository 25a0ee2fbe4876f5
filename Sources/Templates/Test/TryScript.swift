import CodeText
import Model

/// `test/try.sql`: what `make try` shows.
func tryScript(_ model: ExtensionModel) -> Code<SQL> {
    blocks {
        """
        -- \(Code.marker)
        -- What make try shows.
        """ as Code<SQL>
        #"""
        \set ON_ERROR_STOP on
        \set ECHO queries
        CREATE EXTENSION dynpgext;
        CREATE EXTENSION \#(model.name);
        """# as Code<SQL>
        if !model.workers.isEmpty {
            #"""
            \echo Two seconds of work...
            DO 'BEGIN PERFORM pg_sleep(2); END';
            SELECT worker, scope, database, pid, state, reason FROM dynpgext.workers ORDER BY worker;
            """# as Code<SQL>
        }
        lines {
            for block in model.blocks where block.hasView {
                "SELECT * FROM \(model.schema).\(block.name);" as Code<SQL>
            }
        }
    }
}
