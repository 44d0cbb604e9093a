#!/bin/sh
# Enters: the build folder, with the command and the programs of tests/bench. Leaves: tables of what an agenda costs:
# stage by stage, beside the floor, and by the number of sessions. RUNS=N: processes a median is taken of (15, and fewer
# for large events). INSTRUCTIONS=1: counts of instructions too, which no other load on the machine changes (valgrind).
set -eu
build=$1
tools=$build/tests/bench
runs=${RUNS:-15}
fewer=$(((runs + 2) / 3))
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM

# instructions COMMAND...: how many a process takes, in millions.
instructions () {
  valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null "$@" 2>&1 >/dev/null |
    sed -n 's/.*I *refs: *//p' | tr -d , | awk '{ printf "%.1f\n", $1 / 1e6 }'
}

# beside_floor HEAD [HEAD]: a table of what comes in, a line each for the command and the floors: a value of which the
# ratio is told, and maybe a second one.
beside_floor () {
  printf '  %-30s %10s %7s %9s\n' 'whole processes' "$1" ratio "${2-}"
  paste -d '\t' "$folder/names" - |
    awk -F '\t' '{ split ($2, value, " ")
                   if (NR == 1) command = value[1]
                   printf "  %-30s %10.1f %7.2f %9s\n", $1, value[1], command / value[1], value[2] }'
}

# measure EVENT RUNS: the tables of one event.
measure () {
  event=$1
  n=$2
  pdf=$folder/agenda.pdf
  "$tools/paragraphs" "$event" > "$folder/paragraphs"
  "$tools/stages" "$n" "$event" "$pdf" > "$folder/stages"
  printf '%s: %s, %d bytes of PDF\n' "${event#"$folder/"}" "$(head -n 1 "$folder/stages")" "$(wc -c < "$pdf")"
  printf '  %-30s %10s\n' "stages, medians of $n" 'CPU ms'
  sed 1d "$folder/stages"
  set -- "$tools/floor" "$event" "$folder/paragraphs" "$folder/floor.pdf"
  "$tools/runs" "$n" -- "$build/programme" agenda --quiet -o "$pdf" "$event" -- \
    "$build/programme" agenda --quiet --profile=plain -o "$pdf" "$event" -- "$@" words -- "$@" |
    cut -d ' ' -f 1,3 | beside_floor 'CPU ms' 'peak MB'
  if [ -n "${INSTRUCTIONS-}" ]; then
    {
      instructions "$build/programme" agenda --quiet -o "$pdf" "$event"
      instructions "$build/programme" agenda --quiet --profile=plain -o "$pdf" "$event"
      instructions "$@" words
      instructions "$@"
    } | beside_floor 'mio instr.'
  fi
}

printf '%s\n' 'the command' 'the command, --profile=plain' 'floor, each word shaped once' 'floor, each paragraph shaped' > "$folder/names"
measure samples/oecd-indigo-2024/event.xml "$runs"
"$tools/stages" "$runs" samples/oecd-indigo-2024/event.xml "$folder/both.pdf" en ko > "$folder/stages"
printf '\nthe same in English and Korean: %s\n' "$(head -n 1 "$folder/stages")"
sed 1d "$folder/stages"
echo
"$tools/generate" 60 10 > "$folder/60-days.xml"
measure "$folder/60-days.xml" "$fewer"

# A file for the press with a booklet for each of so many people.
intent=/usr/share/color/icc/ghostscript/default_cmyk.icc
"$tools/generate" 2 5 > "$folder/event.xml"
printf '\n  %8s %10s %14s %9s %16s\n' booklets 'CPU ms' 'ms a booklet' 'peak MB' 'bytes a booklet'
for people in 500 1000 2000; do
  seq "$people" | awk 'BEGIN { print "id,name,organisation,table" }
                       { printf "%05d,Ada Berg%d,Port of Berg%d,%d\n", $1, $1, $1, $1 % 40 }' > "$folder/people.csv"
  "$tools/runs" 1 -- "$build/programme" booklet --quiet --profile=press --output-intent="$intent" \
    --people="$folder/people.csv" -o "$folder/run.pdf" "$folder/event.xml" | cut -d ' ' -f 1,3 > "$folder/run"
  printf '%d %s %d\n' "$people" "$(cat "$folder/run")" "$(wc -c < "$folder/run.pdf")"
done | awk '{ printf "  %8d %10.1f %14.3f %9.1f %16.0f\n", $1, $2, $2 / $1, $3, $4 / $1 }'

printf '\n  %8s %10s %14s %22s\n' sessions 'CPU ms' 'ms a session' 'ms for each one more'
for days in 15 30 60 120; do
  "$tools/generate" "$days" 5 > "$folder/event.xml"
  printf '%d ' $((days * 5))
  "$tools/runs" "$fewer" -- "$build/programme" agenda --quiet -o "$folder/agenda.pdf" "$folder/event.xml"
done | awk '{ printf "  %8d %10.1f %14.3f", $1, $2, $2 / $1
              printf NR == 1 ? "\n" : " %22.3f\n", ($2 - time) / ($1 - n)
              n = $1; time = $2 }'
