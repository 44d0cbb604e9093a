#!/bin/sh
# Enters: the command, and copies of fonts that the set does not use. Leaves: whether it lists the fonts, and uses those
# of a folder.
# shellcheck disable=SC2016 # what inner shells expand
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
. tests/command.sh
noto=/usr/share/fonts/truetype/noto
export XDG_CACHE_HOME="$scratch/cache"

# lists STATUS PATTERN ARGUMENT...: programme fonts ends so and writes a line that matches on standard output.
lists () {
  wanted=$1
  pattern=$2
  shift 2
  run fonts "$@"
  cat out err
  [ "$status" -eq "$wanted" ] && grep -qE -- "$pattern" out
}

# The list

room list
try 'the set is listed without an event' lists 0 '^Latin +Noto Sans +Noto Serif$'
try 'also Han by language' grep -qE '^Han \(Japanese\) +Noto Sans CJK JP +Noto Serif CJK JP$' out
try 'and which languages can be hyphenated' grep -qE '^Hyphenation: .*en, .*fr' out
try 'with nothing on standard error' test ! -s err
try 'nothing is missing here' sh -c '! grep -E "\(Noto|brackets|Your own|event" out'
try 'no line is too long for a terminal' sh -c "! grep -nE '.{81}' out"
sed -i 's/languages="en"/languages="en ko"/; s/Harbours/ท่าเรือ <span xml:lang="ja">港<\/span>/' event.xml
try "an event's languages are listed" lists 0 '^  ko +Korean +Hangul, Han +complete$' event.xml
try 'and scripts besides, with hyphenation' grep -qE '^  en +English +Latin, Thai +complete, hyphenated$' out
try 'and languages of single words' grep -qE '^  ja +Japanese +Han +complete$' out
languages='ar de el en en-US es es-419 fa fr fr-CA he hi id it ja km ko lo ms my nl pl pt pt-BR ru sv th tr uk vi zh-Hans zh-Hant'
sed "s/languages=\"[^\"]*\"/languages=\"$languages\"/" event.xml > all.xml
try 'all languages that the library has words in can be set' \
  sh -c '"$1" fonts all.xml > out && test "$(grep -cE "^  [a-zA-Z0-9-]+ .* complete(, hyphenated)?$" out)" -ge 32' - "$program"
try 'an event that is not there' exits 1 '^programme: none.xml: cannot be read' fonts none.xml
try 'two events' exits 2 'not several' fonts event.xml event.xml
try 'it writes no file' exits 2 '--output goes with agenda, booklet, speakers, signs, plates, cues, badges, kit, impose, import, people, export, compare or extract, not with fonts' fonts -o a.pdf
try 'a folder that is not there' exits 2 '“none” cannot be read: No such file' fonts --fonts=none
if [ -c /dev/full ]; then
  try 'onto a full device it fails' sh -c '"$1" fonts 2> err > /dev/full; test $? -eq 3' - "$program"
fi

event 'Harbours 𐎠'
try 'a script that the set has not' lists 1 'Old Persian +no font for Old Persian$' event.xml
try 'is an error where it stands' grep -qE '^event.xml:2:10: error: .*Old Persian.* \[missing-font\]$' err
mkdir own
cp "$noto/NotoSansOldPersian-Regular.ttf" "$noto/NotoLoopedThai-Bold.ttf" "$noto/NotoLoopedThai-Regular.ttf" own
try 'unless a font of the own has it' lists 0 'Latin, Old Persian +complete, hyphenated$' --fonts=own event.xml
try 'which is listed' grep -qx 'Your own fonts, in own:' out
try 'with its faces' grep -qx '  Noto Looped Thai: Bold, Regular' out

if can_mount; then
  sed -i 's/languages="en"/languages="en ko"/' event.xml
  # missing FOLDER COMMAND...: without the fonts of that folder. The cache of those that are there stays as it is.
  missing () {
    hidden=$1
    shift
    apart sh -c '
      mount -t tmpfs none /var/cache/fontconfig && mount -t tmpfs none "$0" && exec "$@"' "$hidden" "$program" "$@"
  }
  status=0
  missing /usr/share/fonts/opentype/noto fonts > out 2> err || status=$?
  try 'a package is missing, but not Latin' is "$status" 0
  try 'and is named' grep -qE '^Hangul +\(Noto Sans CJK KR\) +\(Noto Serif CJK KR\) +fonts-noto-cjk$' out
  status=0
  missing /usr/share/fonts/opentype/noto fonts --fonts=own event.xml > out 2> err || status=$?
  try 'an event needs it' is "$status" 1
  try 'what to do is told' grep -qE '^  ko +Korean +Hangul, Han +install fonts-noto-cjk$' out
  try 'and is an error' grep -qE ': error: .*Noto Sans CJK KR.* fonts-noto-cjk \[missing-font\]$' err
  status=0
  missing /usr/share/fonts/truetype/noto fonts > out 2> err || status=$?
  try 'Latin is missing' is "$status" 1
  try 'and the list is there all the same' grep -qE '^Latin +\(Noto Sans\) +\(Noto Serif\) +fonts-noto-core$' out
else
  skip 'a package is missing' 'this user may not mount'
fi

# Fonts of one's own

room own
event 'Harbours of the Future'
cat > own.theme <<'END'
[theme]
extends = institutional
[style session-title]
font = Noto Sans Display Bold 13
END
try 'a family that is nowhere' exits 0 '^own.theme:4:8: warning: .*"Noto Sans Display".*Sans takes its place.* \[missing-font\]$' \
  agenda --theme=own.theme event.xml
mkdir fonts
cp "$noto/NotoSansDisplay-Regular.ttf" "$noto/NotoSansDisplay-Bold.ttf" fonts
try 'it is in the folder beside the event' exits 0 '' agenda -q --strict --theme=own.theme -o a.pdf event.xml
try 'and in the document' sh -c 'pdffonts a.pdf | grep -q NotoSansDisplay-Bold'
mkdir elsewhere
mv event.xml fonts elsewhere
try 'wherever that is' exits 0 '' agenda -q --strict --theme=own.theme -o b.pdf elsewhere/event.xml
try 'with the same bytes' sh -c '
  SOURCE_DATE_EPOCH=0 "$1" agenda -q --theme=own.theme -o a.pdf elsewhere/event.xml
  cd elsewhere && SOURCE_DATE_EPOCH=0 "$1" agenda -q --theme=../own.theme -o ../b.pdf event.xml
  cmp ../a.pdf ../b.pdf' - "$program"
mkdir none
try 'unless another is named' exits 0 '\[missing-font\]$' agenda --fonts=none --theme=own.theme elsewhere/event.xml
rm elsewhere/fonts/NotoSansDisplay-Bold.ttf
try 'a weight that is not there is told' \
  exits 0 '^own.theme:4:8: warning: .*"Noto Sans Display" has no bold, and its regular stands in.* \[missing-style\]$' \
  agenda --theme=own.theme elsewhere/event.xml
head -c 3000 "$noto/NotoSansDisplay-Bold.ttf" > elsewhere/fonts/Bold.ttf
try 'a broken file is named' exits 0 '^elsewhere/fonts/Bold.ttf: warning: .* \[bad-font\]$' agenda elsewhere/event.xml
try 'which is an error where one is strict' exits 1 'bad-font' check --strict elsewhere/event.xml
mv elsewhere/fonts .
ln -s ../fonts elsewhere/fonts
try 'a folder that is a link is not looked into' exits 0 '"elsewhere/fonts" is a link' agenda elsewhere/event.xml
rm elsewhere/fonts
cp "$noto/NotoSansDisplay-Bold.ttf" fonts/Bold.ttf
folder=$(printf 'f\366nts & <more>')
mv fonts "$folder"
try 'folders may have any name' exits 0 '' agenda -q --strict "--fonts=$folder" --theme=own.theme elsewhere/event.xml
try 'no such folder' exits 2 '“nowhere” cannot be read: No such file or directory' \
  agenda --fonts=nowhere elsewhere/event.xml
try 'a file instead of it' exits 2 'cannot be read: Not a directory' agenda --fonts=own.theme elsewhere/event.xml
try 'and it needs a value' exits 2 '--fonts needs a value' agenda --fonts= elsewhere/event.xml

# Large fonts: cairo would take in 100 KB of each that nobody sees.

room large
event 'Harbours 항구의 미래 <b>港口</b>'
try 'Korean and Chinese are set' exits 0 '' agenda -q -o a.pdf event.xml
try 'in fonts with the glyphs alone that they show' sh -c '[ "$(stat -c %s a.pdf)" -lt 60000 ]'
try 'and can be read out' says a.pdf 'Harbours 항구의 미래 港口'
try 'also where characters are not letters of a font' sh -c '
  sed "s/Welcome/가각 〈漢〉 ㎡ ①/" event.xml > b.xml && "$1" agenda -q -o b.pdf b.xml' - "$program"
try 'and these are read, too' says b.pdf '가각 〈漢〉 ㎡ ①'

# Characters that no font has: the place is that of the text, wherever it comes from.

room characters
cat > event.xml <<'END'
<programme version="1" languages="en">
  <event revision="Second 𐎠">
    <title>Harbours</title>
    <series>Talks
      of &amp; about 𐎡</series>
    <organiser ref="port"/>
  </event>
  <organisations>
    <organisation id="port"><name>Port 𐎢</name></organisation>
  </organisations>
  <people>
    <person id="ada" organisation="port">
      <name>Ada <family>Byron 𐎣</family></name>
      <position>Pilot 𐎤</position>
    </person>
  </people>
  <rooms><room id="hall"
    level="Floor 𐎱"><name>Hall 𐎥</name></room></rooms>
  <words><word key="moderator">Umpire 𐎦</word></words>
  <front><section>
    <title>Why 𐎧</title>
    <p>Since <i>winds</i> blow, and since
       the sea    is wide
       and &#x103A8; deep</p>
    <list>
      <item>ships</item>
      <item>sails <b>and 𐎩</b></item>
    </list>
  </section></front>
  <agenda><day date="2031-05-05">
    <session start="09:00" end="10:00" room="hall"
      number="1 𐎪" classification="Open 𐎫"><title>Welcome 𐎬</title>
      <group role="moderator"><slot who="ada"/></group>
      <group><label>Pilots 𐎭</label>
        <slot who="ada"><position>Guide 𐎮</position><note>Chair <![CDATA[of 𐎯]]></note></slot></group>
      <item>Talk 𐎰</item>
    </session>
  </day></agenda>
</programme>
END
run agenda event.xml
cp err all
# found CODE [PLACE]: the character is missing there, and nowhere else; if nothing is said, where it stands in the file.
found () {
  place=${2-$(perl -CSD -ne 'print $., ":", $-[0] + 1 if /\x{103'"$1"'}/' event.xml)}
  is "$(sed -n "s/^event.xml:\([0-9:]*\): error: .* U+103$1 .*/\1/p" all)" "$place"
}
try 'a missing character in an attribute of the event' found A0 2:10
try 'in a text of several lines, behind a reference' found A1 5:22
try 'in the name of an organisation' found A2
try 'in a family name' found A3
try 'in a position' found A4
try 'in the name of a room' found A5
try 'in an attribute of a room' found B1 18:5
try 'in a word of the event' found A6
try 'in a title' found A7
try 'in a paragraph of several lines, as a number' found A8 24:12
try 'in an item of a list, within markup' found A9
try 'in the number of a session' found AA 32:7
try 'in another attribute of it' found AB 32:20
try 'in its title' found AC
try 'in a label' found AD
try 'in a position that is said at a turn' found AE
try 'in a note, literally' found AF
try 'in an item of a session' found B0
try 'with its name' grep -q 'U+103A0 𐎠 OLD PERSIAN SIGN A;' all
finish
