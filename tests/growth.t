#!/bin/sh
# Enters: the command. Leaves: whether the time of a check, of an agenda and of a booklet grows with what an event has by
# n log n at most: four times as much of it takes about four times as long; and whether an agenda's sessions take no more
# memory than they may.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
program=${PROGRAMME:-build/programme}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for kind in at-once:4000 one-room:3000 tracks:3000 busy:1000 turns:15000 persons:3000 organisations:20000 \
  sections:4000 unknown:4000 untold:4000 same-ids:4000; do
  try "a check of many: $kind" python3 tests/growth.py "${kind%:*}" "${kind#*:}" "$program" check -q
done
for kind in sessions:500 at-once:1000 persons:2000 turns:2000 links:2000 nested:1500 languages:16 title:1900; do
  try "an agenda of many: $kind" python3 tests/growth.py "${kind%:*}" "${kind#*:}" \
    "$program" agenda -q -o "$scratch/agenda.pdf"
done
# 11.3 kB as measured: 1.16 GB for a hundred thousand.
try 'the memory of an agenda' python3 tests/growth.py sessions 1000 --memory=13000 \
  "$program" agenda -q -o "$scratch/agenda.pdf"
for kind in busy:500 persons:500 sessions:300; do
  try "a booklet of many: $kind" python3 tests/growth.py "${kind%:*}" "${kind#*:}" \
    "$program" booklet -q -o "$scratch/booklet.pdf"
done
finish
