"""What people leave between the lines of a list: notes, signatures, ditto marks, old fonts, lists on two sheets."""

import io
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from dongvon.domain.people.models import Household, Person
from dongvon.domain.people.queries.list_workbook import SeveralSheets, annotated, check_workbook
from tests.operations.people.community import TODAY, law
from tests.operations.people.test_import import bring, opened, said, take
from tests.operations.people.workbooks import plain
from tests.operations.units.city import build_city

pytestmark = pytest.mark.django_db

HEADS = ("Họ và tên", "Ngày sinh", "Nam/Nữ", "Số CCCD", "Ấp")


@pytest.fixture(autouse=True)
def _city() -> None:
    build_city()
    law()


def sheets(**named: list[tuple[Any, ...]]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for name, rows in named.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return file.getvalue()


def test_notes_and_signatures_are_nobody_and_are_told() -> None:
    """A remark in the middle is shown to be read; sums, the place and day, and who signs below are passed over."""
    rows = (
        ("Nguyễn Thị Hoa", "1980", "nữ", None, "Ấp 1"),
        ("Ghi chú: hộ này chuyển từ Ấp 2 sang ngày 03/10/2026",),
        (None, None, None, None, "theo đơn"),
        ("Cộng: 1 hộ", None, None, 1),
        (None, None, None, "Tân Triều, ngày 20 tháng 11 năm 2026"),
        ("Người lập biểu", None, None, "TM. UBND XÃ"),
        ("Nguyễn Văn Lập", None, None, "Trần Văn Chủ"),
    )
    assert said(plain(HEADS, *rows), opened()) == [
        (3, "TakenForNote", False),
        (4, "TakenForNote", False),
        (8, "TakenForNote", False),
    ]


def test_families_that_are_called_like_a_sum_or_a_village_are_people() -> None:
    rows = (("Tống Thị Lan", "1961", "nữ", None, "Ấp 1"), ("Lang Văn Bản", "1958", "nam", None, "Ấp 1"))
    take(bring(plain(HEADS, *rows), opened()))
    assert set(Person.objects.values_list("full_name", flat=True)) == {"Tống Thị Lan", "Lang Văn Bản"}
    four = (("Tống Thị Liên", "1961", "nữ"), ("Cộng", "2"))
    assert take(bring(sheets(**{"Ấp 4": [HEADS, *four]}), opened(year=2025))) == 1


def test_one_spelling_of_names_and_hamlets() -> None:
    rows = (
        ("TRẦN   VĂN\u00a0BA", "15.8.68", "Nam", "'075068001111", "KP 1"),
        ("K'BRỄU", "sn 1957", "Nam", None, "nt"),
        ("võ thị ẩn", 25569, "Nữ", None, "khu phố 1"),
    )
    take(bring(plain(HEADS, *rows), opened()))
    assert [(row.full_name, row.birth_year, row.hamlet) for row in Person.objects.order_by("birth_year")] == [
        ("K'Brễu", 1957, "Khu phố 1"),
        ("Trần Văn Ba", 1968, "Khu phố 1"),
        ("Võ Thị Ẩn", 1970, "Khu phố 1"),
    ]


def test_as_above_looks_past_a_row_without_a_hamlet() -> None:
    rows = (
        ("Lê An", "1957", "Nam", None, "Ấp 2"),
        ("Lê Ba", "1958", "Nam", None, None),
        ("Lê Tư", "1959", "Nam", None, "nt"),
    )
    assert said(plain(HEADS, *rows), opened()) == [(3, "HamletMissing", True)]


def test_a_name_left_in_an_old_font_is_told() -> None:
    """One cell was pasted from a file in TCVN3; its letters are all letters of some alphabet, or they are not."""
    rows = (("NguyÔn V¨n TÞnh", "1966", "nam", None, "Ấp 1"), ("Lª ThÞ Hoa", "1970", "nữ", None, "Ấp 1"))
    assert said(plain(HEADS, *rows), opened()) == [(2, "NameStrange", True), (3, "NameStrange", False)]


def test_old_names_under_heads_that_were_typed_anew() -> None:
    rows = tuple(
        (name, 1980 + at, "nam", None, "Êp 1")
        for at, name in enumerate(("NguyÔn ThÞ Hång", "Lª ThÞ §µo", "TrÇn ThÞ Sµnh"))
    )
    checked = check_workbook(plain(HEADS, *rows), file_name="x.xlsx", list_id=opened(), on=TODAY)
    assert [row.name for row in checked.rows] == ["Nguyễn Thị Hồng", "Lê Thị Đào", "Trần Thị Sành"]


def test_a_workbook_with_lists_on_two_sheets_asks_which() -> None:
    """Hamlet by hamlet, or the poor and the near-poor: nobody is left out, nobody gets in, without being asked."""
    made = opened()
    book = sheets(
        **{
            "Bìa": [("DANH SÁCH",)],
            "Ấp 1": [HEADS[:3], ("Nguyễn Thị Hoa", "1980", "nữ")],
            "Ấp 2": [HEADS[:3], ("Lê Văn Tùng", "1975", "nam")],
            "Nháp": [HEADS[:3]],
        }
    )
    with pytest.raises(SeveralSheets, match="Ấp 1, Ấp 2"):
        check_workbook(book, file_name="x.xlsx", list_id=made, on=TODAY)
    for sheet in ("ấp 1", "Ấp 2"):
        assert take(bring(book, made, sheet=sheet)) == 1
    assert set(Household.objects.values_list("hamlet", flat=True)) == {"Ấp 1", "Ấp 2"}
    assert take(bring(book, made, sheet="Ấp 1")) == 0


def test_hamlets_that_stand_on_their_own_lines_come_back_with_the_marked_list() -> None:
    """The whole table goes back, so that what is sent in again needs nothing that was not in it."""
    made = opened()
    rows = [("STT", *HEADS[:3]), ("I", "Ấp 5"), (1, "Lê Thị Sáu", "31/02/1980", "nữ"), (2, "Lê Thị Bảy", "1981", "nữ")]
    book = sheets(DS=rows)
    checked = check_workbook(book, file_name="x.xlsx", list_id=made, on=TODAY)
    marked = openpyxl.load_workbook(io.BytesIO(annotated(checked)))
    sheet = marked.active
    assert sheet is not None
    assert (sheet.title, sheet["D3"].value) == ("DS", "31/02/1980")
    sheet["D3"].value = "28/02/1980"
    again = io.BytesIO()
    marked.save(again)
    assert take(bring(again.getvalue(), made)) == 2
    assert set(Household.objects.values_list("hamlet", flat=True)) == {"Ấp 5"}
