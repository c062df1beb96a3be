#!/usr/bin/env bash
# CPU a request and p95 of the lists at size, on PostgreSQL under row-level security, signed in.
#   bench/lists.sh [ROWS]     100,000 units, people and journal entries by default; prints one line for each address of bench/lists.txt
# Makes a PostgreSQL of its own in a temporary folder and stops it at the end. Needs Debian's postgresql, wrk and curl.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
rows=${1:-100000}
work=$(mktemp -d) port=5441 web=5442
. "$root/bench/measure.sh"
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
as_server() { if [ "$(id -u)" = 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --init-groups "$@"); else "$@"; fi; }
stop() { [ -n "${app:-}" ] && kill "$app" 2>/dev/null; as_server "$bin/pg_ctl" -D "$work/pg/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"; }
trap stop EXIT
trap "exit 1" INT TERM

mkdir "$work/pg" && { [ "$(id -u)" = 0 ] && chmod 755 "$work" && chown postgres "$work/pg"; } || true
as_server "$bin/initdb" -D "$work/pg/data" -U postgres --auth=trust -E UTF8 --locale=C.UTF-8 >/dev/null
as_server "$bin/pg_ctl" -D "$work/pg/data" -l "$work/pg/log" -w -o "-p $port -k $work/pg -c listen_addresses=127.0.0.1 -c shared_buffers=512MB -c work_mem=16MB" start >/dev/null
sql() { psql -qAtX -v ON_ERROR_STOP=1 -h 127.0.0.1 -p $port -U postgres -d "$1" -c "$2"; }
sql postgres "CREATE ROLE yipanqi_app LOGIN NOBYPASSRLS; CREATE ROLE yipanqi_owner LOGIN CREATEDB"
sql postgres "CREATE DATABASE yipanqi OWNER yipanqi_owner"

export Database__Kind=PostgreSql Database__OwnerConnectionString="Host=127.0.0.1;Port=$port;Username=yipanqi_owner;Database=yipanqi" \
  Database__ConnectionString="Host=127.0.0.1;Port=$port;Username=yipanqi_app;Database=yipanqi;Options=-c citus.propagate_set_commands=local"
# Without background jobs: ten minutes after the start they would make duties for all these units, beside what is measured.
export Jobs__Enabled=false
start_product --demo true
sql yipanqi "$(sed "s/:rows/$rows/" "$root/bench/lists.sql")"
sql yipanqi "VACUUM ANALYZE"

sign_in lead Yipanqi-2026
measure "${ADDRESSES:-$root/bench/lists.txt}"
[ -z "${HOLD:-}" ] || { echo "Holding on port $port (web $web, cookie in $work/jar); press enter to stop."; read -r _; }
