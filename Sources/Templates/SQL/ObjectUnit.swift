import CodeText
import Model
import SpecLanguage

/// SQL objects that come and go together: a view, its function and the type of its row; or a function that resets.
///
/// An install script holds each unit between comments by which a later version finds it there.
struct ObjectUnit: Sendable, Equatable {
    enum Kind: String, CaseIterable, Sendable {
        case view, reset

        /// What a heading begins with; no line of a definition does.
        fileprivate var opening: Code<SQL> { "-- \(Code(verbatim: rawValue)) " }
    }

    let kind: Kind
    /// The block's name.
    let name: Name
    /// The CREATE statements, each with a blank line before the next.
    let definition: Code<SQL>
    /// COMMENT ON, each in one line.
    let comments: Code<SQL>

    /// The unit as an install script creates it.
    var text: Code<SQL> {
        blocks {
            lines {
                heading
                definition
            }
            comments
        }
    }

    /// The comment by which the unit is found.
    var heading: Code<SQL> { "\(kind.opening)\(name)" }

    /// What follows the last unit; the user's own objects stand behind it.
    static let end: Code<SQL> = "-- end of the generated objects"
}

extension ObjectUnit {
    /// Finds the units of an install script that `installScript` wrote.
    static func units(in script: String) -> [ObjectUnit] {
        var found: [(kind: Kind, name: Name, lines: [Substring])] = []
        for line in script.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == end.text { break }
            if let kind = Kind.allCases.first(where: { line.hasPrefix($0.opening.text) }),
                let name = Name(String(line.dropFirst(kind.opening.text.count)))
            {
                found.append((kind, name, []))
            } else if !found.isEmpty {
                found[found.count - 1].lines.append(line)
            }
        }
        return found.map { unit in
            let cut = unit.lines.firstIndex { $0.hasPrefix("COMMENT ON ") } ?? unit.lines.count
            return ObjectUnit(
                kind: unit.kind, name: unit.name, definition: code(unit.lines[..<cut]),
                comments: code(unit.lines[cut...]))
        }
    }

    /// Lines without the blank ones around them.
    private static func code(_ lines: ArraySlice<Substring>) -> Code<SQL> {
        let begun = lines.drop(while: \.isEmpty)
        let end = begun.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? begun.startIndex
        return Code(verbatim: begun[..<end].joined(separator: "\n"))
    }
}

/// The units of a version, in the order of their creation.
func objectUnits(of model: ExtensionModel) -> [ObjectUnit] {
    model.blocks.flatMap { block in
        (block.hasView ? [view(of: block, model)] : [])
            + (block.hasReset ? [reset(of: block, model)] : [])
    }
        + (model.status.map { [workersView($0, model)] } ?? [])
}

/// The view of the workers, and the functions that ask for their ticks.
private func workersView(_ status: WorkerStatus, _ model: ExtensionModel) -> ObjectUnit {
    let view: Code<SQL> = "\(model.qualifier())\(ExtensionModel.workersView)"
    let row: Code<SQL> =
        "\(model.qualifier())\(ExtensionModel.row(ofView: ExtensionModel.workersView))"
    let woken = model.workers.filter(\.hasWake)
    return ObjectUnit(
        kind: .view, name: ExtensionModel.workersView,
        definition: blocks {
            #"""
            CREATE TYPE \#(row) AS (
                \#(list(workerColumns.map { Code(verbatim: "\($0.name) \($0.type.sql)") }, separator: ",\n"))
            );

            CREATE FUNCTION \#(row)(integer) RETURNS \#(row)
            AS 'MODULE_PATHNAME', '\#(model.workersRowFunction)'
            LANGUAGE C STRICT;

            CREATE VIEW \#(view) AS
                SELECT told.* FROM generate_series(0, \#(status.rows - 1)) AS number, \#(row)(number) AS told;

            \#(readers(of: view, "\(row)(integer)", in: model))
            """# as Code<SQL>
            for worker in woken {
                """
                CREATE FUNCTION \(model.qualifier())\(model.wakeInSQL(worker))() RETURNS void
                AS 'MODULE_PATHNAME', '\(model.wakeFunction(worker))'
                LANGUAGE C;

                REVOKE ALL ON FUNCTION \(model.qualifier())\(model.wakeInSQL(worker))() FROM PUBLIC;

                \(grant("EXECUTE ON FUNCTION \(model.qualifier())\(model.wakeInSQL(worker))()", to: worker.scope, in: model))
                """ as Code<SQL>
            }
        },
        comments: lines {
            "COMMENT ON TYPE \(row) IS 'a row of the view workers';" as Code<SQL>
            "COMMENT ON FUNCTION \(row)(integer) IS 'a row of the view workers';" as Code<SQL>
            for worker in woken {
                "COMMENT ON FUNCTION \(model.qualifier())\(model.wakeInSQL(worker))() IS 'asks the worker \(worker.name) for a tick';"
                    as Code<SQL>
            }
            "COMMENT ON VIEW \(view) IS 'what the workers of the extension tell of themselves';"
                as Code<SQL>
            for column in workerColumns {
                "COMMENT ON COLUMN \(view).\(Code(verbatim: column.name)) IS \(literal: column.comment);"
                    as Code<SQL>
            }
        })
}

/// Without privileges of their own functions are everybody's. The owner, and others as he grants it, may reset.
private func reset(of block: BlockModel, _ model: ExtensionModel) -> ObjectUnit {
    let function: Code<SQL> = "\(model.qualifier())\(ExtensionModel.reset(ofBlock: block.name))()"
    let memory: Code<SQL> = block.scope == .global ? "of the server" : "of this database"
    return ObjectUnit(
        kind: .reset, name: block.name,
        definition: #"""
            CREATE FUNCTION \#(function) RETURNS void
            AS 'MODULE_PATHNAME', '\#(model.resetFunction(block))'
            LANGUAGE C;

            REVOKE ALL ON FUNCTION \#(function) FROM PUBLIC;
            \#(grant("EXECUTE ON FUNCTION \(function)", to: block.scope, in: model))
            """#,
        comments: """
            COMMENT ON FUNCTION \(function) IS 'puts the block \(block.name) \(memory) back to its defaults';
            """)
}

private func view(of block: BlockModel, _ model: ExtensionModel) -> ObjectUnit {
    let row: Code<SQL> = "\(model.qualifier())\(model.row(block))"
    return ObjectUnit(
        kind: .view, name: block.name,
        definition: #"""
            CREATE TYPE \#(row) AS (
                \#(list(block.fields.map(column), separator: ",\n"))
            );

            CREATE FUNCTION \#(row)() RETURNS \#(row)
            AS 'MODULE_PATHNAME', '\#(model.rowFunction(block))'
            LANGUAGE C;

            CREATE VIEW \#(model.qualifier())\#(block.name) AS
                SELECT * FROM \#(row)();

            \#(readers(of: "\(model.qualifier())\(block.name)", "\(row)()", in: model))
            """#,
        comments: lines {
            "COMMENT ON TYPE \(row) IS 'the row of the view \(block.name)';" as Code<SQL>
            "COMMENT ON FUNCTION \(row)() IS 'the row of the view \(block.name)';" as Code<SQL>
            let what =
                block.scope == .global
                ? "shared memory of the server" : "shared memory of this database"
            "COMMENT ON VIEW \(model.qualifier())\(block.name) IS \(literal: block.comment ?? what);"
                as Code<SQL>
            for field in block.fields { comment(on: field, of: block, in: model) }
        })
}

/// A view calls its function as who reads it, so that both need the privilege: of those who monitor the server, and of
/// whom the owner grants it.
private func readers(
    of view: Code<SQL>, _ function: Code<SQL>, in model: ExtensionModel
) -> Code<SQL> {
    """
    REVOKE ALL ON FUNCTION \(function) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION \(function) TO pg_monitor;
    GRANT SELECT ON \(view) TO pg_monitor;
    \(grant("EXECUTE ON FUNCTION \(function)", in: model))
    \(grant("SELECT ON \(view)", in: model))
    """
}

/// A superuser owns the objects of a trusted extension, whoever has created it.
private func grant(_ privilege: Code<SQL>, in model: ExtensionModel) -> Code<SQL> {
    guard model.admission == .trusted else { return .empty }
    return "GRANT \(privilege) TO @extowner@;"
}

/// What changes only its database is the extension's owner's; what changes others too is not: anyone who may create a
/// trusted extension in a database of his own would hold it.
private func grant(
    _ privilege: Code<SQL>, to scope: Scope, in model: ExtensionModel
) -> Code<SQL> {
    scope == .database ? grant(privilege, in: model) : .empty
}

private func column(_ field: FieldModel) -> Code<SQL> {
    let type = Code<SQL>(verbatim: field.column.sql)
    return "\(field.name) \(type)\(field.count == nil ? "" : "[]")"
}

private func comment(
    on field: FieldModel, of block: BlockModel, in model: ExtensionModel
) -> Code<SQL> {
    guard let text = field.comment else { return .empty }
    return "COMMENT ON COLUMN \(model.qualifier())\(block.name).\(field.name) IS \(literal: text);"
}
