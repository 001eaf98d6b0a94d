"""The personal number says birthplace, sex and year of birth; doubts are told, not enforced."""

from datetime import date

import pytest

from dongvon.kernel.identity import BIRTHPLACES, Doubt, NotAPersonalNumber, Sex, doubts, read_number


def test_a_number_is_read_digit_by_digit():
    number = read_number("075 185 000123")
    assert (number.birthplace_code, number.sex, number.birth_year) == ("075", Sex.FEMALE, 1985)
    assert BIRTHPLACES[number.birthplace_code] == "Đồng Nai"
    assert number.masked == "••••••••0123"


@pytest.mark.parametrize(
    ("century", "sex", "year"), [("0", Sex.MALE, 1907), ("2", Sex.MALE, 2007), ("3", Sex.FEMALE, 2007)]
)
def test_the_century_digit_holds_the_sex(century: str, sex: Sex, year: int):
    number = read_number(f"070{century}07000001")
    assert (number.sex, number.birth_year) == (sex, year)


@pytest.mark.parametrize("text", ["27012345678", "0751850001234", "07518500012A", "", "٠٧٥١٨٥٠٠٠١٢٣"])
def test_other_shapes_are_refused(text: str):
    with pytest.raises(NotAPersonalNumber):
        read_number(text)


def test_sixty_three_provinces_of_birth():
    assert len(BIRTHPLACES) == 63


def test_doubts_are_told_together():
    number = read_number("003 2 95 000001")
    assert doubts(number, birth_year=1995, sex=Sex.FEMALE, on=date(2026, 1, 1)) == (
        Doubt.UNKNOWN_BIRTHPLACE,
        Doubt.OTHER_BIRTH_YEAR,
        Doubt.OTHER_SEX,
        Doubt.BORN_LATER,
    )


def test_what_is_unknown_is_not_doubted():
    assert doubts(read_number("075085000001")) == ()
