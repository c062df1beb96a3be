# Parts of the benches that ask a running product. The caller sets $work (its folder with the PostgreSQL below pg/), $port and $web.

# Starts the product of .run/web on the database; the caller says which by the environment and gives further arguments.
start_product() {
  local out="$root/.run/web"
  [ -n "${PUBLISHED:-}" ] || dotnet publish "$root/src/Yipanqi.Web" -c Release -o "$out" -v q --nologo >/dev/null
  (cd "$out" && exec dotnet Yipanqi.Web.dll --port "$web" --data "$work" --contentRoot "$out" "$@" >"$work/app.log" 2>&1) &
  app=$!
  for _ in $(seq 480); do curl -sf "http://127.0.0.1:$web/health/ready" >/dev/null && return; sleep 0.5; done
  echo "The product does not start: $(tail -5 "$work/app.log")" >&2
  return 1
}

# Signs in and keeps the cookie.
sign_in() {
  local token jar="$work/jar"
  token=$(curl -s -c "$jar" "http://127.0.0.1:$web/sign-in" | grep -o '__RequestVerificationToken" value="[^"]*' | head -1 | cut -d'"' -f3)
  curl -s -o /dev/null -b "$jar" -c "$jar" "http://127.0.0.1:$web/sign-in" --data-urlencode "__RequestVerificationToken=$token" \
    --data-urlencode _handler=sign-in --data-urlencode Input.UserName="$1" --data-urlencode Input.Password="$2"
  cookie=$(awk '!/^# /&&NF>5{printf "%s=%s; ", $6, $7}' "$jar")
}

# Hundredths of a second of CPU of product and database, those that have ended included.
ticks() { local sum=0 f; for f in $(pgrep -f "$work/pg/data|Yipanqi.Web.dll --port $web" ; pgrep -P "$(head -1 "$work/pg/data/postmaster.pid")"); do
  sum=$((sum + $(awk '{sub(/.*\) /,""); print $12+$13+$14+$15}' "/proc/$f/stat" 2>/dev/null || echo 0))); done; echo $sum; }

# Requests, p50, p95 and CPU a request of each address of a file: 8 connections, after 2 s of warming up. An export is asked 5 times by one.
measure() {
  local seconds=${SECONDS_EACH:-8} connections=8 address before after requests p50 p95 bad
  cat >"$work/p95.lua" <<'L'
done = function(summary, latency) io.write(string.format("%d %.1f %.1f %d\n", summary.requests, latency:percentile(50) / 1000, latency:percentile(95) / 1000, summary.errors.status)) end
L
  printf '%-70s %8s %8s %8s %8s\n' address requests p50_ms p95_ms cpu_ms
  while read -r address; do
    [ -n "$address" ] || continue
    [ "$(curl -s -o /dev/null -w '%{http_code}' -H "Cookie: $cookie" "http://127.0.0.1:$web$address")" = 200 ] || { echo "$address does not answer 200" >&2; continue; }
    case "$address" in
      */export*)
        before=$(ticks)
        read -r p50 p95 < <(for _ in 1 2 3 4 5; do curl -s -o /dev/null -w '%{time_total}\n' -H "Cookie: $cookie" "http://127.0.0.1:$web$address"; done | sort -n | awk '{t[NR]=$1*1000} END {printf "%.0f %.0f\n", t[3], t[5]}')
        requests=5 bad=0 ;;
      *)
        wrk -t1 -c$connections -d2 -H "Cookie: $cookie" "http://127.0.0.1:$web$address" >/dev/null
        before=$(ticks)
        read -r requests p50 p95 bad < <(wrk -t1 -c$connections -d"$seconds" -s "$work/p95.lua" -H "Cookie: $cookie" "http://127.0.0.1:$web$address" | tail -1) ;;
    esac
    after=$(ticks)
    printf '%-70s %8s %8s %8s %8s%s\n' "$address" "$requests" "$p50" "$p95" "$(awk "BEGIN{printf \"%.2f\", ($after-$before)*10/$requests}")" "$([ "$bad" = 0 ] || echo "  ($bad not answered)")"
  done <"$1"
  echo "load $(cut -d' ' -f1-3 /proc/loadavg)"
}
