"""Up to which day the books are closed."""

from dataclasses import dataclass
from datetime import date, datetime

from dongvon.domain.ledger.models import Day


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDay:
    """A closed business date with its control sums: number of transfers, and their sum in đồng."""

    day: date
    transfers: int
    amount: int
    closed_at: datetime


def last_closed() -> ClosedDay | None:
    """The last day on which nothing more is posted; None while no day was closed."""
    found = Day.objects.order_by("-day").values("day", "transfers", "amount", "closed_at").first()
    return ClosedDay(**found) if found else None
