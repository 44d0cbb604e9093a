/* Countries by their names. Enters: a name in one of many languages, or a code. Leaves: the code of ISO 3166-1. */
#pragma once

#include <glib.h>

typedef struct PgCountries PgCountries;

/* The names are looked up when the first one is asked for. */
PgCountries *pg_countries_new (void);
void pg_countries_free (PgCountries *countries);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PgCountries, pg_countries_free)

/* "FI" for "Finland", "Suomi" or "fin"; NULL if it is not known. */
const char *pg_countries_code (PgCountries *countries, const char *name);
