/* Enters: an event. Leaves: the covers of its booklet, on a field of colour: a mark, the title, when and where, the programme as a
   picture or one of the event's; and at the back where, when and by whom. */
#include "piece/booklet.h"
#include "piece/cover.h"
#include "piece/parts.h"
#include "say/pair.h"
#include "say/say.h"

static double
y_of (const PgVoice *voice, const char *key)
{
  return pg_booklet_length (voice, key) * voice->paper->height / pg_booklet_length (voice, "made-for-height");
}

static void
add_field (const PgVoice *voice, PgBlock *placed)
{
  PgBlock *field = pg_block_new (voice->arena, PG_BLOCK_FILL, NULL);
  field->colour = *pg_theme_colour (voice->theme, "sign-field");
  field->width = voice->paper->width;
  field->height = voice->paper->height;
  pg_placed_add (placed, 0, 0, voice->paper->width, field);
}

/* A mark in a square, in the colour of what is said on the field. */
static PgBlock *
mark_block (const PgVoice *voice, const char *path, const char *alt, double side, const PgPlace *place)
{
  if (path == NULL)
    return NULL;
  PgBlock *mark = pg_booklet_picture (voice, path, alt, side, side, place);
  mark->image->tint = pg_theme_colour (voice->theme, "paper");
  return mark;
}

/* What is said, with what it is beside it. */
static void
add_fact (const PgVoice *voice, PgBlock *facts, PgBlock *label, PgBlock *value, gboolean has_rules)
{
  if (value == NULL)
    return;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &value->place);
  row->rule_above = has_rules ? pg_theme_rule (voice->theme, "booklet-cover") : NULL;
  row->pad_above = row->pad_below = pg_booklet_length (voice, "session-pad");
  pg_row_add (row, 0, voice->paper->details_x - pg_space (voice, "gutter"), label);
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width, value);
  pg_block_add (facts, row);
}

static PgBlock *
state_line (const PgVoice *voice, const char *style)
{
  PgBlock *line = pg_cover_document (voice, style);
  if (pg_cover_wants_status (voice))
    {
      pg_add_string (voice, line, NULL, PG_DOT);
      pg_add_string (voice, line, NULL, pg_status (voice));
    }
  return line;
}

static PgBlock *
label_block (const PgVoice *voice, const char *key)
{
  return PG_STACKED (voice, pg_say_word, "booklet-cover-label", key);
}

static void
add_when_and_where (const PgVoice *voice, PgBlock *facts, const char *style, gboolean has_rules)
{
  add_fact (voice, facts, label_block (voice, voice->event->days->len > 1 ? "dates" : "date"),
            PG_STACKED (voice, pg_cover_dates, style), has_rules);
  add_fact (voice, facts, label_block (voice, "place"), PG_STACKED (voice, pg_say, style, voice->event->venue),
            has_rules);
}

static PgBlock *
facts_block (const PgVoice *voice)
{
  PgBlock *facts = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  add_when_and_where (voice, facts, "booklet-cover-value", FALSE);
  if (pg_is_draft (voice))
    add_fact (voice, facts, label_block (voice, "document"), PG_STACKED (voice, state_line, "booklet-cover-value"),
              FALSE);
  return facts;
}

static PgBlock *
title_block (const PgVoice *voice, const char *style, const PgText *title, const PgText *subtitle)
{
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  PgBlock *heading = PG_STACKED (voice, pg_say, style, title);
  heading->role = PG_ROLE_H1;
  pg_block_add (stack, heading);
  pg_block_add (stack, subtitle != NULL ? PG_STACKED (voice, pg_say, "booklet-cover-subtitle", subtitle) : NULL);
  return stack;
}

/* The title with what stands below it, alone, in its short form: the first that fits into its space. */
static PgBlock *
title_in (const PgVoice *voice, const char *style, double height)
{
  PgBlock *choice = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &voice->event->place);
  const ProgrammeEvent *event = voice->event;
  const PgText *const titles[] = { event->title, event->title, event->short_title };
  choice->by = PG_CHOICE_SPACE;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (titles[i] != NULL)
      {
        PgBlock *box
            = pg_box_new (voice->arena, title_block (voice, style, titles[i], i == 0 ? event->subtitle : NULL));
        box->box_height = height;
        pg_block_add (choice, box);
      }
  return choice;
}

static const PgFigureLook figure_look
    = { "paper", "booklet-cover-number", "booklet-cover-label", "booklet-cover-hour", "booklet-cover-hour-last" };

static PgBlock *
figure_block (const PgVoice *voice)
{
  return pg_cover_figure (voice, &figure_look, pg_space (voice, "figure-pitch"));
}

/* What is said below the title, with its lower edge at a height. */
static void
hang (const PgVoice *voice, PgBlock *placed, double y, PgBlock *block)
{
  pg_placed_put (placed, (PgPlacement){ .x = voice->paper->left,
                                        .y = y,
                                        .width = voice->paper->measure,
                                        .hangs = TRUE,
                                        .white = pg_booklet_length (voice, "cover-white"),
                                        .block = block });
}

/* The programme as a picture, or, where that has no room, without. */
static PgBlock *
plain_cover (const PgVoice *voice, gboolean has_figure)
{
  const PgPaper *paper = voice->paper;
  PgBlock *placed = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  PgBlock *panel = pg_personal_panel (voice);
  double mark = pg_booklet_length (voice, "cover-mark"), top = y_of (voice, "cover-top"),
         title = y_of (voice, "cover-title"), facts = y_of (voice, panel != NULL ? "cover-panel-facts" : "cover-facts");
  add_field (voice, placed);
  pg_placed_add (placed, paper->left, top, mark,
                 mark_block (voice, voice->event->logo, voice->event->logo_alt, mark, &voice->event->logo_place));
  pg_placed_follow (placed, paper->left + paper->details_x, top, paper->details_width, 0,
                    PG_STACKED (voice, pg_say, "booklet-cover-series", voice->event->series));
  pg_placed_follow (placed, paper->left + paper->details_x, title, paper->details_width,
                    pg_booklet_length (voice, "cover-white"), title_in (voice, "booklet-cover-title", facts - title));
  pg_placed_follow (placed, paper->left, facts, paper->measure, 0, facts_block (voice));
  pg_placed_follow (placed, paper->left, y_of (voice, "cover-panel"), paper->width - paper->left,
                    pg_booklet_length (voice, "cover-white"), panel);
  hang (voice, placed, y_of (voice, "cover-end"), has_figure ? figure_block (voice->first) : NULL);
  return placed;
}

/* A picture over the upper part, to the edges; lift: what it leaves of that to a long title. */
static PgBlock *
picture_cover (const PgVoice *voice, const PgBookletPart *part, double lift)
{
  const PgPaper *paper = voice->paper;
  PgBlock *placed = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place);
  PgBlock *panel = pg_personal_panel (voice);
  lift = panel != NULL ? y_of (voice, "cover-lift") : lift;
  double height = y_of (voice, "cover-picture") - lift, mark = pg_booklet_length (voice, "cover-mark"),
         title = y_of (voice, "cover-picture-title") - lift;
  PgBlock *picture = pg_booklet_picture (voice, part->picture, pg_plain (voice, part->alt), paper->width, height,
                                         &part->picture_place);
  picture->image->crop = TRUE;
  add_field (voice, placed);
  pg_placed_add (placed, 0, 0, paper->width, picture);
  pg_placed_add (placed, paper->left, title + pg_booklet_length (voice, "cover-mark-below"), mark,
                 mark_block (voice, voice->event->logo, voice->event->logo_alt, mark, &voice->event->logo_place));
  pg_placed_follow (placed, paper->left + paper->details_x, title, paper->details_width, 0,
                    title_in (voice, "booklet-cover-title-low", y_of (voice, "cover-picture-text")));
  double end = y_of (voice, panel != NULL ? "cover-picture-panel" : "cover-end");
  hang (voice, placed, panel != NULL ? end - pg_booklet_length (voice, "cover-white") : end, facts_block (voice));
  pg_placed_add (placed, paper->left, end, paper->width - paper->left, panel);
  return placed;
}

static PgBlock *
errors_over (const PgVoice *voice)
{
  return voice->request->has_errors
             ? pg_place_at_ends (voice, voice->paper->height - pg_booklet_length (voice, "foot") / 2,
                                 pg_state_block (voice, "booklet-cover-value"), NULL)
             : NULL;
}

PgPageRun *
pg_booklet_cover (const PgVoice *voice, const PgBookletPart *part)
{
  PgPageRun *run = pg_page_run_new (voice);
  const PgVoice *full = pg_cover_voice (voice);
  run->flow = pg_block_new (voice->arena, PG_BLOCK_CHOICE, &voice->event->place);
  for (guint i = 0; i < 2; i++)
    pg_block_add (run->flow, part->picture != NULL ? picture_cover (full, part, i * y_of (voice, "cover-lift"))
                                                   : plain_cover (full, i == 0));
  run->over = errors_over (full);
  return run;
}

/* Those who organise, each with its mark; the first says what they do. */
static PgBlock *
hosts_block (const PgVoice *voice)
{
  const GPtrArray *hosts = voice->event->organisers;
  PgBlock *stack = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  for (guint i = 0; i < hosts->len; i++)
    {
      const PgOrganisation *host = g_ptr_array_index (hosts, i);
      PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &host->place);
      row->rule_above = pg_theme_rule (voice->theme, "booklet-cover");
      row->pad_above = row->pad_below = pg_booklet_length (voice, "session-pad");
      row->align_tops = TRUE;
      pg_row_add (row, 0, voice->paper->details_x,
                  mark_block (voice, host->logo, pg_plain (voice, host->name), pg_booklet_length (voice, "back-mark"),
                              &host->logo_place));
      pg_booklet_add_ends (voice, row, voice->paper->details_x, PG_STACKED (voice, pg_say, "back-value", host->name),
                           pg_booklet_length (voice, "room"), i == 0 ? label_block (voice, "organised-by") : NULL);
      pg_block_add (stack, row);
    }
  return hosts->len > 0 ? stack : NULL;
}

/* It is a verso, whatever blank pages come before it. */
PgPageRun *
pg_booklet_back_cover (const PgVoice *voice)
{
  PgPageRun *run = pg_page_run_new (voice);
  const PgVoice *full = pg_cover_voice (voice);
  const PgPaper *paper = voice->paper;
  PgBlock *placed = pg_block_new (voice->arena, PG_BLOCK_PLACED, &voice->event->place),
          *facts = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  add_when_and_where (full, facts, "back-value", TRUE);
  add_field (full, placed);
  pg_placed_follow (placed, paper->right, y_of (voice, "cover-top"), paper->measure, 0, facts);
  pg_placed_hang (placed, paper->right, y_of (voice, "back-hosts"), paper->measure, hosts_block (full));
  pg_placed_hang (placed, paper->right, y_of (voice, "cover-end"), paper->measure,
                  pg_cover_reference (full, "booklet-cover-label"));
  run->flow = placed;
  run->over = errors_over (full);
  return run;
}
