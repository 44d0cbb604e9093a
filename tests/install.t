#!/bin/sh
# Enters: the build. Leaves: whether it installs where it is told to and nowhere else, whether a program can be built
# on what was installed and works, and whether uninstalling leaves nothing.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
build=${BUILD:-$PWD/build}
top=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
stage=$scratch/stage
prefix=$scratch/prefix

# leftover FOLDER: fails, and tells, if there is a file or one of our own folders.
leftover () {
  ! find "$1" ! -type d -o -name programme | grep .
}

# has FOLDER FILE...
has () {
  folder=$1
  shift
  for file; do
    [ -e "$folder/$file" ] || { echo "missing: $file"; find "$folder" -type f; return 1; }
  done
}

into_stage="DESTDIR=$stage PREFIX=/usr LIBDIR=/usr/lib/there"
# shellcheck disable=SC2086 # words
try 'it installs below DESTDIR' make -s install $into_stage
try 'everything is in its place' has "$stage/usr" bin/programme include/programme/version.h lib/there/libprogramme.so.0 \
  lib/there/libprogramme.so lib/there/libprogramme-import.so.0 lib/there/libprogramme-import.so \
  include/programme/import.h lib/there/pkgconfig/programme.pc lib/there/pkgconfig/programme-import.pc \
  share/gir-1.0/ProgrammeImport-0.gir lib/there/girepository-1.0/ProgrammeImport-0.typelib share/man/man1/programme.1 share/man/man3/libprogramme.3 \
  share/man/man5/programme.5 share/gir-1.0/Programme-0.gir lib/there/girepository-1.0/Programme-0.typelib \
  share/programme/schema/programme.rnc share/programme/themes share/programme/stocks share/bash-completion/completions/programme
try 'nothing names the folder where it was built' sh -c "! grep -rl '$build' '$stage'"
try 'the command has no path to the library of its own' sh -c "! readelf -d '$stage/usr/bin/programme' | grep PATH"
# shellcheck disable=SC2086
try 'it uninstalls' make -s uninstall $into_stage
try 'and leaves nothing' leftover "$stage"

try 'it installs below a prefix' make -s install "PREFIX=$prefix" LDCONFIG=:
try 'the installed command runs' env -u LD_LIBRARY_PATH "$prefix/bin/programme" --version
cp -r "$prefix" "$scratch/moved"
try 'with the library beside it, wherever both are' sh -c "env -u LD_LIBRARY_PATH ldd '$scratch/moved/bin/programme' |
  grep 'libprogramme.so.0 => $scratch/moved/bin/../lib/'"
export PKG_CONFIG_PATH="$prefix/lib/pkgconfig" LD_LIBRARY_PATH="$prefix/lib"
try 'pkg-config knows it' pkg-config --exists --print-errors programme
try 'its Requires name what the public headers show, no more' \
  test "$(pkg-config --print-requires programme | tr '\n' ' ')" = 'glib-2.0 gobject-2.0 gio-2.0 cairo '
cp -r samples/c "$scratch/c"
try 'a program can be built on it' make -s -C "$scratch/c" outline CFLAGS='-Wall -Wextra -Werror'
for event in "$top"/samples/*/event.xml; do
  "$scratch/c/outline" "$event" "$scratch/outline.pdf" > "$scratch/outline.txt" 2> "$scratch/errors.txt"
  try 'the program runs' sh -c "cat '$scratch/errors.txt'; exit $?"
  pages=$(pdfinfo "$scratch/outline.pdf" | awk '/^Pages:/ { print $2 }')
  title=$(xmllint --xpath 'normalize-space(//event/title[1])' "$event")
  try 'it tells the title' grep -qxF "title: $title" "$scratch/outline.txt"
  try 'it tells as many pages as the PDF has' grep -qx "pages: $pages" "$scratch/outline.txt"
done
try 'Python finds it' sh -c "GI_TYPELIB_PATH='$prefix/lib/girepository-1.0' /usr/bin/python3 samples/python/door-sign.py \
  > '$scratch/sign.pdf'"
try 'it uninstalls again' make -s uninstall "PREFIX=$prefix" LDCONFIG=:
try 'and leaves nothing again' leftover "$prefix"

# runpath GOALS...: the path to the library that a command to be installed has
runpath () {
  make -s "${build#"$top"/}/install/programme" "$@" >&2
  readelf -d "$build/install/programme" | sed -n 's/.*RUNPATH.*\[\(.*\)\]/\1/p'
}
try 'a folder of another name' test "$(runpath PREFIX=/opt/x LIBDIR=/opt/x/lib64)" = "\$ORIGIN/../lib64"
for folder in /usr/lib /usr/local/lib /usr/lib/there; do
  try "$folder is the system's" test -z "$(runpath PREFIX=/opt/x "LIBDIR=$folder")"
done
finish
