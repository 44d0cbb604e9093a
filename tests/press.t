#!/bin/sh
# Enters: the command, and the profiles that come with Ghostscript. Leaves: whether its files for the press are what a
# printer needs: PDF/X-4 with boxes, bleed and marks, and black on the black plate alone.
# shellcheck disable=SC1111,SC2016 # the quotation marks of messages; what inner shells expand
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
top=$PWD
. tests/command.sh
profiles=/usr/share/color/icc/ghostscript
cmyk=$profiles/default_cmyk.icc
export SOURCE_DATE_EPOCH=1893456000

# press FILE ARGUMENT...: makes FILE for the press.
press () {
  file=$1
  shift
  writes "$file" agenda -q --cover=page --profile=press --output-intent="$cmyk" -o "$file" "$@"
}

# plates FILE PAGE: the page's plates, as ink() reads them
plates () {
  rm -f plate*.tif
  gs -q -dSAFER -dNOPAUSE -dBATCH -sDEVICE=tiffsep -r144 -sCompression=none "-dFirstPage=$2" "-dLastPage=$2" \
    -o plate.tif "$1" > log 2>&1
}

# ink most|least X Y WIDTH HEIGHT PATTERN: the percentage of cyan, magenta, yellow and black there, "C M Y K", matches
ink () {
  found=$(perl "$top/tests/plates.pl" "$1" plate "$2" "$3" "$4" "$5")
  echo "$found at $2 $3"
  printf '%s\n' "$found" | grep -qxE "$6"
}

# source FILE: its objects as text, streams decoded
source_of () {
  qpdf --qdf --object-streams=disable "$1" - | tr -d '\0'
}

# What is refused

room refusals
try 'the press without its profile' exits 2 '--profile=press needs --output-intent=FILE.icc.*texlive-base' \
  agenda --profile=press event.xml
try 'a profile without the press' exits 2 '--output-intent goes with --profile=press: ' \
  agenda --output-intent="$cmyk" event.xml
try 'a picture for the press' exits 2 '--profile=press goes with --format=pdf: ' \
  agenda --profile=press --output-intent="$cmyk" --format=png event.xml
try 'an unknown profile' exits 2 '--profile takes accessible, press or plain, not “web”' agenda --profile=web event.xml
# intent FILE PATTERN: FILE is no output intent, and it is said why.
intent () {
  try "$1 is no output intent" exits 2 "$2" agenda --profile=press --output-intent="$1" event.xml
}
intent none.icc '^programme: none.icc: cannot be read: No such file'
intent event.xml '^programme: event.xml: this is no ICC profile; expected the CMYK profile of a printing press'
intent $profiles/srgb.icc 'srgb.icc: this ICC profile is of a screen; expected the CMYK'
intent $profiles/lab.icc 'lab.icc: this ICC profile is of a colour space; expected the CMYK'
head -c 1000 "$cmyk" > cut.icc
intent cut.icc 'cut.icc: this ICC profile is damaged: it has 1000 bytes and says that it has [0-9]+$'
try 'nothing was written' leaves event.xml cut.icc -- true
cp "$cmyk" own.icc
ln own.icc other-name
try 'the output would replace the profile' exits 3 'would replace own.icc itself' agenda -q --profile=press \
  --output-intent=own.icc -o other-name event.xml
try 'and has not' cmp "$cmyk" own.icc
try 'paper that fills a PDF has no room for marks' exits 2 'the sheet would be 14457 x 1094 points.*smaller paper' \
  agenda -q --profile=press --output-intent="$cmyk" --paper=14400x1000pt event.xml
printf '[theme]\nextends = modern\n[page]\nbleed = much\n' > own.theme
try 'a bleed that is no length' exits 2 '^own.theme:4:9: error: bleed: .*“much”' agenda -t own.theme event.xml

# word FILE PAGE WORD: where it stands first on that page: x, y, width, height
word () {
  pdftotext -bbox -f "$2" -l "$2" "$1" - | tr -d '"' |
    sed -n "s/.*xMin=\([0-9.]*\) yMin=\([0-9.]*\) xMax=\([0-9.]*\) yMax=\([0-9.]*\)>$3<.*/\1 \2 \3 \4/p" |
    awk 'NR == 1 { print $1, $2, $3 - $1, $4 - $2 }'
}

# black FILE PAGE WORD: the word is there, in black ink alone: black, or a grey.
black () {
  # shellcheck disable=SC2046 # four numbers
  ink most $(word "$1" "$2" "$3") '0 0 0 [1-9][0-9]*'
}

# Boxes: A4 is 595.276 x 841.890. Around it are the bleed of 3 mm, 1 mm of white, marks of 5 mm, 1 mm of white:
# 28.346 beside it; above and below two lines of 8 pt and 1 mm more: 47.181

room boxes
event 'Harbours of the Future' '<title xml:lang="fr">Les ports</title>' '<break kind="coffee" start="10:00" end="10:30"/>'
sed -i 's/languages="en"/languages="en fr"/' event.xml
try 'a file for the press' press press.pdf -t modern event.xml
# box NAME WANTED
box () {
  is "$(pdfinfo -box -f 1 -l 9 press.pdf | sed -n "s/^Page *[0-9]* $1: *//p" | tr -s ' ' | LC_ALL=C sort -u)" "$2"
}
try 'MediaBox' box MediaBox '0.00 0.00 651.97 936.25'
try 'BleedBox' box BleedBox '19.84 38.68 632.13 897.57'
try 'TrimBox' box TrimBox '28.35 47.18 623.62 889.07'
printf '[theme]\nextends = modern\n[page]\nbleed = 5mm\n' > own.theme
try 'a bleed of 5 mm' press wide.pdf -t own.theme event.xml
try 'is wider by 2 mm on each side' is "$(pdfinfo -box wide.pdf | sed -n 's/^MediaBox: *//p' | tr -s ' ')" \
  '0.00 0.00 663.31 947.59'
"$program" agenda -q --cover=page -t modern -o screen.pdf event.xml
try 'on the screen there is the page alone' is "$(info screen.pdf 'Page size')" '595.276 x 841.89 pts (A4)'

# PDF/X-4

try 'qpdf has nothing against it' qpdf --check press.pdf
try 'its version is 1.6' is "$(info press.pdf 'PDF version')" 1.6
source_of press.pdf > source
for key in Annots Outlines StructTreeRoot OpenAction AA Names JavaScript Encrypt; do
  try "it has no $key" sh -c '! grep -qw "/$1" source' - $key
done
try 'it is of the press' grep -q '/S /GTS_PDFX$' source
try 'whose profile is embedded, to the byte' sh -c '
  number=$(sed -n "s|.*/DestOutputProfile \([0-9]*\) 0 R.*|\1|p" source)
  qpdf --qdf --object-streams=disable press.pdf plain.pdf
  qpdf --show-object="$number" --filtered-stream-data plain.pdf | cmp - "$1"' - "$cmyk"
try 'and named' grep -q '/OutputConditionIdentifier (Artifex CMYK SWOP Profile)' source
try 'Trapped' grep -q '/Trapped /False' source
try 'it has an identifier' grep -qE '/ID \[<[0-9a-f]{32}><[0-9a-f]{32}>\]' source
try 'XMP can be read without decoding it' grep -aq '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>' press.pdf
sed -n '/<?xpacket begin/,/<?xpacket end/p' press.pdf | sed '1s/^.*<?xpacket/<?xpacket/' > xmp
try 'it is well-formed' xmllint --noout --nonet xmp
try 'its dates' is "$(grep -cE '<xmp:(Create|Modify|Metadata)Date>2030-01-01T00:00:00Z<' xmp)" 3
try 'those of Info' is "$(info press.pdf CreationDate), $(info press.pdf ModDate)" \
  'Tue Jan  1 00:00:00 2030 UTC, Tue Jan  1 00:00:00 2030 UTC'
try 'the title, in both' grep -q '<rdf:li xml:lang="x-default">Harbours of the Future</rdf:li>' xmp
try 'of Info' is "$(info press.pdf Title)" 'Harbours of the Future'
try 'Creator and Producer' is "$(info press.pdf Creator), $(info press.pdf Producer)" \
  "$("$program" --version), $("$program" --version)"
try 'all fonts are embedded' sh -c '
  pdffonts press.pdf | awk "NR > 2 { n++; if (\$(NF - 4) != \"yes\") bad = 1 } END { exit bad || n < 2 }"'
try 'all of the text is there' in_order press.pdf 'Harbours of the Future' 'Monday 5 May' Welcome 'Coffee break'
cp press.pdf first.pdf
try 'the same input' press press.pdf -t modern event.xml
try 'gives the same bytes' cmp first.pdf press.pdf
try 'another edition' press fr.pdf -t modern -l fr event.xml
try 'has its own title' grep -aq '<rdf:li xml:lang="fr">Les ports</rdf:li>' fr.pdf

# The slug line, below the page

slug () {
  pdftotext -f "$1" -l "$1" -x 0 -y 890 -W 652 -H 46 press.pdf - | tr -s '\n\f ' ' '
}
try 'the slug says title, page and date' is "$(slug 1)" 'Harbours of the Future · 1/2 · 2030-01-01 00:00 UTC '
try 'on each page' is "$(slug 2)" 'Harbours of the Future · 2/2 · 2030-01-01 00:00 UTC '

# Ink. Trimmed, the page reaches from 28.35 to 623.62 and from 47.18 to 889.07; marks begin 11.34 outside, 25.51 they end.

# no_rgb FILE: no operator says in RGB what is black or grey.
no_rgb () {
  source_of "$1" > source
  grep -qE '^([^%].* )?[0-9.]+ g' source && ! grep -aE '(^| )([0-9.]+) \2 \2 (rg|RG)( |$)' source
}
try 'no black or grey is RGB' no_rgb press.pdf
try 'each state that is saved is restored' is "$(tr ' ' '\n' < source | grep -acx q)" \
  "$(tr ' ' '\n' < source | grep -acx Q)"
try 'all other RGB is sRGB' sh -c '
  pages=$(grep -c "/Type /Page$" source) && test "$(grep -c "/DefaultRGB \[" source)" -ge "$pages"'
try 'no group is blended in RGB' sh -c '! grep -q "/CS /DeviceRGB" source'
plates press.pdf 2
try 'a title is black alone' black press.pdf 2 Welcome
try 'so is the slug' ink most 28 917 300 14 '0 0 0 100'
# At the lower left corner: x 28.35, y 889.07. Lines are 0.25 wide: a pixel holds half of that, or all.
try 'a crop mark is on all plates' ink most 27.5 901 1.5 12 '100 100 100 100'
try 'another' ink most 3 888 13 1.5 '100 100 100 100'
try 'it does not reach into the bleed' ink most 20 889.5 12 10.5 '0 0 0 0'
try 'nor further than its 5 mm' ink most 26 916 1.5 10 '0 0 0 0'
try 'a bleed mark' ink most 19 901 1.5 7 '100 100 100 100'
try 'which is shorter' ink most 19 911 1.5 4 '0 0 0 0'
for corner in '27.5 24' '622.5 24' '622.5 901'; do
  # shellcheck disable=SC2086 # two numbers
  try "the corner at $corner" ink most $corner 2 10 '100 100 100 100'
done
for target in '319 20' '319 900' '3 461' '630 461'; do
  # shellcheck disable=SC2086 # two numbers
  try "the target at $target" ink most $target 14 14 '100 100 100 100'
done
try 'a page without a background has a margin without ink' ink most 20 39 8 100 '0 0 0 0'
# The break: a band of the theme's fill, #FAEEEB, as high as its words and more.
band=$(word press.pdf 2 Coffee | cut -d' ' -f2)
try 'the band of a break bleeds to the left' ink least 20.5 "$band" 8 4 '[0-9]+ [1-9][0-9]* [0-9]+ 0'
try 'and to the right' ink least 623.5 "$band" 8 4 '[0-9]+ [1-9][0-9]* [0-9]+ 0'
try 'and no further' ink most 632.5 "$band" 3 4 '0 0 0 0'
plates press.pdf 1
for side in '20.5 39.5 610 7' '20.5 890 610 7' '20.5 39.5 7 857' '624.5 39.5 7 857'; do
  # shellcheck disable=SC2086 # four numbers
  try "the cover bleeds at $side" ink least $side '[0-9]+ [89][0-9] [0-9]+ [0-9]+'
done
try 'and no further' ink most 60 36 200 2 '0 0 0 0'

# Themes whose black is not quite black

for theme in institutional classic; do
  try "for the press: $theme" press press.pdf -t $theme event.xml
  try 'no black or grey is RGB' no_rgb press.pdf
  plates press.pdf 2
  try 'its text is black alone' black press.pdf 2 Welcome
  try 'and all of it black' ink most 28 48 595 841 '[0-9]+ [0-9]+ [0-9]+ 100'
  try 'that of a break, too, which is grey' black press.pdf 2 Coffee
done

# Pictures: greys as shadings and forms, colours, and pixels

room pictures
"$program" agenda -q --cover=page --format=png --dpi=20 --pages=1 -t modern -o pixels.png event.xml
cat > grey.svg <<'END'
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">
  <defs>
    <linearGradient id="grey"><stop offset="0" stop-color="#000"/><stop offset="0.5" stop-color="#777"/>
      <stop offset="1" stop-color="#aaa"/></linearGradient>
    <pattern id="lines" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="2" height="4"/></pattern>
  </defs>
  <rect width="40" height="13" fill="url(#grey)"/>
  <rect y="13" width="40" height="13" fill="url(#lines)"/>
  <text x="2" y="12" font-size="12">Port</text><text x="2" y="24" font-size="12" fill="#0a0a0a">Quay</text>
  <g opacity="0.5"><rect y="26" width="40" height="14"/><rect y="30" width="20" height="10" fill="#333"/></g>
</svg>
END
sed 's/#777/#d22/' grey.svg > red.svg
event 'Harbours' '<logo src="grey.svg" alt="Greys"/>'
try 'an SVG of greys' press press.pdf event.xml
try 'no black or grey is RGB' no_rgb press.pdf
try 'nor is a shading' sh -c '! grep -qE "/ColorSpace /DeviceRGB|/C[01] \[ *[0-9.]+ +[0-9.]+ +[0-9.]+" source'
try 'which there is' grep -q /ShadingType source
plates press.pdf 1
try 'it is black alone' ink most 86 100 38 38 '0 0 0 100'
event 'Harbours' '<logo src="red.svg" alt="Red"/>'
try 'one of colours' press press.pdf event.xml
source_of press.pdf > source
try 'is sRGB' sh -c 'grep -q /ShadingType source && ! grep -q "/ColorSpace /DeviceRGB" source'
plates press.pdf 1
try 'and is red in print, in its middle' ink least 104 104 2 2 '[12][0-9] ([89][0-9]|100) ([89][0-9]|100) [0-9]'
event 'Harbours' '<logo src="pixels.png" alt="A cover"/>'
try 'a picture of pixels' press press.pdf event.xml
source_of press.pdf > source
try 'is in inks' sh -c 'grep -q "/ColorSpace /DeviceCMYK" source && ! grep -q "/ColorSpace /DeviceRGB" source'

# Effects are pixels: fine ones

cat > effects.svg <<'END'
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">
  <filter id="shadow"><feGaussianBlur in="SourceAlpha" stdDeviation="1"/><feOffset dx="2" dy="2"/>
    <feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter>
  <linearGradient id="fade"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>
  <mask id="mask"><rect width="40" height="40" fill="url(#fade)"/></mask>
  <rect width="16" height="40" filter="url(#shadow)"/>
  <rect x="20" width="20" height="20" mask="url(#mask)"/>
  <rect x="20" y="24" width="20" height="16"/>
</svg>
END
event 'Harbours' '<logo src="effects.svg" alt="A shadow"/>'
try 'an SVG with a filter and a mask' press press.pdf event.xml
# fine FILE: its pictures have 450 pixels to the inch, and there are some
fine () {
  pdfimages -list "$1" | tee list
  awk 'NR > 2 { n++; if ($13 < 449 || $14 < 449) bad = 1 } END { exit bad || n < 2 }' list
}
try 'they are fine' fine press.pdf
plates press.pdf 1
try 'and black alone' ink most 70 90 70 70 '0 0 0 100'
try 'there is a shadow' ink least 105 120 1 1 '0 0 0 [1-9][0-9]?'
try 'for the screen' writes screen.pdf agenda -q --cover=page -o screen.pdf event.xml
try 'they are fine, too' fine screen.pdf

# Pictures of four patches: what their colours are on the plates

room patches
# patches DEVICE FILE COLOUR COLOUR COLOUR COLOUR: a JPEG, its colours as PostScript says them, in the order of reading
patches () {
  echo "$3 0 20 20 20 rectfill $4 20 20 20 20 rectfill $5 0 0 20 20 rectfill $6 20 0 20 20 rectfill showpage" > p.ps
  gs -q -dSAFER -dNOPAUSE -dBATCH "-sDEVICE=$1" -dJPEGQ=100 -r360 -g200x200 -o "$2" p.ps > log 2>&1
}

# logo_plates FILE: an event with that logo, for the press, and the plates of its cover
logo_plates () {
  event 'Harbours' "<logo src=\"$1\" alt=\"Four patches\"/>"
  press press.pdf event.xml && plates press.pdf 1
}

# patch most|least COLUMN ROW PATTERN: the ink of a patch of the logo
patch () {
  ink "$1" $((71 + 24 * $2)) $((91 + 24 * $3)) 2 2 "$4"
}

patches jpegcmyk own.jpg '1 0 0 0 setcmykcolor' '0 0 0 1 setcmykcolor' '.2 .8 .6 .1 setcmykcolor' '0 0 0 .5 setcmykcolor'
perl "$top/tests/profile.pl" own.jpg > none.jpg
perl "$top/tests/profile.pl" own.jpg $profiles/ps_cmyk.icc > other.jpg
for file in own none; do
  try "inks of a picture with the profile: $file" logo_plates $file.jpg
  try 'cyan stays cyan' patch most 1 1 '100 0 0 0'
  try 'black stays black' patch most 2 1 '0 0 0 100'
  try 'a mixture stays as it is' patch most 1 2 '(19|20|21) (79|80|81) (59|60|61) (9|10|11)'
  try 'half of black, too' patch most 2 2 '0 0 0 (49|50|51)'
done
try 'inks of another profile' logo_plates other.jpg
try 'black stays black' patch most 2 1 '0 0 0 100'
try 'a tone of it is still black alone' patch most 2 2 '0 0 0 [3-6][0-9]'
try 'a mixture is another one now' patch most 1 2 '([0-9]|1[0-7]|2[3-9]|[3-9][0-9]) [0-9]+ [0-9]+ [0-9]+'
"$program" agenda -q --cover=page -o screen.pdf event.xml
try 'screens get no inks' sh -c 'qpdf --qdf --object-streams=disable screen.pdf - | grep -aq "/Subtype /Image" &&
  ! qpdf --qdf --object-streams=disable screen.pdf - | grep -aq DeviceCMYK'

# A photograph: what lcms2 makes of its colours, and what is on the plates

# Four colours as PostScript says them
rgb=
for colour in '20 150 130' '230 180 90' '90 40 20' '40 60 160'; do
  rgb="$rgb|$(echo "$colour" | awk '{ print $1 / 255, $2 / 255, $3 / 255, "setrgbcolor" }')"
done
IFS='|' read -r _ one two three four << end
$rgb
end
patches jpeg told.jpg "$one" "$two" "$three" "$four"
perl "$top/tests/profile.pl" told.jpg > rgb.jpg
perl "$top/tests/profile.pl" told.jpg $profiles/a98.icc > wide.jpg

# near PROFILE COLUMN ROW COLOUR: the inks of a patch are no further from what lcms2 makes of that than Delta E 2
near () {
  found=$(perl "$top/tests/plates.pl" most plate $((71 + 24 * $2)) $((91 + 24 * $3)) 2 2)
  wanted=$(echo "$4" | transicc -n -t1 -b "-i$1" "-o$cmyk")
  printf '%s\n' "$found" "$wanted" | transicc -n -t1 "-i$cmyk" '-o*Lab' > lab
  echo "$found; lcms2 says $wanted"
  awk 'NF >= 3 { n++; l[n] = $1; a[n] = $2; b[n] = $3 }
    END { d = sqrt((l[1] - l[2]) ^ 2 + (a[1] - a[2]) ^ 2 + (b[1] - b[2]) ^ 2); print d; exit n != 2 || d > 2 }' lab
}
for pair in 'rgb *sRGB' "wide $profiles/a98.icc"; do
  profile=${pair#* }
  try "a photograph: ${pair%% *}" logo_plates "${pair%% *}.jpg"
  try 'green' near "$profile" 1 1 '20 150 130'
  try 'orange' near "$profile" 2 1 '230 180 90'
  try 'brown' near "$profile" 1 2 '90 40 20'
  try 'blue' near "$profile" 2 2 '40 60 160'
done
patches png16m within.png "$one" "$two" "$three" "$four"
cat > within.svg <<END
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">
  <image width="40" height="40" href="data:image/png;base64,$(base64 -w 0 within.png)"/>
</svg>
END
try 'a picture in an SVG' logo_plates within.svg
try 'green' near '*sRGB' 1 1 '20 150 130'
try 'blue' near '*sRGB' 2 2 '40 60 160'
gs -q -dSAFER -dNOPAUSE -dBATCH -sDEVICE=jpeg -r36 -g20x20 -o coarse.jpg p.ps > log 2>&1
event 'Harbours' '<logo src="coarse.jpg" alt="Four patches"/>'
try 'a picture of few pixels is told of' exits 0 'has 29 pixels to the inch.*from 150 on.*use one of 101 x 101' \
  agenda --cover=page --profile=press --output-intent="$cmyk" -o press.pdf event.xml
patches jpeggray told.jpg '0 setgray' '.5 setgray' '1 setgray' '.25 setgray'
perl "$top/tests/profile.pl" told.jpg > grey.jpg
try 'a grey picture' logo_plates grey.jpg
try 'has black that is black alone' patch most 1 1 '0 0 0 100'
try 'and a grey' patch most 2 1 '0 0 0 (49|50|51)'
try 'and white' patch most 1 2 '0 0 0 0'
try 'and a darker grey' patch least 2 2 '0 0 0 (74|75|76)'
try 'a grey picture with a profile' logo_plates told.jpg
try 'is as light as that says, in black' patch most 2 1 '0 0 0 (59|60|61)'

# The samples, in all their languages

room samples
for event in "$top"/samples/*/event.xml; do
  sample=${event%/event.xml}
  # shellcheck disable=SC2013 # they are words
  for language in $(sed -n 's/.*<programme .*languages="\([^"]*\)".*/\1/p' "$event"); do
    try "${sample##*/} in $language" press press.pdf -t modern -l "$language" "$event"
    try 'has nothing against it' qpdf --check press.pdf
    try 'and no black or grey in RGB' no_rgb press.pdf
  done
done
finish
