"""The differences of a reconciliation as a workbook, written as they are found."""

from collections.abc import Iterable
from pathlib import Path

import xlsxwriter

from dongvon.domain.lending.queries.handovers import filled
from dongvon.domain.lending.queries.reconciliation import HEADERS, words_of
from dongvon.domain.lending.rules.reconciling.causes import Finding

HEADS = ("Số hợp đồng", "Chỉ tiêu", "Hệ thống kia ghi", "Tính lại", "Chênh lệch", "Nguyên nhân")


def write_differences(into: Path, found: Iterable[Finding]) -> int:
    """One line a differing figure; gives their number."""
    book = xlsxwriter.Workbook(into, {"constant_memory": True})
    sheet = book.add_worksheet("Chênh lệch")
    head, money = book.add_format({"bold": True, "bg_color": "#d9e6f5"}), book.add_format({"num_format": "#,##0"})
    for at, (words, width) in enumerate(zip(HEADS, (20, 22, 18, 18, 16, 90), strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, words, head)
    sheet.freeze_panes(1, 0)
    count = 0
    for count, each in enumerate(found, start=1):
        sheet.write_string(count, 0, each.contract)
        sheet.write_string(count, 1, HEADERS.get(each.figure, ""))
        for at, amount in enumerate((each.stated, each.ours, each.stated - each.ours), start=2):
            sheet.write_number(count, at, amount, money)
        sheet.write_string(count, 5, filled(words_of(each.cause), each.values))
    book.close()
    return count
