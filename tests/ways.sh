# Enters: a script that sources this file. Leaves: the ways in which an event can be printed.
# shellcheck shell=sh

# languages_of EVENT.xml: the first of them is its own.
languages_of () {
  sed -n 's/.*<programme .*languages="\([^"]*\)".*/\1/p' "$1"
}

# ways_of EVENT.xml: a line for each: its options. They are each language alone, and
# the first two together.
ways_of () {
  # shellcheck disable=SC2046 # they are words
  set -- $(languages_of "$1")
  for language; do
    echo "--languages=$language"
  done
  [ $# -lt 2 ] || for way in stacked parallel headings; do
    echo "--languages=$1,$2 --bilingual=$way"
  done
}
