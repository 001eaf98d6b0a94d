"""Fees and grades of groups: golden vectors F and G."""

from fractions import Fraction

import pytest

from dongvon.domain.groups.rules.fee import QualityBand, paid, quality_factor
from dongvon.domain.groups.rules.rating import Threshold, grade, score
from dongvon.domain.groups.vocabulary import Grade

#: F: 6,240,000 of interest at 0.52 % a month are the interest of 1.2 billion.
COLLECTED = Fraction(1_200_000_000)
BANDS = tuple(QualityBand(Fraction(ratio), Fraction(factor)) for ratio, factor in [(0, 100), (2, 80), (3, 50), (4, 0)])
THRESHOLDS = tuple(
    Threshold(Fraction(score), grade)
    for score, grade in [(0, Grade.WEAK), (50, Grade.AVERAGE), (70, Grade.FAIR), (85, Grade.GOOD)]
)


@pytest.mark.parametrize(
    ("ratio", "fee"),
    [("0", 384_000), ("1.99", 384_000), ("2", 307_200), ("2.99", 307_200), ("3", 192_000), ("4", 0), ("17", 0)],
)
def test_f_the_fee_follows_the_quality_of_debts(ratio: str, fee: int):
    factor = quality_factor(Fraction(ratio), bands=BANDS)
    assert paid(COLLECTED, monthly_percent=Fraction("0.032"), factor=factor) == fee


def test_a_commission_rests_on_interest_collected():
    assert paid(COLLECTED, monthly_percent=Fraction("0.085")) == 1_020_000


@pytest.mark.parametrize(
    ("points", "expected"),
    [  # G
        ("49.9", Grade.WEAK),
        ("50", Grade.AVERAGE),
        ("69.9", Grade.AVERAGE),
        ("70", Grade.FAIR),
        ("84.9", Grade.FAIR),
        ("85", Grade.GOOD),
        ("100", Grade.GOOD),
    ],
)
def test_g_the_grade_of_a_score(points: str, expected: Grade):
    assert grade(Fraction(points), thresholds=THRESHOLDS) is expected


def test_no_criterion_counts_above_its_maximum():
    maxima = {"transaction": 20, "due_debt": 15, "interest": 20, "savers": 5, "savings_growth": 10, "overdue": 30}
    points = {"transaction": Fraction(25), "overdue": Fraction(30), "savers": Fraction(-1)}
    assert score(points, maxima=maxima) == 50
