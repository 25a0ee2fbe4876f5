import CodeText
import Model

/// `NAME.sql`, the generated part of the install script.
func installScript(_ model: ExtensionModel) -> Code<SQL> {
    blocks {
        lines {
            "-- \(Code.marker)" as Code<SQL>
            "-- Objects of the extension; make puts \(model.name).extra.sql behind them."
                as Code<SQL>
        }
        #"""
        -- CREATE EXTENSION runs this script; psql stops here.
        \echo Use "CREATE EXTENSION \#(model.name)" to load this file. \quit
        """# as Code<SQL>
        for unit in objectUnits(of: model) { unit.text }
        ObjectUnit.end
    }
}

/// `NAME.extra.sql`, the user's own; written once.
func extraScript(_ model: ExtensionModel) -> Code<SQL> {
    """
    -- Your tables, functions and grants: make puts them behind the generated objects.
    -- \(model.schema.map { "Name the schema, as in \($0).something." }
        ?? "Name no schema: they go where the user of the extension wants them.")
    """
}
