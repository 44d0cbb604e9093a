#!/usr/bin/perl
# Enters: most or least; a name, whose plates are the pictures "NAME(Cyan).tif" and so on, uncompressed and of 144 dots to
# the inch, as Ghostscript's tiffsep writes them; and a rectangle in points from the upper left: x, y, width, height.
# Leaves: how much ink there is on the plates for cyan, magenta, yellow and black, in percent: where in the rectangle it is
# most, or least.
use strict;
use warnings;

my ($which, $name, @rectangle) = @ARGV;
my ($left, $top, $width, $height) = map { int ($_ * 2 + 0.5) } @rectangle;

# The numbers that a tag of the file has: 16 or 32 bits each, in the tag or where it points.
sub values_of
{
  my ($data, $type, $count, $at) = @_;
  my $size = $type == 3 ? 2 : 4;
  my $from = $count * $size <= 4 ? $at : unpack "V", substr $$data, $at, 4;
  return unpack +($size == 2 ? "v" : "V") . $count, substr $$data, $from, $count * $size;
}

sub read_plate
{
  my ($plate) = @_;
  my $path = "$name($plate).tif";
  open my $file, "<:raw", $path or die "$path: $!\n";
  local $/;
  my $data = <$file>;
  my $directory = unpack "x4V", $data;
  my %tags;
  for my $i (0 .. unpack ("v", substr $data, $directory, 2) - 1)
    {
      my $at = $directory + 2 + 12 * $i;
      my ($tag, $type, $count) = unpack "vvV", substr $data, $at, 8;
      $tags{$tag} = [values_of (\$data, $type, $count, $at + 8)] if $type == 3 || $type == 4;
    }
  die "$path: compressed\n" if $tags{259}[0] != 1;
  my ($offsets, $sizes) = @tags{273, 279};
  my $pixels = join "", map { substr $data, $offsets->[$_], $sizes->[$_] } 0 .. $#$offsets;
  return ($tags{256}[0], $pixels);
}

my @ink;
for my $plate ("Cyan", "Magenta", "Yellow", "Black")
  {
    my ($stride, $pixels) = read_plate ($plate);
    my $found;
    for my $y ($top .. $top + $height - 1)
      {
        for my $pixel (unpack "C$width", substr $pixels, $y * $stride + $left, $width)
          {
            my $ink = 100 - int ($pixel / 2.55 + 0.5);
            $found = $ink if !defined $found || ($which eq "most" ? $ink > $found : $ink < $found);
          }
      }
    push @ink, $found;
  }
print "@ink\n";
