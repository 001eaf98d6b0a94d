"""What organisations and group boards earn on the interest they help to collect.

Sources: entrustment exam bank (about 2022) for the fee, its quality factors and its split; the split with a
district level is out of use and its successor unknown, the ordinary commission is unconfirmed.
All figures come in as dated rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from dongvon.kernel.money import half_up


@dataclass(frozen=True, slots=True, order=True)
class QualityBand:
    """From this overdue ratio (percent) on, this part (percent) of the fee is paid."""

    from_ratio: Fraction
    factor: Fraction


def paid(base: Fraction, *, monthly_percent: Fraction, factor: Fraction = Fraction(100)) -> int:
    """What a month of the balance whose interest was collected earns, rounded once; `factor` in percent."""
    return half_up(base * monthly_percent / 100 * factor / 100)


def quality_factor(overdue_ratio: Fraction, *, bands: Sequence[QualityBand]) -> Fraction:
    """The part of the fee that an overdue ratio leaves, in percent."""
    return max(each for each in bands if each.from_ratio <= overdue_ratio).factor
