#!/usr/bin/perl
# Enters: a test program, and options for it. Leaves: a line of TAP for each of its cases, even if one ends the program:
# that case has failed, and those behind it run in another process. Scripts (*.t) run as they are.
use strict;
use warnings;

my ($program, @options) = @ARGV;
if ($program =~ /\.t$/) {
  exec $program or die "$program: $!\n";
}

# What is built with the sanitisers takes three times as long: its tests run in their quick form.
my $is_sanitised = $program =~ m{/asan/};
@options = () if $is_sanitised;
# The newer GLib of Debian 13 lists cases as comments of TAP.
# Random cases are the same each time, or those of TEST_SEED ("R02S" and 32 hexadecimal digits): a run that fails is told
# by its change, not by its luck.
my $seed = $ENV{TEST_SEED} || 'R02S' . '20310614' x 4;
my @left = map { m{^(?:# )?(/\S+)} ? $1 : () } split /\n/, `$program @options -l`;
die "$program does not list its cases\n" if $? != 0 || !@left;
$| = 1;
my $said = 0;

sub say_case {
  my ($ok, $name, $more) = @_;
  print $ok ? "" : "not ", "ok ", ++$said, " - $name$more\n";
}

# Runs the cases that are left up to where the program ends; gives whether the last that it told of has failed. What it
# says besides becomes a comment: "Bail out!", too, which would end all.
sub run_left {
  my $has_failed = 0;
  open my $tap, '-|', $program, '--tap', "--seed=$seed", @options, $said ? map { ('-p', $_) } @left : () or die "$program: $!\n";
  while (my $line = <$tap>) {
    if ($line =~ /^\s*(not )?ok \d+ (?:- )?(\/\S+)(.*)/ && grep { $_ eq $2 } @left) {
      my ($ok, $name, $more) = (!$1, $2, $3);
      @left = grep { $_ ne $name } @left;
      say_case $ok, $name, $more;
      $has_failed = !$ok;
    } elsif ($line !~ /^\s*1\.\.|^\s*# (random seed|Start of|End of|Subtest)|^TAP version|^Bail out!$/) {
      $line =~ s/^(?!#)(Bail out! )?/# /;
      print $line;
    }
  }
  return (close $tap, $has_failed);
}

# The sanitiser looks back a few calls where memory is asked for, which is quick, but what libraries leak cannot always be
# told from what we do by that. So where there is a leak it is asked once more, with all calls (ten times as long).
sub leaks_of_libraries_alone {
  local $ENV{ASAN_OPTIONS} = "$ENV{ASAN_OPTIONS}:fast_unwind_on_malloc=0";
  return $is_sanitised && system("$program --tap --seed=$seed >/dev/null") == 0;
}

while (1) {
  my ($ends_well, $has_failed) = run_left;
  my $status = $? & 127 ? 'signal ' . ($? & 127) : 'status ' . ($? >> 8);
  last if !@left && ($ends_well || $has_failed);
  if (!@left) {
    say_case 0, 'the end of the program', " ($status)" unless $ends_well || leaks_of_libraries_alone;
    last;
  }
  say_case 0, shift @left, " (it ended the program: $status)" unless $has_failed;
  last if !@left;
}
print "1..$said\n";
