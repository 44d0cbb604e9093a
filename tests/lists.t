#!/bin/sh
# Enters: the command, an event, lists of people that are bad in one way each. Leaves: whether a booklet for each of them is refused
# with the place of the fault and what to do, and nothing is written; codes of 200 booklets; runs that are killed.
# shellcheck disable=SC1111,SC2016 # the quotation marks of messages; what inner shells expand
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
killed=$PWD/tests/killed.sh
. tests/command.sh
room lists
cat > event.xml << 'END'
<programme version="1" languages="en pt"><event><title>Harbours</title><title xml:lang="pt">Portos</title></event>
<people><person id="aalto"><name>Aino <family>Aalto</family></name></person></people>
<agenda><day date="2031-05-05">
<session id="tides" number="1" start="09:00" end="10:00"><title>Tides</title><title xml:lang="pt">Marés</title>
<group role="speaker"><slot who="aalto"/></group></session>
<session id="winds" number="2" start="09:30" end="11:00"><title>Winds</title><title xml:lang="pt">Ventos</title></session>
</day></agenda><booklet><cover/><personal/></booklet></programme>
END

# Each of them: how it ends, what it says, its bytes as printf has them. 0: it is made, with a warning.
cat > lists << 'END'
unknown session|1|^list.csv:2:7: error: no session has the id, the number or the title “9Z”: correct it.*unknown-reference|id,name,sessions\n1,Ann,9Z\n
one of several sessions|1|^list.csv:3:5: error: no session has the id, the number or the title “Gales”|name,sessions\nAnn,1;2\nBob,Tides; Gales\n
unknown language|1|^list.csv:2:5: error: the event is not in the language “fr”: write one of its own, en, pt, or none|name,language\nAnn,fr\n
unknown person|1|^list.csv:3:5: error: nobody in the event has the id “nobody”: correct it, or leave it out|name,person\nAnn,aalto\nBob,nobody\n
id twice|1|^list.csv:4:1: error: the id “7” is that of line 2 already: give each its own|id,name\n7,Ann\n8,Bob\n7,Cy\n
id twice after a quoted line|1|^list.csv:4:6: error: the id “7” is that of line 2 already|name,note,id\nAnn,"two\nlines",7\nBob,,7\n
empty name|1|^list.csv:2:3: error: this row has no name .*no-name|id,name,hotel\n1,,Farol\n
name of blanks|1|^list.csv:3:.: error: this row has no name|id,name\n1,Ann\n2,  \n
empty name in parts|1|^list.csv:2:.*: error: this row has no name|id,given,family\n1,,\n
no column of names|1|^list.csv: error: no column is known to have names: say which one in a file for --columns|id,sessions\n1,1\n
no heading that is known|1|^list.csv: error: no heading is known; the first row has “Wat”, “Hvor”|Wat,Hvor\nTides,Hall\n
ragged row|1|^list.csv:3:7: error: this row has 3 cells where the headings are 2: a cell with a separator in it wants|name,note\nAnn,\nBob,a,b\n
separator in a cell|1|^list.csv:2:9: error: this row has 3 cells where the headings are 2|id,name\n1,Byron, Ada\n
open quotation mark|1|^list.csv:2:5: error: nothing closes the quotation mark|name,note\nAnn,"left open\nBob,\n
open quotation mark over a name|1|^list.csv:3:1: error: nothing closes the quotation mark|name,note\nAnn,\n"Bob,\nCy,\n
NUL|0|^list.csv:2:[0-9]*: warning: 1 character is.*nul-character|name,note\nAnn,a\0000b\n
empty file|1|^list.csv: error: there is nothing in it|
blank lines|1|^list.csv: error: there is nothing in it|\n\n\n
headings alone|1|^programme: the list of people has nobody in it: add a row|id,name,sessions\n
no glyph in a name|1|^list.csv:2:4: error: no font of the set has .*missing-glyph|id,name\n17,\360\220\230\200\n
no glyph in a note of the second|1|^list.csv:3:5: error: no font of the set has .*missing-glyph|name,note\nAnn,\nBob,\360\220\230\200\n
one file for two|1|^list.csv:3:1: error: the file of this person, Ann.pdf, is that of row 1, too|name\nAnn\nAnn\n
one file but for capitals|1|^list.csv:3:1: error: the file of this person, ANN.pdf, is that of row 1, too|name\nAnn\nANN\n
one file but for accents apart|1|^list.csv:3:1: error: the file of this person, .*\.pdf, is that of row 1, too|name\nJos\303\251\nJose\314\201\n
one file but for characters that it cannot have|1|^list.csv:3:1: error: the file of this person, A-B.pdf, is that of row 1|name\nA/B\nA:B\n
sessions that overlap|0|^list.csv:2:5: warning: two sessions of this person.s run at the same time, "1" and "2"|name,sessions\nAnn,1 2\n
two columns headed alike|0|^list.csv:1:13: warning: “Mail” is email, as “E-mail” is.*duplicate-heading|name,E-mail,Mail\nAnn,a@b.example,c@d.example\n
no e-mail address|0|^list.csv:2:5: warning: this is no e-mail address|name,email\nAnn,none\n
photograph outside|0|^list.csv:2:5: warning: a photograph is the path of a file in the list.s folder|name,photograph\nAnn,/etc/passwd\n
bytes that are no UTF-8|0|^list.csv:1:1: warning: .*guessed-encoding|name,note\nJos\351,caf\351\n
spreadsheet that is cut off|1|^list.csv: error: .*damaged-archive|PK\003\004\024\000\000\000
END
while IFS='|' read -r name wanted pattern bytes; do
  # shellcheck disable=SC2059 # it has what printf reads
  printf "$bytes" > list.csv
  try "$name" exits "$wanted" "$pattern" booklet event.xml --people=list.csv --names='{name}.pdf' -o made/
  [ "$wanted" = 0 ] || try "$name: nothing is written" test ! -e made
  rm -rf made
done < lists
printf 'name\nJos\351\n' > list.csv
try 'what is not in the encoding that was named' exits 1 'not all of this is in UTF-8' \
  booklet -q event.xml --people=list.csv --encoding=UTF-8 -o made/
printf 'Name,Title\nAda,Head of Division\nBo,Deputy Director\nCy,Dr\n' > posts.csv
printf 'Name,Title\nAda,Dr\nBo,His Excellency\nCy,\n' > titles.csv
try 'what is headed Title are posts' exits 0 'name “Name”, position “Title”' people -o out.csv posts.csv
try 'and titles where they are short' exits 0 'name “Name”, honorific “Title”' people -o out.csv titles.csv
echo 'name = Nom' > columns.map
try 'a column that is not there' exits 2 'columns.map:1: no column is headed “Nom”' \
  booklet -q event.xml --people=list.csv --columns=columns.map -o made/
try 'nothing is written for them, too' test ! -e made

# The codes of 200: each says what the list says.

sed 's|<cover/>||' event.xml > codes.xml
{
  echo id,name,qr
  for i in $(seq 1 200); do
    echo "$i,Guest $i,https://harbours.example/pass/$((i * 7919 % 10007))"
  done
} > list.csv
run booklet -q codes.xml --people=list.csv --paper=A6 -o codes.pdf
try 'each has a page' is "$(info codes.pdf Pages)" 200
mutool draw -q -r 72 -c gray -o code-%03d.pgm codes.pdf 2> draw.log
zbarimg -q --raw -Sdisable -Sqrcode.enable code-*.pgm > said 2> zbar.log
cut -d, -f3 list.csv | tail -n +2 > wanted
try 'all codes are read' cmp wanted said
rm -f code-*.pgm

# Killed

try 'runs that are killed are taken up again, to the same bytes' sh "$killed" "$program" 5 "$PWD/killed"
finish
