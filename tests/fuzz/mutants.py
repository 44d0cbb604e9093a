#!/usr/bin/env python3
# Enters: the command, a folder, and seconds. Leaves: what the command does with the samples and themes but for a few
# elements, attributes, values and keys: how many were taken and refused, on standard output; what brought it down, in
# the folder; and the status 1 then.
import argparse
import copy
import csv
import io
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as tree

VALUES = ['', ' ', '0', '-1', '1', '48:00', '24:00', '00:00', '9:5', '9999-12-31', '0001-01-01', '2031-02-30', 'en',
          'ar', 'xx-Zzzz', 'yes', 'none', 'NaN', '1e308', '99999999999999999999', 'x' * 7999, '\u202e\u0645', '../a.svg',
          'javascript:x', 'https://example.org/' + 'a' * 1900, '%s %d %2', '\u0301' * 60, '\U0001f600', 'a\u2028b',
          '\ufeff', 'ﬀ', '\u0e01\u0e33' * 200, '\u0915\u094d' * 20, 'w' * 300, '中' * 300]
NUMBERS = ['0', '-1', '1e308', 'nan', 'inf', '-0.0001', '14400', '14401', '0.0001', '36', '1e-300', '2', '1000']
PIECES = ['agenda', 'booklet', 'speakers', 'signs', 'plates', 'cues', 'badges', 'check', 'fonts']
PEOPLE_OPTIONS = {'plates': [[], ['--kind=tent,delegation,lectern,table'], ['--sides=2']],
                  'badges': [[], ['--qr=vcard', '--sides=2'], ['--qr=mecard', '--sides=fold'], ['--spares=2']]}
OPTIONS = [[], ['-p', 'A6'], ['-p', '70x95mm'], ['-p', '5080x5080mm'], ['-t', 'modern'], ['-t', 'classic'],
           ['--profile=plain'], ['--format=svg', '--pages=1'], ['-b', 'parallel'], ['-b', 'headings'],
           ['--despite-errors'], ['--embed-source']]
RAW = re.compile(r'\*\*:|CRITICAL|[Aa]ssertion|Sanitizer|runtime error|internal error|out of memory')
XML_LANG = '{http://www.w3.org/XML/1998/namespace}lang'


def all_of(root):
    return [(parent, child) for parent in root.iter() for child in parent]


def change_element(root, chooser):
    pairs = all_of(root)
    if not pairs:
        return
    parent, child = chooser.choice(pairs)
    other, _ = chooser.choice(pairs)
    kind = chooser.randrange(5)
    if kind == 0:
        parent.remove(child)
    elif kind == 1:
        for _ in range(chooser.choice((1, 2, 40))):
            parent.append(copy.deepcopy(child))
    elif kind == 2 and child not in other.iter() and other not in child.iter():
        parent.remove(child)
        other.insert(chooser.randrange(len(other) + 1), child)
    elif kind == 3:
        child.tag = chooser.choice(pairs)[1].tag
    else:
        inner = tree.Element(chooser.choice(['b', 'i', 'sup', 'a', 'span', 'br', 'family', 'p', 'list', 'item']))
        inner.text = child.text
        child.insert(0, inner)


def change_attribute(root, chooser):
    element = chooser.choice(list(root.iter()))
    names = list(element.attrib) + ['id', 'ref', 'who', 'start', 'end', 'room', 'track', 'country', XML_LANG]
    name = chooser.choice(names[:max(1, len(element.attrib))] if chooser.random() < 0.7 else names)
    others = [other.attrib[name] for other in root.iter() if name in other.attrib]
    element.attrib[name] = chooser.choice(VALUES + others * 3)
    if chooser.random() < 0.2:
        del element.attrib[name]


def change_text(root, chooser):
    element = chooser.choice(list(root.iter()))
    texts = [other.text for other in root.iter() if other.text and other.text.strip()]
    element.text = chooser.choice(VALUES + texts) * chooser.choice((1, 1, 1, 30))


def mutant_of_event(text, chooser):
    root = tree.fromstring(text)
    for _ in range(chooser.choice((1, 1, 2, 3, 8))):
        chooser.choice((change_element, change_attribute, change_attribute, change_text))(root, chooser)
    return tree.tostring(root, encoding='unicode')


def mutant_of_list(text, chooser):
    """Of a table, the second row of which is the first of a person."""
    rows = list(csv.reader(io.StringIO(text)))
    for _ in range(chooser.choice((1, 2, 8))):
        row = chooser.choice(rows)
        row[chooser.randrange(len(row))] = chooser.choice(VALUES + [cell for other in rows for cell in other])
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def mutant_of_theme(text, chooser):
    lines = text.split('\n')
    for _ in range(chooser.choice((1, 1, 2, 5))):
        at = chooser.randrange(len(lines))
        kind = chooser.randrange(4)
        numbers = list(re.finditer(r'-?\d+(\.\d+)?', lines[at]))
        if kind <= 1 and numbers:
            number = chooser.choice(numbers)
            lines[at] = lines[at][:number.start()] + chooser.choice(NUMBERS) + lines[at][number.end():]
        elif kind == 2 and '=' in lines[at]:
            values = [line.split('=', 1)[1] for line in lines if '=' in line]
            lines[at] = lines[at].split('=', 1)[0] + '=' + chooser.choice(values)
        elif kind == 3:
            del lines[at]
    return '\n'.join(lines)


def run(program, arguments, folder):
    """Why it is wrong, or None; and its status."""
    try:
        result = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, errors='replace',
                                timeout=60, env={**os.environ, 'LC_ALL': 'C.UTF-8', 'ASAN_OPTIONS': 'detect_leaks=0'})
    except subprocess.TimeoutExpired:
        return 'it does not end', None
    if result.returncode not in (0, 1, 2) or RAW.search(result.stderr):
        return 'status %d: %s' % (result.returncode, result.stderr[:2000]), result.returncode
    return None, result.returncode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('found', help='a folder')
    parser.add_argument('--seconds', type=float, default=60)
    parser.add_argument('--seed', type=int, default=random.randrange(1 << 32))
    options = parser.parse_args()
    top = pathlib.Path(__file__).resolve().parents[2]
    events = sorted(top.glob('samples/*/event.xml'))
    themes = sorted(top.glob('lib/theme/*.theme'))
    lists = sorted(top.glob('samples/*/guests.csv'))
    chooser = random.Random(options.seed)
    folder = pathlib.Path(tempfile.mkdtemp())
    until, taken, refused, wrong, of_themes = time.monotonic() + options.seconds, 0, 0, 0, 0
    while time.monotonic() < until:
        event = chooser.choice(events)
        for file in event.parent.glob('*.svg'):
            shutil.copy(file, folder)
        text = event.read_text(encoding='utf-8')
        piece = chooser.choice(PIECES)
        arguments = [piece, '-q', 'event.xml']
        if chooser.random() < 0.3:
            theme = chooser.choice(themes).read_text(encoding='utf-8')
            (folder / 'own.theme').write_text(mutant_of_theme(theme, chooser), encoding='utf-8')
            arguments = ['agenda', '-q', '-t', './own.theme', 'event.xml']
            of_themes += 1
        else:
            text = mutant_of_event(text, chooser)
            if piece not in ('check', 'fonts'):
                arguments += chooser.choice(OPTIONS)
            if piece == 'badges' or (piece in PEOPLE_OPTIONS and chooser.random() < 0.5):
                guests = chooser.choice(lists).read_text(encoding='utf-8')
                (folder / 'guests.csv').write_text(mutant_of_list(guests, chooser), encoding='utf-8')
                arguments += ['--people=guests.csv'] + chooser.choice(PEOPLE_OPTIONS[piece])
        (folder / 'event.xml').write_text(text, encoding='utf-8')
        fault, status = run(os.path.abspath(options.program), arguments, folder)
        taken, refused = taken + (status == 0), refused + (status in (1, 2))
        if fault is not None:
            wrong += 1
            kept = pathlib.Path(options.found, 'mutant-%d-%d' % (options.seed, wrong))
            shutil.copytree(folder, kept, dirs_exist_ok=True)
            print('%s: programme %s: %s' % (kept, ' '.join(arguments), fault), file=sys.stderr)
    shutil.rmtree(folder)
    print('mutants  %8d in %d s, seed %d, %d of them of themes: %d taken, %d refused, %d wrong'
          % (taken + refused + wrong, options.seconds, options.seed, of_themes, taken, refused, wrong))
    return wrong != 0


if __name__ == '__main__':
    sys.exit(main())
