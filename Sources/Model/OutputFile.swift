/// A file of every extension, by its path, where NAME stands for the extension's; what released versions add is in
/// `ReleasedFiles`.
package enum OutputFile: String, CaseIterable, Sendable {
    case makefile = "Makefile"
    case source = "NAME.c"
    case control = "NAME.control"
    case header = "NAME.h"
    case script = "NAME.sql"
    case interfaceHeader = "runtime/dynpgext.h"
    case expectedOutput = "test/expected/NAME.out"
    case exportsCheck = "test/exports.awk"
    case serverScript = "test/server.sh"
    case lifeTest = "test/sql/NAME.sql"
    case workersTest = "test/t/001_workers.pl"
    case gitAttributes = ".gitattributes"
    case jsonSchema = "dynpgext.schema.json"
    case meta = "META.json"
    case editorConfig = ".editorconfig"
    case preCommitHook = ".githooks/pre-commit"
    case workflow = ".github/workflows/ci.yml"
    case gitIgnore = ".gitignore"
    case readme = "README.md"
    case hooks = "NAME_hooks.c"
    case extraScript = "NAME.extra.sql"
    case serverConfiguration = "test/postgresql.conf"
    case tryScript = "test/try.sql"

    package func path(of name: Name) -> String {
        rawValue.replacing("NAME", with: name.text)
    }
}

/// A file of `runtime/` that extensions carry as it is.
package enum RuntimeFile: String, CaseIterable, Sendable {
    case extensionC = "extension.c"
    case internalHeader = "internal.h"
    case interface1 = "interface_1.c"
    case interface2 = "interface_2.c"
    case pgCompat = "pg_compat.h"
    case runtimeHeader = "runtime.h"
    case blocks = "blocks.c"
    case loader = "loader.c"
    case rows = "rows.c"
    case requests = "requests.c"
    case status = "status.c"
    case tick = "tick.c"
    case worker = "worker.c"
    case transaction = "transaction.c"
    case identity = "identity.c"
    case trust = "trust.c"
    case defaults = "defaults.c"
    case session = "session.c"
    case wake = "wake.c"
}
