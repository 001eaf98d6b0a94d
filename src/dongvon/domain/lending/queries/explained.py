"""The interest of one loan explained: lines with their rates and decisions, and what is owed by store."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from django.db import connection

from dongvon.domain.lending.queries.loan import LoanFacts
from dongvon.domain.lending.rules.explained import Bearing, ExplainedLine, Moved, explained
from dongvon.domain.lending.rules.interest import RateStep
from dongvon.domain.lending.vocabulary import InterestStore
from dongvon.domain.programmes.queries.reasons import RateReason
from dongvon.kernel.rates import Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestLine:
    """Days from `from_on` to the one before `until_on`; `exact` in đồng to six decimals, `rounded` its whole đồng."""

    store: InterestStore
    from_on: date
    until_on: date
    days: int
    balance: int
    percent: Decimal
    exact: Decimal
    rounded: int
    reason: RateReason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSum:
    """One store: what its lines come to, what was carried in, given away and collected, and what is owed; đồng.

    What is left when the loan ends was written off: it is followed off the balance sheet and asked for no longer.
    """

    store: InterestStore
    earned: int
    carried: int
    reduced: int
    collected: int
    has_ended: bool

    @property
    def left(self) -> int:
        """What nobody paid or gave away."""
        return max(self.earned + self.carried - self.reduced - self.collected, 0)

    @property
    def owed(self) -> int:
        """What may be asked for."""
        return 0 if self.has_ended else self.left

    @property
    def written_off(self) -> int:
        """What left the books with the loan."""
        return self.left if self.has_ended else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestExplained:
    """All interest of the days before `until`, line by line and by store."""

    until: date
    lines: tuple[InterestLine, ...]
    stores: tuple[StoreSum, ...]

    @property
    def owed(self) -> int:
        """Of all stores."""
        return sum(each.owed for each in self.stores)


def interest_explained(loan: LoanFacts, *, until: date) -> InterestExplained:
    """Why the loan owes the interest it owes when `until` begins; one query whatever its age."""
    moves, carried, reduced = _made_of(loan.id)
    lines = explained(moves, bearing=_bearing(loan), until=until)
    return InterestExplained(
        until=until,
        lines=tuple(_line(each, loan) for each in lines),
        stores=tuple(
            StoreSum(
                store=store,
                earned=sum(each.rounded for each in lines if each.store is store),
                carried=carried[store],
                reduced=reduced[store],
                collected=loan.collected[store],
                has_ended=loan.closed_on is not None,
            )
            for store in InterestStore
        ),
    )


def _made_of(loan: UUID) -> tuple[list[Moved], Counter[str], Counter[str]]:
    """Principal by the day it earns from; interest carried in and given away, by store."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT value_on, in_term, overdue, store, carried, reduced FROM lending_bearing(%s)", [loan])
        rows = cursor.fetchall()
    moves = [Moved(on=on, in_term=in_term, overdue=overdue) for on, in_term, overdue, *_ in rows if on]
    carried, reduced = Counter[str](), Counter[str]()
    for *_, store, came, went in rows:
        carried[store] += came
        reduced[store] += went
    return moves, carried, reduced


def _bearing(loan: LoanFacts) -> Bearing:
    return Bearing(
        rates=tuple(RateStep(each.starts_on, Rate.of(each.percent)) for each in loan.reasons),
        overdue_percent=None if loan.overdue_percent is None else Fraction(loan.overdue_percent),
        overdue_rate=None if loan.overdue_rate is None else Rate.of(loan.overdue_rate),
        grace_until=loan.grace_until,
    )


def _line(line: ExplainedLine, loan: LoanFacts) -> InterestLine:
    return InterestLine(
        store=line.store,
        from_on=line.from_on,
        until_on=line.until_on,
        days=line.days,
        balance=line.balance,
        percent=line.rate.decimal(),
        exact=round(Decimal(line.exact.numerator) / line.exact.denominator, 6),
        rounded=line.rounded,
        reason=loan.reason_on(line.from_on),
    )
