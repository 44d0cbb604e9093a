#!/usr/bin/python3
# Enters: the event below, which could as well come from a database. Leaves: its door signs, a PDF on standard output, and
# what was found in it on standard error. Usage: door-sign.py > signs.pdf
import sys

import gi

gi.require_version('Programme', '0')
from gi.repository import Gio, GLib, Programme

EVENT = b'''<programme version="1" languages="en">
  <event><title>Harbours of the Future</title><venue>Sea House, Example City</venue></event>
  <people><person id="aalto"><name>Aino <family>Aalto</family></name></person></people>
  <rooms><room id="hall" level="2"><name>Tide Hall</name></room></rooms>
  <agenda><day date="2031-05-05">
    <session start="09:00" end="10:30" number="1" room="hall"><title>Ships and Winds</title>
      <group role="speaker"><slot who="aalto" minutes="120"/></group>
    </session>
    <break kind="coffee" start="10:30" end="11:00"/>
    <session start="11:00" end="12:00" number="2" room="hall"><title>Quays without Cars</title></session>
  </day></agenda>
</programme>'''


def main():
    report = Programme.Report.new()
    try:
        event = Programme.Event.read_bytes(GLib.Bytes.new(EVENT), 'harbours.xml', None, report)
        event.check(report)
        theme = Programme.Theme.new_named('institutional')
        signs = Programme.Document.new(event, 'signs', theme, None, report, None)
        stream = Gio.MemoryOutputStream.new_resizable()
        signs.write_pdf_to_stream(stream, None)
        stream.close(None)
    except GLib.Error as error:
        print(error.message, file=sys.stderr)
        return 1
    finally:
        for index in range(report.get_n_findings()):
            print(report.get_finding(index).to_string(), file=sys.stderr)
    sys.stdout.buffer.write(stream.steal_as_bytes().get_data())
    return 0


sys.exit(main())
