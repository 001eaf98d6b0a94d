"""The workbook that goes back to whoever sent a table: the rows that could not be taken, and why."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import xlsxwriter

SHEET, NUMBER, WHY = "Dòng cần sửa", "Dòng", "Cần sửa"
_EXACT = 10**15  # Excel keeps no more digits


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultyRow:
    """A row as it was given; `faults` tells each column's fault, and under None those of the whole row."""

    number: int
    cells: Sequence[Any]
    faults: Mapping[int | None, str]


def faulty_rows(titles: Sequence[str], rows: Iterable[FaultyRow], *, name: str = SHEET) -> bytes:
    """An .xlsx: row number, the given columns with faulty cells marked and commented, and the faults in words.

    It has the heads of the table that was given, so that it can be put right and sent in again. A row without
    faults stands in it as it was, without a number.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet(name)
        head, bad = (book.add_format(style) for style in _STYLES)
        heads = (NUMBER, *titles, WHY)
        for at, title in enumerate(heads):
            sheet.write_string(0, at, title, head)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_column(0, 0, 8)
        sheet.set_column(1, len(titles), 20)
        sheet.set_column(len(titles) + 1, len(titles) + 1, 70)
        for line, row in enumerate(rows, start=1):
            _write_row(sheet, line, row, width=len(titles), bad=bad)
    return file.getvalue()


def _write_row(sheet: Any, line: int, row: FaultyRow, *, width: int, bad: Any) -> None:
    for at, cell in enumerate(row.cells[:width]):
        _write(sheet, line, at + 1, cell, bad if at in row.faults else None)
    for column, fault in row.faults.items():
        if column is not None:
            sheet.write_comment(line, column + 1, fault, _COMMENT)
    if row.faults:
        sheet.write_number(line, 0, row.number)
        sheet.write_string(line, width + 1, " ".join(row.faults.values()))


_STYLES: tuple[dict[str, Any], dict[str, Any]] = (
    {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#E8EEF6"},
    {"bg_color": "#FBE3E1", "font_color": "#9B1C10"},
)

_COMMENT = {"x_scale": 2, "author": "Đồng Vốn"}


def _write(sheet: Any, line: int, column: int, cell: Any, style: Any) -> None:
    """Texts stay texts: what begins with = is no formula, and a number keeps its leading zero."""
    if cell in (None, ""):
        sheet.write_blank(line, column, None, style)
    elif isinstance(cell, date):
        sheet.write_datetime(line, column, cell, style)
    elif isinstance(cell, int | float) and abs(cell) < _EXACT:
        sheet.write_number(line, column, cell, style)
    else:
        sheet.write_string(line, column, str(cell), style)
