#!/bin/sh
# Every word of a real programme stands in its PDF.
# Enters: samples/oecd-indigo-2024/event.xml, rendered here, and tests/seed-words.txt: its source's words, counted.
# Leaves: TAP. Run from the top folder; PROGRAMME names the command, THEMES the themes tried besides the default.

program=${PROGRAMME:-build/programme}
event=samples/oecd-indigo-2024/event.xml
words=tests/seed-words.txt
themes=${THEMES-institutional modern classic}

folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
test_number=0

# report STATUS TITLE: one line of TAP
report ()
{
  test_number=$((test_number + 1))
  if [ "$1" -eq 0 ]; then echo "ok $test_number - $2"; else echo "not ok $test_number - $2"; fi
}

# diagnose FILE: its lines as diagnostics
diagnose ()
{
  sed 's/^/# /' "$1"
}

# render PDF [OPTION...]: renders the event, and its text beside it as PDF.txt
render ()
{
  pdf=$1
  shift
  "$program" agenda "$event" "$@" -o "$pdf" >"$folder/log" 2>&1 \
    && pdftotext -raw -enc UTF-8 "$pdf" "$pdf.txt" >>"$folder/log" 2>&1
}

# missing TEXT MANNER: says which words stand in TEXT less often than they should ("counted": as often as in the
# source; "present": once); fails if there is one.
missing ()
{
  perl -CSD -Mutf8 -MUnicode::Normalize=NFKC -e '
    use strict;
    use warnings;

    my ($list, $text, $manner) = @ARGV;
    my %found;

    # The words of a text, told apart as the head of the list says.
    sub words
    {
      my ($s) = @_;
      $s =~ s/(?<!\d)(\d{1,2})[h:](\d\d)(?!\d)/sprintf " %02d:%s ", $1, $2/ge;
      $s =~ s/(?<=\d)\x{2013}(?=\d)/-/g;
      $s =~ s/(\d)\s+(st|nd|rd|th)\b/$1$2/g; # a raised ordinal is a piece of its own
      $s =~ s/\bmin\b/minutes/g;
      return grep { length } map { s/^\W+|\W+$//gr } split m{[\s/()\[\]"\x{2013}\x{201C}\x{201D}]+}, $s;
    }

    open my $in, "<", $text or die "$text: $!\n";
    my $s = do { local $/; <$in> };
    $s =~ s/\x{AD}/-/g; # before compatibility forms and invisible signs go
    $s = lc NFKC ($s);
    $s =~ s/\p{Cf}//g;
    $s =~ tr/\x{2018}\x{2019}\x{2010}\x{2011}/\x27\x27\-\-/;
    $found{$_}++ for words ($s);

    # A word broken over lines, at a hyphen of its own or at one that was put in. What follows is the next line, or
    # one soon after it where the page or the column ends.
    my @lines = split /[\n\f]+/, $s;
    for my $i (0 .. $#lines)
      {
        next unless $lines[$i] =~ /(\S+)-\s*$/;
        my $head = $1;
        for my $next (@lines[$i + 1 .. ($i + 8 < $#lines ? $i + 8 : $#lines)])
          {
            next unless $next =~ /^\s*(\S+)/;
            $found{$_}++ for words ("$head-$1"), words ("$head$1");
          }
      }

    my ($listed, $short) = (0, 0);
    open my $known, "<", $list or die "$list: $!\n";
    while (<$known>)
      {
        next if /^#|^\s*$/;
        my ($word, $count) = /^(\S+) (\d+)$/ or die "$list:$.: not a word and its count\n";
        my $wanted = $manner eq "counted" ? $count : 1;
        my $there = $found{$word} // 0;
        $listed++;
        next if $there >= $wanted;
        print "$word: wanted $wanted, found $there\n";
        $short++;
      }
    die "$list: no words\n" unless $listed;
    exit ($short > 0);
  ' "$words" "$1" "$2" >"$folder/missing" 2>&1
}

# proves NAME MANNER [OPTION...]: two tests, that the event renders and that its words are there
proves ()
{
  name=$1
  manner=$2
  shift 2
  render "$folder/$name.pdf" "$@"
  status=$?
  report $status "renders ($name)"
  if [ $status -ne 0 ]
  then
    diagnose "$folder/log"
    report 1 "every word of the source is in the PDF ($name): there is none"
    return
  fi
  missing "$folder/$name.pdf.txt" "$manner"
  status=$?
  report $status "every word of the source is in the PDF ($name, $manner)"
  [ $status -eq 0 ] || diagnose "$folder/missing"
}

proves default counted
for theme in $themes
do
  # Not counted: a theme need not say again what its cover has said (series, title, date, place).
  proves "$theme" present "--theme=$theme"
done
echo "1..$test_number"
