#!/bin/sh
# Enters: the build, with what makes calls of the system fail. Leaves: whether the command withstands some of what
# "make reliability" does at length: every call that may fail does, and it is killed at any moment.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
build=${BUILD:-$PWD/build}
try 'calls that fail, and signals, leave whole files' python3 tests/faults/faults.py "${PROGRAMME:-$build/programme}" \
  "$build/tests/faults/fail.so" --seconds 40
finish
