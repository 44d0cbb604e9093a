/* Enters: pixels as a file has them, and the file's colour profile. Leaves: the same in sRGB, or in the inks of a press. */
#include "image/colour.h"

#include <lcms2.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define RELATIVE (INTENT_RELATIVE_COLORIMETRIC)
#define FLAGS (cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE)

/* Tones of paper: a screen of dots covers more than its share. */
#define DOT_GAIN 1.2

/* How far sRGB may be from itself by profiles that are written with fewer digits, or with a curve of points. */
#define ROUNDING 2

/* Ink that comes from rounding, in pixels that are meant to be black alone. */
#define TRACE 3

#define BYTES 4 /* of a pixel, before and after */

struct PgInks
{
  cmsHPROFILE profile;
  cmsProfileID id;
  double lightness[256]; /* of black ink alone: luminance, 1 for paper, 0 for full black */
};

struct PgConversion
{
  PgChannels channels;
  gboolean is_press, is_srgb;
  cmsHTRANSFORM transform; /* or NULL */
  guint8 tones[256];       /* of grey, or black ink: how much black ink */
  double covered[256];     /* of inks that are nobody's: how much of the paper they cover */
};

/* Profiles */

static cmsHPROFILE
open_profile (GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  return size <= G_MAXUINT32 ? cmsOpenProfileFromMem (data, (cmsUInt32Number) size) : NULL;
}

static void
close_profile (cmsHPROFILE profile)
{
  if (profile != NULL)
    cmsCloseProfile (profile);
}

static gboolean
is_of (cmsHPROFILE profile, PgChannels channels)
{
  static const cmsColorSpaceSignature spaces[]
      = { [PG_CHANNELS_GREY] = cmsSigGrayData, [PG_CHANNELS_RGB] = cmsSigRgbData, [PG_CHANNELS_CMYK] = cmsSigCmykData };
  cmsProfileClassSignature kind = cmsGetDeviceClass (profile);
  return cmsGetColorSpace (profile) == spaces[channels]
         && (kind == cmsSigInputClass || kind == cmsSigDisplayClass || kind == cmsSigOutputClass
             || kind == cmsSigColorSpaceClass);
}

/* What tells a profile from all others, whatever its flags say. */
static gboolean
identify (cmsHPROFILE profile, cmsProfileID *id)
{
  if (!cmsMD5computeID (profile))
    return FALSE;
  cmsGetHeaderProfileID (profile, id->ID8);
  return TRUE;
}

static double
luminance (cmsCIELab lab)
{
  double root = (MAX (lab.L, 0) + 16) / 116;
  return lab.L > 8 ? root * root * root : MAX (lab.L, 0) / 903.3;
}

/* The luminance of 256 steps of a device, where the pixels are so many bytes apart; FALSE if lcms2 cannot tell. */
static gboolean
measure (cmsHPROFILE profile, cmsUInt32Number format, const guint8 *steps, gsize stride, double of[256])
{
  cmsHPROFILE lab = cmsCreateLab4Profile (NULL);
  cmsHTRANSFORM transform = cmsCreateTransform (profile, format, lab, TYPE_Lab_DBL, RELATIVE, cmsFLAGS_NOCACHE);
  cmsCloseProfile (lab);
  if (transform == NULL)
    return FALSE;
  for (guint i = 0; i < 256; i++)
    {
      cmsCIELab colour;
      cmsDoTransform (transform, steps + i * stride, &colour, 1);
      of[i] = luminance (colour);
    }
  cmsDeleteTransform (transform);
  return TRUE;
}

/* Stretched, so that the darkest is 0 and the lightest 1. */
static void
stretch (double of[256], double darkest, double lightest)
{
  for (guint i = 0; i < 256; i++)
    of[i] = lightest > darkest ? CLAMP ((of[i] - darkest) / (lightest - darkest), 0, 1) : 1;
}

/* The luminance of black ink alone, from 0 for all of it to 1 for paper. */
static gboolean
measure_black (cmsHPROFILE profile, double light[256])
{
  guint8 steps[256][BYTES] = { { 0 } };
  for (guint i = 0; i < 256; i++)
    steps[i][3] = (guint8) i;
  if (!measure (profile, TYPE_CMYK_8, steps[0], BYTES, light))
    return FALSE;
  stretch (light, light[255], light[0]);
  return TRUE;
}

PgInks *
pg_inks_new (GBytes *profile)
{
  g_autoptr (PgInks) inks = g_new0 (PgInks, 1);
  inks->profile = open_profile (profile);
  if (inks->profile == NULL || !is_of (inks->profile, PG_CHANNELS_CMYK) || !identify (inks->profile, &inks->id)
      || !measure_black (inks->profile, inks->lightness))
    return NULL;
  return g_steal_pointer (&inks);
}

void
pg_inks_free (PgInks *inks)
{
  if (inks == NULL)
    return;
  close_profile (inks->profile);
  g_free (inks);
}

/* What PNG says */

static gboolean
is_near (double a, double b, double tolerance)
{
  return fabs (a - b) <= tolerance;
}

static const double srgb_chromaticities[8] = { 0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06 };

/* FALSE where they are those of sRGB. */
static gboolean
take_chromaticities (const gint32 said[8], double to[8])
{
  gboolean are_srgb = TRUE;
  for (guint i = 0; i < 8; i++)
    {
      to[i] = said[0] != 0 ? said[i] / 100000.0 : srgb_chromaticities[i];
      are_srgb = are_srgb && is_near (to[i], srgb_chromaticities[i], 0.002);
    }
  return !are_srgb;
}

static GBytes *
save_profile (cmsHPROFILE profile)
{
  cmsUInt32Number size = 0;
  if (profile == NULL || !cmsSaveProfileToMem (profile, NULL, &size))
    return NULL;
  g_autofree guint8 *data = g_malloc0 (size);
  return cmsSaveProfileToMem (profile, data, &size) ? g_bytes_new_take (g_steal_pointer (&data), size) : NULL;
}

GBytes *
pg_colour_profile_of_png (PgChannels channels, const gint32 chromaticities[8], gint32 gamma)
{
  static const double srgb_curve[] = { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 };
  double c[8];
  gboolean has_own_curve = gamma > 0 && !is_near (gamma, 45455, 500);
  gboolean has_own_colours = take_chromaticities (chromaticities, c) && channels == PG_CHANNELS_RGB;
  if (!has_own_curve && !has_own_colours)
    return NULL;
  cmsToneCurve *curve
      = has_own_curve ? cmsBuildGamma (NULL, 100000.0 / gamma) : cmsBuildParametricToneCurve (NULL, 4, srgb_curve);
  cmsToneCurve *const curves[] = { curve, curve, curve };
  const cmsCIExyY white = { c[0], c[1], 1 };
  const cmsCIExyYTRIPLE primaries = { { c[2], c[3], 1 }, { c[4], c[5], 1 }, { c[6], c[7], 1 } };
  cmsHPROFILE profile = curve == NULL                  ? NULL
                        : channels == PG_CHANNELS_GREY ? cmsCreateGrayProfile (cmsD50_xyY (), curve)
                                                       : cmsCreateRGBProfile (&white, &primaries, curves);
  GBytes *bytes = save_profile (profile);
  cmsFreeToneCurve (curve);
  close_profile (profile);
  return bytes;
}

/* Conversions */

static cmsUInt32Number
format_of (PgChannels channels)
{
  static const cmsUInt32Number formats[]
      = { [PG_CHANNELS_GREY] = COLORSPACE_SH (PT_GRAY) | CHANNELS_SH (1) | EXTRA_SH (3) | BYTES_SH (1),
          [PG_CHANNELS_RGB] = TYPE_RGBA_8,
          [PG_CHANNELS_CMYK] = TYPE_CMYK_8 };
  return formats[channels];
}

/* Whether a transform leaves RGB as it is. */
static gboolean
changes_nothing (cmsHTRANSFORM transform)
{
  static const guint8 steps[] = { 0, 16, 64, 128, 192, 255 };
  const guint n = G_N_ELEMENTS (steps);
  for (guint i = 0; i < n * n * n; i++)
    {
      const guint8 before[BYTES] = { steps[i % n], steps[i / n % n], steps[i / n / n], 255 };
      guint8 after[BYTES];
      cmsDoTransform (transform, before, after, 1);
      for (guint k = 0; k < 3; k++)
        if (abs (before[k] - after[k]) > ROUNDING)
          return FALSE;
    }
  return TRUE;
}

static gboolean
make_srgb (PgConversion *conversion, cmsHPROFILE from)
{
  cmsHPROFILE srgb = cmsCreate_sRGBProfile ();
  conversion->transform
      = cmsCreateTransform (from, format_of (conversion->channels), srgb, TYPE_RGBA_8, RELATIVE, FLAGS);
  cmsCloseProfile (srgb);
  if (conversion->transform == NULL)
    return FALSE;
  conversion->is_srgb = conversion->channels == PG_CHANNELS_RGB && changes_nothing (conversion->transform);
  if (conversion->is_srgb)
    {
      cmsDeleteTransform (conversion->transform);
      conversion->transform = NULL;
    }
  return TRUE;
}

static gboolean
measure_grey (cmsHPROFILE profile, double light[256])
{
  guint8 steps[256];
  for (guint i = 0; i < 256; i++)
    steps[i] = (guint8) i;
  if (!measure (profile, TYPE_GRAY_8, steps, 1, light))
    return FALSE;
  stretch (light, MIN (light[0], light[255]), MAX (light[0], light[255]));
  return TRUE;
}

/* The amount of black ink that is as light. */
static guint8
black_for (const PgInks *inks, double light)
{
  guint best = 0;
  for (guint i = 1; i < 256; i++)
    if (fabs (inks->lightness[i] - light) < fabs (inks->lightness[best] - light))
      best = i;
  return (guint8) best;
}

/* The tones of grey, or of black alone, which stays alone also from one press to another. */
static gboolean
make_tones (PgConversion *conversion, cmsHPROFILE from, const PgInks *inks)
{
  double light[256];
  gboolean is_grey = conversion->channels == PG_CHANNELS_GREY;
  for (guint i = 0; i < 256; i++)
    conversion->tones[i] = (guint8) (255 - i);
  if (from == NULL)
    return TRUE;
  if (!(is_grey ? measure_grey (from, light) : measure_black (from, light)))
    return FALSE;
  for (guint i = 0; i < 256; i++)
    conversion->tones[i] = black_for (inks, light[i]);
  return TRUE;
}

static gboolean
make_inks (PgConversion *conversion, cmsHPROFILE from, const PgInks *inks)
{
  conversion->transform
      = cmsCreateTransform (from, format_of (conversion->channels), inks->profile, TYPE_CMYK_8, RELATIVE, FLAGS);
  return conversion->transform != NULL
         && (conversion->channels != PG_CHANNELS_CMYK || make_tones (conversion, from, inks));
}

static gboolean
is_own (cmsHPROFILE profile, const PgInks *inks)
{
  cmsProfileID id;
  return identify (profile, &id) && memcmp (&id, &inks->id, sizeof id) == 0;
}

/* from: NULL where the file has none. */
static gboolean
prepare (PgConversion *conversion, cmsHPROFILE from, const PgInks *inks)
{
  for (guint i = 0; i < 256; i++)
    conversion->covered[i] = pow (i / 255.0, DOT_GAIN);
  if (inks == NULL)
    {
      conversion->is_srgb = from == NULL && conversion->channels != PG_CHANNELS_CMYK;
      return from == NULL || make_srgb (conversion, from);
    }
  if (conversion->channels == PG_CHANNELS_GREY)
    return make_tones (conversion, from, inks);
  if (conversion->channels == PG_CHANNELS_CMYK && (from == NULL || is_own (from, inks)))
    return TRUE;
  if (from != NULL)
    return make_inks (conversion, from, inks);
  cmsHPROFILE srgb = cmsCreate_sRGBProfile ();
  gboolean ok = make_inks (conversion, srgb, inks);
  cmsCloseProfile (srgb);
  return ok;
}

PgConversion *
pg_conversion_new (PgChannels channels, GBytes *profile, PgInks *inks)
{
  PgConversion *conversion = g_new0 (PgConversion, 1);
  cmsHPROFILE from = profile != NULL ? open_profile (profile) : NULL;
  conversion->channels = channels;
  conversion->is_press = inks != NULL;
  gboolean is_known = profile == NULL || (from != NULL && is_of (from, channels));
  if (!is_known || !prepare (conversion, from, inks))
    g_clear_pointer (&conversion, pg_conversion_free);
  close_profile (from);
  return conversion;
}

void
pg_conversion_free (PgConversion *conversion)
{
  if (conversion == NULL)
    return;
  if (conversion->transform != NULL)
    cmsDeleteTransform (conversion->transform);
  g_free (conversion);
}

gboolean
pg_conversion_is_srgb (const PgConversion *conversion)
{
  return conversion->is_srgb;
}

/* Pixels */

/* How inks look that nobody describes: those of offset on coated paper, as screens show them, over each other in all
   ways, by what each covers of the other. Black is shown as black. */
static void
show_inks (const PgConversion *conversion, guint8 *pixel)
{
  static const double shown[8][3] = { { 255, 255, 255 }, { 0, 159, 227 }, { 230, 0, 126 }, { 48, 41, 131 },
                                      { 255, 237, 0 },   { 0, 150, 65 },  { 228, 9, 22 },  { 51, 51, 50 } };
  const double c = conversion->covered[pixel[0]], m = conversion->covered[pixel[1]], y = conversion->covered[pixel[2]];
  const double white = 1 - conversion->covered[pixel[3]];
  const double shares[8] = { (1 - c) * (1 - m) * (1 - y), c * (1 - m) * (1 - y), (1 - c) * m * (1 - y), c * m * (1 - y),
                             (1 - c) * (1 - m) * y,       c * (1 - m) * y,       (1 - c) * m * y,       c * m * y };
  for (guint k = 0; k < 3; k++)
    {
      double sum = 0;
      for (guint i = 0; i < 8; i++)
        sum += shares[i] * shown[i][k];
      pixel[k] = (guint8) lround (sum * white);
    }
}

/* Pixels are often like the one before. */
static void
show_all_inks (const PgConversion *conversion, guint8 *pixels, gsize n)
{
  guint8 before[BYTES] = { 0 }, as[BYTES] = { 255, 255, 255 };
  for (guint8 *pixel = pixels; pixel < pixels + BYTES * n; pixel += BYTES)
    {
      if (memcmp (before, pixel, BYTES) != 0)
        {
          memcpy (before, pixel, BYTES);
          memcpy (as, pixel, BYTES);
          show_inks (conversion, as);
        }
      memcpy (pixel, as, 3);
    }
}

/* Which of the channels says how much. */
static void
blacken (const PgConversion *conversion, guint8 *pixels, guint channel, gsize n)
{
  for (guint8 *pixel = pixels; pixel < pixels + BYTES * n; pixel += BYTES)
    {
      const guint8 inks[BYTES] = { 0, 0, 0, conversion->tones[pixel[channel]] };
      memcpy (pixel, inks, BYTES);
    }
}

static gboolean
is_black_alone (const guint8 *inks)
{
  return MAX (MAX (inks[0], inks[1]), inks[2]) <= TRACE;
}

/* From one press to another, stretch by stretch of pixels that are black alone or are not. */
static void
change_inks (const PgConversion *conversion, guint8 *pixels, gsize n)
{
  for (gsize start = 0, end; start < n; start = end)
    {
      gboolean are_black = is_black_alone (pixels + BYTES * start);
      for (end = start + 1; end < n && is_black_alone (pixels + BYTES * end) == are_black;)
        end++;
      guint8 *first = pixels + BYTES * start;
      if (are_black)
        blacken (conversion, first, 3, end - start);
      else
        cmsDoTransform (conversion->transform, first, first, (cmsUInt32Number) (end - start));
    }
}

void
pg_conversion_run (const PgConversion *conversion, guint8 *pixels, gsize n)
{
  gboolean are_inks = conversion->channels == PG_CHANNELS_CMYK;
  if (conversion->transform != NULL && are_inks && conversion->is_press)
    change_inks (conversion, pixels, n);
  else if (conversion->transform != NULL)
    cmsDoTransform (conversion->transform, pixels, pixels, (cmsUInt32Number) n);
  else if (are_inks && !conversion->is_press)
    show_all_inks (conversion, pixels, n);
  else if (conversion->channels == PG_CHANNELS_GREY && conversion->is_press)
    blacken (conversion, pixels, 0, n);
  if (are_inks && !conversion->is_press)
    for (gsize i = 0; i < n; i++)
      pixels[BYTES * i + 3] = 255;
}
