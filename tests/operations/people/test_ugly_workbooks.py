"""Five more workbooks as communes keep them; what must come of each was written down by hand from its cells."""

import io
from typing import Any
from uuid import UUID

import pytest
import xlsxwriter

from dongvon.domain.people.models import Household, Listing, Person
from dongvon.domain.people.queries.list_workbook import check_workbook
from tests.operations.people.community import TODAY, draft, enter, law
from tests.operations.people.test_import import bring, opened, said, take
from tests.operations.people.workbooks import plain
from tests.operations.units.city import build_city

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _city() -> None:
    build_city()
    law()


def births() -> dict[str, tuple[Any, ...]]:
    rows = Person.objects.values_list("full_name", "birth_day", "birth_month", "birth_year")
    return {name: born for name, *born in rows}


def test_members_under_a_household_whose_cell_is_merged_over_them() -> None:
    """Three rows of a head over sub-heads, the household's code once for four people, hamlets as section lines."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Hộ nghèo")
        sheet.merge_range("A1:F1", "PHỤ LỤC 2: TỔNG HỢP HỘ NGHÈO VÀ THÀNH VIÊN")
        for at, head in enumerate(("STT", "Mã hộ")):
            sheet.merge_range(2, at, 4, at, head)
        sheet.merge_range("C3:F3", "Thông tin hộ gia đình")
        sheet.merge_range("C4:C5", "Họ và tên")
        sheet.merge_range("D4:D5", "Quan hệ với chủ hộ")
        sheet.merge_range("E4:F4", "Ngày sinh")
        sheet.write_row("E5", ["Nam", "Nữ"])
        sheet.write("A6", "I")
        sheet.write("B6", "Ấp 3")
        sheet.merge_range("A7:A8", 1)
        sheet.merge_range("B7:B8", "75-001")
        sheet.write_row("C7", ["Điểu Sanh", "Chủ hộ", "01/01/1970"])
        sheet.write_row("C8", ["Thị Bơi", "Vợ", None, "1972"])
        sheet.write("A9", "II")
        sheet.write("B9", "Ấp 4")
        sheet.write_row("A10", [2, "75-002", "Nguyễn Văn Nam", "Chủ hộ", "3-2-1965"])
        sheet.write_row("C12", ["Cộng: 2 hộ, 3 khẩu"])
    assert take(bring(file.getvalue(), opened())) == 2
    assert {row.code: (row.hamlet, row.members.count()) for row in Household.objects.all()} == {
        "75-001": ("Ấp 3", 2),
        "75-002": ("Ấp 4", 1),
    }
    assert dict(Person.objects.values_list("full_name", "sex")) == {
        "Điểu Sanh": "male",
        "Thị Bơi": "female",
        "Nguyễn Văn Nam": "male",
    }


def test_vni_text_and_numbers_that_lost_their_zeros() -> None:
    """Typed in VNI-Times; the personal numbers were kept as numbers, so that the first zeros are gone."""
    heads = ("Hoï vaø teân chuû hoä", "Naêm sinh", "Giôùi tính", "Soá CCCD", "Thoân, aáp")
    rows = (
        ("Nguyeãn Thò Hoøa", 1980, "Nöõ", 75180001234, "AÁp 1"),
        ("Leâ Vaên Tuøng", 1975, "Nam", 1075001234, "AÁp 2"),
    )
    made = opened()
    checked = check_workbook(plain(heads, *rows), file_name="x.xlsx", list_id=made, on=TODAY)
    assert checked.table.converted_from.startswith("VNI")
    assert [(row.name, row.number, row.hamlet) for row in checked.rows] == [
        ("Nguyễn Thị Hòa", "075180001234", "Ấp 1"),
        ("Lê Văn Tùng", "001075001234", "Ấp 2"),
    ]
    assert {type(each.told).__name__ for each in checked.findings} == {"ZerosPutBack"}


def test_every_way_to_write_a_day() -> None:
    """Serial numbers of a worksheet, as number and as text; three styles; a year; a month and year; words."""
    heads = ("Họ tên", "Ngày tháng năm sinh", "Nam/Nữ", "Địa chỉ")
    given = (29252, "29252", "01/02/1980", "1-2-80", "1980-02-01", 1980, "2.1980", "Ngày 1 tháng 2 năm 1980")
    names = ("An", "Bé", "Cúc", "Dần", "Em", "Giàu", "Hạnh", "Ít")
    rows = [(f"Trần Thị {name}", cell, "nữ", "ấp 1") for name, cell in zip(names, given, strict=True)]
    take(bring(plain(heads, *rows), opened()))
    whole, month, year = [1, 2, 1980], [None, 2, 1980], [None, None, 1980]
    assert list(births().values()) == [whole, whole, whole, whole, whole, year, month, whole]


def test_the_list_on_the_second_sheet_with_blank_lines_and_totals() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("Bìa").write("B3", "BÁO CÁO RÀ SOÁT HỘ NGHÈO")
        sheet = book.add_worksheet("DS chi tiết")
        sheet.write_row("B2", ["Số TT", "Họ và tên chủ hộ", "Năm sinh", "Giới tính", "Khu phố"])
        sheet.write_row("B5", [1, "Phạm Thị Lan", 1961, "Nữ", "KP 1"])
        sheet.write_row("B9", [2, "Bùi Văn An", 1958, "Nam", "KP 2"])
        sheet.write_row("B11", [None, "Tổng cộng", 2])
        sheet.write_row("B13", [None, "Ngày 20 tháng 11 năm 2026"])
        sheet.write_row("B14", [None, "TM. UBND XÃ", None, "Người lập"])
    assert take(bring(file.getvalue(), opened())) == 2
    assert set(Household.objects.values_list("hamlet", flat=True)) == {"Khu phố 1", "Khu phố 2"}


def test_twice_in_the_file_and_once_under_another_name_on_record() -> None:
    """Rows 2 and 4 are one woman; the number of row 3 is on record under another name; nothing is taken."""
    enter(draft("Lê Văn Tùng", year=1975, number="075075001234", sex="male"))
    heads = ("Họ và tên", "Số CCCD", "Ngày sinh", "Ấp")
    rows = (
        ("Nguyễn Thị Hoa", "075180001234", "1980", "Ấp 1"),
        ("Lê Văn Tuấn", "075075001234", "1975", "Ấp 1"),
        ("NGUYỄN THỊ HOA", "075 180 001 234", "01/01/1980", "Ấp 1"),
    )
    made: UUID = opened()
    assert said(plain(heads, *rows), made) == [(3, "OtherName", True), (4, "GivenTwice", True)]
    assert Listing.objects.count() == 0
