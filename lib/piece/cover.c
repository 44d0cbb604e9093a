/* Enters: an event. Leaves: its cover, in one of three arrangements: with the programme as a picture on two axes, as a
   poster in one colour (cover-poster.c), or centred between double rules (cover-centred.c). */
#include "piece/cover.h"

#include "event/dates.h"
#include "event/names.h"
#include "event/words.h"
#include "say/pair.h"
#include "piece/parts.h"
#include "say/say.h"

#include <string.h>

double
pg_cover_y (const PgJob *job, const char *key)
{
  return pg_space (job, key) * job->page_height / pg_theme_length (job->theme, "page", "made-for-height");
}

static PgBlock *
image_block (const PgJob *job, const char *path, const char *alt, double size, const PgPlace *place)
{
  if (path == NULL)
    return NULL;
  PgBlock *block = pg_block_new (job->arena, PG_BLOCK_IMAGE, place);
  block->image = pg_arena_new0 (job->arena, PgImage);
  *block->image = (PgImage){ .path = path, .alt = alt, .width = size, .height = size };
  if (pg_theme_is (job->theme, "arrangement", "logos", "white"))
    block->image->tint = pg_theme_colour (job->theme, "paper");
  return block;
}

PgBlock *
pg_cover_mark (const PgJob *job)
{
  return image_block (job, job->event->logo, job->event->logo_alt, pg_space (job, "cover-mark"),
                      &job->event->logo_place);
}

PgBlock *
pg_cover_title (const PgJob *job, const PgText *text)
{
  PgBlock *title = pg_say (job, "cover-title", text);
  title->role = PG_ROLE_H1;
  return title;
}

double
pg_cover_title_y (const PgJob *job, double top)
{
  return job->is_long ? top : pg_cover_y (job, "cover-title");
}

PgBlock *
pg_cover_dates (const PgJob *job, const char *style)
{
  if (job->event->dates != NULL)
    return pg_say (job, style, job->event->dates);
  g_autofree char *dates = pg_dates_format (job->event, job->language);
  return pg_say_figures (job, style, dates, &job->event->place);
}

static void
add_host_name (const PgJob *job, PgBlock *line, const PgOrganisation *host)
{
  PgBlock *name = pg_paragraph_in (job, line->style, NULL), *country = pg_paragraph_in (job, line->style, NULL);
  pg_add_text (job, name, NULL, host->name);
  if (host->country != NULL)
    pg_add_string (job, country, NULL, pg_country_name (job->event, job->arena, host->country, job->language));
  pg_add_joined (job, line, "party-post", job->language, country, name);
}

static PgBlock *
host_name (const PgJob *job, const PgOrganisation *host)
{
  PgBlock *name = pg_paragraph (job, "cover-host", &host->place);
  add_host_name (job, name, host);
  return name;
}

/* The names alone, on a line or two. */
static PgBlock *
host_names (const PgJob *job, const GPtrArray *hosts)
{
  PgBlock *line = pg_paragraph (job, "cover-host", &job->event->place);
  for (guint i = 0; i < hosts->len; i++)
    {
      pg_add_string (job, line, NULL, i > 0 ? PG_DOT : "");
      add_host_name (job, line, g_ptr_array_index (hosts, i));
    }
  return line;
}

/* Level with the middle of the mark, if two lines high. */
static PgBlock *
middle_block (const PgJob *job, const PgOrganisation *host, PgBlock *name)
{
  PgBlock *middle = pg_block_new (job->arena, PG_BLOCK_STACK, &host->place);
  double slack = pg_space (job, "host-mark") - 2 * pg_block_paragraph (name)->style->leading;
  middle->pad_above = host->logo != NULL ? MAX (0, slack / 2) : 0;
  pg_block_add (middle, name);
  return middle;
}

/* Two short lines look better beside the mark than a long one; a long name needs the width. */
static PgBlock *
name_beside_mark (const PgJob *job, const PgOrganisation *host)
{
  PgBlock *choice = pg_block_new (job->arena, PG_BLOCK_CHOICE, &host->place);
  PgBlock *name = PG_STACKED (job, host_name, host);
  choice->by = PG_CHOICE_LINES;
  pg_block_limit_lines (name, 2);
  PgBlock *narrow = pg_box_new (job->arena, middle_block (job, host, name));
  narrow->box_width = pg_space (job, "host-name");
  pg_block_add (choice, narrow);
  pg_block_add (choice, middle_block (job, host, PG_STACKED (job, host_name, host)));
  return choice;
}

static PgBlock *
host_block (const PgJob *job, const PgOrganisation *host, gboolean centred, double width)
{
  double size = pg_space (job, "host-mark"), gap = pg_space (job, "host-gap");
  const char *alt = pg_plain (job, host->name);
  PgBlock *mark = image_block (job, host->logo, alt, size, &host->logo_place);
  PgBlock *name = PG_STACKED (job, host_name, host);
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &host->place);
  row->align_tops = TRUE;
  if (!centred)
    {
      double x = mark != NULL ? size + gap : 0;
      if (mark != NULL)
        pg_row_add (row, 0, size, mark);
      pg_row_add (row, x, width - x, job->is_small ? middle_block (job, host, name) : name_beside_mark (job, host));
      return row;
    }
  PgBlock *stack = pg_block_new (job->arena, PG_BLOCK_STACK, &host->place);
  if (mark != NULL)
    {
      PgBlock *line = pg_block_new (job->arena, PG_BLOCK_ROW, &host->place);
      pg_row_add (line, (width - size) / 2, size, mark);
      line->after = gap;
      pg_block_add (stack, line);
    }
  pg_block_add (stack, name);
  return stack;
}

PgBlock *
pg_cover_hosts (const PgJob *job, double width, gboolean centred)
{
  const GPtrArray *hosts = job->event->organisers;
  if (job->is_small && hosts->len > 2)
    return PG_STACKED (job, host_names, hosts);
  PgBlock *lines = pg_block_new (job->arena, PG_BLOCK_STACK, &job->event->place);
  guint across = job->is_small && !centred ? 1 : 2;
  double gutter = pg_space (job, "gutter"), column = across == 2 ? (width - gutter) / 2 : width;
  for (guint i = 0; i < hosts->len; i += across)
    {
      guint n = MIN (across, hosts->len - i);
      PgBlock *line = pg_block_new (job->arena, PG_BLOCK_ROW, &job->event->place);
      line->align_tops = TRUE;
      line->before = gutter;
      for (guint j = 0; j < n; j++)
        {
          double at = centred && n == 1 ? (width - column) / 2 : j * (column + gutter);
          pg_row_add (line, at, column, host_block (job, g_ptr_array_index (hosts, i + j), centred, column));
        }
      pg_block_add (lines, line);
    }
  return hosts->len > 0 ? lines : NULL;
}

/* Of what stands on the first axis, white before the second. */
static double
label_width (const PgJob *job)
{
  return job->details_x - pg_space (job, "gutter");
}

/* Whether one of those on the first line has a mark, beside the middle of which its name stands. */
static gboolean
begin_with_mark (const GPtrArray *hosts)
{
  for (guint i = 0; i < MIN (hosts->len, 2); i++)
    if (((const PgOrganisation *) g_ptr_array_index (hosts, i))->logo != NULL)
      return TRUE;
  return FALSE;
}

/* The same with "Organised by" on the first axis, level with the first line. */
static PgBlock *
labelled_hosts (const PgJob *job)
{
  PgBlock *hosts = pg_cover_hosts (job, job->details_width, FALSE);
  if (hosts == NULL)
    return NULL;
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &job->event->place);
  PgBlock *label = PG_STACKED (job, pg_say_word, "cover-label", "organised-by");
  row->align_tops = hosts->kind == PG_BLOCK_STACK && begin_with_mark (job->event->organisers);
  double slack = pg_space (job, "host-mark") - pg_block_paragraph (label)->style->leading;
  label->pad_above = row->align_tops ? slack / 2 : 0;
  pg_row_add (row, 0, label_width (job), label);
  pg_row_add (row, job->details_x, 0, hosts);
  return row;
}

PgBlock *
pg_cover_reference (const PgJob *job, const char *style)
{
  const char *facts[] = { job->event->reference, pg_revision (job, job->event->revision), job->event->classification };
  PgBlock *line = pg_paragraph (job, style, &job->event->place);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL)
      {
        pg_add_string (job, line, NULL, line->n_runs > 0 ? PG_DOT : "");
        pg_add_string (job, line, NULL, facts[i]);
      }
  return line->n_runs > 0 ? line : NULL;
}

/* "Agenda" with the draft mark beside it. */
static PgBlock *
document_block (const PgJob *job, const char *style)
{
  PgBlock *line = pg_say_word (job, style, "agenda");
  if (pg_is_draft (job))
    {
      pg_add_string (job, line, style, PG_NAME_GAP);
      pg_add_string (job, line, "cover-draft", pg_status (job));
    }
  return line;
}

static void
add_fact (const PgJob *job, PgBlock *table, const char *key, PgBlock *value)
{
  if (value == NULL)
    return;
  gboolean is_first = table->children->len == 0;
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &value->place);
  row->rule_above = pg_theme_rule (job->theme, is_first ? "cover" : "cover-fact");
  row->pad_above = row->pad_below = pg_space (job, "fact-pad");
  pg_row_add (row, 0, label_width (job), PG_STACKED (job, pg_say_word, "cover-label", key))->role = PG_ROLE_TH;
  pg_row_add (row, job->details_x, job->details_width, value);
  pg_block_add (table, row);
}

static PgBlock *
facts_table (const PgJob *job)
{
  const ProgrammeEvent *event = job->event;
  PgBlock *table = pg_block_new (job->arena, PG_BLOCK_TABLE, &event->place);
  table->rule_end = pg_theme_rule (job->theme, "cover-fact");
  add_fact (job, table, "date", PG_STACKED (job, pg_cover_dates, "cover-value"));
  add_fact (job, table, "place", PG_STACKED (job, pg_say, "cover-value", event->venue));
  add_fact (job, table, "document", PG_STACKED (job, document_block, "cover-value"));
  add_fact (job, table, "reference", pg_cover_reference (job, "cover-value"));
  return table;
}

/* With the picture, with a lower one, without. */
static PgBlock *
compose_figure (const PgJob *job, guint variant)
{
  PgBlock *placed = pg_block_new (job->arena, PG_BLOCK_PLACED, &job->event->place);
  double x = job->left + job->details_x, top = pg_cover_y (job, "cover-top");
  double white = pg_space (job, "cover-facts-white"), pitch = pg_space (job, "figure-pitch");
  pg_placed_add (placed, job->left, top, job->details_x, pg_cover_mark (job));
  pg_placed_follow (placed, x, top, job->details_width, 0,
                    PG_STACKED (job, pg_say, "cover-series", job->event->series));
  pg_cover_add_title (job, placed, x, job->details_width, top);
  pg_placed_follow (placed, job->left, pg_cover_y (job, "cover-facts"), job->width, white, facts_table (job));
  if (variant == 0)
    pg_placed_follow (placed, job->left, pg_cover_y (job, "cover-figure"), job->width, white,
                      pg_cover_figure (job, pitch));
  else if (variant == 1)
    pg_placed_follow (placed, job->left, 0, job->width, white,
                      pg_cover_figure (job, pitch * pg_share (job, "figure-low")));
  PgBlock *hosts = labelled_hosts (job), *end = pg_block_new (job->arena, PG_BLOCK_STACK, &job->event->place);
  pg_placed_put (placed, (PgPlacement){ .x = job->left,
                                        .y = job->page_height - pg_cover_y (job, "cover-bottom"),
                                        .width = job->width,
                                        .hangs = TRUE,
                                        .white = variant < 2 && hosts != NULL ? white : 0,
                                        .block = hosts != NULL ? hosts : end });
  return placed;
}

void
pg_cover_add_title (const PgJob *job, PgBlock *placed, double x, double width, double top)
{
  pg_placed_follow (placed, x, pg_cover_title_y (job, top), width, pg_space (job, "cover-title-white"),
                    PG_STACKED (job, pg_cover_title, job->event->title));
  pg_placed_follow (placed, x, 0, width, pg_space (job, "cover-subtitle-white"),
                    PG_STACKED (job, pg_say, "cover-subtitle", job->event->subtitle));
}

/* Adds a cover in all its variants, the richest first. */
static void
add_variants (const PgJob *job, PgBlock *choice)
{
  static const struct
  {
    const char *name;
    PgBlock *(*compose) (const PgJob *job, guint variant);
    guint n_variants;
  } arrangements[]
      = { { "figure", compose_figure, 3 }, { "poster", pg_cover_poster, 2 }, { "centred", pg_cover_centred, 2 } };
  for (guint i = 0; i < G_N_ELEMENTS (arrangements); i++)
    for (guint v = 0;
         pg_theme_is (job->theme, "arrangement", "cover", arrangements[i].name) && v < arrangements[i].n_variants; v++)
      pg_block_add (choice, arrangements[i].compose (job, v));
}

/* Where a long title would push something off the page, first what is no more than ornament goes, then all is smaller and
   stands nearer. */
PgPageRun *
pg_cover_pages (const PgJob *job)
{
  PgPageRun *run = pg_page_run_new (job);
  PgJob full = *job;
  if (full.bilingual == PG_BILINGUAL_HEADINGS)
    full.bilingual = PG_BILINGUAL_STACKED; /* All of a cover is heading. */
  run->flow = pg_block_new (job->arena, PG_BLOCK_CHOICE, &job->event->place);
  for (guint density = 0; density < pg_job_n_densities (&full); density++)
    add_variants (pg_job_dense (&full, density), run->flow);
  return run;
}
