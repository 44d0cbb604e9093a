#!/bin/sh
# Enters: the source tree and its build. Leaves: whether it keeps the rules of the house: layers, headers, symbols,
# format, and that the checkers of these rules can fail.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
build=${BUILD:-$PWD/build}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

try 'each room includes only what it may' sh tests/check-layers .

# plant FILE INCLUDE PATTERN: a tree with one wrong include, which check-layers has to name.
plant () {
  rm -rf "$scratch/tree"
  mkdir -p "$scratch/tree/bin" "$scratch/tree/$(dirname "$1")"
  echo "#include $2" > "$scratch/tree/$1"
  refuse "$1 may not include $2" "^$1:1: .*$3" sh tests/check-layers "$scratch/tree"
}
plant lib/layout/flow.c '"event/event.h"' 'layout may not include event'
plant lib/paint/paint.c '"layout/table.h"' 'paint may not include layout'
plant lib/pdf/tags.c '"text/paragraph.h"' 'pdf may not include text'
plant lib/base/units.c '"theme/theme.h"' 'base may not include theme'
plant lib/block/block.h '"../event/event.h"' 'start at lib/'
plant lib/layout/flow.c '<programme/event.h>' 'layout may not include programme/event.h'
plant lib/event/event.c '<cairo.h>' 'cairo does not live in event'
plant lib/piece/agenda.c '<libxml/tree.h>' 'libxml does not live in piece'
plant lib/cellar/wine.c '<glib.h>' 'no room cellar'
plant bin/main.c '"event/event.h"' 'public headers only'

try 'the public headers stand alone in C and C++' sh tests/check-headers include
mkdir -p "$scratch/include/programme"
echo 'ProgrammeEvent *programme_event_new (void);' > "$scratch/include/programme/event.h"
refuse 'a header that does not stand alone is found' 'ProgrammeEvent' sh tests/check-headers "$scratch/include"

library=$build/libprogramme.so.0
try 'the library exports what tests/symbols.txt lists' sh tests/check-symbols "$library" tests/symbols.txt
{ cat tests/symbols.txt && echo zz_no_such_symbol; } > "$scratch/symbols.txt"
refuse 'a symbol that is gone is found' '^-zz_no_such_symbol' sh tests/check-symbols "$library" "$scratch/symbols.txt"
sed 1d tests/symbols.txt > "$scratch/symbols.txt"
refuse 'a new symbol is found' '^[+]programme_' sh tests/check-symbols "$library" "$scratch/symbols.txt"
cp "$library" "$scratch/libprogramme.so.1"
refuse 'a version of another soname is found' '^[+]programme_version@@LIBPROGRAMME_0' \
  sh tests/check-symbols "$scratch/libprogramme.so.1" tests/symbols.txt

# Other versions of clang-format set a few things differently; the tree follows this one.
if "${CLANG_FORMAT:-clang-format}" --version 2>/dev/null | grep -q 'version 14\.'; then
  try 'the C files are formatted (make format)' make -s check-format
else
  skip 'the C files are formatted' 'it takes clang-format 14'
fi

# shellcheck disable=SC2046 # a list of files
try 'shellcheck finds nothing in the scripts' shellcheck -x $(grep -lrE '^#!/bin/(ba)?sh|shellcheck shell=' tests .ci)
for page in bin/*.[1-9] lib/*/*.[1-9] "$build"/doc/*.[1-9]; do
  [ -e "$page" ] && try "mandoc finds nothing in $page" mandoc -T lint -W warning "$page"
done
fits () {
  ! groff -mdoc -Tutf8 -wbreak -rLL=78n -z "$build/doc/libprogramme.3" 2>&1 | grep 'break line'
}
if command -v groff > /dev/null; then
  try 'no line of the reference is too long for 80 columns' fits
else
  skip 'no line of the reference is too long for 80 columns' 'it takes groff'
fi

# The reference

while read -r symbol; do
  case $symbol in
    *_get_type) grep -q "^\.Fn $symbol \.$" "$build/doc/libprogramme.3" ;;
    *) grep -A 1 "^\.Ss $symbol$" "$build/doc/libprogramme.3" | grep -q '^\.Ft ' ;;
  esac || echo "$symbol"
done < tests/symbols.txt > "$scratch/untold"
try 'libprogramme(3) tells of each symbol' sh -c "! grep . '$scratch/untold'"
# told PATTERN: a line of the reference that matches, without what would print it bold
told () {
  mandoc -T utf8 -O width=200 "$build/doc/libprogramme.3" | perl -pe 's/.\x08//g' | grep -E "$1"
}
try 'with its parameters' told 'ProgrammeEvent \* programme_event_read_file\(const char \*path, .* GError \*\*error\)'
try 'what they mean' told 'path +an XML file of the vocabulary that programme\(5\) describes'
try 'what it returns, and who frees it' told 'Returns the event; NULL with PROGRAMME_ERROR_READ .* The caller frees it\.'
# spoiled NAME PATTERN SCRIPT: a header on which the script of sed was at work is refused.
spoiled () {
  sed "$3" include/programme/event.h > "$scratch/event.h"
  refuse "$1" "event.h: .*$2" perl lib/reference.pl 'May 5, 2031' "$scratch/event.h"
}
spoiled 'a function without a comment' 'programme_event_ref has no comment' '/^ \* programme_event_ref:/s/ref/re/'
spoiled 'a parameter without a word' 'explains “path error”, not “path report error”' '/^ \* @report: /d'
spoiled 'what is returned, and not told' 'programme_event_ref says' '/^ \* Returns: .*same/d'
spoiled 'an age that is not told' 'has no “Since:”' '/^ \* Since/d'

for schema in lib/read/*.rng; do
  [ -e "$schema" ] && try "$schema is well-formed" xmllint --noout --nonet "$schema"
done
finish
