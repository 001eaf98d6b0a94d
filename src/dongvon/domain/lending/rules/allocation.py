"""In which order a payment meets what is owed.

No published text of the bank gives the order, so it comes in as data: dated rows
per fund source say which claim is met before which, and within one kind the oldest goes first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ClaimKind(StrEnum):
    """What money may be owed for."""

    OVERDUE_PRINCIPAL = "overdue_principal"
    OVERDUE_INTEREST = "overdue_interest"
    INTEREST_ARREARS = "interest_arrears"
    CURRENT_INTEREST = "current_interest"
    GRACE_INTEREST = "grace_interest"
    FURTHER_GRACE_INTEREST = "further_grace_interest"
    DUE_PRINCIPAL = "due_principal"
    FURTHER_PRINCIPAL = "further_principal"
    FROZEN_PRINCIPAL = "frozen_principal"


@dataclass(frozen=True, slots=True)
class Claim:
    """An amount owed for one reason since one day."""

    kind: ClaimKind
    since: date
    amount: int


@dataclass(frozen=True, slots=True)
class Met:
    """How much of a claim a payment meets."""

    claim: Claim
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """A payment divided: what it met, in order, and what is left over."""

    met: tuple[Met, ...]
    left: int

    def of(self, kind: ClaimKind) -> int:
        """All that was met of one kind."""
        return sum(each.amount for each in self.met if each.claim.kind is kind)


def allocate(amount: int, *, claims: Sequence[Claim], order: Sequence[ClaimKind]) -> Allocation:
    """Meet the claims in the given order, the oldest of a kind first; kinds out of the order are not met."""
    assert amount >= 0, "a payment is not negative"
    asked = sorted(
        (each for each in claims if each.kind in order), key=lambda each: (order.index(each.kind), each.since)
    )
    met: list[Met] = []
    left = amount
    for claim in asked:
        taken = min(left, claim.amount)
        left -= taken
        if taken:
            met.append(Met(claim, taken))
    return Allocation(met=tuple(met), left=left)


def spread(amount: int, *, over: Sequence[int]) -> tuple[int, ...]:
    """Grace interest of a student loan spread over its instalments in proportion to their principal.

    A suggestion: the bank's own way is not published. The last takes the rest.
    """
    total = sum(over)
    assert total > 0, "instalments must add to something"
    parts = [amount * each // total for each in over[:-1]]
    return (*parts, amount - sum(parts))
