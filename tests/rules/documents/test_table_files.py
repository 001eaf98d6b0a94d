"""Tables of every make are read row by row; what is no table, or a broken one, is said."""

import io
import re
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
import xlsxwriter

from dongvon.domain.documents.queries import headed_table as headed
from dongvon.domain.documents.queries.headed_table import headed_table
from dongvon.domain.documents.queries.tables import open_table
from dongvon.domain.documents.rules.tables import elements, workbook, worksheet
from dongvon.domain.documents.rules.tables.refusals import (
    BrokenTable,
    EmptyTable,
    LockedTable,
    SwollenTable,
    UnknownTable,
    UnreadableLetters,
)

ROWS = [["Tên", "Số tiền", None, "Ngày"], ["Đinh Thị Hoa", 45_000_000, None, 46_022], [" Lê <b> & Cường", 0.5, "", "x"]]


def _xlsx() -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("Khoản vay")
    for at, row in enumerate(ROWS):
        sheet.write_row(at, 0, row)
    book.add_worksheet("Ghi chú")
    book.close()
    return file.getvalue()


def _read(content: bytes, *, name: str = "tep.xlsx", sheet: int = 0) -> list[tuple[int, list[object]]]:
    table = open_table(io.BytesIO(content), name=name)
    return list(table.rows(table.sheets[sheet]))


def test_a_workbook_gives_numbers_as_numbers_and_gaps_as_nothing() -> None:
    assert _read(_xlsx()) == [
        (1, ["Tên", "Số tiền", None, "Ngày"]),
        (2, ["Đinh Thị Hoa", 45_000_000, None, 46_022]),
        (3, [" Lê <b> & Cường", 0.5, None, "x"]),
    ]
    assert _read(_xlsx(), sheet=1) == []


def test_another_maker_and_a_formula_without_result() -> None:
    """openpyxl writes texts in place and no results of formulas; row 2 is left out altogether."""
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.active["A1"], book.active["C3"], book.active["D3"] = "Tên", "=1+1", "Hoa"
    book.save(file)
    rows = dict(_read(file.getvalue()))
    assert rows[1] == ["Tên"]
    assert rows[3] == [None, None, "=", "Hoa"]


def test_prefixed_names_and_rich_text_read_the_same() -> None:
    """Some makers write x:row for row, and one text in several runs."""
    content = _xlsx()
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/sharedStrings.xml":
                part = part.replace(b"<si><t>T\xc3\xaan</t></si>", b"<si><r><t>T</t></r><r><t>\xc3\xaan</t></r></si>")
            if name == "xl/worksheets/sheet1.xml":
                for word in (b"worksheet", b"sheetData", b"row", b"c", b"v"):
                    part = part.replace(b"<%s " % word, b"<x:%s " % word).replace(b"<%s>" % word, b"<x:%s>" % word)
                    part = part.replace(b"</%s>" % word, b"</x:%s>" % word)
                part = part.replace(b"xmlns=", b"xmlns:x=", 1)
            new.writestr(name, part)
    assert _read(changed.getvalue())[0] == (1, ["Tên", "Số tiền", None, "Ngày"])


HEAD = '<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>'
UGLY = (
    '<row r="1" ht="20"><c r="A1" t="inlineStr"><is><t>Hoa</t></is></c><c r="C1"><v>12</v></c><c r="D1" s="3"/></row>'
    '<row r="2"/><row r="4"><c r="A4" s="1"><v>0.5</v></c></row>'
    '<row r="5"><c r="A5" t="str"><f>B5&amp;C5</f><v>Lê &lt;b&gt;</v></c><c r="B5"><f>1+1</f></c></row>'
    '<row r="6"><c t="e" r="A6"><v>#REF!</v></c><c><v>7</v></c></row>'
    '<row r="7"><c r="A7" t="inlineStr"><is><t xml:space="preserve"> a_x0041_</t></is></c></row>'
    '<row><c r="B8"><v>1E3</v></c></row>'
)
READ = [
    (1, ["Hoa", None, 12]),
    (2, []),
    (4, [0.5]),
    (5, ["Lê <b>", "="]),
    (6, ["#REF!", 7]),
    (7, [" aA"]),
    (8, [None, 1000]),
]


@pytest.mark.parametrize("letters", ["utf-8", "utf-16", "iso-8859-1"])
@pytest.mark.parametrize("among", ["", '<!-- <row r="8"></row><row r="9"><c r="A9"><v>9</v></c></row> -->'])
def test_rows_read_the_same_at_a_glance_and_by_the_parser(
    letters: str, among: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Plain rows and others in turn; inside a comment, or in other letters, only the parser knows what a row is."""
    sheet = f"{HEAD}{among}{UGLY}</sheetData></worksheet>".replace("UTF-8", letters).encode(letters)
    assert _read(_changed(lambda _: sheet)) == READ
    monkeypatch.setattr(worksheet, "_PLAIN_ROW", re.compile("no row"))
    assert _read(_changed(lambda _: sheet)) == READ


def test_a_row_longer_than_is_unpacked_at_once_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worksheet, "CHUNK", 64)
    monkeypatch.setattr(elements, "CHUNK", 64)
    sheet = f"{HEAD}{UGLY}</sheetData></worksheet>".encode()
    assert _read(_changed(lambda _: sheet)) == READ


def test_separated_values_however_separated() -> None:
    for sign in ";,\t|":
        assert _read(f"Tên{sign}Số\nHoa{sign}1\n".encode(), name="tep.csv")[1] == (2, ["Hoa", "1"])
    assert _read("Tên;Số\nHoa;1\n".encode("utf-16"), name="tep.csv")[0] == (1, ["Tên", "Số"])


@pytest.mark.parametrize(
    ("content", "name", "refusal"),
    [
        (b"", "tep.xlsx", EmptyTable),
        (b" \n ", "tep.csv", EmptyTable),
        (_xlsx()[:-600], "tep.xlsx", BrokenTable),
        (b"PK\x03\x04 not a zip", "tep.xlsx", BrokenTable),
        (b"hello", "tep.xlsx", BrokenTable),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "tep.xlsx", LockedTable),
        (b"\x89PNG\0\0\0", "tep.png", UnknownTable),
        (b"PAR1 but no more", "tep.parquet", BrokenTable),
        (b"Ten;So\nHo\xe0;1\n", "tep.csv", UnreadableLetters),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, name: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        _read(content, name=name)


def _changed(part_of_sheet: Callable[[bytes], bytes]) -> bytes:
    """The same workbook with its first sheet rewritten."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_xlsx())) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part_of_sheet(part) if name == "xl/worksheets/sheet1.xml" else part)
    return changed.getvalue()


def test_a_sheet_cut_in_the_middle_is_refused() -> None:
    with pytest.raises(BrokenTable):
        _read(_changed(lambda part: part[:-80]))


def test_a_cell_beyond_the_last_column_is_refused_before_memory_is_filled_up_to_it() -> None:
    """XFD is the last column of Excel; a short address can name the three hundred millionth."""
    assert len(_read(_changed(lambda part: part.replace(b'r="A1"', b'r="XFD1"')))[0][1]) > 16_383
    with pytest.raises(BrokenTable):
        _read(_changed(lambda part: part.replace(b'r="A1"', b'r="XFE1"')))


def test_a_small_file_that_unpacks_to_gigabytes_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_UNPACKED", 1_000_000)
    with pytest.raises(SwollenTable):
        _read(_changed(lambda part: part + b" " * 1_000_000))


def test_a_table_of_more_cells_than_memory_is_for_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve cells, the gaps of row 2 and 3 among them."""
    told = {"file_name": "tep.xlsx", "wanted": {"name": ["Tên"]}, "enough": bool}
    assert headed_table(_xlsx(), **told) is not None
    monkeypatch.setattr(headed, "_MOST_CELLS", 11)
    with pytest.raises(SwollenTable):
        headed_table(_xlsx(), **told)
