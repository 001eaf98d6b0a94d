"""Interest line by line: which balance bore which rate on which days, and what that comes to.

Each line is exact; what it adds to the posted interest is the difference of two roundings of the sum so far, so the
lines of a store add up to what the store holds, to the đồng (the rule of kernel/rates.py).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from dongvon.domain.lending.rules.interest import Movement, RateStep, Stretch, stretches
from dongvon.domain.lending.vocabulary import InterestStore
from dongvon.kernel.rates import Rate, posting

NOTHING = Rate(Fraction(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Principal in term and overdue that came or went with effect from a day."""

    on: date
    in_term: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What the contract and the catalogue say of rates: lending rates in order, and what overdue debts bear instead."""

    rates: tuple[RateStep, ...]
    overdue_percent: Fraction | None
    overdue_rate: Rate | None
    grace_until: date | None

    @property
    def overdue_rates(self) -> tuple[RateStep, ...]:
        """The rates of overdue principal."""
        return tuple(RateStep(step.from_on, self._overdue(step.rate)) for step in self.rates)

    def _overdue(self, rate: Rate) -> Rate:
        if self.overdue_percent is None:
            assert self.overdue_rate is not None, "a multiple or a rate of its own"
            return self.overdue_rate
        return rate.times(self.overdue_percent)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedLine:
    """One stretch of one store; `exact` in đồng, `rounded` its part of the posted sum."""

    store: InterestStore
    from_on: date
    until_on: date
    days: int
    balance: int
    rate: Rate
    exact: Fraction
    rounded: int


def explained(moves: Iterable[Moved], *, bearing: Bearing, until: date) -> tuple[ExplainedLine, ...]:
    """Every stretch before `until`, store by store in order of time; days without interest are left out."""
    moved = [each for each in moves if each.on < until]
    if not moved:
        return ()
    begins = min(each.on for each in moved)
    in_term = [Movement(each.on, each.in_term) for each in moved]
    overdue = [Movement(each.on, each.overdue) for each in moved]
    grace_ends = min(max(bearing.grace_until or begins, begins), until)
    return (
        *_lines(InterestStore.GRACE, in_term, bearing.rates, from_on=begins, until=grace_ends),
        *_lines(InterestStore.IN_TERM, in_term, bearing.rates, from_on=grace_ends, until=until),
        *_lines(InterestStore.OVERDUE, overdue, bearing.overdue_rates, from_on=begins, until=until),
    )


def _lines(
    store: InterestStore, moved: list[Movement], rates: Sequence[RateStep], *, from_on: date, until: date
) -> tuple[ExplainedLine, ...]:
    """Days before the first rate bear nothing, as they do in sql/."""
    steps = rates if rates and rates[0].from_on <= from_on else (RateStep(date.min, NOTHING), *rates)
    found: list[ExplainedLine] = []
    exact, posted = Fraction(0), 0
    for each in stretches(moved, rates=steps, from_on=from_on, until_on=until):
        interest = each.interest
        exact += interest
        found.append(_line(store, each, exact=interest, rounded=posting(exact, posted=posted)))
        posted += found[-1].rounded
    return tuple(found)


def _line(store: InterestStore, stretch: Stretch, *, exact: Fraction, rounded: int) -> ExplainedLine:
    return ExplainedLine(
        store=store,
        from_on=stretch.from_on,
        until_on=stretch.until_on,
        days=stretch.days,
        balance=stretch.balance,
        rate=stretch.rate,
        exact=exact,
        rounded=rounded,
    )
