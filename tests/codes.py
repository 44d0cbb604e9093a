# Enters: the command and a folder. Leaves: whether two readers of codes, zbarimg and zxing, get from badges what their list says, in
# each of the library's languages: from a page of its own at 300 dots to the inch, the same after a blur, and on a sheet of
# labels. Without zxing's module zbarimg alone is asked.
import csv
import os
import pathlib
import subprocess
import sys

import numpy

try:
    import zxingcpp
except ImportError:
    zxingcpp = None

EVENT = '''<programme version="1" languages="en"><event><title>Harbours</title></event><agenda><day date="2031-05-05">
<session start="09:00" end="09:30"><title>Tides</title></session></day></agenda></programme>'''
DPI = 300
# Of a badge in A6: the code with what is white around it, in millimetres from the left and the top.
CODE = (72, 96, 30, 29)
BLUR = numpy.array([1, 4, 6, 4, 1]) / 16


def payloads():
    """A language to some of its words."""
    found = {}
    for path in sorted(pathlib.Path('lib/event/words').glob('*.words')):
        lines = path.read_text(encoding='utf-8').split('\n')
        words = dict(line.split('=', 1) for line in lines if '=' in line and not line.startswith('#'))
        if 'agenda' in words and 'lunch' in words:
            found[path.stem] = '; '.join(words[key] for key in ('agenda', 'lunch', 'speakers-title'))
    return found


def pixels(path):
    data = path.read_bytes()
    kind, size, most, rest = data.split(b'\n', 3)
    assert (kind, most) == (b'P5', b'255'), path
    width, height = map(int, size.split())
    return numpy.frombuffer(rest, numpy.uint8).reshape(height, width)


def blurred(image):
    """As of a print that is read out of focus: by a good pixel to each side, twice."""
    image = image.astype(float)
    for _ in range(2):
        for axis in 0, 1:
            image = numpy.apply_along_axis(numpy.convolve, axis, image, BLUR, 'same')
    image[:4], image[-4:], image[:, :4], image[:, -4:] = 255, 255, 255, 255
    return image.round().astype(numpy.uint8)


def read(paths):
    """What each reader finds, by its name."""
    zbar = subprocess.run(['zbarimg', '-q', '--raw', *paths], capture_output=True).stdout.decode()
    found = {'zbarimg': sorted(zbar.rstrip('\n').split('\n'))}
    if zxingcpp is not None:
        found['zxing'] = sorted(code.text for path in paths for code in zxingcpp.read_barcodes(pixels(path)))
    return found


def main(program, folder):
    expected = payloads()
    folder = pathlib.Path(folder)
    (folder / 'event.xml').write_text(EVENT)
    with open(folder / 'guests.csv', 'w', encoding='utf-8', newline='') as out:
        csv.writer(out).writerows([['name', 'country', 'qr']] + [['Guest ' + tag, 'DE', said] for tag, said in expected.items()])
    badges = [os.path.abspath(program), 'badges', '-q', '--people=guests.csv', '--qr=vcard', 'event.xml']
    left, top, width, height = (str(round(length / 25.4 * DPI)) for length in CODE)
    part = ['-x', left, '-y', top, '-W', width, '-H', height]
    for name, options, crop in ('page', [], part), ('label', ['--stock=avery-l7418'], []):
        subprocess.run([*badges, *options, '-o', name + '.pdf'], cwd=folder, check=True)
        subprocess.run(['pdftoppm', '-r', str(DPI), '-gray', *crop, name + '.pdf', name], cwd=folder, check=True)
    pages = sorted(folder.glob('page-*.pgm'))
    soft = [path.with_name('soft-' + path.name) for path in pages]
    for path, to in zip(pages, soft):
        image = blurred(pixels(path))
        to.write_bytes(b'P5\n%d %d\n255\n' % image.shape[::-1] + image.tobytes())
    wrong = 0
    for name, paths in ('a page', pages), ('a page, blurred', soft), ('labels', sorted(folder.glob('label-*.pgm'))):
        for reader, found in read(paths).items():
            missing = [tag for tag, said in expected.items() if said not in found]
            print('%s, %s: %d of %d codes are read as they are written %s'
                  % (name, reader, len(expected) - len(missing), len(expected), ' '.join(missing)))
            wrong += found != sorted(expected.values())
    return len(expected) < 28 or wrong > 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
