// Nothing is declared.
import ExtensionSpec

let worker = Worker("alone", scope: .database, every: "1s", run: .c)
