"""Interest line by line, and windows in which the rate is another."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.lending.rules.interest import (
    Movement,
    NoRateYet,
    RateStep,
    accrued,
    balance_on,
    changed_within,
    rate_on,
    stretches,
    without_interest,
)
from dongvon.kernel.money import half_up
from dongvon.kernel.rates import Rate

START = date(2021, 1, 1)
POOR = (RateStep(date(2015, 6, 5), Rate.of("6.6")), RateStep(date(2025, 12, 1), Rate.of("6.24")))


def test_each_line_has_one_balance_and_one_rate():
    lines = stretches(
        [Movement(date(2025, 11, 10), 50_000_000), Movement(date(2025, 12, 5), -10_000_000)],
        rates=POOR,
        from_on=date(2025, 11, 10),
        until_on=date(2025, 12, 10),
    )
    assert [(each.days, each.balance, str(each.rate)) for each in lines] == [
        (21, 50_000_000, "6.6"),
        (4, 50_000_000, "6.24"),
        (5, 40_000_000, "6.24"),
    ]


def test_a_day_before_the_first_rate_is_refused():
    with pytest.raises(NoRateYet):
        accrued([Movement(START, 1)], rates=POOR[1:], from_on=START, until_on=date(2026, 1, 1))


def test_ninety_percent_of_every_rate_for_three_months():
    # The temporary cut of 01/10–31/12/2021: 6.6 % became 5.94 %
    cut = changed_within(POOR, from_on=date(2021, 10, 1), until_on=date(2022, 1, 1), change=lambda rate: rate.times(90))
    days = [date(2021, 9, 30), date(2021, 10, 1), date(2021, 12, 31), date(2022, 1, 1), date(2025, 12, 1)]
    assert [str(rate_on(cut, each)) for each in days] == ["6.6", "5.94", "5.94", "6.6", "6.24"]


def test_a_frozen_debt_earns_nothing_while_frozen():
    frozen = without_interest(POOR, from_on=date(2025, 11, 20), until_on=date(2025, 12, 5))
    found = accrued(
        [Movement(date(2025, 11, 10), 50_000_000)],
        rates=frozen,
        from_on=date(2025, 11, 10),
        until_on=date(2025, 12, 10),
    )
    # ten days at 6.6 % and five at 6.24 %
    assert half_up(found) == 90_411 + 42_740


def test_a_window_that_begins_before_every_rate():
    later = changed_within(POOR[1:], from_on=START, until_on=date(2026, 1, 1), change=lambda rate: rate.less(2))
    assert [(each.from_on, str(each.rate)) for each in later] == [
        (date(2025, 12, 1), "4.24"),
        (date(2026, 1, 1), "6.24"),
    ]


offsets = st.integers(0, 700)


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Movement], list[RateStep]]:
    moved = [Movement(START, 10**9)]
    moved += [
        Movement(START + timedelta(days=at), amount)
        for at, amount in draw(st.lists(st.tuples(offsets, st.integers(-(10**8), 10**8)), max_size=6))
    ]
    rates = [RateStep(START, Rate.of("6.6"))]
    rates += [
        RateStep(START + timedelta(days=at), Rate(Fraction(percent, 10_000)))
        for at, percent in draw(st.lists(st.tuples(offsets, st.integers(0, 200_000)), max_size=4))
        if at
    ]
    return moved, rates


@given(histories(), offsets, offsets, offsets)
def test_interest_adds_up_over_days(history: tuple[list[Movement], list[RateStep]], a: int, b: int, c: int):
    moved, rates = history
    first, middle, last = (START + timedelta(days=each) for each in sorted((a, b, c)))
    whole = accrued(moved, rates=rates, from_on=first, until_on=last)
    parts = accrued(moved, rates=rates, from_on=first, until_on=middle)
    assert whole == parts + accrued(moved, rates=rates, from_on=middle, until_on=last)


@given(histories(), st.integers(0, 60), st.integers(0, 60))
def test_interest_is_the_sum_of_its_days(history: tuple[list[Movement], list[RateStep]], a: int, days: int):
    moved, rates = history
    first = START + timedelta(days=a)
    each_day = [first + timedelta(days=at) for at in range(days)]
    by_day = sum((balance_on(moved, on) * rate_on(rates, on).percent for on in each_day), Fraction(0)) / 36_500
    assert accrued(moved, rates=rates, from_on=first, until_on=first + timedelta(days=days)) == by_day
