/* Enters: a script. Leaves: the letter that Unicode shows it with: a font that has it was made for the script. */
#pragma once

#include <glib.h>

/* 0 for scripts that have none here. */
gunichar pg_script_letter (GUnicodeScript script);
