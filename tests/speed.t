#!/bin/sh
# Enters: the build, with the programs of tests/bench. Leaves: TAP. An agenda takes at most twice the instructions of the
# floor, which only sets the same paragraphs, and as many for each session of a large event as of a small one.
# Instructions, counted by valgrind, and not time: other load on the machine does not change them. "make bench" tells time.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
build=${BUILD:-$PWD/build}
tools=$build/tests/bench
event=samples/oecd-indigo-2024/event.xml
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# count NAME COMMAND...: writes to NAME.count how many instructions the command takes.
count () {
  valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null "${@:2}" 2>&1 >/dev/null |
    sed -n 's/.*I *refs: *//p' | tr -d , > "$folder/$1.count"
}
