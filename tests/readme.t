#!/bin/sh
# Enters: README.md, the man page of the command, and the command. Leaves: whether what they show works when it is pasted,
# and what they name is there.
# shellcheck disable=SC2016 # the backquotes of Markdown
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
top=$PWD
. tests/command.sh
readme=$top/README.md
manual=$top/bin/programme.1

# block LANGUAGE: the first block of README.md in this language
block () {
  awk -v open="\`\`\`$1" '$0 == open { inside = 1; next } /^```/ && inside { exit } inside' "$readme"
}

# commands: every line that README.md says to run with the command
commands () {
  awk '/^```sh/ { inside = 1; next } /^```/ { inside = 0 } inside && /^build\/programme /' "$readme"
}

# example: the theme in the manual
example () {
  awk '/^\.Sh THEMES/ { there = 1 } there && /^\.Bd/ { inside = 1; next } inside && /^\.Ed/ { exit } inside' "$manual"
}

# The event

block xml > harbours.xml
block ini > harbour.theme
mkdir build
ln -s "$program" build/programme
ln -s "$top/samples" samples
try 'README.md shows an event of ten lines' is "$(wc -l < harbours.xml)" 10
try 'under the name by which it is used' grep -qF '`harbours.xml`' "$readme"
try 'it has no fault' exits 0 ' 0 errors, 0 warnings, ' check harbours.xml
commands > shown
try 'README.md uses the command' test "$(wc -l < shown)" -ge 5
while read -r line; do
  try "this works: $line" sh -ec "$line"
done < shown
build/programme agenda -q harbours.xml
try 'the agenda is where README.md says' is_pdf harbours-agenda.pdf
try 'with all that was written' in_order harbours-agenda.pdf 'Harbours of the Future' 'Monday 5 May 2031' \
  'Sea House, Example City' DRAFT 09:00–10:30 'Session 1' 'Ships and Winds' Speaker 'Aino Aalto' '20 min' 'Harbour Master' \
  10:30–11:00 'Coffee break'
build/programme agenda -q --theme=harbour.theme -o own.pdf harbours.xml
try 'the theme changes the times' says own.pdf 9h00
try 'small.pdf is small' is "$(info small.pdf 'Page size')" '419.528 x 595.276 pts'

# What README.md names

grep -oE '\]\([^)#]+\)' "$readme" | sed 's/^](//; s/)$//' > links
while read -r link; do
  try "README.md points at $link" test -e "$top/$link"
done < links
grep -oE 'make (-C [a-z/]+ )?[a-z]+' "$readme" | LC_ALL=C sort -u > goals
while read -r _ goal rest; do
  case $goal in
    and | can) ;;
    -C) try "there is ${rest% *}/Makefile" test -e "$top/${rest% *}/Makefile" ;;
    *) try "there is make $goal" grep -q "^$goal:" "$top/Makefile" ;;
  esac
done < goals
grep -oE 'man \./[a-z0-9./]+' "$readme" | sed 's/^man //' > pages
while read -r page; do
  try "there is $page" test -e "$top/$page"
done < pages
for picture in "$top"/samples/*/*.png; do
  try "$picture is small" test "$(wc -c < "$picture")" -lt 150000
done

# The manual

example > harbour.theme
try 'the theme in the manual works' writes manual.pdf agenda -q --cover=page --theme=harbour.theme -o manual.pdf harbours.xml
try 'in its times and page numbers' in_order manual.pdf 9h00–10h30 '2 of 2'
"$program" --help | grep -oE -e '[ ,]--?[a-z]([a-z-]*[a-z])?' | tr -d ' ,' | LC_ALL=C sort -u > options
sed 's/\\-/-/g' "$manual" > plain-manual
while read -r option; do
  try "the manual tells of $option" grep -qE "Fl .*${option#-}( |$)" plain-manual
done < options
# keys: each key of each group but styles', and the styles
keys () {
  awk '/^\[/ { group = substr($0, 2, index($0, "]") - 2); sub(/ (small|long|second)$/, "", group)
               if (sub(/^style /, "", group)) { print group; group = "" } next }
       group != "" && /^[a-z]/ { print $1 }' "$top/lib/theme/institutional.theme" | LC_ALL=C sort -u
}
keys > wanted
tr -c '[:alnum:]-' '[\n*]' < "$manual" | LC_ALL=C sort -u > words
try 'the manual explains every key and style of a theme' sh -c '! LC_ALL=C comm -23 wanted words | grep .'
awk '/^\.Sh THEMES/ { inside = 1 } /^\.Sh ENV/ { exit } inside && /^\.(It )?Cm / { gsub(/[ ,]+/, "\n"); print }' "$manual" |
  grep -e - | grep -vxE 'run-in|page-of|page-' | LC_ALL=C sort -u > named
try 'and names no key that is gone' sh -c '! LC_ALL=C comm -23 named wanted | grep .'

# Limits, as the manual writes them; units and two others are not met by what comes from outside.
list_limits () {
  python3 -c '
import re, sys
units = {"PG_MAX_CLOCK_MINUTES": "48:00", "PG_MIN_PAPER_POINTS": "12.7", "PG_MAX_PAPER_POINTS": "5080",
         "PG_LAST_SECOND": "9999", "PG_MAX_PASSES": "", "PG_MAX_DECODED_PIXELS": "", "PG_KB": "", "PG_MB": "",
         "PG_MILLION": "", "PG_MAX_ROWS": "1,048,576"}
for name, value in re.findall(r"#define (PG_\w+) (\(.*?\)|\w+)", open(sys.argv[1]).read()):
    number = eval(re.sub(r"(\d)(u|LL)\b", r"\1", value))
    size = ("{:,} MB".format(number >> 20) if number % (1 << 20) == 0 else
            "{:,} kB".format(number >> 10) if name.endswith("BYTES") and number % 1024 == 0 else "{:,}".format(number))
    print(units.get(name, size))
' "$top/lib/base/limits.h" | grep .
}
list_limits > limits
sed -n '/^\.Sh LIMITS/,/^\.Sh ENV/p' "$manual" > told
try 'there are limits' test "$(wc -l < limits)" -gt 25
while read -r limit; do
  try "the manual tells the limit of $limit" grep -qwF "$limit" told
done < limits
finish
