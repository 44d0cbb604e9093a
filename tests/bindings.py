# Enters: the name of a case, or none. Leaves: status 0 if the library does for Python what its comments promise: who owns
# what is returned, what may be None, who calls back; without a name, the names of the cases.
import gc
import os
import sys
import tempfile

import gi

gi.require_version('Programme', '0')
from gi.repository import Gio, GLib, GObject, Programme

EVENT = b'''<programme version="1" languages="en fr">
  <event><title>Harbours of the Future</title>%s<venue>Sea House, Example City</venue></event>
  <people><person id="aalto"><name>Aino <family>Aalto</family></name></person></people>
  <rooms><room id="hall"><name>Tide Hall</name></room></rooms>
  <agenda><day date="2031-05-05">
    <session start="09:00" end="10:30" room="hall"><title>Ships</title>
      <group role="speaker"><slot who="aalto" minutes="120"/></group></session>
  </day></agenda>
</programme>'''
SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


def event(files=None, logo=b'', report=None):
    return Programme.Event.read_bytes(GLib.Bytes.new(EVENT % logo), 'harbours.xml', files, report)


def document(options=None):
    return Programme.Document.new(event(), 'signs', Programme.Theme.new_named('modern'), options, None, None)


def raised(code, call, *arguments):
    """The message with which a call fails, which has to be an error of ours with that code, or of GIO."""
    domain = Gio.io_error_quark() if isinstance(code, Gio.IOErrorEnum) else Programme.error_quark()
    try:
        call(*arguments)
    except GLib.Error as error:
        assert error.matches(domain, code), error
        return error.message
    raise AssertionError('it did not fail')


def findings_outlive_their_report():
    report = Programme.Report.new()
    event(report=report).check(report)
    finding = next(f for f in map(report.get_finding, range(report.get_n_findings())) if f.get_code() == 'minutes')
    del report
    gc.collect()
    place = finding.get_place(0)
    assert finding.get_severity() == Programme.Severity.WARNING
    assert finding.to_string().startswith('harbours.xml:6:5: warning: 120 minutes'), finding.to_string()
    del finding
    gc.collect()
    assert (place.get_file(), place.get_line()) == ('harbours.xml', 6)


def lists_are_lists():
    assert event().get_languages() == ['en', 'fr']
    assert 'signs' in Programme.Document.list_pieces()
    assert 'modern' in Programme.Theme.list()
    assert 'minutes' in Programme.code_list()


def options_can_be_asked():
    options = {option.get_name(): option for option in Programme.Option.list(None)}
    assert options['sort'].get_kind() == Programme.OptionKind.CHOICE
    assert options['sort'].list_values(None) == ['name', 'country', 'session', 'protocol']
    assert 'sort' not in [option.get_name() for option in Programme.Option.list('signs')]
    wanted = Programme.Options.new()
    wanted.set('sort', 'country')
    assert wanted.get('sort') == 'country'
    assert 'A99' in raised(Programme.Error.OPTION, wanted.set, 'paper', 'A99')
    assert wanted.get('paper') is None


def errors_have_a_domain():
    assert 'modern' in raised(Programme.Error.THEME, Programme.Theme.new_named, 'modem')
    assert 'page' in raised(Programme.Error.OPTION, document().write_png, 9, 150, 'no.png', None)
    cancelled = Gio.Cancellable()
    cancelled.cancel()
    raised(Gio.IOErrorEnum.CANCELLED, document().write_pdf_to_bytes, cancelled)


def sizes_are_returned():
    there, width, height = document().get_page_size(0)
    assert there and round(width) == 842 and round(height) == 1191, (there, width, height)
    assert document().get_page_size(9)[0] is False


def progress_is_told():
    told = []
    options = Programme.Options.new()
    options.set_progress(lambda fraction, stage, *data: told.append((fraction, stage)))
    document(options).write_pdf_to_bytes(None)
    assert (1, 'layout') in told and told[-1] == (1, 'write'), told


def threads_call_back():
    loop = GLib.MainLoop()
    made = []

    def written(source, result, signs):
        made.append(signs.write_pdf_to_stream_finish(result))
        loop.quit()

    def laid_out(source, result, stream):
        signs = Programme.Document.new_finish(result)
        signs.write_pdf_to_stream_async(stream, None, written, signs)

    stream = Gio.MemoryOutputStream.new_resizable()
    Programme.Document.new_async(event(), 'signs', Programme.Theme.new_named('modern'), None, None, None, laid_out, stream)
    loop.run()
    stream.close(None)
    assert made == [True] and stream.steal_as_bytes().get_data().startswith(b'%PDF-')


def editions_are_owned():
    with tempfile.TemporaryDirectory() as folder:
        editions = Programme.Document.new_editions(event(), 'signs', Programme.Theme.new_named('modern'), None, None, None)
        path = os.path.join(folder, 'signs.pdf')
        files = Programme.write_all(editions, None, path, None)
        assert [os.path.basename(file) for file in files] == ['signs-en.pdf', 'signs-fr.pdf'], files
        assert all(os.path.getsize(file) > 1000 for file in files)
        assert [edition.get_language() for edition in editions] == ['en', 'fr']


def files_can_be_implemented():
    asked = []

    class Cupboard(GObject.Object, Programme.Files):
        def do_read(self, path):
            asked.append(path)
            if path == 'square.svg':
                return GLib.Bytes.new(SQUARE)
            raise GLib.Error('is not there', 'g-file-error-quark', GLib.FileError.NOENT)

    for name, codes in (b'square.svg', []), (b'circle.svg', ['image-missing']):
        report = Programme.Report.new()
        event(Cupboard(), b'<logo src="%s" alt="A square"/>' % name, report).check(report)
        found = [report.get_finding(index) for index in range(report.get_n_findings())]
        assert [f.get_code() for f in found if f.get_code().startswith('image')] == codes, [f.to_string() for f in found]
    assert asked == ['square.svg', 'circle.svg'], asked


def files_in_memory():
    table = Programme.Files.new_for_table()
    table.add('square.svg', GLib.Bytes.new(SQUARE))
    assert table.read('square.svg').get_data() == SQUARE


def pages_are_imposed():
    options, report = Programme.Options.new(), Programme.Report.new()
    options.set('impose', 'saddle')
    pdf = document().write_pdf_to_bytes(None)
    sheets = Programme.impose_bytes(pdf, 'signs.pdf', options, report, None)
    assert sheets.get_data().startswith(b'%PDF-')
    assert [report.get_finding(0).get_code()] == ['marks-left-out'], report.get_finding(0).to_string()
    with tempfile.TemporaryDirectory() as folder:
        open(folder + '/signs.pdf', 'wb').write(pdf.get_data())
        files = Programme.impose_file(folder + '/signs.pdf', options, folder + '/sheets.pdf', None, None)
        assert files == [folder + '/sheets.pdf'], files
    raised(Programme.Error.READ, Programme.impose_bytes, GLib.Bytes.new(b'no PDF'), 'signs.pdf', options, None, None)


def runs_are_for_lists():
    """The run keeps what it is made of, and tells how many it made."""
    people, options = Programme.People.new(), Programme.Options.new()
    for number, name in enumerate(('Ann Bell', 'Bo Carr')):
        row = people.add(Programme.Place.new('guests.csv', number + 2, 1, None))
        assert people.set(row, 'name', name)
    options.set_people(people)
    run = Programme.Run.new(event(), 'booklet', Programme.Theme.new_named('modern'), options)
    options.set('records', '2')
    del people, options
    gc.collect()
    assert run.get_n_records() == 0
    with tempfile.TemporaryDirectory() as folder:
        files = run.write_folder(folder + '/made', None, None)
        assert [os.path.basename(file) for file in files] == ['1-Ann Bell.pdf', '2-Bo Carr.pdf'], files
        assert run.get_n_records() == 2 and all(os.path.getsize(file) > 1000 for file in files)
        raised(Programme.Error.OPTION, run.write_file, folder + '/run.pdf', None, None)


def kits_ask_for_lists():
    """Of a function of the caller's, which may refuse."""
    kit = b'<kit><piece name="plates" people="guests.csv"/></kit></programme>'
    xml = (EVENT % b'').replace(b'</programme>', kit)
    asked = []

    def people_of(path, report):
        asked.append(path)
        if not report.add(Programme.Finding.new(Programme.Severity.NOTE, None, 'left-out', 'two rows are of the crew')):
            raise GLib.Error('is not there', 'g-file-error-quark', GLib.FileError.NOENT)
        people = Programme.People.new()
        row = people.add(Programme.Place.new(path, 2, 1, None))
        assert people.set(row, 'name', 'Ann Bell')
        return people

    with tempfile.TemporaryDirectory() as folder:
        open(folder + '/event.xml', 'wb').write(xml)
        harbours = Programme.Event.read_file(folder + '/event.xml', None)
        kits, report = Programme.Kit.new(harbours, Programme.Theme.new_named('modern'), None), Programme.Report.new()
        kits.set_people_func(people_of)
        gc.collect()
        files = kits.write(folder + '/kit', report, None)
        assert sorted(files) == ['plates.pdf', 'print-list.csv', 'print-list.pdf'], files
        assert asked == [folder + '/guests.csv'], asked
        assert 'left-out' in [report.get_finding(index).get_code() for index in range(report.get_n_findings())]
        try:
            kits.write(folder + '/kit', report, None)
        except GLib.Error as error:
            assert 'is not there' in error.message, error
        else:
            raise AssertionError('what the function raises is lost')
        kits.set_people_func(None)
        raised(Programme.Error.READ, kits.write, folder + '/other', None, None)


def tables():
    """Of a library of their own, whose report and people are this one's."""
    gi.require_version('ProgrammeImport', '0')
    from gi.repository import ProgrammeImport
    options = ProgrammeImport.Options.new()
    assert raised(Programme.Error.OPTION, options.set, 'date', '2031-02-30').startswith('date takes a date')
    options.set('date', '2031-05-05')
    report = Programme.Report.new()
    table = GLib.Bytes.new('Time,Title,Speaker\n9:00,Tides,Aino Aalto\nsoon,Winds,\n'.encode())
    xml = ProgrammeImport.bytes(table, 'day.csv', options, report)
    assert '<session start="09:00">' in xml, xml
    lines = [report.get_finding(index).to_string() for index in range(report.get_n_findings())]
    assert any(line.startswith('day.csv:3:1: warning: ') and line.endswith('[no-time]') for line in lines), lines
    people = ProgrammeImport.people_bytes(GLib.Bytes.new(b'Name;Email\nAino Aalto;a@example.org\n'), 'list.csv', None, None)
    del table
    gc.collect()
    assert people.get_n() == 1 and people.get(0, 'family') == 'Aalto' and people.get(0, 'phone') == ''
    assert people.get_place(0).get_line() == 2
    assert 'email' in Programme.People.list_fields()
    assert people.to_csv().endswith('Aino Aalto,Aalto,a@example.org\r\n'), people.to_csv()


def comparison():
    first, second = event(), event()
    same = Programme.Comparison.new(first, second)
    del first, second
    gc.collect()
    assert same.get_n_changes() == 0 and same.to_text() == '' and same.to_json() == '[]\n'
    later = Programme.Event.read_bytes(GLib.Bytes.new((EVENT % b'').replace(b'10:30', b'10:35', 1)), 'event.xml', None, None)
    changes = Programme.Comparison.new(event(), later)
    assert changes.get_n_changes() == 1, changes.to_text()
    assert changes.get_kind(0) == Programme.ChangeKind.RETIMED
    assert changes.get_subject(0) == Programme.ChangeSubject.ENTRY
    assert '10:35' in changes.get_now(0) and '10:30' in changes.get_before(0) and '10:35' in changes.get_time(0)
    assert changes.get_title(0) in changes.to_text() and changes.get_title(0) in changes.to_json()


def own_findings():
    report = Programme.Report.new()
    place = Programme.Place.new('guests.xlsx', 7, 2, 'Participants!B7')
    finding = Programme.Finding.new(Programme.Severity.WARNING, place, 'no-seat', 'there is no seat\nleft')
    finding.set_fix('12')
    assert report.add(finding) and not report.add(finding)
    del finding, place
    gc.collect()
    assert report.get_finding(0).to_string() == 'guests.xlsx:Participants!B7: warning: there is no seat left [no-seat]'
    assert report.get_finding(0).get_place(0).get_cell() == 'Participants!B7'


CASES = {name: case for name, case in list(globals().items())
         if callable(case) and case.__module__ == '__main__' and not case.__code__.co_argcount}

if __name__ == '__main__':
    if len(sys.argv) > 1:
        CASES[sys.argv[1]]()
    else:
        print('\n'.join(CASES))
