#!/bin/sh
# Enters: the command, a small event, qpdf, Python, poppler, and the profiles that come with Ghostscript. Leaves:
# whether its PDFs are sound, read as they should, and say beside their pages what tests/golden says.
# shellcheck disable=SC1111 # the quotation marks of messages
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
top=$PWD
. tests/command.sh
cmyk=/usr/share/color/icc/ghostscript/default_cmyk.icc
small=$top/tests/fixtures/small.xml
export SOURCE_DATE_EPOCH=1893456000 PYTHONDONTWRITEBYTECODE=1

check_pdf () {
  python3 "$top/tests/check-pdf.py" "$@"
}

# What a voice reads

# tags NAME FILE: the tags of a PDF are those of tests/golden/NAME.tags.
tags () {
  golden=$top/tests/golden/$1.tags
  check_pdf --tags "$2" > tags
  [ "${UPDATE_GOLDEN-}" != 1 ] || cp tags "$golden"
  diff -u "$golden" tags || {
    echo 'If it is meant to be so, run this with UPDATE_GOLDEN=1 and look at what “git diff tests/golden” says.'
    return 1
  }
}

# What is beside the pages

# facts NAME FILE: they are those of tests/golden/NAME.facts.
facts () {
  python3 "$top/tests/pdffacts.py" "$top/tests/golden/$1.facts" "$2"
}

room small
cp "$small" event.xml
cp -R "$top/tests/fixtures/small" .
"$program" agenda -q -l en,ko -o agenda.pdf event.xml
"$program" agenda -q -l ko,en -b parallel --embed-source -t classic -o parallel.pdf event.xml
"$program" speakers -q -o speakers.pdf event.xml
"$program" agenda -q -l ar,en -t modern -o arabic.pdf "$top/tests/fixtures/harbours.xml"
"$program" agenda -q --profile=press --output-intent="$cmyk" -t modern -o press.pdf event.xml
"$program" agenda -q --profile=plain -o plain.pdf event.xml
"$program" agenda -q -l en -o congress.pdf "$top/tests/fixtures/congress.xml"
"$program" agenda -q -l en -o board.pdf "$top/tests/fixtures/board.xml"
"$program" agenda -q -l en -o guide.pdf "$top/tests/fixtures/guide.xml"
"$program" agenda -q -l en,fr -t classic -o guide-two.pdf "$top/tests/fixtures/guide.xml"
"$program" agenda -q -l fr,en -b parallel -t modern -o guide-parallel.pdf "$top/tests/fixtures/guide.xml"
"$program" agenda -q -l en,de -o recital.pdf "$top/tests/fixtures/recital.xml"
try 'the tags of an agenda in two languages' tags small-agenda agenda.pdf
try 'those of speakers' tags small-speakers speakers.pdf
try 'those of an agenda from right to left' tags harbours-arabic arabic.pdf
try 'those of an agenda with talks' tags congress congress.pdf
try 'those of one with items' tags board board.pdf
try 'those of one with tables and documents' tags guide guide.pdf
try 'the same in two languages' tags guide-two guide-two.pdf
try 'the same side by side' tags guide-parallel guide-parallel.pdf
try 'those of one with works' tags recital recital.pdf
concert=$top/samples/goerlitz-2026
"$program" agenda -q -t "$concert/concert.theme" -l de,en -o concert.pdf "$concert/event.xml"
"$program" agenda -q -t "$concert/concert.theme" -l en,de -o soiree.pdf "$top/tests/fixtures/soiree.xml"
try 'a concert takes two pages of A5' sh -c 'pdfinfo concert.pdf | grep -q "^Pages: *2$" && pdfinfo concert.pdf | grep -q "419.528 x 595.276"'
try 'so does one with an interval and a note before it' sh -c 'pdfinfo soiree.pdf | grep -q "^Pages: *2$"'
for file in agenda parallel speakers press plain; do
  try "what else is in $file.pdf" facts "small-$file" "$file.pdf"
done
try 'what else is in arabic.pdf' facts harbours-arabic arabic.pdf
try 'what is read by voices is sound' check_pdf --profile=accessible --read agenda.pdf parallel.pdf speakers.pdf \
  arabic.pdf congress.pdf board.pdf recital.pdf guide.pdf guide-two.pdf \
  guide-parallel.pdf
try 'what is for the press is sound' check_pdf --profile=press press.pdf
try 'what is plain is sound' check_pdf --profile=plain plain.pdf
try 'the event is in its PDF' exits 0 '' extract -q parallel.pdf -o out.xml
try 'to the byte' cmp event.xml out.xml
finish
