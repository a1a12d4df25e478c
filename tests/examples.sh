#!/bin/bash
# Runs the examples of README.md and docs/, and compares what they print with what is printed there.
#
#   examples.sh PROGRAM FILE...
#
# An example is a line "$ volteface ..." in a fenced block; the lines behind it, to the next one or the end of
# the block, are what it must write to standard output. A line "..." stands for any number of lines. Examples
# run in a folder of their own, in which samples/ lies.
set -uo pipefail
PATH=$(cd "$(dirname "$1")" && pwd):$PATH
shift
work=$(mktemp -d)
mkdir "$work/here"
cp -r "$(dirname "$0")/../samples" "$work/here"
trap 'rm -rf "$work"' EXIT

matches() {  # matches EXPECTED ACTUAL
  awk 'NR == FNR { want[++n] = $0; next } { got[++m] = $0 }
    # The same line, but that numbers with a point may be off by one in the last digit, by two in
    # the third or a later one: processors with shorter vectors add in another order.
    function same(a, b, x, y, places) {
      while (a != b) {
        if (!match(a, /[0-9]*\.[0-9]+/)) return 0
        x = substr(a, RSTART, RLENGTH)
        head = substr(a, 1, RSTART - 1)
        a = substr(a, RSTART + RLENGTH)
        if (!match(b, /[0-9]*\.[0-9]+/) || substr(b, 1, RSTART - 1) != head) return 0
        y = substr(b, RSTART, RLENGTH)
        b = substr(b, RSTART + RLENGTH)
        places = length(x) - index(x, ".")
        if (length(y) - index(y, ".") != places) return 0
        if ((x - y) ^ 2 > ((places < 3 ? 1.5 : 2.5) / 10 ^ places) ^ 2) return 0
      }
      return 1
    }
    function fits(i, j) {
      while (i <= n && want[i] != "...") if (j > m || !same(want[i++], got[j++])) return 0
      if (i > n) return j > m
      for (; j <= m + 1; ++j) if (fits(i + 1, j)) return 1
      return 0
    }
    END { exit !fits(1, 1) }' "$1" "$2"
}

examples=0
wrong=0
check() {  # check FILE COMMAND, with what is expected in $work/expected
  examples=$((examples + 1))
  (cd "$work/here" && bash -c "$2") > "$work/actual" 2> "$work/notes" < /dev/null
  # An empty line before the end of a block is for the eye.
  sed -i -e :a -e '/^\n*$/{$d;N;ba' -e '}' "$work/expected"
  if ! matches "$work/expected" "$work/actual"; then
    wrong=$((wrong + 1))
    echo "$1: '$2' prints something else now:"
    diff "$work/expected" "$work/actual" | head -20
    cat "$work/notes"
  fi
}

for file in "$@"; do
  fenced=no
  command=
  while IFS= read -r line; do
    if [[ $line == '```'* || ($fenced == yes && $line == '$ volteface '*) ]]; then
      [[ -n $command ]] && check "$file" "$command"
      command=
      if [[ $line == '```'* ]]; then
        [[ $fenced == yes ]] && fenced=no || fenced=yes
      else
        command=${line#'$ '}
        : > "$work/expected"
      fi
    elif [[ -n $command ]]; then
      printf '%s\n' "$line" >> "$work/expected"
    fi
  done < "$file"
done
echo "$examples examples, $wrong of them wrong"
[[ $wrong -eq 0 && $examples -gt 0 ]]
