/* Enters: a galley, break points, the lines chosen. Leaves: lines of glyphs, justified, in visual order, aligned. */
#include "text/cut.h"

#include <math.h>
#include <string.h>

#define SUPERSCRIPT_RISE 0.33 /* em of the text beside it */
#define SUBSCRIPT_RISE -0.15
#define HAIR 5           /* Pango units, of which cairo's grid has 4 */
#define WIDEST_SPACE 2.0 /* em added to a space; a line that wants more stays ragged */

/* A PgGlyphRun's glyphs and all that they point to. */
typedef struct
{
  PangoGlyphItem glyphs;
  PangoItem item;
  PangoGlyphString string;
  gboolean starts_run, ends_run;
} Piece;

/* Lines that are being cut, with room for all that they may take. */
typedef struct
{
  PgLine *lines;
  Piece *pieces;
  PgGlyphRun *runs;
  PangoGlyphInfo *glyphs;
  int *clusters;
} Setting;

typedef struct
{
  const PgGalley *galley;
  const PgMeasures *measures;
  const PgGive *give;
  Setting *setting;
  guint n_pieces, n_glyphs;
  guint span, used; /* where the next line goes on: the span, and how many of its glyphs are on lines */
  int *extra;       /* by character: what its width on the line differs from that in the galley, Pango units */
  Piece **visual;   /* the pieces of one line, for reordering */
} Cutter;

static const PgSpan *
span_at (const PgGalley *galley, guint index)
{
  return &g_array_index (galley->spans, PgSpan, index);
}

/* Takes away what a line does not show: white space at its end and the tracking after its last letter, but before a
   hyphen that is put in. Of several spaces a hair stays between them: cairo leaves a run out whose glyphs are all blank and on
   one point, and whoever reads the text on would find the words joined. */
static void
trim_end (Cutter *cutter, const PgBreak *start, const PgBreak *end)
{
  const PgGalley *galley = cutter->galley;
  guint hint = cutter->span;
  for (guint i = MAX (end->end, start->next); i < end->next; i++)
    cutter->extra[i] = (i + 1 < end->next ? HAIR : 0) - galley->advances[i];
  if (end->end > start->next && end->kind != PG_BREAK_HYPHEN)
    cutter->extra[pg_galley_cluster_before (galley, end->end)]
        = -pg_galley_tracking_before (galley, end->end, &hint) - pg_galley_white_behind (galley, end->end - 1, &hint);
}

/* The same for the white before what opens a line with a bracket or quote; it is given back once the glyphs are there, whose
   first one moves into it. */
static int
trim_start (Cutter *cutter, const PgBreak *start)
{
  guint hint = cutter->span;
  int white = start->next < cutter->galley->n_chars ? pg_galley_white_before (cutter->galley, start->next, &hint) : 0;
  cutter->extra[start->next] -= white;
  return white;
}

/* What a line is stretched or shrunk by for each point of its spaces, and at each place between ideographs or syllables. */
typedef struct
{
  double space, gap;
} Shares;

/* Nothing is put behind the last character. */
static double
share_of (const Cutter *cutter, const Shares *shares, guint at, gboolean last)
{
  const PgGive *give = cutter->give;
  guint gaps = give->gaps != NULL && !last ? give->gaps[at + 1] - give->gaps[at] : 0;
  return (give->spaces[at + 1] - give->spaces[at]) * shares->space + gaps * shares->gap;
}

/* The shares that fill a line, whose spaces and gaps are so many; FALSE: it stays as it is. Korean takes between its syllables
   what its spaces may not. */
static gboolean
find_shares (const Cutter *cutter, double spaces, guint gaps, double widest, double slack, Shares *shares)
{
  const PgGive *give = cutter->give;
  double size = cutter->galley->style->size;
  *shares = slack < 0 ? (Shares){ PG_SPACE_SHRINK, 0 } : (Shares){ PG_SPACE_STRETCH, give->gap };
  double total = spaces * shares->space + gaps * shares->gap;
  if (total <= 0)
    return FALSE;
  double ratio = MAX (slack / total, -1);
  shares->space *= ratio;
  shares->gap *= ratio;
  if (give->is_korean && shares->space > PG_KOREAN_STRETCH && gaps > 0)
    *shares = (Shares){ PG_KOREAN_STRETCH, (slack - spaces * PG_KOREAN_STRETCH) / gaps };
  return widest * shares->space <= WIDEST_SPACE * size && shares->gap <= PG_GAP_MOST * size
         && (!give->is_korean || shares->space <= PG_KOREAN_STRETCH);
}

/* Spreads or closes a line up to its measure; returns what its width changes by, pt. The shares are rounded so that
   their sum is exact. */
static double
justify (Cutter *cutter, const PgBreak *start, const PgBreak *end, double slack)
{
  const PgGive *give = cutter->give;
  guint first = start->next, last = end->end;
  if (give->spaces == NULL || last <= first || (end->kind == PG_BREAK_FORCED && slack >= 0))
    return 0;
  double widest = 0, done = 0;
  for (guint i = first; i < last; i++)
    widest = MAX (widest, give->spaces[i + 1] - give->spaces[i]);
  Shares shares;
  guint gaps = give->gaps != NULL ? give->gaps[last - 1] - give->gaps[first] : 0;
  if (!find_shares (cutter, give->spaces[last] - give->spaces[first], gaps, widest, slack, &shares))
    return 0;
  int given = 0;
  for (guint i = first; i < last; i++)
    {
      done += share_of (cutter, &shares, i, i + 1 == last);
      int share = (int) floor (done * PANGO_SCALE + 0.001) - given;
      cutter->extra[i] += share;
      given += share;
    }
  return given / (double) PANGO_SCALE;
}

static double
rise_of (const PgRun *run)
{
  if ((run->flags & PG_RUN_SUPERSCRIPT) != 0)
    return run->style->size * SUPERSCRIPT_RISE;
  if ((run->flags & PG_RUN_SUBSCRIPT) != 0)
    return run->style->size * SUBSCRIPT_RISE;
  return 0;
}

static Piece *
add_piece (Cutter *cutter, const PgSpan *span, guint offset, guint length, guint n_chars, guint n_glyphs)
{
  Setting *setting = cutter->setting;
  Piece *piece = &setting->pieces[cutter->n_pieces];
  piece->item = (PangoItem){
    .offset = (int) offset,
    .length = (int) length,
    .num_chars = (int) n_chars,
    .analysis
    = { .font = span->font->font, .level = span->level, .script = (guint8) span->script, .language = span->language }
  };
  piece->string = (PangoGlyphString){ .num_glyphs = (int) n_glyphs,
                                      .glyphs = setting->glyphs + cutter->n_glyphs,
                                      .log_clusters = setting->clusters + cutter->n_glyphs };
  piece->glyphs = (PangoGlyphItem){ .item = &piece->item, .glyphs = &piece->string };
  const PgRun *run = &cutter->galley->runs[span->run];
  setting->runs[cutter->n_pieces] = (PgGlyphRun){ .glyphs = &piece->glyphs, .run = run, .rise = rise_of (run) };
  cutter->n_pieces++;
  cutter->n_glyphs += n_glyphs;
  return piece;
}

/* Gives the last glyph of each cluster what the line adds to it or takes from it. */
static void
adjust_widths (Cutter *cutter, Piece *piece, guint start)
{
  const guint *offsets = cutter->galley->offsets;
  gboolean backwards = (piece->item.analysis.level & 1) != 0;
  int n = piece->string.num_glyphs, width = 0;
  guint at = start;
  for (int i = 0; i < n; i++)
    {
      int glyph = backwards ? n - 1 - i : i, after = backwards ? glyph - 1 : glyph + 1;
      int cluster = piece->string.log_clusters[glyph];
      while (offsets[at] < offsets[start] + (guint) cluster)
        at++;
      PangoGlyphGeometry *geometry = &piece->string.glyphs[glyph].geometry;
      if (i + 1 == n || piece->string.log_clusters[after] != cluster)
        geometry->width += cutter->extra[at];
      width += geometry->width;
    }
  cutter->setting->runs[cutter->n_pieces - 1].width = width / (double) PANGO_SCALE;
}

/* Puts the part of the current span that lies before a character on the line. */
static void
cut_span (Cutter *cutter, guint start, guint end)
{
  const PgGalley *galley = cutter->galley;
  const PgSpan *span = span_at (galley, cutter->span);
  const int *clusters = (const int *) galley->clusters->data + span->first_glyph;
  const PangoGlyphInfo *glyphs = (const PangoGlyphInfo *) galley->glyphs->data + span->first_glyph;
  gboolean backwards = (span->level & 1) != 0;
  guint base = galley->offsets[span->start], n = 0;
  while (cutter->used + n < span->n_glyphs)
    {
      guint glyph = backwards ? span->n_glyphs - 1 - cutter->used - n : cutter->used + n;
      if (base + (guint) clusters[glyph] >= galley->offsets[end])
        break;
      n++;
    }
  guint first = backwards ? span->n_glyphs - cutter->used - n : cutter->used;
  cutter->used += n;
  Piece *piece
      = add_piece (cutter, span, galley->offsets[start], galley->offsets[end] - galley->offsets[start], end - start, n);
  if (n > 0)
    memcpy (piece->string.glyphs, glyphs + first, n * sizeof *glyphs);
  for (guint i = 0; i < n; i++)
    piece->string.log_clusters[i] = clusters[first + i] - (int) (galley->offsets[start] - base);
  piece->starts_run = start == galley->run_starts[span->run];
  piece->ends_run = end == galley->run_starts[span->run + 1];
  adjust_widths (cutter, piece, start);
}

/* Whoever reads the text on needs a space where a line was ended, unless there is one or the script does without. */
static void
cut_forced_end (Cutter *cutter, guint at)
{
  const PgGalley *galley = cutter->galley;
  if (at == 0 || pg_is_white (galley->chars[at - 1]))
    return;
  GUnicodeScript script = span_at (galley, cutter->span - 1)->script;
  if (pg_is_cjk (script) && script != G_UNICODE_SCRIPT_HANGUL)
    return;
  cut_span (cutter, at, at + 1);
  PangoItem *item = &cutter->setting->pieces[cutter->n_pieces - 1].item;
  item->offset = (int) PG_SPACE_OFFSET (galley);
  item->length = 1;
}

static void
cut_spans (Cutter *cutter, guint start, guint end)
{
  const PgGalley *galley = cutter->galley;
  while (start < end)
    {
      const PgSpan *span = span_at (galley, cutter->span);
      guint stop = MIN (span->end, end);
      if (stop > start && galley->chars[start] == PG_LINE_SEPARATOR)
        cut_forced_end (cutter, start);
      else if (stop > start)
        cut_span (cutter, start, stop);
      if (stop < span->end)
        return;
      cutter->span++;
      cutter->used = 0;
      start = stop;
    }
}

/* The hyphen at a line's end is a run of its own: its text is the soft hyphen that was written there, or the one
   behind the paragraph's end, so that a reader of the text can tell it from a hyphen of the word's own. */
static void
add_hyphen (Cutter *cutter, guint at)
{
  const PgGalley *galley = cutter->galley;
  guint hint = MIN (cutter->span, galley->spans->len - 1);
  const PgSpan *span = pg_galley_span_at (galley, at, &hint);
  if (span->font->hyphen == PANGO_GLYPH_EMPTY)
    return;
  gboolean written = galley->chars[at] == PG_SOFT_HYPHEN;
  Piece *piece = add_piece (cutter, span, written ? galley->offsets[at] : PG_HYPHEN_OFFSET (galley), 2, 1, 1);
  piece->string.glyphs[0] = (PangoGlyphInfo){ .glyph = span->font->hyphen, .attr.is_cluster_start = 1 };
  piece->string.glyphs[0].geometry.width = span->font->hyphen_width;
  piece->string.log_clusters[0] = 0;
  piece->starts_run = FALSE;
  piece->ends_run = at + 1 == galley->run_starts[span->run + 1];
  cutter->setting->runs[cutter->n_pieces - 1].width = span->font->hyphen_width / (double) PANGO_SCALE;
}

static void
reverse (Piece **pieces, guint start, guint end)
{
  for (; start + 1 < end; start++, end--)
    {
      Piece *piece = pieces[start];
      pieces[start] = pieces[end - 1];
      pieces[end - 1] = piece;
    }
}

/* UAX 9, rule L2: from the highest level down, each stretch of that level and above is reversed. */
static void
reorder (Piece **pieces, guint n)
{
  guint8 highest = 0;
  for (guint i = 0; i < n; i++)
    highest = MAX (highest, pieces[i]->item.analysis.level);
  for (guint8 level = highest; level > 0; level--)
    for (guint i = 0; i < n; i++)
      {
        guint start = i;
        while (i < n && pieces[i]->item.analysis.level >= level)
          i++;
        reverse (pieces, start, i);
      }
}

static void
place_runs (Cutter *cutter, PgLine *line, guint first)
{
  Setting *setting = cutter->setting;
  double x = line->x;
  for (guint i = 0; i < line->n_runs; i++)
    cutter->visual[i] = &setting->pieces[first + i];
  reorder (cutter->visual, line->n_runs);
  for (guint i = 0; i < line->n_runs; i++)
    {
      const Piece *piece = cutter->visual[i];
      PgGlyphRun *run = &setting->runs[piece - setting->pieces];
      gboolean backwards = (piece->item.analysis.level & 1) != 0;
      if (backwards ? piece->ends_run : piece->starts_run)
        x += run->run->style->box_x;
      run->x = x;
      x += run->width;
      if (backwards ? piece->starts_run : piece->ends_run)
        x += run->run->style->box_x;
    }
}

/* Where a line's text starts, from the column's left edge. Lines that are centred stand in the middle of the column;
   the others keep to the side where reading starts or ends. */
static double
align (const Cutter *cutter, const PgLine *line)
{
  const PgMeasures *measures = cutter->measures;
  double slack = line->measure - line->width, indent = measures->measure - line->measure;
  double margin = measures->column - measures->measure;
  gboolean right_to_left = cutter->galley->right_to_left;
  switch (cutter->galley->style->align)
    {
    case PG_ALIGN_CENTRE:
      return margin / 2 + (right_to_left ? 0 : indent) + slack / 2;
    case PG_ALIGN_END:
      return right_to_left ? 0 : margin + indent + slack;
    case PG_ALIGN_START:
    case PG_ALIGN_JUSTIFY:
    default:
      return right_to_left ? margin + slack : indent;
    }
}

static void
cut_line (Cutter *cutter, const PgBreak *start, const PgBreak *end, PgLine *line)
{
  const PgGalley *galley = cutter->galley;
  guint first = cutter->n_pieces;
  gboolean written = end->kind == PG_BREAK_HYPHEN && galley->chars[end->end - 1] == PG_SOFT_HYPHEN;
  line->start = galley->offsets[start->next];
  line->end = galley->offsets[end->next];
  line->measure = start->next == 0 ? cutter->measures->first : cutter->measures->other;
  line->width = MAX (0, end->x_end - start->x_next);
  line->hyphenated = end->kind == PG_BREAK_HYPHEN;
  line->runs = cutter->setting->runs + first;
  trim_end (cutter, start, end);
  int white = trim_start (cutter, start);
  line->width += justify (cutter, start, end, line->measure - line->width);
  cut_spans (cutter, start->next, written ? end->end - 1 : end->next);
  if (white > 0)
    cutter->setting->pieces[first].string.glyphs[0].geometry.x_offset -= white;
  if (line->hyphenated)
    add_hyphen (cutter, end->end - 1);
  if (written)
    {
      cut_spans (cutter, end->end - 1, end->next);
      cutter->n_pieces--; /* the hyphen stands for it */
    }
  line->n_runs = cutter->n_pieces - first;
  line->x = align (cutter, line);
  place_runs (cutter, line, first);
}

static void
setting_init (Setting *setting, const PgGalley *galley, guint n_lines)
{
  gsize pieces = galley->spans->len + 3 * (gsize) n_lines, glyphs = galley->glyphs->len + (gsize) n_lines;
  setting->lines = g_new0 (PgLine, n_lines);
  setting->pieces = g_new (Piece, pieces);
  setting->runs = g_new (PgGlyphRun, pieces);
  setting->glyphs = g_new (PangoGlyphInfo, glyphs);
  setting->clusters = g_new (int, glyphs);
}

static void
setting_clear (Setting *setting)
{
  g_free (setting->lines);
  g_free (setting->pieces);
  g_free (setting->runs);
  g_free (setting->glyphs);
  g_free (setting->clusters);
}

/* The pieces' glyphs, and the runs', as they stand in memory of their own. */
static void
point_to (const Setting *from, guint n_pieces, const Setting *to)
{
  for (guint i = 0; i < n_pieces; i++)
    {
      Piece *piece = &to->pieces[i];
      piece->string.glyphs = to->glyphs + (piece->string.glyphs - from->glyphs);
      piece->string.log_clusters = to->clusters + (piece->string.log_clusters - from->clusters);
      piece->glyphs.item = &piece->item;
      piece->glyphs.glyphs = &piece->string;
      to->runs[i].glyphs = &piece->glyphs;
    }
}

/* Lines and all that they hold in one allocation: most take far less than they might, and a document has many. */
static PgLines *
gather (const Cutter *cutter, guint n_lines)
{
  const Setting *setting = cutter->setting;
  guint n_pieces = cutter->n_pieces, n_glyphs = cutter->n_glyphs;
  gsize lines_size = n_lines * sizeof (PgLine), pieces_size = n_pieces * sizeof (Piece),
        runs_size = n_pieces * sizeof (PgGlyphRun), glyphs_size = n_glyphs * sizeof (PangoGlyphInfo),
        clusters_size = n_glyphs * sizeof (int), text_size = PG_SPACE_OFFSET (cutter->galley) + sizeof " ";
  char *memory
      = g_malloc (sizeof (PgLines) + lines_size + pieces_size + runs_size + glyphs_size + clusters_size + text_size);
  PgLines *lines = memset (memory, 0, sizeof *lines);
  Setting own;
  own.lines = memcpy (memory += sizeof *lines, setting->lines, lines_size);
  own.pieces = memcpy (memory += lines_size, setting->pieces, pieces_size);
  own.runs = memcpy (memory += pieces_size, setting->runs, runs_size);
  own.glyphs = memcpy (memory += runs_size, setting->glyphs, glyphs_size);
  own.clusters = memcpy (memory += glyphs_size, setting->clusters, clusters_size);
  lines->text = memcpy (memory += clusters_size, cutter->galley->text, text_size);
  lines->lines = own.lines;
  lines->n_lines = n_lines;
  point_to (setting, n_pieces, &own);
  for (guint i = 0; i < n_lines; i++)
    own.lines[i].runs = own.lines[i].n_runs > 0 ? own.runs + (own.lines[i].runs - setting->runs) : NULL;
  return lines;
}

PgLines *
pg_lines_cut (const PgGalley *galley, const GArray *breaks, const GArray *ends, const PgMeasures *measures,
              const PgGive *give)
{
  Setting setting;
  setting_init (&setting, galley, ends->len);
  g_autofree int *extra = g_new0 (int, galley->n_chars + 1);
  g_autofree Piece **visual = g_new (Piece *, galley->spans->len + 3);
  Cutter cutter
      = { .galley = galley, .measures = measures, .give = give, .setting = &setting, .extra = extra, .visual = visual };
  const PgBreak *start = &g_array_index (breaks, PgBreak, 0);
  double width = 0;
  for (guint i = 0; i < ends->len; i++)
    {
      const PgBreak *end = &g_array_index (breaks, PgBreak, g_array_index (ends, guint, i));
      cut_line (&cutter, start, end, &setting.lines[i]);
      width = MAX (width, setting.lines[i].width);
      start = end;
    }
  PgLines *lines = gather (&cutter, ends->len);
  lines->width = width;
  lines->leading = galley->style->leading;
  lines->baseline = pg_style_baseline (galley->style);
  setting_clear (&setting);
  return lines;
}

void
pg_lines_free (PgLines *lines)
{
  g_free (lines);
}
