import CodeText
import Model

/// `test/exports.awk`, behind `make check-exports`.
func exportsCheck() -> Code<Awk> {
    #"""
    # \#(Code.marker)
    # Compares the symbols that nm lists with those in `wanted`. A function that comes with its pg_finfo_ is a SQL
    # function of yours.
    BEGIN {
        split(wanted, list)
        for (i in list)
            expected[list[i]]
    }

    # Some linkers add marks of their own.
    $NF !~ /^(_init|_fini|_edata|_end|__bss_start)$/ {
        found[$NF]
    }

    END {
        for (name in expected)
            if (!(name in found))
                complain("the library does not export " name)
        for (name in found)
            if (!(name in expected) && !is_sql_function(name))
                complain("the library exports " name ": make it static, or hidden")
        exit failed
    }

    function is_sql_function(name) {
        sub(/^pg_finfo_/, "", name)
        return (name in found) && (("pg_finfo_" name) in found)
    }

    function complain(text) {
        print "check-exports: " text > "/dev/stderr"
        failed = 1
    }
    """#
}
