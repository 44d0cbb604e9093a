/* Colour profiles. Enters: nothing. Leaves: small ones that lcms2 can use, of a press and of other devices. */
#include "profile.h"

#include <lcms2.h>
#include <math.h>
#include <string.h>

#define GRID 9
#define DATE 24 /* in its header */
#define DATE_SIZE 12

static GBytes *
save (cmsHPROFILE profile)
{
  cmsUInt32Number size = 0;
  g_assert_nonnull (profile);
  g_assert_true (cmsSaveProfileToMem (profile, NULL, &size));
  guint8 *data = g_malloc (size);
  g_assert_true (cmsSaveProfileToMem (profile, data, &size));
  cmsCloseProfile (profile);
  memset (data + DATE, 0, DATE_SIZE); /* the same bytes at any time */
  return g_bytes_new_take (data, size);
}

/* The press: what its inks take from white paper, and which of them give a colour. */

typedef struct
{
  double ink;
  cmsHTRANSFORM to_lab, from_lab; /* of RGB */
} Press;

static cmsInt32Number
print (const cmsUInt16Number in[], cmsUInt16Number out[], void *data)
{
  const Press *press = data;
  double black = 1 - press->ink * in[3] / 65535.0, rgb[3];
  cmsCIELab lab;
  for (int i = 0; i < 3; i++)
    rgb[i] = (1 - press->ink * in[i] / 65535.0) * black;
  cmsDoTransform (press->to_lab, rgb, &lab, 1);
  cmsFloat2LabEncodedV2 (out, &lab);
  return TRUE;
}

static cmsInt32Number
separate (const cmsUInt16Number in[], cmsUInt16Number out[], void *data)
{
  const Press *press = data;
  double rgb[3];
  cmsCIELab lab;
  cmsLabEncoded2FloatV2 (&lab, in);
  cmsDoTransform (press->from_lab, &lab, rgb, 1);
  double most = CLAMP (fmax (rgb[0], fmax (rgb[1], rgb[2])), 0, 1);
  double black = CLAMP ((1 - most) / press->ink, 0, 1) * 0.8, left = 1 - press->ink * black;
  for (int i = 0; i < 3; i++)
    out[i] = (cmsUInt16Number) (CLAMP ((1 - rgb[i] / left) / press->ink, 0, 1) * 65535);
  out[3] = (cmsUInt16Number) (black * 65535);
  return TRUE;
}

static void
put (cmsHPROFILE profile, cmsTagSignature tag, guint n_in, guint n_out, cmsSAMPLER16 sampler, Press *press)
{
  cmsPipeline *pipeline = cmsPipelineAlloc (NULL, n_in, n_out);
  cmsStage *table = cmsStageAllocCLut16bit (NULL, GRID, n_in, n_out, NULL);
  g_assert_true (cmsStageSampleCLut16bit (table, sampler, press, 0));
  g_assert_true (cmsPipelineInsertStage (pipeline, cmsAT_END, table));
  g_assert_true (cmsWriteTag (profile, tag, pipeline));
  cmsPipelineFree (pipeline);
}

GBytes *
profile_of_press (double ink)
{
  cmsHPROFILE rgb = cmsCreate_sRGBProfile (), lab = cmsCreateLab4Profile (NULL);
  Press press = { ink, cmsCreateTransform (rgb, TYPE_RGB_DBL, lab, TYPE_Lab_DBL, INTENT_RELATIVE_COLORIMETRIC, 0),
                  cmsCreateTransform (lab, TYPE_Lab_DBL, rgb, TYPE_RGB_DBL, INTENT_RELATIVE_COLORIMETRIC, 0) };
  cmsHPROFILE profile = cmsCreateProfilePlaceholder (NULL);
  cmsSetProfileVersion (profile, 2.4);
  cmsSetDeviceClass (profile, cmsSigOutputClass);
  cmsSetColorSpace (profile, cmsSigCmykData);
  cmsSetPCS (profile, cmsSigLabData);
  g_assert_true (cmsWriteTag (profile, cmsSigMediaWhitePointTag, cmsD50_XYZ ()));
  cmsMLU *name = cmsMLUalloc (NULL, 1);
  cmsMLUsetASCII (name, "en", "US", "A press");
  g_assert_true (cmsWriteTag (profile, cmsSigProfileDescriptionTag, name));
  cmsMLUfree (name);
  put (profile, cmsSigAToB0Tag, 4, 3, print, &press);
  put (profile, cmsSigBToA0Tag, 3, 4, separate, &press);
  cmsDeleteTransform (press.to_lab);
  cmsDeleteTransform (press.from_lab);
  cmsCloseProfile (rgb);
  cmsCloseProfile (lab);
  return save (profile);
}

GBytes *
profile_of_wide_screen (double power)
{
  const cmsCIExyY white = { 0.3127, 0.3290, 1 };
  const cmsCIExyYTRIPLE primaries = { { 0.64, 0.33, 1 }, { 0.21, 0.71, 1 }, { 0.15, 0.06, 1 } };
  cmsToneCurve *curve = cmsBuildGamma (NULL, power), *const curves[] = { curve, curve, curve };
  GBytes *bytes = save (cmsCreateRGBProfile (&white, &primaries, curves));
  cmsFreeToneCurve (curve);
  return bytes;
}

GBytes *
profile_of_grey (double power)
{
  cmsToneCurve *curve = cmsBuildGamma (NULL, power);
  GBytes *bytes = save (cmsCreateGrayProfile (cmsD50_xyY (), curve));
  cmsFreeToneCurve (curve);
  return bytes;
}

GBytes *
profile_of_srgb (void)
{
  return save (cmsCreate_sRGBProfile ());
}
