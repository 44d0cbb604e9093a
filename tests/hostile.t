#!/bin/sh
# Enters: the command, names that nobody would give a file, and files of which nobody means well. Leaves: whether what
# it says and writes stays harmless.
# shellcheck disable=SC1111 # the quotes of messages
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
. tests/command.sh

# Terminals

room terminals
raw=$(printf 'a\033[31m\nb\342\200\256c')
shown='a�\[31m�b�c'
# is_clean: nothing that it said moves a cursor, ends a line early or turns its direction.
is_clean () {
  cat err
  ! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]\|\342\200[\250-\256]')" err
}
# tells PATTERN ARGUMENT...: it says so, and clean.
tells () {
  pattern=$1
  shift
  run "$@"
  is_clean && grep -qE -- "$pattern" err
}
cp event.xml "$raw.xml"
try 'a file of any name is named in one line' tells "^$shown.xml: 0 errors" check "$raw.xml"
try 'one that is not there, too' tells "^programme: no$shown.xml: cannot be read" check "no$raw.xml"
try 'a theme' tells "no$shown.theme: cannot be read" agenda -t "./no$raw.theme" event.xml
try 'a theme by name' tells "there is no theme “$shown”" agenda -t "$raw" event.xml
try 'what is written' tells "^$shown.pdf: 1 page" agenda -o "$raw.pdf" event.xml
try 'where it cannot be written' tells "there is no folder no$shown" agenda -o "no$raw/a.pdf" event.xml
try 'an option' tells "unknown option “--$shown" agenda "--$raw" event.xml
sed 's/10:00/08:00/' event.xml > "$raw.xml"
try 'the place of a finding' tells 'c.xml:4:.*: error: .* \[reversed-times\]$' check "$raw.xml"
mkdir fonts
echo none > "fonts/$raw.ttf"
try 'a font' tells '^fonts/.*: warning: .*\[bad-font\]$' check event.xml
rm -r fonts
event 'A<br/>B' '' '<session start="10:00" end="11:00"><title>S<br/>x</title></session>
<session start="12:00" end="13:00"><title>T</title></session>'
try 'line ends of a text are spaces in findings' tells '"S x"' check event.xml
is_space () {
  ! grep -q "$(printf '\342\200\250')" err
}
try 'and nothing else' is_space

printf 'name,country\nA\033[31m\302\233B Bell,FR\n' > list.csv
"$program" people list.csv > out 2> err
try 'a list of people' is_clean
# shellcheck disable=SC2016 # the inner shell's
try 'and what is read of it' sh -c '! LC_ALL=C grep -q "$(printf "\033\|\302\233")" out && grep -q "Bell,FR" out'

# Silence

room silence
event 'Days' '' "$(awk 'BEGIN { for (i = 0; i < 1200; i++)
  printf "<session start=\"%02d:%02d\" end=\"%02d:%02d\"><title>S</title></session>\n", 10 + i / 120, i % 60, 10 + i / 120, i % 60 }')"
try 'more findings than are kept are counted' tells '^programme: [0-9]+ more findings are not shown$' check event.xml
quietly () {
  run check --quiet event.xml
  cat err
  [ ! -s err ]
}
try 'but not quietly' quietly

# What it is made from

room inputs
sed -i 's/languages="en"/languages="en fr"/; s|<title>\([^<]*\)</title>|&<title xml:lang="fr">\1</title>|' event.xml
cp event.xml a-fr.pdf
try 'an edition does not replace the event' exits 3 'it would replace a-fr.pdf itself' agenda -b editions -l en,fr \
  -o a.pdf a-fr.pdf
try 'which is as it was' cmp event.xml a-fr.pdf
try 'and there is no other edition' test ! -e a-en.pdf
rm a-fr.pdf
ln -s a-fr.pdf a-en.pdf
try 'two editions are not one file' exits 3 'it is the same file as a-en.pdf' agenda -b editions -l en,fr -o a.pdf event.xml
try 'and neither is there' test ! -e a-fr.pdf

# Small paper

room small
printf '[theme]\nextends = institutional\n[page]\nleast-width = 0mm\nleast-height = 0mm\nleft = 0mm\nright = 0mm
top = 1mm\nbottom = 1mm\n' > small.theme
event 'Harbours of the Future' '' "$(awk 'BEGIN { print "<session start=\"10:00\" end=\"11:00\"><title>S</title>"
  for (i = 0; i < 40; i++) print "<item>x</item>"
  print "</session>" }')"
for paper in 31x13mm 44x300mm 300x20mm; do
  try "each part of a page is found on $paper" writes small.pdf agenda -q -t ./small.theme --paper=$paper -o small.pdf \
    event.xml
done
# cairo forgets what was drawn before something fills all of a page whose size is in whole points, if that is a rectangle.
for paper in 5.5x8.5in 10x10in 5080x5080mm; do
  try "no part of a full page is lost on $paper" writes full.pdf agenda -q -t modern --cover=page --paper=$paper -o full.pdf \
    event.xml
done
try 'less is no paper' exits 2 'of 12.7 to 5080 mm, not “12x300mm”' agenda --paper=12x300mm event.xml
finish
