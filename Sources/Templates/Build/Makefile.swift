import CodeText
import Model

/// `Makefile`: PGXS.
func makefile(_ model: ExtensionModel) -> Code<Make> {
    let workers: Code<Make> = model.workers.isEmpty ? .empty : " \(model.name)_workers.o"
    let script: Code<Make> = "\(model.name)--\(Code(verbatim: model.version)).sql"
    return #"""
        # \#(Code.marker)
        # make, make install; PG_CONFIG names the PostgreSQL.  Your own rules and
        # variables go to Makefile.local.

        EXTENSION = \#(model.name)
        MODULE_big = \#(model.name)
        OBJS = \#(model.name).o\#(workers) \#(model.name)_hooks.o
        DATA_built = \#(script)

        PG_CPPFLAGS = -I$(srcdir)

        -include $(srcdir)/Makefile.local

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
        """#
}
