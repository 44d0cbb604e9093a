#!/usr/bin/env python3
# Enters: the command, fail.so, and seconds. Leaves: what the command does when a call of the system fails, or when it
# is killed: a line a scenario, with counts, on standard output; each fault of its own on standard error, and status 1.
import argparse
import errno
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

EVENT = '''<programme version="1" languages="en fr">
  <event><title>Harbours</title><title xml:lang="fr">Ports</title><logo src="logo.svg" alt="A wave"/></event>
  <people><person id="ada"><name>Ada <family>Byron</family></name></person></people>
  <agenda><day date="2031-05-05">
    <session start="09:00" end="10:00"><title>Tides</title><title xml:lang="fr">Marées</title>
      <group role="speaker"><slot who="ada"/></group></session>
  </day></agenda>
</programme>
'''
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 10h40v10h-40z" fill="#146"/></svg>'
THEMES = {'base.theme': '[theme]\nextends = institutional\n[space]\nfolio = 9mm\n',
          'own.theme': '[theme]\nextends = base.theme\n[space]\nhead-above = 4mm\n',
          'font.theme': '[theme]\nextends = institutional\n[style session-title]\nfont = Noto Serif 12\n'}
FONT = '/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf'
BOTH = ['-b', 'editions', '-l', 'en,fr']
SCENARIOS = {
    'pdf': ['agenda', '-t', './own.theme', '-o', 'out.pdf', 'event.xml'],
    'plain': ['agenda', '--profile=plain', '-o', 'out.pdf', 'event.xml'],
    'editions': ['agenda', *BOTH, '-o', 'out.pdf', 'event.xml'],
    'pictures': ['speakers', '--format=png', '--dpi=30', '-o', 'out.png', 'event.xml'],
    'drawings': ['agenda', '--format=svg', '-o', 'out.svg', 'event.xml'],
    'fonts': ['agenda', '-t', './font.theme', '--fonts=own', '-o', 'out.pdf', 'event.xml'],
    'extract': ['extract', '-o', 'out.xml', 'source.pdf'],
}
CALLS = {'open': (errno.EMFILE, errno.EACCES), 'read': (errno.EIO,), 'write': (errno.ENOSPC,), 'close': (errno.EDQUOT,),
         'fsync': (errno.EIO,), 'rename': (errno.EXDEV,)}
RAW = re.compile(r'\*\*:|WARNING|CRITICAL|[Aa]ssert|Sanitizer|out of memory')


class Scene:
    """A folder, a command in it, and what it makes there if nothing fails."""

    def __init__(self, name, program, preload, named):
        self.name, self.program, self.preload, self.named = name, program, preload, named
        self.folder = pathlib.Path(tempfile.mkdtemp())
        for file, text in {'event.xml': EVENT, 'logo.svg': LOGO, **THEMES}.items():
            (self.folder / file).write_text(text, encoding='utf-8')
        (self.folder / 'own').mkdir()
        shutil.copy(FONT, self.folder / 'own' / 'own.ttf')
        self.run(['agenda', '--embed-source', '-q', '-o', 'source.pdf', 'event.xml'])
        self.inputs = self.files()
        result = self.run()
        assert result.returncode == 0, result.stderr
        self.whole = self.outputs()
        self.old = {file: b'old' for file in self.whole}

    def command(self, arguments):
        return [self.program, *(arguments or SCENARIOS[self.name])]

    def environment(self, more):
        named = {'NO_TMPFILE': '1'} if self.named else {}
        return {**os.environ, 'LC_ALL': 'C.UTF-8', 'SOURCE_DATE_EPOCH': '0', 'LD_PRELOAD': self.preload, **named,
                **more}

    def run(self, arguments=None, **more):
        return subprocess.run(self.command(arguments), cwd=self.folder, env=self.environment(more), capture_output=True,
                              text=True, errors='replace', timeout=60)

    def start(self):
        return subprocess.Popen(self.command(None), cwd=self.folder, env=self.environment({}),
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def files(self):
        return {file.name: file.read_bytes() for file in self.folder.iterdir() if file.is_file()}

    def outputs(self):
        return {name: data for name, data in self.files().items() if name not in self.inputs}

    def reset(self, old):
        for file in self.outputs():
            (self.folder / file).unlink()
        for file, data in (self.old if old else {}).items():
            (self.folder / file).write_bytes(data)

    def count(self, call):
        self.reset(True)
        file = self.folder / 'count'
        self.run(FAULT=call + ':0:0', FAULT_COUNT=str(file))
        count = int(file.read_text().split()[0])
        file.unlink()
        return count


def what_is_wrong(scene, result, before):
    """None, if all is as it should be after something failed."""
    after = scene.outputs()
    if result.returncode not in (0, 1, 2, 3):
        return 'status %d' % result.returncode
    if RAW.search(result.stderr):
        return 'it says: ' + result.stderr.strip()
    if {name: data for name, data in scene.files().items() if name in scene.inputs} != scene.inputs:
        return 'an input has changed'
    if result.returncode != 0 and after != before:
        return 'status %d, and files have changed: %s' % (result.returncode, sorted(after))
    if result.returncode != 0 and not result.stderr:
        return 'status %d, and it says nothing' % result.returncode
    if result.returncode == 0 and after.keys() != scene.whole.keys():
        return 'status 0, with the files ' + ' '.join(sorted(after))
    if result.returncode == 0 and after != scene.whole and ': ' not in result.stderr:
        return 'status 0, and a file is not what it should be'
    return None


def fail_each(scene, until, chooser):
    """Each call once, or as many of them, by chance, as there is time for."""
    cases = [(call, n, number, more) for call in CALLS for n in range(1, scene.count(call) + 1)
             for number in CALLS[call] for more in ('', '+')[:1 if call == 'rename' else 2]]  # taking back is renaming
    assert len(cases) > 10, 'the calls are not seen: %s' % scene.preload
    chooser.shuffle(cases)
    done, refused, wrong = 0, 0, 0
    for call, n, number, more in cases:
        if time.monotonic() > until:
            break
        scene.reset(n % 2 == 0)
        before = scene.outputs()
        try:
            result = scene.run(FAULT='%s:%d:%d%s' % (call, n, number, more))
            fault = what_is_wrong(scene, result, before)
            refused += result.returncode != 0
        except subprocess.TimeoutExpired:
            fault = 'it does not end'
        done += 1
        if fault is not None:
            wrong += 1
            print('%s: %s %d%s fails with %s: %s' % (scene.name, call, n, ' and all after it' if more else '',
                                                   errno.errorcode[number], fault), file=sys.stderr)
    print('%-10s%s %5d of %5d calls made to fail, %5d refused, %d wrong'
          % (scene.name, ' named' if scene.named else '      ', done, len(cases), refused, wrong), flush=True)
    return wrong


def kill_often(scene, until, chooser):
    """At any moment of a run, by signals that can be caught and by one that cannot."""
    start = time.monotonic()
    scene.run()
    lasts = time.monotonic() - start
    done, cut, wrong = 0, 0, 0
    while time.monotonic() < until:
        scene.reset(True)
        number = chooser.choice((signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL))
        process = scene.start()
        time.sleep(chooser.random() * lasts)
        process.send_signal(number)
        status = process.wait(timeout=60)
        left = scene.outputs()
        stray = [name for name in left if name not in scene.whole]
        torn = [name for name in scene.whole if left.get(name) not in (b'old', scene.whole[name])]
        mixed = number != signal.SIGKILL and len({left.get(name) == b'old' for name in scene.whole}) > 1
        done += 1
        cut += status != 0
        if torn or mixed or (stray and number != signal.SIGKILL) or status not in (0, -number):
            wrong += 1
            print('%s: after %s: status %d, left %s, torn %s%s' % (scene.name, number.name, status, stray, torn,
                                                                 ', not all' if mixed else ''), file=sys.stderr)
    print('%-10s%s %5d runs killed, %5d before they ended, %d wrong'
          % (scene.name, ' named' if scene.named else '      ', done, cut, wrong), flush=True)
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('preload')
    parser.add_argument('--seconds', type=float, default=60)
    parser.add_argument('--seed', type=int, default=None)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(1 << 32)
    chooser = random.Random(seed)
    print('faults of the system, seed %d' % seed)
    wrong, share = 0, options.seconds / (len(SCENARIOS) * 2)
    for name in SCENARIOS:
        for named in (False, True):
            scene = Scene(name, os.path.abspath(options.program), os.path.abspath(options.preload), named)
            start = time.monotonic()
            wrong += fail_each(scene, start + share * 0.7, chooser)
            wrong += kill_often(scene, time.monotonic() + share * 0.3, chooser)
            shutil.rmtree(scene.folder)
    return wrong != 0


if __name__ == '__main__':
    sys.exit(main())
