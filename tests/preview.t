#!/bin/sh
# Enters: the command. Leaves: whether its pictures of pages are what is asked for: format, names, pages, sizes. What is
# in them is the unit tests' business.
# shellcheck disable=SC1111,SC2016 # the quotation marks of messages; what inner shells expand
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
. tests/command.sh

# size FILE: width and height of a PNG, as its header says
size () {
  od -An -j 16 -N 8 -t u1 "$1" | awk '{ print ($1 * 256 + $2) * 65536 + $3 * 256 + $4 "x" ($5 * 256 + $6) * 65536 + $7 * 256 + $8 }'
}

# is_png FILE WIDTHxHEIGHT
is_png () {
  [ "$(head -c 4 "$1" | tail -c 3)" = PNG ] && is "$(size "$1")" "$2"
}

# Pages: a cover and two days

room pictures
event 'Harbours of the Future' '' '</day><day date="2031-05-06"><session start="09:00"><title>Tides</title></session>'
try 'png: a file for each page' exits 0 '^event-agenda-1.png to event-agenda-3.png: 3 pages$' \
  agenda --cover=page --format=png event.xml
try 'and no other' leaves event.xml event-agenda-1.png event-agenda-2.png event-agenda-3.png -- true
# A4 is 210 x 297 mm: 8.2677 x 11.6929 inches, at 150 dots 1240.2 x 1753.9
try 'of 150 dots to the inch' is_png event-agenda-2.png 1240x1754
rm event-agenda-?.png
try 'svg, too' exits 0 '^out-1.svg to out-3.svg: 3 pages$' agenda --cover=page --format=svg -o out.svg event.xml
try 'they are well-formed' xmllint --noout --nonet out-1.svg out-2.svg out-3.svg
try 'and as large as the paper' grep -qE '<svg [^>]*width="595\.27[0-9]*pt" height="841\.8[0-9]*pt"' out-1.svg
rm out-?.svg
try '--pages' exits 0 '^out-1.png to out-3.png: 2 pages$' agenda --cover=page --format=png --pages=3,1 --dpi=20 -o out.png event.xml
try 'makes those pages alone' leaves event.xml out-1.png out-3.png -- true
rm out-?.png
try 'one page has the name that is said' exits 0 '^out.png: 1 page$' \
  agenda --cover=page --format=png --pages=2 --dpi=50 -o out.png event.xml
try 'and no other' leaves event.xml out.png -- true
try '--dpi' is_png out.png 413x585
try 'a range' exits 0 '^page-2.svg to page-3.svg: 2 pages$' agenda --cover=page --format=svg --pages=2-3 -o page event.xml
mkdir a.folder
try 'the dot of a folder is none of the name' exits 0 '^a.folder/page-2.svg to ' agenda --cover=page --format=svg --pages=2-3 \
  -o a.folder/page event.xml
run agenda -q --cover=page --format=png --pages=3 --dpi=72 -o - event.xml
try 'standard output takes a page' is_png out 595x842
try 'and nothing is said' test ! -s err
run agenda --cover=page --format=svg --pages=1 -o - event.xml
try 'an SVG, too' xmllint --noout --nonet out
event 'Harbours' '' "$(for day in 06 07 08 09 10 11 12 13 14; do
  echo "</day><day date=\"2031-05-$day\"><session start=\"09:00\"><title>Tides</title></session>"; done)"
try 'ten pages and more have names that sort' exits 0 '^a-01.png to a-12.png: 12 pages$' \
  agenda --cover=page --format=png --dpi=10 -o a.png event.xml

sed -i 's/languages="en"/languages="en fr"/' event.xml
try 'editions have their language before the page' exits 0 '^ports-fr-01.svg to ports-fr-12.svg: 12 pages$' \
  agenda --cover=page --languages=en,fr --bilingual=editions --format=svg -o ports.svg event.xml

# What is refused

room refusals
try 'an unknown format' exits 2 '--format takes pdf, svg or png, not “jpeg”' agenda --cover=page --format=jpeg event.xml
try 'nearly one' exits 2 'did you mean “png”' agenda --cover=page --format=pgn event.xml
for pages in 0 -1 1- 3-1 1,,2 '1,' x 1-x 4294967297; do
  try "--pages=$pages" exits 2 "--pages takes .*1-3,5, not “$pages”" agenda --cover=page --format=png "--pages=$pages" event.xml
done
try 'a page that is not there' exits 2 '--pages=1-3: there is no page 3; the document has 2' \
  agenda --cover=page --format=png --pages=1-3 event.xml
for dpi in 0 -72 72.5 x ''; do
  try "--dpi=$dpi" exits 2 '--dpi (takes a whole number|needs a value)' agenda --cover=page --format=png "--dpi=$dpi" event.xml
done
try 'too few dots' exits 2 '9 dots to the inch are too few; on this paper 10 to 1438' \
  agenda --cover=page --format=png --dpi=9 event.xml
# A0 is 33.1 x 46.8 inches: 1550 square inches; 200 million dots are 359 on each side of a square inch
try 'too many for the paper' exits 2 '600 dots to the inch are too many; on this paper 10 to 359' \
  agenda --cover=page --format=png --dpi=600 --paper=A0 event.xml
try 'pages of a PDF' exits 2 '--pages goes with --format=png or svg: a PDF has all' agenda --pages=1 event.xml
try 'dots of a PDF' exits 2 '--dpi goes with --format=png: ' agenda --dpi=72 event.xml
try 'dots of an SVG' exits 2 '--dpi goes with --format=png: ' agenda --cover=page --format=svg --dpi=72 event.xml
try 'several pages on standard output' exits 2 '--pages: standard output and other streams take one, not 2: name it, such as --pages=1' \
  agenda --cover=page --format=png -o - event.xml
try 'a PDF in a .png' exits 2 'a.png would not be what its name says: add --format=png, or .* \.pdf' \
  agenda -o a.png event.xml
try 'a PNG in a .pdf' exits 2 'add --format=pdf, or .* \.png' agenda --cover=page --format=png -o a.pdf event.xml
try 'nothing was written' leaves event.xml -- true
cp event.xml page-1.svg
try 'a picture would replace the event' exits 3 'page-1.svg: cannot be written: it would replace page-1.svg itself' \
  agenda --cover=page --format=svg -o page.svg page-1.svg
try 'and has not' cmp event.xml page-1.svg
echo old > a.png
try 'a folder that is not there' exits 3 '^programme: none/a-1.png: cannot be written: .*none' \
  agenda --cover=page --format=png -o none/a.png event.xml
try 'a file that may not grow' sh -c 'ulimit -f 8; "$1" agenda --cover=page --format=png --pages=2 -o a.png event.xml 2> err
  test $? -eq 3 && grep -q "^programme: a.png: cannot be written: File too large" err' - "$program"
try 'stays as it was' is "$(cat a.png)" old
try 'nothing is left over' leaves event.xml page-1.svg a.png -- true
finish
