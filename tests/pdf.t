#!/bin/sh
# Enters: the command. Leaves: whether what is in its PDFs is what event, theme and options say, the same from the same
# input, and nothing from outside the event's folder.
# shellcheck disable=SC1111,SC2016 # the quotation marks of messages; what inner shells expand
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
. tests/command.sh

# The same input gives the same bytes

room same
export SOURCE_DATE_EPOCH=1893456000
mkdir here there
cp event.xml here
cp event.xml there/other.xml
"$program" agenda -q -o one.pdf here/event.xml
(cd there && sleep 1.1 && TZ=Asia/Seoul LC_ALL=C "$program" agenda -q -o ../two.pdf other.xml)
try 'in another folder and zone, under another name, later' cmp one.pdf two.pdf
env -i SOURCE_DATE_EPOCH="$SOURCE_DATE_EPOCH" "$program" agenda -q -o bare.pdf event.xml
try 'without an environment' cmp one.pdf bare.pdf
try 'its date is that of SOURCE_DATE_EPOCH' is "$(info one.pdf CreationDate)" 'Tue Jan  1 00:00:00 2030 UTC'
if localedef -i de_DE -f UTF-8 ./de_DE.UTF-8 > log 2>&1 || [ -d de_DE.UTF-8 ]; then
  LOCPATH=$PWD LC_ALL=de_DE.UTF-8 "$program" agenda -q -o comma.pdf event.xml
  try 'where numbers have a comma' cmp one.pdf comma.pdf
else
  skip 'where numbers have a comma' 'it takes localedef and the locale de_DE'
fi
# An SVG's text is shaped in the language of the user, and shown by it, for those who do not say which is meant.
cat > mark.svg <<'END'
<svg xmlns="http://www.w3.org/2000/svg" width="200" height="99"><text y="20">骨直text</text><switch>
<text y="50" systemLanguage="zh, ja">漢</text><text y="50" systemLanguage="de en-GB">British</text>
<text y="50">Other</text></switch></svg>
END
event 'Harbours of the Future' '<logo src="mark.svg" alt="A mark"/>'
"$program" agenda -q -o mark.pdf event.xml
try 'text of an SVG' says mark.pdf British
for not in Other 漢; do
  try "but not $not" omits mark.pdf "$not"
done
env LANGUAGE=ja:zh PANGO_LANGUAGE=ja "$program" agenda -q -o other.pdf event.xml
try 'whatever language is wanted' cmp mark.pdf other.pdf
if cp -r de_DE.UTF-8 zh_CN.UTF-8 2> log; then # its name is what is asked for
  LOCPATH=$PWD LC_ALL=zh_CN.UTF-8 "$program" agenda -q -o other.pdf event.xml
  try 'and whatever the locale is' cmp mark.pdf other.pdf
else
  skip 'and whatever the locale is' 'it takes localedef and the locale de_DE'
fi
event 'Harbours of the Future'
SOURCE_DATE_EPOCH=4102444800 "$program" agenda -q -o late.pdf event.xml
try 'also after 2038' is "$(info late.pdf CreationDate)" 'Fri Jan  1 00:00:00 2100 UTC'
unset SOURCE_DATE_EPOCH
before=$(date +%s)
"$program" agenda -q -o now.pdf event.xml
made=$(date +%s -d "$(info now.pdf CreationDate)")
try 'else it is now' test "$made" -ge "$before" -a "$made" -le "$(date +%s)"
if as_nobody test -x "$program"; then
  mkdir public
  chmod 777 public
  try 'without a home or a cache' \
    as_nobody env -u XDG_CACHE_HOME HOME=/none "$program" agenda -q -o public/a.pdf event.xml
fi

# A machine without the fonts

room fonts
if can_mount; then
  without_fonts () {
    apart sh -c 'mount -t tmpfs none /usr/share/fonts && exec "$@"' - "$program" "$@"
  }
  status=0
  without_fonts agenda event.xml 2> err || status=$?
  try 'no fonts' is "$status" 3
  try 'it names the packages' grep -q '^programme: .*fonts-noto-core.*fonts-noto-cjk' err
  try 'and writes nothing' leaves event.xml -- true
else
  skip 'no fonts' 'this user may not mount'
fi

# What is set is read as it was written, and what is not seen stands in no title

room letters
cat > letters.xml <<'EOF'
<programme version="1" languages="en ar"><event><title>Of&#xAD;fi&#xAD;cial&#x200B; &#x2067;first&#x2069;<br/>flow</title>
<title xml:lang="ar">مرفأ الألواح</title></event><agenda><day date="2031-05-05">
<session start="09:00" end="10:00"><title>Effi&#x200B;cient floors</title><title xml:lang="ar">الألواح</title></session>
</day></agenda></programme>
EOF
objects () {
  qpdf --qdf --object-streams=disable "$1" - | tr -d '\0'
}
"$program" agenda -q letters.xml
objects letters-agenda.pdf > letters
try 'a title is one plain line' is "$(info letters-agenda.pdf Title)" 'Official first flow'
try 'bookmarks too' grep -q '/Title (Efficient floors)' letters
try 'no glyph stands for a ligature' sh -c '! grep -iqE "<fb0[0-6]>|<fef[5-9a-c]>" letters'
try 'but for its letters' grep -q '<006600660069>' letters
try 'which no mark repeats' sh -c '! grep -q "ActualText <feff00660066" letters'
try 'the text is as it was written' in_order letters-agenda.pdf 'Official first' Efficient floors
try 'its pages are turned to the left' sh -c '! grep -q /Direction letters'
"$program" agenda -q -l ar letters.xml
objects letters-agenda.pdf > letters
try 'no glyph of Arabic either' sh -c '! grep -iqE "<fef[5-9a-c]>" letters'
try 'Arabic pages are turned to the right' grep -q '/Direction /R2L' letters
"$program" agenda -q --profile=plain letters.xml
try 'a plain PDF has plain titles' is "$(info letters-agenda.pdf Title)" 'Official first flow'

# Chinese and Japanese glyphs, whose outlines are CFF: cairo by itself would lose parts of some

room outlines
cat > event.xml <<'END'
<programme version="1" languages="zh-Hans">
  <event><title>城市</title></event>
  <front><section><p>如 何</p></section></front>
  <agenda><day date="2031-05-05"><session start="09:00"><title>报到</title></session></day></agenda>
</programme>
END
# ink FILE WORD: how many pixels of the word's place on page 2 are not white
ink () {
  # shellcheck disable=SC2046 # numbers
  set -- "$1" $(pdftotext -bbox -f 2 -l 2 "$1" - | tr -d '"' |
    sed -n "s/.*xMin=\([0-9]*\).* yMin=\([0-9]*\).* xMax=\([0-9]*\).* yMax=\([0-9]*\).*>$2<.*/\1 \2 \3 \4/p")
  pdftoppm -gray -r 72 -f 2 -l 2 -x "$2" -y "$3" -W $(($4 - $2)) -H $(($5 - $3)) "$1" |
    tail -n +4 | tr -d '\377' | wc -c
}
"$program" agenda -q --cover=page event.xml
try 'all fonts are small' sh -c 'test $(wc -c < event-agenda.pdf) -lt 60000'
try 'a glyph that it loses' test "$(ink event-agenda.pdf 如)" -gt 20
try 'a glyph that it does not' test "$(ink event-agenda.pdf 何)" -gt 20

# Images: beneath the event's folder, and nowhere else

room images
mkdir pictures
cat > pictures/anchor.svg <<'END'
<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="60" height="60"/></svg>
END
cp pictures/anchor.svg "$scratch/outside.svg"
ln -s ../outside.svg link.svg
ln -s pictures/anchor.svg inside.svg
ln -s "$scratch" away
mkfifo fifo.svg
echo '<svg' > broken.svg
head -c 1000 "$program" > broken.png
# logo PATH: an event with this logo
logo () {
  event 'Harbours' "<logo src=\"$1\" alt=\"An anchor\"/>"
}
logo pictures/anchor.svg
try 'an image below the folder' writes event-agenda.pdf agenda -q event.xml
logo inside.svg
try 'a link within it' writes event-agenda.pdf agenda -q event.xml
rm event-agenda.pdf
for path in ../outside.svg "$scratch/outside.svg" pictures/../../outside.svg; do
  logo "$path"
  try "not $path" exits 1 "^event.xml:2:[0-9]+: error: .*out of the event's folder" agenda event.xml
done
for path in https://example.org/anchor.svg file:///etc/passwd 'data:image/svg+xml,x'; do
  logo "$path"
  try "not $path" exits 1 '^event.xml:2:[0-9]+: error: .*nothing is fetched from the network' agenda event.xml
done
for path in link.svg away/outside.svg; do
  logo "$path"
  out="^event.xml:2:[0-9]+: error: \"$path\" is a link that leads out of its folder: .*\[image-unreadable\]$"
  try "not the link $path that leads out" exits 1 "$out" agenda event.xml
  try 'which check finds, too' exits 1 "$out" check event.xml
done
for path in fifo.svg pictures none.svg; do
  logo "$path"
  try "not $path" exits 1 '^event.xml:2:[0-9]+: error: .*\[image-missing\]$' agenda event.xml
done
# no_image PATH CODE: it is refused, wherever it is asked for
no_image () {
  logo "$1"
  try "$1 is no image" exits 1 "^event.xml:2:[0-9]+: error: \"$1\" is .*\[$2\]$" agenda event.xml
  try 'which check finds, too' exits 1 "^event.xml:2:[0-9]+: error: \"$1\" is .*\[$2\]$" check event.xml
  try 'and counts' grep -qx 'event.xml: 1 error, 0 warnings, 0 notes' err
}
no_image broken.svg image-damaged
no_image broken.png image-unreadable
no_image event.xml image-unreadable
cat > pictures/spy.svg <<'END'
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100">
  <image xlink:href="http://127.0.0.1:9/spy.png" width="50" height="50"/>
  <image xlink:href="file:///etc/passwd" width="50" height="50"/>
  <image xlink:href="../../outside.svg" width="50" height="50"/>
  <rect width="60" height="60"/>
</svg>
END
logo pictures/spy.svg
try 'an image that refers to others' writes event-agenda.pdf agenda -q event.xml
if strace -o trace true 2> /dev/null; then
  strace -f -o trace -e trace=network,openat "$program" agenda -q event.xml 2> err
  try 'is opened' grep -q 'spy.svg' trace
  try 'opens neither the network' sh -c '! grep -E "AF_INET|AF_INET6" trace'
  try 'nor other files' sh -c '! grep -E "passwd|outside" trace'
else
  skip 'opens neither the network nor other files' 'it takes strace'
fi
sed -i '1i <!DOCTYPE programme SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>' event.xml
try 'no document type, no entities' exits 1 '^event.xml:1:1: error: ' agenda event.xml

# Themes

room themes
for theme in institutional modern classic; do
  try "the theme $theme" writes "$theme.pdf" agenda -q --theme="$theme" -o "$theme.pdf" event.xml
done
try 'the first is what is taken' sh -c 'pdffonts institutional.pdf > a; pdffonts classic.pdf | grep NotoSerif'
try 'an unknown theme' exits 2 'no theme “gothic”.*institutional, modern and classic' agenda --theme=gothic event.xml
try 'nearly one' exits 2 'did you mean “classic”' agenda --theme=clasic event.xml
try 'a theme file that is not there' exits 2 '\./gothic.theme' agenda --theme=./gothic.theme event.xml
try 'a folder' exits 2 '\./' agenda --theme=./ event.xml
# theme LINE...: own.theme, whose first two lines make it a theme
theme () {
  printf '%s\n' '[theme]' 'extends = institutional' "$@" > own.theme
}
# faulty PATTERN: own.theme has a fault, told with its place as findings are
faulty () {
  exits 2 "^own\.theme:$1" agenda --theme=own.theme event.xml
}
theme
try 'a theme of one'\''s own' writes own.pdf agenda -q -t own.theme -o own.pdf event.xml
theme '[page]' 'paper = A5' '[times]' 'style = 9h00' '[arrangement]' 'folio = page-of' 'cover-page = page'
try 'says what differs' writes own.pdf agenda -q -t own.theme -o own.pdf event.xml
try 'the paper' is "$(info own.pdf 'Page size')" '419.528 x 595.276 pts'
try 'the times' says own.pdf 9h00
try 'the folio' says own.pdf '2 of 2'
try '--paper goes before it' writes own.pdf agenda -q -t own.theme -p A4 -o own.pdf event.xml
try 'so it does' is "$(info own.pdf 'Page size')" '595.276 x 841.89 pts (A4)'
theme '[colours]' 'accent = red'
try 'a fault has its place and its code' faulty '4:10: error: accent: .*“red”.*#1C4A86 \[theme-value\]$'
theme '[arrangement]' 'covr = figure'
try 'a misspelt key' faulty '4:1: .*“covr”.*did you mean “cover”'
theme '[arrangement]' 'cover = figures'
try 'a wrong value' faulty '4:9: .*“figures”.*figure, poster, centred'
theme '[arrangement]' '' '# comment' 'break-band = pink'
try 'a colour that is not there' faulty '6:14: .*“pink”'
theme '[style name]' 'leading = twelve'
try 'no length' faulty '4:11: .*“twelve”.*12pt'
theme '[style name]' 'font = Sans Bold'
try 'a font without its size' faulty '4:8: .*“Sans Bold”.*Sans Bold 9'
theme '[style name]' 'leading = -12pt'
try 'no length that makes sense' faulty '4:11: .*“-12pt”'
theme '[page]' 'left = -20mm'
try 'nor one of a page' faulty '4:8: .*“-20mm”'
theme '[style name]' 'font = Sans 9000'
try 'no size that makes sense' faulty '4:8: .*“Sans 9000”'
theme '[style nam]' 'font = Sans 9'
try 'a style that is not there' faulty '4:1: .*\[style name\]'
theme '[page]' 'paper = A33'
try 'no such paper' faulty '4:9: .*“A33”'
theme '[colours]' 'accent = red' '[page]' 'left = 1e9mm'
try 'all faults in one run' faulty '4:10: '
try 'the second, too' faulty '6:8: '
theme 'nonsense'
try 'no key file' faulty '3:1: error: this is no \[group\].*\[theme-syntax\]$'
printf '[colours]\naccent = #112233\n' > own.theme
try 'a theme that extends none' faulty '1:1: .*extends = institutional'
printf '[theme]\nextends = ./own.theme\n' > own.theme
try 'a theme that extends itself' exits 2 'own\.theme:2:11: .*circle' agenda --theme=own.theme event.xml
printf '[theme]\nextends = modern\n[colours]\naccent = #\377\3761234\n' > own.theme
try 'bytes that are no UTF-8' faulty '4:11: '
mkdir house
printf '[theme]\nextends = modern\n[times]\nstyle = 9h00\n' > house/base.theme
printf '[theme]\nextends = ./base.theme\n[page]\npaper = A5\n' > house/own.theme
try 'what is extended lies in the folder of the theme' writes own.pdf agenda -q -t house/own.theme -o own.pdf event.xml
try 'and counts' says own.pdf 9h00
theme
cp own.theme keep.theme
ln own.theme other-name
try 'the output would replace the theme' exits 3 'own.theme itself' agenda -t own.theme -o other-name event.xml
try 'and has not' cmp own.theme keep.theme

# Paper

room paper
# paper WANTED SIZE: --paper=WANTED gives pages of this size.
paper () {
  writes a.pdf agenda -q "--paper=$1" -o a.pdf event.xml && is "$(info a.pdf 'Page size')" "$2"
}
try 'the theme has its own' paper A4 '595.276 x 841.89 pts (A4)'
try 'A5' paper A5 '419.528 x 595.276 pts'
try 'a3, in small letters' paper a3 '841.89 x 1190.55 pts (A3)'
try 'Letter' paper Letter '612 x 792 pts (letter)'
try 'inches' paper 8.5x11in '612 x 792 pts (letter)'
try 'millimetres' paper 148x210mm '419.528 x 595.276 pts'
try 'spaces and capitals' paper '148 X 210 mm' '419.528 x 595.276 pts'
try 'without a unit they are millimetres' paper 148x210 '419.528 x 595.276 pts'
try 'larger than a PDF can be' exits 2 '“9999x9999mm”' agenda --paper=9999x9999mm event.xml

# What stands in the PDF

room pages
cat > event.xml <<'END'
<programme version="1" languages="en fr" timezone="Europe/Paris">
  <event status="Draft" reference="HF/2031/7"><title>Harbours of the Future</title>
    <title xml:lang="fr">Les ports de demain</title>
    <series>Harbour Forum</series><venue>Sea House, Example City</venue><organiser ref="forum"/></event>
  <organisations><organisation id="forum"><name>Harbour Forum</name></organisation></organisations>
  <people>
    <person id="z" country="FI"><name>Aino <family>Zimmer</family></name></person>
    <person id="o" country="SE"><name>Bo <family>Öberg</family></name></person>
    <person id="a" country="PT"><name>Cleo <family>Adams</family></name></person>
  </people>
  <rooms>
    <room id="deck"><name>Upper Deck</name></room>
    <room id="hold"><name>Lower Hold</name></room>
  </rooms>
  <front><section><title>Background</title><p>Why <b>harbours</b>?</p></section></front>
  <agenda>
    <day date="2031-05-05">
      <session start="09:00" end="10:30" room="deck"><title>Ships</title>
        <group role="speaker"><slot who="o" minutes="10"/></group></session>
      <session start="09:00" end="10:30" room="hold"><title>Winds</title>
        <group role="moderator"><slot who="z"/></group></session>
      <break kind="coffee" start="10:30" end="14:00"/>
      <session start="14:00" end="22:00"><title>Tides</title></session>
      <session start="22:00" end="25:30"><title>Night watch</title>
        <group role="panellist"><slot who="a"/></group></session>
      <session start="25:30"><title>Open end</title></session>
    </day>
    <day date="2031-05-06" times="9:00 am">
      <session start="09:00" end="10:30"><title>Moorings</title></session>
    </day>
  </agenda>
</programme>
END
SOURCE_DATE_EPOCH=1893456000 "$program" agenda -q --cover=page event.xml
pdf=event-agenda.pdf
try 'the title' is "$(info $pdf Title)" 'Harbours of the Future'
try 'the series' is "$(info $pdf Subject)" 'Harbour Forum'
try 'the organisers' is "$(info $pdf Author)" 'Harbour Forum'
try 'the program' is "$(info $pdf Creator)" "$("$program" --version)"
try 'the date' is "$(info $pdf CreationDate)" 'Tue Jan  1 00:00:00 2030 UTC'
try 'pdfinfo has nothing against it' sh -c 'pdfinfo "$1" > /dev/null 2> err && test ! -s err' - $pdf

# outline: the bookmarks, an indent for each level, with their pages
outline () {
  pdftohtml -xml -i -stdout "$1" | awk '
    /<outline>/ { depth++ }
    /<\/outline>/ { depth-- }
    /<item page=/ {
      match($0, /"[0-9]+"/)
      page = substr($0, RSTART + 1, RLENGTH - 2)
      gsub(/<[^>]*>/, "")
      printf "%*s%s %s\n", (depth - 1) * 2, "", $0, page
    }'
}
outline $pdf > bookmarks
cat > wanted <<'END'
Background 2
Monday 5 May 2031 3
  Ships 3
  Winds 3
  Tides 3
  Night watch 3
  Open end 3
Tuesday 6 May 2031 4
  Moorings 4
END
try 'bookmarks: sections, days and sessions, with their pages' diff wanted bookmarks
try 'all fonts are embedded' sh -c '
  pdffonts "$1" | awk "NR > 2 { n++; if (\$(NF - 4) != \"yes\") bad = 1 } END { exit bad || n < 2 }"' - $pdf
try 'everything is there, in order' in_order $pdf 'Harbours of the Future' 'Sea House' DRAFT Background 'Why harbours?' \
  'Monday 5 May 2031' CEST Ships Öberg Sweden Winds Zimmer Finland 'Coffee break' Tides 'Night watch' 'Open end' \
  'Tuesday 6 May 2031' Moorings
try 'parallel sessions have their rooms' in_order $pdf Ships 'Upper Deck' Öberg Winds 'Lower Hold' Zimmer
try 'minutes stand beside their speaker' says $pdf '10 min'
try 'times' in_order $pdf 09:00–10:30 Ships 14:00–22:00 Tides
try 'past midnight they go on at 0' in_order $pdf 22:00–01:30 'Night watch'
try 'a session without an end has its start alone' in_order $pdf 01:30 'Open end' 'Tuesday'
try 'nor has it a dash' omits $pdf '01:30–'
try 'twelve hours, for one day' in_order $pdf 'Tuesday 6 May 2031' 9:00 am 10:30 am Moorings
try 'the draft mark is on every page' sh -c 'for page in 2 3 4; do
  pdftotext -f $page -l $page "$1" - | grep -qi draft || exit 1; done' - $pdf
sed 's/timezone=/times="9h00" &/; s/status="Draft"//' event.xml > other.xml
"$program" agenda -q other.xml
try 'times in the French manner' in_order other-agenda.pdf 9h00–10h30 Ships 14h00–22h00 22h00–1h30
try 'no status, no draft' omits other-agenda.pdf Draft
try 'another of its languages' writes fr.pdf agenda -q -l fr -o fr.pdf event.xml
try 'in its own words' in_order fr.pdf 'Les ports de demain' 'undi 5 mai 2031' Suède
try 'whose name may be written otherwise' writes fr.pdf agenda -q --languages=FR -o fr.pdf event.xml

"$program" speakers -q --cover=page event.xml
try 'speakers: title and page' in_order event-speakers.pdf Speakers Adams Portugal 'Night watch 3'
try 'by family name, as the language sorts them' in_order event-speakers.pdf Adams Öberg Zimmer
for order in 'name Adams Öberg Zimmer' 'country Zimmer Adams Öberg' 'session Öberg Zimmer Adams'; do
  # shellcheck disable=SC2086 # words
  set -- $order
  "$program" speakers -q --sort="$1" -o sorted.pdf event.xml
  try "in the order of --sort=$1" in_order sorted.pdf "$2" "$3" "$4"
done

room facts
cat > facts.xml <<'EOF'
<programme version="1" languages="en fr"><event reference="HF/7"><title>Harbours</title><title xml:lang="fr">Ports</title>
<status>Draft</status><classification>Restricted</classification>
<classification xml:lang="fr">Diffusion restreinte</classification><revision>2</revision></event><agenda>
<day date="2031-05-05"><session start="09:00" end="10:00"><title>Winds</title><title xml:lang="fr">Vents</title>
<classification>Closed</classification><classification xml:lang="fr">Huis clos</classification></session></day></agenda>
</programme>
EOF
try 'facts in the first language' writes facts-agenda.pdf agenda -q facts.xml
try 'as they are written' in_order facts-agenda.pdf Harbours DRAFT HF/7 'Revision 2' Restricted Winds Closed
try 'and in the second' writes facts-agenda.pdf agenda -q -l fr facts.xml
try 'as they are translated' in_order facts-agenda.pdf Ports PROJET HF/7 'Diffusion restreinte' Vents 'Huis clos'

room lists
{ echo '<programme version="1" languages="en"><event><title>T</title></event><agenda><day date="2031-05-05">
    <session start="09:00" end="10:00"><title>S</title><abstract><list kind="number">'
  for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "<item>Point $i</item>"; done
  echo '</list></abstract></session></day></agenda></programme>'
} > list.xml
for theme in institutional modern classic; do
  try "a list of twelve in $theme" exits 0 '^list-agenda.pdf: ' agenda --theme=$theme list.xml
  try 'is told of by nothing' sh -c '! grep -q overfull err'
done
try 'its numbers stand whole' says list-agenda.pdf '10. Point 10'
theme=

room names
# sorted LANGUAGE PERSON...: makes names-speakers.pdf of these names.
sorted () {
  language=$1
  shift
  { echo "<programme version='1' languages='$language'><event><title>T</title></event><people>"
    n=0
    ids=
    for name; do
      n=$((n + 1))
      ids="$ids p$n"
      echo "<person id='p$n'>$name</person>"
    done
    echo "</people><agenda><day date='2031-05-05'><session start='09:00' end='10:00'><title>S</title>
      <group role='speaker'><slot who='$ids'/></group></session></day></agenda></programme>"
  } > names.xml
  "$program" speakers -q "--theme=${theme:-institutional}" names.xml
}
sorted ja '<name reading="おおの"><family>大野</family> 五</name>' '<name reading="いとう"><family>伊藤</family> 二</name>' \
  '<name>ジョン・<family>スミス</family></name>' '<name sort="アオキ"><family>青木</family> 一</name>'
try 'Japanese names by their readings' in_order names-speakers.pdf 青木 伊藤 大野 スミス
sorted zh '<name><family>王</family>明</name>' '<name reading="Shan Xiong"><family>单</family>雄</name>' \
  '<name><family>安</family>宁</name>' '<name><family>李</family>白</name>'
try 'Chinese names by the sound that is said' in_order names-speakers.pdf 安宁 李白 单雄 王明
sorted zh '<name><family>王</family>明</name>' '<name><family>安</family>宁</name>'
try 'or that their dictionary says' in_order names-speakers.pdf 安宁 王明
sorted en '<name>Ada <family>Cray</family></name>' '<name sort="Berg">Anna <family>van den Berg</family></name>' \
  '<name xml:lang="tr">Işıl <family>Akışi</family></name>'
try 'a name by what it is to be sorted by' in_order names-speakers.pdf Akışi Anna Ada
printf '[theme]\nextends = institutional\n[style speaker-family]\ncaps = yes\n' > own.theme
theme=./own.theme
sorted en '<name xml:lang="tr">Fikri <family>Yiğitbaşı-Çiğdemli</family></name>'
try 'capitals are those of its language' in_order names-speakers.pdf YİĞİTBAŞI-ÇİĞDEMLİ
finish
