#!/usr/bin/perl
# Enters: a JPEG, and a colour profile or nothing. Leaves: the same picture with that profile in place of its own.
use strict;
use warnings;

sub contents
{
  open my $file, "<:raw", $_[0] or die "$_[0]: $!\n";
  local $/;
  return scalar <$file>;
}

my ($picture, $profile) = @ARGV;
my $data = contents ($picture);
my $at = 2;
my $kept = "\xff\xd8";
if (defined $profile)
  {
    my @parts = unpack "(a65000)*", contents ($profile);
    $kept .= pack "CCna12CCa*", 0xff, 0xe2, 16 + length $parts[$_], "ICC_PROFILE\0", $_ + 1, scalar @parts, $parts[$_]
      for 0 .. $#parts;
  }
while (ord substr ($data, $at + 1, 1) != 0xda)
  {
    my $length = 2 + unpack "n", substr $data, $at + 2, 2;
    $kept .= substr $data, $at, $length if ord substr ($data, $at + 1, 1) != 0xe2;
    $at += $length;
  }
binmode STDOUT;
print $kept, substr $data, $at;
