/* Enters: sponsors by tiers. Leaves: their page: the logos of a tier on equal areas, smaller from tier to tier; where there is no
   room, in lower boxes, and then as names. */
#include "event/words.h"
#include "piece/booklet.h"
#include "say/pair.h"
#include "say/say.h"

#include <math.h>

#define SIZES 3 /* of boxes; further tiers have the last one's */

/* How a tier is shown. */
typedef struct
{
  const PgVoice *voice;
  const PgTier *tier;
  double width, height; /* of a box */
  double area;          /* of each logo */
  guint across;         /* boxes in a row */
} Tier;

static double
size_of (const PgVoice *voice, guint index, const char *what)
{
  g_autofree char *key = g_strdup_printf ("sponsor-%u-%s", MIN (index, SIZES - 1) + 1, what);
  return pg_booklet_length (voice, key);
}

/* The largest area that each logo can have within its box, and not more than the theme's share of it. */
static double
area_of_logos (const Tier *tier)
{
  double area = tier->width * tier->height * pg_share (tier->voice, "sponsor-logo");
  for (guint i = 0; i < tier->tier->sponsors->len; i++)
    {
      const PgOrganisation *sponsor = g_ptr_array_index (tier->tier->sponsors, i);
      double ratio = sponsor->logo != NULL ? pg_event_image_ratio (tier->voice->event, sponsor->logo) : 1,
             width = MIN (tier->width, tier->height * ratio);
      area = MIN (area, width * width / ratio);
    }
  return area;
}

static Tier
tier_of (const PgVoice *voice, const PgTier *tier, guint index, double lower)
{
  Tier shown = { voice, tier, size_of (voice, index, "width"), size_of (voice, index, "height") * lower, 0, 1 };
  double gutter = pg_space (voice, "gutter"), measure = voice->paper->measure;
  shown.across = (guint) MAX (1, (measure + gutter) / (shown.width + gutter));
  shown.width = (measure - (shown.across - 1) * gutter) / shown.across;
  shown.area = area_of_logos (&shown);
  return shown;
}

static PgBlock *
name_block (const PgVoice *voice, const PgOrganisation *sponsor)
{
  return pg_say (voice, "sponsor-name", sponsor->name);
}

static PgBlock *
logo_block (const Tier *tier, const PgOrganisation *sponsor)
{
  const PgVoice *voice = tier->voice;
  PgBlock *shown = NULL;
  if (sponsor->logo != NULL)
    {
      double ratio = pg_event_image_ratio (voice->event, sponsor->logo), height = sqrt (tier->area / ratio);
      shown = pg_booklet_picture (voice, sponsor->logo, pg_plain (voice, sponsor->name), height * ratio, height,
                                  &sponsor->logo_place);
    }
  else
    shown = PG_STACKED (voice, name_block, sponsor);
  PgBlock *box = pg_box_new (voice->arena, shown);
  box->box_height = tier->height;
  box->vertical = PG_PLACE_MIDDLE;
  return box;
}

static PgBlock *
logos_block (const Tier *tier)
{
  const PgVoice *voice = tier->voice;
  const GPtrArray *sponsors = tier->tier->sponsors;
  PgBlock *logos = pg_block_new (voice->arena, PG_BLOCK_STACK, &tier->tier->place);
  logos->rule_above = pg_theme_rule (voice->theme, "booklet");
  for (guint i = 0; i < sponsors->len; i += tier->across)
    {
      PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &tier->tier->place);
      row->align_tops = row->keep_together = TRUE;
      for (guint j = 0; j < tier->across && i + j < sponsors->len; j++)
        pg_row_add (row, j * (tier->width + pg_space (voice, "gutter")), tier->width,
                    logo_block (tier, g_ptr_array_index (sponsors, i + j)));
      pg_block_add (logos, row);
    }
  return logos;
}

static PgBlock *
names_block (const PgVoice *voice, const PgTier *tier)
{
  PgBlock *names = pg_block_new (voice->arena, PG_BLOCK_COLUMNS, &tier->place);
  names->n_columns = 2;
  names->gutter = pg_space (voice, "gutter");
  names->rule_above = pg_theme_rule (voice->theme, "booklet");
  names->pad_above = pg_booklet_length (voice, "glance-tight");
  for (guint i = 0; i < tier->sponsors->len; i++)
    {
      const PgOrganisation *sponsor = g_ptr_array_index (tier->sponsors, i);
      pg_block_add (names, PG_STACKED (voice, pg_say, "booklet-row", sponsor->name));
    }
  return names;
}

static gboolean
has_logo (const PgTier *tier)
{
  for (guint i = 0; i < tier->sponsors->len; i++)
    if (((const PgOrganisation *) g_ptr_array_index (tier->sponsors, i))->logo != NULL)
      return TRUE;
  return FALSE;
}

static PgBlock *
tier_name (const PgVoice *voice, const PgTier *tier)
{
  PgBlock *name = PG_STACKED (voice, pg_say, "booklet-head", tier->name);
  name->role = PG_ROLE_H2;
  name->keep_with_next = TRUE;
  name->before = pg_booklet_length (voice, "sponsor-before");
  name->after = pg_booklet_length (voice, "contents-pad");
  return name;
}

/* n_logos: so many tiers, from the first, with their logos, in boxes so much lower than the theme's. The name of the first
   stands below the page's title. */
static PgBlock *
tiers_block (const PgVoice *voice, const GPtrArray *tiers, guint n_logos, double lower)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  for (guint i = 0; i < tiers->len; i++)
    {
      const PgTier *tier = g_ptr_array_index (tiers, i);
      Tier shown = tier_of (voice, tier, i, lower);
      if (i > 0)
        pg_block_add (stack, tier_name (voice, tier));
      pg_block_add (stack, i < n_logos && has_logo (tier) ? logos_block (&shown) : names_block (voice, tier));
    }
  return stack;
}

PgPageRun *
pg_sponsors_pages (const PgVoice *voice, const PgBookletPart *part)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &part->place);
  double lower = pg_share (voice, "sponsor-lower");
  choice->by = PG_CHOICE_SPACE;
  pg_block_add (choice, tiers_block (voice, part->tiers, part->tiers->len, 1));
  for (guint n = part->tiers->len; n > 0; n--)
    pg_block_add (choice, tiers_block (voice, part->tiers, n, lower));
  return pg_part_pages (voice, part, tier_name (voice, g_ptr_array_index (part->tiers, 0)), choice);
}
