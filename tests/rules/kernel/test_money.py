"""Whole đồng: splitting loses none, and words say the same as figures."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.kernel.money import amount_in_words, equal_parts, format_dong, half_up, number_in_words, shares

amounts = st.integers(min_value=0, max_value=10**15)


@pytest.mark.parametrize(
    ("total", "parts"),
    [  # golden vector D4: 40 million by the transaction office's code, the other two by the same rule
        (40_000_000, (13_300_000, 13_300_000, 13_400_000)),
        (50_000_000, (16_600_000, 16_600_000, 16_800_000)),
        (100_000_000, (33_300_000, 33_300_000, 33_400_000)),
    ],
)
def test_parts_are_floored_and_the_last_takes_the_rest(total: int, parts: tuple[int, ...]):
    assert equal_parts(total, count=3, floor_to=100_000) == parts


def test_without_a_floor_parts_are_rounded_half_up():
    assert equal_parts(100, count=3) == (33, 33, 34)
    assert equal_parts(5, count=2) == (3, 2)
    assert equal_parts(3, count=5) == (1, 1, 1, 0, 0)


@given(amounts, st.integers(1, 400), st.sampled_from([0, 1, 1_000, 100_000]))
def test_equal_parts_lose_nothing(total: int, count: int, floor_to: int):
    parts = equal_parts(total, count=count, floor_to=floor_to)
    assert (sum(parts), len(parts)) == (total, count)
    assert min(parts) >= 0


@given(st.integers(-(10**15), 10**15), st.lists(st.integers(0, 1000), min_size=1).filter(any))
def test_shares_lose_nothing_and_stay_within_one(total: int, weights: list[int]):
    found = shares(total, weights=weights)
    assert sum(found) == total
    exact = [Fraction(total * weight, sum(weights)) for weight in weights]
    assert all(abs(one - other) < 1 for one, other in zip(found, exact, strict=True))


def test_the_commune_share_of_the_fee_split():
    # golden vector F: 4.5, 9, 84 and 2.5 % of 384,000
    percents = [Fraction("4.5"), Fraction(9), Fraction(84), Fraction("2.5")]
    assert shares(384_000, weights=percents) == (17_280, 34_560, 322_560, 9_600)


@pytest.mark.parametrize(("exact", "whole"), [("0.5", 1), ("0.49", 0), ("243835.616", 243_836), ("-0.5", -1)])
def test_a_half_goes_away_from_zero(exact: str, whole: int):
    assert half_up(Fraction(exact)) == whole


def test_thousands_are_parted_by_dots():
    assert format_dong(1_234_567) == "1.234.567"
    assert format_dong(-50_000) == "-50.000"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (111, "một trăm mười một"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_000_005, "một triệu không trăm linh năm"),
        (1_205_000_000, "một tỷ hai trăm linh năm triệu"),
        (21_000_001_000, "hai mươi mốt tỷ không trăm linh một nghìn"),
        (13_219_326_000_000, "mười ba nghìn hai trăm mười chín tỷ ba trăm hai mươi sáu triệu"),
        (10**18, "một tỷ tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_numbers_are_read_as_people_read_them(number: int, words: str):
    assert number_in_words(number) == words


def test_the_line_in_words_of_a_paper():
    assert amount_in_words(1_205_000_000) == "Một tỷ hai trăm linh năm triệu đồng"
    assert amount_in_words(105, tens="lẻ") == "Một trăm lẻ năm đồng"


@given(amounts)
def test_words_round_trip(number: int):
    assert _heard(number_in_words(number)) == number


_ONES = {
    word: value
    for value, words in enumerate(
        ["không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín", "mười"]
    )
    for word in words.split()
}


def _heard(words: str) -> int:
    """What a listener writes down, word by word."""
    total = group = 0
    digit = 0
    for word in words.split():
        if word in _ONES:
            group, digit = group + _ONES[word], _ONES[word]
        elif word in {"trăm", "mươi"}:
            group += digit * (99 if word == "trăm" else 9)
        elif word in {"nghìn", "triệu"}:
            total, group = total + group * (1_000 if word == "nghìn" else 1_000_000), 0
        elif word == "tỷ":
            total, group = (total + group) * 10**9, 0
    return total + group
