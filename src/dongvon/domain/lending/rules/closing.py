"""The close of a day, one rule for each step: the twin of sql/install_close.sql and sql/install_snapshot.sql.

Sources: 597/NHCS-TDNN, second hand (both regimes of an unpaid instalment, the list of next month's instalments),
Quyết định 62/QĐ-HĐQT (the end of a freeze), Quyết định 157/2007/QĐ-TTg (grace of students), the entrustment exam bank
(unpaid interest stays off the balance sheet).
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dongvon.domain.lending.rules.debt import Debt, accrue, owed
from dongvon.domain.lending.rules.overdue import Regime, Unpaid, regime_of

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Frozen:
    """A freeze that has not ended: what of it stood in term, and the first day after it."""

    in_term: int
    until_on: date


@dataclass(frozen=True, slots=True)
class Told:
    """An instalment its borrower is told of."""

    number: int
    due_on: date
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Loans of one key of the snapshot, added up; đồng."""

    loans: int = 0
    overdue_loans: int = 0
    in_term: int = 0
    overdue: int = 0
    frozen: int = 0
    owed_in_term: int = 0
    owed_overdue: int = 0
    owed_grace: int = 0


def put_off(debt: Debt, *, moved: Mapping[date, date], on: date) -> Debt:
    """Sessions: what is due on a session put off by order is due when it is held."""
    later = {was: to for was, to in moved.items() if was >= on and to > was}
    parts = tuple(
        replace(part, due_on=later.get(part.due_on, part.due_on)) if part.open else part for part in debt.parts
    )
    return replace(debt, parts=parts, final_on=later.get(debt.final_on, debt.final_on))


def thawed(debt: Debt, *, freeze: Frozen, on: date) -> Debt:
    """Freezes: the debt runs again from the first day after; what was paid meanwhile met its overdue part first."""
    if freeze.until_on > on + DAY:
        return debt
    in_term = min(debt.frozen, freeze.in_term)
    return replace(debt, in_term=in_term, overdue=debt.frozen - in_term, frozen=0, interest_from=freeze.until_on)


def out_of_grace(debt: Debt, *, on: date) -> Debt:
    """Graces: interest up to the end of the grace is grace interest, later interest is not."""
    until = debt.terms.grace_until
    ends = until is not None and debt.interest_from < until <= on + DAY
    return accrue(debt, until) if ends and until is not None else debt


def gone_overdue(debt: Debt, *, regimes: Sequence[Regime], on: date) -> Debt:
    """Overdue: unpaid parts due by the day, if the contract's regime says so; on the final day all that is unpaid."""
    resting = debt.rests_until is not None and debt.rests_until > on
    carried = regime_of(debt.terms.signed_on, regimes=regimes) is Unpaid.CARRIED
    if resting or not debt.in_term or (carried and on < debt.final_on):
        return debt
    parts = tuple(replace(part, overdue=part.overdue + part.open) if part.due_on <= on else part for part in debt.parts)
    amount = sum(part.open for part in debt.parts if part.due_on <= on)
    if not amount:
        return debt
    return replace(accrue(debt, on), in_term=debt.in_term - amount, overdue=debt.overdue + amount, parts=parts)


def told_ahead(debt: Debt, *, days: int, told_until: date | None, on: date) -> tuple[Told, ...]:
    """Notices: instalments with open principal that come within the period and were not told of before."""
    after = max(told_until or on, on)
    return tuple(
        Told(number, part.due_on, part.open)
        for number, part in enumerate(debt.parts, start=1)
        if after < part.due_on <= on + (days + 1) * DAY and part.open and debt.in_term
    )


def standings(debts: Iterable[tuple[Hashable, Debt]], *, on: date) -> dict[Hashable, Standing]:
    """Snapshot: principal by state and interest owed up to the end of the day, rounded loan by loan, by key."""
    found: dict[Hashable, Standing] = {}
    for key, debt in debts:
        asked = owed(debt, on + DAY)
        one = Standing(
            loans=1,
            overdue_loans=int(debt.overdue > 0),
            in_term=debt.in_term,
            overdue=debt.overdue,
            frozen=debt.frozen,
            owed_in_term=int(asked.in_term),
            owed_overdue=int(asked.overdue),
            owed_grace=int(asked.grace),
        )
        found[key] = _added(found.get(key, Standing()), one)
    return found


def owed_changes(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, int]:
    """Interest: what the accounts off the balance sheet get, so that they show what is owed at the end of the day."""
    changes = {number: now.get(number, 0) - before.get(number, 0) for number in sorted({*before, *now})}
    return {number: change for number, change in changes.items() if change}


def _added(one: Standing, other: Standing) -> Standing:
    names = Standing.__dataclass_fields__
    return Standing(**{name: getattr(one, name) + getattr(other, name) for name in names})
