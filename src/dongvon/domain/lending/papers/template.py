"""The empty workbook in which a branch lists its loans, with a sheet that explains every column."""

import io
from typing import Any, Final

import xlsxwriter

from dongvon.domain.lending.rules.portfolio.fields import FIELDS, Field, Kind

_NOTES: Final = (
    "Mỗi dòng là một khoản vay. Thứ tự cột tùy ý; cột không dùng có thể bỏ. Cột nền đậm là bắt buộc.",
    "Số tiền tính bằng đồng, không có phần lẻ. Ngày ghi dd/mm/yyyy. Mã có số 0 ở đầu: định dạng cột là Văn bản.",
    "Số liệu là số cuối ngày chốt. Dòng cộng ở cuối (nếu có) được đối chiếu với tổng các dòng.",
)
_KINDS: Final = {
    Kind.MONEY: "Số tiền (đồng)",
    Kind.DATE: "Ngày",
    Kind.BIRTH: "Ngày hoặc năm",
    Kind.COUNT: "Số nguyên",
    Kind.PERCENT: "%/năm",
    Kind.CODE: "Mã",
}
_FONT: Final = {"font_name": "Times New Roman", "valign": "top"}


def portfolio_template() -> bytes:
    """An .xlsx: "Khoản vay" with the headers, "Hướng dẫn" with what to write under each."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    looks = {name: book.add_format({**_FONT, **look}) for name, look in _LOOKS.items()}
    _empty(book.add_worksheet("Khoản vay"), looks)
    _explained(book.add_worksheet("Hướng dẫn"), looks)
    book.close()
    return file.getvalue()


def _empty(sheet: Any, looks: dict[str, Any]) -> None:
    for column, field in enumerate(FIELDS):
        look = looks["text"] if field.kind in (Kind.CODE, Kind.PERSONAL_NUMBER, Kind.PHONE) else looks["cell"]
        sheet.set_column(column, column, max(12, len(field.header) + 2), look)
        sheet.write_string(0, column, field.header, looks["needed" if field.needed else "head"])
    sheet.freeze_panes(1, 0)


def _explained(sheet: Any, looks: dict[str, Any]) -> None:
    for at, note in enumerate(_NOTES):
        sheet.write_string(at, 0, note, looks["cell"])
    heads = ("Cột", "Bắt buộc", "Dạng", "Ghi gì", "Ví dụ", "Tên khác cũng được nhận")
    first = len(_NOTES) + 1
    for column, (head, width) in enumerate(zip(heads, (26, 10, 16, 64, 20, 60), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(first, column, head, looks["head"])
    for at, field in enumerate(FIELDS, start=first + 1):
        for column, text in enumerate(_row(field)):
            sheet.write_string(at, column, text, looks["wrapped"])
    sheet.freeze_panes(first + 1, 1)


def _row(field: Field) -> tuple[str, ...]:
    kept = " (giữ theo hồ sơ, chương trình không dùng để tính)" if field.kept else ""
    aliases = ", ".join(field.aliases)
    return (
        field.header,
        "x" if field.needed else "",
        _KINDS.get(field.kind, "Chữ"),
        field.about + kept,
        field.example,
        aliases,
    )


_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "cell": {},
    "text": {"num_format": "@"},
    "wrapped": {"text_wrap": True, "border": 1, "border_color": "#9aa5b1"},
    "head": {"bold": True, "bg_color": "#eef3f9", "border": 1, "border_color": "#9aa5b1"},
    "needed": {"bold": True, "bg_color": "#b9d0ea", "border": 1, "border_color": "#9aa5b1"},
}
