/* The sheets of labels, cards and badges that pieces can be printed on. */
#pragma once

#include <glib.h>
#include <programme/version.h>

G_BEGIN_DECLS

/**
 * programme_stock_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the stocks that come with the library, as the option "stock"
 *   takes them
 *
 * Since: 0.2
 */
PROGRAMME_API const char *const *programme_stock_list (void);

/**
 * programme_stock_describe:
 * @stock: the name of a stock, or one of its other names, or the path of a file that ends in ".stock"
 * @error: return location for an error
 *
 * Says of a stock, on one line for people to read, on what sheet how many labels of which size are, and what it is.
 *
 * Returns: (transfer full) (nullable): the line, or %NULL with %PROGRAMME_ERROR_OPTION if there is no such stock,
 *   %PROGRAMME_ERROR_READ if the file cannot be read, or %PROGRAMME_ERROR_INVALID if it is wrong
 *
 * Since: 0.2
 */
PROGRAMME_API char *programme_stock_describe (const char *stock, GError **error);

G_END_DECLS
