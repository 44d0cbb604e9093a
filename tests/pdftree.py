"""The tree of tags. Enters: a PDF and the contents of its pages. Leaves: its elements, and the tree as text."""
from pdffile import text


class Sequence:
    """A marked sequence of a page's content."""

    def __init__(self, page, mcid):
        self.page = page
        self.mcid = mcid


class Annotation:
    """An annotation that an element holds."""

    def __init__(self, reference):
        self.reference = reference


class Element:
    """One element with its kids: elements, sequences and annotations."""

    def __init__(self, pdf, reference, parent=None, page=None, above=()):
        self.pdf = pdf
        self.reference = reference
        self.parent = parent
        self.fields = pdf.get(reference) or {}
        role = pdf.get(self.fields.get('/S')) or '/?'
        self.role = (pdf.get(pdf.root, '/StructTreeRoot', '/RoleMap') or {}).get(role, role)
        self.page = self.fields.get('/Pg', page)
        above = above + (reference,)
        self.kids = [kid for value in pdf.array(self.fields.get('/K')) if (kid := self.kid(value, above)) is not None]

    def kid(self, value, above):
        if isinstance(value, int):
            return Sequence(self.page, value)
        fields = self.pdf.get(value)
        if not isinstance(fields, dict) or value in above:
            return None
        if fields.get('/Type') == '/MCR':
            return Sequence(fields.get('/Pg', self.page), fields.get('/MCID'))
        if fields.get('/Type') == '/OBJR':
            return Annotation(fields.get('/Obj'))
        return Element(self.pdf, value, self, self.page, above)

    def elements(self):
        """Those directly below."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def all(self):
        """This one and all below, in reading order."""
        yield self
        for kid in self.elements():
            yield from kid.all()

    def sequences(self):
        """All below, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Sequence):
                yield kid
            elif isinstance(kid, Element):
                yield from kid.sequences()

    def attribute(self, key):
        for attributes in self.pdf.array(self.fields.get('/A')):
            attributes = self.pdf.get(attributes)
            if isinstance(attributes, dict) and key in attributes:
                return self.pdf.get(attributes[key])
        return None

    def text(self, key):
        return text(self.pdf.get(self.fields.get(key)))

    def line(self):
        """Its role, what a voice needs to know of it."""
        parts = [self.role[1:]]
        for key in ('/Lang', '/Alt', '/ActualText', '/E'):
            if self.text(key) is not None:
                parts.append(f'{key[1:]}={self.text(key)}')
        for key in ('/Scope', '/ColSpan', '/RowSpan'):
            if self.attribute(key) is not None:
                parts.append(f'{key[1:]}={str(self.attribute(key)).lstrip("/")}')
        return ' '.join(parts)

    def lines(self, leaves, depth=0):
        """The tree as text. Sequences that follow each other make one text, whatever pages and lines they are on."""
        yield '  ' * depth + self.line()
        pending = None
        for kid in self.kids + [None]:
            if isinstance(kid, Sequence):
                pending = (pending or '') + leaves.get((kid.page, kid.mcid), '')
                continue
            if pending is not None:
                yield '  ' * (depth + 1) + '“' + ' '.join(pending.split()) + '”'
                pending = None
            if isinstance(kid, Annotation):
                yield '  ' * (depth + 1) + 'OBJR'
            elif kid is not None:
                yield from kid.lines(leaves, depth + 1)


def roots(pdf):
    """The elements at the top."""
    tree = pdf.root.get('/StructTreeRoot')
    return [Element(pdf, kid) for kid in pdf.array(tree, '/K') if pdf.get(kid)] if tree else []
