"""Reads a workbook of figures that came back: whole, or every fault with the address of its cell."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from dongvon.domain.workplan.rules.block import Fault, Reading, SlotTwice
from dongvon.domain.workplan.rules.cells import SlotShape, read_cell
from dongvon.domain.workplan.vocabulary import Filled
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import fold

MARK: Final = "dongvon-so-lieu"
KEYS: Final = "_khoa"
VALUE, REASON = "Số liệu", "Lý do không có số liệu"

_LARGEST: Final = 5 * 1024**2
_UNPACKED: Final = 80 * 1024**2
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_BROKEN: Final = re.compile(rb'<c (?=[^>]*\bt="e")[^>]*\br="([A-Z]+[0-9]+)"')
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class NotAWorkbook(Refusal):
    """The file cannot be read as a spreadsheet."""

    text = "Không đọc được tệp này như một bảng tính Excel; đề nghị gửi lại đúng tệp mẫu .xlsx đã tải về."
    field = "file"


class LockedWorkbook(Refusal):
    """The workbook has a password."""

    text = "Tệp có mật khẩu nên không đọc được; đề nghị bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ) rồi gửi lại."
    field = "file"


class WorkbookTooLarge(Refusal):
    """Far more than a table of figures."""

    text = "Tệp quá lớn so với một biểu số liệu; đề nghị gửi lại đúng tệp mẫu, không chèn ảnh hay trang tính khác."
    field = "file"


class NotOurTemplate(Refusal):
    """A workbook, but not one that was downloaded here."""

    text = "Bảng tính này không phải mẫu của hệ thống (thiếu mã ẩn); đề nghị tải mẫu mới, hoặc dán số liệu vào biểu."
    field = "file"


class OtherReport(Refusal):
    """The template of another report."""

    text = "Đây là biểu mẫu của “{theirs}”, không phải của “{ours}”; đề nghị chọn đúng tệp."
    field = "file"


class RowWithoutKey(Refusal):
    """A row holds a number but its hidden key is gone."""

    text = "Dòng có số liệu nhưng mất mã chỉ tiêu; đề nghị nhập vào tệp mẫu mới tải, không chèn hay chép dòng."


class FormulaError(Refusal):
    """Excel shows #DIV/0! or the like, which readers take for an empty cell."""

    text = "Ô đang báo lỗi công thức (#DIV/0!, #REF!…); đề nghị sửa công thức hoặc nhập số."


@dataclass(frozen=True)
class Returned:
    """The figures of a workbook, and the edition of the report it was made from."""

    reading: Reading
    edition: int


@dataclass(frozen=True)
class _Sheet:
    """Cells from A1 on, and where the columns stand."""

    rows: list[list[Any]]
    key: int
    value: int
    reason: int
    first: int
    broken: frozenset[str]


def read_workbook(content: bytes, *, report: UUID, title: str, slots: Sequence[SlotShape]) -> Returned:
    """What a downloaded template says after somebody filled it in.

    Refuses NotAWorkbook, LockedWorkbook, WorkbookTooLarge, NotOurTemplate, OtherReport; faults of single cells are in
    the reading, addressed as "Ô F12".
    """
    book = _opened(content)
    edition = _edition(book, report=report, title=title)
    known, broken = {str(slot.id): slot for slot in slots}, _broken_cells(content)
    for name in book.sheet_names:
        sheet = _located(book.get_sheet_by_name(name).to_python(skip_empty_area=False), known=set(known), broken=broken)
        if sheet is not None:
            return Returned(_read(sheet, known=known), edition)
    raise NotOurTemplate


def _opened(content: bytes) -> CalamineWorkbook:
    if len(content) > _LARGEST or _unpacked_size(content) > _UNPACKED:
        raise WorkbookTooLarge
    if not content.startswith((_ZIP, _OLD)):
        raise NotAWorkbook
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError:
        raise LockedWorkbook from None
    except CalamineError:
        raise (LockedWorkbook if _is_encrypted(content) else NotAWorkbook) from None


def _unpacked_size(content: bytes) -> int:
    try:
        return sum(entry.file_size for entry in zipfile.ZipFile(io.BytesIO(content)).infolist())
    except zipfile.BadZipFile:
        return 0


def _broken_cells(content: bytes) -> frozenset[str]:
    """Addresses of cells that hold an error value; the old format is not searched."""
    if not content.startswith(_ZIP):
        return frozenset()
    book = zipfile.ZipFile(io.BytesIO(content))
    sheets = [book.read(name) for name in book.namelist() if _SHEET.fullmatch(name)]
    return frozenset(found.decode() for sheet in sheets for found in _BROKEN.findall(sheet))


def _is_encrypted(content: bytes) -> bool:
    """An encrypted .xlsx is an old compound file that names its package in UTF-16."""
    return content.startswith(_OLD) and "EncryptedPackage".encode("utf-16-le") in content


def _edition(book: CalamineWorkbook, *, report: UUID, title: str) -> int:
    if KEYS not in book.sheet_names:
        raise NotOurTemplate
    rows = book.get_sheet_by_name(KEYS).to_python(skip_empty_area=False)
    cells = [str(cell) for cell in (*rows[0], "", "", "")[:4]] if rows else ["", "", "", ""]
    if cells[0] != MARK or not cells[2].removesuffix(".0").isdigit():
        raise NotOurTemplate
    if cells[1] != str(report):
        raise OtherReport(theirs=cells[3], ours=title)
    return int(float(cells[2]))


def _located(rows: list[list[Any]], *, known: set[str], broken: frozenset[str]) -> _Sheet | None:
    """Columns are found by their heads and the key column by its keys, wherever somebody moved them."""
    for at, row in enumerate(rows):
        heads = [fold(str(cell)) for cell in row]
        if fold(VALUE) in heads and fold(REASON) in heads:
            key = _key_column(rows[at + 1 :], known=known)
            if key is None:
                return None
            return _Sheet(rows, key, heads.index(fold(VALUE)), heads.index(fold(REASON)), at + 1, broken)
    return None


def _key_column(rows: list[list[Any]], *, known: set[str]) -> int | None:
    return next((at for row in rows for at, cell in enumerate(row) if cell in known), None)


def _read(sheet: _Sheet, *, known: dict[str, SlotShape]) -> Reading:
    figures: dict[UUID, Filled] = {}
    faults: list[Fault] = []
    for number, row in enumerate(sheet.rows[sheet.first :], start=sheet.first + 1):
        for where, found in _read_row(row, number, sheet=sheet, known=known, seen=figures):
            if isinstance(found, Refusal):
                faults.append(Fault(where, found))
            else:
                figures[found.slot] = found
    return Reading(tuple(figures.values()), tuple(faults))


def _read_row(
    row: list[Any], number: int, *, sheet: _Sheet, known: dict[str, SlotShape], seen: dict[UUID, Filled]
) -> Iterator[tuple[str, Filled | Refusal]]:
    slot = known.get(row[sheet.key])
    value, reason = _given(row[sheet.value]), _given(row[sheet.reason])
    where = f"Ô {_letters(sheet.value)}{number}"
    if slot is None:
        if value is not None and not isinstance(value, str):
            yield where, RowWithoutKey()
        return
    try:
        if slot.id in seen:
            raise SlotTwice(name=slot.name)
        if value is None and where.removeprefix("Ô ") in sheet.broken:
            raise FormulaError
        yield where, read_cell(value, reason=reason, slot=slot)
    except Refusal as refusal:
        yield where, refusal


def _given(cell: Any) -> Any:
    return None if cell == "" else cell


def _letters(column: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
