#!/bin/sh
# A booklet for each of a list of people, by several processes or, with --sshlogin, machines that share a folder.
# Needs GNU parallel. Enters: an event, a list, a folder, into how many parts the list is divided.
# Leaves: the folder, the same to the byte as one process would have made it, and records.csv in it.
set -eu
event=$1 list=$2 folder=$3 parts=$4

# A date for all of them: files say when they were made. What is there already stays, so that a run that was broken off can be
# started again as it was.
date=${SOURCE_DATE_EPOCH:-$(date +%Y-%m-%d)}
seq "$parts" | parallel --halt soon,fail=1 \
  "${PROGRAMME:-programme}" booklet --quiet --people="$list" --date="$date" --resume --shard={}/"$parts" -o "$folder"/ "$event"
