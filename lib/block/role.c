/* Enters: a role. Leaves: its name. */
#include "block/role.h"

#include <stddef.h>

const char *
pg_role_name (PgRole role)
{
  static const char *const names[] = { [PG_ROLE_DOCUMENT] = "/Document",
                                       [PG_ROLE_SECT] = "/Sect",
                                       [PG_ROLE_H1] = "/H1",
                                       [PG_ROLE_H2] = "/H2",
                                       [PG_ROLE_H3] = "/H3",
                                       [PG_ROLE_H4] = "/H4",
                                       [PG_ROLE_H5] = "/H5",
                                       [PG_ROLE_H6] = "/H6",
                                       [PG_ROLE_P] = "/P",
                                       [PG_ROLE_SPAN] = "/Span",
                                       [PG_ROLE_LINK] = "/Link",
                                       [PG_ROLE_REFERENCE] = "/Reference",
                                       [PG_ROLE_NOTE] = "/Note",
                                       [PG_ROLE_L] = "/L",
                                       [PG_ROLE_LI] = "/LI",
                                       [PG_ROLE_LBL] = "/Lbl",
                                       [PG_ROLE_LBODY] = "/LBody",
                                       [PG_ROLE_TABLE] = "/Table",
                                       [PG_ROLE_THEAD] = "/THead",
                                       [PG_ROLE_TBODY] = "/TBody",
                                       [PG_ROLE_TR] = "/TR",
                                       [PG_ROLE_TH] = "/TH",
                                       [PG_ROLE_TD] = "/TD",
                                       [PG_ROLE_FIGURE] = "/Figure",
                                       [PG_ROLE_CAPTION] = "/Caption",
                                       [PG_ROLE_BLOCKQUOTE] = "/BlockQuote",
                                       [PG_ROLE_TOC] = "/TOC",
                                       [PG_ROLE_TOCI] = "/TOCI" };
  return names[role] != NULL ? names[role] : "/NonStruct";
}
