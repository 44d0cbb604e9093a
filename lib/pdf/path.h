/* Enters: the numbers and operators of a content, one by one. Leaves: whether the path that is to be painted is one rectangle, such as
   paint leaves as a mark, or where a code is; and the code, to be put there. */
#pragma once

#include "base/mark.h"
#include "block/code.h"
#include "pdf/content.h"

/* Begins as { 0 }. */
typedef struct
{
  double numbers[4]; /* the last operands */
  guint n_numbers;   /* since the last operator, at most */
  guint n_rectangles, n_others;
  PgMarkRectangle rectangle; /* the last one */
} PgPath;

void pg_path_add_number (PgPath *path, double number);

/* TRUE if the operator is one of a path. Otherwise it may paint it, and pg_path_end() is due after that. */
gboolean pg_path_add_operator (PgPath *path, const PgToken *token);
void pg_path_end (PgPath *path);

/* Whether the operator fills a path of one rectangle. */
gboolean pg_path_is_square (const PgPath *path, const PgToken *token);

/* The code where its square is, one path of whole modules. */
void pg_path_put_code (GString *out, const PgCode *code, const PgMarkRectangle *square);
