#!/bin/bash
# How fast the interface answers, warm: 16 clients of wrk on a list of addresses of every kind.
#   bench/serve.sh [SECONDS]      default 10; 300 for the long run, which also tells the memory
# Prints the latencies of wrk (99 % is asked to be at most 50 ms) and the memory before and after.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-10}
command -v wrk > /dev/null || { echo "serve.sh: needs wrk (Debian: apt-get install wrk)" >&2; exit 2; }
work=$(mktemp -d)
build/volteface serve --port 0 --news samples/news > "$work/address" 2> "$work/notes" &
program=$!
trap 'kill $program; rm -rf "$work"' EXIT
until [[ -s $work/address ]]; do sleep 0.2; done
base=$(head -1 "$work/address"); base=${base%/}
until curl -s "$base/api/v1/status" | grep -q '"ready":true'; do sleep 0.5; done
cat > "$work/addresses.lua" <<'LUA'
local paths = { "/home", "/states", "/states/ARG", "/states/ARG/neighbours", "/states/ARG/agreement?with=USA,ISR",
  "/states/ARG/surprises", "/states/ARG/predictability", "/states/ARG/press", "/pairs/ARG/USA", "/votes?q=ukraine",
  "/votes/A/RES/ES-11/7", "/turns", "/turns/ARG/2024-03-15", "/reports", "/reports/weekend-essay",
  "/briefs/ARG?on=UKR", "/search?q=milei", "/openapi", "/states/FRA.csv", "/votes/A/RES/ES-11/7.csv" }
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", "/api/v1" .. paths[n % #paths + 1], { ["Accept-Encoding"] = "gzip" })
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("errors: connect %d, read %d, write %d, status %d, timeout %d\n", e.connect, e.read, e.write, e.status, e.timeout))
end
LUA
memory() { awk '/VmRSS/ { print int($2 / 1024) " MB" }' "/proc/$program/status"; }
wrk -t1 -c1 -d3s -s "$work/addresses.lua" "$base" > /dev/null
echo "memory, warm: $(memory)"
wrk -t2 -c16 -d"${seconds}s" --latency -s "$work/addresses.lua" "$base"
echo "memory, after: $(memory)"
