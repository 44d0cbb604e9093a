#!/bin/sh
# Enters: the schema lib/read/programme.rnc, its XML syntax programme.rng, and the events in samples/.
# Leaves: whether the two say the same, and whether the events are valid.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# words FILE: the names and values of a schema in the XML syntax, however it writes them, sorted.
words () {
  xmllint --xpath '//@name | //*[local-name()="name" or local-name()="value" or local-name()="param"]/text()' "$1" |
    sed 's/^ *name="\(.*\)"$/\1/; s/^xml://' | LC_ALL=C sort
}

same_words () {
  words "$1" > "$1.words" && words "$2" > "$scratch/words" && diff "$1.words" "$scratch/words"
}

# valid SCHEMA FILE
valid () {
  xmllint --nonet --noout --relaxng "$1" "$2"
}

# xmllint reads the XML syntax alone, so the compact one is translated.
try 'the schema is well-formed' rnc2rng lib/read/programme.rnc "$scratch/programme.rng"
try 'its XML syntax is of the same day' same_words "$scratch/programme.rng" lib/read/programme.rng
for event in samples/*/event.xml; do
  sed 's/<programme/<programme wine="red"/' "$event" > "$scratch/event.xml"
  for schema in "$scratch/programme.rng" lib/read/programme.rng; do
    try "$event is valid by ${schema##*/}" valid "$schema" "$event"
    refuse 'and is not when it has an unknown attribute' 'wine' valid "$schema" "$scratch/event.xml"
  done
done
finish
