#!/bin/sh
# Enters: tests/each.pl, and a program that stands for a unit test. Leaves: whether each of its cases is told of,
# whatever another one does to the program.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Its cases by name: good ones, one whose assertion does not hold, one that crashes; with LATE set it fails at its end.
cat > "$scratch/program" << 'END'
#!/bin/sh
cases='/a/good /a/asserts /a/skipped /a/crashes /a/last'
[ "$1" = -l ] && { printf '%s\n' $cases; exit; }
case $2 in "--seed=R02S$SEED_TAIL"*) ;; *) exit 4 ;; esac
shift 2
[ $# -eq 0 ] || cases=$(echo "$*" | sed 's/-p //g')
echo '# random seed: 1'
n=0
for case in $cases; do
  n=$((n + 1))
  case $case in
    /a/asserts)
      echo "not ok $n $case - ERROR: 1 == 2"
      echo 'Bail out! ERROR: 1 == 2'
      kill -ABRT $$
      ;;
    /a/skipped) echo "ok $n $case # SKIP no reason" ;;
    /a/crashes) kill -SEGV $$ ;;
    *) echo "ok $n $case" ;;
  esac
done
echo "1..$n"
exit ${LATE:-0}
END
chmod +x "$scratch/program"

cat > "$scratch/wanted" << 'END'
ok 1 - /a/good
not ok 2 - /a/asserts - ERROR: 1 == 2
# ERROR: 1 == 2
ok 3 - /a/skipped # SKIP no reason
not ok 4 - /a/crashes (it ended the program: signal 11)
ok 5 - /a/last
1..5
END

export SEED_TAIL=2031
told () {
  perl tests/each.pl "$scratch/program" > "$scratch/found"
  diff "$scratch/wanted" "$scratch/found"
}
try 'a case that ends the program has failed, the others are run' told

sed -i '/^ok 5/a not ok 6 - the end of the program (status 3)' "$scratch/wanted"
sed -i 's/1\.\.5/1..6/' "$scratch/wanted"
export LATE=3
try 'what ends badly behind its last case is told' told

export LATE=0 SEED_TAIL=1234 TEST_SEED=R02S12340000000000000000000000000000
sed -i -e '/^not ok 6/d' -e 's/1\.\.6/1..5/' "$scratch/wanted"
try 'random cases are those of TEST_SEED' told

printf '#!/bin/sh\necho 1..1\necho "ok 1 - as it is"\n' > "$scratch/script.t"
chmod +x "$scratch/script.t"
as_it_is () {
  [ "$(perl tests/each.pl "$scratch/script.t" | tail -n 1)" = 'ok 1 - as it is' ]
}
try 'a script is run as it is' as_it_is

# One with the sanitisers, which finds a leak, and with all calls the leak that WHOLE says.
mkdir "$scratch/asan"
cat > "$scratch/asan/program" << 'END'
#!/bin/sh
case $* in *slow*) exit 4 ;; esac
[ "$1" = -l ] && { echo /a/case; exit; }
echo 'ok 1 /a/case'
case $ASAN_OPTIONS in *:fast_unwind_on_malloc=0) exit "$WHOLE" ;; *) exit 1 ;; esac
END
chmod +x "$scratch/asan/program"
# leaks WHOLE LAST: the last line is LAST, where all calls show the leak WHOLE.
leaks () {
  last=$(WHOLE=$1 ASAN_OPTIONS=a=1 perl tests/each.pl "$scratch/asan/program" -m slow | tail -n 1)
  [ "$last" = "$2" ] || { echo "$last"; return 1; }
}
try 'a leak that is a library'"'"'s by all calls is none' leaks 0 1..1
try 'a leak that is ours by all calls is told' leaks 1 1..2

refuse 'a program that lists no cases is told' 'does not list' perl tests/each.pl /bin/false
finish
