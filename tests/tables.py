#!/usr/bin/python3
# Enters: what to make (people, random, bad, days, grids, books, long, or compare), a folder, for random a number and a seed,
# for long a command. Leaves: tables there as the programs of offices write them, what is to be read from them, and whether
# it was.
import csv
import datetime
import io
import os
import random
import subprocess
import sys
import zipfile

import docx
import odf.opendocument
import odf.style
import odf.table
import odf.text
import openpyxl
import xlsxwriter

HEAD = ['이름', '소속', '직위', '국가', '이메일', '비고']
FAMILIES = '김 이 박 최 정 강 조 윤 남궁 황보'.split()
GIVEN = '한별 보라 다온 가람 누리 새봄 이든 나래'.split()
LATIN = ['Aino Aalto', 'Jan van der Berg', 'Mina Rossi', 'Per Berg', 'Ada Diaz', 'Tom Okoro']


def people():
    """24 invented people, whose letters are in all the encodings that are tried."""
    rows = []
    for i in range(24):
        name = LATIN[i // 4] if i % 4 == 0 else FAMILIES[i % 10] + GIVEN[i % 8]
        note = ['', '채식', 'late; "very" late', 'two\nlines', 'a, b', '007'][i % 6]
        rows.append([name, '%s 항만공사' % '가나다라'[i % 4], ['과장', '', 'Officer'][i % 3],
                     ['대한민국', 'Finland', '일본'][i % 3], 'p%d@example.org' % i, note])
    return rows


def text(rows, separator, end='\r\n'):
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(rows)
    return out.getvalue()


def write(path, data):
    with open(path, 'wb') as file:
        file.write(data)


# Spreadsheets

def by_openpyxl(path, rows, prepare=None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = 'Participants'
    for row in rows:
        sheet.append(row)
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = 's'
    if prepare:
        prepare(book, sheet)
    book.save(path)


def by_xlsxwriter(path, rows, **options):
    book = xlsxwriter.Workbook(path, options)
    sheet = book.add_worksheet('Participants')
    formats = {kind: book.add_format({'num_format': code}) for kind, code in (
        (datetime.date, 'dd.mm.yyyy'), (datetime.time, 'hh:mm'), (datetime.datetime, 'yyyy-mm-dd hh:mm'))}
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(y, x, value)
            elif isinstance(value, tuple):
                sheet.write_number(y, x, value[0], book.add_format({'num_format': value[1]}))
            elif type(value) in formats:
                sheet.write_datetime(y, x, value, formats[type(value)])
            elif value is not None:
                sheet.write(y, x, value)
    book.close()


def escape(value):
    return value.replace('&', '&amp;').replace('<', '&lt;')


CONTENT = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
           '<Default Extension="xml" ContentType="application/xml"/></Types>')
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'


def by_hand(path, sheet, strings=None, sheets='<sheet name="Participants" sheetId="1" r:id="r1"/>', book='', more=()):
    """A sheet's XML, as other programs write it: cells without references, strings where they stand."""
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('[Content_Types].xml', CONTENT)
        archive.writestr('xl/worksheets/sheet1.xml', sheet)
        archive.writestr('xl/workbook.xml', '<workbook %s xmlns:r="%s">%s<sheets>%s</sheets></workbook>'
                         % (MAIN, REL, book, sheets))
        archive.writestr('xl/_rels/workbook.xml.rels', '<Relationships>'
                         '<Relationship Id="r1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/>'
                         '<Relationship Id="r2" Type="%s/sharedStrings" Target="/xl/strings.xml"/></Relationships>'
                         % (REL, REL))
        archive.writestr('xl/strings.xml', '<sst %s>%s</sst>' % (MAIN, strings or ''))
        for name, data in more:
            archive.writestr(name, data)


def inline(rows):
    cells = ('<row>%s</row>' % ''.join('<c t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % escape(value)
                                       for value in row) for row in rows)
    return '<worksheet %s><sheetData>%s</sheetData></worksheet>' % (MAIN, ''.join(cells))


def ods_cell(value):
    kinds = {'valuetype': 'string'}
    shown = value
    if isinstance(value, bool):
        kinds = {'valuetype': 'boolean', 'booleanvalue': str(value).lower()}
        shown = str(value).upper()
    elif isinstance(value, (int, float)):
        kinds = {'valuetype': 'float', 'value': repr(value)}
        shown = '%.15g' % value
    elif isinstance(value, datetime.datetime):
        kinds = {'valuetype': 'date', 'datevalue': value.isoformat()}
        shown = 'some day'
    elif isinstance(value, datetime.date):
        kinds = {'valuetype': 'date', 'datevalue': value.isoformat()}
        shown = 'some day'
    elif isinstance(value, datetime.time):
        kinds = {'valuetype': 'time', 'timevalue': value.strftime('PT%HH%MM%SS')}
        shown = 'some time'
    if value is None:
        return odf.table.TableCell()
    cell = odf.table.TableCell(**kinds)
    for line in shown.split('\n'):
        cell.addElement(odf.text.P(text=line))
    return cell


def by_odfpy(path, rows):
    document = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name='Participants')
    for row in rows:
        line = odf.table.TableRow()
        for value in row:
            line.addElement(ods_cell(value))
        line.addElement(odf.table.TableCell(numbercolumnsrepeated=1000))
        table.addElement(line)
    empty = odf.table.TableRow(numberrowsrepeated=1048000)
    empty.addElement(odf.table.TableCell(numbercolumnsrepeated=1024))
    table.addElement(empty)
    document.spreadsheet.addElement(table)
    document.save(path)


def by_docx(path, rows):
    document = docx.Document()
    document.add_paragraph('참가자')
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, value in zip(table.add_row().cells, row):
            cell.text = value
    document.save(path)


def html(rows):
    lines = ('<tr>%s' % ''.join('<td>%s</td>' % escape(value).replace('\n', '<br>') for value in row) for row in rows)
    return '<html><head><meta charset="euc-kr"></head><table border=1>%s</table></html>' % ''.join(lines)


def make_people(folder):
    rows = [HEAD] + people()
    path = lambda name: os.path.join(folder, name)
    texts = (('comma.csv', ',', '\r\n', 'utf-8'), ('bom.csv', ';', '\r\n', 'utf-8-sig'), ('tab.tsv', '\t', '\n', 'utf-8'),
             ('bar.txt', '|', '\n', 'utf-8'), ('cp949.csv', ',', '\r\n', 'cp949'), ('cp949.txt', '\t', '\n', 'cp949'),
             ('unicode.txt', '\t', '\r\n', 'utf-16'), ('big.txt', '\t', '\r\n', 'utf-16-be'),
             ('little.txt', ';', '\n', 'utf-16-le'))
    for name, separator, end, encoding in texts:
        write(path(name), text(rows, separator, end).encode(encoding))
    write(path('sep.csv'), ('sep=;\r\n' + text(rows, ';')).encode('utf-8'))
    by_openpyxl(path('openpyxl.xlsx'), rows)
    by_xlsxwriter(path('xlsxwriter.xlsx'), rows)
    by_hand(path('inline.xlsx'), inline(rows))
    by_odfpy(path('odfpy.ods'), rows)
    by_docx(path('word.docx'), rows)
    write(path('page.xls'), html(rows).encode('cp949'))


# Spreadsheets by chance

FIELDS = ['id', 'name', 'position', 'organisation', 'category', 'table', 'hotel', 'note', 'qr', 'pronouns']
WORDS = 'harbour Übersicht 항구 港 порт μέλι ท่าเรือ مرفأ & <b> "q" \'x 1,5 ; = a_b 😀 _x0041_'.split()


def some(chance):
    kind = chance.randrange(10)
    if kind < 4:
        return ' '.join(chance.choice(WORDS) for _ in range(chance.randint(1, 5)))
    if kind == 4:
        return chance.randint(0, 10 ** chance.randint(1, 12))
    if kind == 5:
        return chance.randint(0, 10 ** 6) / 64
    if kind == 6:
        return datetime.date(1901, 1, 1) + datetime.timedelta(days=chance.randrange(60000))
    if kind == 7:
        return datetime.time(chance.randrange(24), chance.randrange(60), chance.choice([0, 0, 30]))
    if kind == 8:
        return datetime.datetime(2031, 5, 5, chance.randrange(24), chance.randrange(60))
    return chance.choice([None, True, False])


def seen(value):
    """What a reader is to make of a value."""
    if value is None:
        return ''
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return '%.15g' % value
    if isinstance(value, datetime.datetime):
        return value.strftime('%Y-%m-%d %H:%M')
    if isinstance(value, datetime.time):
        return value.strftime('%H:%M:%S' if value.second else '%H:%M')
    return str(value)


def make_random(folder, number, seed):
    chance = random.Random(seed)
    for i in range(number):
        rows = [[some(chance) for _ in FIELDS] for _ in range(chance.randint(1, 30))]
        for y, row in enumerate(rows):
            row[1] = 'Person %d' % y
        table = [FIELDS] + rows
        name = os.path.join(folder, 'r%03d' % i)
        (lambda: by_openpyxl(name + '.xlsx', table), lambda: by_xlsxwriter(name + '.xlsx', table),
         lambda: by_odfpy(name + '.ods', table))[i % 3]()
        with open(name + '.expected', 'w', encoding='utf-8', newline='') as out:
            csv.writer(out).writerows([[seen(value) for value in row] for row in table])


def unguarded(value):
    return value[1:] if value[:1] == "'" else value


def differences(expected, read):
    """Compares a table with what was read: columns that nobody has are left out there, and apostrophes guard formulas."""
    with open(expected, encoding='utf-8', newline='') as file:
        wanted = list(csv.DictReader(file))
    with open(read, encoding='utf-8-sig', newline='') as file:
        found = list(csv.DictReader(file))
    if len(wanted) != len(found):
        yield '%s: %d people, wanted %d' % (read, len(found), len(wanted))
    for row, other in zip(wanted, found):
        for field, value in row.items():
            if unguarded(other.get(field, '')) != unguarded(value):
                yield '%s: %s is %r, wanted %r' % (read, field, other.get(field, ''), value)


def compare(folder):
    """All spreadsheets by chance in a folder; prints how many are equal."""
    n = 0
    for name in sorted(os.listdir(folder)):
        if not name.endswith('.expected'):
            continue
        path = os.path.join(folder, name[:-len('.expected')])
        for difference in differences(path + '.expected', path + '.csv'):
            sys.exit(difference)
        n += 1
    print(n)


# What is wrong

def make_bad(folder):
    path = lambda name: os.path.join(folder, name)
    head = ['Name', 'Email']
    ole = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(500)
    by_openpyxl(path('good.xlsx'), [head, ['Aino Aalto', 'a@example.org']])
    with open(path('good.xlsx'), 'rb') as file:
        write(path('cut.xlsx'), file.read()[:3000])
    by_hand(path('bomb.xlsx'), b'<worksheet><sheetData>' + b' ' * 80000000)
    by_hand(path('broken.xlsx'), inline([head])[:-20])
    by_hand(path('doctype.xlsx'), '<!DOCTYPE a [<!ENTITY b "c">]>' + inline([head]))
    by_hand(path('macro.xlsm'), inline([head, ['Aino Aalto', 'a@example.org']]), more=[('xl/vbaProject.bin', b'x')])
    write(path('old.xls'), ole)
    write(path('secret.xlsx'), ole + 'EncryptedPackage'.encode('utf-16-le') + bytes(100))
    with zipfile.ZipFile(path('secret.ods'), 'w') as archive:
        archive.writestr('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')
        archive.writestr('META-INF/manifest.xml', '<manifest><encryption-data/></manifest>')
    with zipfile.ZipFile(path('other.zip'), 'w') as archive:
        archive.writestr('letter.txt', 'Dear all')
    with zipfile.ZipFile(path('repeated.ods'), 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')
        row = '<table-row%s><table-cell%s><p>%s</p></table-cell></table-row>'
        archive.writestr('content.xml', '<spreadsheet><table name="P">%s%s%s</table></spreadsheet>' % (
            row % ('', '', 'Name'), row % ('', '', 'Aino Aalto'),
            (row % (' number-rows-repeated="999999999"', ' number-columns-repeated="16384"', 'Jan Smit')) * 5))
    texts = {'quote.csv': 'Name,Email\n"Aino Aalto,a@example.org\nJan Smit,j@example.org\n',
             'unequal.csv': 'Name,Email\nAino Aalto,a@example.org,x,y\nJan Smit\n',
             'alike.csv': 'Name,Email,E-mail\nAino Aalto,a@example.org,b@example.org\n',
             'nul.csv': 'Name,Email\nAino\0 Aalto,a@example.org\n', 'unknown.csv': 'Wat,Hvor\nx,y\nz,w\n', 'empty.csv': '',
             'noname.csv': 'Name,Email\n,a@example.org\nJan Smit,not an address\n',
             'long.csv': 'Name,Note\nAino Aalto,%s\n' % ('x' * 40000)}
    for name, words in texts.items():
        write(path(name), words.encode('utf-8'))

    def cells(book, sheet):
        sheet['C2'] = '#N/A'
        sheet['C2'].data_type = 'e'
        sheet.row_dimensions[3].hidden = True
        sheet['C3'] = 7
        sheet['C3'].number_format = '000'
        sheet['C4'] = 0.5
        sheet['C4'].number_format = 'h:mm AM/PM'
        sheet.merge_cells('D2:D4')
        hidden = book.create_sheet('Old', 0)
        hidden.sheet_state = 'hidden'
        hidden.append(['Name'])
        book.create_sheet('Rooms').append(['Hall'])

    by_openpyxl(path('cells.xlsx'), [['Name', 'Email', 'Note', 'Hotel'], ['Aino Aalto', '', '', 'Sea House'],
                                     ['Jan Smit', '', '', None], ['Mina Rossi', '', '', None]], cells)
    strings = ('<si><t>Name</t></si><si><r><t>山田 </t></r><r><rPr><b/></rPr><t>太郎</t></r>'
               '<rPh sb="0" eb="2"><t>ヤマダ</t></rPh></si><si><t>Note</t></si>')
    sheet = ('<worksheet %s><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c></row>'
             '<row r="9"><c r="A9" t="s"><v>1</v></c><c r="C9" t="str"><f>A1&amp;"x"</f><v>Namex</v></c></row>'
             '</sheetData></worksheet>' % MAIN)
    by_hand(path('rich.xlsx'), sheet, strings)
    by_xlsxwriter(path('1904.xlsx'), [['Name', 'Note', 'Hotel'], ['Aino Aalto', datetime.date(2031, 5, 5), (7, '"A-"000')]],
                  date_1904=True)


# Schedules

def make_days(folder):
    path = lambda name: os.path.join(folder, name)
    days = [datetime.date(2031, 5, 5), datetime.date(2031, 5, 6)]
    rows = [['Date', 'Time', 'Session', 'Room'], [days[0], '09:00-10:00', 'Tides', 'Hall'],
            [None, '10:00-11:00', 'Winds', 'Hall'], [days[1], '9:15-10:00', 'Cranes', 'Quay']]
    by_openpyxl(path('merged.xlsx'), rows, lambda book, sheet: sheet.merge_cells('A2:A3'))
    document = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name='Days')
    for row in rows:
        line = odf.table.TableRow()
        for x, value in enumerate(row):
            if value is None:
                line.addElement(odf.table.CoveredTableCell())
                continue
            cell = ods_cell(value)
            if value == days[0]:
                cell.setAttribute('numberrowsspanned', 2)
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(path('merged.ods'))
    document = docx.Document()
    document.add_paragraph('Harbours of the Future')
    for day, those in ((days[0], rows[1:3]), (days[1], rows[3:])):
        document.add_paragraph(day.strftime('%A %d %B %Y'))
        table = document.add_table(rows=0, cols=3)
        for row in [rows[0]] + those:
            for cell, value in zip(table.add_row().cells, row[1:]):
                cell.text = value
    document.save(path('days.docx'))
    write(path('days.html'), ('<html><table><tr><th>Date<th>Time<th>Session<tr><td rowspan="2">5 May 2031<td>09:00-10:00'
                              '<td>Tides<tr><td>10:00-11:00<td>Winds<tr><td>6 May<td>9:15<td>Cranes</table>'
                              '</html>').encode())


# Timetables whose columns are rooms: a cell over all of them, one over two, one over two rows
ROOMS = [['Harbours of the Future', '', '', ''], ['5 May 2031', '', '', ''], ['Time', 'Quay 1', 'Quay 2', 'Loft'],
         ['9:00-10:00', 'Welcome', None, None], ['10:00-11:00', 'Tides\nAino Aalto', 'Winds', 'Knots'],
         ['11:00-12:00', 'Cranes', None, 'Knots'], ['12:00-1:30', 'Lunch - on the quay', '', ''],
         ['1:30-2:30', '', 'Who pays?', 'Nets'], ['6:00-9:30', 'Banquet', None, None]]


def make_grids(folder):
    path = lambda name: os.path.join(folder, name)

    def merge(book, sheet):
        for cells in ('B4:D4', 'D5:D6', 'B6:C6', 'B9:D9'):
            sheet.merge_cells(cells)
        book.create_sheet('Guests').append(['Name'])

    by_openpyxl(path('rooms.xlsx'), ROOMS, merge)
    document = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name='Rooms')
    for row in ROOMS:
        line = odf.table.TableRow()
        for x, value in enumerate(row):
            cell = odf.table.CoveredTableCell() if value is None or (value, row[0][:2]) == ('Knots', '11') else ods_cell(value)
            covered = len([other for other in row[x + 1:] if other is None and value is not None])
            if value == 'Knots' and row[0].startswith('10'):
                cell.setAttribute('numberrowsspanned', 2)
            if covered > 0 and x > 0:
                cell.setAttribute('numbercolumnsspanned', covered + 1)
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(path('rooms.ods'))
    document = docx.Document()
    for words in ('Harbours of the Future', '5 May 2031'):
        document.add_paragraph(words)
    table = document.add_table(rows=0, cols=4)
    for row in ROOMS[2:]:
        cells = table.add_row().cells
        for cell, value in zip(cells, row):
            cell.text = value or ''
    table.cell(1, 1).merge(table.cell(1, 3))
    table.cell(3, 3).text = ''
    table.cell(2, 3).merge(table.cell(3, 3))
    table.cell(3, 1).merge(table.cell(3, 2))
    table.cell(6, 1).merge(table.cell(6, 3))
    document.save(path('rooms.docx'))
    write(path('rooms.html'), (
        '<table><tr><td colspan=4>Harbours of the Future<tr><td colspan=4>5 May 2031<tr><th>Time<th>Quay 1<th>Quay 2<th>Loft'
        '<tr><td>9:00-10:00<td colspan=3>Welcome<tr><td>10:00-11:00<td>Tides<br>Aino Aalto<td>Winds<td rowspan=2>Knots'
        '<tr><td>11:00-12:00<td colspan=2>Cranes<tr><td>12:00-1:30<td>Lunch - on the quay<td><td>'
        '<tr><td>1:30-2:30<td><td>Who pays?<td>Nets<tr><td>6:00-9:30<td colspan=3>Banquet</table>').encode())
    document = docx.Document()
    document.add_paragraph('Harbours of the Future')
    for day, rows in (('Monday, 5 May 2031', [['9.00 – 10.00', 'Tides\nAino Aalto, Port of X'], ['10.00', 'Coffee break']]),
                      ('Tuesday, 6 May', [['9.15 – 10.00', 'Cranes']])):
        document.add_paragraph(day)
        table = document.add_table(rows=0, cols=2)
        for row in rows:
            for cell, value in zip(table.add_row().cells, row):
                cell.text = value
    document.save(path('plain.docx'))


# Workbooks with a sheet for each day, and others; programmes in paragraphs
DAYS = {'Cover': [['Harbours of the Future'], ['printed by the port']],
        'Day 1': [['Harbours of the Future'], ['5 May 2031'], ['Time', 'Title', 'Speaker'],
                  ['9:00-10:00', 'Tides', 'Aino Aalto'], ['10:00-11:00', 'Winds', 'Jan Smit']],
        'Day 2': [['Time', 'Title', 'Speaker'], ['9:15-10:00', 'Cranes', 'Aino Aalto']],
        'Draft': [['5 May 2031'], ['Time', 'Title', 'Speaker'], ['9:00-10:00', 'Ebb', '']],
        'Helpers': [['Date', 'Start', 'Session', 'Phone'], ['4 May 2031', '8:00', 'Tables', '1']],
        'People': [['Name', 'Email'], ['Aino Aalto', 'a@example.org']]}

LINES = [('Title', 'Harbours of the Future'), ('', 'at the Sea House'), ('', 'Monday, 5 May 2031'),
         ('', '09:00 – 09:30\tWelcome'), ('', 'Aino Aalto, Port of X'), ('', ''),
         ('Heading 1', 'Morning'), ('', '9.30 to 10.15: Tides'), ('', 'Jan Smit (Port of Y)'), ('', ''),
         ('', 'How they turn.'), ('', ''), ('', 'Second half'), ('', '10:15 Uhr'), ('', 'Coffee'), ('', ''),
         ('', 'Tuesday, 6 May'), ('', '0900-1000 Winds'), ('', 'Mina Rossi'), ('', '11.5.2031 is the Sunday on which the port, and all that is in it, is open'),
         ('', '10:00 Cranes'), ('', 'Per Berg')]


def make_books(folder):
    path = lambda name: os.path.join(folder, name)
    book = openpyxl.Workbook()
    book.remove(book.active)
    document = odf.opendocument.OpenDocumentSpreadsheet()
    for name, rows in DAYS.items():
        sheet = book.create_sheet(name)
        table = odf.table.Table(name=name)
        for row in rows:
            sheet.append(row)
            line = odf.table.TableRow()
            for value in row:
                line.addElement(ods_cell(value))
            table.addElement(line)
        document.spreadsheet.addElement(table)
    book.create_sheet('Day 3').append(['Time', 'Title'])
    book['Day 3'].append(['9:00', 'Ropes'])
    book['Day 3'].sheet_state = 'hidden'
    book.save(path('book.xlsx'))
    document.save(path('book.ods'))
    document = docx.Document()
    for style, words in LINES:
        document.add_paragraph(words, style=style or None)
    document.save(path('lines.docx'))
    table = document.add_table(rows=0, cols=2)
    for row in [['Name', 'Port'], ['Aino Aalto', 'X']]:
        for cell, value in zip(table.add_row().cells, row):
            cell.text = value
    document.save(path('both.docx'))
    document = docx.Document()
    document.add_paragraph('The harbour opens at 09:00.')
    document.save(path('words.docx'))


# What a command takes, by a process that is small itself: a child begins with what its parent has.
MEASURE = ('import resource, subprocess, sys\nsubprocess.run(sys.argv[1:], check=True)\n'
           'used = resource.getrusage(resource.RUSAGE_CHILDREN)\nprint(used.ru_utime, used.ru_maxrss / 1000)')


def read_long(folder, program):
    """100,000 people in a spreadsheet, and what reading them takes."""
    path, read = os.path.join(folder, 'long.xlsx'), os.path.join(folder, 'long.csv')
    by_hand(path, inline([HEAD] + [[LATIN[i % 6], 'Port %d' % (i % 500), 'Pilot', 'Finland', 'p%d@example.org' % i, str(i)]
                                   for i in range(100000)]))
    told = subprocess.run([sys.executable, '-c', MEASURE, program, 'people', '-q', '-o', read, path],
                          check=True, stdout=subprocess.PIPE, text=True).stdout
    seconds, megabytes = map(float, told.split())
    with open(read, encoding='utf-8') as file:
        n_lines = sum(1 for _ in file)
    print('%d lines, %.1f s, %.0f MB' % (n_lines, seconds, megabytes))
    if n_lines != 100001 or seconds > 2 or megabytes > 60:
        sys.exit(1)


if __name__ == '__main__':
    what, arguments = sys.argv[1], sys.argv[2:]
    if what == 'people':
        make_people(*arguments)
    elif what == 'random':
        make_random(arguments[0], int(arguments[1]), arguments[2])
    elif what == 'days':
        make_days(*arguments)
    elif what == 'grids':
        make_grids(*arguments)
    elif what == 'books':
        make_books(*arguments)
    elif what == 'long':
        read_long(*arguments)
    elif what == 'compare':
        compare(*arguments)
    else:
        make_bad(*arguments)
