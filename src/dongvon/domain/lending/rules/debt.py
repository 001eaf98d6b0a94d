"""One loan as it stands: the twin, loan by loan, of what sql/ does over many.

Interest is accrued by interval: the stores hold all days before `interest_from`, exactly; later days are
balance × days × rate. Sources as in rules/interest.py; stores as in the bank's reports (in term, overdue,
student grace).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from dongvon.domain.lending.rules.interest import RateStep, level
from dongvon.domain.lending.rules.schedule import Part
from dongvon.kernel.money import half_up
from dongvon.kernel.rates import Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """An amount for each store: exact đồng earned, or whole đồng collected or owed."""

    in_term: Fraction = Fraction(0)
    overdue: Fraction = Fraction(0)
    grace: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What never changes: lending rates, the multiple overdue debts bear (or their own rate), session day, grace."""

    rates: tuple[RateStep, ...]
    overdue_percent: Fraction | None
    overdue_rate: Rate | None = None
    session_day: int | None = None
    grace_until: date | None = None
    signed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """Principal by state, interest by store, the schedule; while `rests_until` lies ahead nothing goes overdue."""

    terms: Terms
    final_on: date
    rests_until: date | None = None
    in_term: int = 0
    overdue: int = 0
    frozen: int = 0
    interest_from: date
    earned: Interest = field(default_factory=Interest)
    collected: Interest = field(default_factory=Interest)
    parts: tuple[Part, ...] = ()


def earned_until(debt: Debt, until: date) -> Interest:
    """The stores when `until` begins; a day before `interest_from` changes nothing."""
    if until <= debt.interest_from:
        return debt.earned
    grace_ends = min(max(debt.terms.grace_until or debt.interest_from, debt.interest_from), until)
    return Interest(
        in_term=debt.earned.in_term + _gain(debt.in_term, debt.terms.rates, grace_ends, until),
        overdue=debt.earned.overdue + _gain(debt.overdue, _overdue_rates(debt.terms), debt.interest_from, until),
        grace=debt.earned.grace + _gain(debt.in_term, debt.terms.rates, debt.interest_from, grace_ends),
    )


def accrue(debt: Debt, until: date) -> Debt:
    """The debt with its interest counted up to a day."""
    return replace(debt, earned=earned_until(debt, until), interest_from=max(debt.interest_from, until))


def owed(debt: Debt, on: date) -> Interest:
    """Whole đồng of each store that may be asked for on a day."""
    earned = earned_until(debt, on)
    return Interest(
        in_term=_left(earned.in_term, debt.collected.in_term),
        overdue=_left(earned.overdue, debt.collected.overdue),
        grace=_left(earned.grace, debt.collected.grace),
    )


def _gain(balance: int, rates: Sequence[RateStep], from_on: date, until: date) -> Fraction:
    if not balance or from_on >= until:
        return Fraction(0)
    return sum((each.interest for each in level(balance, rates=rates, from_on=from_on, until_on=until)), Fraction(0))


def _overdue_rates(terms: Terms) -> tuple[RateStep, ...]:
    if terms.overdue_rate is not None:
        return (RateStep(terms.rates[0].from_on, terms.overdue_rate),)
    assert terms.overdue_percent is not None, "a multiple or a rate of its own"
    return tuple(RateStep(step.from_on, step.rate.times(terms.overdue_percent)) for step in terms.rates)


def _left(earned: Fraction, collected: Fraction) -> Fraction:
    return max(half_up(earned) - collected, Fraction(0))
