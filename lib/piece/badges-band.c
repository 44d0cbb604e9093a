/* Enters: a guest. Leaves: the band for their category, which both its tone and its word tell. */
#include "piece/badges.h"
#include "say/pair.h"
#include "say/say.h"
#include "theme/band.h"

#include <string.h>

typedef struct
{
  const PgText *name;  /* the event's, or NULL */
  const char *written; /* as the list has it */
  const char *id;      /* or NULL */
  guint index;         /* among the event's, from 0 */
} Category;

/* An event without categories has those that the list names, in its order. */
static Category
category_of (const PgBadge *badge, const char *word)
{
  const PgVoice *voice = badge->voice;
  Category category = { .written = word };
  const PgCategory *found = pg_event_find_category (voice->event, word, &category.index);
  if (found != NULL)
    {
      category.name = found->name;
      category.id = found->id;
      return category;
    }
  g_autofree char *small = g_utf8_strdown (word, -1);
  category.id = pg_arena_strdup (voice->arena, small);
  while (category.index < badge->categories->len
         && strcmp (g_ptr_array_index (badge->categories, category.index), category.id) != 0)
    category.index++;
  if (category.index == badge->categories->len)
    g_ptr_array_add (badge->categories, (gpointer) category.id);
  return category;
}

static PgBlock *
word_block (const PgVoice *voice, const char *style, const Category *category, const PgPlace *place)
{
  if (category->name != NULL)
    return pg_say (voice, style, category->name);
  return voice->is_second ? NULL : pg_say_string (voice, style, category->written, place);
}

static void
add_fill (const PgBadge *badge, PgBlock *placed, double x, double width, double height, const PgColour *fill)
{
  PgBlock *block = pg_block_new (badge->voice->arena, PG_BLOCK_FILL, &placed->place);
  block->colour = *fill;
  block->width = width;
  block->height = height;
  pg_placed_add (placed, x, 0, width, block);
}

/* A line along its upper edge, or bars at its end: what tells it where there is no colour. */
static void
add_marks (const PgBadge *badge, PgBlock *placed, const PgBand *band, double height)
{
  double width = badge->voice->paper->width, bar = pg_badge_length (badge, "band-bar");
  if (band->has_line)
    add_fill (badge, placed, 0, width, pg_badge_length (badge, "band-line"), &band->ink);
  for (guint i = 0; band->has_bars && i < PG_BAND_BARS; i++)
    add_fill (badge, placed, width - (2 * i + 2) * bar, bar, height, &band->ink);
}

PgBlock *
pg_badge_band (const PgBadge *badge, const PgGuest *guest)
{
  const PgVoice *voice = badge->voice;
  const char *word = pg_guest_field (voice, guest, "category");
  double height = pg_badge_length (badge, "band"), bars = (2 * PG_BAND_BARS + 1) * pg_badge_length (badge, "band-bar");
  if (word[0] == '\0')
    return NULL;
  Category category = category_of (badge, word);
  PgBand *band = pg_arena_new0 (voice->arena, PgBand);
  pg_theme_band (voice->theme, "categories", category.id, category.index, band);
  PgBlock *said = PG_STACKED (voice, word_block, badge->styles->category, &category, &guest->person->place);
  pg_set_ink (voice, said, &band->ink);
  PgBlock *box = pg_box_new (voice->arena, said);
  box->box_width = voice->paper->width;
  box->box_height = height;
  box->padding.left = voice->paper->left;
  box->padding.right = band->has_bars ? bars : voice->paper->right;
  box->vertical = PG_PLACE_MIDDLE;
  box->fill = &band->fill;
  PgBlock *placed = pg_block_new (voice->arena, PG_BLOCK_PLACED, &guest->person->place);
  placed->extent = height;
  pg_placed_add (placed, 0, 0, voice->paper->width, box);
  add_marks (badge, placed, band, height);
  return placed;
}
