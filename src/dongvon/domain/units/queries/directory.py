"""The units of a day, with what they were called then."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, Exists, F, OuterRef, QuerySet, Subquery, When
from django.db.models.expressions import RawSQL

from dongvon.domain.units.models import Unit, UnitName
from dongvon.domain.units.vocabulary import Level
from dongvon.kernel.text import fold

_COLUMNS = ("id", "code", "body", "level", "place", "full_name", "short_name", "since", "until")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit as it stood on a day; `until` is the first day on which it was no more."""

    id: UUID
    code: str
    body: str
    level: str
    place: str | None
    full_name: str
    short_name: str
    since: date | None
    until: date | None


def units(
    *,
    on: date,
    codes: Collection[str] | None = None,
    bodies: Collection[str] | None = None,
    level: str | None = None,
    place: str | None = None,
) -> list[UnitRow]:
    """The units alive on a day that fit every condition given, city first, then by code."""
    asked = {"code__in": codes, "body__in": bodies, "level": level, "place": place}
    fitting = {name: value for name, value in asked.items() if value is not None}
    return _rows(Unit.objects.filter(valid__contains=on, **fitting), on=on)


def search(text: str, *, on: date, limit: int | None = 50) -> list[UnitRow]:
    """The units alive on a day that were ever called by every word of `text`; accents are ignored."""
    found = Unit.objects.filter(valid__contains=on)
    for word in fold(text).split():
        found = found.filter(Exists(UnitName.objects.filter(unit=OuterRef("pk"), search_key__contains=word)))
    return _rows(found, on=on)[:limit]


def unit_by_code(code: str, *, on: date) -> UnitRow | None:
    """One unit by its canonical key, alive on the day or not, with the name nearest to the day."""
    return next(iter(_rows(Unit.objects.filter(code=code), on=on)), None)


def city_name(*, on: date) -> str:
    """ "thành phố Đồng Nai", as its People's Committee is called on the day; "" before there are units."""
    committee = next(iter(units(on=on, bodies=["ubnd"], level=Level.CITY)), None)
    return committee.full_name.removeprefix("UBND ").removeprefix("Ủy ban nhân dân ") if committee else ""


def units_by_id(ids: Iterable[UUID], *, on: date) -> dict[UUID, UnitRow]:
    """Units by id, alive on the day or not, with the name nearest to the day."""
    asked = list(set(ids))
    if not asked:
        return {}
    found = Unit.objects.filter(pk__in=RawSQL("SELECT unnest(%s::uuid[])", [asked]))  # one value: a thousand are slow
    return {row.id: row for row in _rows(found, on=on)}


def _rows(found: QuerySet[Unit], *, on: date) -> list[UnitRow]:
    in_force_first = (
        Case(When(valid__contains=on, then=0), default=1),
        F("valid__endswith").desc(nulls_first=True),
    )
    names = UnitName.objects.filter(unit=OuterRef("pk")).order_by(*in_force_first)
    rows = found.annotate(
        full_name=Subquery(names.values("full_name")[:1]),
        short_name=Subquery(names.values("short_name")[:1]),
        since=F("valid__startswith"),
        until=F("valid__endswith"),
    )
    return [UnitRow(**row) for row in rows.order_by("level", "code").values(*_COLUMNS)]
