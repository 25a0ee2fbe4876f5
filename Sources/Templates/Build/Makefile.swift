import CodeText
import Model

/// `Makefile`: PGXS.
func makefile(_ model: ExtensionModel) -> Code<Make> {
    let workers: Code<Make> = model.workers.isEmpty ? .empty : " \(model.name)_workers.o"
    let script: Code<Make> = "\(model.name)--\(Code(verbatim: model.version)).sql"
    return #"""
        # \#(Code.marker)
        # make, make install, make installcheck, make try, make check-exports; PG_CONFIG
        # names the PostgreSQL.  Your own rules and variables go to Makefile.local, and
        # more C files to src/.

        SOURCES := $(dir $(firstword $(MAKEFILE_LIST)))

        EXTENSION = \#(model.name)
        MODULE_big = \#(model.name)
        OBJS = \#(model.name).o\#(workers) \#(model.name)_hooks.o
        OBJS += $(patsubst $(SOURCES)%.c,%.o,$(wildcard $(SOURCES)src/*.c))
        DATA_built = \#(script)

        PG_CPPFLAGS = -I$(srcdir)

        REGRESS = $(basename $(notdir $(wildcard $(SOURCES)test/sql/*.sql)))
        REGRESS_OPTS = --inputdir=$(srcdir)/test --outputdir=tmp_check
        PROVE_TESTS = test/t/*.pl
        NO_INSTALLCHECK = 1
        EXTRA_CLEAN = tmp_check compile_flags.txt

        -include $(SOURCES)Makefile.local

        PG_CONFIG ?= pg_config
        PGXS := $(shell $(PG_CONFIG) --pgxs)

        # No bitcode where the clang that PostgreSQL was built with is missing.
        CLANG_OF_PG := $(shell sed -n 's/^CLANG = *//p' $(dir $(PGXS))../Makefile.global)
        ifeq ($(shell command -v $(firstword $(CLANG_OF_PG) none)),)
        override with_llvm := no
        endif

        include $(PGXS)

        $(OBJS) $(OBJS:.o=.bc): dynpgext.h pg_compat.h \#(model.name).h

        \#(script): \#(model.name).sql \#(model.name).extra.sql
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
        @$(WITH_SERVER) 'psql -X -q -f $(srcdir)/test/try.sql && echo "The server log:" && cat "$$PGHOST/log"'

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
        "_Dynpgext_fini", "_Dynpgext_init", "_Dynpgext_magic", "_Dynpgext_revision",
    ]
    let start: [Code<Make>] = model.settings.isEmpty ? [] : ["_PG_init"]
    let views = model.blocks.filter(\.hasView).map(model.rowFunction)
    return list(
        interface + start + views.flatMap { ["\($0)", "pg_finfo_\($0)"] }
            + model.workers.map { "\(model.main($0))" },
        separator: " \\\n")
}
