import CodeText
import Model

/// `test/server.sh`: the server of the tests and of `make try`.
func serverScript(_ model: ExtensionModel) -> Code<Shell> {
    #"""
    # \#(Code.marker)
    # Runs a command beside a throw-away server: a private copy of PostgreSQL with the loader and with this
    # extension as it is now. PG_CONFIG, PATH, PGHOST and PGUSER lead the command there; the PostgreSQL that
    # was copied stays as it is, and nothing is left behind.
    # Whoever can connect is superuser and runs programs as the server's user, so no other user gets near the socket.
    # The server of root runs as nobody, who may not write where root's programs stand.
    # Usage: sh test/server.sh PG_CONFIG MAKE COMMAND
    set -eu
    umask 022
    original=$1 make=$2 command=$3 sources=$(dirname "$0")

    fail() {
        printf '%s\n' "$@" >&2
        exit 1
    }

    # Copies what a server reads and make writes; programs find each directory by its place beside their own.
    copy_postgres() {
        for part in bindir sharedir pkglibdir; do
            directory=$("$original" --$part)
            mkdir -p "$root/pg$directory"
            cp -a "$directory/." "$root/pg$directory"
        done
        PG_CONFIG=$root/pg$("$original" --bindir)/pg_config
        case $("$PG_CONFIG" --sharedir) in
        "$root"/*) ;;
        *) fail "The PostgreSQL of $original cannot run as a copy: its programs do not look beside themselves." ;;
        esac
    }

    start() {
        touch "$root/log"
        chmod 600 "$root/log"
        mkdir -m 700 "$root/data" "$PGHOST"
        [ -z "$as_server" ] || chown nobody "$root/data" "$PGHOST" "$root/log"
        $as_server initdb --no-locale -E UTF8 --no-sync -A trust -U postgres -D "$root/data" >>"$root/log" 2>&1
        configuration=$(cat "$sources/postgresql.conf")
        printf '%s\n' "$configuration" "listen_addresses = ''" "unix_socket_directories = '$PGHOST'" \
            "unix_socket_permissions = 0700" "fsync = off" |
            $as_server tee -a "$root/data/postgresql.conf" >/dev/null
        : >"$root/log"
        $as_server pg_ctl -s -w -D "$root/data" -l "$root/log" start
        [ ! -e "$sources/prepare.sql" ] || psql -X -q -v ON_ERROR_STOP=1 -f "$sources/prepare.sql"
    }

    finish() {
        status=$?
        trap '' INT TERM HUP
        [ $status -eq 0 ] || [ ! -s "$root/log" ] || tail -n 20 "$root/log" | sed 's/^/log: /' >&2
        [ ! -e "$root/data/postmaster.pid" ] || $as_server pg_ctl -s -w -D "$root/data" -m immediate stop || true
        rm -rf "$root"
        exit $status
    }

    # A PostgreSQL server refuses to run as root.
    as_server=
    [ "$(id -u)" -ne 0 ] || as_server="setpriv --reuid=nobody --regid=$(id -g nobody) --clear-groups"

    [ -e "$("$original" --pkglibdir)/dynpgext.so" ] ||
        fail "The PostgreSQL of $original has no Dynpgext loader. Install the one that comes with dynpgext-gen:" \
            "  make -C loader PG_CONFIG=$original install"

    for variable in $(env | sed -n 's/^\(PG[A-Z]*\)=.*/\1/p'); do unset "$variable"; done
    root=$(mktemp -d /tmp/\#(model.name).XXXXXX)
    trap finish EXIT
    trap 'exit 1' INT TERM HUP
    [ -z "$as_server" ] || { chgrp "$(id -g nobody)" "$root" && chmod 750 "$root"; }
    copy_postgres
    LD_LIBRARY_PATH=$("$original" --libdir)${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
    PATH=$(dirname "$PG_CONFIG"):$PATH LC_ALL=C
    PGHOST=$root/socket PGPORT=5432 PGUSER=postgres PGDATABASE=postgres
    export PG_CONFIG LD_LIBRARY_PATH PATH LC_ALL PGHOST PGPORT PGUSER PGDATABASE
    $make -s PG_CONFIG="$PG_CONFIG" install
    start
    sh -c "$command"
    """#
}

/// `test/postgresql.conf`, the user's own; written once.
func serverConfiguration(settings: Code<Configuration> = .empty) -> Code<Configuration> {
    """
    # For the servers of make installcheck and make try.
    shared_preload_libraries = 'dynpgext'
    max_worker_processes = 64
    \(settings)
    """
}
