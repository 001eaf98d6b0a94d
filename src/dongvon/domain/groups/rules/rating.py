"""The monthly grade of a group from its score.

Source: lending.md section 7.3 (points and thresholds second-hand; the bands inside each criterion are not
published and Quyết định 70/QĐ-HĐQT of 24/07/2026 may have changed them): thresholds and maxima are rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from dongvon.domain.groups.vocabulary import Grade

FULL_MARKS: Final = 100


@dataclass(frozen=True, slots=True)
class Threshold:
    """From this score on, this grade."""

    from_score: Fraction
    grade: Grade


def grade(score: Fraction, *, thresholds: Sequence[Threshold]) -> Grade:
    """The grade of a score between 0 and 100; 49.9 is below 50."""
    assert 0 <= score <= FULL_MARKS, "a score has at most a hundred points"
    past = [each for each in thresholds if each.from_score <= score]
    return max(past, key=lambda each: each.from_score).grade


def score(points: Mapping[str, Fraction], *, maxima: Mapping[str, int]) -> Fraction:
    """The sum of the points of every criterion, none above its maximum; a criterion without points counts 0."""
    assert points.keys() <= maxima.keys(), "only known criteria are scored"
    return sum((min(max(each, Fraction(0)), Fraction(maxima[name])) for name, each in points.items()), Fraction(0))
