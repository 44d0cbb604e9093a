/* Enters: nothing. Leaves: the GTypes of the public enumerations, so that bindings know their values by name. */
#include <programme/programme.h>

#define VALUE(name, nick)                                                                                              \
  {                                                                                                                    \
    name, #name, nick                                                                                                  \
  }
#define DEFINE_ENUM(Name, name, ...)                                                                                   \
  GType programme_##name##_get_type (void)                                                                             \
  {                                                                                                                    \
    static const GEnumValue values[] = { __VA_ARGS__, { 0, NULL, NULL } };                                             \
    static gsize type = 0;                                                                                             \
    if (g_once_init_enter (&type))                                                                                     \
      g_once_init_leave (&type, g_enum_register_static (#Name, values));                                               \
    return type;                                                                                                       \
  }

DEFINE_ENUM (ProgrammeSeverity, severity, VALUE (PROGRAMME_SEVERITY_NOTE, "note"),
             VALUE (PROGRAMME_SEVERITY_WARNING, "warning"), VALUE (PROGRAMME_SEVERITY_ERROR, "error"))

DEFINE_ENUM (ProgrammeError, error, VALUE (PROGRAMME_ERROR_READ, "read"), VALUE (PROGRAMME_ERROR_INVALID, "invalid"),
             VALUE (PROGRAMME_ERROR_THEME, "theme"), VALUE (PROGRAMME_ERROR_FONTS, "fonts"),
             VALUE (PROGRAMME_ERROR_OPTION, "option"), VALUE (PROGRAMME_ERROR_LAYOUT, "layout"),
             VALUE (PROGRAMME_ERROR_OUTPUT, "output"))

DEFINE_ENUM (ProgrammeBilingual, bilingual, VALUE (PROGRAMME_BILINGUAL_THEME, "theme"),
             VALUE (PROGRAMME_BILINGUAL_STACKED, "stacked"), VALUE (PROGRAMME_BILINGUAL_PARALLEL, "parallel"),
             VALUE (PROGRAMME_BILINGUAL_HEADINGS, "headings"), VALUE (PROGRAMME_BILINGUAL_EDITIONS, "editions"))

DEFINE_ENUM (ProgrammeSort, sort, VALUE (PROGRAMME_SORT_NAME, "name"), VALUE (PROGRAMME_SORT_COUNTRY, "country"),
             VALUE (PROGRAMME_SORT_SESSION, "session"))

DEFINE_ENUM (ProgrammeProfile, profile, VALUE (PROGRAMME_PROFILE_ACCESSIBLE, "accessible"),
             VALUE (PROGRAMME_PROFILE_PRESS, "press"), VALUE (PROGRAMME_PROFILE_PLAIN, "plain"))
