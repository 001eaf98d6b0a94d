"""Workbooks as communes really have them, made ugly on purpose."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import xlsxwriter

HEADS = ("STT", "Mã hộ", "Họ và tên chủ hộ", "Năm sinh", None, "Số CCCD", "Thôn, ấp")


def ugly(*rows: Sequence[Any]) -> bytes:
    """Titles above, a two-row merged head, a row that counts columns, and a line for signatures below.

    A row: code, name, birth of a man, birth of a woman, number, hamlet; a single text is a section head.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Danh sách")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.merge_range("A1:C1", "UBND XÃ TÂN TRIỀU")
        sheet.merge_range("A2:G2", "DANH SÁCH HỘ NGHÈO NĂM 2026")
        for at, head in enumerate(HEADS):
            if at in (3, 4):
                continue
            sheet.merge_range(3, at, 4, at, head)
        sheet.merge_range("D4:E4", "Năm sinh")
        sheet.write_row("D5", ["Nam", "Nữ"])
        sheet.write_row("A6", ["1", "2", "3", "4", "5", "6", "7"])
        for at, row in enumerate(rows):
            _write(sheet, 6 + at, row, day)
        sheet.write(8 + len(rows), 2, "Người lập biểu")
    return file.getvalue()


def _write(sheet: Any, line: int, row: Sequence[Any], day: Any) -> None:
    if isinstance(row, str):
        sheet.write(line, 0, row)
        return
    sheet.write(line, 0, line - 5)
    for at, cell in enumerate(row, start=1):
        if isinstance(cell, date):
            sheet.write_datetime(line, at, cell, day)
        elif cell is not None:
            sheet.write(line, at, cell)


def plain(heads: Sequence[str], *rows: Sequence[Any]) -> bytes:
    """One head, rows beneath it."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate((heads, *rows)):
            for column, cell in enumerate(row):
                if cell is not None:
                    sheet.write(at, column, cell)
    return file.getvalue()
