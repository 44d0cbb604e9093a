#!/bin/sh
# Enters: the command and its man page. Leaves: whether all that is told of options is the same: help, man page, what each
# command takes and refuses, what bash completes.
# shellcheck disable=SC1111,SC2016 # the quotation marks of messages; what inner shells expand
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
manual=$PWD/bin/programme.1
. tests/command.sh

commands=$("$program" --help | sed -n '/^  [a-z]/s/^  \([a-z]*\) .*/\1/p' | sed '/programme/d')

# Help and the man page

room tables
# told [COMMAND]: a line for each option in help: letter or -, name, what stands for the value
told () {
  "$program" ${1:+"$1"} --help | sed -n 's/^  \(-[a-z],\|   \) --\([a-zA-Z.=-]*\).*/\1 \2/p' |
    sed 's/^-\(.\), /\1 /; s/^    /- /; s/=/ /' | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort
}
# shown: the same in the man page
shown () {
  sed 's/\\-/-/g' "$manual" | sed -n '/^The options/,/^\.Sh/s/^\.It Fl \(.*\)/\1/p' |
    sed 's/^\([a-z]\) , -/\1 /; s/^-/- /; s/ Ns = Ns Ar//' | LC_ALL=C sort
}
told > told.txt
shown > shown.txt
try 'help has options' test "$(wc -l < told.txt)" -ge 15
try 'help and man page tell of the same options' diff told.txt shown.txt

# synopsis COMMAND: the options in that part of the man page's synopsis
synopsis () {
  sed 's/\\-/-/g' "$manual" | awk -v command="$1" '
    /^\.Sh DESCRIPTION/ { exit }
    /^\.Cm/ { inside = index(" " $0 " ", " " command " ") > 0 }
    inside && /^\.(Op )?Fl/ { sub(/^\.(Op )?Fl /, ""); sub(/ Ns.*/, ""); sub(/ Ar.*/, ""); sub(/^-/, ""); print }' |
    LC_ALL=C sort
}
# taken COMMAND: the options of that command in help, by their letters where they have one
taken () {
  told "$1" | awk '$2 !~ /^(help|version|completion)$/ { print $1 == "-" ? $2 : $1 }' | LC_ALL=C sort
}
for command in $commands; do
  taken "$command" > taken.txt
  case $command in agenda) echo sort >> taken.txt ;; esac # one synopsis for all pieces
  LC_ALL=C sort -o taken.txt taken.txt
  synopsis "$command" > synopsis.txt
  try "the synopsis of $command is what it takes" diff taken.txt synopsis.txt
  run help "$command"
  try "no line of its help is too long" sh -c "! grep -nE '.{81}' out"
  cp out help
  run "$command" --help
  try "$command --help says the same" cmp out help
done
# values OPTION: those that help lists
values () {
  "$program" help speakers | sed -n "/--$1=/,/ --/s/^ \{28\}\([a-z]*\)  .*/\1/p"
}
for option in sort bilingual format profile; do
  values "$option" > values.txt
  try "--$option has values" test "$(wc -l < values.txt)" -ge 3
  while read -r value; do
    try "and the man page tells of $value" sh -c '
      sed "s/\\\\-/-/g" "$1" | sed -n "/^\.It Fl .*-$2 /,/^\.It Fl/p" | grep -qE "Cm (.* )?$3( |$)"' - "$manual" "$option" "$value"
  done < values.txt
done
try 'no command, no help' exits 2 'no command “agend”; did you mean “agenda”' help agend

# What a command does not take it refuses

try 'an order of the agenda' exits 2 '^programme: --sort goes with speakers or check, not with agenda$' \
  agenda --sort=country event.xml
try 'pages of a check' exits 2 '--pages goes with agenda, booklet, speakers, signs, plates, cues, badges or impose, not with check' check --pages=1 event.xml
try 'paper for the list of fonts' exits 2 '--paper goes with .*, not with fonts' fonts --paper=A4
try 'a theme for what is extracted' exits 2 '--theme goes with .*, not with extract' extract -t modern a.pdf -o a.xml
try 'a check takes the order of speakers' exits 0 '' check -q --sort=country event.xml
try 'nothing was written' test ! -e event-agenda.pdf

# A date

try 'a date' writes dated.pdf agenda -q --date=2031-05-05 -o dated.pdf event.xml
try 'is that of the PDF' is "$(info dated.pdf CreationDate)" 'Mon May  5 00:00:00 2031 UTC'
try 'and of its XMP' sh -c 'pdfinfo -meta dated.pdf | grep -q "<xmp:CreateDate>2031-05-05T00:00:00"'
SOURCE_DATE_EPOCH=1 "$program" agenda -q --date=2031-05-05T02:00:00+02:00 -o same.pdf event.xml
try 'it goes before the environment, and its zone counts' cmp dated.pdf same.pdf
SOURCE_DATE_EPOCH=1935705600 "$program" agenda -q -o epoch.pdf event.xml
"$program" agenda -q --date=1935705600 -o same.pdf event.xml
try 'seconds are those of SOURCE_DATE_EPOCH' cmp epoch.pdf same.pdf
for date in 2031-13-01 yesterday 2031-05-05T25:00 -1 253402300800; do
  try "--date=$date" exits 2 "--date takes a date such as .*, not “$date”" agenda "--date=$date" event.xml
done

# Paper

for paper in 90x55mm 105x74mm; do
  try "$paper is too small" exits 2 "“$paper” is too small for this piece .* [0-9]+x[0-9]+mm at least" \
    agenda "--paper=$paper" event.xml
done
run agenda --paper=90x55mm event.xml
least=$(sed -n 's/.*takes \([0-9]*x[0-9]*mm\).*/\1/p' err)
try 'what it takes will do' writes least.pdf agenda -q "--paper=$least" -o least.pdf event.xml
try 'A7 is paper' writes small.pdf agenda -q --paper=A7 -o small.pdf event.xml

# Editions for those who see little

try 'an edition has a name of its own' writes event-agenda-large-print-contrast.pdf \
  agenda -q --large-print --contrast event.xml
try 'and a title' is "$(info event-agenda-large-print-contrast.pdf Title)" \
  'Harbours of the Future (Large print, High contrast)'
try 'no columns of large print' exits 2 '--large-print goes with --bilingual=stacked, headings or editions' \
  agenda --large-print -l en,fr -b parallel event.xml

# All or none

room whole
event 'Harbours of the Future' '' '
    <session start="10:00" end="11:00"><title>Ships</title></session>'
sed -i 's/languages="en"/languages="en fr"/' event.xml
mkdir event-agenda-fr.pdf
try 'the second edition cannot be written' exits 3 'event-agenda-fr.pdf: cannot be written: it is a folder' \
  agenda -b editions event.xml
try 'so none is' leaves event.xml event-agenda-fr.pdf -- true
echo old > a-1.png
mkdir a-2.png
try 'nor pages' exits 3 'a-2.png: cannot be written: it is a folder' agenda --format=png --cover=page -o a.png event.xml
try 'the old ones are as they were' is "$(cat a-1.png)" old
try 'and nothing is left over' leaves event.xml event-agenda-fr.pdf a-1.png a-2.png -- true

# What a document is made from is not written over

room inputs
printf '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>' > logo.svg
event 'Harbours of the Future' '<logo src="logo.svg" alt="A square"/>'
cp logo.svg kept.svg
run check -q event.xml
try 'the event has a logo' is "$status" 0
try 'its logo' exits 3 'logo.svg: cannot be written: it would replace .*logo.svg itself' \
  agenda -q --format=svg --pages=1 -o logo.svg event.xml
try 'is as it was' cmp logo.svg kept.svg
printf '[theme]\nextends = modern\n' > base
printf '[theme]\nextends = ./base\n' > own.theme
try 'the theme that its theme extends' exits 3 'replace base itself' agenda -t own.theme -o base event.xml
mkdir fonts
cp "$(fc-list -f '%{file}\n' 'Noto Sans:style=Regular' | head -n 1)" fonts/own.ttf
try 'a font' exits 2 'would be no .ttf file' agenda -o fonts/own.ttf event.xml
ln fonts/own.ttf other-name
try 'by another name, too' exits 3 'replace fonts/own.ttf itself' agenda -o other-name event.xml
cp event.xml ev-en.pdf
try 'the event, by the name of an edition' exits 3 'replace ev-en.pdf itself' agenda -b editions -o ev.pdf ev-en.pdf
try 'which is as it was' cmp event.xml ev-en.pdf

# bash

room completion
touch one.xml 'two words.xml' other.pdf
mkdir folder
"$program" --completion=bash > script
try 'it has no fault' bash -n script
# completes WANTED WORD...: the last word, in bash, with what stands before it
completes () {
  wanted=$1
  shift
  bash -c '. ./script; compopt () { :; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _programme
    printf "%s\n" "${COMPREPLY[@]}" | LC_ALL=C sort | tr "\n" " "' - programme "$@" > completed
  is "$(sed 's/ *$//' completed)" "$wanted"
}
try 'commands' completes 'agenda' a
try 'all of them' completes "$(echo "$commands" help | tr ' ' '\n' | LC_ALL=C sort | tr '\n' ' ' | sed 's/ $//')" ''
try 'options of a command' completes '--sheet= --signature= --sort= --strict' speakers --s
try 'not those of others' completes '--sheet= --signature= --strict' agenda --s
try 'values' completes 'name' speakers --sort = n
try 'and those of a letter' completes 'editions' agenda -b e
try 'themes' completes 'modern' agenda -t mod
try 'folders' completes 'folder' agenda --fonts = f
try 'events' completes 'event.xml folder one.xml two words.xml' agenda ''
try 'PDFs' completes 'folder other.pdf' extract ''
finish
