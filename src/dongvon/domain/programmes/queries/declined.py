"""What was proposed for a programme and turned down, with the reason, so that it can be proposed again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from dongvon.domain.programmes.models import RatePeriod, Term

_LATELY: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedDown:
    """A rate, or with `percent` None a set of conditions."""

    fund: str
    from_on: date
    percent: Decimal | None
    reason: str


def turned_down(programme: UUID) -> list[TurnedDown]:
    """The last rates and conditions of a programme that were turned down, rates first."""
    return [*_rates(programme), *_terms(programme)]


def _rates(programme: UUID) -> Iterator[TurnedDown]:
    rows = RatePeriod.objects.filter(series__programme=programme, granted=False).select_related("series")
    for row in rows.order_by("-decided_at")[:_LATELY]:
        yield TurnedDown(fund=row.series.fund, from_on=row.effective_on, percent=row.percent, reason=row.reason)


def _terms(programme: UUID) -> Iterator[TurnedDown]:
    for row in Term.objects.filter(programme=programme, granted=False).order_by("-decided_at")[:_LATELY]:
        yield TurnedDown(fund=row.fund, from_on=row.valid.lower, percent=None, reason=row.reason)
