#!/bin/sh
# Enters: the build folder with the command and tests/bench/random; Java, Maven, Node and npm, and what these fetch.
# Leaves: whether veraPDF finds all PDFs of the samples and of random events to be PDF/UA-1 and PDF/A-2a, or PDF/A-3a
# with the event within; and whether pdf.js finds the headings and cells in them that the tags have, and their text.
# RANDOM_EVENTS=N takes another number than 200.
# shellcheck disable=SC2016 # what inner shells expand
set -eu
cd "$(dirname "$0")/.."
. tests/ways.sh
build=${BUILD:-$PWD/build}
program=${PROGRAMME:-$build/programme}
tools=$build/conformance
number=${RANDOM_EVENTS:-200}
pdfjs='pdfjs-dist@4.8.69'
export LC_ALL=C.UTF-8 TZ=UTC SOURCE_DATE_EPOCH=1893456000 PYTHONDONTWRITEBYTECODE=1

# What was fetched stays until it is another version that is wanted.
mkdir -p "$tools"
if ! cmp -s tests/conformance.pom.xml "$tools/pom.xml"; then
  echo 'Fetching veraPDF'
  rm -rf "$tools/verapdf"
  mvn -q -B -Dstyle.color=never -f tests/conformance.pom.xml dependency:copy-dependencies \
    -DoutputDirectory="$tools/verapdf"
  cp tests/conformance.pom.xml "$tools/pom.xml"
fi
if [ "$(cat "$tools/pdfjs.version" 2> /dev/null)" != "$pdfjs" ]; then
  echo 'Fetching pdf.js'
  npm install --silent --no-save --no-audit --no-fund --ignore-scripts --omit=optional --prefix "$tools" "$pdfjs"
  echo "$pdfjs" > "$tools/pdfjs.version"
fi

# The PDFs: in work/samples, work/sources (with the event within) and work/random.
top=$PWD
work=$tools/work
rm -rf "$work"
mkdir -p "$work/samples" "$work/sources" "$work/random"
cp -R tests/fixtures/small "$work/random"
cd "$work"
ln -s "$top/samples" events

# theme_of NUMBER: one of them, by turns
theme_of () {
  case $(($1 % 3)) in
    0) echo --theme=institutional ;;
    1) echo --theme=modern ;;
    2) echo --theme=classic ;;
  esac
}

# To be made, a line for each: its file, and arguments.
{
  n=0
  for event in events/*/event.xml; do
    sample=$(basename "${event%/event.xml}")
    ways_of "$event" > ways
    while read -r way; do
      n=$((n + 1))
      theme=$(theme_of $n)
      base=$sample-$(echo "$way" | sed 's/--[a-z]*=//g; s/[ ,]/-/g')
      echo "samples/$base-agenda.pdf agenda $theme $way $event"
      echo "samples/$base-speakers.pdf speakers $theme $way $event"
      echo "samples/$base-booklet.pdf booklet $theme $way $event"
      echo "samples/$base-plates.pdf plates --kind=tent,delegation,lectern --sides=2 $theme $way $event"
      echo "samples/$base-cues.pdf cues $theme $way $event"
      if grep -qE '<session [^>]*room=' "$event"; then
        echo "samples/$base-signs.pdf signs $theme $way --kind=door,session,board,welcome $event"
      fi
      if grep -q '<directions>' "$event"; then
        echo "samples/$base-directions.pdf signs $theme $way --kind=direction,notice $event"
      fi
      delegates=${event%/event.xml}/delegates.csv
      if [ -e "$delegates" ]; then
        echo "samples/$base-personal.pdf booklet --people=$delegates --records=1-2 $theme $way $event"
      fi
      guests=${event%/event.xml}/guests.csv
      if [ -e "$guests" ]; then
        echo "samples/$base-tables.pdf plates --people=$guests --kind=tent,table --sides=2 $theme $way $event"
        echo "samples/$base-badges.pdf badges --people=$guests --qr=vcard --sides=2 $theme $way $event"
        echo "samples/$base-labels.pdf badges --people=$guests --stock=avery-l7418 --sides=2 $theme $way $event"
      fi
    done < ways
    echo "sources/$sample.pdf agenda --embed-source $theme $event"
    # A kit since another event is a folder with the list of what is printed and the page of what changed.
    if grep -q '<kit>' "$event"; then
      sed 's/Closing remarks/Closing/' "$event" > "$sample-old.xml"
      echo "samples/$sample-kit kit --since=$sample-old.xml $event"
    fi
    case $((n % 3)) in 0) piece=agenda ;; 1) piece=booklet ;; 2) piece=speakers ;; esac
    echo "samples/$sample-large-$piece.pdf $piece --large-print $theme $event"
    echo "samples/$sample-contrast-agenda.pdf agenda --contrast $theme $event"
  done
  "$build/tests/bench/random" random "$number" | while read -r event paper; do
    n=$(basename "$event" .xml)
    way=$(ways_of "$event" | sed -n "$((n % 5 + 1))p")
    echo "random/$n.pdf agenda $(theme_of "$n") --paper=$paper $way $event"
  done
} > wanted
: > passed
xargs -P "$(nproc)" -L 1 sh -c '
  file=$1
  shift
  words=$("$0" "$@" -q -o "$file" 2>&1) || printf "FAIL %s: it is not made\n%s\n" "$file" "$words"' \
  "$program" < wanted > faults

# verapdf ARGUMENT...: hundreds of files are too few to be worth a better compiler or collector.
cat > verapdf << END
#!/bin/sh
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '$tools/verapdf/*' \
  org.verapdf.apps.GreenfieldCliWrapper "\$@"
END
chmod +x verapdf

# rules_broken FILE STANDARD: for each the clause and number of its test, what is wrong, and where it is for the first time.
rules_broken () {
  ./verapdf -f "$2" --format xml --maxfailuresdisplayed 1 "$1" 2>&1 | sed -n '
    s|.*<rule specification="\(.*\)" clause="\(.*\)" testNumber="\([0-9]*\)" status="failed".*|  \1, \2-\3|p
    s|.*<\(errorMessage\)>\(.*\)</\1>.*|    \2|p
    s|.*<\(context\)>\(.*\)</\1>.*|    at \2|p
    s|.*<\(exceptionMessage\)>\(.*\)</\1>.*|  \2|p'
}

# veraPDF takes the standards that a file claims, and says a line for each: "PASS FILE STANDARD", or the rules broken.
# The first faults are looked at once more, for details.
cut -d" " -f1 wanted | while read -r file; do
  if [ -d "$file" ]; then
    ls "$file"/changes/*.pdf
  else
    echo "$file"
  fi
done > files
xargs -P "$(nproc)" -n 60 sh -c './verapdf --format text -v -f 0 "$@" > said.$$ 2>&1 || :' - < files
cat said.* | sed "s|$work/||" > said
details=10
while read -r file; do
  case $file in sources/*) level=3a ;; *) level=2a ;; esac
  for standard in $level ua1; do
    if grep -qxF "PASS $file $standard" said; then
      echo "$file $standard" >> passed
    else
      echo "FAIL $file: veraPDF does not say that it is $standard"
      [ $((details -= 1)) -lt 0 ] || rules_broken "$file" "$standard" < /dev/null
    fi
  done
done < files >> faults

# Our own reader knows what it is to look for, and what pdf.js is to find: the cells, which it writes on standard output,
# and faults on the other. Titles of random events may run over the edge of a cover, with a warning, and poppler does not
# read what is out there.
for kind in 'samples --read --cells' 'sources --read --cells' 'random --cells'; do
  # shellcheck disable=SC2086 # the folder and options
  grep "^${kind%% *}/" files | xargs -P "$(nproc)" -n 40 sh -c '
    shift
    python3 "$0/tests/check-pdf.py" --profile=accessible "$@" > cells.$$ 2> own.$$ || :' "$top" $kind
done
cat own.* > own
cat cells.* > cells
sed 's/^/FAIL /' own >> faults
library=$tools/node_modules/pdfjs-dist/legacy/build/pdf.mjs
grep ^samples files | xargs -P "$(nproc)" -n 40 sh -c '
  node "$0/tests/tree.mjs" "$@" > pdfjs.$$ 2>&1 || :' "$top" "$library"
cat pdfjs.* > pdfjs
while read -r file; do
  grep -F "$file: " cells > wanted.cells || :
  grep -F "$file: " pdfjs > found.cells || :
  grep -qF "$file: " own || echo "$file own" >> passed
  case $file in
    samples/*)
      if [ -s wanted.cells ] && cmp -s wanted.cells found.cells; then
        echo "$file pdf.js" >> passed
      else
        echo "FAIL $file: pdf.js finds other headings and cells"
        diff wanted.cells found.cells | head -n 10 | sed 's/^/  /'
      fi
      ;;
  esac
done < files >> faults

cat faults
failed=$(grep -c ^FAIL faults) || :
echo "$(wc -l < passed) passed, $failed failed"
[ "$failed" -eq 0 ]
