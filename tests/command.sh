# Enters: tests that source this file, in the top folder, after tests/tap.sh. Leaves: a folder of their own to work in,
# which is where they stand then, and what to ask of the command and of its PDFs.
# shellcheck shell=sh disable=SC1111 # the quotation marks of messages

program=${PROGRAMME:-build/programme}
case $program in /*) ;; *) program=$PWD/$program ;; esac
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
chmod 755 "$scratch"
cd "$scratch" || exit 1
export LC_ALL=C.UTF-8 TZ=UTC
unset SOURCE_DATE_EPOCH

# run ARGUMENT...: runs the command; out, err and $status get what it left.
run () {
  status=0
  "$program" "$@" > out 2> err || status=$?
}

# exits STATUS PATTERN ARGUMENT...: it exits so, and says on standard error, alone, a line that matches. "" wants
# silence.
exits () {
  wanted=$1
  pattern=$2
  shift 2
  run "$@"
  cat err
  [ "$status" -eq "$wanted" ] || { echo "status $status, wanted $wanted"; return 1; }
  [ ! -s out ] || { echo 'it wrote on standard output'; return 1; }
  if [ -n "$pattern" ]; then grep -qE -- "$pattern" err; else [ ! -s err ]; fi
}

# writes FILE ARGUMENT...: it succeeds, and FILE is a PDF.
writes () {
  file=$1
  shift
  run "$@"
  cat err
  [ "$status" -eq 0 ] && is_pdf "$file"
}

is_pdf () {
  [ "$(head -c 5 "$1")" = '%PDF-' ] && pdfinfo "$1"
}

# leaves FILE... -- COMMAND...: after COMMAND, which may fail, this folder holds FILE... and nothing more.
leaves () {
  : > listed
  while [ "$1" != -- ]; do
    echo "$1" >> listed
    shift
  done
  shift
  "$@" || :
  find . -mindepth 1 ! -name listed ! -name out ! -name err | sed 's|^\./||' | LC_ALL=C sort > "$scratch/found"
  LC_ALL=C sort listed | diff - "$scratch/found"
}

# words FILE: the text of a PDF, a space between words.
words () {
  pdftotext -raw -enc UTF-8 "$1" - | tr -s '\n\f ' ' '
}

# says FILE TEXT: TEXT is in the PDF.
says () {
  words "$1" | grep -qF -- "$2" || { words "$1"; return 1; }
}

# omits FILE TEXT
omits () {
  ! words "$1" | grep -F -- "$2"
}

# in_order FILE TEXT...: they all stand in the PDF, in this order.
in_order () {
  text=$(words "$1")
  shift
  rest=$text
  for piece; do
    case $rest in
      *"$piece"*) rest=${rest#*"$piece"} ;;
      *) echo "not there, or not in its place: $piece"; echo "$text"; return 1 ;;
    esac
  done
}

# info FILE KEY: what pdfinfo says of it
info () {
  pdfinfo "$1" | sed -n "s/^$2: *//p"
}

is () {
  [ "$1" = "$2" ] || { echo "it is “$1”, wanted “$2”"; return 1; }
}

# as_nobody COMMAND...: without the rights of root, who may read and write everything
as_nobody () {
  if [ "$(id -u)" -eq 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi
}

# apart COMMAND...: with mounts that nobody else sees
apart () {
  if [ "$(id -u)" -eq 0 ]; then unshare --mount "$@"; else unshare --mount --map-root-user "$@"; fi
}

can_mount () {
  apart mount -t tmpfs none /mnt 2> /dev/null
}

# event TITLE [INSIDE-EVENT [INSIDE-DAY]]: a small event in event.xml; the session is on line 4.
event () {
  cat > event.xml <<END
<programme version="1" languages="en">
  <event><title>$1</title>${2-}</event>
  <agenda><day date="2031-05-05">
    <session start="09:00" end="10:00"><title>Welcome</title></session>${3-}
  </day></agenda>
</programme>
END
}

# room NAME: a new folder with event.xml in it, to work in
room () {
  mkdir "$scratch/$1"
  cd "$scratch/$1" || exit 1
  event 'Harbours of the Future'
}
