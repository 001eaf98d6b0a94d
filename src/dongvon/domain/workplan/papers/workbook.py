"""The workbook of figures that a unit fills in without being online: pre-filled, locked but for the two columns."""

import io
from decimal import Decimal
from typing import Any, Final

import xlsxwriter

from dongvon.domain.workplan.queries.figures import FIRST_ROW, GridRow
from dongvon.domain.workplan.queries.report_page import ReportPage
from dongvon.domain.workplan.rules.workbook import KEYS, MARK, REASON, VALUE
from dongvon.domain.workplan.vocabulary import SlotKind

_HEADS: Final = (
    "Khóa", "Mã", "Nhiệm vụ", "Chỉ tiêu", "Đơn vị tính", "Kỳ trước", VALUE, REASON, "Cách tính"
)  # fmt: skip
_WIDTHS: Final = (3, 14, 9, 46, 14, 16, 18, 34, 60)
_HINTS: Final = (
    "Chỉ nhập vào hai cột nền trắng. Không có số liệu thì để trống cột “Số liệu” và ghi lý do.",
    "Số viết theo dạng 1.234.567,89 hoặc để Excel tự định dạng; không thêm, xóa hay chép dòng.",
)


def figure_workbook(page: ReportPage, *, rows: tuple[GridRow, ...]) -> bytes:
    """The .xlsx of a report's figures; what was said is filled in, what last year said stands beside it."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": f"{page.row.round_title} - {page.row.reporter_name}"})
    looks = {name: book.add_format({"font_name": "Times New Roman", **look}) for name, look in _LOOKS.items()}
    sheet = book.add_worksheet("Số liệu")
    _head(sheet, page, looks=looks)
    for at, row in enumerate(rows, start=FIRST_ROW):
        _row(sheet, at, row, looks=looks)
        book.define_name(_cell_name(row.code), f"='Số liệu'!$G${at + 1}")
    _secret(book, page)
    book.close()
    return file.getvalue()


def _head(sheet: Any, page: ReportPage, *, looks: dict[str, Any]) -> None:
    sheet.merge_range(0, 1, 0, 8, f"BIỂU SỐ LIỆU - {page.row.round_title.upper()}", looks["title"])
    sheet.merge_range(1, 1, 1, 8, page.row.reporter_name, looks["unit"])
    for at, hint in enumerate(_HINTS, start=2):
        sheet.merge_range(at, 1, at, 8, hint, looks["hint"])
    for column, (head, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width, None, {"hidden": column == 0})
        sheet.write_string(FIRST_ROW - 1, column, head, looks["head"])
    sheet.freeze_panes(FIRST_ROW, 4)
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(FIRST_ROW - 1)


def _row(sheet: Any, at: int, row: GridRow, *, looks: dict[str, Any]) -> None:
    plain, number = looks["plain"], looks["open_number"]
    words = (str(row.slot), row.code, row.clause_code, row.name, row.unit_of_measure)
    for column, text in enumerate(words):
        sheet.write_string(at, column, text, plain)
    _number(sheet, at, 5, row.before, row=row, look=looks["before"])
    _number(sheet, at, 6, row.value, row=row, look=number)
    sheet.write_string(at, 7, row.no_data_reason, looks["open"])
    sheet.write_string(at, 8, row.definition, plain)
    sheet.data_validation(at, 6, at, 6, _validation(row))


def _number(sheet: Any, at: int, column: int, value: Decimal | None, *, row: GridRow, look: Any) -> None:
    if value is None:
        sheet.write_blank(at, column, None, look)
    else:
        sheet.write_number(at, column, float(value / row.multiplier), look)


def _validation(row: GridRow) -> dict[str, Any]:
    """A warning, not a wall: "không có số liệu" may be typed too, and the upload checks again."""
    least: dict[str, Any] = {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15}
    if row.kind == SlotKind.COUNT:
        least = {"validate": "integer", "criteria": ">=", "value": 0}
    return {
        **least,
        "error_type": "warning",
        "error_title": "Số liệu chưa đúng dạng",
        "error_message": f"Chỉ tiêu này cần {_ASKED[SlotKind(row.kind)]}.",
        "input_title": row.code[:32],
        "input_message": f"{row.definition} ({row.unit_of_measure})"[:250],
    }


def _secret(book: Any, page: ReportPage) -> None:
    """Whose figures these are, and at which edition they left."""
    sheet = book.add_worksheet(KEYS)
    title = f"{page.row.round_title} - {page.row.reporter_name}"
    for column, text in enumerate((MARK, str(page.row.report), str(page.edition), title)):
        sheet.write_string(0, column, text)
    sheet.protect()
    sheet.very_hidden()


def _cell_name(code: str) -> str:
    """A name that Excel takes: "3d.von-dp" → "so_lieu_3d_von_dp"."""
    return "so_lieu_" + "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in code)


_ASKED: Final = {
    SlotKind.COUNT: "số nguyên, không âm",
    SlotKind.MONEY: "số tiền",
    SlotKind.PERCENT: "tỷ lệ phần trăm, viết 12,5 cho 12,5%",
    SlotKind.DECIMAL: "số",
}
_BOX: Final = {"border": 1, "border_color": "#9aa5b1", "valign": "top", "text_wrap": True}
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 14, "align": "center"},
    "unit": {"bold": True, "font_size": 12, "align": "center"},
    "hint": {"italic": True, "font_color": "#52606d", "align": "center"},
    "head": {**_BOX, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#d9e6f5"},
    "plain": {**_BOX, "bg_color": "#f3f6f9"},
    "before": {**_BOX, "bg_color": "#f3f6f9", "num_format": "#,##0.####", "font_color": "#52606d"},
    "open": {**_BOX, "locked": False},
    "open_number": {**_BOX, "locked": False, "num_format": "#,##0.####"},
}
