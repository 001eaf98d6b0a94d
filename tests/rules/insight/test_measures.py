"""Measures name what they are counted over; a percentage is rounded half-up, and of nothing there is none."""

from decimal import Decimal

import pytest

from dongvon.domain.insight.vocabulary import MEASURES, percent


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(1, 8, "12.50"), (1, 3, "33.33"), (2, 3, "66.67"), (1, 20_000, "0.01"), (-1, 4, "-25.00"), (0, 5, "0.00")],
)
def test_percent(part: int, whole: int, expected: str) -> None:
    assert percent(part, whole) == Decimal(expected)


def test_of_nothing_there_is_no_percentage() -> None:
    assert percent(5, 0) is None


def test_shares_of_capital_and_of_debt_have_denominators_of_their_own() -> None:
    over = {each.code: each.denominator for each in MEASURES if each.code.startswith("local_of")}
    assert len(set(over.values())) == len(over) == 3


def test_every_ratio_says_what_it_is_counted_over() -> None:
    for each in MEASURES:
        assert bool(each.denominator) == (each.code not in {"outstanding", "arrears", "turnover"})
        assert each.definition.endswith(".")
