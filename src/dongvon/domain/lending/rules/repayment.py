"""What a payment on one loan meets, and the loan after it; the twin of `lending_receive` in sql/.

The order of claims is data (rules/allocation.py); within principal the parts due come first, then those ahead from the
front or from the end, as the data say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from dongvon.domain.lending.rules.allocation import Allocation, Claim, ClaimKind, allocate, spread
from dongvon.domain.lending.rules.debt import Debt, Interest, accrue, earned_until, owed
from dongvon.domain.lending.rules.schedule import Part
from dongvon.domain.lending.vocabulary import Prepaid
from dongvon.kernel.calendar import session_before
from dongvon.kernel.money import half_up


@dataclass(frozen=True, slots=True)
class Paid:
    """How the payment was divided, and the debt after it."""

    allocation: Allocation
    debt: Debt


def pay(debt: Debt, amount: int, *, on: date, order: Sequence[ClaimKind], prepaid: Prepaid) -> Paid:
    """Meet the claims of the day; what nothing claims is left in the allocation for the caller to refuse."""
    divided = allocate(amount, claims=claims(debt, on=on), order=order)
    return Paid(divided, _after(accrue(debt, on), divided, on=on, prepaid=prepaid))


def claims(debt: Debt, *, on: date) -> list[Claim]:
    """All that is owed on a day, by kind."""
    asked = owed(debt, on)
    arrears = min(asked.in_term, _arrears(debt, on))
    grace = min(asked.grace, _grace_asked(debt, on))
    due = sum(part.open for part in debt.parts if part.due_on <= on) if debt.in_term else 0
    amounts: dict[ClaimKind, Fraction | int] = {
        ClaimKind.OVERDUE_PRINCIPAL: debt.overdue,
        ClaimKind.OVERDUE_INTEREST: asked.overdue,
        ClaimKind.INTEREST_ARREARS: arrears,
        ClaimKind.CURRENT_INTEREST: asked.in_term - arrears,
        ClaimKind.GRACE_INTEREST: grace,
        ClaimKind.FURTHER_GRACE_INTEREST: asked.grace - grace,
        ClaimKind.DUE_PRINCIPAL: due,
        ClaimKind.FURTHER_PRINCIPAL: debt.in_term - due,
        ClaimKind.FROZEN_PRINCIPAL: debt.frozen,
    }
    return [Claim(kind, on, int(value)) for kind, value in amounts.items()]


def arrears_cut(on: date, *, session_day: int | None) -> date:
    """Interest of earlier days is in arrears: since the last session, or at the office the first of the month."""
    return on.replace(day=1) if session_day is None else session_before(on, session_day=session_day)


def _arrears(debt: Debt, on: date) -> Fraction:
    cut = arrears_cut(on, session_day=debt.terms.session_day)
    return max(half_up(earned_until(debt, cut).in_term) - debt.collected.in_term, Fraction(0))


def _grace_asked(debt: Debt, on: date) -> Fraction:
    """Grace interest is spread over the instalments by principal, and asked for with those that are due."""
    parts = [part for part in debt.parts if part.principal]
    if debt.terms.grace_until is None or on < debt.terms.grace_until or not parts:
        return Fraction(0)
    shares = spread(half_up(earned_until(debt, on).grace), over=[part.principal for part in parts])
    asked = sum(share for share, part in zip(shares, parts, strict=True) if part.due_on <= on)
    return max(asked - debt.collected.grace, Fraction(0))


def _after(debt: Debt, divided: Allocation, *, on: date, prepaid: Prepaid) -> Debt:
    of = divided.of
    overdue, frozen = of(ClaimKind.OVERDUE_PRINCIPAL), of(ClaimKind.FROZEN_PRINCIPAL)
    in_term = of(ClaimKind.DUE_PRINCIPAL) + of(ClaimKind.FURTHER_PRINCIPAL)
    parts, left = _meet_overdue(debt.parts, overdue + frozen)
    collected = Interest(
        in_term=debt.collected.in_term + of(ClaimKind.INTEREST_ARREARS) + of(ClaimKind.CURRENT_INTEREST),
        overdue=debt.collected.overdue + of(ClaimKind.OVERDUE_INTEREST),
        grace=debt.collected.grace + of(ClaimKind.GRACE_INTEREST) + of(ClaimKind.FURTHER_GRACE_INTEREST),
    )
    return replace(
        debt,
        in_term=debt.in_term - in_term,
        overdue=debt.overdue - overdue,
        frozen=debt.frozen - frozen,
        collected=collected,
        parts=_meet_in_term(parts, in_term + left, on=on, prepaid=prepaid),
    )


def _meet_overdue(parts: tuple[Part, ...], amount: int) -> tuple[tuple[Part, ...], int]:
    met: list[Part] = []
    for part in parts:
        taken = min(part.overdue, amount)
        amount -= taken
        met.append(replace(part, paid=part.paid + taken, overdue=part.overdue - taken))
    return tuple(met), amount


def _meet_in_term(parts: tuple[Part, ...], amount: int, *, on: date, prepaid: Prepaid) -> tuple[Part, ...]:
    ahead = [at for at, part in enumerate(parts) if part.due_on > on]
    due = [at for at, part in enumerate(parts) if part.due_on <= on]
    met = list(parts)
    for at in due + (ahead[::-1] if prepaid is Prepaid.LAST else ahead):
        taken = min(met[at].open, amount)
        amount -= taken
        met[at] = replace(met[at], paid=met[at].paid + taken)
    assert amount == 0, "the schedule holds all that is owed"
    return tuple(met)
