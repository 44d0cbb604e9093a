#!/bin/sh
# Enters: the command, the sample congress, lists of people. Leaves: whether each of them has a booklet of their own: in a folder,
# taken up again where it was broken off, and in a file for the press; whether all is refused for one fault; whether phones
# read the codes. What stands on the pages is shown by test-records.
# shellcheck disable=SC1111 # the quotation marks of messages
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
sample=$PWD/samples/lighthouse-2025
checker=$PWD/tests/check-pdf.py
maker=$PWD/tests/impose.py
. tests/command.sh
room records
cp -r "$sample" congress
event=congress/event.xml
list=congress/delegates.csv

# files FOLDER: what is in it
files () {
  find "$1" -mindepth 1 -printf '%f\n' | LC_ALL=C sort | tr '\n' ' '
}

# A folder

run booklet -q "$event" --people="$list" --date=2031-01-01 -o made/
try 'each has a file, and there is a table' is "$(files made)" '1-Maeng.pdf 2-Cabral Teixeira.pdf 3-Ångström.pdf records.csv '
try 'the last line says how many' exits 0 '^made/?: 3 files for 3 people$' booklet "$event" --people="$list" --date=2031-01-01 -o made
try 'they are accessible' python3 "$checker" --profile=accessible made/*.pdf
try 'the table has a line for each' is "$(sed 's/,[0-9]*,[0-9a-f]\{64\}\r$//' made/records.csv | tr '\n\r' '; ')" \
  'record,key,file,pages,sha256 ;1,0417,1-Maeng.pdf;2,0418,2-Cabral Teixeira.pdf;3,0419,3-Ångström.pdf;'
try 'the second is in Portuguese' sh -c 'pdftotext "made/2-Cabral Teixeira.pdf" - | grep -q "O seu programa"'

# reads FILE PAYLOAD: the code on its page of one's own says that.
reads () {
  page=$(for i in $(seq 1 "$(pdfinfo "$1" | sed -n 's/^Pages: *//p')"); do
    pdftotext -f "$i" -l "$i" "$1" - | grep -qE '^(Your programme|O seu programa)$' && echo "$i"
  done | tail -n 1)
  pdftoppm -r 150 -f "$page" -l "$page" -png "$1" code && zbarimg -q --raw code-*.png > "said" 2> zbar.log
  rm -f code-*.png
  is "$(cat said)" "$2"
}
try 'a code is read' reads made/1-Maeng.pdf https://lighthouse2025.example/pass/0417
try 'and another' reads made/3-Ångström.pdf https://lighthouse2025.example/pass/0419

# Taken up again

# sums FOLDER: of its files
sums () {
  (cd "$1" && sha256sum ./* | sort)
}
sums made > whole
touch -d 2000-01-01 made/1-Maeng.pdf
rm made/3-Ångström.pdf
head -c 150 made/records.csv > short.csv && mv short.csv made/records.csv # as if it had been killed while it wrote the second line
run booklet -q "$event" --people="$list" --date=2031-01-01 --resume -o made/
try 'what was broken off is taken up again' is "$(sums made)" "$(cat whole)"
try 'and what is there stays' is "$(date -r made/1-Maeng.pdf +%Y)" 2000
sed 's/Hotel Farol/Hotel Mar/' "$list" > edited.csv
touch -d 2000-01-01 made/*.pdf
run booklet -q "$event" --people=edited.csv --date=2031-01-01 --resume -o made/
try 'an edited row is made again, and it alone' is "$(find made -name '*.pdf' -newermt 2001-01-01)" made/1-Maeng.pdf
sed -i 's/Keeping the light/Keeping this light/' "$event"
run booklet -q "$event" --people=edited.csv --date=2031-01-01 --resume -o made/
try 'with another event all are' is "$(find made -name '*.pdf' -newermt 2001-01-01 | wc -l)" 3
cp "$sample/event.xml" "$event"

# Rows and names

run booklet -q "$event" --people="$list" --records=2-3 --names='{id} {given}.pdf' -o some/
try 'of some rows, by other names' is "$(files some)" '0418 Rosa.pdf 0419 Étienne.pdf records.csv '
try 'a row that is not there' exits 2 '^programme: --records=4: there is no row 4; the list has 3$' \
  booklet "$event" --people="$list" --records=4 -o none/
try 'a name outside the folder' exits 2 '^programme: --names=../{id}.pdf: all files are in the one folder' \
  booklet "$event" --people="$list" '--names=../{id}.pdf' -o none/
try 'a field that there is not' exits 2 'there is no field “shoe”; in braces stand number, id' \
  booklet "$event" --people="$list" --names='{shoe}.pdf' -o none/
run booklet -q "$event" --people=speakers --records=1-2 --only-own -o speakers/
try 'for speakers' is "$(files speakers)" '01-Hallvik.pdf 02-Ní Bhraonáin.pdf records.csv '
run booklet "$event" --people="$list" --dry-run
try 'a dry run shows the columns' is "$(head -n 1 out | tr -d '\357\273\277\r')" \
  id,name,given,family,organisation,language,sessions,table,hotel,note,qr

# Faults: all of them are told, and nothing is written

printf 'id,name,sessions,language\n1,A,1B,en\n1,B,9Z,fr\n,C,1A,\n' > bad.csv
run booklet "$event" --people=bad.csv -o none/
try 'faults of rows forbid all' is "$status" 1
for fault in '^bad.csv:3:8: error: the event is not in the language “fr”' '^bad.csv:3:5: error: no session has the id.*“9Z”' \
  '^bad.csv:3:1: error: the id “1” is that of line 2 already'; do
  try "it is told: $fault" grep -qE "$fault" err
done
try 'two rows with one file' exits 1 '^congress/delegates.csv:4:1: error: the file of this person, en.pdf, is that of row 1' \
  booklet "$event" --people="$list" --names='{language}.pdf' -o none/
printf 'name,note\nA,ok\nB,\360\220\230\200\n' > letters.csv
try 'letters that no font has' exits 1 '^letters.csv:3:3: error: no font of the set has ' booklet "$event" --people=letters.csv -o none/
try 'nothing was written' test ! -e none

# Parts of the list, for several machines or processes

for part in 2 1; do
  try "part $part" exits 0 "^parts/: part $part/2: [12] files* for [12] pe" \
    booklet "$event" --people="$list" --date=2031-01-01 --shard=$part/2 -o parts/
done
try 'all parts are the whole' is "$(sums parts)" "$(cat whole)"
try 'processes make parts' exits 0 '^jobs/: 3 files for 3 people$' booklet "$event" --people="$list" --date=2031-01-01 --jobs=2 -o jobs/
try 'which are the whole' is "$(sums jobs)" "$(cat whole)"
try 'a part that there is not' exits 2 '^programme: --shard=3/2: it is such as 2/5' booklet "$event" --people="$list" --shard=3/2 -o none/
try 'a part and processes' exits 2 'leave out one of the two' booklet "$event" --people="$list" --shard=1/2 --jobs=2 -o none/
try 'processes for one file' exits 2 'use --people and -o FOLDER/' booklet "$event" --people="$list" --jobs=2 -o none.pdf
run booklet "$event" --people=bad.csv --jobs=2 -o none/
try 'faults are told once' is "$status $(grep -c 'no session has' err)" '1 1'

# The press

profile=/usr/share/color/icc/ghostscript/default_cmyk.icc
run booklet "$event" --people="$list" --profile=press --output-intent=$profile --date=2031-01-01 -o run.pdf
try 'the last line says how many' grep -q '^run.pdf: 3 people$' err
try 'there is a table beside it' is "$(sed 's/,[0-9]*,[0-9a-f]\{64\}\r$//' records.csv | tr '\n\r' '; ')" \
  'record,key,file,pages,sha256 ;1,0417,run.pdf;2,0418,run.pdf;3,0419,run.pdf;'
try 'it is fit for the press' python3 "$checker" --profile=press run.pdf
try 'all pages are trimmed alike' is "$(pdfinfo -f 1 -l 999 -box run.pdf | sed -n 's/.*TrimBox: *//p' | sort -u | wc -l)" 1
qpdf --qdf --object-streams=disable run.pdf run.qdf
try 'it says that it is PDF/VT-1' grep -aq '<pdfvtid:GTS_PDFVTVersion>PDF/VT-1<' run.qdf
qpdf --json --json-key=qpdf run.pdf > run.json

# parts: of each leaf its first and last page from 1, and whose it is; "other" where a page is of none, or of another
cat > parts.py << 'END'
import json
objects = json.load(open('run.json'))['qpdf'][1]
get = lambda ref: objects['obj:' + ref]['value'] if isinstance(ref, str) and ref.endswith(' R') else ref
root = get(get(objects['trailer']['value']['/Root'])['/DPartRoot'])
node = get(root['/DPartRootNode'])
text = lambda s: bytes.fromhex(s[2:]).decode('latin-1') if s.startswith('b:') else s[2:]
pages = []
def walk(ref):
    page = get(ref)
    if page['/Type'] == '/Pages':
        for kid in page['/Kids']:
            walk(kid)
    else:
        pages.append(ref)
walk(get(objects['trailer']['value']['/Root'])['/Pages'])
at = 0
for ref in node['/DParts'][0]:
    part = get(ref)
    first, last = pages.index(part['/Start']), pages.index(part.get('/End', part['/Start']))
    mine = first == at and all(get(page)['/DPart'] == ref for page in pages[first:last + 1])
    recipient = part['/DPM']['/CIP4_Root']['/CIP4_Recipient']
    person = recipient['/CIP4_Contact']['/CIP4_Person']
    print(*(text(s) for s in (recipient['/CIP4_UniqueID'], person['/CIP4_Firstname'], person['/CIP4_Lastname'])), 'own' if mine else 'other')
    at = last + 1
print('all' if at == len(pages) else 'not all')
END
try 'each one'"'"'s pages are a part, with the recipient' is "$(python3 parts.py | tr '\n' ';')" \
  '0417 Seo-yeon Maeng own;0418 Rosa Cabral Teixeira own;0419 Étienne Ångström own;all;'
try 'what they share is there once' test "$(stat -c %s run.pdf)" -lt "$(($(stat -c %s made/1-Maeng.pdf) * 3))"
run booklet -q "$event" --people="$list" --records=3 --profile=press --output-intent=$profile --date=2031-01-01 -o alone.pdf
first=$(($(pdfinfo run.pdf | sed -n 's/^Pages: *//p') - $(pdfinfo alone.pdf | sed -n 's/^Pages: *//p')))

# looks_as_alone PAGE: of the last one
looks_as_alone () {
  mutool draw -q -c rgb -r 40 -o together.ppm run.pdf $((first + $1)) &&
    mutool draw -q -c rgb -r 40 -o alone.ppm alone.pdf "$1" && python3 "$maker" same together.ppm alone.ppm
}
for page in 1 4 9 20; do
  try "page $page looks as it does alone" looks_as_alone $page
done
try 'who shares sheets has no part of the file, which is told' exits 0 ': note: 3 people share sheets, .*press-claim' \
  booklet "$event" --people="$list" --profile=press --output-intent=$profile --impose=cutstack --sheet=SRA3 -o cut.pdf
try 'and it is PDF/X-4' sh -c '! qpdf --qdf --object-streams=disable cut.pdf - | grep -aqE "pdfvtid|DPart"'
run booklet -q "$event" --people="$list" --profile=press --output-intent=$profile --date=2031-01-01 --split=2 --metadata=table,note -o part.pdf
try 'a file for each two' is "$(for part in 1 2; do pdfinfo part-$part.pdf; done | awk '/^Pages:/ { n += $2 } END { print n }')" \
  "$(pdfinfo run.pdf | sed -n 's/^Pages: *//p')"
qpdf --qdf --object-streams=disable part-1.pdf part.qdf
try 'what is asked for is told of them' grep -aq '/table (7, by the north window)' part.qdf
try 'and nothing else' sh -c '! grep -aq "Hotel Farol" part.qdf'
try 'nor anything unless it is' sh -c '! grep -aqE "^ */(table|note|hotel) " run.qdf'
try 'a field that the list has not' exits 2 'there is no field “shoe”' \
  booklet "$event" --people="$list" --profile=press --output-intent=$profile --metadata=shoe -o none.pdf
try 'files for screens are not divided' exits 2 '^programme: --split goes with --profile=press' \
  booklet "$event" --people="$list" --split=2 -o none.pdf
run booklet -q "$event" --people="$list" --profile=press --output-intent=$profile --date=2031-01-01 -o again.pdf
try 'the same makes the same' cmp run.pdf again.pdf
"$program" booklet -q "$event" --people="$list" --profile=press --output-intent=$profile --date=2031-01-01 -o - > stream.pdf
try 'for standard output it is laid out first, and is the same' cmp run.pdf stream.pdf

# More people than share fonts

cat > quays.xml << 'END'
<programme version="1" languages="en"><event><title>Quays</title></event><agenda><day date="2031-05-05"><session id="a"
start="09:00" end="10:00"><title>Tides</title></session></day></agenda><booklet><cover/><glance/><notes
pages="1"/><personal/></booklet></programme>
END
seq 520 | awk 'BEGIN { print "id,name,given,family" } { printf "%d,Ada Berg%d,Ada,Berg%d\n", $1, $1, $1 }' > many.csv
printf 'name,table\n' > seven.csv
seq 7 | sed 's/.*/Ada Quay&,&/' >> seven.csv
run booklet -q quays.xml --people=seven.csv --date=2031-01-01 -o seven/
try 'seven have a file each' is "$(find seven -name '*.pdf' | wc -l)" 7
for part in 3 5 1 4 2; do
  run booklet -q quays.xml --people=seven.csv --date=2031-01-01 --shard=$part/5 -o five/
done
try 'five parts in any order are the whole' is "$(sums five)" "$(sums seven)"
try '520 people' exits 0 '^many.pdf: 520 people$' booklet quays.xml --people=many.csv --profile=press --output-intent=$profile -o many.pdf
try 'their file is sound' qpdf --check many.pdf
try 'it has fonts of names twice' is "$(pdffonts many.pdf | grep -c Noto) $(pdffonts many.pdf | sed -n 's/.*+\(Noto[^ ]*\) .*/\1/p' | sort -u | wc -l)" '4 2'
qpdf --json --json-key=qpdf many.pdf > run.json
cat > shown.py << 'END'
import json
objects = json.load(open('run.json'))['qpdf'][1]
get = lambda ref: objects['obj:' + ref]['value'] if isinstance(ref, str) and ref.endswith(' R') else ref
pages = [o['value'] for o in objects.values() if isinstance(o.get('value'), dict) and o['value'].get('/Type') == '/Page']
forms = [get(get(page['/Resources']).get('/XObject', {})) for page in pages]
shown = [form[name] for form in forms for name in ('/Before', '/After') if name in form]
print('many' if len(shown) >= 1040 else len(shown), 'few' if len(set(shown)) <= 8 else len(set(shown)))
END
try 'what their own pages begin and end with is there once' is "$(python3 shown.py)" 'many few'
try 'each is a part' is "$(python3 parts.py)" "$(seq 520 | sed 's/.*/& Ada Berg& own/'; echo all)"
try 'with their own pages' is "$(for who in 1 500 501 520; do
  pdftotext -f $((4 * who - 3)) -l $((4 * who)) many.pdf - | grep -c "^Ada Berg$who\$"
done | tr '\n' ' ')" '2 2 2 2 '

try 'several in one file are not folded' exits 2 'folds one booklet, and these are 3 in one file' \
  booklet "$event" --people="$list" --impose=saddle -o folded.pdf
run booklet -q "$event" --people="$list" --records=1 --impose=saddle -o sheets/
try 'but each in a folder is' is "$(pdfinfo sheets/1-Maeng.pdf | sed -n 's/^Pages: *//p')" 26
finish
