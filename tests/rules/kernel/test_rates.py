"""Rates stay exact, and interest is the same however often it is posted."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dongvon.kernel.money import half_up
from dongvon.kernel.rates import Rate, days_between, interest, posting


@pytest.mark.parametrize(
    ("base", "percent", "expected"),
    [  # golden vectors B
        ("6.24", "120", "7.488"),
        ("6.24", "125", "7.8"),
        ("6.24", "127", "7.9248"),
        ("6.24", "50", "3.12"),
        ("7.488", "50", "3.744"),
        ("6.6", "120", "7.92"),
        ("6.6", "125", "8.25"),
        ("6.6", "127", "8.382"),
        ("6.6", "50", "3.3"),
        ("7.92", "50", "3.96"),
        ("6.24", "130", "8.112"),
        ("7.488", "130", "9.7344"),
        ("7.9248", "130", "10.30224"),
        ("7.8", "130", "10.14"),
        ("8.4", "130", "10.92"),
        ("5.4", "130", "7.02"),
        ("4.8", "130", "6.24"),
    ],
)
def test_multiples_of_a_rate_are_exact(base: str, percent: str, expected: str):
    found = Rate.of(base).times(percent)
    assert (str(found), found.decimal()) == (expected, Decimal(expected))


@pytest.mark.parametrize(
    ("balance", "percent", "days", "expected"),
    [  # golden vectors A1–A6 (published tests of Thông tư 14/2017) and C1, C4, C5, C6
        (500_000_000, "6", 181, 14_876_712),
        (500_000_000, "0.2", 89, 243_836),
        (500_000_000, "6", 92, 7_561_644),
        (100_000_000, "6", 182, 2_991_781),
        (100_000_000, "6", 31, 509_589),
        (100_000_000, "6", 92, 1_512_329),
        (50_000_000, "6.24", 31, 264_986),
        (200_000_000, "7.9248", 30, 1_302_707),
        (500_000_000, "5.4", 30, 2_219_178),
        (500_000_000, "7.02", 30, 2_884_932),
        (10_000_000, "8.112", 30, 66_674),
    ],
)
def test_interest_over_days(balance: int, percent: str, days: int, expected: int):
    assert half_up(interest(balance, days=days, rate=Rate.of(percent))) == expected


def test_the_first_day_counts_and_the_last_does_not():
    assert days_between(date(2026, 1, 31), date(2026, 7, 31)) == 181
    assert days_between(date(2024, 2, 28), date(2024, 3, 1)) == 2


def test_points_off_never_make_a_rate_negative():
    assert Rate.of("6.24").less(2) == Rate.of("4.24")
    assert Rate.of("1.2").less(2) == Rate.of(0)


@given(st.integers(1, 10**12), st.lists(st.integers(0, 40), min_size=1, max_size=60), st.integers(1, 200_000))
def test_many_postings_equal_one(balance: int, spans: list[int], ten_thousandths: int):
    rate = Rate(Fraction(ten_thousandths, 10_000))
    posted = run = 0
    for days in spans:
        run += days
        posted += posting(interest(balance, days=run, rate=rate), posted=posted)
    assert posted == half_up(interest(balance, days=sum(spans), rate=rate))
