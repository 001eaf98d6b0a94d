"""When principal falls due, and how much of it: plans made before anyone has paid.

Sources: VB 2174 and a transaction office's practice (instalment periods, equal parts floored, the
remainder last; how far is a dated row);
Quyết định 157/2007/QĐ-TTg for students (nothing due until 12 months after the course).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dongvon.domain.lending.rules.interest import Movement
from dongvon.kernel.calendar import add_months
from dongvon.kernel.money import equal_parts


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """Principal due on a day, and the balance once it is paid."""

    due_on: date
    principal: int
    balance_after: int


def monthly_dues(first_on: date, *, count: int, every_months: int) -> tuple[date, ...]:
    """Dues at a fixed step, each counted from the first: 31/01, 28/02, 31/03."""
    return tuple(add_months(first_on, at * every_months) for at in range(count))


def dues_until(final_on: date, *, first_on: date, every_months: int) -> tuple[date, ...]:
    """Dues at a fixed step from the first for as long as they come before the final day, then the final day."""
    dues = [first_on]
    while add_months(first_on, len(dues) * every_months) < final_on:
        dues.append(add_months(first_on, len(dues) * every_months))
    return (*(each for each in dues if each < final_on), final_on)


def equal_principal(lent: Sequence[Movement], *, dues: Sequence[date], floor_to: int) -> tuple[PlannedPart, ...]:
    """Equal parts of all that is lent over the life of the loan, the rest with the last.

    Money lent later raises later balances; a part never asks for more than is lent by its day, and
    what it could not ask for falls on the last. Single payment: one due.
    """
    parts = equal_parts(sum(each.amount for each in lent), count=len(dues), floor_to=floor_to)
    planned: list[PlannedPart] = []
    paid = 0
    for due_on, part in zip(dues, parts, strict=True):
        owed = sum(each.amount for each in lent if each.on <= due_on) - paid
        principal = owed if due_on == dues[-1] else min(part, owed)
        paid += principal
        planned.append(PlannedPart(due_on, principal, owed - principal))
    return tuple(planned)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One instalment as it stands: its day in force, its principal, and what of it was paid or is overdue."""

    due_on: date
    principal: int
    paid: int = 0
    overdue: int = 0

    @property
    def open(self) -> int:
        """Principal in term that nobody has paid."""
        return self.principal - self.paid - self.overdue


def respread(parts: Sequence[Part], *, added: int, on: date, floor_to: int) -> tuple[int, ...]:
    """The principal of each part once more money is lent: what is not yet due is divided anew in equal parts.

    Parts due by the day keep theirs; where none is left, the last takes all.
    """
    ahead = [at for at, each in enumerate(parts) if each.due_on > on] or [len(parts) - 1]
    total = added + sum(parts[at].open for at in ahead)
    shares = dict(zip(ahead, equal_parts(total, count=len(ahead), floor_to=floor_to), strict=True))
    return tuple(
        each.paid + each.overdue + shares[at] if at in shares else each.principal for at, each in enumerate(parts)
    )
