"""The sheets of a small workbook or a text file of separated values, each as numbered lines."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from dongvon.domain.documents.rules.paper.decoding import decoded
from dongvon.domain.documents.rules.paper.refusals import BrokenPaper, EmptyPaper, PaperRefusal, ProtectedPaper

Line = tuple[int, list[Any]]

_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_SIGNS: Final = ";\t,"


class NotATable(PaperRefusal):
    """Neither a workbook nor separated values."""

    text = "Tệp “{name}” không phải bảng tính. Các loại đọc được: .xlsx, .xls, .ods và .csv."


def sheets_of(content: bytes, *, name: str) -> Iterator[list[Line]]:
    """Row numbers as Excel counts them, cells from column A on, None where empty; whole numbers are integers.

    Refuses EmptyPaper, ProtectedPaper, BrokenPaper, NotATable.
    """
    if not content.strip():
        raise EmptyPaper(name=name)
    if content.startswith((_ZIP, _OLD)):
        yield from _workbook(content, name=name)
    elif b"\0\0\0\0" in content[:4096] or not name.lower().endswith((".csv", ".txt", ".tsv")):
        raise NotATable(name=name)
    else:
        yield _separated(decoded(content, name=name))


def _workbook(content: bytes, *, name: str) -> Iterator[list[Line]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for sheet in book.sheet_names:
            rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            yield [(number, list(map(_plain, cells))) for number, cells in enumerate(rows, start=1)]
    except PasswordError:
        raise ProtectedPaper(name=name) from None
    except CalamineError as fault:
        locked = content.startswith(_OLD) and _ENCRYPTED in content
        raise (ProtectedPaper(name=name) if locked else BrokenPaper(name=name, format=".xlsx")) from fault


def _separated(text: str) -> list[Line]:
    first = text.splitlines()[:20]
    sign = max(_SIGNS, key=lambda each: sum(line.count(each) for line in first))
    rows = csv.reader(io.StringIO(text), delimiter=sign)
    return [(number, [cell or None for cell in cells]) for number, cells in enumerate(rows, start=1)]


def _plain(cell: Any) -> Any:
    if cell == "":
        return None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell.date() if isinstance(cell, datetime) else cell
