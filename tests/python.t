#!/bin/sh
# Enters: the build with its typelib, and Debian's Python. Leaves: whether the Python sample does what it says, and whether
# the library can be called from Python as its comments promise.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
top=$PWD
build=${BUILD:-$PWD/build}
. tests/command.sh
export GI_TYPELIB_PATH="$build/gir" LD_LIBRARY_PATH="$build" PYTHONDONTWRITEBYTECODE=1 G_DEBUG=fatal-criticals \
  MALLOC_PERTURB_=165

# python FILE ARGUMENT...: python3-gi is for this one, also where there is another.
python () {
  /usr/bin/python3 "$@"
}

sample=$top/samples/python/door-sign.py
status=0
python "$sample" > sign.pdf 2> err || status=$?
try 'the sample ends well' is "$status" 0
try 'it tells what it found' grep -qE '^harbours\.xml:6:5: warning: 120 minutes .* take away 30, .* \[minutes\]$' err
try 'and no more' is "$(wc -l < err)" 1
try 'it writes a PDF' is_pdf sign.pdf
try 'on A3' is "$(info sign.pdf 'Page size')" '841.89 x 1190.55 pts (A3)'
try 'with the name of the room and its day' in_order sign.pdf 'Tide Hall' 'Monday 5 May' 09:00 'Ships and Winds' 'Aino Aalto' \
  'Quays without Cars'
sed '/Tide Hall/s/<name>.*name>/<nme>/' "$sample" > broken.py
status=0
python broken.py > broken.pdf 2> err || status=$?
try 'an event that cannot be read ends it' is "$status" 1
try 'with words' grep -qE '^harbours.xml:[0-9:]+ error: .* \[' err
try 'and without a PDF' test ! -s broken.pdf

python "$top/tests/bindings.py" > cases
try 'there are cases' test "$(wc -l < cases)" -ge 10
while read -r name; do
  try "from Python: $(echo "$name" | tr _ ' ')" python "$top/tests/bindings.py" "$name"
done < cases
finish
