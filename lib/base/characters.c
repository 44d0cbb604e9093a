/* What kinds of characters there are for those who set text. Enters: a character or a script. Leaves: yes or no. */
#include "base/characters.h"

gboolean
pg_is_white (gunichar c)
{
  return c == ' ' || (c >= 0xa0 && g_unichar_isspace (c));
}

gboolean
pg_is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010;
}

gboolean
pg_is_dash (gunichar c)
{
  return pg_is_hyphen (c) || (c >= 0x2012 && c <= 0x2014);
}

gboolean
pg_is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

gboolean
pg_is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);
  return g_unichar_ismark (c) || type == G_UNICODE_FORMAT || type == G_UNICODE_CONTROL;
}

gboolean
pg_is_line_end (gunichar c)
{
  return c == 0x2028 || c == 0x2029;
}

gboolean
pg_is_unseen (gunichar c, gunichar before)
{
  gboolean is_joiner = c == 0x200c || c == 0x200d;
  gboolean is_seen
      = (c >= 0x600 && c < 0x900 && c != 0x61c) || c == 0x110bd || c == 0x110cd; /* signs that go before numbers */
  return is_joiner ? pg_is_latin (before) : g_unichar_type (c) == G_UNICODE_FORMAT && !is_seen;
}

gboolean
pg_is_bidi (gunichar c)
{
  return (c >= 0x0590 && c < 0x0900) || c == 0x200e || c == 0x200f || (c >= 0x202a && c < 0x202f)
         || (c >= 0x2066 && c < 0x206a) || (c >= 0xfb1d && c < 0xfe00) || (c >= 0xfe70 && c < 0xfeff)
         || (c >= 0x10800 && c < 0x11000) || (c >= 0x1e800 && c < 0x1f000);
}

gboolean
pg_has_letters (const char *string, gboolean right_to_left)
{
  for (const char *at = string; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (g_unichar_isalpha (c) && pg_is_bidi (c) == right_to_left)
        return TRUE;
    }
  return FALSE;
}

gboolean
pg_is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

gboolean
pg_is_hangul (gunichar c)
{
  return pg_is_syllable (c) || (c >= 0x1100 && c < 0x1200) || (c >= 0x3130 && c < 0x3190);
}

gboolean
pg_is_syllable (gunichar c)
{
  return c >= 0xac00 && c < 0xd7b0;
}

gboolean
pg_is_thai (gunichar c)
{
  return c >= 0x0e00 && c < 0x0e80;
}

gboolean
pg_is_wordless (gunichar c)
{
  return (c >= 0x0e00 && c < 0x0f00) || (c >= 0x1000 && c < 0x10a0) || (c >= 0x1780 && c < 0x1800)
         || (c >= 0x19e0 && c < 0x1a00) || (c >= 0xa9e0 && c < 0xaa00) || (c >= 0xaa60 && c < 0xaa80);
}

gboolean
pg_is_ideograph (gunichar c)
{
  return (c >= 0x3000 && c < 0xa000) || (c >= 0xf900 && c < 0xfb00) || (c >= 0xff00 && c < 0xfff0)
         || (c >= 0x20000 && c < 0x40000);
}

gboolean
pg_is_cjk_punctuation (gunichar c)
{
  return (c >= 0x3000 && c < 0x3040) || (c >= 0xfe30 && c < 0xfe50) || (c >= 0xff00 && c < 0xfff0);
}

gboolean
pg_is_shared_punctuation (gunichar c)
{
  return (c >= 0x2014 && c <= 0x2015) || (c >= 0x2018 && c <= 0x201d) || c == 0x2026;
}

gboolean
pg_is_cjk (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HANGUL || script == G_UNICODE_SCRIPT_HIRAGANA
         || script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_BOPOMOFO;
}

gboolean
pg_is_neutral (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED
         || script == G_UNICODE_SCRIPT_UNKNOWN;
}
