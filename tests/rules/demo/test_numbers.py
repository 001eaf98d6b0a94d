"""Invented personal numbers: shaped as the law says, the same each time, and no two alike."""

from dongvon.demo.numbers import drawn_number, told_number
from dongvon.kernel.identity import Sex, doubts, read_number


def test_a_number_says_what_its_bearer_is() -> None:
    """TT 59/2021: 1 is a woman born before 2000, 2 a man born after; two digits of the year follow."""
    assert drawn_number(0, birth_year=1978, sex="female") == "075178000000"
    assert drawn_number(1, birth_year=2003, sex="male") == "070203000000"
    assert told_number(3, birth_year=1985, sex="male") == "075085944813"
    for at in range(500):
        number = read_number(drawn_number(at, birth_year=1955 + at % 50, sex="female"))
        assert doubts(number, birth_year=1955 + at % 50, sex=Sex.FEMALE) == ()


def test_no_two_people_of_the_city_share_a_number() -> None:
    """213,140 households, all of one year and sex, are the worst that may be drawn."""
    drawn = {drawn_number(at, birth_year=1980, sex="male") for at in range(213_140)}
    told = {told_number(at, birth_year=1980, sex="male") for at in range(5_000)}
    assert (len(drawn), len(told), len(drawn & told)) == (213_140, 5_000, 0)
