"""The papers of lending: a loan's statement, with its interest explained, as a workbook."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from dongvon.domain.lending.queries.explained import InterestExplained, InterestLine
from dongvon.domain.lending.queries.life import Happening, StatementLine
from dongvon.domain.lending.queries.loan import LoanFacts
from dongvon.domain.lending.vocabulary import InterestStore

POSTINGS = {
    Happening.TAKEN_OVER: "Tiếp nhận dư nợ",
    Happening.DISBURSED: "Giải ngân",
    Happening.FOLLOWS: "Nhận nợ lưu vụ",
    Happening.RECEIVED: "Thu nợ",
    Happening.REVERSED: "Hủy phiếu thu",
    Happening.ROLLED_OVER: "Chuyển lưu vụ",
    Happening.WRITTEN_OFF: "Xóa nợ",
    Happening.RECOVERED: "Thu hồi nợ đã xóa",
}
STORES = {
    InterestStore.IN_TERM: "Lãi trong hạn",
    InterestStore.OVERDUE: "Lãi quá hạn",
    InterestStore.GRACE: "Lãi ân hạn",
}
STATEMENT = (
    ("Ngày ghi sổ", 13),
    ("Ngày hiệu lực", 13),
    ("Diễn giải", 24),
    ("Cho vay", 16),
    ("Giảm gốc", 16),
    ("Thu lãi", 16),
    ("Dư nợ gốc", 16),
)
INTEREST = (
    ("Loại lãi", 16),
    ("Từ ngày", 12),
    ("Đến trước ngày", 14),
    ("Số ngày", 9),
    ("Số dư", 16),
    ("Lãi suất (%/năm)", 12),
    ("Theo quyết định", 22),
    ("Lãi chính xác", 18),
    ("Làm tròn", 14),
)


def statement_workbook(loan: LoanFacts, lines: Sequence[StatementLine], explained: InterestExplained) -> bytes:
    """Sổ phụ khoản vay as .xlsx: real dates, đồng as whole numbers, totals as formulas."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        whose = f"{loan.person.full_name if loan.person else ''}, hợp đồng {loan.contract_number}"
        _sheet(book, "Sổ phụ", (f"SỔ PHỤ KHOẢN VAY: {whose}", STATEMENT), map(_statement_row, lines), summed="DEF")
        title = f"LÃI ĐẾN TRƯỚC NGÀY {explained.until:%d/%m/%Y}: {whose}"
        _sheet(book, "Lãi", (title, INTEREST), map(_interest_row, explained.lines), summed="DHI")
    return stream.getvalue()


def _sheet(
    book: xlsxwriter.Workbook,
    name: str,
    head: tuple[str, tuple[tuple[str, int], ...]],
    rows: Iterable[Sequence[Any]],
    *,
    summed: str,
) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center"})
    formats = {
        date: book.add_format({"num_format": "dd/mm/yyyy", "border": 1}),
        str: book.add_format({"border": 1}),
    }
    money = book.add_format({"num_format": "#,##0.######", "border": 1})
    title, columns = head
    sheet.write(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
    for at, (text, width) in enumerate(columns):
        sheet.set_column(at, at, width)
        sheet.write(2, at, text, bold)
    last = 3
    for last, row in enumerate(rows, start=4):
        for at, value in enumerate(row):
            sheet.write(last - 1, at, value, formats.get(type(value), money))
    sheet.write(last, 0, "Cộng", bold)
    for letter in summed:
        sheet.write_formula(f"{letter}{last + 1}", f"=SUM({letter}4:{letter}{max(last, 4)})", money)
    sheet.freeze_panes(3, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _statement_row(line: StatementLine) -> tuple[Any, ...]:
    amounts = (line.lent, line.principal, line.interest, line.balance)
    return (line.booked_on, line.value_on, POSTINGS[line.kind], *amounts)


def _interest_row(line: InterestLine) -> tuple[Any, ...]:
    basis = line.reason.basis if line.reason else ""
    days = (line.from_on, line.until_on, line.days)
    return (STORES[line.store], *days, line.balance, line.percent, basis, line.exact, line.rounded)
