"""The communes and wards of a day, and what they were before."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dongvon.domain.units.models import FormerPlace, PlaceTerm


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place as it stood on a day; `type` is "xã" or "phường"."""

    code: str
    name: str
    type: str
    area_km2: Decimal
    latitude: Decimal
    longitude: Decimal
    former_province: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What type a place was from a day on; `until` is the first day it was another."""

    type: str
    since: date | None
    until: date | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerPlaceRow:
    """A territory that became part of a place; `until` is the first day it was no more."""

    code: str
    name: str
    type: str
    district: str
    province: str
    until: date
    basis: str


def places(*, on: date) -> list[PlaceRow]:
    """Every place on the map that day, by code."""
    terms = PlaceTerm.objects.filter(valid__contains=on).select_related("place").order_by("place")
    return [_row(term) for term in terms]


def terms_of(place: str) -> list[Term]:
    """The types of one place, first to last."""
    rows = PlaceTerm.objects.filter(place=place).order_by("valid")
    return [Term(type=row.type, since=row.valid.lower, until=row.valid.upper, basis=row.basis) for row in rows]


def former_places_of(place: str) -> list[FormerPlaceRow]:
    """The territories that one place was made of, by code."""
    columns = ("code", "name", "type", "district", "province", "until", "basis")
    return [FormerPlaceRow(**row) for row in FormerPlace.objects.filter(became=place).order_by("code").values(*columns)]


def _row(term: PlaceTerm) -> PlaceRow:
    place = term.place
    return PlaceRow(
        code=place.code,
        name=place.name,
        type=term.type,
        area_km2=place.area_km2,
        latitude=place.latitude,
        longitude=place.longitude,
        former_province=place.former_province,
    )
