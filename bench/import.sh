#!/bin/bash
# The import of a table in the layout of the UN Digital Library, of about a million rows: CPU and wall seconds, peak
# memory. What is asked: at most 3 s and 400 MB. The program's path may be given.
set -euo pipefail
program=${1:-build/volteface}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build/write_undl_layout "$work/votes.csv" --library
printf 'table of %s rows, %s MB\n' "$(wc -l < "$work/votes.csv")" "$(($(stat -c %s "$work/votes.csv") / 1000000))"
run() {  # run NAME ARGUMENT...
  printf '%s: ' "$1"
  build/measure "$program" "${@:2}" 2> /dev/null | tail -1
}
run 'into the embedded record' import "$work/votes.csv"
run 'in place of a record' record --record-only "$work/votes.csv"
run 'written out as a record' import "$work/votes.csv" --output "$work/merged.vfr"
gzip -1 "$work/votes.csv"
run 'compressed with gzip' import "$work/votes.csv.gz"
