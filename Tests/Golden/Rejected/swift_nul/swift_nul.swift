import ExtensionSpec

Extension("nul", version: "1") {
    Worker("a", scope: .database, every: "1s", run: .sql("SELECT 1", "SELECT '\u{0}'"))
}
