import CodeText
import ExtensionSpec
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
        for block in model.blocks where block.hasView { view(block, model) }
    }
}

private func view(_ block: BlockModel, _ model: ExtensionModel) -> Code<SQL> {
    blocks {
        #"""
        CREATE TYPE \#(model.schema).\#(model.row(block)) AS (
            \#(list(block.fields.map(column), separator: ",\n"))
        );
        """# as Code<SQL>
        #"""
        CREATE FUNCTION \#(model.schema).\#(model.row(block))() RETURNS \#(model.schema).\#(model.row(block))
        AS 'MODULE_PATHNAME', '\#(model.rowFunction(block))'
        LANGUAGE C;
        """# as Code<SQL>
        #"""
        COMMENT ON TYPE \#(model.schema).\#(model.row(block)) IS 'the row of the view \#(block.name)';
        COMMENT ON FUNCTION \#(model.schema).\#(model.row(block))() IS 'the row of the view \#(block.name)';
        """# as Code<SQL>
        #"""
        CREATE VIEW \#(model.schema).\#(block.name) AS
            SELECT * FROM \#(model.schema).\#(model.row(block))();
        """# as Code<SQL>
        lines {
            let what =
                block.scope == .global
                ? "shared memory of the server" : "shared memory of this database"
            "COMMENT ON VIEW \(model.schema).\(block.name) IS \(literal: block.comment ?? what);"
                as Code<SQL>
            for field in block.fields { comment(on: field, of: block, in: model) }
        }
    }
}

private func column(_ field: FieldModel) -> Code<SQL> {
    let type = Code<SQL>(verbatim: field.column.sql)
    return "\(field.name) \(type)\(field.count == nil ? "" : "[]")"
}

private func comment(on field: FieldModel, of block: BlockModel, in model: ExtensionModel) -> Code<
    SQL
> {
    guard let text = field.comment else { return .empty }
    return "COMMENT ON COLUMN \(model.schema).\(block.name).\(field.name) IS \(literal: text);"
}

/// `NAME.extra.sql`, the user's own; written once.
func extraScript(_ model: ExtensionModel) -> Code<SQL> {
    """
    -- Your tables, functions and grants: make puts them behind the generated objects.
    -- Name the schema, as in \(model.schema).something.
    """
}
