"""What people type into lists: births in any style, numbers without their zeros; and how somebody came there."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.people.rules.births import shown
from dongvon.domain.people.rules.changes import Past, origin_of
from dongvon.domain.people.rules.given import read_birth, read_personal_number, read_sex
from dongvon.domain.people.rules.registry_files import request_file
from dongvon.domain.people.vocabulary import ListKind, RegistryField, RegistryLine
from dongvon.kernel.identity import NotAPersonalNumber
from dongvon.kernel.ids import new_id

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "birth"),
    [
        ("03/02/1980", (1980, 2, 3)),
        ("3-2-80", (1980, 2, 3)),
        ("3.2.1980", (1980, 2, 3)),
        ("1980-02-03", (1980, 2, 3)),
        ("ngày 3 tháng 2 năm 1980", (1980, 2, 3)),
        (date(1980, 2, 3), (1980, 2, 3)),
        (29254, (1980, 2, 3)),  # the serial number of 03/02/1980 in a worksheet
        ("02/1980", (1980, 2, None)),
        (1980, (1980, None, None)),
        ("1980", (1980, None, None)),
        (1980.0, (1980, None, None)),
        ("5/6/20", (2020, 6, 5)),
        ("5/6/27", (1927, 6, 5)),
        ("31/02/1980", None),
        ("01/01/2027", None),
        ("khoảng 1980", None),
        ("", None),
        (80, None),
    ],
)
def test_births_in_any_style(typed: object, birth: object) -> None:
    assert read_birth(typed, on=TODAY) == birth


@given(st.dates(min_value=date(1900, 1, 1), max_value=TODAY))
def test_what_is_shown_is_read_again(day: date) -> None:
    whole = shown(year=day.year, month=day.month, day=day.day)
    assert read_birth(whole, on=TODAY) == (day.year, day.month, day.day)
    assert read_birth(day.isoformat(), on=TODAY) == (day.year, day.month, day.day)


def test_zeros_that_excel_ate_are_put_back() -> None:
    for typed, digits in (
        (75180001234, "075180001234"),
        (1180001234, "001180001234"),
        ("0751 8000 1234", "075180001234"),
    ):
        read, mended = read_personal_number(typed)
        assert read is not None
        assert (read.digits, mended) == (digits, not isinstance(typed, str))
    assert read_personal_number("271234567") == (None, False)
    assert read_personal_number("") == (None, False)
    for wrong in ("12345", "0751800012345", "O75180001234"):
        with pytest.raises(NotAPersonalNumber):
            read_personal_number(wrong)


@given(st.integers(min_value=1, max_value=99), st.integers(min_value=0, max_value=999_999))
def test_a_number_survives_being_typed_as_a_number(place: int, rest: int) -> None:
    digits = f"{place:03d}180{rest:06d}"
    read, _ = read_personal_number(int(digits))
    assert read is not None
    assert read.digits == digits


def test_sexes() -> None:
    assert [read_sex(word) for word in ("Nam", "NỮ", "nu", "gái", "x")] == ["male", "female", "female", "female", None]


def past(kind: ListKind, *, holds: bool = True, same_place: bool = True, moved_away: bool = False) -> Past:
    return Past(kind=kind, holds=holds, same_place=same_place, moved_away=moved_away)


POOR, NEAR, ESCAPED = ListKind.POOR, ListKind.NEAR_POOR, ListKind.ESCAPED


@pytest.mark.parametrize(
    ("kind", "before", "origin"),
    [
        (POOR, [], "found_new"),
        (POOR, [past(POOR)], "kept"),
        (POOR, [past(POOR, same_place=False)], "moved_in"),
        (POOR, [past(NEAR)], "changed"),
        (NEAR, [past(POOR)], "changed"),
        (POOR, [past(POOR, holds=False)], "fell_back"),
        (POOR, [past(ESCAPED)], "fell_back"),
        (POOR, [past(ESCAPED, holds=False)], "found_new"),
        (ESCAPED, [past(POOR)], "escaped"),
        (ESCAPED, [past(ESCAPED, holds=False, same_place=False, moved_away=True)], "moved_in"),
        (ESCAPED, [past(ESCAPED, holds=False, same_place=False, moved_away=True), past(POOR)], "escaped"),
        (ListKind.STUDENT, [past(POOR)], "found_new"),
        (POOR, [past(POOR, holds=False, same_place=False, moved_away=True)], "moved_in"),
        (POOR, [past(POOR, holds=False, moved_away=True)], "fell_back"),
        (NEAR, [past(POOR, holds=False, same_place=False, moved_away=True)], "found_new"),
    ],
)
def test_how_somebody_came_onto_a_list(kind: ListKind, before: list[Past], origin: str) -> None:
    assert origin_of(kind, before) == origin


def test_a_request_asks_for_no_more_than_was_chosen() -> None:
    line = RegistryLine(line=1, number="075180001234", full_name="Nguyễn Thị Hoa", birth="1980")
    file = request_file(new_id(), [line], [RegistryField.RESIDENCE]).decode("utf-8-sig")
    assert file.splitlines()[1].endswith("Nguyễn Thị Hoa,1980,residence")


def test_a_name_in_a_request_is_never_computed_by_a_spreadsheet() -> None:
    """Commas and quotes are the writer's affair; a formula is ours."""
    names = ("=1+1", "+84", "@x", 'Nguyễn "Hoa", bà')
    lines = [RegistryLine(line=1, number="075180001234", full_name=name, birth="1980") for name in names]
    file = request_file(new_id(), lines, []).decode("utf-8-sig")
    told = [row["ho_ten"] for row in csv.DictReader(io.StringIO(file))]
    assert told == ["'=1+1", "'+84", "'@x", 'Nguyễn "Hoa", bà']
