/* Enters: what was found and where. Leaves: a finding, which nothing changes once it has left the room that found it. */
#include "base/finding.h"

#include "base/limits.h"

struct ProgrammePlace
{
  gatomicrefcount refs;
  char *file, *sheet; /* which thousands have in common; sheet: "Participants!", or NULL */
  char *cell;         /* or NULL; of a sheet it is made when somebody asks */
  guint line, column;
};

G_DEFINE_BOXED_TYPE (ProgrammeFinding, programme_finding, programme_finding_ref, programme_finding_unref)
G_DEFINE_BOXED_TYPE (ProgrammePlace, programme_place, programme_place_ref, programme_place_unref)

/* Places */

ProgrammePlace *
programme_place_new (const char *file, guint line, guint column, const char *cell)
{
  g_return_val_if_fail (file != NULL, NULL);
  ProgrammePlace *place = g_new0 (ProgrammePlace, 1);
  g_atomic_ref_count_init (&place->refs);
  place->file = g_ref_string_new_intern (file);
  if (cell != NULL && g_str_has_suffix (cell, "!"))
    place->sheet = g_ref_string_new_intern (cell);
  else
    place->cell = g_strdup (cell);
  place->line = line;
  place->column = column;
  return place;
}

ProgrammePlace *
programme_place_ref (ProgrammePlace *place)
{
  g_return_val_if_fail (place != NULL, NULL);
  g_atomic_ref_count_inc (&place->refs);
  return place;
}

void
programme_place_unref (ProgrammePlace *place)
{
  g_return_if_fail (place != NULL);
  if (!g_atomic_ref_count_dec (&place->refs))
    return;
  g_ref_string_release (place->file);
  g_clear_pointer (&place->sheet, g_ref_string_release);
  g_free (place->cell);
  g_free (place);
}

static void
drop_place (gpointer place)
{
  programme_place_unref (place);
}

const char *
programme_place_get_file (const ProgrammePlace *place)
{
  g_return_val_if_fail (place != NULL, NULL);
  return place->file;
}

guint
programme_place_get_line (const ProgrammePlace *place)
{
  g_return_val_if_fail (place != NULL, 0);
  return place->line;
}

guint
programme_place_get_column (const ProgrammePlace *place)
{
  g_return_val_if_fail (place != NULL, 0);
  return place->column;
}

/* "A" for 1, "AB" for 28. */
static void
add_letters (GString *name, guint column)
{
  if (column > 26)
    add_letters (name, (column - 1) / 26);
  g_string_append_c (name, (char) ('A' + (column - 1) % 26));
}

/* Of a sheet, the first of several threads that ask makes it. */
static const char *
cell_of (ProgrammePlace *place)
{
  if (place->sheet == NULL || g_atomic_pointer_get (&place->cell) != NULL)
    return g_atomic_pointer_get (&place->cell);
  GString *cell = g_string_new (place->sheet);
  add_letters (cell, MAX (place->column, 1u));
  g_string_append_printf (cell, "%u", place->line);
  char *name = g_string_free (cell, FALSE);
  if (!g_atomic_pointer_compare_and_exchange (&place->cell, NULL, name))
    g_free (name);
  return g_atomic_pointer_get (&place->cell);
}

const char *
programme_place_get_cell (const ProgrammePlace *place)
{
  g_return_val_if_fail (place != NULL, NULL);
  return cell_of ((ProgrammePlace *) place);
}

/* Findings */

/* Takes the message, and cleans it. */
static ProgrammeFinding *
finding_new (ProgrammeSeverity severity, const char *code, char *message)
{
  ProgrammeFinding *finding = g_new0 (ProgrammeFinding, 1);
  g_atomic_ref_count_init (&finding->refs);
  finding->severity = severity;
  finding->code = g_strdup (code);
  finding->message = message;
  pg_message_clean (message);
  finding->places = g_ptr_array_new_with_free_func (drop_place);
  return finding;
}

ProgrammeFinding *
pg_finding_new (ProgrammeSeverity severity, const PgPlace *place, const char *code, char *message)
{
  ProgrammeFinding *finding = finding_new (severity, code, message);
  pg_finding_add_place (finding, place);
  return finding;
}

ProgrammeFinding *
programme_finding_new (ProgrammeSeverity severity, ProgrammePlace *place, const char *code, const char *message)
{
  g_return_val_if_fail (code != NULL && message != NULL, NULL);
  ProgrammeFinding *finding = finding_new (severity, code, g_strdup (message));
  if (place != NULL)
    programme_finding_add_place (finding, place);
  return finding;
}

void
programme_finding_add_place (ProgrammeFinding *finding, ProgrammePlace *place)
{
  g_return_if_fail (finding != NULL && place != NULL);
  if (finding->places->len < PG_MAX_PLACES)
    g_ptr_array_add (finding->places, programme_place_ref (place));
}

void
pg_finding_add_place (ProgrammeFinding *finding, const PgPlace *place)
{
  if (finding == NULL || place == NULL || place->file == NULL)
    return;
  g_autoptr (ProgrammePlace) copy = programme_place_new (place->file, place->line, place->column, NULL);
  programme_finding_add_place (finding, copy);
}

/* Both come out of the event's file and are cleaned like a message. */
static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
  if (*field != NULL)
    pg_message_clean (*field);
}

void
pg_finding_set_id (ProgrammeFinding *finding, const char *id)
{
  if (finding != NULL)
    set_text (&finding->id, id);
}

void
pg_finding_set_fix (ProgrammeFinding *finding, const char *fix)
{
  if (finding != NULL)
    set_text (&finding->fix, fix);
}

void
programme_finding_set_fix (ProgrammeFinding *finding, const char *fix)
{
  g_return_if_fail (finding != NULL && fix != NULL);
  set_text (&finding->fix, fix);
}

ProgrammeFinding *
programme_finding_ref (ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);
  g_atomic_ref_count_inc (&finding->refs);
  return finding;
}

void
programme_finding_unref (ProgrammeFinding *finding)
{
  g_return_if_fail (finding != NULL);
  if (!g_atomic_ref_count_dec (&finding->refs))
    return;
  g_ptr_array_unref (finding->places);
  g_free (finding->code);
  g_free (finding->message);
  g_free (finding->id);
  g_free (finding->fix);
  g_free (finding);
}

ProgrammeSeverity
programme_finding_get_severity (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, PROGRAMME_SEVERITY_NOTE);
  return finding->severity;
}

const char *
programme_finding_get_code (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);
  return finding->code;
}

const char *
programme_finding_get_message (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);
  return finding->message;
}

guint
programme_finding_get_n_places (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, 0);
  return finding->places->len;
}

ProgrammePlace *
programme_finding_get_place (const ProgrammeFinding *finding, guint index)
{
  g_return_val_if_fail (finding != NULL && index < finding->places->len, NULL);
  return g_ptr_array_index (finding->places, index);
}

/* NULL if it has none. */
static const ProgrammePlace *
first_place (const ProgrammeFinding *finding)
{
  return finding->places->len > 0 ? g_ptr_array_index (finding->places, 0) : NULL;
}

const char *
programme_finding_get_file (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);
  const ProgrammePlace *place = first_place (finding);
  return place != NULL ? place->file : NULL;
}

guint
programme_finding_get_line (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, 0);
  const ProgrammePlace *place = first_place (finding);
  return place != NULL ? place->line : 0;
}

guint
programme_finding_get_column (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, 0);
  const ProgrammePlace *place = first_place (finding);
  return place != NULL ? place->column : 0;
}

const char *
programme_finding_get_id (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);
  return finding->id;
}

const char *
programme_finding_get_fix (const ProgrammeFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);
  return finding->fix;
}

char *
programme_finding_to_string (const ProgrammeFinding *finding)
{
  static const char *const names[] = { "note", "warning", "error" };
  g_return_val_if_fail (finding != NULL, NULL);
  const ProgrammePlace *place = first_place (finding);
  GString *string = g_string_new (NULL);
  if (place != NULL)
    {
      g_autofree char *file = g_filename_display_name (place->file);
      pg_message_clean (file);
      g_string_append_printf (string, "%s:", file);
    }
  if (place != NULL && programme_place_get_cell (place) != NULL)
    g_string_append_printf (string, "%s:", programme_place_get_cell (place));
  else if (place != NULL && place->line > 0)
    g_string_append_printf (string, "%u:%u:", place->line, place->column);
  if (string->len > 0)
    g_string_append_c (string, ' ');
  g_string_append_printf (string, "%s: %s [%s]", names[finding->severity], finding->message, finding->code);
  pg_message_clean (string->str);
  return g_string_free (string, FALSE);
}
