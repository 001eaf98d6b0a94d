"""Exact yearly rates, and the interest they earn over days."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, Self

from dongvon.kernel.money import half_up

DAYS_IN_YEAR: Final = 365


@dataclass(frozen=True, slots=True, order=True)
class Rate:
    """A yearly rate in percent, exact: 6.24 means 6.24 % a year.

    Never derived from a printed monthly rate: those are rounded, and one official notice prints one wrongly.
    """

    percent: Fraction

    @classmethod
    def of(cls, percent: str | int | Decimal | Fraction) -> Self:
        """From "7.9248", 5, Decimal("7.9248"); floats are not taken, since they are not exact."""
        return cls(Fraction(percent))

    def times(self, percent: str | int | Decimal | Fraction) -> "Rate":
        """`percent` of this rate, exact: 130 for overdue debts, 127 for job loans."""
        return Rate(self.percent * Fraction(percent) / 100)

    def less(self, points: str | int | Decimal | Fraction) -> "Rate":
        """This rate lowered by percentage points, never below nothing."""
        return Rate(max(self.percent - Fraction(points), Fraction(0)))

    def decimal(self) -> Decimal:
        """The percent as a decimal number; exact for every rate that a decision can state."""
        return Decimal(self.percent.numerator) / Decimal(self.percent.denominator)

    def __str__(self) -> str:
        return f"{self.decimal().normalize():f}"


def interest(balance: int, *, days: int, rate: Rate) -> Fraction:
    """balance × days × rate / 365, exact and not rounded. Thông tư 14/2017/TT-NHNN, the 365-day year."""
    assert days >= 0, "interest does not run backwards"
    percent = rate.percent
    return Fraction(balance * days * percent.numerator, 100 * DAYS_IN_YEAR * percent.denominator)


def days_between(from_on: date, until_on: date) -> int:
    """Days that earn interest: the first is counted, the last is not."""
    return (until_on - from_on).days


def posting(accrued: Fraction, *, posted: int) -> int:
    """What to post now, given all that has accrued and all that was posted before.

    Rounding happens once, on the cumulative difference, so daily, monthly and single postings of the
    same interest end on the same đồng.
    """
    return half_up(accrued) - posted
