#!/bin/sh
# Enters: the command, how often, a folder that is not there yet. Leaves: whether booklets of forty people that are killed at random
# moments so often, and then taken up again, are what they are undisturbed, byte for byte, and none of them is ever there in part.
set -u
program=$1
most=$2
folder=$3
mkdir -p "$folder" && cd "$folder" || exit 1
cat > event.xml << 'END'
<programme version="1" languages="en"><event><title>Harbours</title></event><agenda><day date="2031-05-05">
<session id="tides" start="09:00" end="10:00"><title>Tides</title><abstract><p>Of water.</p></abstract></session>
</day></agenda></programme>
END
{
  echo id,name,sessions
  for i in $(seq 1 40); do
    echo "$i,Guest $i,tides"
  done
} > list.csv

# make FOLDER: all of them
make () {
  "$program" booklet -q event.xml --people=list.csv --date=2031-01-01 --resume -o "$1/" 2> "$1.log"
}

# sums FOLDER: of its files
sums () {
  (cd "$1" && sha256sum ./*)
}
start=$(date +%s%N)
make undisturbed || { cat undisturbed.log; exit 1; }
whole=$(($(date +%s%N) - start)) # nanoseconds
sums undisturbed > wanted
kills=0
round=0
while [ "$kills" -lt "$most" ]; do
  # A moment within the run: of the first, in which more is to be done, or of one that is taken up again.
  moment=$(awk -v whole="$whole" -v seed="$kills$round" 'BEGIN { srand(seed); printf "%.4f", rand() * whole / 1e9 }')
  round=$((round + 1))
  timeout -s KILL "$moment" "$program" booklet -q event.xml --people=list.csv --date=2031-01-01 --resume -o made/ 2> killed.log
  case $? in
    137) kills=$((kills + 1)) ;;
    0) rm -r made ;;
    *) cat killed.log; exit 1 ;;
  esac
  for file in made/*.pdf; do
    [ ! -e "$file" ] || tail -c 6 "$file" | grep -q '%%EOF' || { echo "$file is there in part after $moment s"; exit 1; }
  done
  # Whatever was broken off a while ago is finished, too.
  if [ $((kills % 5)) -eq 4 ] || [ "$kills" -eq "$most" ]; then
    make made || { cat made.log; exit 1; }
    sums made | cmp - wanted || { echo "other bytes after $kills kills"; exit 1; }
    rm -r made
  fi
done
