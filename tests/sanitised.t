#!/bin/sh
# Enters: the command built with the address and undefined-behaviour sanitisers, and the events in samples/.
# Leaves: whether it makes each piece without an error or a leak.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
command=${BUILD:-build}/asan/programme
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# sound COMMAND...: it is. Where the sanitiser finds a leak it is asked once more, with all calls: what is a library's can
# only be told by these.
sound () {
  "$@" || ASAN_OPTIONS=${ASAN_OPTIONS-}:fast_unwind_on_malloc=0 "$@"
}

for event in samples/*/event.xml; do
  for piece in agenda speakers; do
    try "$piece of $event" sound "$command" "$piece" --quiet -o "$scratch/piece.pdf" "$event"
  done
done
sed 's/<\/event>//' "$event" > "$scratch/broken.xml"
refuse 'a broken event is told, not crashed on' 'broken.xml:[0-9]+:[0-9]+: error' \
  "$command" agenda -o "$scratch/broken.pdf" "$scratch/broken.xml"
finish
