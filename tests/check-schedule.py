#!/usr/bin/env python3
"""Enters: an exported file, and what it is: json, ics, csv, json-ld; json wants the schema beside it.
Leaves: how many events are in it, or what is wrong and status 1. Other people's programs read it."""
import csv
import json
import sys


def check_json(path, schema):
    import jsonschema
    with open(path, encoding='utf-8') as file, open(schema, encoding='utf-8') as rules:
        document = json.load(file)
        jsonschema.validate(document, json.load(rules))
    events = [event for day in document['schedule']['conference']['days'] for room in day['rooms'].values()
              for event in room]
    assert len({event['guid'] for event in events}) == len({event['id'] for event in events}) == len(events)
    return len(events)


def check_ics(path):
    import icalendar
    with open(path, 'rb') as file:
        data = file.read()
    lines = data.split(b'\r\n')
    assert lines[-1] == b'' and b'\n' not in b''.join(lines), 'lines end with CRLF'
    for line in lines:
        assert len(line) <= 75, line
        line.decode('utf-8')
    calendar = icalendar.Calendar.from_ical(data)
    assert not calendar.errors
    events = calendar.walk('VEVENT')
    for event in events:
        assert not event.errors and event['UID'] and event['DTSTAMP'] and event['SUMMARY'], event
        assert 'DTEND' not in event or event['DTEND'].dt > event['DTSTART'].dt, event
    zones = {str(zone['TZID']) for zone in calendar.walk('VTIMEZONE')}
    wanted = {event['DTSTART'].params['TZID'] for event in events if 'TZID' in event['DTSTART'].params}
    assert zones == wanted, (zones, wanted)
    assert len({event['UID'] for event in events}) == len(events), 'a UID comes twice'
    return len(events)


def check_csv(path):
    with open(path, 'rb') as file:
        assert file.read(3) == b'\xef\xbb\xbf', 'a byte order mark'
    with open(path, encoding='utf-8-sig', newline='') as file:
        rows = list(csv.reader(file, strict=True))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell[:1] in tuple('=+-@\t\r')], 'a formula'
    return len(rows) - 1


def check_json_ld(path):
    with open(path, encoding='utf-8') as file:
        event = json.load(file)
    assert event['@context'] == 'https://schema.org' and event['@type'] == 'Event'
    for part in event['subEvent']:
        assert part['@type'] == 'Event' and part['name'] and part['startDate']
        assert part.get('endDate', part['startDate']) >= part['startDate']
    return len(event['subEvent'])


def main():
    kind, path = sys.argv[1:3]
    checks = {'ics': check_ics, 'csv': check_csv, 'json-ld': check_json_ld}
    n = check_json(path, sys.argv[3]) if kind == 'json' else checks[kind](path)
    print(n, 'events')


main()
