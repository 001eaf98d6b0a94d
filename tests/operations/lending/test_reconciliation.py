"""An extract of another system is worked out anew from its events or ours; what differs is told with its cause."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from dongvon.domain.lending.papers.reconciliation import write_differences
from dongvon.domain.lending.queries.reconciliation import Reconciliation, reconcile
from dongvon.domain.lending.rules.reconciling.causes import Finding
from tests.operations.lending.bank import Bank

pytestmark = pytest.mark.django_db

ON = date(2026, 1, 10)
LOAN = {
    "Số hợp đồng": "6600000000000001",
    "Mã chương trình": "01",
    "Nguồn vốn": 1,
    "Ngày vay": "10/11/2025",
    "Ngày đến hạn": "10/11/2030",
    "Ngày giao dịch xã": 10,
    "Lãi suất": "6,24",
    "Dư nợ trong hạn": 50_000_000,
    "Lãi tồn trong hạn": 264_986,
}
EVENTS = [
    {"Số hợp đồng": "6600000000000001", "Ngày": "10/11/2025", "Loại giao dịch": "Giải ngân", "Số tiền": 50_000_000},
    {"Số hợp đồng": "6600000000000001", "Ngày": "10/12/2025", "Loại giao dịch": "Thu lãi", "Số tiền": 266_795},
]


def extract(loans: list[dict[str, Any]], events: list[dict[str, Any]]) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    for name, rows in (("Số dư", loans), ("Giao dịch", events)):
        sheet = book.add_worksheet(name)
        for at, row in enumerate([dict(zip(rows[0], rows[0], strict=True)), *rows] if rows else []):
            sheet.write_row(at, 0, list(row.values()))
    book.close()
    return file.getvalue()


def _compared(content: bytes, *, on: date = ON) -> tuple[list[Finding], Reconciliation]:
    told = Reconciliation(loans=0, agreeing=0, causes={}, unread=[])
    return list(reconcile([(io.BytesIO(content), "trich.xlsx")], on=on, told=told)), told


def test_figures_that_follow_from_the_events_agree(bank: Bank) -> None:
    found, told = _compared(extract([LOAN], EVENTS))
    assert (found, told.loans, told.agreeing) == ([], 1, 1)


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"Lãi tồn trong hạn": 264_987}, "rounding"),
        ({"Lãi tồn trong hạn": 273_534}, "last_day"),
        ({"Lãi tồn trong hạn": 284_712, "Lãi suất": "6,6"}, "rate_kept"),
        ({"Lãi tồn trong hạn": 100_000}, "unknown"),
    ],
)
def test_each_difference_has_its_cause(bank: Bank, change: dict[str, Any], cause: str) -> None:
    found, told = _compared(extract([{**LOAN, **change}], EVENTS))
    assert [each.cause for each in found] == [cause]
    assert told.causes == {cause: 1}


def test_an_overdue_computer_loan_bears_the_poor_rate_of_its_signing(bank: Bank) -> None:
    """10 million overdue from 10/12/2025: 31 days at 6.6 %, of a loan signed at 1.2 %: 56,055 đ, not 1.3 × 1.2 %."""
    computer = {
        **LOAN,
        "Mã chương trình": "02",
        "Loại sản phẩm": "may-tinh",
        "Ngày vay": "10/11/2022",
        "Lãi suất": "1,2",
    }
    owed = {"Ngày đến hạn": "11/12/2025", "Dư nợ trong hạn": 0, "Dư nợ quá hạn": 10_000_000}
    interest = {"Lãi tồn trong hạn": 0, "Lãi tồn quá hạn": 56_055}
    events = [
        {**EVENTS[0], "Ngày": "10/11/2022", "Số tiền": 10_000_000},
        {**EVENTS[0], "Ngày": "10/12/2025", "Loại giao dịch": "Thu lãi", "Số tiền": 370_192},
        {**EVENTS[0], "Ngày": "10/12/2025", "Loại giao dịch": "Chuyển quá hạn", "Số tiền": 10_000_000},
    ]
    found, _ = _compared(extract([{**computer, **owed, **interest}], events))
    assert found == []


def test_a_loan_of_our_books_is_worked_out_from_our_events(bank: Bank) -> None:
    """The extract knows of no receipt; ours has one of 266,795 in December."""
    loan = bank.lend(on=date(2025, 11, 10), amount=50_000_000)
    bank.pay(loan, 266_795, on=date(2025, 12, 10))
    mine = {**LOAN, "Số hợp đồng": loan.contract_number}
    assert _compared(extract([mine], []))[0] == []
    lent = [{**EVENTS[0], "Số hợp đồng": loan.contract_number}]
    found, _ = _compared(extract([mine], lent))
    assert [(each.cause, each.values["day"]) for each in found] == [("event_missing", "10/12/2025")]


def test_what_cannot_be_compared_is_said(bank: Bank) -> None:
    stranger = {**LOAN, "Số hợp đồng": "6600000000000099"}
    lost = {**EVENTS[0], "Số hợp đồng": "6600000000000077"}
    found, _ = _compared(extract([LOAN, stranger], [*EVENTS, lost]))
    assert {(each.contract[-2:], each.cause) for each in found} == {("99", "no_events"), ("77", "not_stated")}


def test_differences_go_out_as_a_workbook(bank: Bank, tmp_path: Path) -> None:
    found, _ = _compared(extract([{**LOAN, "Lãi tồn trong hạn": 273_534}], EVENTS))
    assert write_differences(tmp_path / "ra.xlsx", found) == 1
    line = CalamineWorkbook.from_path(tmp_path / "ra.xlsx").get_sheet_by_index(0).to_python()[1]
    assert line[0] == "6600000000000001"
    assert line[2:5] == [273_534, 264_986, 8_548]
    assert line[5] == "Hệ thống kia tính lãi cả ngày cuối."
