"""What components work out by themselves: days left, words changed, pages, order."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.http import QueryDict
from django.utils import translation

from dongvon.interfaces.web.components.forms import ErrorSummary, Field
from dongvon.interfaces.web.components.matrix import STATES, MatrixCell
from dongvon.interfaces.web.components.reading import compared
from dongvon.interfaces.web.components.status import Badge, Deadline
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Sorting, Table
from dongvon.interfaces.web.components.values import day_in_words, moment_shown, money_shown, number_shown, shown
from dongvon.interfaces.web.components.wayfinding import Pager

TODAY = date(2026, 12, 10)


@pytest.fixture(autouse=True)
def vietnamese() -> object:
    with translation.override("vi"):
        yield


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 12, 10), "hết hôm nay"),
        (date(2026, 12, 9), "quá hạn 1 ngày"),
        (date(2026, 12, 17), "còn 7 ngày"),
    ],
)
def test_a_deadline_counts_days(due: date, words: str) -> None:
    assert words in str(Deadline(due, on=TODAY))


def test_before_the_15th_ends_on_the_14th() -> None:
    midnight_in_vietnam = datetime(2026, 12, 14, 17, 0, tzinfo=UTC)
    drawn = str(Deadline(midnight_in_vietnam, on=TODAY))
    assert "14/12/2026" in drawn
    assert "còn 4 ngày" in drawn


def test_what_is_done_is_not_late() -> None:
    drawn = str(Deadline(date(2026, 12, 1), on=TODAY, done=True))
    assert "tone-good" in drawn
    assert "quá hạn" not in drawn


def test_a_difference_keeps_every_word() -> None:
    before, after = "Đã mở 4 lớp cho 180 tổ trưởng", "Đã mở 6 lớp cho tổ trưởng và cán bộ"
    pieces = compared(before, after=after)
    assert "".join(words for kind, words in pieces if kind != "added") == before
    assert "".join(words for kind, words in pieces if kind != "removed") == after
    assert ("removed", "4 ") in pieces
    assert ("added", "6 ") in pieces


@pytest.mark.parametrize(
    ("page", "pages", "numbers"),
    [
        (1, 1, [1]),
        (1, 2, [1, 2]),
        (7, 23, [1, None, 6, 7, 8, None, 23]),
        (2, 4, [1, 2, 3, 4]),
        (23, 23, [1, None, 22, 23]),
    ],
)
def test_a_pager_shows_ends_and_neighbours(page: int, pages: int, numbers: list[int | None]) -> None:
    assert [number for number, _ in Pager(page, pages=pages).extras()["steps"]] == numbers


def test_a_pager_keeps_the_filters() -> None:
    assert Pager(1, pages=2, query="ky=2026&trang=1").address(2) == "?ky=2026&trang=2"


def test_a_list_is_sorted_by_what_is_allowed_only() -> None:
    asked = Sorting.asked(QueryDict("sap_xep=-han&ky=2026"), allowed={"han", "don_vi"}, default="don_vi")
    assert (asked.by, asked.descending, asked.state("han")) == ("han", True, "descending")
    assert asked.address("han") == "?ky=2026&sap_xep=han"
    forged = Sorting.asked(QueryDict("sap_xep=password"), allowed={"han"}, default="han")
    assert forged.by == "han"


def test_a_table_without_rows_says_why() -> None:
    drawn = str(Table("Đơn vị", columns=(Column("Tên"),), rows=(), empty=Empty("Chưa có đơn vị")))
    assert "Chưa có đơn vị" in drawn
    assert "<table" not in drawn


def test_a_row_of_another_width_fails_at_once() -> None:
    with pytest.raises(ValueError, match="zip"):
        str(Table("Đơn vị", columns=(Column("Tên"),), rows=(("A", "B"),), empty=Empty("Không")))


def test_words_of_a_table_are_words_and_never_markup() -> None:
    column = Column("Số {tiền} & <lãi>", kind="number")
    rows = (("{0}",), ("<b>",), (Badge("Quá hạn", tone="bad"),), (None,))
    drawn = str(Table("Đơn vị", columns=(column,), rows=rows, foot=("",), empty=Empty("Không")))
    head = '<td class="number" data-label="Số {tiền} &amp; &lt;lãi&gt;">'
    nothing = '<span class="none">–</span></td>'  # a card leaves it out
    for cell in ("{0}", "&lt;b&gt;", '<span class="badge tone-bad">', nothing, "</td></tr>\n        </tfoot>"):
        assert head + cell in drawn


def test_states_of_the_matrix_are_told_by_signs_and_words() -> None:
    signs = [sign for _, sign, _ in STATES.values()]
    assert len(set(signs)) == len(signs)
    assert "Trấn Biên, 2026: Quá hạn" in str(MatrixCell("overdue", about="Trấn Biên, 2026"))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1234567, "1.234.567"),
        (1234567.89, "1.234.567,89"),
        (0.31, "0,31"),
        (-5000, "-5.000"),
        (100, "100"),
        (None, "–"),
        (date(2026, 11, 4), "04/11/2026"),
        (datetime(2026, 11, 24, 0, 5, tzinfo=UTC), "24/11/2026 07:05"),
        ("chữ", "chữ"),
        (True, True),
    ],
)
def test_values_look_vietnamese(value: object, words: object) -> None:
    assert shown(value) == words


def test_named_forms_of_values() -> None:
    assert number_shown(1500) == "1.500"
    assert number_shown(9_007_199_254_740_993) == "9.007.199.254.740.993"
    assert money_shown(50_000_000) == "50.000.000\u00a0đ"
    assert moment_shown(None) == "–"
    assert day_in_words(date(2026, 11, 24)) == "Thứ Ba, 24/11/2026"


class VisitForm(forms.Form):
    on = forms.DateField(label="Ngày", localize=True)
    amount = forms.DecimalField(label="Số tiền", localize=True)
    note = forms.CharField(label="Ghi chú", required=False)


def test_people_type_dates_and_numbers_the_vietnamese_way() -> None:
    form = VisitForm({"on": "05/12/2026", "amount": "1.234.567,5"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["on"] == date(2026, 12, 5)
    assert str(form.cleaned_data["amount"]) == "1234567.5"


def test_a_wrong_field_is_tied_to_its_words() -> None:
    form = VisitForm({"on": "31/02/2026", "amount": "1"})
    drawn = str(Field(form["on"], hint="Dạng 15/12/2026."))
    assert 'aria-describedby="id_on-hint id_on-error"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'id="id_on-error"' in drawn
    assert '<a href="#id_on">Ngày: ' in str(ErrorSummary(form))


def test_only_what_may_be_left_out_says_so() -> None:
    form = VisitForm()
    assert "không bắt buộc" in str(Field(form["note"]))
    assert "không bắt buộc" not in str(Field(form["on"]))
