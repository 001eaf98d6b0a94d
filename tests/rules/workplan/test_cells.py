"""Cells: numbers as people in Vietnam, spreadsheets and careless typists write them."""

from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.workplan.rules.cells import (
    BothGiven,
    Negative,
    NotReadable,
    NotWhole,
    ReasonMissing,
    SlotShape,
    TooFine,
    TooLarge,
    read_cell,
    read_number,
    shown,
)
from dongvon.domain.workplan.vocabulary import Filled
from dongvon.kernel.text import format_number


def slot(kind: str = "decimal", multiplier: int = 1) -> SlotShape:
    return SlotShape(
        id=UUID(int=7),
        code="3d.von",
        name="Vốn ủy thác",
        kind=kind,
        unit_of_measure="triệu đồng",
        multiplier=multiplier,
    )


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1.234,5", "1234.5"),
        ("1.234", "1234"),
        ("1.234.567", "1234567"),
        ("1234,5", "1234.5"),
        ("12.5", "12.5"),
        ("1.2345", "1.2345"),
        ("1,234,567", "1234567"),
        ("1,234.5", "1234.5"),
        ("1,234", "1.234"),
        (" 1 234 567 ", "1234567"),
        ("\u00a01\u00a0234,5\u00a0", "1234.5"),
        ("(5)", "-5"),
        ("−5,25", "-5.25"),
        ("+7", "7"),
        ("12,5%", "12.5"),
        ("'0042", "42"),
        (42.0, "42"),
        (0.1 + 0.2, "0.3"),
        (7, "7"),
    ],
)
def test_one_reading_for_each_writing(cell: object, number: str) -> None:
    assert read_number(cell) == Decimal(number)


@pytest.mark.parametrize("cell", ["12 hộ", "1.23.456", "1,2,3", "--5", "5-", "NaN", "1e5", "năm", True, float("nan")])
def test_what_is_no_number_is_refused(cell: object) -> None:
    with pytest.raises(NotReadable):
        read_number(cell)


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=4, allow_nan=False, allow_infinity=False))
def test_what_the_program_writes_it_reads(number: Decimal) -> None:
    assert read_number(format_number(number)) == number


@given(st.integers(-(10**14), 10**14), st.sampled_from([1, 1_000, 1_000_000]))
def test_money_survives_the_unit_of_the_form(amount: int, multiplier: int) -> None:
    written = shown(Decimal(amount), multiplier=multiplier)
    assert read_cell(written, slot=slot("money", multiplier)).value == amount


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_cell(text, slot=slot())
    except (NotReadable, ReasonMissing, TooFine, TooLarge):
        return


def test_an_empty_pair_empties_the_slot() -> None:
    assert read_cell("  ", reason=None, slot=slot()) == Filled(slot=UUID(int=7))


def test_millions_become_dong() -> None:
    assert read_cell("1.500,5", slot=slot("money", 1_000_000)).value == 1_500_500_000


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("không có số liệu", "chưa đến kỳ chốt"),
        ("Không có số liệu: chưa đến kỳ chốt", None),
        ("KSL", "chưa đến kỳ chốt"),
        ("", "chưa đến kỳ chốt"),
        (None, "chưa đến kỳ chốt"),
    ],
)
def test_no_data_with_its_reason(cell: str | None, reason: str | None) -> None:
    assert read_cell(cell, reason=reason, slot=slot()) == Filled(slot=UUID(int=7), no_data_reason="chưa đến kỳ chốt")


def test_a_number_with_a_reason_why_there_is_none_is_refused() -> None:
    """Which of the two is meant only the writer knows; neither is dropped in silence."""
    with pytest.raises(BothGiven, match="4"):
        read_cell("4", reason="chưa đến kỳ chốt", slot=slot())
    assert read_cell("4", reason="  ", slot=slot()).value == 4


@pytest.mark.parametrize(("cell", "reason"), [("không có số liệu", ""), ("ksl", None), ("", "không có số liệu")])
def test_no_data_without_a_reason_is_refused(cell: str, reason: str | None) -> None:
    with pytest.raises(ReasonMissing):
        read_cell(cell, reason=reason, slot=slot())


@pytest.mark.parametrize(
    ("cell", "kind", "multiplier", "refusal"),
    [
        ("1,5", "count", 1, NotWhole),
        ("1,234", "count", 1, NotWhole),
        ("-3", "count", 1, Negative),
        ("0,0000005", "money", 1_000_000, NotWhole),
        ("1,23456", "percent", 1, TooFine),
        ("99999999999999999999999", "decimal", 1, TooLarge),
    ],
)
def test_the_kind_of_a_slot_binds(cell: str, kind: str, multiplier: int, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        read_cell(cell, slot=slot(kind, multiplier))


def test_a_comma_in_a_count_is_explained() -> None:
    with pytest.raises(NotWhole) as refused:
        read_cell("1,234", slot=slot("count"))
    assert "“1,234” được đọc là 1,234" in str(refused.value)
    assert "phải là số nguyên" in str(refused.value)
