"""The monthly grade of a group from its score.

Source: the bank's monthly report of groups (points and thresholds second-hand; the bands inside each criterion are not
published and Quyết định 70/QĐ-HĐQT of 24/07/2026 may have changed them): thresholds and maxima are rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from dongvon.domain.groups.vocabulary import Grade

FULL_MARKS: Final = 100


@dataclass(frozen=True, slots=True)
class Threshold:
    """From this score on, this grade."""

    from_score: Fraction
    grade: Grade


@dataclass(frozen=True, slots=True)
class CriterionBands:
    """The most points of a criterion, and from which percentage on how many."""

    most: int
    bands: tuple[tuple[Fraction, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Rated:
    """Points of the criteria that could be judged, out of how many, the share of it in percent, and the grade.

    Where none could be judged there is no grade.
    """

    points: dict[str, Fraction]
    out_of: int
    score: Fraction
    grade: Grade | None


def rate(
    percents: Mapping[str, Decimal | None], *, criteria: Mapping[str, CriterionBands], thresholds: Sequence[Threshold]
) -> Rated:
    """A criterion without a figure is left out of both sums, so that nobody loses points for what is not recorded."""
    known = {name: percent for name, percent in percents.items() if percent is not None and name in criteria}
    points = {name: _points(Fraction(percent), bands=criteria[name].bands) for name, percent in known.items()}
    maxima = {name: criteria[name].most for name in known}
    out_of = sum(maxima.values())
    share = score(points, maxima=maxima) * FULL_MARKS / out_of if out_of else Fraction(0)
    return Rated(points, out_of, share, grade(share, thresholds=thresholds) if out_of else None)


def _points(percent: Fraction, *, bands: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    return max(each for each in bands if each[0] <= percent)[1]


def grade(score: Fraction, *, thresholds: Sequence[Threshold]) -> Grade:
    """The grade of a score between 0 and 100; 49.9 is below 50."""
    assert 0 <= score <= FULL_MARKS, "a score has at most a hundred points"
    past = [each for each in thresholds if each.from_score <= score]
    return max(past, key=lambda each: each.from_score).grade


def score(points: Mapping[str, Fraction], *, maxima: Mapping[str, int]) -> Fraction:
    """The sum of the points of every criterion, none above its maximum; a criterion without points counts 0."""
    assert points.keys() <= maxima.keys(), "only known criteria are scored"
    return sum((min(max(each, Fraction(0)), Fraction(maxima[name])) for name, each in points.items()), Fraction(0))
