/* Enters: a content stream. Leaves: it read for the press, and for tags. */
#include "fuzz.h"
#include "pdf/press-colours.h"
#include "pdf/path.h"
#include "pdf/tag-content.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = fuzz_bytes (data, size);
  const char *content = size > 0 ? g_bytes_get_data (bytes, NULL) : "";
  g_autoptr (GArray) chunks = g_array_new (FALSE, FALSE, sizeof (PgChunk)),
                     sequences = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < 8; i++)
    g_array_append_val (chunks, ((PgChunk){ .page = i / 4 }));
  static const guint8 modules[] = { 0x43, 0x01 }; /* 110 000 101 */
  static const PgCode code = { "a", 3, modules };
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (codes, (gpointer) &code);
  GString *press = pg_press_rewrite (content, size, codes),
          *tagged = pg_tag_content (content, size, chunks, 0, sequences, NULL);
  if (press != NULL)
    g_string_free (press, TRUE);
  if (tagged != NULL)
    g_string_free (tagged, TRUE);
  return 0;
}
