/* Every code that a finding can have. Enters: a code. Leaves: a sentence on what it means and what to do.
   programme(1) has the same list; a code stays the same from version to version. */
#include "base/report.h"

#include <string.h>

static const struct
{
  const char *name, *meaning;
} codes[] = {
  { "annotation-left-out",
    "Annotations or form fields of a PDF are not on its sheets: let them be printed, or save the PDF in a viewer." },
  { "bad-calendar", "A calendar is not whole, or nested as none is: fetch it again." },
  { "bad-date", "A cell among dates is none that can be read: write it as 2031-05-05." },
  { "bad-email", "An e-mail address has no @, or a space: correct it." },
  { "bad-font", "A font of the user's own, or their folder, cannot be used: replace what the message names." },
  { "bad-json", "A file in JSON is not whole, or nested as none is: fetch it again." },
  { "bad-photograph", "The path of a photograph leads out of the list's folder: copy the photograph into it." },
  { "bad-stock", "A stock's file does not say where labels are: correct the lines that the messages name." },
  { "bad-value",
    "An attribute has a value that cannot be, such as a time of \"9.30\": write it as the message shows." },
  { "cell-error", "A formula of a spreadsheet has no result, such as #N/A: mend it." },
  { "changed", "An event that is imported again differs from the file that it is in: see whether what was written by "
               "hand still fits." },
  { "clock-change",
    "A time is not there, or comes twice, because clocks are changed that night: correct it, or say which is meant." },
  { "control-character", "A schedule in XML has control characters, which XML cannot have: they were read as blanks." },
  { "creep", "Pages of inner sheets are moved nearly to the fold: use thinner paper, or fold signatures." },
  { "damaged-archive", "A spreadsheet's or a document's file is not whole: copy it again, or save it again." },
  { "day-moved", "A day of a schedule and the events on it do not agree on its date: see which is right." },
  { "day-order", "A day comes after a later one: correct its date, or move it." },
  { "day-twice", "Two days have the same date: correct one, or make one day of them." },
  { "dense-code", "What a badge's code says takes smaller modules than can be read, and is left out: shorten it, or "
                  "take larger badges." },
  { "destination-twice", "A sign shows the way to one destination twice: keep one of the two." },
  { "doctype", "The file has a document type, which is not read: remove <!DOCTYPE>." },
  { "duplicate-element", "An element that can stand there once stands there again: keep one." },
  { "duplicate-heading", "Two columns of a table are headed alike: say in a file for --columns which one is meant." },
  { "duplicate-id", "Two things of a kind have the same id, or a country is named twice: give each its own." },
  { "duplicate-reference", "An attribute names the same id twice: once is enough." },
  { "duplicate-text", "A text stands there twice in one language: keep one, or say of which language the other is." },
  { "empty-agenda", "The agenda has no days, so that there is nothing to print: add them." },
  { "empty-day", "A day has neither sessions nor breaks: add them, or remove the day." },
  { "empty-document", "A document has neither a reference nor a title, so that nothing of it is printed: add one." },
  { "empty-element", "An element has no text: an error where the text is needed, else a warning." },
  { "empty-part", "A part of the booklet has nothing to say: add what it is for, or remove it." },
  { "empty-schedule", "Nothing in a schedule has a day and a start: see whether it is published with its times." },
  { "empty-table", "A table has no rows: see whether it is the right sheet." },
  { "encoding", "The bytes of the file are not in the encoding that it names: save it as UTF-8." },
  { "encrypted", "A file is encrypted: save it without a password." },
  { "gap", "Nothing is said of the time between two entries of a day: add a break if there is one." },
  { "gone", "A session came from another system and is not there any more: take it out if it does not take place." },
  { "guessed-clock",
    "Times of a table that has none after 12:59 were taken to be in the afternoon: write them as 13:30." },
  { "guessed-columns", "What is in the columns of a table was guessed from their headings: say it in a file for "
                       "--columns if it is wrong." },
  { "guessed-date", "Dates of a table have day and month in figures alone, or no year: write them as 2031-05-06." },
  { "guessed-encoding",
    "The encoding of a text was guessed from its bytes: save it as UTF-8, or name it with --encoding." },
  { "guessed-family", "Which part of a name is the family's was guessed: mark it with <family>, or say --family." },
  { "guessed-lines",
    "Paragraphs of a text that begin with a time were taken for entries: put the programme into a table." },
  { "guessed-order",
    "Names in Chinese characters stand in the list of speakers where it is guessed: say how they are read." },
  { "guessed-speakers",
    "Lines below the titles of a table were taken for those who speak: write them into a column of their own." },
  { "heading-row",
    "Rows of a table have one cell alone, which is no date, and are left out: delete them, or fill them." },
  { "hidden-date", "A day's title stands in the place of its date: say the date in the title or below it." },
  { "hidden-rows", "Rows of a spreadsheet are hidden, and were read: delete those that are not meant." },
  { "image-colours", "An image has a colour profile that cannot be used, or inks that cannot be read: export it with "
                     "the right one, or as JPEG." },
  { "image-damaged", "An image is not whole, such as a file that was copied in part: export or copy it again." },
  { "image-missing", "An image is not where the event says: correct its path, or put it there." },
  { "image-resolution",
    "An image has too few pixels for the size in which it stands: use a larger one, as the message says, or an SVG." },
  { "image-too-large", "An image has too many bytes, pixels or shapes: make it smaller." },
  { "image-undrawn",
    "An SVG has elements that are not drawn, such as text on a path: save it without them, or as PNG." },
  { "image-unreadable",
    "An image may not be read, lies where a link leads out of its folder, or is in no format that is known here." },
  { "keep-relaxed", "What belongs together was parted, or has far more white than elsewhere, since it is taller than a "
                    "page, or a page would end high above its foot: shorten it, or use larger paper." },
  { "left-out", "What has no place was left out, on the way in or out: it is counted, and nothing else is lost." },
  { "logos-left-out", "A page has no room for the logos of those who organise, and has their names alone: use larger "
                      "paper, or a cover that is a page." },
  { "many-rooms", "Sessions run in more rooms at the same time than stand side by side in a booklet: the day is a list "
                  "by time there." },
  { "marks-left-out", "A sheet has no room for marks beside its pages: use a larger one, or ask for fewer marks." },
  { "minutes", "Speakers have more minutes together than their session: take some away, or make it longer." },
  { "misplaced-element", "An element stands where it cannot: move it to where the message says." },
  { "misplaced-text", "Text stands where only elements can: put it into one." },
  { "missing-attribute", "An attribute that is needed is not there: add it." },
  { "missing-element", "An element that is needed is not there: add it." },
  { "missing-font",
    "No font is there for a script, or for a family that the theme names: install it, or add one of your own." },
  { "missing-glyph", "No font has a character of a text: write it otherwise, or add a font of your own that has it." },
  { "missing-original", "A translation stands where the text in the first language should: write that before it." },
  { "missing-pictograph",
    "Pictographs are left out, because no font has them: install the package that is named, or write words." },
  { "missing-style",
    "A family that the theme names has no bold or italic font: add it, or let the theme ask for another." },
  { "missing-translation", "Texts are not in all languages: a warning where nothing is in one of them, else a note." },
  { "missing-words",
    "The library has no words in one of the languages: write them in <words>, as \"programme words\" prints it." },
  { "more-sheets", "A sign has more ways than a sheet has room for: it goes on on another." },
  { "namespace", "The elements are in an XML namespace, and the vocabulary has none: remove xmlns." },
  { "no-alternative", "An image has no words for those who cannot see it: write them in alt." },
  { "no-biography", "Somebody who speaks has no biography, for the list of speakers: add one if it is to be printed." },
  { "no-date", "Nothing says on which day a row of a schedule is: say it with --date, or write it above the times." },
  { "no-delegation",
    "Somebody is head of a delegation, but of none that is known: say their country or organisation." },
  { "no-destination", "A way on a sign leads nowhere: name a room or an icon, or write a name." },
  { "no-documents", "A list of documents is wanted, but the agenda has none: add them, or remove the list." },
  { "no-duration", "A session ends when it starts: correct the end, or leave it out." },
  { "no-end", "An entry has no end, and nothing follows that would end it: add it if it is known." },
  { "no-family-name",
    "A name does not say which part is the family's, so it is sorted by its first letter: mark it with <family>." },
  { "no-name", "A row of a list of people has no name: add it, or delete the row." },
  { "no-time", "A row of a schedule has no time that can be read: write it as the message shows." },
  { "no-title", "A row of a schedule has no title: add it, or delete the row." },
  { "no-worksheet", "A file has no such sheet or table: name one of those that the message lists." },
  { "no-zone", "A calendar is in UTC and does not say where the event is: name its time zone with --timezone." },
  { "notice-lack", "A notice lacks what its kind says, such as the session that was moved: add it." },
  { "nul-character",
    "A text has characters of value zero, which are left out: save it again, or see whether it is damaged." },
  { "one-language", "A format holds one language, and the event has more: choose with --languages." },
  { "open-quote", "Nothing closes a quotation mark of a table in text: add another one where the cell ends." },
  { "order", "An entry stands after a later one: it is printed by its time." },
  { "other-sheets",
    "One of several sheets of a spreadsheet was read, or some as days of one event: --worksheet names another." },
  { "overflow",
    "Something does not fit on a page and runs over its edge: use larger paper, or a theme with smaller type." },
  { "overfull-line", "A word is wider than its line and was broken anywhere: allow breaks in it with soft hyphens." },
  { "overlap",
    "Two entries stand side by side and nothing says that they are meant to: correct a time, or give each a room." },
  { "overlong", "An entry lasts longer than two days, which an agenda cannot say: make it an entry of each day." },
  { "page-end", "A page ends high above its foot, or the last one is nearly empty, for the reason that is named: a "
                "longer or shorter text, or other paper." },
  { "page-numbers", "Page numbers that are printed may be wrong by one: change the text a little." },
  { "page-sizes", "The pages of a PDF have different sizes: make them alike if that is not meant." },
  { "person-overlap", "Somebody is in two places at once: ask another, or move one of the two." },
  { "plan-level",
    "A plan is of a level that no room is on: write the level in the rooms that it shows, or correct it." },
  { "press-claim", "A PDF for the press is of a version that its sheets cannot be: make it as PDF/X-4." },
  { "print-at-size", "Labels stand where the stock has them only if nothing is scaled: print at 100 %." },
  { "reversed-times",
    "A session ends before it starts: correct one of the two, or write hours above 24 past midnight." },
  { "room-overlap", "Two entries are in one room at once: move one, or correct its times." },
  { "root-element", "The file is no event: its outermost element must be <programme>." },
  { "row-length",
    "A row of a table in text has more cells than there are headings: put cells with separators in quotation marks." },
  { "same-file", "The files of two people have one name: let their names have the number of the row, or the id." },
  { "same-name",
    "Two people have the same name, for the list of speakers: if they are one, write one and refer to it." },
  { "shortened", "A text is too long for the lines it has where it repeats and was cut off: give it a short form." },
  { "speakers-left-out", "A session's sign has no room for those who speak, and is without them: use larger paper." },
  { "straight-quotes", "Texts have the quotation marks and apostrophes of typewriters: write those of the language." },
  { "table-cells", "A table's rows do not all fill its columns, or cells reach out of it: add or remove cells." },
  { "talk-gap", "Nothing is said of the time between two talks of a session: add one, such as a discussion." },
  { "talk-outside", "A talk starts before its session does, or ends after it: correct one of the two." },
  { "talk-overlap", "A talk starts before the one above it in its session ends: correct one of the two." },
  { "talk-time", "A talk's start is not known, or its minutes are not those from its start to its end: correct it." },
  { "theme-extends", "A theme does not say which other one it extends, or that cannot be read: correct extends." },
  { "theme-key", "A theme says something that the one it extends does not know: correct the key, or its group." },
  { "theme-syntax", "A line of a theme is no [group], no key = value and no comment, or the file is no theme at all." },
  { "theme-value", "A value of a theme cannot be: write one of those that the message names." },
  { "too-large", "The file, or a part of it, passes a limit: divide it, or allow more." },
  { "too-small", "What a sign says cannot be read from as far as it should: use larger paper, or a shorter name." },
  { "two-heads", "Two people are head of one delegation: leave it to one of them." },
  { "undeclared-language",
    "A text is translated into a language that the programme does not name: add it to languages." },
  { "uneven-verse",
    "A song and its translation have other stanzas or lines, though they stand side by side: make them alike." },
  { "unknown-attribute", "An element has an attribute that the vocabulary does not know: correct or remove it." },
  { "unknown-category",
    "A list of people names a category that the event does not have: correct it, or add it to <categories>." },
  { "unknown-columns",
    "No heading of a table tells what is in its columns: say it in a file, as --columns=? prints it." },
  { "unknown-element", "There is no element of this name: correct or remove it." },
  { "unknown-format", "A file is in no format that can be read: save it in one that the message names." },
  { "unknown-piece", "The kit names a piece that there is not: write it as programme help has it." },
  { "unknown-reference", "An attribute names an id that nothing of its kind has: correct it, or add what is missing." },
  { "unknown-zone", "A schedule names a time zone that there is not: name the right one with --timezone." },
  { "unread-columns", "Columns of a table were not read: say in a file for --columns what they are." },
  { "unused", "Nothing refers to a person, room, organisation or track, or prints a word: refer to it, or remove it." },
  { "version", "The file is of a version of the vocabulary that this library does not read: use a newer one." },
  { "xml-syntax", "The file is not well-formed XML: correct it where the message says." },
};

const char *const *
programme_code_list (void)
{
  static const char *names[G_N_ELEMENTS (codes) + 1];
  static gsize done = 0;
  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
        names[i] = codes[i].name;
      g_once_init_leave (&done, 1);
    }
  return names;
}

const char *
programme_code_describe (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (codes[i].name, code) == 0)
      return codes[i].meaning;
  return NULL;
}
