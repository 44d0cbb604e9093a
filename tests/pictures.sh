#!/bin/sh
# Enters: a build in which "make samples" has run; pdftoppm and ImageMagick's convert. Leaves: the pictures of README.md,
# drawn anew. To be run when the looks have changed.
set -eu
cd "$(dirname "$0")/.."
program=${PROGRAMME:-build/programme}
sample=samples/oecd-indigo-2024
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# picture FILE WIDTH LANGUAGES THEME:PAGE[:WAY]...: pages side by side, each so many pixels wide
picture () {
  file=$1
  width=$2
  languages=$3
  shift 3
  rm -f "$scratch"/*.png
  n=0
  for page; do
    n=$((n + 1))
    IFS=: read -r theme number way << end
$page
end
    "$program" "$piece" ${kinds:+"--kind=$kinds" --place=Foyer} ${people:+"--people=$people" --records=1} \
      --quiet --theme="$theme" --languages="$languages" ${way:+"--bilingual=$way"} \
      -o "$scratch/agenda.pdf" "$event"
    pdftoppm -png -singlefile -f "$number" -l "$number" -scale-to-x "$width" -scale-to-y -1 \
      "$scratch/agenda.pdf" "$scratch/$n"
  done
  join "$file"
}

# join FILE: the pictures that are there, side by side
join () {
  convert "$scratch"/*.png -bordercolor '#C4CAD2' -border 1 -bordercolor white -border 10 +append \
    -dither None -colors 48 -strip -define png:compression-level=9 -define png:compression-filter=0 "PNG8:$1"
}

kinds=
people=
piece=agenda
event=$sample/event.xml
picture "$sample/agenda.png" 620 en institutional:1 institutional:3
picture "$sample/themes.png" 410 en modern:1 modern:4 classic:4
picture "$sample/bilingual.png" 620 en,ko institutional:4:stacked institutional:4:parallel
piece=booklet
event=samples/lighthouse-2025/event.xml
picture samples/lighthouse-2025/booklet.png 260 en-GB institutional:1 institutional:8 institutional:9 institutional:30 institutional:40 institutional:44
people=samples/lighthouse-2025/delegates.csv
picture samples/lighthouse-2025/delegate.png 410 en-GB institutional:1 institutional:6 institutional:47
people=
piece=plates
picture samples/lighthouse-2025/plates.png 410 en-GB institutional:4 modern:22 classic:3
piece=cues
picture samples/lighthouse-2025/cues.png 410 en-GB,pt institutional:4 modern:5 classic:7
rm -f "$scratch"/*.png
"$program" badges --quiet --people=$sample/guests.csv --languages=en,ko --qr=vcard --sides=2 -o "$scratch/badges.pdf" $sample/event.xml
for page in 1 2 11 37 59; do
  pdftoppm -png -singlefile -f $page -l $page -scale-to-x 310 -scale-to-y -1 "$scratch/badges.pdf" "$scratch/$(printf %02d $page)"
done
join "$sample/badges.png"
rm -f "$scratch"/*.png
for kind in delegation:2 lectern:1 table:2; do
  "$program" plates --quiet --kind=${kind%:*} --people=$sample/guests.csv --languages=en,ko -o "$scratch/plates.pdf" $sample/event.xml
  pdftoppm -png -singlefile -f ${kind#*:} -l ${kind#*:} -scale-to-x 410 -scale-to-y -1 "$scratch/plates.pdf" "$scratch/${kind%:*}"
done
join "$sample/plates.png"
piece=signs
event=samples/lighthouse-2025/event.xml
rm -f "$scratch"/*.png
"$program" agenda --quiet --paper=A5 --theme=modern --languages=en-GB --date=2025-05-12 --profile=press \
  --output-intent=/usr/share/color/icc/ghostscript/default_cmyk.icc -o "$scratch/press.pdf" "$event"
"$program" impose "$scratch/press.pdf" --impose=saddle --sheet=SRA4 --caliper=0.1mm --date=2025-05-12 -o "$scratch/sheets.pdf"
for side in 1 4; do
  pdftoppm -png -singlefile -f $side -l $side -scale-to-x 620 -scale-to-y -1 "$scratch/sheets.pdf" "$scratch/$side"
done
join samples/lighthouse-2025/sheets.png
picture samples/lighthouse-2025/signs.png 410 en-GB,pt institutional:7 modern:3 classic:1
kinds=board,direction,notice
picture samples/lighthouse-2025/directions.png 410 en-GB,pt institutional:1 institutional:4 institutional:6
