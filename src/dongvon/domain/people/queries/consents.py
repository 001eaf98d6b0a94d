"""What somebody agreed to, and what they took back."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from dongvon.domain.people.models import Consent
from dongvon.domain.people.queries.standards import limit_on
from dongvon.domain.people.vocabulary import Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRow:
    """A consent; withdrawn, what is used on its ground alone stops after `stops_on`, where law sets a term."""

    version: str
    told: str
    given_on: date
    kept_at: str
    withdrawn_on: date | None
    stops_on: date | None


def consents_of(*records: UUID) -> list[ConsentRow]:
    """By one or more records of the person, the newest first."""
    found = Consent.objects.filter(person__in=records).order_by("-given_on", "-recorded_at")
    return [
        ConsentRow(
            version=row.version,
            told=row.told,
            given_on=row.given_on,
            kept_at=row.kept_at,
            withdrawn_on=row.withdrawn_on,
            stops_on=_stops(row.withdrawn_on) if row.withdrawn_on else None,
        )
        for row in found
    ]


def _stops(withdrawn_on: date) -> date | None:
    days = limit_on(Limit.STOP_DAYS, on=withdrawn_on)
    return withdrawn_on + timedelta(days=days) if days else None
