#!/usr/bin/env python3
"""Enters: an event's file, a language, a theme, the agenda made of them as PDF. Leaves: a line for each text of the event that two
independent readers of PDFs, poppler's pdftotext and mupdf's mutool, do not find where it has to be read; and status 1 if
there are any."""
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'


# What the file says

# What the catalogues of these languages say.
TIMES = {'pt': '09h00', 'th': '09.00'}
FIGURES = {language: {ord('0') + i: zero + i for i in range(10)} for language, zero in (('my', 0x1040), ('km', 0x17e0))}


class Event:
    """The texts of an event in one language, in the order of reading."""

    def __init__(self, path, language, theme):
        self.classic = theme == 'classic'
        self.root = ElementTree.parse(path).getroot()
        self.primary = self.root.get('languages', 'en').split()[0]
        self.language = language
        self.people = {person.get('id'): person for person in self.root.iter('person')}

    def tag(self, element):
        return element.get(LANGUAGE, self.primary)

    def choose(self, versions):
        for language in (self.language, self.primary):
            for version in versions:
                if self.tag(version) == language:
                    return version
        return versions[0] if versions else None

    def text(self, parent, name):
        version = self.choose(parent.findall(name))
        return [] if version is None else [''.join(self.words(version))]

    @staticmethod
    def words(element):
        yield element.text or ''
        for child in element:
            if child.tag == 'br':
                yield ' '
            yield from Event.words(child)
            yield child.tail or ''

    def body(self, parent, tags=('p', 'item', 'list')):
        """Paragraphs and items; a translation directly follows its original."""
        groups = []
        for child in parent:
            if child.tag not in tags:
                continue
            if child.tag == 'list':
                groups.append(child)
            elif child.get(LANGUAGE, self.primary) != self.primary and groups and isinstance(groups[-1], list):
                groups[-1].append(child)
            else:
                groups.append([child])
        for group in groups:
            if isinstance(group, list):
                yield ''.join(self.words(self.choose(group)))
            else:
                yield from self.body(group)

    def slot(self, slot):
        for who in slot.get('who').split():
            person = self.people[who]
            yield from self.text(slot, 'name') or self.text(person, 'name')
            note, position = self.text(slot, 'note'), self.text(slot, 'position') or self.text(person, 'position')
            yield from position + note if self.classic else note + position

    def names(self, group):
        """Of people who are named alone: in talks, and where they lead a session of them."""
        for slot in group.iter('slot'):
            for who in slot.get('who').split():
                yield from self.text(slot, 'name') or self.text(self.people[who], 'name')
            yield from self.text(slot, 'note')

    def talk(self, talk):
        yield from self.text(talk, 'title')
        for group in talk.findall('group'):
            yield from self.text(group, 'label')
            yield from self.names(group)
        for document in talk.findall('document'):
            yield from self.text(document, 'title')
        for abstract in talk.findall('abstract'):
            yield from self.body(abstract)

    @staticmethod
    def start(entry):
        hour, minute = entry.get('start').split(':')
        return int(hour) * 60 + int(minute)

    def entry(self, entry, times):
        hour, minute = divmod(self.start(entry) % (24 * 60), 60)
        time = f'{hour:02}{times[2]}{minute:02}' if times[0] == '0' else f'{hour}{times[1]}{minute:02}'
        yield time.translate(FIGURES.get(self.language, {}))
        yield from self.text(entry, 'title')
        abstract = entry.find('abstract')
        if abstract is not None:
            yield from self.body(abstract)
        items = []
        for child in list(entry) + [None]:
            if child is not None and child.tag == 'item' and child.get(LANGUAGE, self.primary) != self.primary:
                items.append(child)
                continue
            if items:
                yield ''.join(self.words(self.choose(items)))
            items = [child] if child is not None and child.tag == 'item' else []
            if child is not None and child.tag == 'group':
                yield from self.text(child, 'label')
                if entry.find('talk') is not None and child.find('slot[@minutes]') is None:
                    yield from self.names(child)
                    continue
                for slot in child.iter('slot'):
                    yield from self.slot(slot)
            if child is not None and child.tag == 'talk':
                yield from self.talk(child)

    def cover(self):
        event = self.root.find('event')
        for name in ('series', 'title', 'subtitle', 'venue'):
            yield from self.text(event, name)

    def sections(self, place):
        for section in self.root.findall(f'{place}/section'):
            yield from self.text(section, 'title')
            yield from self.body(section)

    def times(self, day):
        """What the file says is the manner of the event's first language; others have their own, or follow the theme."""
        times = day.get('times', self.root.get('times')) if self.language == self.primary else None
        return times or TIMES.get(self.language) or ('9:00' if self.classic else '09:00')

    def day(self, day):
        for note in day.findall('note'):
            yield from self.body(note)
        entries = [entry for entry in day if entry.tag in ('session', 'break')]
        for entry in sorted(entries, key=self.start):
            yield from self.entry(entry, self.times(day))

    def inside(self):
        yield from self.sections('front')
        for day in self.root.findall('agenda/day'):
            yield from self.day(day)
        yield from self.sections('back')


# What the readers read

# What is drawn as a mark, though it is a letter: Burmese kinzi, and what follows a virama.
STACKED = re.compile('\u1004\u103a\u1039|[\u1039\u17d2].')
LOST = '\ufffd'
MOST_LOST = 6  # letters of a cluster
REORDERED = ('th', 'lo', 'km', 'my')


def plain(text):
    """Letters alone: readers differ in the spaces that they put, and in which form of a letter they name."""
    text = unicodedata.normalize('NFKC', text).casefold()
    return ''.join(c for c in text if not c.isspace() and unicodedata.category(c) not in ('Cf', 'Cc'))


def bare(text):
    """Without marks, for a reader that names these by what is drawn, glyph by glyph, and not in the order of writing."""
    return ''.join(c for c in STACKED.sub('', plain(text)) if unicodedata.category(c)[0] != 'M')


def end_of_match(text, page, at):
    """Where a text that stands at a place ends, if each cluster that is lost there may be any of its letters; or -1."""
    reached = {0}
    while len(text) not in reached:
        if not reached or at == len(page):
            return -1
        if page[at] == LOST:
            reached = {j for i in reached for j in range(i, min(i + MOST_LOST, len(text)) + 1)}
        else:
            reached = {i + 1 for i in reached if i < len(text) and text[i] == page[at]}
        at += 1
    return at


def search(text, page, start):
    """Where the first such text ends, or -1."""
    if LOST not in page:
        at = page.find(text, start)
        return -1 if at < 0 else at + len(text)
    ends = (end_of_match(text, page, at) for at in range(start, len(page)) if page[at] in (LOST, text[0]))
    return next((end for end in ends if end >= 0), -1)


def unhyphenated(text):
    return ''.join(c for c in plain(text) if unicodedata.category(c) != 'Pd')


class Poppler:
    """In the order of the file it takes Arabic letter by letter, each between controls of direction, and turns round the
    letters of a ligature, as if these were drawn one by one."""
    command = ('pdftotext', '-raw', '-enc', 'UTF-8')
    ligature = re.compile('\u202b([^\u202c]*)\u202c')

    def __init__(self, language):
        self.plain = plain

    def read(self, path):
        text = subprocess.run([*self.command, path, '-'], capture_output=True, text=True, check=True).stdout
        return self.ligature.sub(lambda found: found[1][::-1], text)


class Mupdf:
    """It knows what a glyph stands for but not ActualText, which tells what several do together, and that a hyphen was
    put in. Version 1.25 takes what it reads at one go in a line of Arabic backwards if the last letter has a mark: this
    then stands after a blank."""
    command = ('mutool', 'draw', '-q', '-F', 'txt')
    backwards = re.compile('(?<!\\S)[\u064b-\u0652][^\n\f]*')

    def __init__(self, language):
        self.plain = bare if language.split('-')[0] in REORDERED else unhyphenated

    def read(self, path):
        text = subprocess.run([*self.command, path], capture_output=True, text=True, check=True).stdout
        return self.backwards.sub(lambda found: found[0][::-1], text)


class Reading:
    """The pages as letters, and how far the search for texts has come."""
    SHORTEST_PART = 8  # letters of a text that a page's end parts

    def __init__(self, reader, path):
        self.plain = reader.plain
        self.pages = [reader.plain(page) for page in reader.read(path).split('\f')]
        self.page = self.offset = 0

    def find_parted(self, text):
        """The start of a text at this page's end, with what stands in its margins after that, its rest on the next."""
        for length in range(len(text) - self.SHORTEST_PART, self.SHORTEST_PART - 1, -1):
            if search(text[:length], self.pages[self.page], self.offset) >= 0:
                return search(text[length:], self.pages[self.page + 1], 0)
        return -1

    def find(self, text):
        """Goes on behind a text, or stays if it does not come."""
        start = self.page, self.offset
        for page in range(self.page, len(self.pages)):
            at = search(text, self.pages[page], self.offset)
            if at >= 0:
                self.page, self.offset = page, at
                return True
            at = self.find_parted(text) if page + 1 < len(self.pages) else -1
            self.page, self.offset = page + 1, max(at, 0)
            if at >= 0:
                return True
        self.page, self.offset = start
        return False

    def count(self, text):
        return sum(page.count(text) for page in self.pages)


LONG = 100  # letters: a paragraph, not a title, which is said again where its session goes on


def faults(event, reading):
    for text in event.cover():
        if search(reading.plain(text), reading.pages[0], 0) < 0:
            yield f'not on the cover: {text}'
    texts = [(text, reading.plain(text)) for text in event.inside()]
    for text, letters in texts:
        if not reading.find(letters):
            yield f'not there, or not in its place: {text}'
    for text in {letters for _, letters in texts if len(letters) >= LONG}:
        wanted = sum(letters.count(text) for _, letters in texts)
        if reading.count(text) > wanted:
            yield f'there {reading.count(text)} times, wanted {wanted}: {text}'


def main():
    path, language, theme, pdf = sys.argv[1:]
    event = Event(path, language, theme)
    found = False
    for reader in (Poppler(language), Mupdf(language)):
        for fault in faults(event, Reading(reader, pdf)):
            found = True
            print(f'{reader.command[0]}: {fault}')
    sys.exit(found)


if __name__ == '__main__':
    main()
