#!/bin/sh
# Enters: the command. Leaves: whether it does what programme(1) says: its exit status, what it says and where, which
# files it writes and which it leaves alone.
# shellcheck disable=SC1111,SC2016 # the quotation marks of messages; what inner shells expand
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
. tests/command.sh

# Asking

room asking
run --help
try '--help succeeds' is "$status" 0
try 'and speaks on standard output alone' test -s out -a ! -s err
for word in agenda speakers check fonts words impose --output --theme --languages --bilingual --paper --fonts --format --pages --dpi --profile --output-intent --sort --strict --quiet --version 'Exit status'; do
  try "and tells of $word" grep -qF -e "$word" out
done
try 'no line of it is too long for a terminal' sh -c "! grep -nE '.{81}' out"
run -h
try '-h does the same' test "$status" -eq 0 -a -s out
run --version
try '--version succeeds' is "$status" 0
try 'and says it' grep -qxE 'programme [0-9]+\.[0-9]+\.[0-9]+' out
if [ -c /dev/full ]; then
    try '--help onto a full device fails' sh -c '"$1" --help > /dev/full; test $? -eq 3' - "$program"
fi

# Wrong usage: status 2, a hint, and nothing is written

try 'no argument' exits 2 'agenda EVENT.xml'
try 'a command without its file' exits 2 'agenda EVENT.xml' agenda
try 'an unknown command' exits 2 'no command “sing”; expected agenda, booklet, speakers, signs, plates, cues, badges, kit, check, fonts, words, impose, import, people, stocks, export, compare or extract' sing event.xml
try 'a command that is nearly one' exits 2 'did you mean “speakers”' speaker event.xml
try 'a file without a command' exits 2 'programme agenda event.xml' event.xml
try 'file and command the wrong way round' exits 2 'programme agenda event.xml' event.xml agenda
try 'two files' exits 2 'one file' agenda event.xml event.xml
try 'words of no language' exits 2 'programme words fi' words
try 'words of what is none' exits 2 'is no language' words xx
run words 'fi'
try 'words of a language' is "$status" 0
try 'are an element to fill in' grep -qF '<word key="agenda" xml:lang="fi"></word>' out
try 'an unknown option' exits 2 'unknown option “--colour”' agenda --colour event.xml
try 'an option that is nearly one' exits 2 'did you mean “--theme”' agenda --tehme=modern event.xml
try 'an unknown letter' exits 2 'unknown option “-x”' agenda -x event.xml
try 'an option without its value' exits 2 '--output needs a value' agenda event.xml --output
try 'a letter without its value' exits 2 '--output needs a value' agenda event.xml -o
try 'a value where there is none' exits 2 '--strict takes no value' agenda --strict=yes event.xml
try 'an empty output' exits 2 '--output needs a value' agenda --output= event.xml
try 'an unknown order' exits 2 'did you mean “country”' speakers --sort=contry event.xml
try 'a second language that the event has not' exits 2 '“ko”.*languages are: en' agenda --languages=en,ko event.xml
try 'three languages' exits 2 'one language or two, not 3' agenda --languages=en,ko,fr event.xml
try 'a language twice' exits 2 'twice' agenda --languages=en,EN event.xml
try 'a comma without a language' exits 2 'missing beside the comma' agenda --languages=en, event.xml
try 'an unknown way to set two' exits 2 'did you mean “stacked”' agenda --bilingual=staked event.xml
try 'a way to set two languages, and one' exits 2 'name them, such as --languages=en,ko' agenda -b parallel event.xml
try 'a PDF named like an event' exits 2 'other.xml would not be an event' agenda -o other.xml event.xml
try 'editions on standard output' exits 2 'several files' agenda --bilingual=editions -o - event.xml
try 'a language that the event has not' exits 2 '“ko”.*languages are: en' agenda --languages=ko event.xml
try 'no such paper' exits 2 '--paper takes A0 to A7, Letter.*, not “A9”' agenda --paper=A9 event.xml
try 'paper too small for the margins' exits 2 '“13x13mm” is too small for this piece .* 66x84mm at least' agenda --paper=13x13mm event.xml
try 'paper without end' exits 2 '“infxinfmm”' agenda --paper=infxinfmm event.xml
ln event.xml same
try 'the output would replace the event' exits 3 'same: cannot be written: it would replace same itself' agenda -o same same
try 'whatever its name' exits 3 '\./same: cannot be written: it would replace event.xml itself' agenda -o ./same event.xml
rm same
try 'all that hints at --help' exits 2 'programme --help' agenda --colour event.xml
try 'nothing was written' leaves event.xml -- true

try 'options may follow the file' writes a.pdf agenda event.xml -q -o a.pdf
try 'and be written together' writes b.pdf agenda -qo b.pdf event.xml
try 'and without a space' writes c.pdf agenda -q -oc.pdf event.xml
try 'after -- all are names' writes event-agenda.pdf agenda -- event.xml
mkdir nothing
(cd nothing && : > --strict)
try 'also names that look like options' exits 1 'is empty' check -- nothing/--strict

# Errors that are borne with

room draft
sed 's|<title>Welcome</title>|&<group><slot who="nobody-yet"/></group>|' event.xml > unsure.xml
try 'nothing is written of an event with errors' exits 1 'nothing was written' agenda -o draft.pdf unsure.xml
try 'and nothing is there' leaves event.xml unsure.xml -- true
try 'unless that is wanted' writes draft.pdf agenda --despite-errors -o draft.pdf unsure.xml
try 'and then each page says so' says draft.pdf 'WITH ERRORS'
try 'a check does not bear with them' exits 1 'no person has the id' check --despite-errors unsure.xml

# Names of the output

room names
try 'event.xml becomes event-agenda.pdf' exits 0 '^event-agenda.pdf: 1 page$' agenda event.xml
try 'and event-speakers.pdf' exits 0 '^event-speakers.pdf: 1 page$' speakers event.xml
cp event.xml EVENT.XML
cp event.xml 'the event, 2nd'
try 'capitals' writes EVENT-agenda.pdf agenda -q EVENT.XML
printf 'Date,Time,Title\n2031-05-05,9:00,Tides\n' > table.csv
try 'a table, too' writes table-agenda.pdf agenda -q table.csv
try 'no ending, and spaces' writes 'the event, 2nd-agenda.pdf' agenda -q 'the event, 2nd'
mkdir folder
cp event.xml folder
try 'it lies beside the event' writes folder/event-agenda.pdf agenda -q folder/event.xml
try 'or where one says' writes folder/other.pdf agenda -q -o folder/other.pdf event.xml
long=$(printf 'x%.0s' 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4)
long=$long$long$long$long$long$long$long$long$long$long.pdf
try 'a name may be as long as names can be' writes "$long" agenda -q -o "$long" event.xml

# Standard output

room stream
run agenda -o - event.xml
try '-o - writes to standard output' is_pdf out
try 'and says nothing else' test ! -s err
try 'and makes no file' leaves event.xml -- true
if [ -c /dev/full ]; then
    try 'onto a full device it fails' sh -c '"$1" agenda -o - event.xml 2> err > /dev/full; test $? -eq 3' - "$program"
  try 'and says why' grep -q 'standard output: cannot be written: No space left' err
fi
try 'standard output that is closed is told' sh -c '"$1" agenda -o - event.xml 2> err >&-; test $? -eq 3' - "$program"
SOURCE_DATE_EPOCH=0 "$program" agenda -o plain.pdf event.xml 2> err
SOURCE_DATE_EPOCH=0 sh -c '"$1" agenda -o closed.pdf event.xml <&- >&- 2>&-' - "$program"
try 'no message gets into a file where standard error is closed' cmp plain.pdf closed.pdf
if script -qec true /dev/null > /dev/null 2>&1; then
  try 'a PDF is not thrown onto a terminal' \
    refused 'terminal' script -qec "'$program' agenda -o - event.xml" /dev/null
else
  skip 'a PDF is not thrown onto a terminal' 'it takes script(1)'
fi

# Events that cannot be made: status 1, the place, and nothing is written

room broken
sed 's/session start/session strat/' event.xml > broken.xml
echo old > old.pdf
try 'a finding names file, line, column, severity and code' \
  exits 1 '^broken\.xml:4:14: error: .*"start".* \[unknown-attribute\]$' agenda -o old.pdf broken.xml
try 'and it is said that nothing was written' grep -q 'nothing was written' err
try 'the old file is as it was' is "$(cat old.pdf)" old
try 'a new one is not begun' leaves event.xml broken.xml old.pdf -- "$program" agenda broken.xml
cat > many.xml <<'END'
<programme version="1" languages="en" zone="x">
  <event><titel>Harbours</titel></event>
  <agenda><day date="2031-13-05">
    <session start="9h00" end="10:00"><title>Welcome</title></session>
  </day></agenda>
</programme>
END
try 'all faults are told in one run' exits 1 'many.xml:1:.*error' agenda many.xml
try 'in the order of the file' sh -c "grep -o '^many.xml:[0-9]*' err | LC_ALL=C sort -c -t: -k2n"
try 'among them the last' grep -q '^many.xml:4:14: error: .*09:00' err
try 'with what was meant' grep -q '^many.xml:2:10: error: .*<title>' err
awk 'BEGIN { print "<programme version=\"1\">"; for (i = 0; i < 1200; i++) print "<wine/>"; print "</programme>" }' > endless.xml
try 'where there are too many, it is said how many more there are' exits 1 '^programme: [0-9]+ more findings' check endless.xml
try 'and no more are shown than one reads' test "$(wc -l < err)" -lt 1010
printf '<programme version="1"><event>' > open.xml
try 'not well-formed' exits 1 '^open.xml:1:[0-9]+: error: ' agenda open.xml
: > empty.xml
try 'an empty file' exits 1 '^empty.xml:1:1: error: .*empty' agenda empty.xml
cp "$program" binary.xml
try 'check has its sum in the end there, too' exits 1 '^empty.xml: 1 error, 0 warnings, 0 notes$' check empty.xml
try 'and of a file that is not there' exits 1 '^none.xml: 1 error, 0 warnings, 0 notes$' check none.xml
try 'a file that is no text' exits 1 '^binary.xml:[0-9]+:[0-9]+: error: ' agenda binary.xml
echo 'Dear colleagues,' > letter.xml
try 'a text that is no XML' exits 1 '^letter.xml:1:1: error: ' agenda letter.xml
try 'no such file' exits 1 '^programme: none.xml: cannot be read: No such file or directory$' agenda none.xml
try 'a folder' exits 1 '^programme: \.: cannot be read: it is a folder$' agenda .
truncate -s 70M huge.xml
try 'a name of another kind of file' exits 2 'half.docx would be no .docx file, as its name says: .* end in .pdf$' \
  agenda -o half.docx event.xml
try 'nothing is written there' test ! -e half.docx
mkdir -p out.d
try 'but a date is no kind' exits 0 '' agenda -q -o out.d/meeting-2031.05.05 event.xml
try 'and no name has to have an ending' exits 0 '' agenda -q -o out.d/meeting event.xml
try 'a limit that is lower' exits 1 'more than 3 elements: .*; --limits-elements=N allows more' \
  check --limits-elements=3 event.xml
try 'so it is for the fonts of an event' exits 1 '--limits-elements=N' fonts --limits-elements=3 event.xml
try 'a file that is larger than any event' exits 1 '^programme: huge.xml: cannot be read: .*64 MiB' agenda huge.xml
rm huge.xml
if [ -c /dev/zero ]; then
  try 'a file without an end' refused '64 MiB' "$program" check /dev/zero
  try 'a theme without an end' refused '4 MiB' "$program" check --theme=/dev/zero event.xml
fi
cp event.xml secret.xml
chmod 000 secret.xml
if as_nobody test -x "$program"; then
  status=0
  as_nobody "$program" check secret.xml 2> err || status=$?
  try 'a file without the right to read it' is "$status" 1
  try 'and says so' grep -q '^programme: secret.xml: cannot be read: .*Permission denied' err
else
  skip 'a file without the right to read it' 'nobody can reach the command here'
fi
{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE event.xml; } > utf16.xml
try 'UTF-16 is read' exits 0 '' check -q utf16.xml
iconv -f UTF-8 -t UTF-16BE broken.xml > utf16.xml
try 'and faults in it have their place' exits 1 '^utf16.xml:4:14: error: ' check -q utf16.xml
{ printf '\357\273\277'; cat broken.xml; } > mark.xml
try 'so they have after a byte order mark' exits 1 '^mark.xml:4:14: error: ' check -q mark.xml
sed 's/$/\r/' broken.xml > dos.xml
try 'and in a file with the line ends of Windows' exits 1 '^dos.xml:4:14: error: ' check -q dos.xml
event 'Harbours 𒀀'
try 'a character that no font has' exits 1 '^event.xml:2:[0-9]+: error: .*U\+12000.* \[missing-glyph\]$' agenda event.xml

# check, --strict and --quiet

room checking
try 'an event without a fault' exits 0 '^event.xml: 0 errors, 0 warnings, 0 notes$' check event.xml
try 'quietly' exits 0 '' check --quiet event.xml
sed 's/09:00/11:00/' event.xml > reversed.xml
try 'an event with an error' exits 1 '^reversed.xml:4:.*: error: .* \[reversed-times\]$' check reversed.xml
try 'and its sum' grep -qx 'reversed.xml: 1 error, 0 warnings, 0 notes' err
try 'quietly, the error is said' exits 1 'reversed-times' check --quiet reversed.xml
try 'and nothing else' is "$(wc -l < err)" 1
event 'Harbours of the Future' '' '
    <session start="10:00" end="11:00"><title>Ships</title>
      <group role="speaker"><slot who="ada" minutes="90"/></group></session>'
sed 's|<agenda>|<people><person id="ada"><name>Ada <family>Byron</family></name></person></people>&|' event.xml > warned.xml
try 'an event with a warning' exits 0 'warned.xml: 0 errors, 1 warning, ' check warned.xml
try 'which is a finding' grep -qE '^warned.xml:[0-9]+:[0-9]+: warning: .* \[minutes\]$' err
try 'quietly, it is not said' exits 0 '' check --quiet warned.xml
try 'strictly, it counts as an error' exits 1 ': warning: ' check --strict warned.xml
try 'and is said even quietly' exits 1 ': warning: ' check --strict --quiet warned.xml
try 'strictly, nothing is written' leaves event.xml reversed.xml warned.xml -- "$program" agenda --strict -q warned.xml
try 'else the agenda is, with the warning' exits 0 ': warning: ' agenda warned.xml
try 'and quietly without it' exits 0 '' agenda --quiet warned.xml
event 'Harbours 𒀀'
try 'check finds what only the pages show' exits 1 ': error: .* \[missing-glyph\]$' check event.xml
try 'and writes nothing' leaves event.xml reversed.xml warned.xml warned-agenda.pdf -- "$program" check event.xml
sed -i 's/languages="en"/languages="en ko"/; s|</title></event>|</title><title xml:lang="ko">항구 𒀁</title></event>|' event.xml
try 'in each of its languages' exits 1 'U\+12001' check event.xml
try 'or in the one that is asked for' exits 1 'U\+12000' check --languages=en event.xml
try 'in which the others do not matter' sh -c '! grep U+12001 err'
printf '[theme]\nextends = moder\n' > own.theme
try 'check tells of the theme, too' exits 2 'did you mean “modern”' check --theme=own.theme warned.xml
try 'and of options' exits 2 '“A9”' check --paper=A9 warned.xml

# Output that cannot be written: status 3, the old file as it was, nothing left over

room output
try 'a folder that is not there' exits 3 '^programme: none/a.pdf: cannot be written: .*none' agenda -o none/a.pdf event.xml
try 'a path below a file' exits 3 '^programme: event.xml/a.pdf: cannot be written: ' agenda -o event.xml/a.pdf event.xml
mkdir folder
try 'a folder' exits 3 '^programme: folder: cannot be written: it is a folder.*folder/programme.pdf' agenda -o folder event.xml
try 'the same with a stroke' exits 3 '^programme: folder/: cannot be written: ' agenda -o folder/ event.xml
if [ -c /dev/full ]; then
  try 'a full device' exits 3 '^programme: /dev/full: cannot be written: No space left' agenda -o /dev/full event.xml
fi
# without_proc COMMAND...: where a program does not find its library by $ORIGIN either
without_proc () {
  apart env "LD_LIBRARY_PATH=${program%/*}" sh -c 'mount -t tmpfs none /proc && exec "$@"' - "$@"
}
limited () {
  sh -c 'ulimit -f 8; exec "$@"' - "$program" agenda -o "$1" event.xml 2> err
}
echo old > old.pdf
status=0
limited old.pdf || status=$?
try 'a file that may not grow' is "$status" 3
try 'and says so' grep -q '^programme: old.pdf: cannot be written: File too large' err
try 'the old file is as it was' is "$(cat old.pdf)" old
try 'nothing is left over' leaves event.xml old.pdf folder -- limited new.pdf

mkdir locked
echo old > locked/a.pdf
chmod 555 locked
if as_nobody test -x "$program"; then
  status=0
  as_nobody "$program" agenda -o locked/a.pdf event.xml 2> err || status=$?
  try 'a folder without the right to write' is "$status" 3
  try 'and says so' grep -q '^programme: locked/a.pdf: cannot be written: Permission denied' err
else
  skip 'a folder without the right to write' 'nobody can reach the command here'
fi
if can_mount; then
  mkdir full
    try 'a full disk keeps the old file, and nothing else' apart sh -c '
    mount -t tmpfs -o size=16k none full && echo old > full/a.pdf
    "$1" agenda -o full/a.pdf event.xml; status=$?
    [ $status -eq 3 ] && [ "$(cat full/a.pdf)" = old ] && [ "$(ls -A full)" = a.pdf ]' - "$program"
    try 'without /proc it is named from the first, and no less whole' without_proc sh -c '
    "$1" agenda -q -o a.pdf event.xml && pdfinfo a.pdf && rm a.pdf && ! ls -A | grep "^\.programme"' - "$program"
else
  skip 'a full disk keeps the old file, and nothing else' 'this user may not mount'
fi

room replaced
echo old > old.pdf
chmod 640 old.pdf
ln old.pdf link.pdf
try 'an old file is replaced' writes old.pdf agenda -q -o old.pdf event.xml
try 'not overwritten: who has it open keeps it' is "$(cat link.pdf)" old
try 'its rights are kept' is "$(stat -c %a old.pdf)" 640
(umask 027 && "$program" agenda -q -o new.pdf event.xml)
try 'a new file has the rights that it should' is "$(stat -c %a new.pdf)" 640
mkdir elsewhere
echo old > elsewhere/a.pdf
ln -s elsewhere/a.pdf a.pdf
try 'a link is followed' writes elsewhere/a.pdf agenda -q -o a.pdf event.xml
try 'and stays one' test -L a.pdf
rm elsewhere/a.pdf
try 'so it is if nothing is there yet' writes elsewhere/a.pdf agenda -q -o a.pdf event.xml
try 'and stays one then, too' test -L a.pdf
mkfifo pipe
timeout 20 cat pipe > piped.pdf &
try 'a pipe is written to' exits 0 '' agenda -q -o pipe event.xml
wait
try 'and whole' is_pdf piped.pdf
try 'nothing is left over' leaves event.xml old.pdf link.pdf new.pdf a.pdf elsewhere elsewhere/a.pdf pipe piped.pdf \
  -- true

room interrupted
# months N: an event that lasts them.
months () {
  awk -v months="$1" 'BEGIN {
    print "<programme version=\"1\"><event><title>Harbours</title></event><agenda>"
    for (day = 0; day < 28 * months; day++) {
      printf "<day date=\"2031-%02d-%02d\">", int(day / 28) + 1, day % 28 + 1
      for (hour = 8; hour < 20; hour++)
        printf "<session start=\"%02d:00\" end=\"%02d:00\"><title>Ships and winds</title></session>\n", hour, hour + 1
      print "</day>"
    }
    print "</agenda></programme>"
  }'
}
months 1 > long.xml
# interrupt SECONDS [SIGNAL]: stops the command in the midst of whatever it is doing then.
interrupt () {
  "$program" agenda -q -o old.pdf long.xml 2> err &
  sleep "$1"
  kill -s "${2-TERM}" $! 2> /dev/null
  wait $!
}
echo old > old.pdf
# Where files must have a name from the first, one may be left.
case $(stat -f -c %T .) in
  ext* | xfs | btrfs | tmpfs)
    for seconds in 0.02 0.05 0.08 0.1 0.12 0.15 0.2; do
      try "interrupted after $seconds s it leaves nothing" leaves event.xml long.xml old.pdf -- interrupt "$seconds"
    done
    ;;
  *) skip 'interrupted it leaves nothing' 'it takes a usual file system' ;;
esac
try 'and the old file whole, or the new one' sh -c 'grep -qx old old.pdf || tail -c 6 old.pdf | grep -q %%EOF'
months 10 > longer.xml # A second or two, most of them after there is a file.
# stopped_by SIGNAL STATUS: what it ends with, and that it says nothing.
stopped_by () {
  status=0
  "$program" agenda -q -o new.pdf longer.xml 2> err &
  sleep 0.2
  kill -s "$1" $!
  wait $! || status=$?
  cat err
  [ "$status" -eq "$2" ] && [ ! -s err ] && [ ! -e new.pdf ]
}
try 'it ends by the signal that ended it, and says nothing' stopped_by TERM 143
try 'by another, too' stopped_by HUP 129
try 'ignored ones are' sh -c 'trap "" HUP; "$1" agenda -q -o kept.pdf longer.xml & sleep 0.2; kill -HUP $!; wait $!' - "$program"
try 'and leave the file whole' is_pdf kept.pdf
rm -f kept.pdf
if can_mount; then
  for seconds in 0.2 0.4 0.6 0.8; do
    # shellcheck disable=SC2016 # what the inner shell expands
    try "without /proc, where the file has a name from the first, interrupted after $seconds s it leaves nothing" \
      leaves event.xml long.xml longer.xml old.pdf -- without_proc sh -c '
      "$1" agenda -q -o old.pdf longer.xml 2> err & sleep "$2"; kill -s TERM $!; wait $!' - "$program" "$seconds"
  done
else
  skip 'without /proc it leaves nothing' 'this user may not mount'
fi

# Who stops reading

# read_begin [OPTION...]: of the whole only the first bytes are read.
read_begin () {
  { status=0; "$program" agenda "$@" -o - longer.xml 2> err || status=$?; echo "$status" > status; } | head -c 10 > begin
  cat err
  [ "$(head -c 5 begin)" = %PDF- ]
}
try 'who reads only the beginning gets it' read_begin
try 'and the command ends with a status' is "$(cat status)" 3
try 'and says why' is "$(cat err)" 'programme: standard output: cannot be written: Broken pipe'
try 'quietly' read_begin --quiet
try 'it says nothing' is "$(cat status)$(cat err)" 3

# The bar

# shown OPTION...: what a terminal shows, a line for each time that something is written over
shown () {
  script -qec "'$program' agenda $* -o page.png --format=png --dpi=250 longer.xml" /dev/null | tr '\r' '\n'
}
if script -qec true /dev/null > /dev/null 2>&1; then
  shown --pages=1-40 > terminal
  try 'on a terminal a bar shows how far it is' grep -qxE 'write  \[#+\.+\] +[0-9]+ %(, [0-9]+:[0-9]+ left)? *' terminal
  try 'it does not go back' sh -c "sed -n 's/^write .* \([0-9]*\) %.*/\1/p' terminal | sort -cn"
  try 'and is gone in the end' sh -c 'grep . terminal | tail -n 1 | grep -qE "^page-.*: 40 pages$"'
  shown --pages=1-40 --quiet > terminal
  try 'quietly there is none' test ! -s terminal
else
  skip 'on a terminal a bar shows how far it is' 'it takes script(1)'
fi
try 'and none elsewhere' exits 0 '^a.pdf: [0-9]+ pages$' agenda -o a.pdf longer.xml
try 'but what is said' is "$(cat err)" "a.pdf: $(info a.pdf Pages) pages"
finish
