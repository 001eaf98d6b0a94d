"""Workbooks as people make them: merged heads, blank rows, totals, notes, numbers as text, duplicates, formulas."""

import io
from typing import Any

import openpyxl
import pytest

from dongvon.domain.lending.models import HandoverProblem, Loan
from tests.operations.lending.bank import Bank
from tests.operations.lending.portfolio import bring, check, faults, found_commune, portfolio, workbook

pytestmark = pytest.mark.django_db

TWO_NAMES = "Cùng mã khách hàng hoặc số định danh nhưng họ tên, ngày sinh khác nhau; hãy thống nhất."
OTHER_DAY = "Ngày đến hạn theo phiên tính lại là 10/02/2029, khác tệp; dùng ngày trong tệp."


@pytest.fixture(autouse=True)
def commune(bank: Bank) -> None:
    found_commune(bank.office)


def _changed(change: Any, rows: list[dict[str, Any]] | None = None) -> bytes:
    """The workbook after somebody's hand."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(rows or portfolio())))
    change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_titles_blank_rows_notes_and_another_first_sheet() -> None:
    def change(book: Any) -> None:
        sheet = book.active
        sheet.insert_rows(1, 3)
        sheet["A1"] = "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI"
        sheet.insert_rows(6, 2)
        sheet.cell(14, 2, "Người lập biểu")
        book.create_sheet("Bìa", 0)["A1"] = "Danh mục khoản vay"

    handover = check(_changed(change))
    assert (handover.rows, handover.bad_rows, handover.head["sheet"], handover.head["line"]) == (6, 0, "Khoản vay", 4)


def test_a_line_without_name_and_number_is_told_not_left_out() -> None:
    """What says programme, day and fund is a loan somebody typed half of, no note beneath the table."""
    nameless = {**portfolio()[0], "Số hợp đồng": "", "Họ và tên": "", "Mã khách hàng": ""}
    handover = check(workbook([*portfolio(), nameless]))
    assert (handover.rows, handover.bad_rows) == (7, 1)


def test_numbers_as_text_and_lost_zeros() -> None:
    text = {
        "Mã PGD": 4606,
        "Mã tổ": 123,
        "Mã chương trình": 1,
        "Mã khách hàng": 12345001,
        "Số tiền giải ngân": "50.000.000",
        "Dư nợ trong hạn": "33,400,000",
        "Lãi suất": 6.24,
        "Ngày vay": 45361,
    }
    assert bring(workbook(portfolio(**text))).taken_rows == 6


def test_a_line_of_sums_is_compared_not_believed() -> None:
    """Printed 200,000,000 where the lines add up to 200,400,000: a finding, and nothing is changed."""
    rows = [*portfolio(), {"Mã PGD": "Tổng cộng", "Dư nợ trong hạn": 200_000_000}]
    handover = check(workbook(rows))
    assert (handover.rows, handover.bad_rows) == (6, 0)
    found = HandoverProblem.objects.get(code="printed_sum")
    assert (found.is_error, found.values) == (False, {"printed": 200_000_000, "found": 200_400_000})


def test_a_contract_twice_in_the_file_stops_both_lines() -> None:
    handover = check(workbook([*portfolio(), portfolio()[0]]))
    assert {cell for cell, words in faults(handover) if "nhiều dòng" in words} == {"N2", "N8"}


def test_formulas_without_results_are_named() -> None:
    def change(book: Any) -> None:
        book.active["S2"] = "=1+1"

    assert faults(check(_changed(change))) == {
        ("S2", "Ô là công thức chưa có kết quả hoặc đang báo lỗi; hãy thay bằng giá trị.")
    }


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"Mã PGD": "009999"}, "Không có phòng giao dịch mang mã này; hãy kiểm tra mã."),
        ({"Mã xã": "99999"}, "Không có xã, phường mang mã hoặc tên này; hãy ghi mã 5 chữ số."),
        ({"Dư nợ trong hạn": 60_000_000}, "Tổng dư nợ lớn hơn số đã giải ngân; hãy kiểm tra các số dư."),
        ({"Số tiền phê duyệt": 40_000_000}, "Số đã giải ngân lớn hơn số phê duyệt; hãy kiểm tra hai số."),
        ({"Ngày vay": "05/12/2026"}, "Ngày vay sau ngày chốt số liệu; hãy kiểm tra ngày vay."),
        ({"Ngày đến hạn": "10/03/2023"}, "Ngày đến hạn phải sau ngày vay; hãy kiểm tra hai ngày."),
        ({"Mã tổ": None}, "Cho vay qua hội thì phải có mã tổ; vay trực tiếp thì ghi mã hội 99."),
        ({"Mã khách hàng": None}, "Cần mã khách hàng hoặc số định danh để biết khoản vay của ai."),
        ({"Mã khách hàng": "0012345002"}, TWO_NAMES),
        ({"Họ và tên": None}, "Ô bắt buộc đang trống; hãy nhập."),
        ({"Dư nợ khoanh": 1_000_000, "Dư nợ trong hạn": 0}, "Có dư nợ khoanh thì phải có số quyết định."),
        ({"Ngày giao dịch xã": 99_999, "Dư nợ quá hạn": 1_000_000}, "Ngày giao dịch xã từ 1 đến 31."),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_taken_says_why(change: dict[str, Any], words: str) -> None:
    handover = check(workbook(portfolio(**change)))
    assert words in {told for _, told in faults(handover)}
    assert handover.bad_rows >= 1
    assert not Loan.objects.exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"Lãi suất": "6,6"}, "Lãi suất theo danh mục là 6,24 %/năm, khác tệp; chương trình sẽ tính theo danh mục."),
        ({"Thời hạn": 36}, "Thời hạn 36 tháng không khớp ngày vay và ngày đến hạn. Nên kiểm tra."),
        ({"Dư nợ trong hạn": 0, "Lãi tồn trong hạn": 0}, "Không còn dư nợ và lãi: không tiếp nhận."),
        ({"Số định danh": "075079000001"}, "Năm sinh khác năm ghi trong số định danh; nên kiểm tra."),
        ({"Ngày đến hạn theo GDXA": "10/03/2029"}, OTHER_DAY),
    ],
)  # fmt: skip
def test_what_is_only_odd_is_shown_and_taken(change: dict[str, Any], words: str) -> None:
    handover = check(workbook(portfolio(**change)))
    assert handover.bad_rows == 0
    assert words in {told for _, told in faults(handover, errors=False)}


def test_a_group_without_its_board_cannot_be_founded() -> None:
    rows = [{**row, "Tổ phó": "Ai Đó Khác"} for row in portfolio()]
    handover = check(workbook(rows))
    assert handover.bad_rows == 6


def test_who_lives_elsewhere_than_the_new_group_is_shown() -> None:
    """A group stands in one hamlet: the file is taken in as it is, and the line is told."""
    handover = check(workbook(portfolio(**{"Thôn, ấp, khu phố": "Ấp 7"})))
    told = "Tổ mới được lập tại Ấp 3 mà tổ viên này ở nơi khác; một tổ ở một thôn. Nên kiểm tra."
    assert told in {words for _cell, words in faults(handover, errors=False)}
    assert faults(handover) == set()


def test_one_code_with_several_kinds_is_told_apart_by_its_rate_or_asked() -> None:
    """Code 12 is buying and building, at one rate: it has to be said which."""
    home = {"Mã chương trình": "12", "Lãi suất": "5,4", "Mã hội": "99", "Mã tổ": None, "Ngày giao dịch xã": None}
    handover = check(workbook(portfolio(**home)))
    assert any("có nhiều loại" in words for _, words in faults(handover))
    said = check(workbook(portfolio(**home, **{"Loại sản phẩm": "mua"})))
    assert said.bad_rows == 0
