/* QR codes. Enters: what a code is to say. Leaves: its modules, to be drawn as squares. */
#include "block/code.h"

#include <qrencode.h>
#include <string.h>

#define ECI_UTF_8 26
#define DARK 1 /* the bit of libqrencode's that says so */

/* NULL where it is too long. The hint at Kanji would break UTF-8: bytes are all that is written. */
static QRcode *
encode (const char *payload, QRecLevel level)
{
  QRinput *input = QRinput_new2 (0, level);
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
  QRcode *made = encode (payload, QR_ECLEVEL_M), *safer = encode (payload, QR_ECLEVEL_Q);
  const QRcode *best = made != NULL && safer != NULL && safer->width == made->width ? safer : made;
  PgCode *code = NULL;
  if (best != NULL)
    {
      guint n = (guint) best->width;
      guint8 *modules = pg_arena_new_array (arena, guint8, n * n);
      for (guint i = 0; i < n * n; i++)
        modules[i] = best->data[i] & DARK;
      code = pg_arena_new0 (arena, PgCode);
      *code = (PgCode){ pg_arena_strdup (arena, payload), n, modules };
    }
  QRcode_free (made);
  QRcode_free (safer);
  return code;
}
