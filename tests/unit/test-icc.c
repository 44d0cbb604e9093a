/* Enters: colour profiles, sound and otherwise. Leaves: proof that a press's are told from all others, by what they say. */
#include "pdf/icc.h"

#include <programme/error.h>
#include <string.h>

/* A profile with the two elements that are looked at: its name as desc, from byte 160 on, and A2B0 of 8 bytes. */
static GByteArray *
new_profile (const guint8 *desc, guint length)
{
  GByteArray *bytes = g_byte_array_new ();
  g_byte_array_set_size (bytes, 128 + 4 + 2 * 12 + 4); /* header, count, two tags, padding: 160 bytes */
  memset (bytes->data, 0, bytes->len);
  memcpy (bytes->data + 8, "\2\x10\0\0prtrCMYKLab ", 16);
  memcpy (bytes->data + 36, "acsp", 4);
  const guint8 tags[] = { 0,   0,   0,   2,   'd', 'e', 's', 'c',
                          0,   0,   0,   160, 0,   0,   0,   (guint8) length,
                          'A', '2', 'B', '0', 0,   0,   0,   (guint8) (160 + length),
                          0,   0,   0,   8 };
  memcpy (bytes->data + 128, tags, sizeof tags);
  g_byte_array_append (bytes, desc, length);
  g_byte_array_append (bytes, (const guint8 *) "mft1\0\0\0\0", 8);
  bytes->data[3] = (guint8) bytes->len;
  return bytes;
}

/* Of version 2: signature, four zeros, a length with its NUL, text. */
static const guint8 ascii[] = "desc\0\0\0\0\0\0\0\x08Harbour";
/* Of version 4: signature, zeros, one record of 12 bytes: en, US, 6 bytes from byte 28; then "Häf" in UTF-16. */
static const guint8 unicode[] = "mluc\0\0\0\0\0\0\0\1\0\0\0\x0c"
                                "enUS\0\0\0\x06\0\0\0\x1c\0H\0\xe4\0f";

/* Takes the bytes. */
static char *
check (GByteArray *profile, GError **error)
{
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (profile);
  return pg_icc_check_press (bytes, "some/press.icc", error);
}

static void
assert_name (GByteArray *profile, const char *wanted)
{
  GError *error = NULL;
  g_autofree char *name = check (profile, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, wanted);
}

static void
assert_refused (GByteArray *profile, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (check (profile, &error));
  g_assert_error (error, PROGRAMME_ERROR, PROGRAMME_ERROR_OPTION);
  g_assert_true (g_str_has_prefix (error->message, "some/press.icc: "));
  g_assert_nonnull (strstr (error->message, words));
}

static GByteArray *
changed (guint offset, const char *signature)
{
  GByteArray *profile = new_profile (ascii, sizeof ascii);
  memcpy (profile->data + offset, signature, 4);
  return profile;
}

static void
test_names (void)
{
  assert_name (new_profile (ascii, sizeof ascii), "Harbour");
  assert_name (new_profile (unicode, sizeof unicode - 1), "Häf");
  /* Without one that can be read, the file's name has to do. */
  assert_name (new_profile ((const guint8 *) "desc\0\0\0\0\0\0\0\1", 13), "press.icc");
  assert_name (new_profile ((const guint8 *) "desc\0\0\0\0\0\0\0\2\xff", 14), "press.icc");
  assert_name (new_profile ((const guint8 *) "text\0\0\0\0abcd", 12), "press.icc");
  assert_name (changed (132, "none"), "press.icc");
}

static void
test_other_profiles (void)
{
  assert_refused (changed (12, "mntr"), "is of a screen; expected the CMYK profile of a printing press");
  assert_refused (changed (12, "scnr"), "is of a scanner or camera");
  assert_refused (changed (12, "bark"), "is of an unknown device");
  assert_refused (changed (16, "RGB "), "is not of CMYK colours");
  assert_refused (changed (16, "GRAY"), "is not of CMYK colours");
  assert_refused (changed (8, "\5\0\0\0"), "of version 5");
  assert_refused (changed (36, "acs "), "no ICC profile");
  assert_refused (changed (144, "A2B1"), "damaged");
}

/* Whatever is cut off or out of range, nothing beyond the bytes is read: the sanitisers would tell. */
static void
test_damage (void)
{
  const guint length = 160 + sizeof ascii + 8;
  for (guint size = 0; size < length; size++)
    {
      GByteArray *profile = new_profile (ascii, sizeof ascii);
      g_byte_array_set_size (profile, size);
      assert_refused (profile, size < 144 ? "no ICC profile" : "damaged: it has");
    }
  for (guint offset = 128; offset < length; offset++)
    for (guint value = 0; value < 4; value++)
      {
        static const guint8 values[] = { 0, 1, 0x7f, 0xff };
        GByteArray *profile
            = new_profile (offset % 2 == 0 ? ascii : unicode, offset % 2 == 0 ? sizeof ascii : sizeof unicode);
        profile->data[offset] = values[value];
        g_autoptr (GError) error = NULL;
        g_autofree char *name = check (profile, &error);
        g_assert_true ((name == NULL) == (error != NULL));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/icc/names", test_names);
  g_test_add_func ("/icc/other-profiles", test_other_profiles);
  g_test_add_func ("/icc/damage", test_damage);
  return g_test_run ();
}
