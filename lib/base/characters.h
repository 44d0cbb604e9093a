/* What kinds of characters there are for those who set text. Enters: a character or a script. Leaves: yes or no. */
#pragma once

#include <glib.h>
#include <string.h>

/* Whether what is at a place of a text that may be long begins with a sign: g_str_has_prefix of GLib 2.80 measures all of
   the text first. */
static inline gboolean
pg_begins (const char *at, const char *sign)
{
  return strncmp (at, sign, strlen (sign)) == 0;
}

/* The characters that every Latin font of the set has, and whose script needs no second look: in Latin text. */
static inline gboolean
pg_is_latin (gunichar c)
{
  return (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c < 0x250) || (c >= 0x1e00 && c < 0x1f00)
         || (c >= 0x2010 && c < 0x2028) || (c >= 0x202f && c < 0x2060) || (c >= 0x20a0 && c < 0x20c0);
}

/* What a line does not show at its end. */
gboolean pg_is_white (gunichar c);
gboolean pg_is_hyphen (gunichar c);
gboolean pg_is_dash (gunichar c); /* hyphens too */
/* Letters and the marks on them. */
gboolean pg_is_letter (gunichar c);
/* What belongs to the character before it or is not seen. */
gboolean pg_is_mark (gunichar c);
/* What ends a line or a paragraph within a text. */
gboolean pg_is_line_end (gunichar c);
/* What only tells how to set a text: soft hyphens, controls of direction, and joiners after Latin letters, which join
   nothing. */
gboolean pg_is_unseen (gunichar c, gunichar before);
/* Letters that run from right to left, and controls of direction. */
gboolean pg_is_bidi (gunichar c);

/* Whether a string has letters that run in that direction. */
gboolean pg_has_letters (const char *string, gboolean right_to_left);
/* Controls that isolate what is between them, in the direction of its first letter. */
#define PG_ISOLATE "\u2068"
#define PG_END_ISOLATE "\u2069"

gboolean pg_is_han (gunichar c);
gboolean pg_is_hangul (gunichar c);
gboolean pg_is_syllable (gunichar c); /* of Hangul, whole */
gboolean pg_is_thai (gunichar c);
/* Of the scripts of South East Asia, whose words are not spaced. */
gboolean pg_is_wordless (gunichar c);

/* What is set in a square: ideographs, kana, and punctuation that is as wide. */
gboolean pg_is_ideograph (gunichar c);
/* Punctuation that is drawn for ideographs wherever it stands. */
gboolean pg_is_cjk_punctuation (gunichar c);
/* Quotes, dashes and ellipses, which Chinese and Japanese share with Latin but draw a full square wide. */
gboolean pg_is_shared_punctuation (gunichar c);

gboolean pg_is_cjk (GUnicodeScript script);
/* Of no script of its own. */
gboolean pg_is_neutral (GUnicodeScript script);
