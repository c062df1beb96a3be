#!/usr/bin/env bash
# CPU a request and p95 of the lists at size, on PostgreSQL under row-level security, signed in.
#   bench/lists.sh [ROWS]     100,000 units by default; prints one line for each address of bench/lists.txt
# Makes a PostgreSQL of its own in a temporary folder and stops it at the end. Needs Debian's postgresql, wrk and curl.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
rows=${1:-100000} seconds=${SECONDS_EACH:-8} connections=8
work=$(mktemp -d) port=5441 web=5442
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

out="$root/.run/web"
[ -f "$out/Yipanqi.Web.dll" ] || dotnet publish "$root/src/Yipanqi.Web" -c Release -o "$out" -v q --nologo
export Database__Kind=PostgreSql Database__OwnerConnectionString="Host=127.0.0.1;Port=$port;Username=yipanqi_owner;Database=yipanqi" \
  Database__ConnectionString="Host=127.0.0.1;Port=$port;Username=yipanqi_app;Database=yipanqi;Options=-c citus.propagate_set_commands=local"
(cd "$out" && exec dotnet Yipanqi.Web.dll --port $web --data "$work" --demo true --contentRoot "$out" >"$work/app.log" 2>&1) &
app=$!
for _ in $(seq 240); do curl -sf "http://127.0.0.1:$web/health/ready" >/dev/null && break; sleep 0.5; done
sql yipanqi "$(sed "s/:rows/$rows/" "$root/bench/lists.sql")"
sql yipanqi "VACUUM ANALYZE"

jar="$work/jar"
token=$(curl -s -c "$jar" "http://127.0.0.1:$web/sign-in" | grep -o '__RequestVerificationToken" value="[^"]*' | head -1 | cut -d'"' -f3)
curl -s -o /dev/null -b "$jar" -c "$jar" "http://127.0.0.1:$web/sign-in" --data-urlencode "__RequestVerificationToken=$token" \
  --data-urlencode _handler=sign-in --data-urlencode Input.UserName=lead --data-urlencode Input.Password=Yipanqi-2026
cookie=$(awk '!/^# /&&NF>5{printf "%s=%s; ", $6, $7}' "$jar")

cat >"$work/p95.lua" <<'L'
done = function(summary, latency) io.write(string.format("%d %.1f %.1f %d\n", summary.requests, latency:percentile(50) / 1000, latency:percentile(95) / 1000, summary.errors.status)) end
L
ticks() { local sum=0 f; for f in $(pgrep -f "$work/pg/data|Yipanqi.Web.dll --port $web" ; pgrep -P "$(head -1 "$work/pg/data/postmaster.pid")"); do
  sum=$((sum + $(awk '{sub(/.*\) /,""); print $12+$13+$14+$15}' "/proc/$f/stat" 2>/dev/null || echo 0))); done; echo $sum; }
printf '%-70s %8s %8s %8s %8s\n' address requests p50_ms p95_ms cpu_ms
while read -r address; do
  [ -n "$address" ] || continue
  [ "$(curl -s -o /dev/null -w '%{http_code}' -b "$jar" "http://127.0.0.1:$web$address")" = 200 ] || { echo "$address does not answer 200" >&2; exit 1; }
  wrk -t1 -c$connections -d2 -H "Cookie: $cookie" "http://127.0.0.1:$web$address" >/dev/null
  before=$(ticks)
  read -r requests p50 p95 bad < <(wrk -t1 -c$connections -d"$seconds" -s "$work/p95.lua" -H "Cookie: $cookie" "http://127.0.0.1:$web$address" | tail -1)
  after=$(ticks)
  printf '%-70s %8s %8s %8s %8s%s\n' "$address" "$requests" "$p50" "$p95" "$(awk "BEGIN{printf \"%.2f\", ($after-$before)*10/$requests}")" "$([ "$bad" = 0 ] || echo "  ($bad not answered)")"
done <"${ADDRESSES:-$root/bench/lists.txt}"
[ -z "${HOLD:-}" ] || { echo "Holding on port $port (web $web, cookie in $jar); press enter to stop."; read -r _; }
