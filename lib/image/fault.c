/* Enters: an error of this room. Leaves: its code as findings say it. */
#include "image/fault.h"

G_DEFINE_QUARK (pg - image - fault, pg_image_fault)

const char *
pg_image_fault_code (const GError *fault)
{
  static const char *const codes[] = { [PG_IMAGE_MISSING] = "image-missing", [PG_IMAGE_UNREADABLE] = "image-unreadable",
                                       [PG_IMAGE_DAMAGED] = "image-damaged", [PG_IMAGE_TOO_LARGE] = "image-too-large",
                                       [PG_IMAGE_COLOURS] = "image-colours", [PG_IMAGE_UNDRAWN] = "image-undrawn" };
  return codes[fault->code];
}
