"""Content streams. Enters: the bytes of a page's or form's content, and its resources. Leaves: its operators in turn;
what is wrong with their nesting, marks and colours; and the text of each marked sequence."""
import re

from pdffile import text

WORD = rb"(?![^\s()<>\[\]{}/%])"
TOKEN = re.compile(rb"""([+-]?(?:\d+\.?\d*|\.\d+))(?![^\s()<>\[\]{}/%])|([^\s()<>\[\]{}/%]+|<<|>>|[\[\]{}])
  |(/[^\s()<>\[\]{}/%]*)|\(([^()\\]*)\)|<([0-9A-Fa-f\s]*)>|(\()|%[^\r\n]*""", re.VERBOSE)
PARENTHESIS = re.compile(rb'\\.|[()]', re.DOTALL)
IMAGE_END = re.compile(rb'\sEI(?=\s|$)')
ESCAPE = re.compile(rb'\\([0-7]{1,3}|\r\n|.)', re.DOTALL)
ESCAPED = {b'n': b'\n', b'r': b'\r', b't': b'\t', b'b': b'\b', b'f': b'\f', b'\n': b'', b'\r': b'', b'\r\n': b''}
PAINTS = set('S s f F f* B B* b b* sh Do EI Tj TJ \' "'.split())
OPENS = {'q': 'Q', 'BT': 'ET', 'BDC': 'EMC', 'BMC': 'EMC'}


def unescape(match):
    what = match.group(1)
    return bytes([int(what, 8) & 255]) if what[:1] in b'01234567' else ESCAPED.get(what, what)


def string_end(data, position):
    """Where the string ends whose first byte after the parenthesis is there."""
    depth = 1
    for match in PARENTHESIS.finditer(data, position):
        depth += {b'(': 1, b')': -1}.get(match.group(), 0)
        if depth == 0:
            return match.end()
    return len(data)


def tokens(data):
    """Names as str with their stroke, numbers, strings as bytes, operators as str in a tuple."""
    position = 0
    while match := TOKEN.search(data, position):
        position, kind = match.end(), match.lastindex
        word = match.group(kind) if kind else b''
        if kind == 1:
            yield float(word)
        elif kind == 2 and word == b'ID':
            end = IMAGE_END.search(data, position)
            position = end.end() if end else len(data)
            yield ('EI',)
        elif kind == 2:
            yield (word.decode('latin-1'),)
        elif kind == 3:
            yield word.decode('latin-1')
        elif kind == 4:
            yield word
        elif kind == 5:
            digits = b''.join(word.split())
            yield bytes.fromhex((digits + b'0' * (len(digits) % 2)).decode())
        elif kind == 6:
            end = string_end(data, position)
            yield ESCAPE.sub(unescape, data[position:end - 1])
            position = end


def operators(data):
    """Pairs of an operator and its operands; arrays are lists, dictionaries too."""
    operands, outer = [], []
    for token in tokens(data):
        if not isinstance(token, tuple):
            operands.append(token)
        elif token[0] in ('[', '<<'):
            outer.append(operands)
            operands = []
        elif token[0] in (']', '>>') and outer:
            inner, operands = operands, outer.pop()
            operands.append(inner)
        else:
            yield token[0], operands
            operands = []


def utf16(data):
    return data.decode('utf-16-be', errors='replace')


def unicode_map(data):
    """From a ToUnicode stream: the bytes in a code, and a text for each code."""
    size, texts = 1, {}
    for operator, operands in operators(data):
        if operator == 'endcodespacerange' and operands:
            size = len(operands[0])
        elif operator == 'endbfchar':
            texts.update((int.from_bytes(code, 'big'), utf16(to)) for code, to in zip(operands[0::2], operands[1::2]))
        elif operator == 'endbfrange':
            for first, last, to in zip(operands[0::3], operands[1::3], operands[2::3]):
                first, last = int.from_bytes(first, 'big'), int.from_bytes(last, 'big')
                for code in range(first, last + 1):
                    start = utf16(to) if isinstance(to, bytes) else utf16(to[code - first])
                    texts[code] = start if isinstance(to, list) else start[:-1] + chr(ord(start[-1]) + code - first)
    return size, texts


class Content:
    """One page's content with the forms that it paints. say() is told what is wrong."""

    def __init__(self, pdf, say, marked, reads):
        self.pdf = pdf
        self.say = say
        self.marked = marked  # whether all has to be marked
        self.reads = reads  # whether its text is wanted
        self.leaves = {}  # text by MCID, in the order in which the sequences come
        self.bare = {}  # the same without what has ActualText
        self.whole = ''  # the text of all, artifacts too
        self.tinted = []  # operators that say in RGB what is grey
        self.maps = {}
        self.mcid = None
        self.replaced = 0  # marks with ActualText that are open
        self.marks = 0  # sequences and artifacts that are open

    def walk(self, data, resources, depth=0):
        stack, font = [], None
        for operator, operands in operators(data):
            if self.marked and operator in PAINTS and self.marks == 0:
                self.say(f'{operator} paints outside of marked content')
            if operator in OPENS:
                stack.append((OPENS[operator], self.open(operator, operands, resources)))
            elif operator in ('Q', 'ET', 'EMC'):
                self.close(operator, stack)
            elif operator == 'Tf' and self.reads:
                font = self.font(resources, operands)
            elif operator in ('Tj', 'TJ', "'", '"') and self.reads:
                self.show(font, operands[-1] if operands else b'')
            elif operator == 'Do':
                self.paint(resources, operands, depth)
            elif operator in ('rg', 'RG') and len(operands) == 3 and operands[0] == operands[1] == operands[2]:
                self.tinted.append(operator)
        for closing, mark in reversed(stack):
            self.say(f'{closing} is missing at the end')
            self.leave(mark)

    def properties(self, operands, resources):
        """Of a mark, as a dictionary, whether they stand in the content or in the resources."""
        if len(operands) < 2:
            return {}
        if isinstance(operands[1], str):
            found = self.pdf.get(resources, '/Properties', operands[1]) or {}
            return {key: self.pdf.get(value) for key, value in found.items()}
        return dict(zip(operands[1][0::2], operands[1][1::2]))

    def open(self, operator, operands, resources):
        if operator not in ('BDC', 'BMC'):
            return None
        properties = self.properties(operands, resources)
        mark = {'mcid': properties.get('/MCID'), 'outer': self.mcid, 'actual': '/ActualText' in properties}
        mark['counts'] = mark['mcid'] is not None or operands[:1] == ['/Artifact']
        if mark['counts'] and self.marks > 0:
            self.say(f'{operands[0]} is marked inside other marked content')
        self.marks += mark['counts']
        if mark['mcid'] is not None:
            self.mcid = int(mark['mcid'])
            if self.mcid in self.leaves:
                self.say(f'MCID {self.mcid} is there twice')
            self.leaves.setdefault(self.mcid, '')
        if mark['actual']:
            self.add(actual_text(properties['/ActualText']), False)
        self.replaced += mark['actual']
        return mark

    def leave(self, mark):
        if mark is not None:
            self.marks -= mark['counts']
            self.replaced -= mark['actual']
            self.mcid = mark['outer']

    def close(self, operator, stack):
        if not stack:
            self.say(f'{operator} closes what was not opened')
            return
        closing, mark = stack.pop()
        if closing != operator:
            self.say(f'{operator} stands where {closing} belongs')
        self.leave(mark)

    def add(self, words, bare=True):
        if self.replaced > 0:
            return
        self.whole += words
        if self.mcid is not None:
            self.leaves[self.mcid] += words
            self.bare[self.mcid] = self.bare.get(self.mcid, '') + words * bare

    def font(self, resources, operands):
        name = operands[0] if operands else None
        reference = (self.pdf.get(resources, '/Font') or {}).get(name)
        if reference is None:
            self.say(f'the font {name} is not in the resources')
            return (1, {})
        if reference not in self.maps:
            self.maps[reference] = unicode_map(self.pdf.data((self.pdf.get(reference) or {}).get('/ToUnicode')))
        return self.maps[reference]

    def show(self, font, what):
        if font is None:
            self.say('text is shown without a font')
            return
        size, texts = font
        for part in what if isinstance(what, list) else [what]:
            if isinstance(part, bytes):
                codes = (int.from_bytes(part[i:i + size], 'big') for i in range(0, len(part), size))
                self.add(''.join(texts.get(code, '\N{REPLACEMENT CHARACTER}') for code in codes))

    def paint(self, resources, operands, depth):
        reference = (self.pdf.get(resources, '/XObject') or {}).get(operands[0] if operands else None)
        form = self.pdf.get(reference)
        if form is None:
            self.say(f'{operands} is not in the resources')
        elif form.get('/Subtype') == '/Form' and depth < 20:
            self.walk(self.pdf.data(reference), self.pdf.get(form.get('/Resources')) or resources, depth + 1)


def actual_text(value):
    """As it stands in a content stream, in bytes, or in an object."""
    if not isinstance(value, bytes):
        return text(value) or ''
    if value.startswith(b'\xfe\xff'):
        return utf16(value[2:])
    return value.decode('latin-1')
