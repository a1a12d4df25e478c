#!/bin/bash
# Installs the build into an empty prefix, builds the consumer against it, runs it and the program.
#
#   run.sh BUILD WORK [LINKER_FLAGS]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(realpath "$1")
work=$(realpath -m "$2")
rm -rf "$work"
cmake --install "$build" --prefix "$work/prefix" > "$work.log"
cmake -S "$here" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_EXE_LINKER_FLAGS="${3:-}"
cmake --build "$work/build"
"$work/build/consumer"
"$work/prefix/bin/volteface" --version
rm -rf "$work"
