import CodeText
import Model

/// `Makefile`: PGXS.
func makefile(_ model: ExtensionModel, after released: [Release]) -> Code<Make> {
    let workers: Code<Make> = model.workers.isEmpty ? .empty : " \(model.name)_workers.o"
    let releases = released + [model.release]
    return #"""
        # \#(Code.marker)
        # make, make install; PG_CONFIG names the PostgreSQL.  Your own rules and
        # variables go to Makefile.local.

        EXTENSION = \#(model.name)
        MODULE_big = \#(model.release.libraryFile(in: Make.self))
        OBJS = \#(model.name).o\#(workers) \#(model.name)_hooks.o

        PG_CPPFLAGS = -I$(srcdir)

        -include $(dir $(firstword $(MAKEFILE_LIST)))Makefile.local

        \#(scripts(releases))
        \#(olderFiles(releases))
        EXTRA_CLEAN += build

        \#(symbolic(model))

        PG_CONFIG ?= pg_config
        PGXS := $(shell $(PG_CONFIG) --pgxs)

        # No bitcode where the clang that PostgreSQL was built with is missing.
        CLANG_OF_PG := $(shell sed -n 's/^CLANG = *//p' $(dir $(PGXS))../Makefile.global)
        ifeq ($(shell command -v $(firstword $(CLANG_OF_PG) none)),)
        override with_llvm := no
        endif

        include $(PGXS)

        $(OBJS) $(OBJS:.o=.bc): dynpgext.h pg_compat.h \#(model.name).h

        # Each script of the extension: the generated part, then yours.
        \#(scriptRules(releases))

        build/%.sql:
            @mkdir -p $(@D)
            cat $^ > $@
        """#
}

/// A library for each version: with two in one process, the new one must not call functions of the old one.
private func symbolic(_ model: ExtensionModel) -> Code<Make> {
    guard model.hotUpgrade else { return .empty }
    return """
        # A process may hold this library beside that of another version.
        SHLIB_LINK += -Wl,-Bsymbolic
        """
}

/// The scripts that make builds: the current version's, and the ways between neighbours.
private func scripts(_ releases: [Release]) -> Code<Make> {
    list(
        releases.suffix(1).map { "DATA_built += build/\(installName($0)).sql" }
            + steps(releases).map { "DATA_built += build/\(updateName(from: $0, to: $1)).sql" },
        separator: "\n")
}

/// What is installed as it is: frozen scripts, and a control file for each version that has a library of its own.
private func olderFiles(_ releases: [Release]) -> Code<Make> {
    list(
        releases.dropLast().map { "DATA += \(Code(verbatim: ReleasedFiles.script(of: $0)))" }
            + (needsControlFiles(releases)
                ? releases.map { "DATA += \(Code(verbatim: controlFile(of: $0)))" } : []),
        separator: "\n")
}

/// What each script is put together from; `before.sql` is there only if the user makes it.
private func scriptRules(_ releases: [Release]) -> Code<Make> {
    let install = releases.suffix(1).map { release -> Code<Make> in
        "build/\(installName(release)).sql: \(release.name).sql \(release.name).extra.sql"
    }
    let updates = steps(releases).map { old, new -> Code<Make> in
        let name: Code<Make> = updateName(from: old, to: new)
        return """
            build/\(name).sql: $(wildcard $(srcdir)/\(name).before.sql) releases/\(name).sql \(name).extra.sql
            """
    }
    return list(install + updates, separator: "\n")
}

/// From each version to its neighbours.
private func steps(_ releases: [Release]) -> [(Release, Release)] {
    zip(releases, releases.dropFirst()).flatMap { [($0, $1), ($1, $0)] }
}

/// `NAME--VERSION`, by which PostgreSQL knows an install script.
private func installName(_ release: Release) -> Code<Make> {
    "\(release.name)--\(release.version(in: Make.self))"
}
