/* Enters: the event's sections, days and sessions. Leaves: the table of contents, with the pages they stand on. */
#include "event/words.h"
#include "say/pair.h"
#include "piece/parts.h"
#include "say/say.h"

/* From how many days on a theme that says "long" prints the contents. */
#define LONG_EVENT 3

static PgBlock *
line_new (const PgVoice *voice, const PgBlock *contents, PgBlock *first, PgBlock *title, const char *style,
          const char *anchor)
{
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &title->place);
  PgBlock *page = pg_paragraph (voice, style, &title->place);
  PgRun *run = pg_paragraph_add (voice->arena, page, NULL, "000", voice->language);
  run->field = PG_FIELD_PAGE_OF;
  run->zero = voice->zero;
  run->anchor = anchor;
  double folio = pg_space (voice, "folio");
  row->role = PG_ROLE_TOCI;
  row->group = contents;
  if (first != NULL)
    pg_row_add (row, 0, voice->paper->details_x - pg_space (voice, "time-gutter"), first);
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width - folio, title);
  pg_row_add (row, voice->paper->measure - folio, folio, page);
  row->before = title->before;
  row->after = title->after;
  return row;
}

/* The heading stands above the titles, on the second axis, but where a theme centres it. */
static PgBlock *
on_details (const PgVoice *voice, PgBlock *heading)
{
  if (pg_block_paragraph (heading)->style->align == PG_ALIGN_CENTRE)
    return heading;
  PgBlock *row = pg_block_new (voice->arena, PG_BLOCK_ROW, &heading->place);
  pg_row_add (row, voice->paper->details_x, voice->paper->details_width, heading);
  row->after = heading->after;
  row->keep_with_next = TRUE;
  return row;
}

static void
add_sections (const PgVoice *voice, PgBlock *flow, const PgBlock *contents, const GPtrArray *sections,
              const char *prefix)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const PgSection *section = g_ptr_array_index (sections, i);
      PgBlock *title = PG_STACKED (voice, pg_section_title, "contents-session", section);
      const char *anchor = pg_arena_printf (voice->arena, "%s-%u", prefix, i + 1);
      if (title != NULL)
        pg_block_add (flow, line_new (voice, contents, NULL, title, "contents-page", anchor));
    }
}

static PgBlock *
session_title (const PgVoice *voice, const PgEntry *entry)
{
  PgBlock *title = pg_paragraph (voice, "contents-session", &entry->place);
  const char *label = pg_entry_label (voice, entry);
  if (label != NULL)
    pg_add_string (voice, title, "contents-label", pg_arena_printf (voice->arena, "%s" PG_NAME_GAP, label));
  pg_add_text (voice, title, NULL, entry->title);
  return title;
}

/* A day and its sessions: of these there may be one, or none. */
static void
add_day (const PgVoice *voice, PgBlock *flow, const PgBlock *contents, const PgDay *day)
{
  const char *anchor = pg_arena_printf (voice->arena, "day-%u", day->number);
  PgBlock *head = line_new (voice, contents, pg_day_number_beside (voice, "contents-day-number", day),
                            PG_STACKED (voice, pg_day_name, "contents-day", day), "contents-day-page", anchor);
  PgBlock *lines = pg_block_new (voice->arena, PG_BLOCK_STACK, &day->place);
  lines->before = head->before;
  pg_block_add (lines, head);
  for (guint i = 0; i < day->entries->len; i++)
    {
      const PgEntry *entry = g_ptr_array_index (day->entries, i);
      if (entry->kind != PG_ENTRY_SESSION || (entry->title == NULL && entry->works != NULL))
        continue;
      PgBlock *title = PG_STACKED (voice, session_title, entry);
      PgBlock *times = pg_times_block (voice, day, entry, "contents-time", "contents-time", FALSE);
      pg_block_add (lines, line_new (voice, contents, times, title, "contents-page", pg_entry_anchor (voice, entry)));
    }
  head->keep_with_next = lines->children->len > 1;
  lines->after = ((const PgBlock *) g_ptr_array_index (lines->children, lines->children->len - 1))->after;
  pg_block_add (flow, lines);
}

PgPageRun *
pg_contents_pages (const PgVoice *voice)
{
  gboolean is_long = voice->event->days->len >= LONG_EVENT;
  if (!pg_theme_is (voice->theme, "arrangement", "contents", "yes")
      && !(is_long && pg_theme_is (voice->theme, "arrangement", "contents", "long")))
    return NULL;
  PgBlock *flow = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  PgBlock *heading = PG_STACKED (voice, pg_say_word, "contents-heading", "contents");
  PgBlock *contents = pg_block_new (voice->arena, PG_BLOCK_STACK, &voice->event->place);
  contents->role = PG_ROLE_TOC;
  heading->keep_with_next = TRUE;
  heading->role = PG_ROLE_H2;
  flow->role = PG_ROLE_SECT;
  flow->bookmark = pg_block_paragraph (heading)->runs[0].text;
  flow->bookmark_level = 1;
  pg_block_add (flow, on_details (voice, heading));
  add_sections (voice, flow, contents, voice->event->front, "front");
  for (guint i = 0; i < voice->event->days->len; i++)
    add_day (voice, flow, contents, g_ptr_array_index (voice->event->days, i));
  if (pg_texts_flow (voice) != NULL)
    pg_block_add (flow,
                  line_new (voice, contents, NULL, PG_STACKED (voice, pg_say_word, "contents-session", "song-texts"),
                            "contents-page", "texts"));
  add_sections (voice, flow, contents, voice->event->back, "back");
  return pg_pages_new (voice, flow, NULL, PG_IN_HEAD (voice, pg_say_word, "running-day", "contents"),
                       voice->event->organisers);
}
