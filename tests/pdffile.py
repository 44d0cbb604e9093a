"""A PDF as Python objects. Enters: a path, and qpdf. Leaves: its objects, pages, structure tree and metadata.

Objects are those of qpdf's JSON: names begin with /, texts with u: or b:, references are like "12 0 R".
"""
import base64
import json
import re
import subprocess

REFERENCE = re.compile(r'\d+ \d+ R$')


class Broken(Exception):
    """What makes it impossible to go on with a file."""


class PdfFile:
    def __init__(self, path):
        command = ['qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized', '--', path]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            words = done.stderr.decode(errors='replace').strip()
            raise Broken(words.splitlines()[-1] if words else 'qpdf cannot read it')
        document = json.loads(done.stdout)
        self.objects = document['qpdf'][1]
        self.pages = [(page['object'], page['contents']) for page in document['pages']]
        self.trailer = self.objects['trailer']['value']
        self.root = self.get(self.trailer.get('/Root')) or {}

    def entry(self, reference):
        return self.objects.get('obj:' + reference, {})

    def get(self, value, *keys):
        """The object that value refers to, or what stands there below keys; None if there is none."""
        while isinstance(value, str) and REFERENCE.match(value):
            entry = self.entry(value)
            value = entry['stream']['dict'] if 'stream' in entry else entry.get('value')
        if not keys:
            return value
        return self.get(value.get(keys[0]), *keys[1:]) if isinstance(value, dict) else None

    def array(self, value, *keys):
        """The same as a list: one object, which stays a reference, is a list of one; nothing is an empty list."""
        if keys:
            value = (self.get(value, *keys[:-1]) or {}).get(keys[-1])
        there = self.get(value)
        return there if isinstance(there, list) else [] if there is None else [value]

    def data(self, reference):
        """The decoded bytes of a stream."""
        stream = self.entry(reference).get('stream') if isinstance(reference, str) else None
        return base64.b64decode(stream['data']) if stream else b''

    def inherited(self, page, key):
        """What a page has, or the nodes above it."""
        page = self.get(page)
        while isinstance(page, dict):
            if key in page:
                return self.get(page[key])
            page = self.get(page.get('/Parent'))
        return None

    def tree(self, root, leaves):
        """The pairs of a number tree or name tree whose nodes have their leaves below that key."""
        node = self.get(root)
        if not isinstance(node, dict):
            return
        flat = self.array(node, leaves)
        yield from zip(flat[0::2], flat[1::2])
        for kid in self.array(node, '/Kids'):
            yield from self.tree(kid, leaves)

    def xmp(self):
        return self.data(self.root.get('/Metadata')).decode(errors='replace')

    def profile(self):
        if '<pdfxid:GTS_PDFXVersion>' in self.xmp():
            return 'press'
        return 'accessible' if 'pdfuaid:part' in self.xmp() or '/StructTreeRoot' in self.root else 'plain'


def text(value):
    """A PDF's text as Python's, or None."""
    if not isinstance(value, str):
        return None
    if value.startswith('u:'):
        return value[2:]
    if value.startswith('b:'):
        return bytes.fromhex(value[2:]).decode('latin-1')
    return None
