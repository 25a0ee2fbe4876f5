import CodeText
import Model

/// `Makefile`: PGXS.
func makefile(_ model: ExtensionModel, after released: [Release]) -> Code<Make> {
    let releases = released + [model.release]
    return #"""
        # \#(Code.marker)
        # make, make install, make installcheck, make try, make check-exports; PG_CONFIG
        # names the PostgreSQL.  Your own rules and variables go to Makefile.local, and
        # more C files to src/.

        SOURCES := $(dir $(firstword $(MAKEFILE_LIST)))

        EXTENSION = \#(model.name)
        MODULE_big = \#(model.release.libraryFile(in: Make.self))
        OBJS = \#(model.name).o \#(model.name)_hooks.o
        OBJS += \#(list(runtimeObjects(of: model).map { "runtime/\(Code(verbatim: $0)).o" }, separator: " "))
        OBJS += $(patsubst $(SOURCES)%.c,%.o,$(wildcard $(SOURCES)src/*.c))

        PG_CPPFLAGS = -I$(srcdir) -I$(srcdir)/runtime

        REGRESS = $(basename $(notdir $(wildcard $(SOURCES)test/sql/*.sql)))
        REGRESS_OPTS = --inputdir=$(srcdir)/test --outputdir=tmp_check
        PROVE_TESTS = test/t/*.pl
        NO_INSTALLCHECK = 1

        -include $(SOURCES)Makefile.local

        \#(scripts(releases))
        \#(olderFiles(releases))
        EXTRA_CLEAN += build tmp_check compile_flags.txt

        \#(symbolic(model))

        PG_CONFIG ?= pg_config
        PGXS := $(shell $(PG_CONFIG) --pgxs)

        # No bitcode where the clang that PostgreSQL was built with is missing.
        CLANG_OF_PG := $(shell sed -n 's/^CLANG = *//p' $(dir $(PGXS))../Makefile.global)
        ifeq ($(shell command -v $(firstword $(CLANG_OF_PG) none)),)
        override with_llvm := no
        endif

        include $(PGXS)

        $(OBJS) $(OBJS:.o=.bc): \#(model.name).h $(wildcard $(SOURCES)runtime/*.h) | $(sort $(dir $(OBJS)))

        $(sort $(dir $(OBJS))):
            @mkdir -p $@

        # Each script of the extension: the generated part, then yours.
        \#(scriptRules(releases))

        build/%.sql:
            @mkdir -p $(@D)
            cat $^ > $@

        \#(testRules(model))
        """#
}

/// What comes after the build: tests, a look at the extension at work, and what editors want to know.
private func testRules(_ model: ExtensionModel) -> Code<Make> {
    #"""
    .PHONY: installcheck regress tap try check-exports

    # The tests and make try use a server of their own, on a copy of this PostgreSQL.
    WITH_SERVER = sh $(srcdir)/test/server.sh '$(PG_CONFIG)' '$(MAKE) -f $(firstword $(MAKEFILE_LIST))'

    installcheck: all
        @$(WITH_SERVER) '$(MAKE) -s -f $(firstword $(MAKEFILE_LIST)) PG_CONFIG=$$PG_CONFIG regress tap'

    regress:
        $(pg_regress_installcheck) $(REGRESS_OPTS) $(REGRESS) || { cat tmp_check/regression.diffs; exit 1; }

    # Why the TAP tests cannot run; empty if they can.
    TAP_OBSTACLE = $(shell \
      if test -z '$(wildcard $(SOURCES)$(PROVE_TESTS))'; then echo there are none; \
      elif test '$(enable_tap_tests)' != yes; then echo PostgreSQL was built without --enable-tap-tests; \
      elif test `id -u` = 0; then echo their servers do not run as root; \
      elif ! perl -I '$(top_srcdir)/src/test/perl' -c -MIPC::Run -MPostgreSQL::Test::Cluster -e 1 2>/dev/null; \
      then echo Perl finds no IPC::Run or no PostgreSQL::Test::Cluster; fi)

    tap:
        $(if $(TAP_OBSTACLE),@echo 'TAP tests skipped: $(TAP_OBSTACLE)',$(prove_installcheck))

    try: all
        @$(WITH_SERVER) 'psql -X -q -f $(srcdir)/test/try.sql && echo "The server log:" && cat "$$PGHOST/../log"'

    # What the library must export, and nothing else but SQL functions of yours.
    EXPORTS = Pg_magic_func \
        \#(exports(of: model))

    check-exports: all
        @nm -D --defined-only $(shlib) | awk -v wanted='$(EXPORTS)' -f $(srcdir)/test/exports.awk

    # For clangd.
    all: compile_flags.txt

    compile_flags.txt: Makefile
        @printf '%s\n' $(CPPFLAGS) > $@
    """#
}

/// The symbols of the interface, of PostgreSQL's own entry points, of the views and of the workers.
private func exports(of model: ExtensionModel) -> Code<Make> {
    let interface: [Code<Make>] = [
        "_Dynpgext_eager_preload", "_Dynpgext_init", "_Dynpgext_magic", "_Dynpgext_revision",
        "_PG_init",
    ]
    return list(
        interface
            + sqlFunctions(of: model).flatMap { ["\($0)", "pg_finfo_\($0)"] }
            + model.workers.map { "\(model.main($0))" }
            + model.workers.filter { $0.transaction == .none }.map { "\(model.session($0))" },
        separator: " \\\n")
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

/// The C functions that SQL calls.
private func sqlFunctions(of model: ExtensionModel) -> [Name] {
    model.blocks.filter(\.hasView).map(model.rowFunction)
        + model.blocks.filter(\.hasReset).map(model.resetFunction)
        + (model.status == nil ? [] : [model.workersRowFunction])
        + model.workers.filter(\.hasWake).map(model.wakeFunction)
}
