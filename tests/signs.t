#!/bin/sh
# Enters: the command; in ../shared/corpus, where that is there, a schedule of 1,351 events. Leaves: whether signs of all kinds
# are made by the command, and no sign of a large event loses a word.
# shellcheck disable=SC1111 # the quotation marks of messages
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
top=$PWD
. tests/command.sh
export SOURCE_DATE_EPOCH=1900000000

room kinds
cp "$top/tests/bad/check-directions.xml" event.xml
try 'all kinds in one file' writes all.pdf signs -q --kind=door,session,board,direction,notice,welcome -o all.pdf event.xml
try 'each on its own paper' is "$(pdfinfo -l 99 all.pdf | sed -n 's/^Page .*size: *\([0-9.]* x [0-9.]*\) .*/\1/p' | sort -u | tr '\n' ' ')" \
  '1191 x 842 1684 x 2384 841.89 x 1190.55 842 x 1191 '
try 'or on one for all' writes a4.pdf signs -q --kind=board,direction,welcome --paper=A4 -o a4.pdf event.xml
try 'it is A4' is "$(info a4.pdf 'Page size')" '595.276 x 841.89 pts (A4)'
try 'a board at a place' writes board.pdf signs -q --kind=board '--place=Foyer, east wall' -o board.pdf event.xml
try 'there is no such place' exits 2 'no <sign> of <directions> is at the place “Foyer, west wall”; did you mean “Foyer, east wall”?' \
  signs --kind=board '--place=Foyer, west wall' event.xml
try 'nor such a room' exits 2 'there is no room “hell”; did you mean “hall”?' signs --room=hell event.xml
try 'nor such a day' exits 2 'there is no day 4: the event has 1' signs --day=4 event.xml

# pixels PNG: its width and height, by its header.
pixels () { od -An -v -tu1 -j16 -N8 "$1" | awk '{ print $3 * 256 + $4, $7 * 256 + $8 }'; }

room screens
cp "$top/tests/bad/check-directions.xml" event.xml
try 'pictures for screens' exits 0 '' signs -q --kind=screen --room=hall --format=png -o 'a,b.png' event.xml
try 'have as many pixels as the paper' test "$(pixels a,b-1.png)" = '1920 1080'
try 'and a list of when they are shown' is "$(cat playlist.csv)" 'file,from,until,room
"a,b-1.png",2031-05-05T00:00:00,2031-05-05T09:00:00,hall
"a,b-2.png",2031-05-05T09:00:00,2031-05-05T10:00:00,hall'
try 'larger ones' exits 0 '' signs -q --kind=screen --room=hall --paper=3840x2160px --format=png --pages=2 -o large.png event.xml
try 'are larger' test "$(pixels large.png)" = '3840 2160'
try 'a kind that is none' exits 2 '--kind takes door, session, board, direction, notice, welcome or screen, not “dor”; did you mean “door”[?]' \
  signs --kind=dor event.xml
try 'plates have others' exits 2 '--kind takes tent, delegation, lectern or table, not “tnt”; did you mean “tent”[?]' \
  plates --kind=door,tnt event.xml
try 'and not these' exits 2 'kind=door goes with signs, not with plates' plates --kind=door event.xml
try 'they go with no other kind' exits 2 'kind=screen goes with no other' signs --kind=door,screen event.xml
try 'how far is metres' exits 2 '--distance takes metres, to 1000, such as 6m, not “6”' signs --distance=6 event.xml

room press
cp "$top/tests/bad/check-directions.xml" event.xml
profile=/usr/share/color/icc/ghostscript/default_cmyk.icc
if [ -f "$profile" ]; then
  try 'for the press' writes press.pdf signs -q --kind=door,direction,notice,welcome --profile=press "--output-intent=$profile" \
    -o press.pdf event.xml
  try 'it is PDF/X-4' sh -c 'pdfinfo -meta press.pdf | grep -q "PDF/X-4"'
  # bleeds: 3 mm around the trim of each page.
  bleeds () {
    pdfinfo -box -l 9 press.pdf | awk '
      function far(a, b) { return a - b > 8.52 || a - b < 8.49 }
      $3 == "BleedBox:" { for (i = 4; i < 8; i++) bleed[i] = $i }
      $3 == "TrimBox:" { if (far($4, bleed[4]) || far($5, bleed[5]) || far(bleed[6], $6) || far(bleed[7], $7)) bad = 1; n++ }
      END { exit bad || n < 5 }'
  }
  # pixel X Y: of the first page, in points: "white" or not.
  pixel () {
    pdftoppm -r 72 -l 1 -x "$1" -y "$2" -W 1 -H 1 press.pdf | tail -c 3 | od -An -tu1 | sed 's/ 255 255 255/white/; t; s/.*/ink/'
  }
  try 'pages are trimmed, with a bleed of 3 mm' bleeds
  try 'into which the field of a door reaches, and not beyond' is "$(pixel 23 100) $(pixel 400 42) $(pixel 874 100) $(pixel 10 100)" \
    'ink ink ink white'
fi

room corpus
schedule=$top/../shared/corpus/36c3.schedule.xml
if [ -f "$schedule" ]; then
  "$program" import -q -o event.xml "$schedule"
  "$program" signs -q --despite-errors -o doors.pdf event.xml
  "$program" signs -q --despite-errors --kind=session -o sessions.pdf event.xml
  pdftotext -raw doors.pdf doors.txt
  pdftotext -raw sessions.pdf sessions.txt
  try 'each session stands on its doors once, and no sign loses a word' python3 -c '
import re, sys
import xml.etree.ElementTree as tree

def plain (text):
    return re.sub (r"[\s\u00ad\u200b\ufffd\ue000-\uf8ff]", "", text)

sessions = []
for day in tree.parse ("event.xml").iter ("day"):
    of_day = [s for s in day if s.tag == "session"]
    sessions += sorted (of_day, key=lambda s: [int (n) for n in s.get ("start").split (":")])
print (len (sessions), "sessions")
assert len (sessions) == 1351
doors = open ("doors.txt", encoding="utf-8").read ()
pages = open ("sessions.txt", encoding="utf-8").read ().split ("\f")[:-1]
assert len (pages) == len (sessions), len (pages)
ends = [s for s in sessions if s.get ("end") not in (None, s.get ("start"))]
found = re.findall (r"^–\d\d?:\d\d$", doors, re.M)
assert len (found) == len (ends), (len (found), len (ends))
all_doors, lost = plain (doors), []
for session, page in zip (sessions, pages):
    title = plain ("".join (session.find ("title").itertext ()))
    if title not in plain (page) or title not in all_doors:
        lost.append (title)
print (lost)
assert not lost
'
fi
finish
