#!/usr/bin/perl
# Enters: a date, and the public headers. Leaves: libprogramme(3) on standard output, which is what their comments say.
# A function without a comment, a parameter without a word and a comment without "Since:" are faults, and then there is
# no page.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my ($date, @headers) = @ARGV;
@headers or die "usage: reference.pl DATE HEADER...\n";
my $faults = 0;

# Of an annotation in parentheses a reader needs to know who frees what, and what may be NULL; the rest is for bindings.
my %returned = ('transfer full' => 'The caller frees it.',
                'transfer container' => 'The caller frees the list, and not what is in it.');
my %given = ('transfer full' => 'It is consumed.', out => 'Set by the call.');

# text WORDS: lines of mdoc, a sentence each, in which constants, parameters, functions and types are marked.
sub text {
  my @lines = ('');
  for my $word (split ' ', join ' ', @_) {
    my ($open, $mark, $name, $call, $close, $rest)
      = $word =~ /^([(\[]*)([%@#]?)(\w+)((?:\(\d?\))?)([.,:;?!)\]]*)(.*)$/;
    my $macro = !defined $name ? '' : $mark eq '%' ? "Dv $name" : $mark eq '@' ? "Fa $name" : $mark eq '#' ? "Vt $name"
      : $call =~ /\d/ ? "Xr $name " . $call =~ tr/()//dr : $call ne '' ? "Fn $name" : '';
    if ($macro ne '') {
      $macro =~ s/ (.*)/ $open $1/ if $open ne '';
      $macro .= join '', map { " $_" } split //, $close;
      push @lines, ".$macro" . ($rest ne '' ? " Ns \\&$rest" : ''), '';
    } else {
      $word =~ s/\\/\\e/g;
      $lines[-1] .= ($lines[-1] eq '' ? '' : ' ') . $word;
      push @lines, '' if $word =~ /\w[)"]*[.?!]$/;
    }
  }
  return map { s/^(['.])(?![A-Z][a-z] )/\\&$1/r . "\n" } grep { $_ ne '' } @lines;
}

# annotated WORDS MEANINGS: the words without annotations, and what these mean.
sub annotated {
  my ($words, $meanings) = @_;
  my $annotations = $words =~ s/^((?:\([^)]*\)\s*)+):\s*// ? $1 : '';
  my @meant = map { $meanings->{$_} // () } $annotations =~ /\(([^)]*)\)/g;
  push @meant, 'It may be %NULL.' if $annotations =~ /\((?:nullable|optional)\)/ && $words !~ /%NULL/;
  return ($words, @meant);
}

# read_comment TEXT: its name, its parameters or values in their order, paragraphs, what is returned, since when.
sub read_comment {
  my ($comment) = @_;
  $comment =~ s/^[ ]?\*[ ]?//mg;
  my ($name, $rest) = $comment =~ /\A\s*(\w+):\s*\n(.*)\z/s or return undef;
  my %said = (name => $name, params => [], about => [], returns => '', since => '');
  my $to;
  for my $line (split /\n/, $rest) {
    if ($line =~ /^\@(\w+):\s*(.*)/) {
      push @{$said{params}}, [$1, $2];
      $to = \$said{params}[-1][1];
    } elsif ($line =~ /^Returns:\s*(.*)/) {
      $said{returns} = $1;
      $to = \$said{returns};
    } elsif ($line =~ /^Since:\s*(\S+)/) {
      $said{since} = $1;
    } elsif ($line =~ /^\s*$/) {
      $to = undef;
    } else {
      if (!$to) {
        push @{$said{about}}, '';
        $to = \$said{about}[-1];
      }
      $$to .= ($$to eq '' ? '' : ' ') . $line =~ s/^\s+//r;
    }
  }
  return \%said;
}

# page SAID MACRO: what a comment says, with a list of parameters or values that the macro marks.
sub page {
  my ($said, $macro) = @_;
  my @page = map { (".Pp\n", text($_)) } @{$said->{about}};
  my @items = map {
    my ($words, @meant) = annotated($_->[1], \%given);
    (".It $macro $_->[0]\n", text($words . (@meant ? '.' : ''), @meant))
  } @{$said->{params}};
  push @page, ".Bl -tag -width Ds\n", @items, ".El\n" if @items;
  if ($said->{returns} ne '') {
    my ($words, @meant) = annotated($said->{returns}, \%returned);
    push @page, ".Pp\n", text("Returns $words.", @meant);
  }
  return (@page, ".Pp\n", "Since $said->{since}.\n");
}

# signature TYPE NAME PARAMETERS: a function as C has it.
sub signature {
  my ($type, $name, $params) = @_;
  return (".Ft $type\n", ".Fo $name\n", (map { ".Fa \"$_\"\n" } split /,\s*/, $params), ".Fc\n");
}

sub fault {
  my ($header, $words) = @_;
  warn "$header: $words\n";
  $faults++;
}

# match HEADER SAID PARAMETERS: each parameter is explained, in its order, and each explanation has one.
sub match {
  my ($header, $said, $params) = @_;
  my $wanted = join ' ', $params eq 'void' ? () : map { /(\w+)$/ } split /,\s*/, $params;
  my $found = join ' ', map { $_->[0] } @{$said->{params}};
  fault($header, "$said->{name} explains “$found”, not “$wanted”") if $wanted ne $found;
}

# gtype NAME SOURCE: what tells a type's GType.
sub gtype {
  my ($name, $source) = @_;
  my $function = lc($name =~ s/(?<=[a-z])(?=[A-Z])/_/gr) . '_get_type';
  my ($macro) = $name =~ /[a-z]/ ? $source =~ /^#define (\w+) \($function \(\)\)$/m : ();
  return () if !$macro;
  return (".Pp\n", text("Its type is %$macro, which is $function()."));
}

# entry HEADER SAID CODE SOURCE: a part of the page for what comes after a comment.
sub entry {
  my ($header, $said, $code, $source) = @_;
  my $name = $said->{name};
  fault($header, "$name has no “Since:”") if $said->{since} eq '';
  if ($code =~ /^(?:PROGRAMME_API|typedef) ([\w *]+?) ?(?:\(\*)?\b$name\)? \(([^)]*)\)/) {
    my ($type, $params) = ($1, $2);
    match($header, $said, $params);
    fault($header, "$name says what it returns and returns nothing, or the other way round")
      if ($type eq 'void') ne ($said->{returns} eq '');
    return (".Ss $name\n", signature($type, $name, $params), page($said, 'Fa'));
  }
  my $kind = $code =~ /^#define (?!\w+_TYPE_)/ ? '.Fd #define' : $code =~ /^struct/ ? '.Vt struct' : '.Vt typedef';
  return (".Ss $name\n", "$kind $name\n", page($said, $kind =~ /typedef/ ? 'Dv' : 'Fa'), gtype($name, $source));
}

# section PATH: what a header has, in its order. Functions that give types are told with the types.
sub section {
  my ($path) = @_;
  open my $file, '<', $path or die "$path: $!\n";
  my $source = do { local $/; <$file> };
  my ($name) = $path =~ m{([^/]+)\.h$};
  my ($about) = $source =~ m{\A/\*(.*?)\*/}s;
  my @lines = (".Sh \U$name\n", ".In programme/$name.h\n", ".Pp\n", text($about));
  my %told;
  while ($source =~ m{/\*\*\n(.*?)\*/\n(.*?)(?=\n\n|\z)}sg) {
    my ($comment, $code) = ($1, $2);
    $code =~ s/\s+/ /g;
    my $said = read_comment($comment) or next;
    $told{$said->{name}} = 1;
    push @lines, entry($path, $said, $code, $source);
  }
  while ($source =~ /^PROGRAMME_API\s[^;(]*?(\w+) \(/mg) {
    my $function = $1;
    fault($path, "$function has no comment") if !$told{$function} && $function !~ /_get_type$|^G_DECLARE/;
  }
  return @lines;
}

my @sections = map { section($_) } @headers;
exit 1 if $faults;
print <<"END", @sections, <<'END';
.\\" Enters: the comments of the public headers, by lib/reference.pl. Leaves: the reference of the library.
.Dd $date
.Dt LIBPROGRAMME 3
.Os
.Sh NAME
.Nm libprogramme
.Nd typeset the programmes of events
.Sh SYNOPSIS
.In programme/programme.h
.Pp
.Dl cc \$(pkg-config --cflags programme) file.c \$(pkg-config --libs programme)
.Sh DESCRIPTION
An event, which
.Xr programme 5
describes, is read from its XML, and becomes documents, each a printed piece of it in a theme.
Each section below is one header; the one above includes them all, but for
.In programme/import.h
and
.In programme/export.h ,
whose calls are those of a library of its own.
.Pp
Lengths are points, from the upper left corner.
Strings are UTF-8, paths as the file system has them.
What a function returns stays the library's unless it says that the caller frees it: strings with
.Fn g_free ,
lists of strings with
.Fn g_strfreev ,
and what is counted with the
.Fn unref
of its type.
A function that can fail takes a
.Vt GError
last, which may be
.Dv NULL .
Faults in an event are no failures but findings in a report.
END
.Sh SEE ALSO
.Xr programme 1 ,
.Xr programme 5
END
