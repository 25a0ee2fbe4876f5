/// A SQL type as the extension's C meets it.
package struct ColumnType: Sendable {
    /// As in CREATE FUNCTION.
    package let sql: String
    /// The macro of catalog/pg_type_d.h (catalog/pg_type.h in 13).
    package let oidMacro: String
    /// Its length, how it is passed and its alignment, as construct_array() wants them (utils/array.h).
    package let arrayArguments: String

    /// The macro of the type, or of its array type.
    package func oidMacro(isArray: Bool) -> String {
        isArray ? oidMacro.dropLast(3) + "ARRAYOID" : oidMacro
    }

    package static let bool = ColumnType(
        sql: "boolean", oidMacro: "BOOLOID", arrayArguments: "1, true, TYPALIGN_CHAR")
    package static let int2 = ColumnType(
        sql: "smallint", oidMacro: "INT2OID", arrayArguments: "2, true, TYPALIGN_SHORT")
    package static let int4 = ColumnType(
        sql: "integer", oidMacro: "INT4OID", arrayArguments: "4, true, TYPALIGN_INT")
    package static let int8 = ColumnType(
        sql: "bigint", oidMacro: "INT8OID", arrayArguments: "8, FLOAT8PASSBYVAL, TYPALIGN_DOUBLE")
    package static let float4 = ColumnType(
        sql: "real", oidMacro: "FLOAT4OID", arrayArguments: "4, true, TYPALIGN_INT")
    package static let float8 = ColumnType(
        sql: "double precision", oidMacro: "FLOAT8OID",
        arrayArguments: "8, FLOAT8PASSBYVAL, TYPALIGN_DOUBLE")
    package static let oid = ColumnType(
        sql: "oid", oidMacro: "OIDOID", arrayArguments: "4, true, TYPALIGN_INT")
    package static let timestamptz = ColumnType(
        sql: "timestamp with time zone", oidMacro: "TIMESTAMPTZOID",
        arrayArguments: "8, FLOAT8PASSBYVAL, TYPALIGN_DOUBLE")
    package static let interval = ColumnType(
        sql: "interval", oidMacro: "INTERVALOID", arrayArguments: "16, false, TYPALIGN_DOUBLE")
    package static let numeric = ColumnType(
        sql: "numeric", oidMacro: "NUMERICOID", arrayArguments: "-1, false, TYPALIGN_INT")
    package static let text = ColumnType(
        sql: "text", oidMacro: "TEXTOID", arrayArguments: "-1, false, TYPALIGN_INT")
    package static let bytea = ColumnType(
        sql: "bytea", oidMacro: "BYTEAOID", arrayArguments: "-1, false, TYPALIGN_INT")
}
