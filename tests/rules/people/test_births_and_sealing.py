"""Partial birth dates, and personal numbers that are kept sealed."""

from datetime import date

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.people.rules.births import is_possible, shown
from dongvon.domain.people.rules.sealing import Sealing

TODAY = date(2026, 11, 24)
KEY, OTHER = b"k" * 32, b"o" * 32
NUMBERS = st.text(alphabet="0123456789", min_size=12, max_size=12)


@pytest.mark.parametrize(
    ("year", "month", "day", "possible"),
    [
        (1980, None, None, True),
        (1980, 2, 29, True),
        (1981, 2, 29, False),
        (1980, 13, None, False),
        (1980, None, 5, False),
        (1899, None, None, False),
        (2026, 11, 24, True),
        (2026, 11, 25, False),
        (2027, None, None, False),
    ],
)
def test_possible_births(year: int, month: int | None, day: int | None, possible: bool) -> None:
    assert is_possible(year=year, month=month, day=day, on=TODAY) is possible


def test_births_are_shown_as_far_as_known() -> None:
    assert shown(year=1980, month=None, day=None) == "1980"
    assert shown(year=1980, month=3, day=None) == "03/1980"
    assert shown(year=1980, month=3, day=7) == "07/03/1980"


@given(NUMBERS)
def test_only_the_right_key_opens(digits: str) -> None:
    packed = Sealing(KEY).sealed(digits)
    assert Sealing(KEY).unsealed(packed) == digits
    assert digits.encode() not in packed
    with pytest.raises(InvalidTag):
        Sealing(OTHER).unsealed(packed)


@given(NUMBERS, NUMBERS)
def test_marks_are_equal_exactly_for_equal_numbers_under_one_key(left: str, right: str) -> None:
    mine, others = Sealing(KEY), Sealing(OTHER)
    assert (mine.finding_mark(left) == mine.finding_mark(right)) == (left == right)
    assert mine.finding_mark(left) != others.finding_mark(left)
