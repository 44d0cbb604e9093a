#!/bin/sh
# Enters: the build, with the programs of tests/bench. Leaves: whether a plain agenda takes at most twice the instructions
# of the floor, which only sets the same paragraphs; an accessible one at most twice those of a plain one, so that it is
# finished in less than it is made; and a large event no more for each session than a small one.
# Instructions, which valgrind counts, and not time: other load on the machine does not change them.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
build=${BUILD:-$PWD/build}
tools=$build/tests/bench
sample=samples/oecd-indigo-2024/event.xml
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# count NAME COMMAND...: keeps how many instructions the command takes, in thousands.
count () {
  name=$1
  shift
  valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null "$@" > "$folder/$name.log" 2>&1
  sed -n 's/.*I *refs: *//p' "$folder/$name.log" | tr -d , | sed 's/...$//' > "$folder/$name.count"
}

# count_agenda NAME EVENT [OPTION...]
count_agenda () {
  name=$1
  event=$2
  shift 2
  count "$name" "$build/programme" agenda --quiet "$@" -o "$folder/$name.pdf" "$event"
}

# count_floor NAME EVENT: of the faster floor, which shapes each word once.
count_floor () {
  "$tools/paragraphs" "$2" > "$folder/$1.list"
  count "$1" "$tools/floor" "$2" "$folder/$1.list" "$folder/$1.pdf" words
}

# within NAME PERCENT OF TIMES: the first count is at most so many percent of the second one times a number.
within () {
  one=$(cat "$folder/$1.count")
  other=$(cat "$folder/$3.count")
  if [ -z "$one" ] || [ -z "$other" ]; then
    tail -n 3 "$folder/$1.log" "$folder/$3.log"
    return 1
  fi
  echo "$1: $one thousand, that is $((one * 100 / (other * $4))) % of $4 x $3: $other thousand; at most $2 %"
  [ $((one * 100)) -le $((other * $4 * $2)) ]
}

"$tools/generate" 15 10 > "$folder/150.xml"
"$tools/generate" 60 10 > "$folder/600.xml"
try 'the generated event has no errors and no warnings' "$build/programme" check --strict "$folder/150.xml"

if command -v valgrind >/dev/null; then
  count_agenda agenda-600 "$folder/600.xml" & # The longest by far.
  count_agenda agenda "$sample" --profile=plain
  count_floor floor "$sample"
  count_agenda agenda-150 "$folder/150.xml"
  count_agenda plain-150 "$folder/150.xml" --profile=plain
  count_floor floor-150 "$folder/150.xml"
  wait
  try 'the sample takes at most twice the floor' within agenda 200 floor 1
  try '150 sessions take at most twice the floor' within plain-150 200 floor-150 1
  try 'accessible, they take at most twice as much' within agenda-150 200 plain-150 1
  try '600 sessions take four times as much as 150' within agenda-600 115 agenda-150 4
else
  skip 'the sample takes at most twice the floor' 'no valgrind'
  skip '150 sessions take at most twice the floor' 'no valgrind'
  skip 'accessible, they take at most twice as much' 'no valgrind'
  skip '600 sessions take four times as much as 150' 'no valgrind'
fi
finish
