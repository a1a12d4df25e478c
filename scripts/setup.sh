#!/bin/bash
# Installs from Debian what the build needs, if it is missing. Run by `make`; safe to run again.
#
#   scripts/setup.sh          to build and test
#   scripts/setup.sh clang    also what `make fuzz`, `make tidy` and `make format` need
#   scripts/setup.sh learn    also what `make acts` needs
#   scripts/setup.sh page     also what `make page` and `make test-page` need; `make bench`, too
set -euo pipefail

packages=(
  git make cmake ninja-build g++ pkg-config
  libfmt-dev         # text output
  libcli11-dev       # options of the command line
  nlohmann-json3-dev # JSON output
  libsimdjson-dev    # large JSON input
  libeigen3-dev      # linear algebra
  libhwy-dev         # SIMD
  libtbb-dev         # parallel loops
  libzstd-dev        # the packed record
  libxxhash-dev      # the record's hash
  libexpat1-dev      # MARC-XML
  libicu-dev         # Unicode
  libgumbo-dev       # HTML
  libcpp-httplib-dev # the local page and its interface
  zlib1g-dev         # .csv.gz
  libgtest-dev       # tests
  libbenchmark-dev   # timings
)
if [[ ${1:-} == clang ]]; then
  packages+=(clang libclang-rt-14-dev clang-tidy clang-format)
elif [[ ${1:-} == learn ]]; then
  packages+=(liblinear-dev)
elif [[ ${1:-} == page ]]; then
  packages+=(chromium wrk curl)
  command -v npm > /dev/null || packages+=(nodejs npm)
fi

say() { printf 'setup: %s\n' "$*" >&2; }

if ! command -v dpkg-query > /dev/null; then
  if command -v cmake > /dev/null && command -v c++ > /dev/null; then
    say "this is no Debian, so nothing is installed; CMake will tell what it misses"
    exit 0
  fi
  say "volteface builds on Debian 12 and its relatives; elsewhere, install yourself what these packages hold:"
  say "  ${packages[*]}"
  exit 2
fi

# A name that dpkg has never heard of gives no line, so the question is which are there.
installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${packages[@]}" 2> /dev/null |
  awk '$2 == "installed" { print $1 }' || true)
missing=()
for package in "${packages[@]}"; do
  [[ $'\n'$installed$'\n' == *$'\n'$package$'\n'* ]] || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

if [[ $(id -u) -ne 0 ]]; then
  say "not root, and these packages are missing; please install them:"
  say "  sudo apt-get install --no-install-recommends ${missing[*]}"
  exit 2
fi

say "installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { apt-get -q update && apt-get -q -y install --no-install-recommends "${missing[@]}"; } \
  > "$log" 2>&1 < /dev/null; then
  cat "$log" >&2
  say "apt-get failed (its output is above)"
  exit 2
fi
