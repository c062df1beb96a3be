#!/usr/bin/env bash
# A made-up province on a PostgreSQL of its own: generator, full runs, and what both cost.
#   bench/province.sh [ORGANISATIONS] [QUARTERS] [PASSES]     300000, 8 and 3 by default
# DUTIES=1 then generates obligations, 1.6 million and 14.5 million more, and reads figures from them. PAGES=1 asks the pages of bench/province.txt of the product on it. HOLD=1 leaves the server running at the end until enter is pressed; PROGRAM is a built benchmark, else it is built. Needs Debian's postgresql. The load of the machine is told with the figures: on a busy one
# only seconds of CPU compare.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
organisations=${1:-300000} quarters=${2:-8} passes=${3:-3}
work=$(mktemp -d) port=${PORT:-5443} web=${WEB:-5444}
. "$root/bench/measure.sh"
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
as_server() { if [ "$(id -u)" = 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --init-groups "$@"); else "$@"; fi; }
stop() { [ -n "${app:-}" ] && kill "$app" 2>/dev/null; as_server "$bin/pg_ctl" -D "$work/pg/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"; }
trap stop EXIT
trap "exit 1" INT TERM

mkdir "$work/pg" && { [ "$(id -u)" = 0 ] && chmod 755 "$work" && chown postgres "$work/pg"; } || true
as_server "$bin/initdb" -D "$work/pg/data" -U postgres --auth=trust -E UTF8 --locale=C.UTF-8 >/dev/null
as_server "$bin/pg_ctl" -D "$work/pg/data" -l "$work/pg/log" -w -o "-p $port -k $work/pg -c listen_addresses=127.0.0.1 -c shared_buffers=2GB -c work_mem=64MB -c maintenance_work_mem=256MB -c max_wal_size=8GB -c checkpoint_timeout=30min -c synchronous_commit=off" start >/dev/null
sql() { psql -qAtX -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$port" -U postgres -d "$1" -c "$2"; }
sql postgres "CREATE ROLE yipanqi_app LOGIN NOBYPASSRLS; CREATE ROLE yipanqi_import LOGIN BYPASSRLS; CREATE ROLE yipanqi_owner LOGIN CREATEDB IN ROLE yipanqi_app, yipanqi_import"
sql postgres "CREATE DATABASE yipanqi OWNER yipanqi_owner"

server() { echo "Host=127.0.0.1;Port=$port;Username=$1;Database=yipanqi"; }
# Seconds of CPU of the server: of its first process with all that have ended, and of those at work.
cpu() { local first; first=$(head -1 "$work/pg/data/postmaster.pid"); { awk '{sub(/.*\) /,""); print $12+$13+$14+$15}' "/proc/$first/stat"
  for child in $(pgrep -P "$first"); do awk '{sub(/.*\) /,""); print $12+$13}' "/proc/$child/stat" 2>/dev/null || true; done; } | awk '{s+=$1} END {printf "%.1f", s/100}'; }
told() { local before; before=$(cpu); "$@"; echo "PostgreSQL: $(awk "BEGIN{printf \"%.1f\", $(cpu)-$before}") s CPU; load $(cut -d' ' -f1-3 /proc/loadavg)"; }
bench() { told dotnet "${PROGRAM:-$root/bench/Yipanqi.Benchmarks/bin/Release/net10.0/Yipanqi.Benchmarks.dll}" "$@"; }

[ -n "${PROGRAM:-}" ] || dotnet build "$root/bench/Yipanqi.Benchmarks" -c Release -v q --nologo >/dev/null
bench province --connection "$(server yipanqi_app)" --owner "$(server yipanqi_owner)" --import "$(server yipanqi_import)" --organisations "$organisations" --quarters "$quarters"
told sql yipanqi "VACUUM ANALYZE"
bench recompute --connection "$(server yipanqi_app)" --import "$(server yipanqi_import)" --passes "$passes"
if [ -n "${DUTIES:-}" ]; then
  for duties in 5 45; do bench obligations --connection "$(server yipanqi_app)" --import "$(server yipanqi_import)" --duties "$duties"; done
  bench gather --connection "$(server yipanqi_app)" --import "$(server yipanqi_import)"
fi
sql yipanqi "SELECT relname, pg_size_pretty(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND pg_total_relation_size(oid) > 10000000 ORDER BY pg_total_relation_size(oid) DESC"
if [ -n "${PAGES:-}" ]; then
  export Database__Kind=PostgreSql Database__OwnerConnectionString="$(server yipanqi_owner)" Database__ConnectionString="$(server yipanqi_app);Options=-c citus.propagate_set_commands=local" \
    Database__ImportConnectionString="$(server yipanqi_import)"
  start_product
  sign_in lead Yipanqi-2026
  told sql yipanqi "VACUUM ANALYZE"
  measure <({ cat "$root/bench/province.txt"; sql yipanqi "SELECT '/organs/' || id || '?quarter=2026Q2' FROM unit WHERE code IN ('D01', 'D01001', 'D01001-001')"; })
fi
[ -z "${HOLD:-}" ] || { echo "Holding on port $port; press enter to stop."; read -r _; }
