#!/usr/bin/env python3
"""Enters: PDFs, and qpdf. Leaves: a line "file: what" for each fault that makes one unfit for its profile, and status 1
if there are any. With --read, also where poppler finds another text; with --ordered, where
the content has another order than its tags, as it may where columns stand beside each other. With --tags, in place of all that, the tree of
tags of each, with the text of its leaves. With --cells, page by page, its headings and the cells of its tables, with
the marked sequences that they have there and their text, without what has ActualText, as pdf.js does not know that.

The profile is what the file says of itself; --profile=accessible, press or plain says what it has to be.
"""
import argparse
import re
import signal
import subprocess
import sys
import unicodedata
from datetime import datetime, timedelta, timezone
from html import unescape
from itertools import zip_longest
from os.path import commonprefix

from pdfcontent import Content
from pdffile import Broken, PdfFile, text
from pdftree import Annotation, Sequence, roots

LANGUAGE = re.compile(r'[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*$')
DATE = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)T?(\d\d):?(\d\d):?(\d\d)(Z|([+-])(\d\d)[':]?(\d\d)?'?)?$")
SUBSET = re.compile(r'/[A-Z]{6}\+.')
HELD = {'/L': {'/L', '/LI', '/Caption'}, '/LI': {'/Lbl', '/LBody'}}
HOLDERS = {'/LI': '/L', '/LBody': '/LI'}
MAX_STRING = 32767
HEADING = re.compile(r'/H(\d)$')


class Check:
    """One file, and what is wrong with it."""

    def __init__(self, path, profile, reads):
        self.path = path
        self.reads = reads  # whether the text of the leaves is wanted
        self.faults = []
        self.pdf = PdfFile(path)
        self.profile = profile or self.pdf.profile()
        self.roots = roots(self.pdf)
        self.elements = [element for root in self.roots for element in root.all()]
        self.leaves = {}  # text by page and MCID
        self.bare = {}  # the same without what has ActualText
        self.texts = []  # of the pages

    def say(self, what):
        if what not in self.faults:
            self.faults.append(what)

    def run(self):
        if self.profile != self.pdf.profile():
            self.say(f'it is {self.pdf.profile()}, wanted {self.profile}')
        self.read_contents()
        self.check_boxes()
        self.check_fonts()
        self.check_metadata()
        self.check_strings(self.pdf.objects)
        if self.profile == 'accessible':
            self.check_catalog()
            self.check_sequences()
            self.check_parents()
            self.check_headings()
            self.check_tables()
            self.check_elements()
            self.check_links()
        elif self.profile == 'press':
            self.check_press()

    def read_contents(self):
        for number, (page, contents) in enumerate(self.pdf.pages, 1):
            content = Content(self.pdf, lambda what, n=number: self.say(f'page {n}: {what}'),
                              self.profile == 'accessible', self.reads)
            data = b'\n'.join(self.pdf.data(part) for part in contents)
            content.walk(data, self.pdf.inherited(page, '/Resources') or {})
            self.leaves.update(((page, mcid), words) for mcid, words in content.leaves.items())
            self.bare.update(((page, mcid), words) for mcid, words in content.bare.items())
            self.texts.append(content.whole)
            if self.profile == 'press' and content.tinted:
                self.say(f'page {number}: {content.tinted[0]} says in RGB what is black or grey')

    # Pages, fonts and what is said of the whole

    def check_strings(self, value):
        """PDF/A-2 lets none have more than 32,767 bytes: its number here is that of UTF-16."""
        if isinstance(value, dict):
            for each in value.values():
                self.check_strings(each)
        elif isinstance(value, list):
            for each in value:
                self.check_strings(each)
        elif len((text(value) or '').encode('utf-16')) > MAX_STRING:
            self.say(f'“{text(value)[:20]}…” is a string of more than {MAX_STRING} bytes')

    def check_boxes(self):
        for number, (page, _) in enumerate(self.pdf.pages, 1):
            outer_name, outer = '/MediaBox', self.box(page, '/MediaBox')
            if outer is None:
                self.say(f'page {number}: it has no MediaBox')
                continue
            for name in ('/BleedBox', '/TrimBox'):
                inner = self.box(page, name)
                if inner is None:
                    if self.profile == 'press':
                        self.say(f'page {number}: it has no {name[1:]}')
                elif not inside(inner, outer):
                    self.say(f'page {number}: its {name[1:]} reaches out of its {outer_name[1:]}')
                else:
                    outer_name, outer = name, inner

    def box(self, page, name):
        box = self.pdf.inherited(page, name)
        return [float(self.pdf.get(side)) for side in box] if isinstance(box, list) and len(box) == 4 else None

    def check_fonts(self):
        for name, entry in self.pdf.objects.items():
            font = entry.get('value')
            if not isinstance(font, dict) or font.get('/Type') != '/Font' or font.get('/Subtype') == '/Type0':
                continue
            if font.get('/Subtype') == '/Type3' and '/CharProcs' in font:
                continue
            base = self.pdf.get(font.get('/BaseFont')) or name
            descriptor = self.pdf.get(font.get('/FontDescriptor')) or {}
            if not any(self.pdf.data(descriptor.get(key)) for key in ('/FontFile', '/FontFile2', '/FontFile3')):
                self.say(f'the font {base} is not embedded')
            if not SUBSET.match(str(base)):
                self.say(f'the font {base} has no subset prefix')

    def check_metadata(self):
        info, xmp = self.pdf.trailer.get('/Info'), self.pdf.xmp()
        if not xmp:
            if self.profile != 'plain':
                self.say('it has no XMP')
            return
        titles = re.search(r'<dc:title>(.*?)</dc:title>', xmp, re.DOTALL)
        title = re.search(r'<rdf:li xml:lang="x-default">(.*?)</rdf:li>', titles.group(1) if titles else '', re.DOTALL)
        self.agree('title', text(self.pdf.get(info, '/Title')), unescape(title.group(1)) if title else None)
        for key, name in (('/CreationDate', 'CreateDate'), ('/ModDate', 'ModifyDate')):
            date = re.search(f'<xmp:{name}>(.*?)</xmp:{name}>', xmp)
            self.agree(name, seconds(text(self.pdf.get(info, key))), seconds(date.group(1) if date else None))

    def agree(self, what, info, xmp):
        if info is None or info != xmp:
            self.say(f'its {what} is {info} in Info and {xmp} in XMP')

    def check_press(self):
        for number, (page, _) in enumerate(self.pdf.pages, 1):
            if self.pdf.array(page, '/Annots'):
                self.say(f'page {number}: it has annotations')

    # Tags

    def check_catalog(self):
        root = self.pdf.root
        self.check_language('the catalog', text(self.pdf.get(root, '/Lang')) or '')
        if self.pdf.get(root, '/MarkInfo', '/Marked') is not True:
            self.say('MarkInfo does not say that it is marked')
        if self.pdf.get(root, '/ViewerPreferences', '/DisplayDocTitle') is not True:
            self.say('DisplayDocTitle is not set')
        if [element.role for element in self.roots] != ['/Document']:
            self.say('at the top of its tags there is not one Document')

    def check_language(self, where, language):
        if not LANGUAGE.match(language):
            self.say(f'{where}: “{language}” is no language')

    def numbers(self, page):
        """A page for people."""
        pages = [reference for reference, _ in self.pdf.pages]
        return f'page {pages.index(page) + 1}' if page in pages else f'no page, {page}'

    def check_sequences(self):
        """Each is referred to once."""
        counts = dict.fromkeys(self.leaves, 0)
        for element in self.elements:
            for kid in element.kids:
                if isinstance(kid, Sequence):
                    key = (kid.page, kid.mcid)
                    if key not in self.leaves:
                        self.say(f'{self.numbers(kid.page)}: MCID {kid.mcid} is in the tags, not in the content')
                    counts[key] = counts.get(key, 0) + 1
        for (page, mcid), count in counts.items():
            if count != 1:
                self.say(f'{self.numbers(page)}: MCID {mcid} is in the tags {count} times')

    def check_parents(self):
        """The parent tree knows the element of each sequence and annotation."""
        parents = dict(self.pdf.tree(self.pdf.get(self.pdf.root, '/StructTreeRoot', '/ParentTree'), '/Nums'))
        for element in self.elements:
            if element.fields.get('/P') != (element.parent.reference if element.parent
                                            else self.pdf.root.get('/StructTreeRoot')):
                self.say(f'the parent of {element.role[1:]} {element.reference} is not the one that holds it')
            for kid in element.kids:
                if isinstance(kid, Sequence):
                    key = self.pdf.get(kid.page, '/StructParents')
                    found = self.pdf.array(parents.get(key))
                    known = found[kid.mcid] if isinstance(kid.mcid, int) and kid.mcid < len(found) else None
                    where = f'{self.numbers(kid.page)}: MCID {kid.mcid}'
                elif isinstance(kid, Annotation):
                    known = parents.get(self.pdf.get(kid.reference, '/StructParent'))
                    where = f'the annotation {kid.reference}'
                else:
                    continue
                if known != element.reference:
                    self.say(f'{where} is not in the parent tree, or has another element there')

    def check_headings(self):
        level = 0
        for element in self.elements:
            heading = HEADING.match(element.role)
            if heading:
                if int(heading.group(1)) > level + 1:
                    self.say(f'{element.role[1:]} follows {f"H{level}" if level else "no heading"}')
                level = int(heading.group(1))

    def check_tables(self):
        ids = {text(name): element for name, element in
               self.pdf.tree(self.pdf.get(self.pdf.root, '/StructTreeRoot', '/IDTree'), '/Names')}
        heads = {element.text('/ID') for element in self.elements if element.role == '/TH'
                 and ids.get(element.text('/ID')) == element.reference}
        for element in self.elements:
            above = element.parent.role if element.parent else None
            if element.role == '/Table':
                self.check_rows(element)
            elif element.role in ('/THead', '/TBody', '/TFoot') and above != '/Table':
                self.say(f'{element.role[1:]} in {str(above)[1:]}')
            elif above in ('/THead', '/TBody', '/TFoot') and element.role != '/TR':
                self.say(f'{element.role[1:]} in {above[1:]}')
            elif element.role == '/TR' and above not in ('/THead', '/TBody', '/TFoot'):
                self.say(f'TR in {str(above)[1:]}')
            elif element.role in ('/TH', '/TD') and above != '/TR':
                self.say(f'{element.role[1:]} in {str(above)[1:]}')
            if element.role == '/TH' and element.attribute('/Scope') not in ('/Row', '/Column', '/Both'):
                self.say(f'TH {element.reference} has no Scope')
            for head in self.pdf.array(element.attribute('/Headers')) if element.role == '/TD' else []:
                if text(head) not in heads:
                    self.say(f'TD {element.reference} has the header {text(head)}, and there is none')

    def rows_of(self, element):
        """Those of a table alone: its cells may hold tables of their own."""
        for child in element.elements():
            if child.role == '/TR':
                yield child
            elif child.role != '/Table':
                yield from self.rows_of(child)

    def check_rows(self, table):
        rows = list(self.rows_of(table))
        counts, below = set(), []  # below: how many cells reach into each of the rows that come
        for row in rows:
            count = below.pop(0) if below else 0
            for cell in row.elements():
                columns, more = cell.attribute('/ColSpan') or 1, (cell.attribute('/RowSpan') or 1) - 1
                below += [0] * (more - len(below))
                below[:more] = [cells + columns for cells in below[:more]]
                count += columns
            counts.add(count)
        if len(counts) != 1:
            self.say(f'the rows of Table {table.reference} have {sorted(counts)} cells')
        for part in table.elements():
            if part.role not in ('/THead', '/TBody', '/TFoot', '/Caption'):
                self.say(f'{part.role[1:]} in Table')
        for row in rows:
            for cell in row.elements():
                if cell.role not in ('/TH', '/TD'):
                    self.say(f'{cell.role[1:]} in TR')

    def check_elements(self):
        for element in self.elements:
            name = f'{element.role[1:]} {element.reference}'
            if element.text('/Lang') is not None:
                self.check_language(name, element.text('/Lang'))
            if element.role in HOLDERS and (not element.parent or element.parent.role != HOLDERS[element.role]):
                self.say(f'{name} is not in {HOLDERS[element.role][1:]}')
            for kid in element.elements():
                if element.role in HELD and kid.role not in HELD[element.role]:
                    self.say(f'{name} holds {kid.role[1:]}')
            if element.role == '/Figure':
                box = element.attribute('/BBox')
                if not (element.text('/Alt') or '').strip():
                    self.say(f'{name} has no Alt')
                if not isinstance(box, list) or len(box) != 4:
                    self.say(f'{name} has no BBox')
            elif element.role == '/Link' and not any(isinstance(kid, Annotation) for kid in element.kids):
                self.say(f'{name} has no annotation')

    def check_links(self):
        held = {kid.reference for element in self.elements if element.role == '/Link' for kid in element.kids
                if isinstance(kid, Annotation)}
        for number, (page, _) in enumerate(self.pdf.pages, 1):
            annotations = self.pdf.array(page, '/Annots')
            if annotations and self.pdf.get(page, '/Tabs') != '/S':
                self.say(f'page {number}: Tabs is not S')
            for annotation in annotations:
                if annotation not in held:
                    self.say(f'page {number}: the annotation {annotation} is in no Link')
                if not (text(self.pdf.get(annotation, '/A', '/URI')) or '').isascii():
                    self.say(f'page {number}: the annotation {annotation} has a URI that is not in ASCII')
                if not (text(self.pdf.get(annotation, '/Contents')) or '').strip():
                    self.say(f'page {number}: the annotation {annotation} has no Contents')

    # Other readers

    def check_order(self):
        """Whoever reads the content without its tags has the order of the tags."""
        tagged = [(sequence.page, sequence.mcid) for root in self.roots for sequence in root.sequences()]
        for number, (page, _) in enumerate(self.pdf.pages, 1):
            wanted = [mcid for where, mcid in tagged if where == page]
            found = [mcid for where, mcid in self.leaves if where == page]
            for first, second in zip(wanted, found):
                if first != second:
                    self.say(f'page {number}: MCID {second} stands where the tags have MCID {first}')
                    break

    def compare(self):
        """Whether poppler finds the same text, page by page and in the same order."""
        done = subprocess.run(['pdftotext', '-raw', '-enc', 'UTF-8', '--', self.path, '-'], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)
        theirs = done.stdout.decode(errors='replace').split('\f')
        for number, (own, other) in enumerate(zip_longest(self.texts, theirs[:-1], fillvalue=''), 1):
            own, other = letters(own), letters(other)
            if own != other:
                at = len(commonprefix([own, other]))
                self.say(f'page {number}: “{own[at:at + 40]}” is what poppler reads as “{other[at:at + 40]}”')

    def cells(self):
        for number, (page, _) in enumerate(self.pdf.pages, 1):
            for element in self.elements:
                if HEADING.match(element.role) or element.role in ('/TH', '/TD'):
                    here = [sequence.mcid for sequence in element.sequences() if sequence.page == page]
                    words = letters(''.join(self.bare.get((page, mcid), '') for mcid in here))
                    if here:
                        yield f'{number} {element.role[1:]} {" ".join(map(str, here))} “{words}”'


def letters(words):
    """What has to be the same for all readers. Those disagree on spaces; poppler gives the letters of lines from right to
    left an order that depends on where they stand, so that such words are compared by their stock of letters."""
    seen = [sign for sign in words if not sign.isspace() and unicodedata.category(sign) != 'Cf']
    backward = any(unicodedata.bidirectional(sign) in ('R', 'AL') for sign in seen)
    return ''.join(sorted(seen) if backward else seen)


def inside(inner, outer):
    nearly = 0.001
    return (inner[0] >= outer[0] - nearly and inner[1] >= outer[1] - nearly
            and inner[2] <= outer[2] + nearly and inner[3] <= outer[3] + nearly)


def seconds(date):
    """A date of Info or of XMP as seconds; what is none stays as it is."""
    match = DATE.match(date or '')
    if not match:
        return date
    here = datetime(*(int(part) for part in match.groups()[:6]), tzinfo=timezone.utc)
    sign = {'+': 1, '-': -1}.get(match.group(8), 0)
    return here - sign * timedelta(hours=int(match.group(9) or 0), minutes=int(match.group(10) or 0))


def main():
    parser = argparse.ArgumentParser(description='Says what is wrong with PDFs.')
    parser.add_argument('--profile', choices=('accessible', 'press', 'plain'))
    parser.add_argument('--read', action='store_true')
    parser.add_argument('--ordered', action='store_true')
    parser.add_argument('--tags', action='store_true')
    parser.add_argument('--cells', action='store_true')
    parser.add_argument('files', nargs='+')
    wanted = parser.parse_args()
    status = 0
    told = sys.stderr if wanted.cells else sys.stdout
    for path in wanted.files:
        try:
            check = Check(path, wanted.profile, wanted.read or wanted.tags or wanted.cells)
            check.run()
            if wanted.read:
                check.compare()
            if wanted.ordered:
                check.check_order()
        except Broken as broken:
            print(f'{path}: {broken}', file=told)
            status = 1
            continue
        if wanted.tags:
            for root in check.roots:
                print('\n'.join(root.lines(check.leaves)))
            continue
        if wanted.cells:
            print('\n'.join(f'{path}: {cell}' for cell in check.cells()))
        for fault in check.faults:
            print(f'{path}: {fault}', file=told)
            status = 1
    return status


if __name__ == '__main__':
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
