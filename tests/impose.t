#!/bin/sh
# Enters: the command, and PDFs made by impose.py. Leaves: whether sheets show what pages do, pixel by pixel, bleeds as far as
# they should go, marks and words beside them; whether the file claims no more than it is; what is refused, and how; how
# long it takes. Where pages stand is shown by test-impose.
# shellcheck disable=SC1111,SC2016 # the quotation marks of messages; what inner shells expand
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
maker=$PWD/tests/impose.py
checker=$PWD/tests/check-pdf.py
plates=$PWD/tests/plates.pl
. tests/command.sh
room sheets
mkdir pages
python3 "$maker" make pages

# draw FILE PAGE DPI OUT: its looks, as MuPDF has them: it knows units of pages.
draw () {
  mutool draw -q -c rgb -r "$3" -o "$4" "$1" "$2" 2> draw.log
}

# Pages of any kind

# looks_same PAGE: alone on a sheet it looks as it does without.
looks_same () {
  run impose "pages/$1.pdf" --pages="$2" --impose=nup --grid=1x1 --sheet=400x500pt --marks=none -o sheet.pdf
  cat err
  [ "$status" -eq 0 ] && qpdf --check sheet.pdf && draw "pages/$1.pdf" "$2" 72 page.ppm && draw sheet.pdf 1 72 sheet.ppm &&
    python3 "$maker" same page.ppm sheet.ppm
}
for file in pages/[!b]*.pdf; do
  name=$(basename "$file" .pdf)
  try "a page that is hard: $name" looks_same "$name" 1
done
try 'the same content on another page' looks_same shared 2
run impose pages/layers.pdf --impose=nup --grid=1x1 -q -o sheet.pdf
try 'layers can be shown and hidden' sh -c 'qpdf --qdf --object-streams=disable sheet.pdf - | grep -aq /OCProperties'

# forms FILE: how many Form XObjects it has
forms () {
  qpdf --qdf --object-streams=disable "$1" - | grep -ac '/Subtype /Form'
}
run impose pages/shared.pdf --impose=nup --grid=1x1 --sheet=400x500pt -q -o sheet.pdf
try 'a page is one form' is "$(forms sheet.pdf)" 3
run impose pages/annotation-hidden.pdf --impose=nup --grid=1x1 -o sheet.pdf
try 'what is hidden is not told of' test ! -s err
sed 's|/F 4|/F 0|' pages/annotation.pdf > screen.pdf
try 'what is only for screens is' exits 0 'page 1 has 1 annotation that is not meant to be printed.*\[annotation-left-out\]' \
  impose screen.pdf --impose=nup --grid=1x1 -o sheet.pdf
sed 's|/AP << /N 8 0 R >>|/XX << /N 8 0 R >>|' pages/fields.pdf > bare.pdf
try 'and a field without looks' exits 0 'warning: page 1 has 1 form field with a value .*\[annotation-left-out\]' \
  impose bare.pdf --impose=nup --grid=1x1 -o sheet.pdf

# Files that cannot be used: status 1, what to do, and the old file is as it was

echo old > old.pdf
# refused_file NAME PATTERN
refused_file () {
  try "a file that cannot be used: $1" exits 1 "$2" impose "pages/bad-$1.pdf" --impose=saddle -o old.pdf
}
refused_file empty 'bad-empty.pdf: the file is empty: copy it again$'
refused_file no-pdf 'the file is damaged, or no PDF \(.*\): if it is one, mend it with “qpdf pages/bad-no-pdf.pdf MENDED.pdf”'
refused_file cut 'the file is damaged, or no PDF'
refused_file loop 'the file is damaged, or no PDF'
refused_file no-pages 'the file has no pages: make it again$'
refused_file no-tree 'the file has no pages: make it again$'
for name in no-size no-area words-for-size; do
  refused_file $name '(page 1|a page) has no size: make the file again$'
done
refused_file number-for-content 'page 1: its content is not there: make the file again, or leave the page out$'
for name in undecodable half-decodable unknown-filter; do
  refused_file $name 'page 1: its content cannot be decoded: make the file again, or leave the page out$'
done
qpdf --encrypt secret owner 256 -- pages/plain.pdf locked.pdf
qpdf --encrypt '' owner 256 -- pages/plain.pdf half-locked.pdf
try 'a locked file' exits 1 'locked.pdf: the file is encrypted: .*“qpdf --decrypt --password=PASSWORD locked.pdf OPEN.pdf”' \
  impose locked.pdf --impose=saddle -o old.pdf
try 'one that can be read and not changed' exits 1 'half-locked.pdf: the file is encrypted' \
  impose half-locked.pdf --impose=saddle -o old.pdf
try 'a file that is not there' exits 1 'none.pdf: cannot be read' impose none.pdf --impose=saddle -o old.pdf
try 'a page that is not there' exits 2 '--pages=7: there is no page 7; pages/plain.pdf has 1' \
  impose pages/plain.pdf --pages=7 --impose=saddle -o old.pdf
try 'a sheet that is too small' exits 2 '^programme: --sheet=A7 is too small: .* the smallest sheet that does is A5$' \
  impose pages/plain.pdf --impose=saddle --sheet=A7 -o old.pdf
try 'the PDF itself' exits 3 'would replace pages/plain.pdf itself' impose pages/plain.pdf --impose=saddle -o pages/plain.pdf
try 'the old file is as it was' is "$(cat old.pdf)" old

# What cannot be asked for

# asks PATTERN OPTION...
asks () {
  pattern=$1
  shift
  try "$*" exits 2 "$pattern" impose pages/plain.pdf "$@" -o old.pdf
}
asks 'say how, --impose=saddle' --sheet=A4
asks '--impose takes saddle, perfect, nup or cutstack, not “fold”' --impose=fold
asks '--signature goes with --impose=perfect' --impose=saddle --signature=8
asks 'of four pages each' --impose=perfect --signature=10
asks '--grid goes with --impose=nup or cutstack' --impose=saddle --grid=2x2
asks '--caliper goes with --impose=saddle or perfect' --impose=nup --caliper=0.1mm
asks '--caliper takes a length such as 0.1mm' --impose=saddle --caliper=thick
asks '--grid takes columns and rows such as 2x4' --impose=nup --grid=2
asks '--marks takes fold, crop, collation, sheet or none' --impose=saddle --marks=fold,cross
asks 'none goes with no other' --impose=saddle --marks=fold,none
asks '--flip takes short or long' --impose=saddle --flip=none
try 'no place for the sheets' exits 2 'where its sheets go' impose pages/plain.pdf --impose=saddle
try 'an event' exits 2 'would not be an event' impose pages/plain.pdf --impose=saddle -o sheets.xml

# Bleeds, at ten pixels to the millimetre: A5 with a bleed of 5 mm in the file, of which 3 are shown. Page i is of grey 10 i.

python3 "$maker" many four.pdf 4 419.528 595.276
run impose four.pdf --impose=saddle --sheet=SRA4 --caliper=0.5mm --marks=none -o sheets.pdf
try 'pages with bleed' is "$status" 0
draw sheets.pdf 1 254 front.ppm
draw sheets.pdf 2 254 back.ppm
# greys FILE X Y...: in pixels
greys () {
  python3 "$maker" pixel "$@" | sed 's/ .*//' | tr '\n' ' '
}
# The spread is from 12 to 308 mm across and from 7.5 to 217.5 down.
try 'at 2.5 mm beyond the trim there is bleed' is "$(greys front.ppm 95 1000 3104 1000 800 50 2400 2199)" '40 10 40 10 '
try 'at 3.5 mm there is none' is "$(greys front.ppm 84 1000 3115 1000 800 39 2400 2210)" '255 255 255 255 '
try 'bleeds meet at the fold' is "$(greys front.ppm 1598 1000 1601 1000 1598 60 1601 60)" '40 10 40 10 '
try 'and so they do on the back' is "$(greys back.ppm 95 1000 1598 1000 1601 1000 3104 1000)" '20 20 30 30 '
python3 "$maker" many eight.pdf 8 419.528 595.276
run impose eight.pdf --impose=saddle --sheet=SRA4 --caliper=0.5mm --marks=none -o sheets.pdf
draw sheets.pdf 3 254 inner.ppm
try 'inner pages are moved by the caliper, and so is their bleed' is \
  "$(greys inner.ppm 97 1000 87 1000 3102 1000 3112 1000 1598 1000 1601 1000)" '60 255 30 255 60 30 '
run impose four.pdf --impose=nup --grid=2x2 --gap=2mm --sheet=SRA3 --marks=none -o sheets.pdf
draw sheets.pdf 1 254 front.ppm
# The block is 298 by 422 mm on 320 by 450: from 11 and 14, the middle of the gap at 160 and 225.
try 'in a grid a bleed ends at half of the gap' is "$(greys front.ppm 85 1000 74 1000 1598 1000 1601 1000 1000 2248 1000 2251)" \
  '10 255 10 20 10 30 '

# Marks and words

run impose eight.pdf --impose=saddle --sheet=SRA4 --date=2031-05-05 -o sheets.pdf
try 'nothing is amiss' test ! -s err
try 'sheets are numbered' in_order sheets.pdf 'sheet 1 of 2, front · eight.pdf · 2031-05-05 00:00 UTC · pages 8, 1 of 8, saddle' \
  'sheet 1 of 2, back' 'sheet 2 of 2, front' 'sheet 2 of 2, back'
draw sheets.pdf 1 254 front.ppm
# A quarter of a point is less than a pixel.
try 'crop marks stand there' is "$(greys front.ppm 50 75 3150 75 120 20 3079 20 50 2174 | sed 's/1[345]. /mark /g')" 'mark mark mark mark mark '
try 'the bar of the first sheet is at the side' is "$(greys front.ppm 3145 210 3145 275 3145 290)" '0 0 255 '
try 'marks are on all plates' sh -c 'qpdf --qdf --object-streams=disable sheets.pdf - | grep -aq /Separation'
try 'a sheet has no room for them' exits 0 '200x300pt has no room beside the pages for all crop marks, the line.*\[marks-left-out\]' \
  impose pages/plain.pdf --impose=nup --grid=1x1 --sheet=200x300pt -o sheet.pdf

# What the file says

# says_of FILE: its catalog, on one line
says_of () {
  qpdf --qdf --object-streams=disable "$1" - | sed -n '/\/Pages/,/endobj/p' | tr -d '\n' | tr -s ' '
}
try 'print dialogs turn by the short edge, and do not scale' sh -c \
  "echo '$(says_of sheets.pdf)' | grep -q '/Duplex /DuplexFlipShortEdge /PrintScaling /None'"
run impose eight.pdf --impose=saddle --flip=long --bind=right -o sheets.pdf -q
try 'or by the long one, from the right' sh -c \
  "echo '$(says_of sheets.pdf)' | grep -q '/Direction /R2L /Duplex /DuplexFlipLongEdge'"
run impose eight.pdf --impose=nup --grid=2x2 -o sheets.pdf -q
try 'or do not' sh -c "echo '$(says_of sheets.pdf)' | grep -q '/Duplex /Simplex'"
run agenda -q --paper=A5 -o a5.pdf event.xml
run impose a5.pdf --impose=saddle -q -o sheets.pdf
try 'an accessible PDF becomes one that claims nothing' sh -c \
  '! qpdf --qdf --object-streams=disable sheets.pdf - | grep -aE "pdfaid|pdfuaid|StructTreeRoot|MarkInfo|StructParent|Outlines|/Annot"'
profile=/usr/share/color/icc/ghostscript/default_cmyk.icc
run agenda -q --paper=A5 --profile=press --output-intent=$profile -o x4.pdf event.xml
run impose x4.pdf --impose=saddle --sheet=SRA4 -q -o sheets.pdf
try 'a PDF/X-4 stays one' sh -c 'qpdf --qdf --object-streams=disable sheets.pdf - | grep -aq "<pdfxid:GTS_PDFXVersion>PDF/X-4<"'
try 'without a fault' python3 "$checker" --profile=press sheets.pdf
gs -q -dSAFER -dNOPAUSE -dBATCH -sDEVICE=tiffsep -r144 -sCompression=none -dFirstPage=1 -dLastPage=1 -o plate.tif sheets.pdf
try 'crop marks are on all plates' is "$(perl "$plates" most plate 8 18 16 6)" '100 100 100 100'
try 'and so is the line beside the pages' is "$(perl "$plates" most plate 12 400 8 100)" '100 100 100 100'
try 'with its output intent' sh -c 'qpdf --qdf --object-streams=disable sheets.pdf - | grep -aq "/S /GTS_PDFX"'
try 'and its boxes' sh -c 'pdfinfo -box sheets.pdf | grep -q "TrimBox: *34.02 *21.26 *873.07 *616.54"'
try 'and bleed' sh -c 'pdfinfo -box sheets.pdf | grep -q "BleedBox: *25.51 *12.76 *881.57 *625.04"'
try 'all its fonts are embedded' sh -c '! pdffonts sheets.pdf | tail -n +3 | grep -v " yes ... yes"'

# Pieces

run agenda -q --paper=A5 --date=2031-05-05 -o a5.pdf event.xml
run impose a5.pdf --impose=saddle --date=2031-05-05 -q -o sheets.pdf
try 'a piece on sheets is its PDF on sheets' sh -c \
  '"$1" agenda -q --paper=A5 --date=2031-05-05 --impose=saddle event.xml && cmp event-agenda-saddle.pdf sheets.pdf' - "$program"
try 'and tells of what has no room' exits 0 'event.xml: note: A4 has no room .*\[marks-left-out\]' \
  agenda --paper=A5 --impose=saddle event.xml
try 'too small a sheet makes no piece' exits 2 '--sheet=A5 is too small' agenda -q --paper=A5 --impose=saddle --sheet=A5 event.xml
run booklet -q --impose=perfect --signature=8 --cover-sheet=own --caliper=0.1mm -o own.pdf event.xml
try 'a piece has a cover of its own, too' sh -c 'pdfinfo own.pdf && pdfinfo own-cover.pdf | grep -q "^Pages: *2$"'
try 'of which standard output would take one' exits 2 'two files' booklet --impose=perfect --cover-sheet=own -o - event.xml
try 'pictures are not put on sheets' exits 2 '--impose=saddle goes with --format=pdf' agenda --impose=saddle --format=png event.xml
try 'the event is not on sheets' exits 2 'and --impose=WAY makes sheets: leave out one' agenda --impose=saddle --embed-source event.xml
sed 's/languages="en"/languages="ar"/; s/<title>/<title xml:lang="ar">/' event.xml > arabic.xml
run agenda -q --paper=A5 --impose=saddle -o sheets.pdf arabic.xml
try 'what is read from the right has its spine there' sh -c "echo '$(says_of sheets.pdf)' | grep -q /R2L"

# Files

run impose eight.pdf --impose=perfect --signature=8 --cover-sheet=own --caliper=1mm --sheet=SRA3 -q -o book.pdf
try 'a cover of its own' is "$(pdfinfo book-cover.pdf | sed -n 's/^Pages: *//p')" 2
try 'beside the rest' is "$(pdfinfo book.pdf | sed -n 's/^Pages: *//p')" 2
try 'it has a spine' sh -c 'pdfinfo -box book-cover.pdf | grep -q "TrimBox: *215.43 *155.91 *1060.16"' # 296 + 2 mm on 450
try 'standard output takes no two files' exits 2 'two files' impose eight.pdf --impose=saddle --cover-sheet=own -o -
run impose eight.pdf --impose=saddle --date=2031-05-05 -q -o -
cp out piped.pdf
run impose eight.pdf --impose=saddle --date=2031-05-05 -q -o written.pdf
try 'standard output gets the same bytes' cmp piped.pdf written.pdf
run impose eight.pdf --impose=saddle --pages=1-2,8 --blanks=notes -q -o picked.pdf
draw picked.pdf 2 72 notes.ppm
try 'pages are picked' in_order picked.pdf 8 1 2
try 'and what is blank has lines' test "$(greys notes.ppm 600 80 600 81 600 82 600 83 | tr ' ' '\n' | grep -vcE '^(255)?$')" -ge 1

# Time and memory

python3 "$maker" many many.pdf 1000 419.528 595.276
# within SECONDS KILOBYTES COMMAND...
within () {
  python3 -c '
import os, sys
most, kilobytes, command = float(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
pid = os.spawnvp(os.P_NOWAIT, command[0], command)
_, status, used = os.wait4(pid, 0)
time = used.ru_utime + used.ru_stime
print(status, time, used.ru_maxrss)
sys.exit(status != 0 or time > most or used.ru_maxrss > kilobytes)' "$@"
}
size=$(($(wc -c < many.pdf) / 1024))
try '1,000 pages take 0.8 s, and 40 MB and three times the file' \
  within 0.8 $((40960 + 3 * size)) "$program" impose many.pdf --impose=saddle --sheet=SRA4 -o sheets.pdf
finish
