#!/bin/bash
# CPU seconds (user and system) of every pair and every session as CSV; the program's path may be given.
set -euo pipefail
program=${1:-build/volteface}
TIMEFORMAT='agree --all --by session --csv: user %U s, system %S s, wall %R s'
time "$program" agree --all --by session --csv > /dev/null
