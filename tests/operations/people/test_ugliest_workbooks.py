"""Ten more workbooks that nobody had tried; what must come of each was written down by hand from its cells."""

import io
import unicodedata
from datetime import date
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from dongvon.domain.people.models import Household, Person
from dongvon.domain.people.queries.list_workbook import check_workbook
from tests.operations.people.community import TODAY, draft, enter, household, law
from tests.operations.people.test_import import bring, opened, said, take
from tests.operations.people.workbooks import plain
from tests.operations.units.city import build_city

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _city() -> None:
    build_city()
    law()


def found(content: bytes, name: str = "x.xlsx") -> list[tuple[str, str, str, str]]:
    """Name, number, birth and hamlet of every row that can be taken."""
    checked = check_workbook(content, file_name=name, list_id=opened(), on=TODAY)
    return [
        (row.name, row.number, "/".join(str(part) for part in reversed(row.birth) if part), row.hamlet)
        for row in checked.rows
    ]


def test_separated_by_semicolons_with_a_mark_in_front_and_quoted_breaks() -> None:
    text = (
        "DANH SÁCH HỘ CẬN NGHÈO;;;;\r\n"
        ";;;;\r\n"
        '"Số\nTT";"Họ và tên\nchủ hộ";"Ngày, tháng, năm sinh";"Giới tính";"Thôn/ấp"\r\n'
        '1;"Nguyễn Thị Hoa";03/02/1980;Nữ;Ấp 1\r\n'
        "2;Lê Văn Tùng;1975;Nam;Ấp 2\r\n"
    )
    assert found(("\ufeff" + text).encode(), "ho.csv") == [
        ("Nguyễn Thị Hoa", "", "3/2/1980", "Ấp 1"),
        ("Lê Văn Tùng", "", "1975", "Ấp 2"),
    ]


def test_marks_that_stand_apart_from_their_letters() -> None:
    """Typed on a Mac: every accent is a sign of its own, in the heads as in the names."""
    heads = [unicodedata.normalize("NFD", head) for head in ("Họ và tên", "Năm sinh", "Giới tính", "Ấp, khu phố")]
    row = [unicodedata.normalize("NFD", "Nguyễn Thị Hoà"), 1980, unicodedata.normalize("NFD", "Nữ"), "KP.3"]
    assert found(plain(heads, row)) == [("Nguyễn Thị Hòa", "", "1980", "Khu phố 3")]


def test_day_month_and_year_in_three_columns() -> None:
    """The head reads "Ngày sinh" over Ngày, Tháng, Năm."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:A2", "Họ và tên")
        sheet.merge_range("B1:D1", "Ngày tháng năm sinh")
        sheet.write_row("B2", ["Ngày", "Tháng", "Năm"])
        sheet.merge_range("E1:E2", "Giới tính")
        sheet.merge_range("F1:F2", "Ấp")
        sheet.write_row("A3", ["Nguyễn Thị Hoa", 3, 2, 1980, "Nữ", "Ấp 1"])
        sheet.write_row("A4", ["Lê Văn Tùng", None, None, 1975, "Nam", "Ấp 1"])
    assert found(file.getvalue()) == [
        ("Nguyễn Thị Hoa", "", "3/2/1980", "Ấp 1"),
        ("Lê Văn Tùng", "", "1975", "Ấp 1"),
    ]


def test_family_name_and_given_name_in_two_columns() -> None:
    heads = ("STT", "Họ và chữ đệm", "Tên", "Năm sinh", "Giới tính", "Ấp")
    rows = ((1, "Nguyễn Thị", "Hoa", 1980, "Nữ", "Ấp 1"),)
    assert found(plain(heads, *rows)) == [("Nguyễn Thị Hoa", "", "1980", "Ấp 1")]


def test_sex_marked_by_a_cross_in_one_of_two_columns() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, head in enumerate(("STT", "Họ và tên", "Năm sinh")):
            sheet.merge_range(0, at, 1, at, head)
        sheet.merge_range("D1:E1", "Giới tính")
        sheet.write_row("D2", ["Nam", "Nữ"])
        sheet.merge_range("F1:F2", "Thôn")
        sheet.write_row("A3", [1, "Nguyễn Hoa", 1980, None, "x", "Thôn 1"])
        sheet.write_row("A4", [2, "Lê Tùng", 1975, "X", None, "Thôn 1"])
    take(bring(file.getvalue(), opened()))
    assert dict(Person.objects.values_list("full_name", "sex")) == {"Nguyễn Hoa": "female", "Lê Tùng": "male"}


def test_rows_and_columns_that_are_hidden_are_read() -> None:
    """A filter that was left on takes nobody off a list."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        heads = ("Họ và tên", "Năm sinh", "Giới tính", "Ấp")
        for at, row in enumerate((heads, ("Nguyễn Thị Hoa", 1980, "Nữ", "Ấp 1"), ("Lê Văn Tùng", 1975, "Nam", "Ấp 1"))):
            sheet.write_row(at, 0, row)
        sheet.set_row(2, options={"hidden": True})
        sheet.set_column("C:C", options={"hidden": True})
    assert found(file.getvalue())[1][0] == "Lê Văn Tùng"


def test_duplicates_by_name_of_members_in_two_households_and_on_record() -> None:
    """Bà Hoa without a number is on record; she stands twice, once with the old card of nine digits."""
    (hoa,) = enter(draft("Nguyễn Thị Hoa", year=1980))
    household("H1", hoa)
    heads = ("Họ tên chủ hộ", "Số CMND/CCCD", "Năm sinh", "Nữ/Nam", "Địa chỉ")
    rows = (
        ("Nguyễn Thị Hoa", "271234567", "1980", "Nữ", "Ấp 1"),
        ("Nguyễn Thị  Hoa", None, "1980", "nữ", "ấp 1"),
    )
    told = said(plain(heads, *rows), opened())
    assert (3, "GivenTwice", True) in told
    assert (2, "OldCard", False) in told


def test_three_styles_of_days_in_one_column_and_totals_between_hamlets() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("DS")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, ["TT", "Họ và tên", "Ngày sinh", "GT", "Số ĐDCN/CCCD", "Ghi chú"])
        sheet.write_row(1, 0, ["A", "ẤP 1 (12 hộ)"])
        sheet.write_row(2, 0, [1, "Nguyễn Thị Hoa", None, "Nữ", 75180001234])
        sheet.write_datetime(2, 2, date(1980, 2, 3), day)
        sheet.write_row(3, 0, [2, "Lê Thị Lan", "3-Feb-1981", "Nữ"])
        sheet.write_row(4, 0, [None, "Cộng ấp 1", 2])
        sheet.write_row(5, 0, ["B", "ẤP 2"])
        sheet.write_row(6, 0, [1, "Trần Văn Sáu", "00/00/1960", "Nam"])
        sheet.write_row(7, 0, [2, "Trần Văn Bảy", "12/1962", "Nam"])
        sheet.write_row(8, 0, ["Tổng", "04 hộ"])
    assert found(file.getvalue()) == [
        ("Nguyễn Thị Hoa", "075180001234", "3/2/1980", "Ấp 1"),
        ("Lê Thị Lan", "", "3/2/1981", "Ấp 1"),
        ("Trần Văn Sáu", "", "1960", "Ấp 2"),
        ("Trần Văn Bảy", "", "12/1962", "Ấp 2"),
    ]


def test_vni_heads_over_capitals_and_a_hamlet_in_the_sheet_name() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("Bieu mau").write("A1", "Khoâng duøng")
        sheet = book.add_worksheet("Ấp 7")
        sheet.write_row(0, 0, ["HOÏ VAØ TEÂN", "NAÊM SINH", "GIÔÙI TÍNH"])
        sheet.write_row(1, 0, ["NGUYEÃN THÒ HOÀNG", 1980, "NÖÕ"])
        sheet.write_row(2, 0, ["LEÂ VAÊN TUØNG", 1975, "NAM"])
    assert found(file.getvalue()) == [("Nguyễn Thị Hồng", "", "1980", "Ấp 7"), ("Lê Văn Tùng", "", "1975", "Ấp 7")]


def test_formulas_errors_and_notes_in_cells() -> None:
    """The year is a formula whose value was saved; a number that Excel could not compute is a fault of its row."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["Họ và tên", "Năm sinh", "Giới tính", "Số CCCD", "Ấp"])
    sheet.append(["Nguyễn Thị Hoa", 1980, "Nữ", "#N/A", "Ấp 1"])
    sheet.append(["Lê Văn Tùng (đã mất)", 1975, "Nam", None, "Ấp 1"])
    sheet.append(["Phạm Thị Lan", 1975, "Nữ", "7.5175E+10", "Ấp 1"])
    file = io.BytesIO()
    book.save(file)
    told = said(file.getvalue(), opened())
    assert {row for row, _word, fault in told if fault} == {2, 3, 4}
    assert Household.objects.count() == 0
