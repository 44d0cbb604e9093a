/* Enters: nothing. Leaves: sRGB as an ICC profile, made from the numbers of IEC 61966-2-1: three primaries, adapted to the
   white D50 that profiles speak of, and one curve. */
#include "pdf/srgb.h"

#include <math.h>
#include <string.h>

#define HEADER_SIZE 128
#define TAG_SIZE 12
#define CURVE_POINTS 1024

typedef struct
{
  GByteArray *bytes;
  guint n_tags;
} Profile;

static void
put_number (GByteArray *bytes, guint32 number)
{
  number = GUINT32_TO_BE (number);
  g_byte_array_append (bytes, (const guint8 *) &number, 4);
}

static void
put_short (GByteArray *bytes, guint number)
{
  const guint8 both[] = { (guint8) (number >> 8), (guint8) number };
  g_byte_array_append (bytes, both, sizeof both);
}

static void
put_fixed (GByteArray *bytes, double number)
{
  put_number (bytes, (guint32) lround (number * 65536));
}

/* Signature of a type, and four zeros. */
static void
put_type (GByteArray *bytes, const char *type)
{
  g_byte_array_append (bytes, (const guint8 *) type, 4);
  put_number (bytes, 0);
}

static void
set_number (GByteArray *bytes, guint offset, guint32 number)
{
  number = GUINT32_TO_BE (number);
  memcpy (bytes->data + offset, &number, 4);
}

/* What was put since start is the element of this tag; several tags may share one. */
static void
add_tag (Profile *profile, const char *signature, guint start, guint end)
{
  guint tag = HEADER_SIZE + 4 + profile->n_tags++ * TAG_SIZE;
  memcpy (profile->bytes->data + tag, signature, 4);
  set_number (profile->bytes, tag + 4, start);
  set_number (profile->bytes, tag + 8, end - start);
  set_number (profile->bytes, HEADER_SIZE, profile->n_tags);
  while (profile->bytes->len % 4 != 0)
    g_byte_array_append (profile->bytes, (const guint8 *) "", 1);
}

static void
add_colour (Profile *profile, const char *signature, double x, double y, double z)
{
  GByteArray *bytes = profile->bytes;
  guint start = bytes->len;
  put_type (bytes, "XYZ ");
  put_fixed (bytes, x);
  put_fixed (bytes, y);
  put_fixed (bytes, z);
  add_tag (profile, signature, start, bytes->len);
}

static void
add_words (Profile *profile)
{
  static const char name[] = "sRGB IEC61966-2.1", rights[] = "No copyright: the numbers of a standard";
  GByteArray *bytes = profile->bytes;
  guint start = bytes->len;
  put_type (bytes, "desc");
  put_number (bytes, sizeof name);
  g_byte_array_append (bytes, (const guint8 *) name, sizeof name);
  guint8 no_other_scripts[4 + 4 + 2 + 1 + 67] = { 0 };
  g_byte_array_append (bytes, no_other_scripts, sizeof no_other_scripts);
  add_tag (profile, "desc", start, bytes->len);
  start = bytes->len;
  put_type (bytes, "text");
  g_byte_array_append (bytes, (const guint8 *) rights, sizeof rights);
  add_tag (profile, "cprt", start, bytes->len);
}

static void
add_curves (Profile *profile)
{
  GByteArray *bytes = profile->bytes;
  guint start = bytes->len;
  put_type (bytes, "curv");
  put_number (bytes, CURVE_POINTS);
  for (guint i = 0; i < CURVE_POINTS; i++)
    {
      double value = i / (double) (CURVE_POINTS - 1);
      double light = value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
      put_short (bytes, (guint) lround (light * 65535));
    }
  guint end = bytes->len;
  add_tag (profile, "rTRC", start, end);
  add_tag (profile, "gTRC", start, end);
  add_tag (profile, "bTRC", start, end);
}

GByteArray *
pg_srgb_profile (void)
{
  Profile profile = { g_byte_array_new (), 0 };
  guint8 empty[HEADER_SIZE + 4 + 9 * TAG_SIZE] = { 0 };
  g_byte_array_append (profile.bytes, empty, sizeof empty);
  memcpy (profile.bytes->data + 8, "\2\x10\0\0mntrRGB XYZ ", 16);
  memcpy (profile.bytes->data + 24, "\7\xcf\0\6\0\3\0\0\0\0\0\0", 12); /* 3 June 1999, as the standard's own */
  memcpy (profile.bytes->data + 36, "acsp", 4);
  set_number (profile.bytes, 68, 63190); /* D50, times 65536 */
  set_number (profile.bytes, 72, 65536);
  set_number (profile.bytes, 76, 54061);
  add_words (&profile);
  add_colour (&profile, "wtpt", 0.95047, 1, 1.08883);
  add_colour (&profile, "rXYZ", 0.436066, 0.222488, 0.013916);
  add_colour (&profile, "gXYZ", 0.385147, 0.716873, 0.097076);
  add_colour (&profile, "bXYZ", 0.143066, 0.060608, 0.714096);
  add_curves (&profile);
  set_number (profile.bytes, 0, profile.bytes->len);
  return profile.bytes;
}
