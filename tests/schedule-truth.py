#!/usr/bin/env python3
"""Enters: a schedule.xml of another system and the event that the importer made of it.
Leaves: how many events of both are the same, and each that is not; status 1 if there is one.
It reads both in its own way: what the importer does is not asked."""
import datetime
import sys
import xml.etree.ElementTree as tree
from collections import Counter
from zoneinfo import ZoneInfo


def words(text):
    return ' '.join((text or '').split())


def minutes(text):
    parts = [int(part) for part in text.split(':')]
    return parts[0] * 60 + parts[1]


def local(text, zone):
    moment = datetime.datetime.fromisoformat(text.strip().replace('Z', '+00:00'))
    return moment.astimezone(ZoneInfo(zone)) if zone else moment


def moment_of(event, day, zone, change):
    """The date and time when an event begins."""
    start = minutes(event.findtext('start'))
    date = event.findtext('date')
    if date:
        moment = local(date, zone)
        if moment.hour * 60 + moment.minute == start % 1440:
            return moment.date(), start % 1440
    on = datetime.date.fromisoformat(day)
    return (on + datetime.timedelta(days=1) if start < change else on), start


def person(element):
    return words(element.findtext('name') or ''.join(element.itertext()))


def of_schedule(path):
    root = tree.parse(path).getroot()
    zone = root.findtext('conference/time_zone_name')
    change = root.findtext('conference/day_change')
    for day in root.iter('day'):
        dates = [moment_of(event, day.get('date'), zone, 0)[0] for event in day.iter('event')]
        under = min(dates).isoformat() if dates else None
        start = local(day.get('start'), zone) if day.get('start') else None
        night = minutes(change) if change else start.hour * 60 + start.minute if start else 300
        for event in day.iter('event'):
            date, minute = moment_of(event, day.get('date'), zone, night)
            yield (under, date.isoformat(), minute, minutes(event.findtext('duration')), words(event.findtext('room')),
                   words(event.findtext('title')), tuple(person(one) for one in event.iter('person')))


def of_event(path):
    root = tree.parse(path).getroot()
    names = {one.get('id'): words(''.join(one.find('name').itertext())) for one in root.iter('person')}
    rooms = {one.get('id'): words(one.findtext('name')) for one in root.iter('room')}
    for day in root.iter('day'):
        for entry in list(day.iter('session')) + list(day.iter('break')):
            start = minutes(entry.get('start'))
            end = minutes(entry.get('end')) if entry.get('end') else start
            date = datetime.date.fromisoformat(day.get('date')) + datetime.timedelta(days=start // 1440)
            people = tuple(names[who] for slot in entry.iter('slot') for who in slot.get('who').split())
            yield (day.get('date'), date.isoformat(), start % 1440, end - start, rooms.get(entry.get('room'), ''),
                   words(entry.findtext('title')), people)


def main():
    there, here = Counter(of_schedule(sys.argv[1])), Counter(of_event(sys.argv[2]))
    for event, n in (there - here).items():
        print('not imported:', n, event)
    for event, n in (here - there).items():
        print('not in the schedule:', n, event)
    print(sum((there & here).values()), 'events are the same')
    return 0 if there == here else 1


sys.exit(main())
