/* Enters: the bytes of a colour profile. Leaves: whether it is that of a printing press, and what it calls itself. The
   offsets are those of ICC.1. */
#include "pdf/icc.h"

#include "base/report.h"

#include <string.h>

#define HEADER_SIZE 128
#define TAG_SIZE 12
#define LAST_VERSION 4 /* what readers of PDF know */

typedef struct
{
  const guint8 *data;
  gsize size;
} Profile;

static guint32
number_at (Profile profile, gsize offset)
{
  guint32 value;
  memcpy (&value, profile.data + offset, sizeof value);
  return GUINT32_FROM_BE (value);
}

static gboolean
is_at (Profile profile, gsize offset, const char *signature)
{
  return offset + 4 <= profile.size && memcmp (profile.data + offset, signature, 4) == 0;
}

/* The element of this signature; one of size 0 if there is none, or if it does not lie within the profile. */
static Profile
find_element (Profile profile, const char *signature)
{
  gsize n = (profile.size - HEADER_SIZE - 4) / TAG_SIZE;
  n = MIN (n, number_at (profile, HEADER_SIZE));
  for (gsize i = 0; i < n; i++)
    {
      gsize tag = HEADER_SIZE + 4 + i * TAG_SIZE;
      if (!is_at (profile, tag, signature))
        continue;
      gsize offset = number_at (profile, tag + 4), size = number_at (profile, tag + 8);
      if (offset <= profile.size && size <= profile.size - offset)
        return (Profile){ profile.data + offset, size };
    }
  return (Profile){ NULL, 0 };
}

/* Of version 2: a length and that many bytes of ASCII. */
static char *
read_ascii (Profile element)
{
  if (element.size < 12)
    return NULL;
  gsize length = MIN (number_at (element, 8), element.size - 12);
  return g_strndup ((const char *) element.data + 12, length);
}

/* Of version 4: the first of several, in UTF-16. */
static char *
read_unicode (Profile element)
{
  if (element.size < 28 || number_at (element, 8) == 0)
    return NULL;
  gsize length = number_at (element, 20), offset = number_at (element, 24);
  if (offset > element.size || length > element.size - offset)
    return NULL;
  return g_convert ((const char *) element.data + offset, (gssize) length, "UTF-8", "UTF-16BE", NULL, NULL, NULL);
}

static char *
describe (Profile profile, const char *file)
{
  Profile element = find_element (profile, "desc");
  char *text = is_at (element, 0, "mluc")   ? read_unicode (element)
               : is_at (element, 0, "desc") ? read_ascii (element)
                                            : NULL;
  if (text != NULL && g_utf8_validate (text, -1, NULL) && text[0] != '\0')
    return text;
  g_free (text);
  g_autofree char *name = g_path_get_basename (file);
  return g_utf8_make_valid (name, -1);
}

/* What a profile is of that is not of a press; NULL if it is. */
static const char *
other_device (Profile profile)
{
  static const struct
  {
    const char *signature, *device;
  } classes[] = { { "mntr", "a screen" },    { "scnr", "a scanner or camera" }, { "spac", "a colour space" },
                  { "link", "two devices" }, { "abst", "no device" },           { "nmcl", "named colours" } };
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (is_at (profile, 12, classes[i].signature))
      return classes[i].device;
  return is_at (profile, 12, "prtr") ? NULL : "an unknown device";
}

char *
pg_icc_check_press (GBytes *bytes, const char *file, GError **error)
{
  static const char wanted[] = "expected the CMYK profile of a printing press, such as FOGRA39L_coated.icc";
  Profile profile;
  profile.data = g_bytes_get_data (bytes, &profile.size);
  const char *device = NULL;
  if (profile.size < HEADER_SIZE + 4 + TAG_SIZE || !is_at (profile, 36, "acsp"))
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s: this is no ICC profile; %s", file, wanted);
  else if (number_at (profile, 0) != profile.size)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                 "%s: this ICC profile is damaged: it has %" G_GSIZE_FORMAT " bytes and says that it has %u", file,
                 profile.size, number_at (profile, 0));
  else if (profile.data[8] > LAST_VERSION)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                 "%s: this is an ICC profile of version %d; a PDF takes those up to version %d", file, profile.data[8],
                 LAST_VERSION);
  else if ((device = other_device (profile)) != NULL)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s: this ICC profile is of %s; %s", file, device,
                 wanted);
  else if (!is_at (profile, 16, "CMYK"))
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION, "%s: this ICC profile is not of CMYK colours; %s",
                 file, wanted);
  else if (find_element (profile, "A2B0").size == 0)
    g_set_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION,
                 "%s: this ICC profile is damaged: it does not say how its colours look", file);
  else
    return describe (profile, file);
  return NULL;
}
