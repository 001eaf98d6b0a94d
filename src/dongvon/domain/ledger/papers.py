"""The forms of the books: the trial balance as a workbook."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import xlsxwriter

from dongvon.domain.ledger.vocabulary import BalanceRow

HEADS = (
    "Số hiệu",
    "Tên tài khoản",
    "Dư Nợ đầu kỳ",
    "Dư Có đầu kỳ",
    "Phát sinh Nợ",
    "Phát sinh Có",
    "Dư Nợ cuối kỳ",
    "Dư Có cuối kỳ",
)
WIDTHS = (14, 48, 20, 20, 20, 20, 20, 20)


def trial_balance_workbook(rows: Sequence[BalanceRow], *, since: date, until: date) -> bytes:
    """Bảng cân đối tài khoản as .xlsx: đồng as whole numbers, totals as formulas."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center"})
        money = book.add_format({"num_format": "#,##0", "border": 1})
        text = book.add_format({"border": 1})
        sheet = book.add_worksheet("Cân đối tài khoản")
        sheet.write(0, 0, "BẢNG CÂN ĐỐI TÀI KHOẢN", book.add_format({"bold": True, "font_size": 14}))
        sheet.write(1, 0, f"Từ ngày {since:%d/%m/%Y} đến ngày {until:%d/%m/%Y}; đơn vị: đồng")
        for column, (head, width) in enumerate(zip(HEADS, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write(3, column, head, bold)
        for line, row in enumerate(rows, start=4):
            sheet.write_row(line, 0, (row.number, row.name), text)
            sheet.write_row(line, 2, row.in_six_columns, money)
        last = 4 + len(rows)
        sheet.write(last, 1, "Cộng", bold)
        for letter in "CDEFGH":
            sheet.write_formula(f"{letter}{last + 1}", f"=SUM({letter}5:{letter}{max(last, 5)})", money)
        sheet.freeze_panes(4, 2)
    return stream.getvalue()
