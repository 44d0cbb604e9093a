#!/bin/sh
# Enters: the folder of a build with the fuzz targets, the command, and seconds. Leaves: a line a target on standard
# output, with how many inputs it has tried; what an input has brought down, beside its report, in the build's folder
# "found"; and the status 1 then. What the targets have learnt stays in "corpus" there, for the next time.
set -u
build=$1
program=$2
seconds=$3
shift 3
top=$(cd "$(dirname "$0")/../.." && pwd)
targets=${*:-event theme extract impose content image icc csv xlsx schedule journey}
mkdir -p "$build/corpus" "$build/found"

# seeds TARGET FOLDER: what it begins with.
seeds () {
  case $1 in
    event) for file in "$top"/samples/*/event.xml; do cp "$file" "$2/$(basename "$(dirname "$file")")"; done ;;
    journey)
      n=0
      for file in "$top"/tests/fixtures/*.xml "$top"/samples/paris-2026/event.xml; do
        n=$((n + 1))
        { printf '\%o\%o' "$((n % 3))" "$((n * 45))" | xargs -0 printf; cat "$file"; } > "$2/$n"
      done
      ;;
    theme) cp "$top"/lib/theme/*.theme "$2" ;;
    extract) "$program" agenda -q --embed-source -o "$2/seed.pdf" "$top/samples/paris-2026/event.xml" ;;
    impose) python3 "$top/tests/impose.py" make "$2" ;;
    content) printf 'q 1 0 0 1 0 0 cm 0 0 0 rg 0 0 1e-3 1e-3 re f BT /F 9 Tf (a) Tj ET BI /W 1 ID x EI Q\n' > "$2/seed" ;;
    image) find "$top/samples" "$top/tests/fixtures" -size -20k \( -name '*.svg' -o -name '*.png' -o -name '*.jpg' \) \
      -exec cp {} "$2" \; ;;
    schedule)
      n=0
      for file in frab.schedule.xml pretalx.schedule.json calendar.ics rfc6321.xcal sessionize-all.json opass.json; do
        { printf '\%o' "$n" | xargs -0 printf; cat "$top/tests/schedules/$file"; } > "$2/$file"
        n=$((n + 1))
      done
      ;;
    csv) cp "$top"/samples/tables/*.csv "$2" ;;
    xlsx)
      cp "$top/tests/fuzz/xlsx.seed" "$2"
      printf '<worksheet><row><c><is><t>%s</t></is></c></row><row><c t="str"><v>9:00</v></c><c t="str"><v>Tides</v></c></row></worksheet>' \
        '6 May 2031' > "$2/day"
      printf 'W<d><p><pPr><pStyle val="Title"/></pPr><r><t>Harbours</t></r></p><p><r><t>9:00 - 10:00</t><tab/><t>Tides</t></r></p>%s</d>' \
        '<p><r><t>Aino Aalto</t></r></p><p/><p><r><t>10:30 Winds</t></r></p><tbl><tr><tc><p><r><t>11:00</t></r></p></tc></tr></tbl>' \
        > "$2/text"
      ;;
    icc) find /usr/share/color/icc -size -30k -name '*.icc' -exec cp {} "$2" \; ;; # Ghostscript's, of all kinds
  esac
}

# weight TARGET: what makes whole documents tries a hundredth of what others do in the same time.
weight () {
  case $1 in theme | journey) echo 4 ;; *) echo 1 ;; esac
}

sum=0
for target in $targets; do
  sum=$((sum + $(weight "$target")))
done
status=0
for target in $targets; do
  share=$((seconds * $(weight "$target") / sum))
  [ "$share" -gt 0 ] || share=1
  corpus=$build/corpus/$target
  if [ ! -d "$corpus" ]; then
    mkdir "$corpus"
    seeds "$target" "$corpus"
    if [ -z "$(ls "$corpus")" ]; then
      echo "$target: there is nothing to begin with" >&2
      status=1
    fi
  fi
  log=$build/found/$target.log
  leaks=1
  # Other libraries lose some of a document, which is told only by stacks that take too long: unit tests look for those.
  case $target in theme | journey) leaks=0 ;; esac
  if ! LC_ALL=C.UTF-8 ASAN_OPTIONS=allocator_may_return_null=1:detect_leaks=$leaks LSAN_OPTIONS=suppressions="$top/tests/lsan.supp" \
    "$build/tests/fuzz/$target" -seed="${FUZZ_SEED:-0}" -max_total_time="$share" -timeout=20 -rss_limit_mb=3000 -max_len=30000 \
    -dict="$top/tests/fuzz/words.dict" -artifact_prefix="$build/found/$target-" -print_final_stats=1 "$corpus" \
    > "$log" 2>&1; then
    status=1
    echo "$target: see $log" >&2
    grep -E 'ERROR|SUMMARY|runtime error' "$log" | head -n 3 >&2
  fi
  printf '%-8s %8d inputs in %d s, %d found\n' "$target" \
    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -n 1)" "$share" \
    "$(find "$build/found" -name "$target-*" | wc -l)"
done
exit $status
