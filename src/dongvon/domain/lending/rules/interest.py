"""Interest on a balance that moves, at a rate that changes: exact until it is posted.

Source: Thông tư 14/2017/TT-NHNN (actual balance × days × yearly rate / 365; the first day is counted,
the last is not); a rate that touches outstanding loans splits the period on its first day
(Quyết định 2553/QĐ-TTg of 21/11/2025, art. 2).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from dongvon.kernel.rates import Rate, days_between, interest
from dongvon.kernel.refusals import Refusal


class NoRateYet(Refusal):
    """A balance stands on a day before the first rate."""

    text = "Chưa có lãi suất cho ngày {on:%d/%m/%Y}; đề nghị bổ sung lãi suất có hiệu lực từ ngày đó hoặc trước đó."
    field = "rates"


@dataclass(frozen=True, slots=True, order=True)
class RateStep:
    """A rate and the first day on which it counts."""

    from_on: date
    rate: Rate


@dataclass(frozen=True, slots=True)
class Movement:
    """Principal lent (positive) or paid back (negative) on a day; that day already has the new balance."""

    on: date
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days on which neither balance nor rate changes; one line of an explained interest."""

    from_on: date
    until_on: date
    balance: int
    rate: Rate

    @property
    def days(self) -> int:
        """First day counted, last not."""
        return days_between(self.from_on, self.until_on)

    @property
    def interest(self) -> Fraction:
        """Exact."""
        return interest(self.balance, days=self.days, rate=self.rate)


def accrued(movements: Iterable[Movement], *, rates: Sequence[RateStep], from_on: date, until_on: date) -> Fraction:
    """Exact interest of the days from `from_on` to the one before `until_on`."""
    found = stretches(movements, rates=rates, from_on=from_on, until_on=until_on)
    return sum((each.interest for each in found), Fraction(0))


def stretches(
    movements: Iterable[Movement], *, rates: Sequence[RateStep], from_on: date, until_on: date
) -> tuple[Stretch, ...]:
    """The same interest line by line, days without a balance left out. Refuses `NoRateYet`."""
    moved = list(movements)
    balance, start = balance_on(moved, from_on), from_on
    inside = sorted((each for each in moved if from_on < each.on < until_on), key=lambda each: each.on)
    found: list[Stretch] = []
    for each in (*inside, Movement(until_on, 0)):
        if balance and start < each.on:
            found += level(balance, rates=rates, from_on=start, until_on=each.on)
        balance, start = balance + each.amount, each.on
    return tuple(found)


def level(balance: int, *, rates: Sequence[RateStep], from_on: date, until_on: date) -> tuple[Stretch, ...]:
    """Stretches of one unchanging balance, split where the rate changes. Refuses `NoRateYet`."""
    steps = sorted(rates)
    if not steps or steps[0].from_on > from_on:
        raise NoRateYet(on=from_on)
    ends = [*(each.from_on for each in steps[1:]), date.max]
    found = (
        Stretch(from_on=max(step.from_on, from_on), until_on=min(end, until_on), balance=balance, rate=step.rate)
        for step, end in zip(steps, ends, strict=True)
    )
    return tuple(each for each in found if each.days > 0)


def balance_on(movements: Iterable[Movement], on: date) -> int:
    """The balance that earns interest on that day: all that moved on it or before."""
    return sum(each.amount for each in movements if each.on <= on)


def changed_within(
    rates: Sequence[RateStep], *, from_on: date, until_on: date, change: Callable[[Rate], Rate]
) -> tuple[RateStep, ...]:
    """The rates with those of a window changed, and as they were after it.

    A decision that lowers every rate for some months is such a window, and so is a freeze or a
    military service, during which the rate is nothing. `until_on` is the first day after the window.
    """
    steps = sorted(rates)
    edges = [RateStep(on, rate_on(steps, on)) for on in (from_on, until_on) if steps[0].from_on <= on]
    dated = {each.from_on: each for each in [*edges, *steps]}
    return tuple(
        RateStep(on, change(dated[on].rate) if from_on <= on < until_on else dated[on].rate) for on in sorted(dated)
    )


def without_interest(rates: Sequence[RateStep], *, from_on: date, until_on: date) -> tuple[RateStep, ...]:
    """The rates with nothing earned in a window: a freeze, or a borrower serving in the army."""
    return changed_within(rates, from_on=from_on, until_on=until_on, change=lambda _: Rate(Fraction(0)))


def rate_on(rates: Sequence[RateStep], on: date) -> Rate:
    """The rate of one day. Refuses `NoRateYet`."""
    past = [each for each in sorted(rates) if each.from_on <= on]
    if not past:
        raise NoRateYet(on=on)
    return past[-1].rate
