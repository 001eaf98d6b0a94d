"""A table of figures as a workbook."""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

#: A Decimal is a percentage; whole numbers are đồng or counts, never rounded.
Cell = str | int | Decimal | date | None
FIRST = 3


def figures_workbook(
    title: str, *, notes: Sequence[str], heads: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> bytes:
    """A title, what the figures mean, then heads and rows as numbers that can be reckoned with."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        looks = _looks(book)
        sheet = book.add_worksheet("Số liệu")
        sheet.write_string(0, 0, title, looks["title"])
        sheet.write_string(1, 0, "; ".join(notes), looks["note"])
        for column, head in enumerate(heads):
            sheet.set_column(column, column, 34 if column == 0 else 18)
            sheet.write_string(FIRST, column, head, looks["head"])
        for line, row in enumerate(rows, start=FIRST + 1):
            for column, cell in enumerate(row):
                _write(sheet, line, column, cell, looks=looks)
        sheet.freeze_panes(FIRST + 1, 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(FIRST)
    return stream.getvalue()


def _looks(book: xlsxwriter.Workbook) -> dict[str, Format]:
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "note": book.add_format({"italic": True}),
        "head": book.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}),
        "text": book.add_format({"border": 1}),
        "number": book.add_format({"border": 1, "num_format": "#,##0"}),
        "percent": book.add_format({"border": 1, "num_format": "0.00%"}),
        "date": book.add_format({"border": 1, "num_format": "dd/mm/yyyy"}),
    }


def _write(sheet: Worksheet, line: int, column: int, cell: Cell, *, looks: dict[str, Format]) -> None:
    if isinstance(cell, Decimal):
        sheet.write_number(line, column, float(cell / 100), looks["percent"])
    elif isinstance(cell, int):
        sheet.write_number(line, column, cell, looks["number"])
    elif isinstance(cell, date):
        sheet.write_datetime(line, column, datetime.combine(cell, time()), looks["date"])
    else:
        sheet.write_string(line, column, cell or "", looks["text"])
