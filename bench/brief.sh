#!/bin/bash
# CPU (user and system) and wall seconds of a brief from a cold start, the fit included; the program's path may be given.
set -euo pipefail
program=${1:-build/volteface}
for arguments in 'brief ARG' 'brief ARG --on UKR' 'brief ARG --as-of 2010'; do
  TIMEFORMAT="$arguments: user %U s, system %S s, wall %R s"
  # shellcheck disable=SC2086
  time "$program" $arguments > /dev/null 2>&1
done
