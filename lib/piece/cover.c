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
pg_cover_y (const PgVoice *voice, const char *key)
{
  return pg_space (voice, key) * voice->paper->height / pg_theme_length (voice->theme, "page", "made-for-height");
}

static PgBlock *
image_block (const PgVoice *voice, const char *path, const char *alt, double size, const PgPlace *place)
{
  if (path == NULL)
    return NULL;
  PgBlock *block = pg_block_new (voice->arena, PG_BLOCK_IMAGE, place);
  block->image = pg_arena_new0 (voice->arena, PgImage);
  *block->image = (PgImage){ .path = path, .alt = alt, .width = size, .height = size };
  if (!voice->is_head && pg_theme_is (voice->theme, "arrangement", "logos", "white"))
    block->image->tint = pg_theme_colour (voice->theme, "paper");
  return block;
}

PgBlock *
pg_cover_mark (const PgVoice *voice)
{
  double size = voice->is_head ? pg_space (voice, "head-mark") : pg_space (voice, "cover-mark");
  return image_block (voice, voice->event->logo, voice->event->logo_alt, size, &voice->event->logo_place);
}

PgBlock *
pg_cover_title (const PgVoice *voice, const PgText *text)
{
  PgBlock *title = pg_say (voice, "cover-title", text);
  title->role = PG_ROLE_H1;
  return title;
}

double
pg_cover_title_y (const PgVoice *voice, double top)
{
  return voice->is_long ? top : pg_cover_y (voice, "cover-title");
}

PgBlock *
pg_cover_dates (const PgVoice *voice, const char *style)
{
  if (voice->event->dates != NULL)
    return pg_say (voice, style, voice->event->dates);
  g_autofree char *dates = pg_dates_format (voice->event, voice->language);
  return pg_say_figures (voice, style, dates, &voice->event->place);
}

static void
add_host_name (const PgVoice *voice, PgBlock *line, const PgOrganisation *host)
{
  PgBlock *name = pg_paragraph_in (voice, line->style, NULL), *country = pg_paragraph_in (voice, line->style, NULL);
  pg_add_text (voice, name, NULL, host->name);
  if (host->country != NULL)
    pg_add_string (voice, country, NULL, pg_country_name (voice->event, voice->arena, host->country, voice->language));
  pg_add_joined (voice, line, "party-post", voice->language, country, name);
}

static PgBlock *
host_line (const PgVoice *voice, const PgPlace *place)
{
  return voice->is_head ? pg_paragraph (voice, "head-host", place) : pg_paragraph (voice, "cover-host", place);
}

static PgBlock *
host_name (const PgVoice *voice, const PgOrganisation *host)
{
  PgBlock *name = host_line (voice, &host->place);
  add_host_name (voice, name, host);
  return name;
}

/* The names alone, on a line or two. */
static PgBlock *
host_names (const PgVoice *voice, const GPtrArray *hosts)
{
  PgBlock *line = host_line (voice, &voice->event->place);
  for (guint i = 0; i < hosts->len; i++)
    {
      pg_add_string (voice, line, NULL, i > 0 ? PG_DOT : "");
      add_host_name (voice, line, g_ptr_array_index (hosts, i));
    }
  return line;
}

static gboolean
is_many (const PgVoice *voice)
{
  return voice->is_small && voice->event->organisers->len > 2;
}

/* Whether one of the first n has one. */
static gboolean
have_marks (const GPtrArray *hosts, guint n)
{
  for (guint i = 0; i < n; i++)
    if (((const PgOrganisation *) g_ptr_array_index (hosts, i))->logo != NULL)
      return TRUE;
  return FALSE;
}

/* The marks alone, as many beside each other as go, in rows of nearly as many; NULL if there are none. */
static PgBlock *
host_marks (const PgVoice *voice, double width, gboolean centred)
{
  const GPtrArray *hosts = voice->event->organisers;
  double size = pg_space (voice, "host-mark"), step = size + pg_space (voice, "host-gap");
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  for (guint i = 0; i < hosts->len; i++)
    {
      const PgOrganisation *host = g_ptr_array_index (hosts, i);
      if (host->logo != NULL)
        g_ptr_array_add (marks, image_block (voice, host->logo, pg_plain (voice, host->name), size, &host->logo_place));
    }
  guint most = (guint) MAX (1, (width + step - size) / step), n_rows = (marks->len + most - 1) / most;
  PgBlock *rows = n_rows > 0 ? pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place) : NULL;
  for (guint i = 0, at = 0; i < n_rows; i++)
    {
      PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
      guint n = (marks->len - at + n_rows - i - 1) / (n_rows - i);
      double x = centred ? (width - n * step + step - size) / 2 : 0;
      row->before = step - size;
      for (guint j = 0; j < n; j++)
        pg_row_add (row, x + j * step, size, g_ptr_array_index (marks, at + j));
      pg_block_add (rows, row);
      at += n;
    }
  return rows;
}

/* Many of them: their marks and below them all names, or these alone. */
static PgBlock *
many_hosts (const PgVoice *voice, double width, PgHostsLook look)
{
  PgBlock *names = PG_STACKED (voice, host_names, voice->event->organisers);
  PgBlock *marks = look.has_marks ? host_marks (voice, width, look.is_centred) : NULL;
  if (marks == NULL)
    return names;
  names->before = pg_space (voice, "host-gap");
  pg_block_add (marks, names);
  return marks;
}

void
pg_cover_leave_marks_out (const PgVoice *voice, PgBlock *block)
{
  const GPtrArray *hosts = voice->event->organisers;
  if (have_marks (hosts, hosts->len))
    pg_block_leave_out (voice->arena, block, "logos-left-out",
                        "there is no room for the logos of those who organise, and their names stand alone: use larger "
                        "paper, or shorten the title");
}

/* Level with the middle of the mark, if two lines high. */
static PgBlock *
middle_block (const PgVoice *voice, const PgOrganisation *host, PgBlock *name)
{
  PgBlock *middle = pg_block_new (voice->arena, PG_BLOCK_STACK, &host->place);
  double slack = pg_space (voice, "host-mark") - 2 * pg_block_paragraph (name)->style->leading;
  middle->pad_above = host->logo != NULL ? MAX (0, slack / 2) : 0;
  pg_block_add (middle, name);
  return middle;
}

/* Two short lines look better beside the mark than a long one; a long name needs the width. */
static PgBlock *
name_beside_mark (const PgVoice *voice, const PgOrganisation *host)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &host->place);
  PgBlock *name = PG_STACKED (voice, host_name, host);
  choice->by = PG_CHOICE_LINES;
  pg_block_limit_lines (name, 2);
  PgBlock *narrow = pg_box_new (voice->arena, middle_block (voice, host, name));
  narrow->box_width = pg_space (voice, "host-name");
  pg_block_add (choice, narrow);
  pg_block_add (choice, middle_block (voice, host, PG_STACKED (voice, host_name, host)));
  return choice;
}

static PgBlock *
host_block (const PgVoice *voice, const PgOrganisation *host, gboolean centred, double width)
{
  double size = pg_space (voice, "host-mark"), gap = pg_space (voice, "host-gap");
  const char *alt = pg_plain (voice, host->name);
  PgBlock *mark = image_block (voice, host->logo, alt, size, &host->logo_place);
  PgBlock *name = PG_STACKED (voice, host_name, host);
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &host->place);
  row->align_tops = TRUE;
  if (!centred)
    {
      double x = mark != NULL ? size + gap : 0;
      if (mark != NULL)
        pg_row_add (row, 0, size, mark);
      pg_row_add (row, x, width - x,
                  voice->is_small ? middle_block (voice, host, name) : name_beside_mark (voice, host));
      return row;
    }
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &host->place);
  if (mark != NULL)
    {
      PgBlock *line = pg_block_new (voice->arena, PG_BLOCK_ROW, &host->place);
      pg_row_add (line, (width - size) / 2, size, mark);
      line->after = gap;
      pg_block_add (stack, line);
    }
  pg_block_add (stack, name);
  return stack;
}

PgBlock *
pg_cover_hosts (const PgVoice *voice, double width, PgHostsLook look)
{
  const GPtrArray *hosts = voice->event->organisers;
  if (is_many (voice))
    return many_hosts (voice, width, look);
  PgBlock *lines = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  guint across = voice->is_small && !look.is_centred ? 1 : 2;
  double gutter = pg_space (voice, "gutter"), column = across == 2 ? (width - gutter) / 2 : width;
  for (guint i = 0; i < hosts->len; i += across)
    {
      guint n = MIN (across, hosts->len - i);
      PgBlock *line = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
      line->align_tops = TRUE;
      line->before = gutter;
      for (guint j = 0; j < n; j++)
        {
          double at = look.is_centred && n == 1 ? (width - column) / 2 : j * (column + gutter);
          pg_row_add (line, at, column, host_block (voice, g_ptr_array_index (hosts, i + j), look.is_centred, column));
        }
      pg_block_add (lines, line);
    }
  return hosts->len > 0 ? lines : NULL;
}

/* Of what stands on the first axis, white before the second. */
static double
label_width (const PgVoice *voice)
{
  return voice->paper->details_x - pg_space (voice, "gutter");
}

/* Whether there is a mark on their first line, beside the middle of which a name stands. */
static gboolean
begin_with_mark (const PgVoice *voice)
{
  const GPtrArray *hosts = voice->event->organisers;
  return have_marks (hosts, is_many (voice) ? hosts->len : MIN (hosts->len, 2));
}

PgBlock *
pg_cover_labelled_hosts (const PgVoice *voice, gboolean has_marks)
{
  PgBlock *hosts = pg_cover_hosts (voice, voice->paper->details_width, (PgHostsLook){ FALSE, has_marks });
  if (hosts == NULL)
    return NULL;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &voice->event->place);
  PgBlock *label = voice->is_head ? PG_STACKED (voice, pg_say_word, "head-label", "organised-by")
                                  : PG_STACKED (voice, pg_say_word, "cover-label", "organised-by");
  row->align_tops = hosts->kind == PG_BLOCK_STACK && begin_with_mark (voice);
  double slack = pg_space (voice, "host-mark") - pg_block_paragraph (label)->style->leading;
  label->pad_above = row->align_tops ? slack / 2 : 0;
  pg_row_add (row, 0, label_width (voice), label);
  pg_row_add (row, voice->paper->details_x, 0, hosts);
  return row;
}

PgBlock *
pg_cover_reference (const PgVoice *voice, const char *style)
{
  const char *facts[] = { pg_plain (voice, voice->event->reference), pg_revision (voice, voice->event->revision),
                          pg_plain (voice, voice->event->classification) };
  PgBlock *line = pg_paragraph (voice, style, &voice->event->place);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL)
      {
        pg_add_string (voice, line, NULL, line->n_runs > 0 ? PG_DOT : "");
        pg_add_string (voice, line, NULL, facts[i]);
      }
  return line->n_runs > 0 ? line : NULL;
}

PgBlock *
pg_cover_document (const PgVoice *voice, const char *style)
{
  return voice->event->agenda_title != NULL ? pg_say (voice, style, voice->event->agenda_title)
                                            : pg_say_word (voice, style, "agenda");
}

gboolean
pg_cover_wants_status (const PgVoice *voice)
{
  if (!pg_is_draft (voice) || voice->event->agenda_title == NULL)
    return pg_is_draft (voice);
  g_autofree char *title = g_utf8_casefold (pg_plain (voice, voice->event->agenda_title), -1),
                  *status = g_utf8_casefold (pg_status (voice), -1);
  return strstr (title, status) == NULL;
}

/* "Agenda" with the draft mark beside it. */
static PgBlock *
document_block (const PgVoice *voice, const char *style)
{
  PgBlock *line = pg_cover_document (voice, style);
  if (pg_cover_wants_status (voice))
    {
      pg_add_string (voice, line, style, PG_NAME_GAP);
      pg_add_string (voice, line, "cover-draft", pg_status (voice));
    }
  return line;
}

static void
add_fact (const PgVoice *voice, PgBlock *table, const char *key, PgBlock *value)
{
  if (value == NULL)
    return;
  gboolean is_first = table->children->len == 0;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &value->place);
  row->rule_above = pg_theme_rule (voice->theme, is_first ? "cover" : "cover-fact");
  row->pad_above = row->pad_below = pg_space (voice, "fact-pad");
  pg_row_add (row, 0, label_width (voice), PG_STACKED (voice, pg_say_word, "cover-label", key))->role = PG_ROLE_TH;
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width, value);
  pg_block_add (table, row);
}

static PgBlock *
facts_table (const PgVoice *voice)
{
  const ProgrammeEvent *event = voice->event;
  PgBlock *table = pg_block_new (voice->arena, PG_BLOCK_TABLE, &event->place);
  table->rule_end = pg_theme_rule (voice->theme, "cover-fact");
  add_fact (voice, table, event->days->len > 1 ? "dates" : "date", PG_STACKED (voice, pg_cover_dates, "cover-value"));
  add_fact (voice, table, "place", PG_STACKED (voice, pg_say, "cover-value", event->venue));
  add_fact (voice, table, "document", PG_STACKED (voice, document_block, "cover-value"));
  add_fact (voice, table, "reference", pg_cover_reference (voice, "cover-value"));
  return table;
}

static const PgFigureLook figure_look = { "accent", "cover-number", "cover-label", "cover-hour", "cover-hour-last" };

/* With the picture, with a lower one, without. */
static PgBlock *
compose_figure (const PgVoice *voice, guint variant, gboolean has_marks)
{
  PgBlock *placed = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  double x = voice->paper->left + voice->paper->details_x, top = pg_cover_y (voice, "cover-top");
  double white = pg_space (voice, "cover-facts-white"), pitch = pg_space (voice, "figure-pitch");
  pg_placed_add (placed, voice->paper->left, top, voice->paper->details_x, pg_cover_mark (voice));
  pg_placed_follow (placed, x, top, voice->paper->details_width, 0,
                    PG_STACKED (voice, pg_say, "cover-series", voice->event->series));
  pg_cover_add_title (voice, placed, x, voice->paper->details_width, top);
  pg_placed_follow (placed, voice->paper->left, pg_cover_y (voice, "cover-facts"), voice->paper->measure, white,
                    facts_table (voice));
  if (variant == 0)
    pg_placed_follow (placed, voice->paper->left, pg_cover_y (voice, "cover-figure"), voice->paper->measure, white,
                      pg_cover_figure (voice, &figure_look, pitch));
  else if (variant == 1)
    pg_placed_follow (placed, voice->paper->left, 0, voice->paper->measure, white,
                      pg_cover_figure (voice, &figure_look, pitch * pg_share (voice, "figure-low")));
  PgBlock *hosts = pg_cover_labelled_hosts (voice, has_marks),
          *end = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  pg_placed_put (placed, (PgPlacement){ .x = voice->paper->left,
                                        .y = voice->paper->height - pg_cover_y (voice, "cover-bottom"),
                                        .width = voice->paper->measure,
                                        .hangs = TRUE,
                                        .white = variant < 2 && hosts != NULL ? white : 0,
                                        .block = hosts != NULL ? hosts : end });
  return placed;
}

void
pg_cover_add_title (const PgVoice *voice, PgBlock *placed, double x, double width, double top)
{
  pg_placed_follow (placed, x, pg_cover_title_y (voice, top), width, pg_space (voice, "cover-title-white"),
                    PG_STACKED (voice, pg_cover_title, voice->event->title));
  pg_placed_follow (placed, x, 0, width, pg_space (voice, "cover-subtitle-white"),
                    PG_STACKED (voice, pg_say, "cover-subtitle", voice->event->subtitle));
}

const PgVoice *
pg_cover_voice (const PgVoice *voice)
{
  PgRequest *whole = pg_arena_new0 (voice->arena, PgRequest);
  *whole = *voice->request;
  if (whole->bilingual == PG_BILINGUAL_HEADINGS)
    whole->bilingual = PG_BILINGUAL_STACKED; /* All of a cover is heading. */
  return pg_voice_new (whole, voice->paper);
}

/* Adds a cover in all its variants, the richest first; the last ones have many organisers' names alone. */
static void
add_variants (const PgVoice *voice, PgBlock *choice)
{
  static const struct
  {
    const char *name;
    PgBlock *(*compose) (const PgVoice *voice, guint variant, gboolean has_marks);
    guint n_variants;
  } arrangements[]
      = { { "figure", compose_figure, 3 }, { "poster", pg_cover_poster, 3 }, { "centred", pg_cover_centred, 2 } };
  const GPtrArray *hosts = voice->event->organisers;
  gboolean may_be_bare = is_many (voice) && have_marks (hosts, hosts->len);
  for (guint i = 0; i < G_N_ELEMENTS (arrangements); i++)
    {
      if (!pg_theme_is (voice->theme, "arrangement", "cover", arrangements[i].name))
        continue;
      for (guint v = 0; v < arrangements[i].n_variants; v++)
        pg_block_add (choice, arrangements[i].compose (voice, v, TRUE));
      for (guint v = 0; may_be_bare && v < arrangements[i].n_variants; v++)
        {
          PgBlock *bare = arrangements[i].compose (voice, v, FALSE);
          pg_cover_leave_marks_out (voice, bare);
          pg_block_add (choice, bare);
        }
    }
}

/* That the event has errors stands below all that a cover may say; NULL if it has none. */
static PgBlock *
errors_over (const PgVoice *voice)
{
  double foot = pg_theme_length (voice->theme, "page", "foot");
  return voice->request->has_errors
             ? pg_place_at_ends (voice, voice->paper->height - foot / 2, pg_state_block (voice, "draft"), NULL)
             : NULL;
}

/* Where a long title would push something off the page, first what is no more than ornament goes, then all is smaller and
   stands nearer. */
PgPageRun *
pg_cover_pages (const PgVoice *voice)
{
  PgPageRun *run = pg_page_run_new (voice);
  const PgVoice *full = pg_cover_voice (voice);
  run->flow = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &voice->event->place);
  for (guint density = 0; density < pg_voice_n_densities (full); density++)
    add_variants (pg_voice_dense (full, density), run->flow);
  run->over = errors_over (full);
  return run;
}
