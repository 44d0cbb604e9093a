#!/bin/sh
# Enters: the command, and tables that programs of offices write. Leaves: whether the same people are read from each of them,
# whether a schedule is what its table says, and whether what is wrong is told once, with its place.
# shellcheck disable=SC2016 # the quotation marks of patterns
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
top=$PWD
tables=$PWD/tests/tables.py
schema=$PWD/lib/read/programme.rng
. tests/command.sh
make_tables () {
  /usr/bin/python3 "$tables" "$@"
}

# read_people ARGUMENT...: as run, with lines that end as those of a Unix text do
read_people () {
  run people -q "$@"
  tr -d '\r' < out > lines && mv lines out
}

# The same 24 people out of each file

room people
rm event.xml
try 'offices write lists' make_tables people .
n=0
for file in *.*; do
  run people --languages=ko "$file"
  cp out "../people-$file"
  try "$file has 24 people" sh -c 'grep -qxF "$1: 24 people" err && test "$(wc -l < out)" -eq 25' - "$file"
  try "$file has the same as comma.csv" sh -c '"$1" people -q --languages=ko comma.csv | cmp - out' - "$program"
  n=$((n + 1))
done
try 'those are 16 files' is "$n" 16
read_people comma.csv
try 'names are whole, and the family'"'"'s part is told' grep -qxF '이보라,이,,나 항만공사,FI,p1@example.org,채식' out
try 'particles belong to it' grep -q '^Jan van der Berg,van der Berg,' out
try 'surnames of two syllables do' grep -q '^남궁' out
try 'zeros stay' grep -q ',007$' out
run people cp949.csv
try 'a guessed encoding is named, with a line' grep -q 'cp949.csv:1:1: warning: .*CP949 (Korean).*“이름,소속,' err
try 'and can be said' exits 0 '24 people' people --encoding=CP949 -o out.csv cp949.csv
try 'a wrong one is told' exits 1 'not all of this is in UTF-8' people --encoding=UTF-8 cp949.csv
try 'and one that is none' exits 2 'no encoding that is known' people --encoding=CP1 cp949.csv
# lists that are too short for any detector
while IFS='|' read -r page words; do
  printf '%b' "$words" | iconv -f UTF-8 -t "$page" > short.csv
  run people short.csv
  try "a short list in $page is told by its headings" grep -q "read as $page " err
  try 'and read' sh -c 'sed 1d out | tr -d "\r" | grep -qF "$(printf "%b" "$1" | sed -n "2s/,.*//p")"' - "$words"
done <<'END'
CP874|ชื่อ,หน่วยงาน,อีเมล\nสมชาย ใจดี,ท่าเรือ,s@example.org\n
CP1255|שם,ארגון,דוא״ל\nדוד כהן,נמל,d@example.org\n
CP950|姓名,單位,電子郵件\n王小明,港務,w@example.org\n
CP1251|Имя,Фамилия,Организация\nИван,Петров,Порт\n
END
rm -f short.csv
mv out.csv ..
run people -q ../out.csv
try 'what is written is read again' cmp out ../people-comma.csv
run people --columns=? comma.csv
try 'columns can be asked for' grep -qxF 'organisation = 소속' out
printf 'name = 이름\nnote = #2\n' > ../map
read_people "--columns=../map" comma.csv
try 'and said' grep -qxF '이보라,이,나 항만공사' out
printf 'name = 이룸\n' > ../map
try 'a heading that is not there is told' exits 2 'map:1: no column is headed “이룸”' people --columns=../map comma.csv
run people -q --family=first comma.csv
try 'the family can come first' grep -q '^Aino Aalto,Aino,' out

# Spreadsheets by chance

room chance
rm event.xml
make_tables random . "${TABLES:-30}" "${SEED:-harbour}"
for file in *.xlsx *.ods; do
  "$program" people -q --family=last -o "${file%.*}.csv" "$file"
done
make_tables compare . > compared 2>&1
try 'what openpyxl, XlsxWriter and odfpy write is read as it is' is "$(cat compared)" "${TABLES:-30}"

# What is wrong

room bad
rm event.xml
make_tables bad .
while IFS='|' read -r file status pattern; do
  run people "$file"
  try "$file is told" sh -c 'cat err; grep -q -- "$1" err' - "$pattern"
  try "$file: status $status" is "$(test "$status" = "$(run people "$file"; echo "$status")" && echo same)" same
done <<'END'
cut.xlsx|1|^cut.xlsx: error: .*cut: copy it again.* .damaged-archive.$
bomb.xlsx|1|^bomb.xlsx: error: .*200 times as large.* .too-large.$
broken.xlsx|1|^broken.xlsx: error: xl/worksheets/sheet1.xml .* .damaged-archive.$
doctype.xlsx|1|^doctype.xlsx: error: .* .damaged-archive.$
macro.xlsm|0|^macro.xlsm: 1 person$
old.xls|1|^old.xls: error: .*before 2007.*save it as .xlsx.* .unknown-format.$
secret.xlsx|1|^secret.xlsx: error: it is encrypted.* .encrypted.$
secret.ods|1|^secret.ods: error: it is encrypted.* .encrypted.$
other.zip|1|^other.zip: error: this is an archive without a spreadsheet.* .damaged-archive.$
repeated.ods|0|^repeated.ods:P!A3: warning: .*999999999 times, and was read 1000 times .too-large.$
quote.csv|0|^quote.csv:2:1: warning: nothing closes the quotation mark.* .open-quote.$
unequal.csv|0|^unequal.csv:2:26: warning: this row has 4 cells where the headings are 2.* .row-length.$
alike.csv|0|^alike.csv:1:12: warning: “E-mail” is email, as “Email” is.* .duplicate-heading.$
nul.csv|0|^nul.csv:2:1: warning: 1 character is.* .nul-character.$
unknown.csv|1|^unknown.csv: error: no heading is known; the first row has “Wat”, “Hvor”.* .unknown-columns.$
empty.csv|1|^empty.csv: error: there is nothing in it .empty-table.$
noname.csv|0|^noname.csv:2:1: warning: this row has no name.* .no-name.$
noname.csv|0|^noname.csv:3:10: warning: this is no e-mail address .bad-email.$
long.csv|0|^long.csv:2:12: warning: .*32767 characters.* .too-large.$
cells.xlsx|0|^cells.xlsx:Participants!C2: warning: .*#N/A.* .cell-error.$
cells.xlsx|0|^cells.xlsx:Participants!A3: note: 1 hidden row was read, too.* .hidden-rows.$
END
read_people quote.csv
try 'an open quotation mark does not hide the next row' grep -qxF 'Jan Smit,Smit,j@example.org' out
read_people cells.xlsx
try 'a number is as it is formatted, and merged cells are filled' grep -qxF 'Jan Smit,Smit,Sea House,007' out
try 'so is a time' grep -qxF 'Mina Rossi,Rossi,Sea House,12:00' out
try 'another sheet can be named' exits 1 'no heading is known; the first row has “Hall”' people --worksheet=Rooms cells.xlsx
try 'and one that is not there' exits 1 'there is no sheet Room .*: Old, Participants, Rooms .no-worksheet.' \
  people --worksheet=Room cells.xlsx
read_people rich.xlsx
try 'rich text is joined, without its phonetic runs; formulas are their value' grep -qxF '山田 太郎,山田,Namex' out
read_people 1904.xlsx
try 'dates since 1904, figures by their format' grep -qxF 'Aino Aalto,Aalto,A-007,2031-05-05' out

# A schedule

room schedule
rm event.xml
cat > days.csv <<'END'
"Harbours of the Future"

Date,Time,Session,Speaker,Moderator,Room
5 May 2031,09:00 - 09:30,Registration,,,Foyer
,09:30 – 10:30,Ships and Winds,"Aino Aalto; Jan Smit (Port of X)",Mina Rossi,Hall
,10:30-11:00,Coffee break,,,
,11.00-12.30,Who pays?,Aino Aalto/ 한보라,,Hall
6 May 2031,9:00 am - 10:30 am,Cranes,"Lee, Min",,
,,And their shadows,"Per Berg, Port of Y",,
,7 pm – 1 am,Dinner,,,
,25:99,Nothing,,,
END
run import days.csv -o days.xml
try 'a row without a time is told' grep -qE '^days.csv:11:2: warning: .*\[no-time\]' err
try 'and what was guessed' grep -qF 'title “Session”, room “Room”, speaker “Speaker”, chair “Moderator”' err
try 'the event is valid' xmllint --noout --relaxng "$schema" days.xml
try 'and has no fault' exits 0 ' 0 errors, 0 warnings' check days.xml
# found XPATH: what it is in the event
found () {
  xmllint --xpath "string($1)" days.xml
}
while IFS='|' read -r path wanted; do
  try "$path is $wanted" is "$(found "$path")" "$wanted"
done <<'END'
/programme/event/title|Harbours of the Future
count(//day)|2
count(//day[@date='2031-05-05']/session)|3
//session[title='Registration']/@kind|plain
//session[title='Ships and Winds']/@start|09:30
//session[title='Ships and Winds']/@room|hall
//session[title='Ships and Winds']/group[@role='moderator']/slot/@who|mina-rossi
count(//session[title='Ships and Winds']/group[@role='speaker']/slot)|2
//person[@id='jan-smit']/@organisation|port-of-x
//person[@id='min-lee']/name/family|Lee
//break[1]/@kind|coffee
//session[title='Who pays?']/@end|12:30
//day[@date='2031-05-06']/session[1]/@start|09:00
//day[@date='2031-05-06']/session[1]/talk/title|And their shadows
//day[@date='2031-05-06']/break/@start|19:00
//day[@date='2031-05-06']/break/@end|25:00
END
try 'each piece takes the table' writes days.pdf agenda -q -o days.pdf days.csv
try 'with what it says' in_order days.pdf 'Harbours of the Future' 'Ships and Winds' 'Aino Aalto' 'Jan Smit'
cat > ko.csv <<'END'
시간,내용,발표자,좌장,장소
2031년 5월 5일 (월),,,,
09:20~10:00,개회사,한보라 (항만공사),,대강당
오후 1:30~3:00,항만의 미래,남궁민수; 김하늘,박바다,대강당
5월 6일(화),,,,
09시 30분 ~ 11시,선박과 바람,이강,,201호
END
run import --languages=ko ko.csv -o days.xml
while IFS='|' read -r path wanted; do
  try "$path is $wanted" is "$(found "$path")" "$wanted"
done <<'END'
/programme/@languages|ko
count(//day)|2
//day[@date='2031-05-05']/session[2]/@start|13:30
//day[@date='2031-05-05']/session[2]/@end|15:00
//day[@date='2031-05-06']/session/@start|09:30
//session[title='항만의 미래']/group[@role='speaker']/slot[1]/@who|namgungminsu
//person[@id='namgungminsu']/name/family|남궁
END
printf 'Time,Title\n9:00,Tides\n' > no-day.csv
try 'a schedule without a day is told, with what to say' exits 1 'no-day.csv:2:1: warning: .*--date=2031-05-05' import -o x.xml no-day.csv
try 'and then has one' exits 0 '' import -q --date=2031-05-05 -o x.xml no-day.csv

try 'a day that is none is refused' exits 2 '--date takes a date such as 2031-05-05, not “2031-02-30”' \
  import --date=2031-02-30 ko.csv
try 'and so is a zone' exits 2 '--timezone takes a zone such as Asia/Seoul' import --timezone=Asia/Soul ko.csv

printf 'Time,Speaker,Title\n9:00,Aino Aalto,Tides\n10:00,Coffee break,\n10:30,Jan Smit,Winds\n,Mina Rossi,\n' > over.csv
run import -q --date=2031-05-05 over.csv -o days.xml
try 'a break may go over all columns' is "$(found '//break[@kind="coffee"]/@start')" 10:00
try 'and a speaker without a title is of the session above' is "$(found 'count(//session[2]//slot)')" 2

# Offices have merged cells, and a table for each day

make_tables days .
for file in merged.xlsx merged.ods days.docx days.html; do
  run import -q "$file" -o days.xml
  try "$file has two days" is "$(found 'count(//day)')" 2
  try "with two sessions on the first" is "$(found 'count(//day[@date="2031-05-05"]/session)')" 2
  try "of which the second is on it, too" is "$(found '//session[2]/title')" Winds
  try "and one on the second" is "$(found '//day[@date="2031-05-06"]/session/@start')" 09:15
  try "$file is valid" xmllint --noout --relaxng "$schema" days.xml
done

# Timetables whose headings do not say what is in their columns

# holds FILE OPTIONS: each line of standard input, PATH|WANTED, is so of what FILE becomes.
holds () {
  # shellcheck disable=SC2086 # options are words
  run import $2 "$1" -o days.xml
  try "$1 comes in" is "$status" 0
  cp err "$1.err"
  while IFS='|' read -r path wanted; do
    try "$1: $path is $wanted" is "$(found "$path")" "$wanted"
  done
  try "$1 is valid" xmllint --noout --relaxng "$schema" days.xml
}

cp "$top/samples/tables/rooms.csv" sample.csv
holds sample.csv '' <<'END'
count(//session)|8
//break[@kind='dinner']/@start|19:00
//break[@kind='dinner']/@end|22:00
//session[title='Nets, mended']/@start|13:30
//session[title='Nets, mended']//slot/@who|aino-aalto
//person[@id='aino-aalto']/position|Port of Vaasa
END
make_tables grids .
for file in rooms.xlsx rooms.ods rooms.docx rooms.html; do
  holds $file '' <<'END'
/programme/event/title|Harbours of the Future
count(//day)|1
count(//session)|7
//session[title='Welcome']/@room|
//session[title='Tides']/@room|quay-1
//session[title='Tides']/abstract/p|Aino Aalto
//session[title='Knots']/@start|10:00
//session[title='Knots']/@end|12:00
count(//session[title='Knots'])|1
//session[title='Cranes']/@room|quay-1 quay-2
//break[@kind='lunch']/@end|13:30
//session[title='Who pays?']/@start|13:30
//session[title='Who pays?']/@room|quay-2
//break[title='Banquet']/@start|18:00
//break[title='Banquet']/@end|21:30
END
  try "$file: what was guessed is told" grep -q 'columns are rooms: “Quay 1”, “Quay 2”, “Loft”.*\[guessed-columns\]$' $file.err
  try "$file: and of the clock" grep -q '4 times before 7:00.* were taken to be in the afternoon.*\[guessed-clock\]$' $file.err
done
try 'that there are other sheets is told' grep -q 'the first sheet .* of Participants, Guests: .*\[other-sheets\]$' rooms.xlsx.err
holds plain.docx '' <<'END'
/programme/event/title|Harbours of the Future
count(//day)|2
//day[@date='2031-05-05']/session/title|Tides
//day[@date='2031-05-05']/session/abstract/p|Aino Aalto, Port of X
//break/@start|10:00
//day[@date='2031-05-06']/session/@end|10:00
END
try 'what was guessed is told' grep -q 'there are no headings.* time #1, title #2;.*\[guessed-columns\]$' plain.docx.err
cat > week.csv <<'END'
Hours,Monday,Tuesday,Wed
09:00 - 10:00,Tides,Winds,Cranes
10:00 - 10:30,Coffee,Coffee,
,and cake,,
END
try 'a week wants a date' exits 1 'columns are days without a date: .*--date=2031-05-05.*no-date.' import -o x.xml week.csv
holds week.csv --date=2031-05-06 <<'END'
count(//day)|3
//day[@date='2031-05-06']/session/title|Winds
//day[@date='2031-05-07']/session/title|Cranes
//day[@date='2031-05-12']/session/title|Tides
count(//break[@kind='coffee'])|2
END
printf '9:00-9:30;Tides;Aino Aalto\n9:30-10:00;Winds;tbd\n10:00-10:30;Break;\n' > bare.csv
printf 'time = #1\ntitle = #3\nspeaker = #2\n' > ../map
holds bare.csv '--date=2031-05-05 --columns=../map' <<'END'
count(//session)|2
//session[1]/title|Aino Aalto
END
holds bare.csv --date=2031-05-05 <<'END'
count(//session)|2
count(//person)|1
//session[title='Tides']//slot/@who|aino-aalto
END
cat > below.csv <<'END'
9:00;"Tides
Dr. Aino Aalto, pilot
With a model of the harbour"
9:30;"Winds
Jan van der Berg"
10:00;"Lunch"
11:00;"Cranes
Mina Rossi (Port of X)
Per O’Hara"
END
holds below.csv --date=2031-05-05 <<'END'
count(//person)|4
count(//session[title='Cranes']//slot)|2
//session[title='Tides']/abstract/p|With a model of the harbour
//person[name/family='van der Berg']/@id|jan-van-der-berg
//person[@id='mina-rossi']/position|Port of X
END
try 'who speaks below titles is told' grep -q 'such as “Dr. Aino Aalto”: .*\[guessed-speakers\]$' below.csv.err
cat > words.csv <<'END'
9:00;"Tides
Harbour Tour with a Pilot"
9:30;"Winds
Jan Smit"
10:00;"Cranes
What they lift"
10:30;"Ropes
Port of X"
END
holds words.csv --date=2031-05-05 <<'END'
count(//person)|0
//session[title='Winds']/abstract/p|Jan Smit
END
cat > pairs.csv <<'END'
Date,StartTime,EndTime,Name,Presenter1,Company1,Position1,Presenter2,Company2,Position2
2031-05-05,09:00,10:00,Tides,Aino Aalto,Port of X,Pilot,Jan Smit,Port of Y,
END
holds pairs.csv '' <<'END'
//session/title|Tides
//person[@id='aino-aalto']/position|Pilot
//person[@id='jan-smit']/@organisation|port-of-y
//person[@id='jan-smit']/position|
END
cat > panels.csv <<'END'
panel_title,date,time,chairs,title,presenter,coauthor,presenter_affiliation
Water,2031-05-05,9:00-10:30,Mina Rossi,Tides,Aino Aalto,NA,Port of X
Water,2031-05-05,9:00-10:30,Mina Rossi,Tides,Jan Smit,NA,Port of Y
Water,2031-05-05,9:00-10:30,Mina Rossi,Winds,Per Berg,Ada Diaz,Port of X
END
holds panels.csv '' <<'END'
count(//session)|1
count(//talk)|2
count(//talk[@start])|0
count(//talk[title='Tides']//slot)|2
count(//session/group[@role='chair']/slot)|1
count(//talk[title='Winds']/group[@role='author']/slot)|2
count(//person)|5
END
printf 'Time|5 May 2031\n9:00|Tides\n10:00|Winds\nTime|6 May 2031\n9:30|Cranes\n' > beside.csv
holds beside.csv '' <<'END'
count(//day)|2
//day[@date='2031-05-06']/session/title|Cranes
END
printf 'Time,Title\n9:00,Tides\n10:00,Winds\n' > no-days.csv
try 'rows without a day are told once' sh -c '"$1" import no-days.csv 2>&1 | grep -c no-date | grep -qx 1' - "$program"
try 'with how many they are' exits 1 'no-days.csv:2:1: warning: .*and 2 rows are left out' import -o x.xml no-days.csv

# A sheet for each day, and a text without a table

make_tables books .
for file in book.xlsx book.ods; do
  holds $file '' <<'END'
/programme/event/title|Harbours of the Future
count(//day)|2
count(//session)|3
//day[@date='2031-05-06']/session/title|Cranes
//day[@date='2031-05-06']/session//slot/@who|aino-aalto
count(//person)|2
END
  try "$file: which sheets are days is told" \
    grep -q '2 sheets were read as days of one event, Day 1, Day 2, of Cover, Day 1, .*\[other-sheets\]$' $file.err
  try "$file: and what the columns are, once" is "$(grep -c guessed-columns $file.err)" 1
  holds $file '--worksheet=Draft' <<'END'
count(//session)|1
//session/title|Ebb
END
  try "$file: a list is of its first sheet" exits 1 'no heading is known' people $file
done
holds lines.docx '' <<'END'
/programme/event/title|Harbours of the Future
count(//day)|2
count(//day[@date='2031-05-05']/session)|2
//session[title='Welcome']/@end|09:30
//session[title='Welcome']//slot/@who|aino-aalto
//session[title='Tides']/@end|10:15
//person[@id='jan-smit']/position|Port of Y
//session[title='Tides']/abstract/p|How they turn.
//break[@kind='coffee']/@start|10:15
//day[@date='2031-05-06']/session[title='Winds']/@end|10:00
//session[title='Winds']/abstract/p|11.5.2031 is the Sunday on which the port, and all that is in it, is open
//session[title='Cranes']//slot/@who|per-berg
END
while read -r words; do
  try "it is told: $words" grep -q "$words" lines.docx.err
done <<'END'
5 paragraphs begin with a time.*guessed-lines
such as “Aino Aalto”.*guessed-speakers
2 rows have one cell alone.* first is “Morning”
END
holds both.docx '' <<'END'
count(//day)|2
END
try 'a table beside them is a list' exits 0 '1 person' people -o list.csv both.docx
try 'and can be named' exits 1 'no column is known' import --worksheet=table both.docx
try 'a text with neither is told' exits 1 'no table in it, and no paragraphs begin with a time: .*no-worksheet' import words.docx

# What other tables have: days that are counted, the year above them, clocks of half a day, rows of one cell with a time

cat > counted.csv <<'END'
Talk,Speaker,Venue,StartTime,EndTime,Day
Tides,Aino Aalto and Jan Smit,Hall,09:00,10:00,0
Winds,Mina Rossi & Per Berg,Hall,10:00,11:00,1
END
holds counted.csv --date=2031-05-05 <<'END'
count(//day)|2
//day[@date='2031-05-06']/session/title|Winds
count(//session[title='Tides']//slot)|2
//session[title='Winds']//slot[2]/@who|per-berg
END
cat > year.csv <<'END'
Harbours 2031;;
;;
Time;Monday, 5 May;Responsible
9:30 – 10:30;Tides;Aino Aalto
10:30-11:00 Coffee break;;
11:00 – 12:00;Winds;Jan Smit
1:15 – 2:15;Cranes;Mina Rossi
Time;Tuesday, 6 May;Responsible
9:30 – 10:30;Ropes;Aino Aalto
18:00;Dinner;
END
holds year.csv '' <<'END'
/programme/event/title|Harbours 2031
//day[1]/@date|2031-05-05
//day[2]/session[title='Ropes']/@start|09:30
//break[@kind='coffee']/@start|10:30
//session[title='Cranes']/@start|13:15
//session[title='Cranes']/@end|14:15
//break[@kind='dinner']/@start|18:00
END
try 'the year is told' grep -q '2 dates say no year, and 2031 was taken.*guessed-date' year.csv.err
cat > slots.csv <<'END'
,,Quay 1,Quay 2
1,09:00,Tides,Winds
,09:30,Tides,Cranes
,10:00,Lunch,
2,,,
,09:00,Ropes,
,11:00,,Nets
,12:00,,
,13:00,,
END
holds slots.csv --date=2031-05-05 <<'END'
count(//day)|2
//session[title='Tides']/@end|10:00
//session[title='Cranes']/@end|
//day[@date='2031-05-06']/session[title='Nets']/@room|quay-2
END
printf 'Time,Quay 1,Quay 2\n2031-05-05 08:30,Tides,Winds\n2031-05-06 10:30,Cranes,Ropes\n' > dated.csv
holds dated.csv '' <<'END'
count(//day)|2
//day[@date='2031-05-06']/session[title='Ropes']/@start|10:30
//session[title='Ropes']/@room|quay-2
END
cat > titles.csv <<'END'
Time,Format/Item,Description,(min),Instructor
9:00-9:45,Lecture 1,Ebb and flow,45,Aino Aalto
Room 1.08,,,,
10:00-10:45,Exercise 1,Knots,45,Jan Smit
END
holds titles.csv --date=2031-05-05 <<'END'
count(//day)|1
//session[1]/title|Lecture 1
//session[1]/abstract/p|Ebb and flow
//session[2]//slot/@who|jan-smit
END
cat > days.csv <<'END'
,Monday,Tuesday,,Length,Team,Arena
9:00-10:00,Tides,Winds,,60,A,1
10:00-11:00,Cranes,Ropes,,60,B,2
END
holds days.csv --date=2031-05-05 <<'END'
count(//day)|2
count(//session)|4
END

# Two languages in one table

cat > two.csv <<'END'
Date,Time,Title (EN),제목(국문),Room_en,Room_ko,Speaker (English),발표자(국문),Affiliation_en,소속_ko,Abstract (EN),Abstract (KO)
2031-05-05,09:00-10:00,Tides,조수,Hall,대강당,Bora Han; Aino Aalto,한보라; 아이노 알토,Port of X,엑스 항만공사,One *and* two.,하나 *둘*.
2031-05-05,10:00-10:30,Coffee,커피,,,,,,,,
2031-05-05,10:30-11:00,,바람,Hall,대강당,,,,,,
END
holds two.csv '' <<'END'
/programme/@languages|en ko
//session[1]/title[1]|Tides
//session[1]/title[@xml:lang='ko']|조수
//session[1]/abstract/p[@xml:lang='ko']/i|둘
//break/title[@xml:lang='ko']|커피
//session[2]/title|바람
count(//room)|1
//room/name[@xml:lang='ko']|대강당
count(//person)|2
//person[@id='bora-han']/name[@xml:lang='ko']|한보라
//organisation/name[@xml:lang='ko']|엑스 항만공사
END
try 'which is told' grep -q 'title “Title (EN)”.* title_ko “제목(국문)”, room_ko “Room_ko”' two.csv.err
holds two.csv --languages=ko,en <<'END'
/programme/@languages|ko en
//session[1]/title[1]|조수
//session[1]/title[@xml:lang='en']|Tides
//room/name[1]|대강당
END
run import '--columns=?' two.csv
try 'and in a file for --columns' grep -qxF 'title_ko = 제목(국문)' out
printf 'date = Date\ntime = Time\ntitle = 제목(국문)\ntitle_en = Title (EN)\n' > ../map
holds two.csv '--columns=../map --languages=ko' <<'END'
//session[1]/title[1]|조수
//session[1]/title[@xml:lang='en']|Tides
END

# Systems

cat > indico.csv <<'END'
2031-05-05 09:00,20,Tides,Aino,Aalto,Port of X,a@example.org
2031-05-05 09:00,20,Tides,Jan,Smit,Port of Y,j@example.org
2031-05-05 09:20,20,Winds,Mina,Rossi,Port of X,m@example.org
END
run import -q indico.csv -o days.xml
try 'Indico'"'"'s import has two sessions' is "$(found 'count(//session)')" 2
try 'of which the first has two speakers' is "$(found 'count(//session[1]//slot)')" 2
try 'and ends when its minutes are over' is "$(found '//session[1]/@end')" 09:20
cat > conftool.csv <<'END'
"session_short";"session_title";"session_start";"session_end";"session_room";"chair1";"p1_title";"p1_presenting_author";"p1_organisations";"p2_title";"p2_presenting_author"
"A1";"Water";"2031-05-05 09:00";"2031-05-05 10:30";"Hall";"Rossi, Mina";"Tides";"Aalto, Aino";"Port of X";"Winds";"Smit, Jan"
END
run import -q conftool.csv -o days.xml
try 'ConfTool'"'"'s papers are talks' is "$(found 'count(//session[title="Water"]/talk)')" 2
try 'of their authors' is "$(found '//talk[title="Tides"]//slot/@who')" aino-aalto
try 'in a session with its chair' is "$(found '//session/group[@role="chair"]/slot/@who')" mina-rossi
cat > papers.csv <<'END'
Id,Title,Date,Duration,Type,Session,Track,Presenters,Presenters (affiliation)
1,Tides,2031-05-05 09:00,0:20,Oral,Morning,Water,Aino Aalto,Port of X
2,Winds,2031-05-05 09:20,0:25,Oral,Morning,Water,Jan Smit;Mina Rossi,Port of Y
END
run import -q papers.csv -o days.xml
try 'Indico'"'"'s papers are talks of their session' is "$(found 'count(//session[title="Morning"]/talk)')" 2
try 'which ends with the last of them' is "$(found '//session/@end')" 09:45
cat > pretalx.csv <<'END'
ID,Proposal title,Session type,Track,State,Abstract,Room,Start,End,Speaker names
ABC123,Tides,Talk,Water,confirmed,Ebb and flow.,Hall,2031-05-05 09:00,2031-05-05 09:30,"Aino Aalto, Jan Smit"
END
run import -q pretalx.csv -o days.xml
try 'pretalx parts speakers by commas' is "$(found 'count(//session[@start="09:00" and @end="09:30"]//slot)')" 2
try 'and has a track and an abstract' is "$(found '//session[@track="water"]/abstract/p')" 'Ebb and flow.'
cat > sched.csv <<'END'
Session Title,Start Date & Time,End Date & Time,Type,Venue,Speakers,Moderators
Tides,2031-05-05 9:00 AM,2031-05-05 10:00 AM,Panel,Hall,Aino Aalto; Jan Smit,Mina Rossi
END
run import -q sched.csv -o days.xml
try 'Sched has kinds, rooms and moderators' is "$(found '//session[@kind="panel" and @room="hall"]/group[@role="moderator"]/slot/@who')" mina-rossi
# read_as NAME HEADINGS ROW WANTED: a list of people with one row, and what is read of it
read_as () {
  printf '%s\n%s\n' "$2" "$3" > "$1.csv"
  read_people "$1.csv"
  try "a list of $1" is "$(sed 1d out)" "$4"
}
read_as pretix 'attendee_name,attendee_company,item,order,positionid,secret,attendee_email' \
  'Aino Aalto,Port of X,Speaker,ABCDE,1,x7q9,a@example.org' 'ABCDE,Aino Aalto,Aalto,Port of X,Speaker,a@example.org,x7q9'
read_as Eventbrite 'order_id,prefix,first_name,last_name,email,barcode' \
  '77,Dr.,Aino,Aalto,a@example.org,123' '77,Aino Aalto,Aino,Aalto,Dr.,a@example.org,123'
read_as pretalx 'name,email,confirmed' 'Aino Aalto,a@example.org,yes' 'Aino Aalto,Aalto,a@example.org'
read_as Indico 'ID,Name,First Name,Last Name,Affiliation,Position,Email Address,Registration date' \
  '1,Aino Aalto,Aino,Aalto,Port of X,Pilot,a@example.org,2031-01-01' '1,Aino Aalto,Aino,Aalto,Pilot,Port of X,a@example.org'
read_as Germans 'Name;Vorname;Firma' 'Aalto;Aino;Port of X' 'Aino Aalto,Aino,Aalto,Port of X'
read_as names 'Name;Note' 'Aalto, Aino;x' 'Aino Aalto,Aalto,x'

# A list as whose a piece is

cat > pieces.xml <<'END'
<programme version="1" languages="en"><event><title>Harbours</title></event><agenda><day date="2031-05-05">
<session start="09:00" end="09:30"><title>Tides</title></session></day></agenda></programme>
END
printf 'Who;From\nAino Aalto;Port of X\nJan Smit;Port of Y\n' > guests.csv
printf 'name = Who\norganisation = From\n' > guests.columns
try 'tent cards are of a list' exits 0 '^plates.pdf: 2 pages$' \
  plates --people=guests.csv --columns=guests.columns -o plates.pdf pieces.xml
try 'in its order' sh -c 'pdftotext -f 2 -l 2 plates.pdf - | grep -q Smit'
run plates --people=guests.csv '--columns=?' pieces.xml
try 'its columns can be asked for' grep -q From out
try 'a check takes it, too' exits 0 '' check -q --people=guests.csv --columns=guests.columns pieces.xml
printf 'name,person\nAino Aalto,aino\nJan Smit,jan\n' > strangers.csv
try 'what is wrong with its rows is told of all' exits 1 '^strangers.csv:2:12: error: .*unknown-reference' \
  plates --people=strangers.csv -o no.pdf pieces.xml
try 'each' is "$(grep -c 'strangers.csv:[23]:1[02]: error: ' err)" 2
try 'and nothing is written' test ! -e no.pdf
try 'a list that is not there' exits 1 'nobody.csv' plates --people=nobody.csv pieces.xml
try 'an agenda has no list' exits 2 '--people goes with booklet, plates, badges or check, not with agenda' agenda --people=guests.csv pieces.xml
try 'a hundred thousand rows take two seconds and 60 MB' make_tables long . "$program"
finish
