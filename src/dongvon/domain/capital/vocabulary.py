"""Words about whose money is lent and how much of it is left."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dongvon.domain.programmes.vocabulary import Fund


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitDraft:
    """How much of a fund may be promised in a time: by one office, or (`unit` None) by the whole city; đồng."""

    fund: Fund
    unit: UUID | None
    from_on: date
    until_on: date | None
    amount: int
    basis: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRow:
    """A limit with what was drawn from it."""

    id: UUID
    fund: str
    unit: UUID | None
    from_on: date
    until_on: date | None
    amount: int
    drawn: int
    basis: str
    proposed_by: UUID

    @property
    def left(self) -> int:
        """What may still be promised."""
        return self.amount - self.drawn
