#!/bin/bash
# Runs every benchmark that `make bench` built, and every script in bench/; figures are CPU seconds.
set -euo pipefail
cd "$(dirname "$0")/.."
for bench in build/*_bench; do
  [[ -x $bench ]] && "$bench" --benchmark_counters_tabular=true
done
for script in bench/*.sh; do
  [[ -e $script ]] && bash "$script"
done
