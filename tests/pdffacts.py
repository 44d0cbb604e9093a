#!/usr/bin/env python3
"""Enters: a file of facts, and a PDF. Leaves: in what the PDF differs from the facts, which are all that it says beside
its pages' content, fonts and tags: boxes, links, bookmarks, metadata, output intents, files within. Numbers have some
play, since other versions of the fonts move a letter by a hair. UPDATE_GOLDEN=1 in the environment
writes the facts anew."""
import os
import pathlib
import re
import sys

from pdffile import REFERENCE, PdfFile, text

# What other tests look at, what differs with each font or with each version of a library, and ways back up.
LEFT_OUT = {'/Contents', '/Resources', '/StructTreeRoot', '/Parent', '/P', '/Prev', '/Last', '/Length', '/ID', '/Kids',
            '/Count', '/CheckSum', '/Group', '/F'}
PLAY = 1.5
NUMBER = re.compile(r'-?\d+\.\d+')


class Facts:
    def __init__(self, pdf):
        self.pdf = pdf
        self.lines = []
        self.pages = {reference: number for number, (reference, _) in enumerate(pdf.pages, 1)}
        self.seen = set()
        # cairo 1.18 gives pages their place in the tree of tags also where it writes none.
        is_tagged = '/MarkInfo' in pdf.get(pdf.trailer.get('/Root'))
        self.left_out = LEFT_OUT if is_tagged else LEFT_OUT | {'/StructParents'}

    def add(self, depth, name, value):
        """A line for what is simple, and lines for what it holds; each object once, a page by its number elsewhere."""
        if isinstance(value, str) and REFERENCE.match(value):
            if value in self.pages and depth > 0:
                self.line(depth, name, f'page {self.pages[value]}')
                return
            if value in self.seen:
                self.line(depth, name, 'as above')
                return
            self.seen.add(value)
        there = self.pdf.get(value)
        if isinstance(there, dict):
            self.line(depth, name, '')
            for key in sorted(there):
                if key not in self.left_out:
                    self.add(depth + 1, key, there[key])
        elif isinstance(there, list):
            if len(there) == 5 and there[1] == '/XYZ':
                self.line(depth, name, f'page {self.pages[there[0]]} at {there[3]:.2f}')
            elif all(isinstance(item, (int, float)) for item in there):
                self.line(depth, name, ' '.join(f'{item:.2f}' for item in there))
            else:
                self.line(depth, name, '')
                for item in there:
                    self.add(depth + 1, '-', item)
        else:
            said = text(there) if isinstance(there, str) else None
            self.line(depth, name, f'“{said}”' if said is not None else there)

    def line(self, depth, name, value):
        value = re.sub(r'\d+\.\d+\.\d+', 'N', str(value))  # a version
        self.lines.append(f'{"  " * depth}{name} {value}'.rstrip())

    def all(self):
        self.add(0, 'catalog', self.pdf.trailer.get('/Root'))
        self.add(0, 'info', self.pdf.trailer.get('/Info'))
        for reference, number in self.pages.items():
            self.add(0, f'page {number}', reference)
        for line in self.pdf.xmp().splitlines():
            if line.strip():
                self.line(1, 'xmp', re.sub(r'[0-9a-f]{8}-[0-9a-f-]{27}', 'ID', line.strip()))
        return self.lines


def same(wanted, found):
    numbers = [[float(number) for number in NUMBER.findall(line)] for line in (wanted, found)]
    return (NUMBER.sub('#', wanted) == NUMBER.sub('#', found)
            and all(abs(a - b) <= PLAY for a, b in zip(*numbers)))


def main():
    golden, path = pathlib.Path(sys.argv[1]), sys.argv[2]
    found = Facts(PdfFile(path)).all()
    if os.environ.get('UPDATE_GOLDEN') == '1':
        golden.write_text('\n'.join(found) + '\n', encoding='utf-8')
    wanted = golden.read_text(encoding='utf-8').splitlines()
    for number in range(max(len(wanted), len(found))):
        a, b = (lines[number] if number < len(lines) else '(the end)' for lines in (wanted, found))
        if not same(a, b):
            print(f'{golden}:{number + 1}\n  is       {b}\n  but was  {a}\nIf it is meant to be so, run this with '
                  'UPDATE_GOLDEN=1 and look at what “git diff tests/golden” says.')
            return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
