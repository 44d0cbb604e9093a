#!/usr/bin/env python3
# Enters: a kind of thing and a number. Leaves: an event that has so many of it, on standard output; or whether a
# command takes no more than n log n of time for it, or so many bytes of memory for each.
import math
import resource
import subprocess
import sys
import tempfile

PERSON = '<person id="p%d"><name>Person <family>Number %d</family></name><position>Clerk of waters</position></person>'
SPEAKER = '<group role="speaker">%s</group>'


def clock(minute):
    return '%02d:%02d' % divmod(minute % 1440, 60)


def session(number, inside='', attributes='', start=540, end=600):
    return ('<session start="%s" end="%s" %s><title>Ships and winds %d</title>%s</session>'
            % (clock(start), clock(end), attributes, number, inside))


def day(number, inside):
    year, month, day_of_month = 30 + number // 336, number // 28 % 12 + 1, number % 28 + 1
    return '<day date="20%02d-%02d-%02d">%s</day>' % (year, month, day_of_month, inside)


def event(agenda, before='', title='Harbours', languages='en', after=''):
    return ('<programme version="1" languages="%s"><event><title>%s</title></event>%s<agenda>%s</agenda>%s</programme>'
            % (languages, title, before, agenda, after))


def people(n):
    return '<people>%s</people>' % ''.join(PERSON % (i, i) for i in range(n))


def each(n, make):
    return ''.join(make(i) for i in range(n))


def text_of(words):
    return event(day(0, session(0, '<abstract><p>%s</p></abstract>' % words)))


def sessions(n):
    return event(each((n + 9) // 10, lambda d: day(d, each(min(10, n - 10 * d), lambda i: session(
        10 * d + i, start=540 + 60 * i, end=600 + 60 * i)))))


def at_once(n):
    return event(day(0, each(n, session)))


def rooms(n):
    return event(day(0, each(n, lambda i: session(i, attributes='room="r%d"' % i))),
                 '<rooms>%s</rooms>' % each(n, lambda i: '<room id="r%d"><name>Room %d</name></room>' % (i, i)))


def one_room(n):
    return event(day(0, each(n, lambda i: session(i, attributes='room="r"'))),
                 '<rooms><room id="r"><name>Room</name></room></rooms>')


def persons(n):
    return event(day(0, session(0, SPEAKER % each(n, lambda i: '<slot who="p%d"/>' % i))), people(n))


def turns(n):
    return event(day(0, session(0, SPEAKER % ('<slot who="p0"/>' * n))), people(1))


def busy(n):
    return event(day(0, each(n, lambda i: session(i, SPEAKER % '<slot who="p0"/>'))), people(1))


def marks(n):
    return text_of('a' + '\u0301' * n + ' winds')


def words(n):
    return text_of('winds ' * n)


def letters(n):
    return text_of('w' * n)


def title(n):
    return event(day(0, session(0)), title='w' * n)


def nested(n):
    return text_of('<b>w</b><i>i</i> ' * n)


def links(n):
    return text_of(each(n, lambda i: '<a href="https://example.org/%d">winds</a> ' % i))


def items(n):
    return event(day(0, session(0, each(n, lambda i: '<item>Tides %d</item>' % i))))


def paragraphs(n):
    return event(day(0, session(0, '<abstract>%s</abstract>' % ('<p>Tides.</p>' * n))))


def listed(n):
    return event(day(0, session(0, '<abstract><list kind="number">%s</list></abstract>' % ('<item>Tides.</item>' * n))))


def sections(n):
    return event(day(0, session(0)), '<front>%s</front>' % each(
        n, lambda i: '<section><title>Tides %d</title><p>Tides.</p></section>' % i))


def languages(n):
    tags = ['en'] + ['%s-%s' % (a, b) for a in ('fr', 'de', 'es') for b in
                     'AA AB AC AD AE AF AG AH AI AJ AK AL AM AN AO AP AQ AR AS AT AU'.split()]
    tags = tags[:n]
    titles = ''.join('<title xml:lang="%s">Winds</title>' % tag for tag in tags[1:])
    inside = '<session start="09:00" end="10:00"><title>Winds</title>%s</session>' % titles
    return event(day(0, inside * 20), languages=' '.join(tags))


def organisations(n):
    return event(day(0, session(0)), '<organisations>%s</organisations>' % each(
        n, lambda i: '<organisation id="o%d"><name>Harbour Board %d</name></organisation>' % (i, i)))


def tracks(n):
    return event(day(0, each(n, lambda i: session(i, attributes='track="t%d"' % i))),
                 '<tracks>%s</tracks>' % each(n, lambda i: '<track id="t%d"><name>Track %d</name></track>' % (i, i)))


def same_ids(n):
    return event(day(0, each(n, lambda i: session(i, attributes='id="s"'))))


def unknown(n):
    return event(day(0, each(n, lambda i: session(i, SPEAKER % ('<slot who="q%d"/>' % i)))), people(n))


def untold(n):
    return event(day(0, each(n, lambda i: '<sesion number="%d"/>' % i)))


KINDS = {'sessions': sessions, 'at-once': at_once, 'rooms': rooms, 'one-room': one_room, 'persons': persons,
         'turns': turns, 'busy': busy, 'marks': marks, 'words': words, 'letters': letters, 'nested': nested,
         'links': links, 'items': items, 'paragraphs': paragraphs, 'listed': listed, 'sections': sections,
         'languages': languages, 'organisations': organisations, 'tracks': tracks, 'same-ids': same_ids,
         'unknown': unknown, 'untold': untold, 'title': title}
SLACK = 1.5  # of n log n, since time is never the same


def bound():
    """What grows by its square ends here, before it has taken the machine's time and memory."""
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


def seconds(command, kind, n):
    """The less of two runs, on the processor and not by the clock."""
    with tempfile.NamedTemporaryFile('w', suffix='.xml', encoding='utf-8') as file:
        file.write(KINDS[kind](n))
        file.flush()
        taken = []
        for _ in range(2):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            status = subprocess.run(command + [file.name], stderr=subprocess.DEVNULL, preexec_fn=bound).returncode
            if status < 0:
                sys.exit('%s: signal %d for %d, after %.0f s of CPU' % (
                    kind, -status, n, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before))
            taken.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
        return min(taken)


def peak(command, kind, n):
    """The memory that a run takes at most, in bytes."""
    run = 'import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stderr=subprocess.DEVNULL); ' \
          'print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)'
    with tempfile.NamedTemporaryFile('w', suffix='.xml', encoding='utf-8') as file:
        file.write(KINDS[kind](n))
        file.flush()
        taken = subprocess.run([sys.executable, '-c', run] + command + [file.name], check=True, stdout=subprocess.PIPE,
                               preexec_fn=bound).stdout
        return int(taken) * 1024


def measure_memory(kind, n, most, command):
    each = (peak(command, kind, 5 * n) - peak(command, kind, n)) / (4 * n)
    print('%s: %.0f bytes for each from %d to %d; at most %d' % (kind, each, n, 5 * n, most))
    return each > most


def measure(kind, n, command):
    few, many = seconds(command, kind, n), seconds(command, kind, 4 * n)
    most = 4 * math.log(4 * n) / math.log(n) * SLACK
    print('%s: %.2f s for %d, %.2f s for %d: %.1f times; at most %.1f'
          % (kind, few, n, many, 4 * n, many / max(few, 0.01), most))
    return many / max(few, 0.01) > most


if __name__ == '__main__':
    if len(sys.argv) < 3 or sys.argv[1] not in KINDS:
        sys.exit('usage: growth.py KIND N [[--memory=BYTES] COMMAND...], of ' + ' '.join(KINDS))
    if len(sys.argv) > 4 and sys.argv[3].startswith('--memory='):
        sys.exit(measure_memory(sys.argv[1], int(sys.argv[2]), int(sys.argv[3][9:]), sys.argv[4:]))
    if len(sys.argv) > 3:
        sys.exit(measure(sys.argv[1], int(sys.argv[2]), sys.argv[3:]))
    sys.stdout.reconfigure(encoding='utf-8')
    sys.stdout.write(KINDS[sys.argv[1]](int(sys.argv[2])))
