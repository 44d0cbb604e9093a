#!/bin/sh
# Enters: the command, and an event before and after edits. Leaves: whether compare tells the edits, and its exit status.
# shellcheck disable=SC2016 # what a shell within is to expand
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
. tests/command.sh

cat > old.xml <<'END'
<programme version="1" languages="en">
  <event><title>Harbours</title></event>
  <rooms><room id="hall"><name>Hall</name></room><room id="loft"><name>Loft</name></room></rooms>
  <agenda><day date="2031-05-05">
    <session id="ships" start="09:00" end="10:00" room="hall"><title>Ships</title></session>
    <session id="fog" start="10:00" end="11:00" room="hall"><title>Fog</title></session>
  </day></agenda>
</programme>
END
sed 's/room="hall"><title>Fog/room="loft"><title>Fog/' old.xml > new.xml
line='2031-05-05 10:00–11:00  “Fog”: other room: Loft, not Hall'

run compare old.xml new.xml
try 'changes are no failure' is "$status" 0
try 'each is a line' is "$(cat out)" "$line"
run compare --format=json old.xml new.xml
try 'as JSON' /usr/bin/python3 -c 'import json; c, = json.load(open("out")); assert (c["change"], c["id"], c["now"]) == ("room", "fog", "Loft"), c'
run compare -o changes.txt old.xml new.xml
try 'into a file' is "$(cat changes.txt)" "$line"
run compare old.xml old.xml
try 'no change is none' is "$status" 0
try 'and nothing on standard output' test ! -s out
try 'but said' grep -qxF 'old.xml: nothing changed from old.xml' err
run compare -q old.xml old.xml
try 'unless that is to be quiet' test ! -s err

try 'one event' exits 2 'name two events' compare old.xml
try 'three' exits 2 'name two events' compare old.xml new.xml new.xml
try 'an unknown format' exits 2 'text or json' compare --format=yaml old.xml new.xml
try 'an option of pieces' exits 2 'goes with' compare --paper=A5 old.xml new.xml
try 'no such file' exits 1 'nowhere.xml: cannot be read' compare old.xml nowhere.xml
printf '<programme' > broken.xml
try 'what is no event' exits 1 'broken.xml:' compare broken.xml new.xml
sed 's/start="10:00"/start="ten"/' new.xml > faulty.xml
try 'an event with errors' exits 1 'is no time' compare old.xml faulty.xml
if [ -c /dev/full ]; then
  try 'a full device' sh -c '"$1" compare old.xml new.xml > /dev/full; test $? -eq 3' - "$program"
fi
finish
