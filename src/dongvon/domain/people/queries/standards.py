"""Which standard and which terms hold on a day."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F

from dongvon.domain.people.models import ListLimit, Standard
from dongvon.domain.people.vocabulary import Area, Limit, Measure
from dongvon.domain.units.models import PlaceTerm


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardRow:
    """A standard as pages show it; without a place it is the nation's."""

    id: UUID
    measure: str
    area: str
    place: str | None
    place_name: str | None
    from_on: date
    until_on: date | None
    over: int
    up_to: int
    deprivations: int | None
    basis: str
    confidence: str
    waiting: bool
    proposed_by: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRow:
    """A term in days or months; `waiting` for approval it does not hold yet."""

    id: int
    limit: str
    amount: int
    from_on: date
    until_on: date | None
    basis: str
    confidence: str
    waiting: bool
    proposed_by: UUID


def standard_on(measure: Measure, *, place: str, on: date) -> Standard | None:
    """The commune's own higher standard, else the nation's, for the type of unit the commune is on that day."""
    type_ = PlaceTerm.objects.filter(place=place, valid__contains=on).values_list("type", flat=True).first()
    area = Area.URBAN if type_ == "phường" else Area.RURAL
    found = Standard.objects.filter(measure=measure, area=area, valid__contains=on, approved_by__isnull=False)
    own = found.filter(place=place) | found.filter(place__isnull=True)
    return own.order_by(F("place").asc(nulls_last=True)).first()


def limit_on(limit: Limit, *, on: date) -> int | None:
    """How many days or months law sets on that day."""
    found = ListLimit.objects.filter(limit=limit, valid__contains=on, approved_by__isnull=False)
    return found.values_list("amount", flat=True).first()


def standards() -> list[StandardRow]:
    """All standards, the newest first; those that wait for approval among them."""
    found = Standard.objects.select_related("place").order_by("-valid", "measure", "area")
    return [
        StandardRow(
            id=row.id,
            measure=row.measure,
            area=row.area,
            place=row.place_id,
            place_name=row.place.name if row.place else None,
            from_on=row.valid.lower,
            until_on=row.valid.upper,
            over=row.over,
            up_to=row.up_to,
            deprivations=row.deprivations,
            basis=row.basis,
            confidence=row.confidence,
            waiting=row.approved_by is None,
            proposed_by=row.proposed_by,
        )
        for row in found
    ]


def limits() -> list[LimitRow]:
    """All terms, the newest first."""
    return [
        LimitRow(
            id=row.pk,
            limit=row.limit,
            amount=row.amount,
            from_on=row.valid.lower,
            until_on=row.valid.upper,
            basis=row.basis,
            confidence=row.confidence,
            waiting=row.approved_by is None,
            proposed_by=row.proposed_by,
        )
        for row in ListLimit.objects.order_by("limit", "-valid")
    ]
