"""Enters: a command. Leaves: PDFs with a page that is hard to put on a sheet, or that cannot be; whether a sheet shows what
its page does.

impose.py make FOLDER              a file for each such page, and for each file that cannot be used, bad-NAME.pdf
impose.py many FILE N WIDTH HEIGHT N pages that say their numbers, of so many points
impose.py same PAGE.ppm SHEET.ppm  whether the middle of the sheet is the page, pixel by pixel; where it is not
impose.py pixel FILE.ppm X Y ...   the colours there
"""
import sys
import zlib

FILLED = b'1 0 0 rg 20 30 60 90 re f 0 0 1 rg 100 180 40 100 re f 0 0.6 0 rg 10 270 m 60 270 l 35 295 l f\n'
TEXT = b'BT /F1 18 Tf 0 g 30 150 Td (Harbour, page one) Tj ET\n'
FONT = '<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>'
BOX = '/MediaBox [ 0 0 200 300 ]'


class Pdf:
    """Objects by number, written with a table of where they are; a number may have a generation."""

    def __init__(self):
        self.objects = {}
        self.generations = {}

    def add(self, number, text, data=None, generation=0, filtered=None):
        body = text.encode('latin-1')
        if data is not None:
            data = data if filtered is None else filtered(data)
            body = body[:-2] + b'/Length %d >>\nstream\n' % len(data) + data + b'\nendstream'
        self.objects[number] = body
        self.generations[number] = generation
        return self

    def bytes(self):
        out = bytearray(b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
        places = {}
        for number, body in self.objects.items():
            places[number] = len(out)
            out += b'%d %d obj\n' % (number, self.generations[number]) + body + b'\nendobj\n'
        start, size = len(out), max(self.objects) + 1
        out += b'xref\n0 %d\n' % size
        for number in range(size):
            if number in places:
                out += b'%010d %05d n \n' % (places[number], self.generations[number])
            else:
                out += b'0000000000 65535 f \n'
        out += b'trailer\n<< /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n' % (size, start)
        return bytes(out)


def page(entries=BOX, content=FILLED + TEXT, resources=FONT, catalog='', tree='', filtered=None, keys=''):
    """A file of one page, whose content is object 4; entries are the page's own."""
    pdf = Pdf()
    pdf.add(1, '<< /Type /Catalog /Pages 2 0 R %s >>' % catalog)
    pdf.add(2, '<< /Type /Pages /Kids [ 3 0 R ] /Count 1 %s >>' % tree)
    own = '' if resources is None else '/Resources %s' % resources
    pdf.add(3, '<< /Type /Page /Parent 2 0 R /Contents 4 0 R %s %s >>' % (own, entries))
    return pdf.add(4, '<< %s >>' % keys, content, filtered=filtered)


def hexadecimal(data):
    return data.hex().encode() + b'>'


def runs(data):
    out = bytearray()
    for i in range(0, len(data), 128):
        part = data[i:i + 128]
        out += bytes([len(part) - 1]) + part
    return bytes(out) + b'\x80'


def look(pdf, number, box, matrix='', colour='1 0.5 0', extra=''):
    """An appearance: a frame with a filled lower left quarter, so that each way to lie is another."""
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    content = '%s rg %g %g %g %g re f 0 G 2 w %g %g %g %g re S' % (
        colour, left, bottom, width / 2, height / 2, left + 1, bottom + 1, width - 2, height - 2)
    pdf.add(number, '<< /Type /XObject /Subtype /Form /BBox [ %g %g %g %g ] %s %s >>' % (*box, matrix, extra),
            content.encode())


def annotated(entries, box=(0, 0, 40, 20), rectangle='60 200 140 240', keys='/F 4', matrix='', **more):
    pdf = page(BOX + ' /Annots [ 5 0 R ] ' + entries, **more)
    pdf.add(5, '<< /Type /Annot /Subtype /Stamp /Rect [ %s ] /AP << /N 6 0 R >> %s >>' % (rectangle, keys))
    look(pdf, 6, box, matrix)
    return pdf


def layers():
    pdf = page(content=FILLED + b'/OC /On BDC 0 g 90 20 30 30 re f EMC /OC /Off BDC 0 g 0 0 200 140 re f EMC\n',
               resources='<< /Properties << /On 7 0 R /Off 8 0 R >> >>',
               catalog='/OCProperties << /OCGs [ 7 0 R 8 0 R ] /D << /ON [ 7 0 R ] /OFF [ 8 0 R ] >> >>')
    pdf.add(7, '<< /Type /OCG /Name (On) >>').add(8, '<< /Type /OCG /Name (Off) >>')
    return pdf


def layered_annotation():
    pdf = annotated('', keys='/F 4 /OC 8 0 R',
                    catalog='/OCProperties << /OCGs [ 8 0 R ] /D << /OFF [ 8 0 R ] >> >>')
    return pdf.add(8, '<< /Type /OCG /Name (Off) >>')


def fields():
    pdf = page(BOX + ' /Annots [ 5 0 R 6 0 R 7 0 R ]', catalog='/AcroForm << /Fields [ 5 0 R 6 0 R 7 0 R ] >>')
    pdf.add(5, '<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Aino) /F 4 /Rect [ 20 130 120 146 ]'
               ' /AP << /N 8 0 R >> >>')
    pdf.add(6, '<< /Type /Annot /Subtype /Widget /FT /Btn /T (yes) /V /On /AS /On /F 4 /Rect [ 150 20 170 40 ]'
               ' /AP << /N << /On 9 0 R /Off 10 0 R >> >> >>')
    pdf.add(7, '<< /Type /Annot /Subtype /Widget /FT /Btn /T (no) /V /Off /AS /Off /F 4 /Rect [ 150 60 170 80 ]'
               ' /AP << /N << /On 9 0 R /Off 10 0 R >> >> >>')
    look(pdf, 8, (0, 0, 100, 16))
    look(pdf, 9, (0, 0, 20, 20), colour='0 0 0')
    look(pdf, 10, (0, 0, 20, 20), colour='1 1 0')
    return pdf


def group():
    pdf = page(BOX + ' /Group << /S /Transparency /CS /DeviceRGB >>',
               content=FILLED + b'/G gs 1 1 0 rg 40 60 100 150 re f /X Do\n',
               resources='<< /ExtGState << /G << /BM /Multiply /ca 0.7 >> >> /XObject << /X 7 0 R >> >>')
    pdf.add(7, '<< /Type /XObject /Subtype /Form /BBox [ 0 0 200 300 ] /Group << /S /Transparency /I true /K true >>'
               ' /Resources << /ExtGState << /H << /ca 0.5 >> >> >> >>',
            b'/H gs 0 1 1 rg 90 100 60 60 re f 1 0 1 rg 110 120 60 60 re f')
    return pdf


def pattern():
    pdf = page(content=b'/Pattern cs /P scn 10 10 180 280 re f\n', resources='<< /Pattern << /P 7 0 R >> >>')
    return pdf.add(7, '<< /PatternType 1 /PaintType 1 /TilingType 1 /BBox [ 0 0 20 20 ] /XStep 20 /YStep 20'
                      ' /Resources << >> /Matrix [ 1 0 0 1 5 5 ] >>', b'1 0 0 rg 0 0 10 10 re f 0 0 1 rg 10 10 10 10 re f')


def inherited():
    pdf = Pdf()
    pdf.add(1, '<< /Type /Catalog /Pages 2 0 R >>')
    pdf.add(2, '<< /Type /Pages /Kids [ 5 0 R ] /Count 1 %s /Rotate 90 /Resources %s >>' % (BOX, FONT))
    pdf.add(5, '<< /Type /Pages /Parent 2 0 R /Kids [ 3 0 R ] /Count 1 /CropBox [ 0 0 200 200 ] >>')
    pdf.add(3, '<< /Type /Page /Parent 5 0 R /Contents 4 0 R >>')
    return pdf.add(4, '<< >>', FILLED + TEXT)


def several():
    """Streams that end between tokens, in a state that the next one goes on with."""
    pdf = page().add(3, '<< /Type /Page /Parent 2 0 R %s /Contents [ 4 0 R 5 0 R 6 0 R ] >>' % BOX)
    pdf.add(4, '<< >>', b'q 1 0 0 rg 20 30')
    pdf.add(5, '<< /Filter /FlateDecode >>', b'60 90 re f 0 0', filtered=zlib.compress)
    return pdf.add(6, '<< >>', b'1 rg 100 180 40 100 re f Q 10 10 20 20 re f')


def shared():
    """A page that is there twice, and another of the same content, which shows another part."""
    pdf = page().add(2, '<< /Type /Pages /Kids [ 3 0 R 5 0 R 3 0 R ] /Count 3 >>')
    return pdf.add(5, '<< /Type /Page /Parent 2 0 R /MediaBox [ 0 100 200 300 ] /Contents 4 0 R /Resources %s >>' % FONT)


def generations():
    pdf = page().add(3, '<< /Type /Page /Parent 2 0 R %s /Contents 4 3 R /Resources 7 65 R >>' % BOX)
    return pdf.add(4, '<< >>', FILLED + TEXT, generation=3).add(7, FONT, generation=65)


def image():
    return page(content=b'q 100 0 0 100 50 100 cm BI /W 2 /H 2 /CS /RGB /BPC 8 /F /AHx ID\n'
                        b'ff0000 00ff00 0000ff ffff00>\nEI Q\n')


GOOD = {
    'plain': page(),
    'rotate-90': page(BOX + ' /Rotate 90'),
    'rotate-180': page(BOX + ' /Rotate 180'),
    'rotate-270': page(BOX + ' /Rotate 270'),
    'rotate-back': page(BOX + ' /Rotate -90'),
    'rotate-more': page(BOX + ' /Rotate 450'),
    'crop': page('/MediaBox [ 0 0 300 400 ] /CropBox [ 10 20 210 320 ]'),
    'crop-outside': page('/MediaBox [ 0 0 200 300 ] /CropBox [ -50 -50 150 300 ]'),
    'crop-rotated': page('/MediaBox [ 0 0 300 400 ] /CropBox [ 10 20 210 320 ] /Rotate 270'),
    'off-origin': page('/MediaBox [ -40 -30 160 270 ]'),
    'far-away': page('/MediaBox [ 5000 7000 5200 7300 ]', content=b'1 0 0 1 5000 7000 cm ' + FILLED + TEXT),
    'corners-swapped': page('/MediaBox [ 200 300 0 0 ]'),
    'unit': page('/MediaBox [ 0 0 100 150 ] /UserUnit 2', content=b'0.5 0 0 0.5 0 0 cm ' + FILLED + TEXT),
    'unit-rotated': page('/MediaBox [ 0 0 100 150 ] /UserUnit 2 /Rotate 90', content=b'0.5 0 0 0.5 0 0 cm ' + FILLED),
    'inherited': inherited(),
    'several-streams': several(),
    'no-content': page().add(3, '<< /Type /Page /Parent 2 0 R %s >>' % BOX),
    'empty-array': page().add(3, '<< /Type /Page /Parent 2 0 R %s /Contents [ ] >>' % BOX),
    'empty-stream': page(content=b''),
    'missing-stream': page().add(3, '<< /Type /Page /Parent 2 0 R %s /Contents 99 0 R >>' % BOX),
    'no-resources': page(resources=None, content=FILLED),
    'flate': page(keys='/Filter /FlateDecode', filtered=zlib.compress),
    'two-filters': page(keys='/Filter [ /ASCIIHexDecode /FlateDecode ]',
                        filtered=lambda data: hexadecimal(zlib.compress(data))),
    'runs': page(keys='/Filter /RunLengthDecode', filtered=runs),
    'inline-image': image(),
    'pattern': pattern(),
    'group': group(),
    'layers': layers(),
    'left-open': page(content=b'q q 0.5 0 0 0.5 0 0 cm 1 0 0 RG 9 w ' + FILLED),
    'closed-twice': page(content=b'Q Q ' + FILLED),
    'annotation': annotated(''),
    'annotation-moved': annotated('', box=(-10, -5, 30, 15), matrix='/Matrix [ 0 1 -1 0 7 9 ]'),
    'annotation-rotated': annotated('/Rotate 90'),
    'annotation-upright': annotated('/Rotate 90', keys='/F 20', rectangle='60 200 100 220'),
    'annotation-hidden': annotated('', keys='/F 6'),
    'annotation-in-a-layer': layered_annotation(),
    'annotation-after-disorder': annotated('', content=b'q 0.5 0 0 0.5 0 0 cm 3 Tr ' + FILLED),
    'annotations-of-nothing': page(BOX + ' /Annots [ null 99 0 R 99999999 0 R -1 0 R (none) << /Subtype /Link /Rect [ 0 0 9 9 ]'
                                         ' /Border [ 0 0 0 ] >> ]'),
    'fields': fields(),
    'shared': shared(),
    'generations': generations(),
}


def loop():
    pdf = page().add(2, '<< /Type /Pages /Kids [ 2 0 R 3 0 R ] /Count 2 >>')
    return pdf


BAD = {
    'empty': b'',
    'no-pdf': b'<programme version="1"/>\n',
    'cut': page().bytes()[:-220],
    'no-pages': Pdf().add(1, '<< /Type /Catalog /Pages 2 0 R >>').add(2, '<< /Type /Pages /Kids [ ] /Count 0 >>').bytes(),
    'no-tree': Pdf().add(1, '<< /Type /Catalog >>').bytes(),
    'loop': loop().bytes(),
    'no-size': page('').bytes(),
    'no-area': page('/MediaBox [ 0 0 0 300 ]').bytes(),
    'words-for-size': page('/MediaBox [ (a) (b) (c) (d) ]').bytes(),
    'number-for-content': page().add(3, '<< /Type /Page /Parent 2 0 R %s /Contents 5 >>' % BOX).bytes(),
    'undecodable': page(keys='/Filter /FlateDecode').bytes(),
    'half-decodable': page(keys='/Filter /FlateDecode', content=FILLED * 200,
                           filtered=lambda data: zlib.compress(data)[:60]).bytes(),
    'unknown-filter': page(keys='/Filter /Nonsense').bytes(),
}


def make(folder):
    for name, pdf in GOOD.items():
        open('%s/%s.pdf' % (folder, name), 'wb').write(pdf.bytes())
    for name, data in BAD.items():
        open('%s/bad-%s.pdf' % (folder, name), 'wb').write(data)


def many(path, n, width, height):
    """Pages with a bleed of 5 mm, each of a grey of ten times its number, on which the number is written."""
    pdf, mm = Pdf(), 72 / 25.4
    pdf.add(1, '<< /Type /Catalog /Pages 2 0 R >>')
    pdf.add(2, '<< /Type /Pages /Count %d /Kids [ %s ] >>' % (n, ' '.join('%d 0 R' % (3 + 2 * i) for i in range(n))))
    outer = 5 * mm
    for i in range(n):
        pdf.add(3 + 2 * i, '<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 %g %g ] /TrimBox [ %g %g %g %g ]'
                           ' /BleedBox [ 0 0 %g %g ] /Resources %s /Contents %d 0 R >>' % (
                               width + 2 * outer, height + 2 * outer, outer, outer, outer + width, outer + height,
                               width + 2 * outer, height + 2 * outer, FONT, 4 + 2 * i))
        grey = (10 * (i % 20 + 1) + 0.2) / 255
        content = '%.5f g 0 0 %g %g re f BT /F1 40 Tf 1 g %g %g Td (%d) Tj ET' % (
            grey, width + 2 * outer, height + 2 * outer, outer + width / 2, outer + height / 2, i + 1)
        pdf.add(4 + 2 * i, '<< /Filter /FlateDecode >>', content.encode(), filtered=zlib.compress)
    open(path, 'wb').write(pdf.bytes())


def read(path):
    kind, size, most, data = open(path, 'rb').read().split(b'\n', 3)
    width, height = map(int, size.split())
    assert kind == b'P6' and most == b'255' and len(data) == 3 * width * height
    return width, height, data


def same(first, second):
    width, height, inner = read(first)
    outer_width, outer_height, outer = read(second)
    left, top = (outer_width - width) // 2, (outer_height - height) // 2
    for y in range(height):
        at = 3 * ((y + top) * outer_width + left)
        if inner[3 * y * width:3 * (y + 1) * width] != outer[at:at + 3 * width]:
            sys.exit('row %d is another' % y)


def pixel(path, *places):
    width, _, data = read(path)
    for x, y in zip(places[::2], places[1::2]):
        at = 3 * (int(y) * width + int(x))
        print(*data[at:at + 3])


if __name__ == '__main__':
    command, *words = sys.argv[1:]
    if command == 'many':
        many(words[0], int(words[1]), *map(float, words[2:]))
    else:
        {'make': make, 'same': same, 'pixel': pixel}[command](*words)
