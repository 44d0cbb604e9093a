/* Enters: an event. Leaves: its cover, in one of three arrangements: with the programme as a picture on two axes, as a
   poster in one colour, or centred between double rules. */
#include "piece/cover.h"

#include "base/units.h"
#include "event/dates.h"
#include "event/names.h"
#include "event/words.h"
#include "say/pair.h"
#include "piece/parts.h"
#include "say/say.h"

#include <string.h>

#define LONG_NAME 44 /* characters */
#define A4_HEIGHT (297 * PG_POINTS_PER_MM)

double
pg_cover_y (const PgJob *job, const char *key)
{
  return pg_space (job, key) * job->page_height / A4_HEIGHT;
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

static PgBlock *
cover_title (const PgJob *job, const PgText *text)
{
  PgBlock *title = pg_say (job, "cover-title", text);
  title->role = PG_ROLE_H1;
  return title;
}

/* A long title stands close below the series, at the top where there is none. */
static double
title_y (const PgJob *job, double top)
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
      PgBlock *middle = pg_block_new (job->arena, PG_BLOCK_STACK, &host->place);
      middle->pad_above = mark != NULL ? MAX (0, (size - 2 * name->style->leading) / 2) : 0;
      pg_block_add (middle, name);
      if (mark != NULL)
        pg_row_add (row, 0, size, mark);
      /* Two short lines look better beside the mark than a long one; a long name needs the width. */
      double narrow = pg_space (job, "host-name");
      gboolean is_long = job->is_small || g_utf8_strlen (name->runs[0].text, -1) > LONG_NAME;
      pg_row_add (row, x, is_long ? width - x : MIN (narrow, width - x), middle);
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

/* Those who organise, side by side, two to a line; on small paper below each other, or, where they are many, as a line
   of names. NULL if there are none. */
static PgBlock *
hosts_block (const PgJob *job, double width, gboolean centred)
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
  PgBlock *hosts = hosts_block (job, job->details_width, FALSE);
  if (hosts == NULL)
    return NULL;
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &job->event->place);
  PgBlock *label = PG_STACKED (job, pg_say_word, "cover-label", "organised-by");
  row->align_tops = hosts->kind != PG_BLOCK_PARAGRAPH && begin_with_mark (job->event->organisers);
  label->pad_above = row->align_tops ? (pg_space (job, "host-mark") - label->style->leading) / 2 : 0;
  pg_row_add (row, 0, label_width (job), label);
  pg_row_add (row, job->details_x, 0, hosts);
  return row;
}

/* Reference, revision and classification on a line. */
static PgBlock *
reference_block (const PgJob *job, const char *style)
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
  add_fact (job, table, "reference", reference_block (job, "cover-value"));
  return table;
}

static void
compose_figure (const PgJob *job, PgBlock *placed)
{
  double x = job->left + job->details_x, top = pg_cover_y (job, "cover-top");
  pg_placed_add (placed, job->left, top, job->details_x, pg_cover_mark (job));
  pg_placed_follow (placed, x, top, job->details_width, 0,
                    PG_STACKED (job, pg_say, "cover-series", job->event->series));
  pg_placed_follow (placed, x, title_y (job, top), job->details_width, 18,
                    PG_STACKED (job, cover_title, job->event->title));
  pg_placed_follow (placed, x, 0, job->details_width, 9,
                    PG_STACKED (job, pg_say, "cover-subtitle", job->event->subtitle));
  pg_placed_follow (placed, job->left, pg_cover_y (job, "cover-facts"), job->width, 24, facts_table (job));
  double figure = pg_cover_y (job, "cover-figure"), pitch = pg_space (job, "figure-pitch");
  double bottom = job->page_height - pg_cover_y (job, "cover-bottom");
  PgPlacement drawing = { .x = job->left, .y = figure, .width = job->width, .follows = TRUE, .white = 24 };
  drawing.is_option = TRUE;
  drawing.limit = job->event->organisers->len == 0 ? bottom : 0;
  drawing.block = pg_cover_figure (job, pitch);
  pg_placed_put (placed, drawing);
  drawing.y = 0;
  drawing.instead = TRUE;
  drawing.block = pg_cover_figure (job, pitch * 0.6);
  pg_placed_put (placed, drawing);
  pg_placed_hang (placed, job->left, bottom, job->width, labelled_hosts (job));
}

/* "3" or, for several days of one month, "3–5", unless the event says its dates in words of its own. */
static char *
poster_figure (const PgJob *job)
{
  const GPtrArray *days = job->event->days;
  const PgDay *first = g_ptr_array_index (days, 0), *last = g_ptr_array_index (days, days->len - 1);
  gboolean is_range = job->event->dates == NULL && first->month == last->month && first->year == last->year
                      && first->day != last->day;
  return is_range ? pg_arena_printf (job->arena, "%d–%d", first->day, last->day)
                  : pg_arena_printf (job->arena, "%d", first->day);
}

/* The dates in words, where the figure and the month do not say as much. */
static PgBlock *
poster_dates (const PgJob *job, gboolean is_range)
{
  const PgDay *day = g_ptr_array_index (job->event->days, 0);
  g_autofree char *date = pg_date_format_skeleton (day, "yMMMMd", job->language);
  PgBlock *dates = PG_STACKED (job, pg_cover_dates, "cover-value");
  if (!is_range && (dates == NULL || g_strcmp0 (dates->runs[0].text, pg_figures (job->arena, date, job->zero)) != 0))
    return dates;
  return job->second != NULL ? pg_cover_dates (job->second, "cover-value") : NULL;
}

/* Adds dates, place and reference to what stands beside or below the figure. */
static void
add_poster_facts (const PgJob *job, PgBlock *stack, PgBlock *dates, double white)
{
  PgBlock *lines[]
      = { dates, PG_STACKED (job, pg_say, "cover-value", job->event->venue), reference_block (job, "cover-value") };
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      if (lines[i] != NULL)
        lines[i]->before = white;
      pg_block_add (stack, lines[i]);
    }
}

/* Month and year, the first line level with the figure's top. */
static PgBlock *
poster_month (const PgJob *job, double above)
{
  const PgDay *day = g_ptr_array_index (job->event->days, 0);
  g_autofree char *month = pg_date_format_skeleton (day, "LLLL", job->language);
  PgBlock *column = pg_block_new (job->arena, PG_BLOCK_STACK, &day->place);
  g_autofree char *year = pg_date_format_skeleton (day, "y", job->language);
  const char *words = pg_arena_printf (job->arena, "%s\u2028%s", month, year);
  PgBlock *name = pg_say_figures (job, "cover-month", words, &day->place);
  column->pad_above = MAX (0, above - 0.15 * name->style->leading);
  pg_block_add (column, name);
  return column;
}

/* The figure with the month beside it, as a block that reaches from the figure's top to its baseline. */
static PgBlock *
poster_large (const PgJob *job, const char *figure, const PgStyle *style, double x, PgBlock *column)
{
  double cap_top = style->leading / 2 + (0.388 - 0.714) * style->size;
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &job->event->place);
  row->align_tops = TRUE;
  pg_row_add (row, -0.035 * style->size, 0, pg_say_figures (job, style->name, figure, &job->event->place));
  pg_row_add (row, x, job->width - x, column);
  PgBlock *large = pg_block_new (job->arena, PG_BLOCK_PLACED, &job->event->place);
  large->height = 0.714 * style->size;
  pg_placed_add (large, 0, -cap_top, job->width, row);
  return large;
}

/* What is said in words where there is no room for the figure: all that stood beside it. */
static PgBlock *
poster_instead (const PgJob *job, gboolean is_range)
{
  PgBlock *stack = pg_block_new (job->arena, PG_BLOCK_STACK, &job->event->place);
  add_poster_facts (job, stack, PG_STACKED (job, pg_cover_dates, is_range ? "cover-value" : "cover-date"),
                    is_range ? 0 : 6);
  return stack->children->len > 0 ? stack : NULL;
}

/* The day's figure with the month beside it. Below the month stand place and hosts where one figure and two hosts, in one
   language, leave room, else they stand below the figure. Where a long title leaves no room for it, the dates are said
   in words. */
static void
add_poster_date (const PgJob *job, PgBlock *placed)
{
  if (job->event->days->len == 0)
    return;
  char *figure = poster_figure (job);
  gboolean is_range = strstr (figure, "–") != NULL;
  const PgStyle *style = pg_style (job, is_range ? "cover-days" : "cover-day");
  double x = MAX (job->details_x, style->size * (0.572 * (double) g_utf8_strlen (figure, -1) - 0.035));
  gboolean is_beside
      = !job->is_small && strlen (figure) == 1 && job->event->organisers->len <= 2 && job->second == NULL;
  double bottom = job->page_height - pg_cover_y (job, "cover-bottom"), hosts_x = is_beside ? x : 0;
  PgBlock *column = poster_month (job, style->leading / 2 + (0.388 - 0.714) * style->size);
  PgBlock *group = pg_block_new (job->arena, PG_BLOCK_STACK, &job->event->place);
  PgBlock *facts = is_beside ? column : pg_block_new (job->arena, PG_BLOCK_STACK, &job->event->place);
  add_poster_facts (job, facts, poster_dates (job, is_range), is_beside ? 17 : 0);
  pg_block_add (group, poster_large (job, figure, style, x, column));
  if (!is_beside && facts->children->len > 0)
    {
      facts->before = 24;
      pg_block_add (group, facts);
    }
  pg_placed_put (placed, (PgPlacement){ .x = job->left,
                                        .y = bottom,
                                        .width = job->width,
                                        .hangs = is_beside,
                                        .above = !is_beside,
                                        .white = 24,
                                        .is_option = TRUE,
                                        .block = group });
  pg_placed_put (placed, (PgPlacement){ .x = job->left,
                                        .width = job->width,
                                        .follows = TRUE,
                                        .white = 24,
                                        .instead = TRUE,
                                        .block = poster_instead (job, is_range) });
  pg_placed_hang (placed, job->left + hosts_x, bottom, job->width - hosts_x,
                  hosts_block (job, job->width - hosts_x, FALSE));
}

/* The series on the second axis, the draft mark at the far end. */
static PgBlock *
poster_head (const PgJob *job)
{
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &job->event->place);
  double mark = pg_is_draft (job) ? job->details_width * 0.6 : 0, gap = mark > 0 ? pg_space (job, "gutter") : 0;
  pg_row_add (row, job->details_x, job->details_width - mark - gap,
              PG_STACKED (job, pg_say, "cover-series", job->event->series));
  if (mark > 0)
    pg_row_add (row, job->width - mark, mark, pg_say_string (job, "cover-draft", pg_status (job), &job->event->place))
        ->fits
        = TRUE;
  return row;
}

static void
compose_poster (const PgJob *job, PgBlock *placed)
{
  double top = pg_cover_y (job, "cover-top");
  PgBlock *field = pg_block_new (job->arena, PG_BLOCK_FILL, NULL);
  field->colour = *pg_theme_colour (job->theme, "accent");
  field->width = job->page_width;
  field->height = job->page_height;
  pg_placed_add (placed, 0, 0, job->page_width, field);
  pg_placed_add (placed, job->left, top, job->details_x, pg_cover_mark (job));
  pg_placed_follow (placed, job->left, top, job->width, 0, poster_head (job));
  pg_placed_follow (placed, job->left, title_y (job, top), job->width, 18,
                    PG_STACKED (job, cover_title, job->event->title));
  pg_placed_follow (placed, job->left, 0, job->width, 9,
                    PG_STACKED (job, pg_say, "cover-subtitle", job->event->subtitle));
  add_poster_date (job, placed);
}

static PgBlock *
rule_block (const PgJob *job, const char *rule)
{
  PgBlock *block = pg_block_new (job->arena, PG_BLOCK_STACK, &job->event->place);
  block->rule_above = pg_theme_rule (job->theme, rule);
  return block;
}

static PgBlock *
draft_words (const PgJob *job, const char *style)
{
  PgBlock *words = pg_paragraph (job, style, &job->event->place);
  if (pg_is_draft (job))
    {
      pg_add_string (job, words, NULL, pg_status (job));
      pg_add_string (job, words, NULL, " ");
    }
  pg_add_word (job, words, NULL, "agenda");
  return words;
}

/* About: capitals are 0.7 em wide, ideographs and syllables 1 em. */
static double
width_of_words (const PgBlock *words)
{
  double width = 2 * words->style->size;
  for (guint i = 0; i < words->n_runs; i++)
    for (const char *at = words->runs[i].text; *at != '\0'; at = g_utf8_next_char (at))
      width += words->style->size * ((g_unichar_iswide (g_utf8_get_char (at)) ? 1 : 0.7) + words->style->tracking);
  return width;
}

/* "Draft Agenda" between two rules. */
static void
add_document_centred (const PgJob *job, PgBlock *placed)
{
  PgBlock *table = pg_block_new (job->arena, PG_BLOCK_TABLE, &job->event->place);
  PgBlock *row = pg_block_new (job->arena, PG_BLOCK_ROW, &job->event->place);
  PgBlock *words = PG_STACKED (job, draft_words, "cover-draft");
  table->role = row->role = PG_ROLE_NONE; /* no more than rules round a line */
  row->rule_above = table->rule_end = pg_theme_rule (job->theme, "cover-fact");
  row->pad_above = row->pad_below = pg_space (job, "fact-pad");
  double width = MAX (width_of_words (draft_words (job->first, "cover-draft")),
                      job->second != NULL ? width_of_words (draft_words (job->second, "cover-draft")) : 0);
  pg_row_add (row, 0, width, words);
  pg_block_add (table, row);
  pg_placed_follow (placed, (job->page_width - width) / 2, pg_cover_y (job, "cover-figure"), width, 18, table);
}

static void
compose_centred (const PgJob *job, PgBlock *placed)
{
  double edge = pg_cover_y (job, "cover-top"), top = edge + pg_space (job, "cover-mark-above");
  double x = job->left, width = job->width;
  double mark = pg_space (job, "cover-mark"), rule = pg_space (job, "title-rule");
  pg_placed_add (placed, x, edge, width, rule_block (job, "cover"));
  pg_placed_follow (placed, (job->page_width - mark) / 2, top, mark, 0, pg_cover_mark (job));
  pg_placed_follow (placed, x, top, width, pg_space (job, "cover-mark-below"),
                    PG_STACKED (job, pg_say, "cover-series", job->event->series));
  pg_placed_follow (placed, x, title_y (job, top), width, 18, PG_STACKED (job, cover_title, job->event->title));
  pg_placed_follow (placed, x, 0, width, 9, PG_STACKED (job, pg_say, "cover-subtitle", job->event->subtitle));
  pg_placed_follow (placed, (job->page_width - rule) / 2, pg_cover_y (job, "cover-rule"), rule, 24,
                    rule_block (job, "cover-fact"));
  pg_placed_follow (placed, x, pg_cover_y (job, "cover-facts"), width, 18,
                    PG_STACKED (job, pg_cover_dates, "cover-date"));
  pg_placed_follow (placed, x, 0, width, 3, PG_STACKED (job, pg_say, "cover-value", job->event->venue));
  pg_placed_follow (placed, x, 0, width, 9, reference_block (job, "cover-reference"));
  add_document_centred (job, placed);
  double inset = width / 12;
  pg_placed_hang (placed, x + inset, job->page_height - pg_cover_y (job, "cover-bottom"), width - 2 * inset,
                  hosts_block (job, width - 2 * inset, TRUE));
  /* The lower rule goes where a long cover reaches down to it. */
  pg_placed_put (placed, (PgPlacement){ .x = x,
                                        .y = job->page_height - edge,
                                        .width = width,
                                        .hangs = TRUE,
                                        .is_option = TRUE,
                                        .white = 12,
                                        .block = rule_block (job, "cover") });
}

static PgBlock *
compose_cover (const PgJob *job)
{
  PgBlock *placed = pg_block_new (job->arena, PG_BLOCK_PLACED, &job->event->place);
  if (pg_theme_is (job->theme, "arrangement", "cover", "poster"))
    compose_poster (job, placed);
  else if (pg_theme_is (job->theme, "arrangement", "cover", "centred"))
    compose_centred (job, placed);
  else
    compose_figure (job, placed);
  return placed;
}

/* Where a long title would push something off the page, all is smaller and stands nearer. */
PgPageRun *
pg_cover_pages (const PgJob *job)
{
  PgPageRun *run = pg_page_run_new (job);
  PgBlock **next = &run->flow;
  PgJob full = *job;
  if (full.bilingual == PG_BILINGUAL_HEADINGS)
    full.bilingual = PG_BILINGUAL_STACKED; /* All of a cover is heading. */
  for (const PgJob *denser = &full; denser != NULL; denser = pg_job_denser (denser))
    {
      *next = compose_cover (denser);
      next = &(*next)->otherwise;
    }
  return run;
}
