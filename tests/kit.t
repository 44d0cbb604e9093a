#!/bin/sh
# Enters: the command, and an event with a kit. Leaves: whether its pieces, and the list of them, come into a folder; whether what
# stays the same is not written again; and whether what is made since another event is what differs.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
checker=$PWD/tests/check-pdf.py
. tests/command.sh

# event KIT: an event of two rooms and two people
event () {
  cat <<END
<programme version="1" languages="en fr">
  <event><title>Harbours</title><title xml:lang="fr">Ports</title></event>
  <people><person id="lee"><name>Hana Lee</name></person><person id="okoro"><name>Tom Okoro</name></person></people>
  <rooms><room id="hall"><name>Hall</name></room><room id="loft"><name>Loft</name></room></rooms>
  <agenda><day date="2031-05-05">
    <session id="ships" start="09:00" end="10:00" room="hall"><title>Ships</title>
      <group role="speaker"><slot who="lee" minutes="20"/></group></session>
    <session id="fog" start="10:00" end="11:00" room="loft"><title>Fog</title>
      <group role="speaker"><slot who="okoro" minutes="20"/></group></session>
  </day></agenda>
  $1
</programme>
END
}

# listed FILE: its line of the list but for when it was made
listed () {
  sed -n "s/^\($1,.*\),[^,]*\$/\1/p" kit/print-list.csv
}

printf 'Name,Organisation\nSiri Holm,Port of Sandhaven\nAna Dias,Port of Lome\nJan Smit,\n' > guests.csv
event '<kit><piece name="signs" kind="door" paper="A4" copies="2"/><piece name="agenda" languages="en,fr" bilingual="editions" theme="modern"/>
  <piece name="plates" people="guests.csv"/><piece name="cues" impose="nup" sheet="A4"/><piece name="signs" kind="door" room="loft"/></kit>' > event.xml
run kit --date=2031-05-01 -o kit event.xml
try 'a kit is made' is "$status" 0
try 'of what the event lists' is "$(cd kit && echo *)" \
  'agenda-en.pdf agenda-fr.pdf cues.pdf plates.pdf print-list.csv print-list.pdf signs-door-2.pdf signs-door.pdf'
try 'each file is told' is "$(grep -c ': written$' err)" 8
try 'its options hold' is "$(listed signs-door.pdf)" 'signs-door.pdf,2,4,A4,one-side,2,hang'
try 'and those of the other' is "$(listed signs-door-2.pdf)" 'signs-door-2.pdf,1,1,A3,one-side,1,hang'
try 'so does a list of people' is "$(listed plates.pdf)" 'plates.pdf,3,3,A4,one-side,1,fold'
try 'sheets are those that are put into the tray' is "$(listed cues.pdf)" 'cues.pdf,1,1,A4,one-side,1,cut'
try 'the list has when a file was made' grep -q '^plates.pdf,.*,2031-05-01T00:00:00Z$' kit/print-list.csv
pdftotext -layout kit/print-list.pdf list.txt
try 'as has the page' grep -qE 'signs-door.pdf +2 +2 +4 +hang' list.txt
try 'whose sum is right' grep -qE 'In all +[0-9]+ +[0-9]+' list.txt
try 'and whose tags are' python3 "$checker" --profile=accessible --read kit/print-list.pdf

# What stays

sum () {
  cksum kit/* 
}
sum > before
run kit --date=2031-05-02 -o kit event.xml
try 'nothing new is nothing to write' is "$status" 0
try 'and said' grep -qxF 'kit: all files stay as they are' err
sum > after
try 'not a byte is' cmp before after
sed 's/Hana Lee/Hana Li/' event.xml > other.xml && mv other.xml event.xml
run kit --date=2031-05-03 -o kit event.xml
try 'what differs is written' is "$(sed -n 's/: written$//p' err | tr '\n' ' ')" \
  'signs-door.pdf agenda-en.pdf agenda-fr.pdf cues.pdf print-list.csv '
try 'with its day' grep -q '^cues.pdf,.*,2031-05-03T00:00:00Z$' kit/print-list.csv
try 'what stays has its own' grep -q '^plates.pdf,.*,2031-05-01T00:00:00Z$' kit/print-list.csv
try 'nothing else is left in the folder' is "$(find kit -mindepth 1 | wc -l)" 8

# Without a kit

event '' > event.xml
run kit -q -o all event.xml
try 'an event without a kit' is "$(cd all && echo *)" \
  'agenda.pdf booklet.pdf cues.pdf plates.pdf print-list.csv print-list.pdf signs.pdf speakers.pdf'

# Since

cp event.xml old.xml
sed 's/room="loft"><title>Fog/room="hall"><title>Fog/; s/Tom Okoro/Tom Okorro/' old.xml > event.xml
run kit --since=old.xml -o all event.xml
try 'what was made of all stays' test -e all/signs.pdf
try 'what differs has a folder' is "$(cd all/changes && echo *)" 'changes.pdf plates.pdf print-list.csv print-list.pdf signs.pdf'
try 'one door differs' is "$(pdfinfo all/changes/signs.pdf | sed -n 's/^Pages: *//p')" 1
try 'which is that of the hall' sh -c 'pdftotext all/changes/signs.pdf - | grep -qx Hall'
try 'and one plate' is "$(pdfinfo all/changes/plates.pdf | sed -n 's/^Pages: *//p')" 1
try 'the tags of the changes are right' python3 "$checker" --profile=accessible --read all/changes/changes.pdf
pdftotext -layout all/changes/changes.pdf list.txt
try 'a page says what changed' grep -qE '10:00–11:00 +Fog +Other room' list.txt
try 'and which are new' grep -qE 'Hall, .* signs.pdf' list.txt
try 'and which are to be taken down, with none in their place' sh -c \
  'grep -A 1 -E "Loft, .* –" list.txt && grep -qE "^ +Tom Okoro$|Tom Okoro +–" list.txt'
rm -r all/changes
run kit --since=event.xml -o all event.xml
try 'no change makes no piece' is "$(cd all/changes && echo *)" 'print-list.csv print-list.pdf'
try 'as the list says' sh -c 'pdftotext all/changes/print-list.pdf - | grep -qx "Nothing changed."'

# Labels, by name or as a file beside the event, and both sides of them

event '<kit><piece name="badges" people="guests.csv" stock="avery-l7418" sides="2"/></kit>' > event.xml
cp event.xml old.xml
run kit -q -o labels event.xml
try 'labels have a name' is "$status" 0
try 'three badges are one sheet of two sides' grep -q '^badges.pdf,2,1,A4,' labels/print-list.csv
sed 's/avery-l7418/ours.stock/' old.xml > bad.xml
try 'or are a file' exits 1 'ours.stock' kit -q -o labels bad.xml
run kit -q --since=old.xml -o labels event.xml
try 'badges that are as they were are not made' is "$(cd labels/changes && echo *)" 'print-list.csv print-list.pdf'

# What cannot be

try 'no folder' exits 2 'programme kit event.xml -o FOLDER' kit event.xml
try 'an option of one piece' exits 2 'goes with' kit --sort=name -o kit event.xml
try 'since elsewhere' exits 2 '--since goes with kit' agenda --since=old.xml event.xml
try 'an old event that is not there' exits 1 'nowhere.xml: cannot be read' kit --since=nowhere.xml -o kit event.xml
event '<kit><piece name="sings"/></kit>' > bad.xml
try 'an unknown piece' exits 1 'bad.xml:11:8: error: there is no piece "sings"' kit -q -o new bad.xml
try 'makes nothing' test ! -e new
event '<kit><piece name="agenda"/><piece name="plates" people="nobody.csv"/></kit>' > bad.xml
try 'a list that is not there' exits 1 'nobody.csv' kit -q -o new bad.xml
try 'leaves nothing behind' is "$(find new -mindepth 1)" ''
printf 'Name\n,\n' > empty.csv
event '<kit><piece name="plates" people="empty.csv"/></kit>' > bad.xml
try 'a list with nobody in it' exits 1 'nobody in it' kit -q -o new bad.xml
: > file
try 'a file in the place of the folder' exits 3 'file: cannot be written' kit -q -o file event.xml
finish
