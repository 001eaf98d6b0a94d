"""Headers are known by many names, in any order, over one line or two, on whichever sheet."""

from typing import Any

import pytest

from dongvon.domain.lending.rules.portfolio.fields import FIELDS
from dongvon.domain.lending.rules.portfolio.headers import (
    PORTFOLIO,
    ColumnsMissing,
    ColumnTwice,
    NoHeader,
    found_header,
    letters,
    position,
)

NEEDED = [field.header for field in FIELDS if field.needed] + ["Mã xã"]


def _sheet(*rows: list[Any]) -> list[tuple[int, list[Any]]]:
    return list(enumerate(rows, start=1))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("DƯ NỢ TRONG HẠN", "in_term"),
        ("du no trong han", "in_term"),
        ("Số CCCD", "personal_number"),
        ("Mã tổ TK&VV", "group_code"),
        ("  Họ   và tên ", "full_name"),
        ("Ngày đến hạn", "contractual_on"),
        ("Ngày đến hạn theo GDXA", "session_on"),
        ("Ghi chú", None),
    ],
)
def test_headers_are_known_by_their_names(words: str, key: str | None) -> None:
    assert PORTFOLIO.key_of(words) == key


def test_the_order_of_columns_does_not_matter() -> None:
    header = found_header({"": _sheet(list(reversed(NEEDED)))})
    assert header.columns["unit_code"] == NEEDED[::-1].index("Mã PGD")


def test_a_merged_header_over_two_lines_below_a_title() -> None:
    above = [*NEEDED, "Dư nợ", None, None, "Lãi tồn", None]
    below = [None] * len(NEEDED) + ["Trong hạn", "Quá hạn", "Khoanh", "Trong hạn", "Quá hạn"]
    header = found_header({"Bìa": _sheet(["Báo cáo"]), "Số liệu": _sheet(["DANH MỤC"], [], above, below)})
    assert (header.sheet, header.line) == ("Số liệu", 4)
    start = len(NEEDED)
    wanted = ("in_term", "overdue", "frozen", "owed_in_term", "owed_overdue")
    assert [header.columns[key] for key in wanted] == list(range(start, start + 5))


def test_what_nobody_knows_is_told() -> None:
    assert found_header({"": _sheet([*NEEDED, "Ghi chú"])}).unknown == ("Ghi chú",)


def test_a_sheet_without_header_is_refused() -> None:
    with pytest.raises(NoHeader):
        found_header({"": _sheet(["Tôi", "là", "bảng", "khác"])})


def test_missing_columns_are_named() -> None:
    with pytest.raises(ColumnsMissing) as told:
        found_header({"": _sheet([name for name in NEEDED if name != "Nguồn vốn"])})
    assert "“Nguồn vốn”" in str(told.value)


def test_two_columns_of_one_meaning_are_refused() -> None:
    with pytest.raises(ColumnTwice):
        found_header({"": _sheet([*NEEDED, "Tên khách hàng"])})


def test_letters_and_positions_name_each_other() -> None:
    assert [letters(at) for at in (0, 25, 26, 51, 701)] == ["A", "Z", "AA", "AZ", "ZZ"]
    assert [position(name) for name in ("A", "Z", "AA", "ZZ")] == [0, 25, 26, 701]
