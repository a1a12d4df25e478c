#!/bin/bash
# Runs each fuzz target for 60 seconds from the seeds in fuzz/seeds/<name>/; `make fuzz` builds them.
#
#   scripts/fuzz.sh [NAME...]      SECONDS_EACH=60 in the environment
#
# What a run finds on its way stays in build-fuzz/corpus/<name>, and is where the next run begins. An input that
# fails is kept in build-fuzz/failures/; once the fault is mended it becomes a seed, which `make test` feeds too.
set -uo pipefail
cd "$(dirname "$0")/.."
seconds=${SECONDS_EACH:-60}
failed=0
names=("$@")
if [[ ${#names[@]} -eq 0 ]]; then
  for target in build-fuzz/*_fuzz; do names+=("$(basename "$target" _fuzz)"); done
fi
mkdir -p build-fuzz/failures
for name in "${names[@]}"; do
  corpus=build-fuzz/corpus/$name
  mkdir -p "$corpus"
  log=build-fuzz/$name.log
  if "build-fuzz/${name}_fuzz" "$corpus" "fuzz/seeds/$name" -max_total_time="$seconds" -timeout=10 \
    -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="build-fuzz/failures/$name-" > "$log" 2>&1; then
    printf '%-8s no failure in %s s; %s inputs\n' "$name" "$seconds" \
      "$(awk '/number_of_executed_units/ { print $2 }' "$log")"
  else
    failed=1
    printf '%-8s FAILED: see %s and build-fuzz/failures/\n' "$name" "$log"
    grep -E 'ERROR|broken promise|SUMMARY|Test unit written' "$log" | head -5
  fi
done
exit "$failed"
