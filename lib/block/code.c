/* QR codes. Enters: what a code is to say. Leaves: its modules, to be drawn as squares. */
#include "block/code.h"

#include <qrencode.h>
#include <string.h>

#define ECI_UTF_8 26
#define DARK 1 /* the bit of libqrencode's that says so */

#define ECI_BYTES 2 /* that its header takes, rounded up */
#define N_VERSIONS 40

/* How many bytes each version holds (ISO 18004, table 7): level M, level Q. */
static const guint16 capacities[N_VERSIONS][2] = {
  { 14, 11 },     { 26, 20 },     { 42, 32 },     { 62, 46 },     { 84, 60 },     { 106, 74 },    { 122, 86 },
  { 152, 108 },   { 180, 130 },   { 213, 151 },   { 251, 177 },   { 287, 203 },   { 331, 241 },   { 362, 258 },
  { 412, 292 },   { 450, 322 },   { 504, 364 },   { 560, 394 },   { 624, 442 },   { 666, 482 },   { 711, 509 },
  { 779, 565 },   { 857, 611 },   { 911, 661 },   { 997, 715 },   { 1059, 751 },  { 1125, 805 },  { 1190, 868 },
  { 1264, 908 },  { 1370, 982 },  { 1452, 1030 }, { 1538, 1112 }, { 1628, 1168 }, { 1722, 1228 }, { 1809, 1283 },
  { 1911, 1351 }, { 1989, 1423 }, { 2099, 1499 }, { 2213, 1579 }, { 2331, 1663 },
};

static gsize
bytes_of (const char *payload)
{
  return strlen (payload) + (g_str_is_ascii (payload) ? 0 : ECI_BYTES);
}

/* From 0; N_VERSIONS for what is too long. */
static guint
version_of (const char *payload)
{
  gsize bytes = bytes_of (payload);
  guint version = 0;
  while (version < N_VERSIONS && bytes > capacities[version][0])
    version++;
  return version;
}

guint
pg_code_modules (const char *payload)
{
  guint version = version_of (payload);
  return version < N_VERSIONS ? 21 + 4 * version : 0;
}

/* The hint at Kanji would break UTF-8: bytes are all that is written. */
static QRcode *
encode (const char *payload, guint version)
{
  gboolean is_safer = bytes_of (payload) <= capacities[version][1];
  QRinput *input = QRinput_new2 ((int) version + 1, is_safer ? QR_ECLEVEL_Q : QR_ECLEVEL_M);
  QRcode *code = NULL;
  if (input == NULL)
    return NULL;
  if ((g_str_is_ascii (payload) || QRinput_appendECIheader (input, ECI_UTF_8) == 0)
      && QRinput_append (input, QR_MODE_8, (int) strlen (payload), (const unsigned char *) payload) == 0)
    code = QRcode_encodeInput (input);
  QRinput_free (input);
  return code;
}

const PgCode *
pg_code_new (PgArena *arena, const char *payload)
{
  guint version = version_of (payload);
  QRcode *made = version < N_VERSIONS ? encode (payload, version) : NULL;
  PgCode *code = NULL;
  if (made != NULL)
    {
      guint n = (guint) made->width;
      guint8 *modules = pg_arena_new_array (arena, guint8, (n * n + 7) / 8);
      for (guint i = 0; i < n * n; i++)
        modules[i / 8] |= (guint8) ((made->data[i] & DARK) << i % 8);
      code = pg_arena_new0 (arena, PgCode);
      *code = (PgCode){ pg_arena_strdup (arena, payload), n, modules };
    }
  QRcode_free (made);
  return code;
}

const PgCode *
pg_code_copy (PgArena *arena, const PgCode *code)
{
  PgCode *copy = pg_arena_new0 (arena, PgCode);
  gsize size = (code->n * code->n + 7) / 8;
  guint8 *modules = pg_arena_new_array (arena, guint8, size);
  memcpy (modules, code->modules, size);
  *copy = (PgCode){ pg_arena_strdup (arena, code->payload), code->n, modules };
  return copy;
}
