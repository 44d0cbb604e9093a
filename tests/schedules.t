#!/bin/sh
# Enters: the command, schedules of other systems in tests/schedules (all invented), Python; in CORPUS, if it is set, a folder of
# real ones, NAME.schedule.xml. Leaves: whether they come in as they are meant, and go out so that other people's programs take
# them.
# shellcheck disable=SC1111,SC2016 # the quotation marks of messages; what inner shells expand
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
top=$PWD
. tests/command.sh
here=$top/tests/schedules
export SOURCE_DATE_EPOCH=1900000000 PYTHONDONTWRITEBYTECODE=1
for python in python3 /usr/bin/python3; do
  "$python" -c 'import icalendar, jsonschema' 2>/dev/null && break
done

# In

# comes FILE: the event and the findings are those of tests/schedules/FILE.expected, and it is valid.
comes () {
  cp "$here/$1" .
  run import "$1"
  [ "$status" -eq 0 ] || { cat err; return 1; }
  xmllint --noout --relaxng "$top/lib/read/programme.rng" out 2>&1 | grep -v ' validates$'
  cat err out > found
  [ "${UPDATE_GOLDEN-}" != 1 ] || cp found "$here/$1.expected"
  diff -u "$here/$1.expected" found || {
    echo 'If it is meant to be so, run this with UPDATE_GOLDEN=1 and look at what “git diff tests/schedules” says.'
    return 1
  }
}

room in
for file in pentabarf.schedule.xml wafer.schedule.xml frab.schedule.xml pretalx.schedule.json sessionize-all.json \
            sessionize-grid.json opass.json calendar.ics pentabarf.xcal rfc6321.xcal; do
  try "$file comes in" comes "$file"
done
for file in pentabarf wafer; do
  "$program" import -q -o event.xml "$here/$file.schedule.xml"
  sed '/soon/d' "$here/$file.schedule.xml" > timed.xml # what has no time does not come in
  "$python" -c 'import re, sys; sys.stdout.write(re.sub(r"<event id=.11.*?</event>", "", sys.stdin.read(), flags=re.S))' \
    < timed.xml > timely.xml
  try "Python reads $file.schedule.xml alike" "$python" "$top/tests/schedule-truth.py" timely.xml event.xml
done
try 'another zone is taken if it is asked for' sh -c '"$1" import -q --timezone=Asia/Seoul "$2" | grep -q "start=\"20:00\""' \
  - "$program" "$here/calendar.ics"
try 'Chinese may come second' sh -c '"$1" import -q --languages=en,zh-Hant "$2" | grep -q "<title>Open data and cities"' \
  - "$program" "$here/opass.json"

printf '<schedule><day date="2031-05-05"><event><start>9:00</start><title>Ti\006des&#x0B;now&#xA;!</title></event></day></schedule>' \
  > controls.xml
try 'control characters are blanks, and counted' exits 0 '2 control characters .*control-character.' \
  import -o controls.out controls.xml
try 'and what is beside them is there' grep -qE '<title>Ti des +now' controls.out

cat > repeats.py <<'END'
entries = ['''UID:daily
DTSTART;TZID=Europe/Lisbon:20310505T090000
DTEND;TZID=Europe/Lisbon:20310505T100000
RRULE:FREQ=DAILY;COUNT=4
EXDATE;TZID=Europe/Lisbon:20310506T090000
RDATE;TZID=Europe/Lisbon:20310509T140000
SUMMARY:Rounds''', '''UID:daily
RECURRENCE-ID;TZID=Europe/Lisbon:20310507T090000
DTSTART;TZID=Europe/Lisbon:20310507T110000
DTEND;TZID=Europe/Lisbon:20310507T113000
SUMMARY:Late rounds''', '''UID:always
DTSTART:20310505T223000
DURATION:PT2H
RRULE:FREQ=DAILY
SUMMARY:Watch''', '''UID:once
DTSTART:20310507T080000
DTEND:20310507T090000
SUMMARY:Tides''', '''UID:until
DTSTART:20310505T070000Z
DTEND:20310505T073000Z
RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20310508T000000Z
SUMMARY:Flags''']
text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-TIMEZONE:Europe/Lisbon']
for entry in entries:
    text += ['BEGIN:VEVENT', 'DTSTAMP:20310101T000000Z', *entry.split('\n'), 'END:VEVENT']
open('repeats.ics', 'w', newline='').write('\r\n'.join(text + ['END:VCALENDAR', '']))
END
"$python" repeats.py
run import -o repeats.xml repeats.ics
try 'what is repeated without an end is told' grep -q '1 entry is repeated without an end: .*left-out.' err
repeat () {
  xmllint --xpath "string($1)" repeats.xml
}
while IFS='|' read -r path wanted; do
  try "$path is $wanted" is "$(repeat "$path")" "$wanted"
done <<'END'
count(//session[title='Rounds'])|3
//day[@date='2031-05-08']/session[title='Rounds']/@end|10:00
//day[@date='2031-05-09']/session[title='Rounds']/@end|15:00
//day[@date='2031-05-08']/session[title='Rounds']/origin/@id|daily/20310508T0900
//session[title='Late rounds']/@start|11:00
//session[title='Late rounds']/origin/@id|daily/20310507T0900
count(//session[title='Watch'])|3
//day[@date='2031-05-07']/session[title='Watch']/@end|24:30
count(//session[title='Flags'])|2
//day[@date='2031-05-07']/session[title='Flags']/@start|08:00
END
try 'each of them goes out and returns' sh -c '"$1" export -q --format=ics -o repeats.out repeats.xml &&
  "$1" import -q -o back.xml repeats.out && "$1" export -q --format=ics back.xml | cmp - repeats.out' - "$program"

# Again

cat > again.py <<'END'
import re, sys
text = open(sys.argv[1], encoding='utf-8').read()
text = text.replace("Rain: a user's guide", 'Rain &amp; its users')
text = text.replace('<date>2031-09-10T05:00:00+00:00</date>\n        <start>10:30', '<date>2031-09-10T05:30:00+00:00</date>\n        <start>11:00')
text = text.replace('<room>Hall</room>\n        <title>Late', '<room>Cellar</room>\n        <title>Late')
panel = re.search(r'\s*<event id="3".*?</event>', text, re.S).group(0)
new = panel.replace('id="3"', 'id="9"').replace('3802', '3809').replace('2031-09-11T03', '2031-09-11T06').replace('09:00', '12:00')
new = new.replace('Farewell panel', 'News').replace('Eun Sol', 'Tia Moe').replace('"64"', '"70"')
moved = panel.replace('2031-09-11T03', '2031-09-12T03')
text = text.replace(panel, new).replace('</schedule>', '<day date="2031-09-12"><room name="Hall">' + moved + '</room></day></schedule>')
open('again.xml', 'w', encoding='utf-8').write(text)
open('less.xml', 'w', encoding='utf-8').write(re.sub(r'\s*<event id="2".*?</event>', '', text, flags=re.S))
edited = open('event.xml', encoding='utf-8').read()
edited = edited.replace("<title>Rain: a user's guide</title>", "<!-- by hand -->\n\t<title>Rain: a user's guide</title><title xml:lang='ko'>비</title>")
open('edited.xml', 'w', encoding='utf-8').write(edited.replace('languages="en"', "languages = 'en ko'"))
END
"$program" import -q -o event.xml "$here/wafer.schedule.xml"
"$python" again.py "$here/wafer.schedule.xml"
try 'imported again, nothing changes' sh -c '"$1" import -q --update=event.xml "$2" | cmp - event.xml' \
  - "$program" "$here/wafer.schedule.xml"
try 'what was written by hand stays' sh -c '"$1" import -q --update=edited.xml "$2" | cmp - edited.xml' \
  - "$program" "$here/wafer.schedule.xml"
try 'changes are told' exits 0 'edited.xml:[0-9]*:7: note: “Rain: a user.s guide”: start is 11:00, and was 10:30' \
  import --update=edited.xml -o updated.xml again.xml
for words in 'is called “Rain & its users” now' '“Late drums” is in room cellar, and was in hall' \
             'is on 2031-09-12, and was on 2031-09-11' '“News”, 2031-09-11 at 12:00, is new' '2031-09-12 is a new day'; do
  try "and so is: $words" grep -qF "$words" err
done
try 'it is valid' xmllint --noout --relaxng "$top/lib/read/programme.rng" updated.xml
try 'and what the schedule says' "$python" "$top/tests/schedule-truth.py" again.xml updated.xml
try 'the comment and the translation are there' sh -c 'grep -q "<!-- by hand -->" updated.xml &&
  grep -q "<title>Rain &amp; its users</title><title xml:lang=.ko.>비</title>" updated.xml'
try 'again, nothing changes' sh -c '"$1" import -q --update=updated.xml again.xml | cmp - updated.xml' - "$program"
try 'what is gone is told, and stays' exits 0 'warning: “Late drums” is not in less.xml any more' \
  import --update=updated.xml -o less-updated.xml less.xml
try 'byte by byte' cmp updated.xml less-updated.xml
try 'over what is no event' exits 1 'no event with an agenda' import --update="$here/wafer.schedule.xml" again.xml
try 'over nothing' exits 1 'cannot be read' import --update=nothing.xml again.xml

cat > parts.py <<'END'
events = {
    'first.xml': ('Water', 'Ebb.', '<person id="1">Aino Aalto</person><person id="2">Jan Smit</person>', 'Hall'),
    'second.xml': ('Wind', 'Flow.', '<person id="1">Aino Aalto</person><person id="3">Mina Rossi</person>', 'Hall'),
}
for name, (track, abstract, persons, room) in events.items():
    second = abstract if name == 'second.xml' else ''
    with open(name, 'w', encoding='utf-8') as out:
        out.write('<schedule><generator name="pretalx"/><day date="2031-05-05">'
                  '<room name="%s"><event id="1"><start>09:00</start><duration>1:00</duration><title>Tides</title>'
                  '<track>%s</track><abstract>%s</abstract><persons>%s</persons></event>'
                  '<event id="2"><start>10:00</start><duration>1:00</duration><title>Winds</title>'
                  '<abstract>%s</abstract><persons>%s</persons></event></room></day></schedule>'
                  % (room, track, abstract, persons, second,
                     '<person id="3">Mina Rossi</person>' if name == 'second.xml' else ''))
text = open('first.event.xml', encoding='utf-8').read() if __import__('os').path.exists('first.event.xml') else ''
text = text.replace('<name>Hall</name>', '<name>Great Hall</name>').replace('role="speaker"', 'role="moderator"', 1)
open('edited.xml', 'w', encoding='utf-8').write(text.replace('<p>Ebb.</p>', '<p>Ebb, by hand.</p>'))
END
"$python" parts.py
"$program" import -q -o first.event.xml first.xml
"$python" parts.py
run import --update=edited.xml -o parts.xml second.xml
for words in '“Tides” is in track wind, and was in water' '“Tides”: the abstract is not that of second.xml' \
             '“Tides”: Mina Rossi is new in it' '“Tides”: Jan Smit is not in it any more' \
             '“Winds” has an abstract in second.xml' '“Winds”: Mina Rossi is new in it'; do
  try "it is told: $words" grep -qF "$words" err
done
part () {
  xmllint --xpath "string($1)" parts.xml
}
while IFS='|' read -r path wanted; do
  try "$path is $wanted" is "$(part "$path")" "$wanted"
done <<'END'
count(//room)|1
//room/name|Great Hall
//session[title='Tides']/@track|wind
//session[title='Tides']/abstract/p|Ebb, by hand.
//session[title='Winds']/abstract/p|Flow.
count(//session[title='Tides']/group[@role='moderator']/slot)|2
//session[title='Tides']/group[@role='speaker']/slot/@who|mina-rossi
//session[title='Winds']/group/slot/@who|mina-rossi
count(//person)|3
END
try 'what was added is valid' xmllint --noout --relaxng "$top/lib/read/programme.rng" parts.xml
try 'and once more adds nothing' sh -c '"$1" import -q --update=parts.xml second.xml | cmp - parts.xml' - "$program"

# What is none

bad () {
  printf '%b' "$2" > bad
  exits 1 "$1" import bad
}
try 'a schedule without events' bad 'no event of this schedule has a day and a start' '<schedule><day date="2031-05-05"/></schedule>'
try 'a schedule that is cut off' bad 'bad:1:' '<schedule><day date="2031-05-05"><room name="A">'
try 'JSON that is cut off' bad 'no whole JSON' '{ "schedule": { "conference": { "days": ['
try 'JSON in another encoding' bad 'UTF-8' '{ "conference": "caf\0351", "days": [] }'
try 'a calendar without events' bad 'nothing in this schedule' 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'
try 'a calendar of nothing' bad 'calendar' 'BEGIN:VCALENDAR'
printf '{ "conference": 1, "days": %s' "$(printf '%200000s' '' | tr ' ' '[')" > deep.json
try 'JSON that is too deep' exits 1 'deep' import deep.json
awk 'BEGIN { for (i = 0; i < 100000; i++) print (i ? "BEGIN:VEVENT" : "BEGIN:VCALENDAR") }' > deep.ics
try 'a calendar that is too deep' exits 1 'deep' import deep.ics

# Pieces

try 'an agenda of a schedule' writes agenda.pdf agenda -q -o agenda.pdf "$here/wafer.schedule.xml"
try 'an agenda of JSON' writes agenda.pdf agenda -q -o agenda.pdf "$here/pretalx.schedule.json"
try 'an agenda of a calendar' writes agenda.pdf agenda -q -o agenda.pdf "$here/calendar.ics"
try 'speakers of a title with a rocket' writes speakers.pdf speakers -q -o speakers.pdf "$here/pentabarf.schedule.xml"

# Out

# goes FILE NAME: it is exported in each format, and what reads such files takes it.
goes () {
  for format in schedule.xml schedule.json ics xcal csv json-ld; do
    "$program" export -q --format=$format -o "$2.$format" "$1" || return 1
  done
  xmllint --noout --schema "$here/schedule.xsd" "$2.schedule.xml" &&
    "$python" "$top/tests/check-schedule.py" json "$2.schedule.json" "$here/schedule.schema.json" &&
    "$python" "$top/tests/check-schedule.py" ics "$2.ics" &&
    "$python" "$top/tests/check-schedule.py" csv "$2.csv" &&
    "$python" "$top/tests/check-schedule.py" json-ld "$2.json-ld" &&
    xmllint --noout "$2.xcal"
}

# returns NAME: what was exported comes in, and goes out as it was.
returns () {
  for format in schedule.xml schedule.json ics xcal; do
    "$program" import -q -o back.xml "$1.$format" || return 1
    "$program" export -q --format=$format -o back back.xml || return 1
    diff -u "$1.$format" back || return 1
  done
}

room out
for file in pentabarf.schedule.xml wafer.schedule.xml pretalx.schedule.json sessionize-all.json opass.json calendar.ics; do
  try "$file goes out" goes "$here/$file" "$file"
  try "and returns" returns "$file"
done
for sample in "$top"/samples/*/event.xml; do
  event=$(basename "$(dirname "$sample")")
  try "the sample $event goes out" goes "$sample" "$event"
  try "and returns" returns "$event"
done

cat > event.xml <<'END'
<programme version="1" languages="en ko" timezone="Europe/Paris">
  <event><title>Äpfel &amp; Birnen</title><title xml:lang="ko">사과와 배</title><venue>Old Market</venue></event>
  <organisations><organisation id="o"><name>Orchard</name></organisation></organisations>
  <people><person id="p" organisation="o" photograph="p.jpg"><name>Ann “A, B; C” <family>Lee</family></name></person></people>
  <rooms><room id="r"><name>Barn</name></room><room id="s"><name>Loft</name></room></rooms>
  <agenda><day date="2031-10-26">
    <session id="one" start="01:30" end="03:30" room="r s" number="1"><title>=1+1, when clocks go back</title>
      <title xml:lang="ko">사과를 오래 두고 먹는 법과 배를 오래 두고 먹는 법, 그리고 그 밖의 과일을 두는 법</title>
      <abstract><p>One.</p><p xml:lang="ko">하나.</p><list><item>a</item><item xml:lang="ko">가</item></list></abstract>
      <group role="moderator"><slot who="p"/></group>
      <talk><title>Cider</title><group role="author"><slot who="p"/></group></talk>
      <document href="https://example.org/x"><title>Paper</title></document></session>
    <break kind="coffee" start="03:30" end="24:30"/>
    <session start="25:00" language="en ko"><title>@night</title></session>
  </day></agenda>
</programme>
END
for format in schedule.xml schedule.json ics xcal csv json-ld; do
  try "one language in $format" exits 0 'holds one language, and this is in en: --languages=ko writes another' \
    export --format=$format -o one.$format event.xml
done
try 'what schedule.xml cannot hold' exits 0 'cannot hold: .*1 × further room' export --format=schedule.xml -o one.schedule.xml event.xml
try 'nor a calendar' exits 0 'cannot hold: .*1 × link' export --format=ics -o one.ics event.xml
try 'all are sound' goes event.xml one
try 'and return' returns one
try 'the other language is chosen' sh -c '"$1" export -q --format=ics --languages=ko event.xml | tr -d "\r\n" | grep -q "사과를"' - "$program"
try 'a language that is not there' exits 2 'no texts in “fr”, but in en, ko' export --format=ics --languages=fr event.xml
try 'no format' exits 2 'one of schedule.xml, schedule.json, ics, xcal, csv, json-ld' export event.xml
try 'no such format' exits 2 'format takes one of .*, not “pdf”' export --format=pdf event.xml
try 'an event with an error' exits 1 'has errors, and is not exported' export --format=ics "$top/tests/bad/bad-countries.xml"
try 'summer and winter time' grep -q '<date>2031-10-26T01:30:00+02:00</date>' one.schedule.xml
try 'a night is of the day before' grep -q '<date>2031-10-27T01:00:00+01:00</date>' one.schedule.xml
try 'people of talks take part once' sh -c 'test "$(grep -c "<person " one.schedule.xml)" -eq 1'
try 'identifiers are the same each time' sh -c '"$1" export -q --format=schedule.xml event.xml | diff - one.schedule.xml' - "$program"
try 'one that another system gave stays' grep -q 'guid="455d075f-48c0-4ec2-84b3-f5add30c3800" id="1"' wafer.schedule.xml.schedule.xml
try 'addresses of mail do not go out' sh -c '! grep -r "mailto" .'
try 'a formula in a cell is none' grep -q "\"'=1+1, when" one.csv

cat > texts.xml <<'END'
<programme version="1" languages="en" timezone="Europe/Paris">
  <event><title>Texts</title></event>
  <agenda><day date="2031-05-05"><session start="09:00" end="10:00"><title>All of them</title>
    <abstract>
      <section><title>By shuttle</title><p>Buses<footnote>red ones</footnote> leave.</p></section>
      <table><caption>Buses</caption><head><cell>From</cell><cell>Minutes</cell></head>
        <row><cell columns="2"><b>Day</b></cell></row><row><cell>Station</cell><cell>15</cell></row></table>
      <definitions><definition><term>Berth</term><p>A place.</p></definition></definitions>
      <quotation><p>Ships sail.</p><source>A pilot</source></quotation>
      <verse>one
two</verse>
      <image src="plan.svg" alt="A plan"><caption>The quay</caption></image>
    </abstract></session></day></agenda>
</programme>
END
try 'whatever stands in an abstract goes out' goes texts.xml texts
try 'and returns' returns texts
"$program" import -q -o back.xml texts.schedule.xml
for words in '<b>By shuttle</b>' 'Buses (red ones) leave.' '<head><cell>From</cell><cell>Minutes</cell></head>' \
             '<row><cell columns="2"><b>Day</b></cell></row>' '<b>Berth</b>' 'A place.' 'Ships sail.' 'A pilot' \
             'one<br/>two' 'A plan' 'The quay'; do
  try "there is: $words" grep -qF "$words" back.xml
done
try 'as lines, too' sh -c 'grep -q "^From | Minutes$" texts.csv && grep -q "^Station | 15$" texts.csv'

# Real ones

for schedule in "${CORPUS:-/nowhere}"/*.schedule.xml; do
  event=$(basename "$schedule" .schedule.xml)
  if [ ! -f "$schedule" ]; then
    skip 'real schedules' 'CORPUS names no folder that has some'
    continue
  fi
  "$program" import -q -o real.xml "$schedule"
  try "$event: Python reads every event alike" "$python" "$top/tests/schedule-truth.py" "$schedule" real.xml
  try 'imported again, nothing changes' sh -c '"$1" import -q --update=real.xml "$2" | cmp - real.xml' - "$program" "$schedule"
  try "$event goes out" goes "$schedule" real
  try 'and returns' returns real
done

finish
