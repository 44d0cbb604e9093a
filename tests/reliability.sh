#!/bin/sh
# Enters: a build with the sanitisers', the fuzz targets and what makes calls fail in it, and seconds. Leaves:
# reliability.txt there, which says how much of each was tried and how much of that was wrong; what was, beside it in
# "found"; and the status 1 then.
set -u
build=$1
share=$(($2 / 3))
here=$(dirname "$0")
mkdir -p "$build/found"
status=0
{
  echo "$("$build/programme" --version), $(uname -sm), $(date -u +%Y-%m-%d)"
  python3 "$here/faults/faults.py" "$build/programme" "$build/tests/faults/fail.so" --seconds "$share" \
    2> "$build/found/faults.log" || status=1
  python3 "$here/fuzz/mutants.py" "$build/asan/programme" "$build/found" --seconds "$share" \
    2> "$build/found/mutants.log" || status=1
  if sh "$here/killed.sh" "$build/programme" 100 "$build/killed" > "$build/found/killed.log" 2>&1; then
    echo 'booklets that are taken up again after 100 kills: the same bytes'
  else
    echo 'booklets that are taken up again after kills: wrong, as found/killed.log says'
    status=1
  fi
  rm -rf "$build/killed"
  sh "$here/fuzz/fuzz.sh" "$build/fuzz" "$build/programme" "$share" 2> "$build/found/fuzz.log" || status=1
} > "$build/reliability.txt"
cat "$build/reliability.txt"
cat "$build/found/faults.log" "$build/found/mutants.log" "$build/found/fuzz.log" >&2
exit $status
