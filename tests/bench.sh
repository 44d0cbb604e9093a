#!/bin/bash
# Enters: the command and event files. Leaves: a table of each agenda's pages and the time that it takes: CPU (user and
# system) in milliseconds, median and best of 15 runs (RUNS=N for others), after one that warms the caches.
set -euo pipefail
command=$1
shift
runs=${RUNS:-15}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TIMEFORMAT='%3U %3S'

typeset_once () {
  { time "$command" agenda --quiet -o "$folder/agenda.pdf" "$1" 2>"$folder/words"; } 2>&1 || {
    cat "$folder/words" >&2
    return 1
  }
}

printf '%-50s %6s %7s %7s\n' event pages median best
for event in "$@"; do
  typeset_once "$event" >/dev/null
  for ((i = 0; i < runs; i++)); do
    typeset_once "$event"
  done | awk '{ printf "%.0f\n", ($1 + $2) * 1000 }' | sort -n > "$folder/times"
  pages=$(pdfinfo "$folder/agenda.pdf" 2>/dev/null | awk '/^Pages:/ { print $2 }') || pages='?'
  median=$(sed -n "$(((runs + 1) / 2))p" "$folder/times")
  printf '%-50s %6s %7s %7s\n' "$event" "$pages" "$median" "$(head -n 1 "$folder/times")"
done
