"""Where the growth target alone would lead, beside what the capital target asks: two targets, two denominators.

The plan wants local capital to be about 30 % of all capital by 2030, and outstanding to grow at least 10 % a year
with about 25 % of that growth from local capital. Neither follows from the other; this shows the gap.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearEnd:
    """Outstanding at the end of a year, of all capital and of local capital, and the local share in percent."""

    year: int
    outstanding: Decimal
    local: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What the capital target asks for in its year, and how much new local capital each year that means."""

    needed: Decimal
    new_in_all: Decimal
    new_each_year: Decimal


def grow(
    *, outstanding: Decimal, local: Decimal, percent: Decimal, local_percent: Decimal, after: int, until: int
) -> tuple[YearEnd, ...]:
    """Year ends from `after` + 1 to `until` when only the growth target is followed."""
    rows = []
    for year in range(after + 1, until + 1):
        growth = outstanding * percent / HUNDRED
        outstanding, local = outstanding + growth, local + growth * local_percent / HUNDRED
        share = (local * HUNDRED / outstanding).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
        rows.append(YearEnd(year=year, outstanding=_whole(outstanding), local=_whole(local), share=share))
    return tuple(rows)


def gap(*, capital: Decimal, local: Decimal, percent: Decimal, share: Decimal, years: int) -> Gap:
    """What `share` percent of all capital means when capital grows `percent` a year for `years` years."""
    grown = capital * (1 + percent / HUNDRED) ** years
    needed = grown * share / HUNDRED
    return Gap(needed=_whole(needed), new_in_all=_whole(needed - local), new_each_year=_whole((needed - local) / years))


def _whole(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1), rounding=ROUND_HALF_UP)
