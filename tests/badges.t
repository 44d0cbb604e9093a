#!/bin/sh
# Enters: lists of people, and the sample's guests. Leaves: whether badges stand on the labels of their stock, in the file as it is
# printed; whether readers of codes read what they say; whether what is wrong is told.
# shellcheck disable=SC1111,SC2016 # the quotation marks of messages; what inner shells expand
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
top=$PWD
. tests/command.sh

cat > event.xml << 'END'
<programme version="1" languages="en"><event><title>Harbours</title></event><agenda><day date="2031-05-05">
<session start="09:00" end="09:30"><title>Tides</title></session></day></agenda></programme>
END
{ echo name,country; seq -f 'Guest%g,DE' 21; } > guests.csv

# on_labels FILE STEP LEFT TOP WIDTH HEIGHT ACROSS DOWN COLUMNS ROWS START: each GuestN stands within its label (lengths in mm),
# on pages of which every STEPth is looked at
on_labels () {
  pdftotext -bbox "$1" words.html
  shift
  awk -v step="$1" -v left="$2" -v top="$3" -v width="$4" -v height="$5" -v across="$6" -v down="$7" -v columns="$8" \
    -v rows="$9" -v start="${10}" '
    function value(name) { match($0, name "=\"[0-9.]*"); return substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 2) / 72 * 25.4 }
    /<page/ { page++ }
    />Guest[0-9]+</ && (page - 1) % step == 0 {
      match($0, />Guest[0-9]+/); n = substr($0, RSTART + 6, RLENGTH - 6) + start - 2
      label = n % (columns * rows); x = left + label % columns * across; y = top + int(label / columns) * down
      if (int(n / (columns * rows)) != (page - 1) / step || value("xMin") < x || value("xMax") > x + width ||
          value("yMin") < y || value("yMax") > y + height) { print "label " label + 1 ": " $0; bad = 1 }
      found++
    }
    END { if (found != 21) { print found " badges"; bad = 1 } exit bad }' words.html
}
# badges STOCK OPTION...
badges () {
  stock=$1
  shift
  run badges -q --people=guests.csv --stock="$stock" -o "$stock.pdf" "$@" event.xml
}
badges avery-l7418
try 'a badge a label' on_labels avery-l7418.pdf 1 19 38.5 86 55 86 55 2 4 1
badges avery-l7418 --start=3
try 'from the third on' on_labels avery-l7418.pdf 1 19 38.5 86 55 86 55 2 4 3
badges avery-5392 --offset=1mm,-1mm
try 'of other makers, moved' on_labels avery-5392.pdf 1 7.35 24.4 101.6 76.2 101.6 76.2 2 3 1
try 'on their paper' is "$(info avery-5392.pdf 'Page size')" '612 x 792 pts (letter)'
badges avery-c32011 --sides=2
try 'fronts on every other sheet' on_labels avery-c32011.pdf 2 15 13.5 85 54 95 54 2 5 1
try 'which is to be printed at its size' sh -c 'qpdf --qdf avery-c32011.pdf - | grep -a -A4 /ViewerPreferences | tr -d "\n" |
  grep -qE "/Duplex /DuplexFlipLongEdge.*/PickTrayByPDFSize true.*/PrintScaling /None"'
cat > ours.stock << 'END'
[stock]
name = Ours
sheet = A4
width = 90mm
height = 60mm
columns = 2
rows = 4
left = 10mm
top = 20mm
across = 100mm
END
run badges -q --people=guests.csv --stock=ours.stock -o ours.pdf event.xml
try 'a stock of one'"'"'s own' on_labels ours.pdf 1 10 20 90 60 100 60 2 4 1
sed 's/^width.*/width = 200mm/; s/^rows.*/rows = many/' ours.stock > wide.stock
try 'what is wrong in it is told with its line' exits 1 '^wide.stock:7:1: error: rows: “many” is not understood.*bad-stock' \
  badges --people=guests.csv --stock=wide.stock -o no.pdf event.xml
try 'nothing is written' test ! -e no.pdf
try 'tent cards have stocks, too' exits 0 '' plates -q --people=guests.csv --stock=avery-5305 -o tents.pdf event.xml
try 'two a sheet' is "$(info tents.pdf Pages)" 11
run stocks
try 'all are listed' test "$(wc -l < out)" -ge 20
try 'with their sizes' grep -qxE 'avery-l7418 +86 x 55 mm, 2 x 4 on A4: .*' out
try 'a note says to print it as it is' exits 0 'note: print this at 100 %' \
  badges --people=guests.csv --stock=avery-l7418 -o a.pdf event.xml

# What is wrong

try 'no list' exits 2 'name the list of those whom badges are for' badges event.xml
echo name > empty.csv
try 'an empty list' exits 1 'nobody in it|has no rows' badges --people=empty.csv -o no.pdf event.xml
try 'a start without a stock' exits 2 'say which, --stock=NAME' badges --people=guests.csv --start=3 event.xml
try 'a stock and a paper' exits 2 '--paper and stock both say how large it is' badges --people=guests.csv --stock=avery-l7418 --paper=A6 event.xml
printf 'name,photograph\nAnn,ann.png\nBo,bo.png\n' > faces.csv
: > ann.png
try 'photographs that are none' exits 1 '^faces.csv:2:1: error: .*ann.png' badges --people=faces.csv -o no.pdf event.xml
try 'all are told' grep -q '^faces.csv:3:1: error: .*bo.png' err
{ echo name; seq 100000; } > many.csv
try 'more rows than may be' exits 1 '^programme: many.csv:10002:1: the list has 100000 rows, each for 2 pages at least, and the document may have 20000: divide the list; --limits-pages=N' \
  badges -q --people=many.csv --sides=2 -o no.pdf event.xml

# Codes

in_top () {
  (cd "$top" && "$@")
}
sample=$top/samples/oecd-indigo-2024
if command -v zbarimg > /dev/null; then
  run badges -q --people="$sample/guests.csv" --qr=vcard --stock=avery-l7418 -o codes.pdf "$sample/event.xml"
  pdftoppm -r 300 -gray codes.pdf code
  zbarimg -q --raw code-*.pgm > seen 2> /dev/null
  try 'forty codes are read' is "$(grep -cE '^(BEGIN:VCARD|MECARD:)' seen)" 40
  cut -d, -f11- "$sample/guests.csv" | grep -oE '[a-z.-]+@example.org' | LC_ALL=C sort > wanted
  grep -oE '[a-z.-]+@example.org' seen | LC_ALL=C sort > found
  try 'each with its address' diff wanted found
  for name in 'Щербакова' 'الزهراء' 'ศรีสุวรรณพงษ์' '田中花子' 'Þórunn' 'ស្រីនាង'; do
    try "$name is read as it is written" grep -qF "$name" seen
  done
  mkdir codes
  try 'two readers get what was written, in all languages, also from what is blurred and from labels' \
    in_top /usr/bin/python3 tests/codes.py "$program" "$PWD/codes"
else
  skip 'forty codes are read' 'zbarimg is not there'
fi
finish
