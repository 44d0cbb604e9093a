#!/bin/sh
# Enters: the command, qpdf, Python, poppler, and the profiles that come with Ghostscript. Leaves: whether the PDFs of
# all samples are sound, their tags complete and their text legible; and that the checker of all this finds what is
# broken.
# shellcheck disable=SC2016 # what inner shells expand
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
. tests/ways.sh
top=$PWD
. tests/command.sh
cmyk=/usr/share/color/icc/ghostscript/default_cmyk.icc
small=$top/tests/fixtures/small.xml
export SOURCE_DATE_EPOCH=1893456000 PYTHONDONTWRITEBYTECODE=1

check_pdf () {
  python3 "$top/tests/check-pdf.py" "$@"
}

# Broken files, each made from a good one by one change. QDF is a form of PDF that can be edited; fix-qdf counts anew.

room broken
"$program" agenda -q -l en,ko -o good.pdf "$small"
"$program" agenda -q --profile=press --output-intent="$cmyk" -o ink.pdf "$small"
for file in good ink; do
  qpdf --qdf --object-streams=disable $file.pdf $file.qdf
  fix-qdf $file.qdf > $file.pdf
  try "$file.pdf is without a fault" check_pdf --read $file.pdf
done

# damage FILE: reads lines of a change in Perl and, after an arrow, a pattern; makes a copy of FILE with each change.
damage () {
  while read -r line; do
    n=$((n + 1))
    perl -0777 -pe "${line%-> *}" "$1.qdf" > changed.qdf
    if cmp -s "$1.qdf" changed.qdf; then
      try "nothing is changed by ${line%-> *}" false
    else
      fix-qdf changed.qdf > "changed-$n.pdf"
    fi
    printf '%s\n' "changed-$n.pdf: (${line##*-> })" >> patterns
  done
}
n=0

damage good <<'END'
s|/P<</MCID 2>>BDC|/P BMC|                              -> page [0-9]: T[jJ] paints outside of marked content
s|/P<</MCID 2>>BDC|/P BMC|                              -> page [0-9]: MCID 2 is in the tags, not in the content
s|/Artifact<<.*?>>BDC|/Span BMC|                        -> page [0-9]: .* paints outside of marked content
s|\nEMC||                                               -> page [0-9]: EMC is missing|page [0-9]: .* stands where
s|\nEMC|\nEMC EMC|                                      -> page [0-9]: EMC stands where Q belongs
s|\nQ\n|\nQ Q Q Q\n|                                  -> page [0-9]: Q closes what was not opened
s|/P<</MCID 2>>BDC|q /P<</MCID 2>>BDC Q|                -> page [0-9]: Q stands where EMC belongs
s|/MCID 5>>|/MCID 4>>|                                  -> page [0-9]: MCID 4 is there twice
s|(/H2<</MCID 0>>BDC)|/P<</MCID 99>>BDC $1|             -> page [0-9]: /H2 is marked inside other marked content
s|/MCID 2>>|/MCID 2 >>|; s|/MCID 3>>|/MCID 2>>|; s|/MCID 2 >>|/MCID 3>>| -> page [0-9]: MCID 3 stands where .* MCID 2
s|/ToUnicode|/Nothing|                                  -> page [0-9]: “.*” is what poppler reads as “
s|/S /H2|/S /H4|                                        -> H4 follows H1
s|/S /H1|/S /P|                                         -> H2 follows no heading
s|/S /THead|/S /Sect|                                   -> TR in Sect
s|/S /THead|/S /Sect|                                   -> Sect in Table
s|/S /TBody|/S /TR|                                     -> TR in Table
s|/S /TD|/S /P|                                         -> P in TR
s|/S /TR|/S /Div|                                       -> T[HD] in Div
s|/Scope /Column||                                      -> TH .* has no Scope
s|(/Headers \[\s*)\(i000001\)|$1(i999999)|              -> TD .* has the header i999999, and there is none
s|/ID \(i000001\)|/ID (i999999)|                        -> TD .* has the header i000001, and there is none
s|/Scope /Column|$& /ColSpan 2|                         -> the rows of Table .* have \[2, 3\] cells
s|/S /LI\b|/S /P|                                       -> L [0-9]+ 0 R holds P
s|/S /L\n|/S /Sect\n|                                  -> LI [0-9]+ 0 R is not in L
s|/Alt \(A blue anchor\)|/Alt ()|                       -> Figure .* has no Alt
s|/BBox \[(\s*)[0-9.]+|/BBox [$1|                       -> Figure .* has no BBox
s|/Type /OBJR|/Type /MCR /MCID 77|                      -> Link .* has no annotation
s|/Type /OBJR|/Type /MCR /MCID 77|                      -> page [0-9]: the annotation .* is in no Link
s|/URI \(https:|$&\xe9|                                 -> page [0-9]: the annotation .* has a URI that is not in
s|/Title \(Harbours|"/Title (" . "x" x 32768|e          -> “xxxxxxxxxxxxxxxxxxxx…” is a string of more than 32767
s|/Contents \(https:|/Nothing (https:|                  -> page [0-9]: the annotation .* has no Contents
s|/StructParent 5|/StructParent 4|                      -> the annotation .* has another element there
s|/StructParents 1|/StructParents 2|                    -> page [0-9]: MCID 0 is not in the parent tree, or
s|/Tabs /S||g                                           -> page [0-9]: Tabs is not S
s|/Lang \(fr\)|/Lang (French!)|                         -> Span .*: “French!” is no language
s|/Lang \(en\)\n  /MarkInfo|/MarkInfo|                  -> the catalog: “” is no language
s|/Metadata [0-9]+ 0 R||                                -> it has no XMP
s|/Marked true|/Marked false|                           -> MarkInfo does not say
s|/DisplayDocTitle true|/DisplayDocTitle false|         -> DisplayDocTitle is not set
END
damage ink <<'END'
s|\n0 g|\n0 0 0 rg|                                     -> page [0-9]: rg says in RGB what is black
s|(/Type /Page\n)|/Annots [<</Subtype /Link>>] $1|      -> page [0-9]: it has annotations
s|(/TrimBox \[\s*)[0-9.]+|${1}4|                        -> page [0-9]: its TrimBox reaches out of its BleedBox
s|(/BleedBox \[\s*)[0-9.]+|$1-4|                        -> page [0-9]: its BleedBox reaches out of its MediaBox
s|/TrimBox|/Nothing|                                    -> page [0-9]: it has no TrimBox
s|/Title \(Harbours|/Title (Ports|                      -> its title is Ports .* in Info and Harbours
s|/ModDate \(D:20|/ModDate (D:19|                       -> its ModifyDate is 1930-01-01 .* and 2030-01-01
s|/CreationDate|/Nothing|                               -> its CreateDate is None in Info
s|/FontFile[23]?|/Nothing|                              -> the font /.* is not embedded
s|(/BaseFont /)[A-Z]+\+|$1|g                            -> the font /.* has no subset prefix
END
echo 'not a PDF' > changed-0.pdf
echo 'changed-0.pdf: .*unable to find' >> patterns
check_pdf --read --ordered changed-*.pdf > faults
try 'the checker says that there are faults' is $? 1
while read -r pattern; do
  try "broken: ${pattern#*: }" grep -E -m1 "^$pattern" faults
done < patterns
try 'a file of another profile than is wanted' refused 'it is press, wanted accessible' \
  check_pdf --profile=accessible ink.pdf

# What PDF/A and PDF do not let a string hold: more than 32,767 bytes, and an address in other letters than ASCII's

room strings
title=$(awk 'BEGIN { for (i = 0; i < 6000; i++) printf "배 새 " }')
cat > event.xml <<END
<programme version="1">
  <event><title>Titles</title></event>
  <agenda>
    <day date="2031-05-13">
      <session start="9:00"><title>$title</title><item><a href="https://bücher.example/é?a=(b)&amp;c">é</a></item></session>
    </day>
  </agenda>
</programme>
END
try 'a title of 24,000 letters is printed' writes long.pdf agenda -q -o long.pdf event.xml
try 'and has no fault' check_pdf --profile=accessible --read long.pdf
qpdf --json=2 long.pdf > long.json
try 'the address is in ASCII' grep -qF '"u:https://xn--bcher-kva.example/%C3%A9?a=(b)&c"' long.json
try 'and is told as it was written' grep -q '"/Contents": "u:https://bücher.example/é?a=(b)&c"' long.json

# A row in which nothing stands counts, where a cell from above reaches into it

room rows
cat > event.xml <<END
<programme version="1">
  <event><title>Tables</title></event>
  <front><section><title>Quays</title><table>
    <row><cell>a</cell><cell>b</cell></row>
    <row><cell rows="3">c</cell><cell>d</cell></row>
    <row><cell/></row>
    <row><cell>e</cell></row>
    <row><cell>f</cell><cell>g</cell></row>
  </table></section></front>
  <agenda><day date="2031-05-13"><session start="9:00"><title>Tides</title></session></day></agenda>
</programme>
END
try 'a table with such a row is printed' writes rows.pdf agenda -q -o rows.pdf event.xml
try 'all rows have as many cells' check_pdf --profile=accessible --read rows.pdf

# Pictures: the bytes of a JPEG stay as they are, also where it is turned, unless it is in CMYK

room pictures
picture () {
  gs -q -dSAFER -dBATCH -dNOPAUSE -g80x80 -sDEVICE="$1" -sOutputFile="$2" -c '0 1 1 0 setcmykcolor 0 0 99 99 rectfill showpage'
}
picture jpeg plain.jpg
picture jpegcmyk inks.jpg
python3 - <<'END'
exif = b'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x03\0\0\0\0\0\0'  # orientation 3: upside down
plain = open('plain.jpg', 'rb').read()
open('turned.jpg', 'wb').write(plain[:2] + b'\xff\xe1' + (len(exif) + 2).to_bytes(2, 'big') + exif + plain[2:])
END
: > empty.jpg
for picture in plain inks turned empty; do
  cat > $picture.xml <<END
<programme version="1"><event><title>Pictures</title><logo src="$picture.jpg" alt="Red"/></event>
<agenda><day date="2030-05-06"><break start="09:00" end="09:30"/></day></agenda></programme>
END
done
for pair in plain=jpeg inks=image turned=jpeg; do
  picture=${pair%=*}
  try "$picture.jpg is printed" writes "$picture.pdf" agenda -q -o "$picture.pdf" "$picture.xml"
  try 'with no fault' check_pdf --profile=accessible "$picture.pdf"
  try "as ${pair#*=} in RGB" is "$(pdfimages -list "$picture.pdf" | awk 'NR == 3 { print $6, $9 }')" "rgb ${pair#*=}"
done
try 'an empty file is no picture' exits 1 '^empty.xml:1:[0-9]+: error: "empty.jpg" is damaged: the file is empty' \
  agenda -q -o empty.pdf empty.xml

# The event within its PDF

room embedded
try 'an event is put into its PDF' writes whole.pdf agenda -q --embed-source -o whole.pdf event.xml
try 'which has no fault' check_pdf --profile=accessible whole.pdf
try 'and says that it is PDF/A-3' grep -q '<pdfaid:part>3<' whole.pdf
try 'it comes out of it' exits 0 '' extract -q whole.pdf -o out.xml
try 'to the byte' cmp event.xml out.xml
"$program" extract -q whole.pdf -o - > piped.xml
try 'to standard output, too' cmp event.xml piped.xml
qpdf whole.pdf --object-streams=disable --stream-data=uncompress other.pdf
try 'also when another program has written the PDF anew' exits 0 '' extract -q other.pdf -o other.xml
try 'to the byte' cmp event.xml other.xml
sed 's/^startxref$/startxxxx/' other.pdf > hurt.pdf
try 'also out of one that is damaged elsewhere' exits 0 '' extract -q hurt.pdf -o hurt.xml
try 'to the byte' cmp event.xml hurt.xml
perl -0777 -pe 's|(/Type /EmbeddedFile.*?<programme )v|$1w|s' other.pdf > changed.pdf
perl -0777 -pe 's|(/Type /EmbeddedFile.*?stream\n.{90}).{30}|$1 . "\0" x 30|se' whole.pdf > zeros.pdf
for file in changed.pdf zeros.pdf; do
  try 'but not if the event itself is' exits 1 "^programme: $file: the event in this PDF is damaged" extract $file -o no.xml
  try 'of which nothing else is said' is "$("$program" extract $file -o no.xml 2>&1 | wc -l)" 1
done
"$program" agenda -q -o without.pdf event.xml
echo 'no PDF' > none.pdf
head -c 5000 whole.pdf > cut.pdf
try 'nothing is in other PDFs' exits 1 '^programme: without.pdf: no event is in .* --embed-source$' \
  extract without.pdf -o no.xml
for file in none.pdf event.xml; do
  try "nor in $file" exits 1 "^programme: $file: this is no PDF" extract $file -o no.xml
done
try 'nor in half of one' exits 1 '^programme: cut.pdf: ' extract cut.pdf -o no.xml
try 'nor in what is not there' exits 1 '^programme: away.pdf: .*No such file' extract away.pdf -o no.xml
try 'nothing is written' test ! -e no.xml
mkfifo pipe
cat pipe > from-pipe.xml &
try 'a pipe is written to, not replaced' exits 0 '' extract -q whole.pdf -o pipe
wait
try 'to the byte' cmp event.xml from-pipe.xml
try 'there is no such folder' exits 3 '^programme: away/e.xml: cannot be written: there is no folder away' \
  extract whole.pdf -o away/e.xml
try 'it has to be said which PDF' exits 2 'name the PDF and where' extract
try 'and where to' exits 2 'say where the event is to go: programme extract whole.pdf -o' extract whole.pdf
try 'the PDF would be replaced' exits 3 'it would replace whole.pdf itself' extract whole.pdf -o whole.pdf
for option in --profile=press --profile=plain --format=png; do
  try "not with $option" exits 2 '^programme: --(embed-source|profile=press) (goes with|needs)' agenda --embed-source $option event.xml
done

# The samples: each in all its languages and in two of them. The drawing without more, and the list of speakers, once
# each: the others have the same drawing, and "make conformance" has all lists.

room samples
ln -s "$top/samples" samples
for event in samples/*/event.xml; do
  sample=$(basename "${event%/event.xml}")
  ways_of "$event" > ways
  while read -r each; do
    way=$each
    base=$sample-$(echo "$way" | sed 's/--[a-z]*=//g; s/[ ,]/-/g')
    # The words of songs stand line beside line and are read one language after the other.
    case $sample$way in *=parallel | goerlitz*) order=beside ;; *) order=ordered ;; esac
    echo "accessible-$order-$base agenda $way $event"
    echo "press-$base agenda --profile=press --output-intent=$cmyk $way $event"
  done < ways
  echo "accessible-ordered-$base-speakers speakers $way $event"
  echo "plain-$base agenda --profile=plain $way $event"
done > wanted
export program
xargs -P "$(nproc)" -L 1 sh -c '
  base=$1
  shift
  "$program" "$@" -q -o "$base.pdf" > "$base.log" 2>&1 && qpdf --check "$base.pdf" >> "$base.log" 2>&1
  echo "it ends with $?" >> "$base.log"' - < wanted
# The text of accessible ones is read by two readers, in its order.
check_pdf --profile=accessible --read --ordered accessible-ordered-*.pdf > ordered.faults 2>&1 &
{
  check_pdf --profile=accessible --read accessible-beside-*.pdf
  check_pdf --profile=plain plain-*.pdf
  check_pdf --profile=press press-*.pdf
} > other.faults 2>&1 &
wait
while read -r base rest; do
  try "$base.pdf ($rest)" sh -c '
    cat "$1.log"
    test "$(tail -n 1 "$1.log")" = "it ends with 0" && ! grep -F "$1.pdf:" ./*.faults' - "$base"
done < wanted
try 'there are no other faults' is "$(cat ./*.faults)" ''
finish
