#!/bin/sh
# Enters: the build, with the fuzz targets and the command made with the sanitisers. Leaves: whether they withstand for
# some seconds what "make fuzz" and "make reliability" do at length.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
build=${BUILD:-$PWD/build}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/tests"
ln -s "$build/fuzz/tests/fuzz" "$scratch/tests/fuzz"
# The same each time: a run that fails is told by its change, not by its luck.
export FUZZ_SEED=20310614
try 'what chance makes' sh tests/fuzz/fuzz.sh "$scratch" "${PROGRAMME:-$build/programme}" 42
try 'events and themes with changes' python3 tests/fuzz/mutants.py "$build/asan/programme" "$scratch" --seconds 30 --seed 20310614
finish
