"""Vietnamese text: spelling, searching, sorting, numbers and dates."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.kernel.text import (
    NotANumber,
    clean,
    fold,
    format_number,
    name_sort_key,
    parse_number,
    place_tones,
    same_name,
)


def test_text_is_composed_and_trimmed():
    assert clean(unicodedata.normalize("NFD", "  Tân\u00a0 Triều ")) == "Tân Triều"


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("Hoà", "Hòa"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("khoẻ", "khỏe"),
        ("thuỷ", "thủy"),
        ("Uỷ ban", "Ủy ban"),
        ("hoạ", "họa"),
        ("qúy", "quý"),
        ("quý", "quý"),
        ("hoàn", "hoàn"),
        ("quả", "quả"),
        ("huỵch", "huỵch"),
        ("già", "già"),
    ],
)
def test_tones_stand_where_official_names_put_them(written: str, official: str):
    assert place_tones(written) == official


def test_search_drops_accents_but_names_do_not():
    assert fold("Xuân  Hoà, ĐỒNG NAI") == "xuan hoa, dong nai"
    assert same_name("xuân  hoà", "Xuân Hòa")
    assert not same_name("Lộc Thành", "Lộc Thạnh")


def test_people_are_listed_by_given_name():
    expected = [
        "Bùi Thị Ái",
        "Lê Văn An",
        "Lê Vân An",
        "Nguyễn An",
        "Lê Văn Ân",
        "Du",
        "Trần Văn Dũng",
        "Đỗ Thị Đào",
        "An Hoa",
        "Nguyễn Văn Hoa",
        "Lê Hoà",
        "Trần Thị Hòa",
        "Nguyễn Thị Hóa",
        "Hoài",
    ]
    shuffled = expected[::-2] + expected[-2::-2]
    assert sorted(shuffled, key=name_sort_key) == expected


def test_a_shorter_surname_comes_first():
    assert name_sort_key("Lê An") < name_sort_key("Lê Thị An") < name_sort_key("Lên An")


def test_numbers_are_written_with_dots_and_a_comma():
    assert format_number(Decimal("1234567.89")) == "1.234.567,89"
    assert format_number(Decimal("-1234.5"), decimals=2) == "-1.234,50"
    assert format_number(1_234_567) == "1.234.567"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_numbers_round_trip(number: Decimal):
    assert parse_number(format_number(number)) == number


@pytest.mark.parametrize("given_text", ["", "1,234,567", "1.23", "12.3456", "năm", "1e6", "NaN", "12 34", "١٢"])
def test_other_numbers_are_refused(given_text: str):
    with pytest.raises(NotANumber):
        parse_number(given_text)
