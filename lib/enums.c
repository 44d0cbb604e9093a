/* Enters: nothing. Leaves: the GTypes of the enumerations that are not those of options (option/table.c), so that bindings know their values by name. */
#include <programme/programme.h>

G_DEFINE_ENUM_TYPE (ProgrammeSeverity, programme_severity, G_DEFINE_ENUM_VALUE (PROGRAMME_SEVERITY_NOTE, "note"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_SEVERITY_WARNING, "warning"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_SEVERITY_ERROR, "error"))

G_DEFINE_ENUM_TYPE (ProgrammeError, programme_error, G_DEFINE_ENUM_VALUE (PROGRAMME_ERROR_READ, "read"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_ERROR_INVALID, "invalid"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_ERROR_THEME, "theme"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_ERROR_FONTS, "fonts"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_ERROR_OPTION, "option"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_ERROR_LAYOUT, "layout"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_ERROR_OUTPUT, "output"))

G_DEFINE_ENUM_TYPE (ProgrammeBilingual, programme_bilingual, G_DEFINE_ENUM_VALUE (PROGRAMME_BILINGUAL_THEME, "theme"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_BILINGUAL_STACKED, "stacked"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_BILINGUAL_PARALLEL, "parallel"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_BILINGUAL_HEADINGS, "headings"),
                    G_DEFINE_ENUM_VALUE (PROGRAMME_BILINGUAL_EDITIONS, "editions"))
