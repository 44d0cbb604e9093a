#!/bin/sh
# Enters: a number, and rooms of lib/ (else those that set and paint). Leaves: whether the quick tests find so many
# small faults that are put into the rooms one at a time: those that they do not find, each with its place, and the
# share of those that they do. SEED=N draws others, JOBS=N tries so many at once, V=1 counts which test finds how many.
set -eu
number=${1:?usage: mutate.sh N [ROOM...]}
shift
cd "$(dirname "$0")/.."
rooms=${*:-piece say layout paint pdf text check}
for room in $rooms; do
  [ -d "lib/$room" ] || { echo "mutate.sh: there is no room $room" >&2; exit 2; }
done

# In a build of its own all of the library can be seen from outside, so that the tests are linked once and a fault costs
# one object and the library.
base=$PWD/build/mutate
# shellcheck disable=SC2016 # make's variables
make -s B="$base" CFLAGS='-O1 -fvisibility=default' WERROR= EXPORTED= INTERNAL='-L$(B) -lprogramme $(LIB_PC_LIBS)' all unit >&2
export BUILD="$base" PROGRAMME="$base/programme" G_TEST_SRCDIR="$PWD/tests" LC_ALL=C.UTF-8 TZ=UTC
export G_DEBUG=fatal-criticals
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' HUP INT TERM
# shellcheck disable=SC2046 # a list of tests
python3 tests/mutate.py "$base" "$scratch" "${SEED:-1}" "$number" "$rooms" $(make -s B="$base" quick-tests)
