#!/bin/sh
# Enters: the build, with the programs of tests/bench. Leaves: whether a plain agenda takes at most twice the instructions
# of the floor, which only sets the same paragraphs; an accessible one at most half as many again as a plain one; and a
# large event no more for each session than a small one, in memory neither; whether badges with codes take at most a third
# more than those without; whether a thousand of two sides take no more than they may; and
# whether booklets for the press take time by the number of people, and memory once.
# Instructions, which valgrind counts, and not time: other load on the machine does not change them. But finishing is to
# take no more time than painting, and is timed beside it in one process.
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
  valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null "$@" > "$folder/$name.log" 2>&1 || return
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

# count_badges NAME CODE: of the sample's guests.
count_badges () {
  count "$1" "$build/programme" badges --quiet --people="${sample%/*}/guests.csv" --qr="$2" -o "$folder/$1.pdf" "$sample"
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

# finished_in_time SESSIONS: by the medians of a few processes.
finished_in_time () {
  "$tools/stages" 5 "$folder/$1.xml" "$folder/stages.pdf" | tee "$folder/stages" | tail -n 3
  awk '$1 == "paint" { paint = $NF } $1 == "finish" { finish = $NF } END { exit !(finish > 0 && finish <= paint) }' \
    "$folder/stages"
}

# peak SESSIONS: of memory, MB.
peak () {
  "$tools/runs" 1 -- "$build/programme" agenda --quiet -o "$folder/peak.pdf" "$folder/$1.xml" | cut -d ' ' -f 3
}

# grows_evenly: the pages of a large event take no more memory each than those of a smaller one.
grows_evenly () {
  echo "$(peak 150) $(peak 600) $(peak 1200)" |
    awk '{ print "150, 600, 1200 sessions: " $0 " MB"; exit !(NF == 3 && ($3 - $2) / 600 <= 1.15 * ($2 - $1) / 450) }'
}

# thousand_badges: CPU time with leeway, and memory: all pages of a document are kept, and so are libqpdf's of its file.
thousand_badges () {
  {
    echo name,given,family,organisation,category,email,phone
    seq 1000 | sed 's/.*/Anna Example&,Anna,Example&,Ministry of Harbours,delegate,a&@example.org,+33 1 555 &/'
  } > "$folder/guests.csv"
  "$tools/runs" 1 -- "$build/programme" badges --quiet --people="$folder/guests.csv" --qr=vcard --sides=2 \
    -o "$folder/badges.pdf" "$sample" |
    awk '{ print "1,000 badges: " $1 " ms, " $3 " MB; at most 6000 ms, 110 MB"; exit !($1 <= 6000 && $3 <= 110) }'
}

# run PEOPLE: a file for the press with a booklet for each of them; CPU ms, and the peak of memory, MB.
run () {
  seq "$1" | awk 'BEGIN { print "id,name,table" } { printf "%05d,Ada Berg%d,%d\n", $1, $1, $1 % 40 }' > "$folder/people.csv"
  "$tools/runs" 1 -- "$build/programme" booklet --quiet --profile=press --people="$folder/people.csv" \
    --output-intent=/usr/share/color/icc/ghostscript/default_cmyk.icc -o "$folder/run.pdf" "$folder/day.xml" | cut -d ' ' -f 1,3
}

# runs_evenly: 1,500 take three times as long as 500, and a tenth for what else the machine does; and little more memory.
runs_evenly () {
  echo "$(run 500) $(run 1500)" |
    awk '{ print "500, 1500 booklets: " $1 ", " $3 " ms; " $2 ", " $4 " MB"
           exit !(NF == 4 && $3 <= 3.3 * $1 && $4 <= 1.25 * $2) }'
}

"$tools/generate" 15 10 > "$folder/150.xml"
"$tools/generate" 60 10 > "$folder/600.xml"
"$tools/generate" 120 10 > "$folder/1200.xml"
try 'the generated event has no errors and no warnings' "$build/programme" check --strict "$folder/150.xml"
try 'a PDF is finished in no more time than it is painted' finished_in_time 600
try 'memory grows with the pages and not faster' grows_evenly
"$tools/generate" 1 5 > "$folder/day.xml"
try 'booklets of many take time by their number, and memory once' runs_evenly
try 'a thousand badges of two sides take the time and memory that they may' thousand_badges

if command -v valgrind >/dev/null; then
  count_agenda agenda-600 "$folder/600.xml" & # The longest by far.
  count_agenda agenda "$sample" --profile=plain
  count_floor floor "$sample"
  count_agenda agenda-150 "$folder/150.xml"
  count_agenda plain-150 "$folder/150.xml" --profile=plain
  count_badges badges none
  count_badges codes vcard
  count_floor floor-150 "$folder/150.xml"
  wait
  try 'the sample takes at most twice the floor' within agenda 200 floor 1
  try '150 sessions take at most twice the floor' within plain-150 200 floor-150 1
  try 'accessible, they take at most half as much again' within agenda-150 150 plain-150 1
  try '600 sessions take four times as much as 150' within agenda-600 115 agenda-150 4
  try 'badges with codes take at most a third more than without' within codes 133 badges 1
else
  skip 'the sample takes at most twice the floor' 'no valgrind'
  skip '150 sessions take at most twice the floor' 'no valgrind'
  skip 'accessible, they take at most half as much again' 'no valgrind'
  skip '600 sessions take four times as much as 150' 'no valgrind'
  skip 'badges with codes take at most a third more than without' 'no valgrind'
fi
finish
