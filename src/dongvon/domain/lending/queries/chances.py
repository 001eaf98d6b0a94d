"""Who is entitled by a certified list, and whether they borrow: so that nobody is missed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final
from uuid import UUID

from django.db import connection

from dongvon.domain.lending.models import Application
from dongvon.domain.lending.queries.conditions import Offer, key_of, offers
from dongvon.domain.lending.queries.eligibility import entitled
from dongvon.domain.lending.queries.household_facts import Known
from dongvon.domain.lending.vocabulary import Check, Stage, Verdict
from dongvon.domain.people.models import Household, Listing, Membership
from dongvon.domain.people.queries.search import people_by_id
from dongvon.domain.people.vocabulary import ListState, PersonRow

_BY_COMMUNE: Final = (Path(__file__).parents[1] / "sql" / "chances.sql").read_text(encoding="utf-8")
_CLOSED: Final = (Stage.LENT, Stage.REFUSED, Stage.WITHDRAWN)


class Standing(StrEnum):
    """Whether a household uses what a programme would lend it."""

    OWES = "owes"
    ASKS = "asks"  # a file is on the road
    MISSED = "missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommuneChances:
    """Households on certified lists of a commune: those that owe, those that only ask, and those that do neither."""

    place: str
    listed: int
    owing: int
    asking: int
    missed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """A programme that a list opens to a household; `kinds` are the lists, `member` tells whether a group has them."""

    household: UUID
    code: str
    head: UUID | None
    head_name: str
    hamlet: str
    kinds: tuple[str, ...]
    member: bool
    programme: str
    programme_name: str
    standing: Standing


def chances_by_commune(*, on: date) -> list[CommuneChances]:
    """Every commune in reach, the one with most missed households first."""
    with connection.cursor() as cursor:
        cursor.execute(_BY_COMMUNE, {"on": on})
        return [
            CommuneChances(place=place, listed=listed, owing=owing, asking=asking, missed=missed)
            for place, listed, owing, asking, missed in cursor
        ]


def chances(place: str, *, on: date) -> list[Chance]:
    """One row for each household of a commune and each programme that demands a list and has nothing against them.

    By hamlet and code. A programme that demands no list is open to nearly everybody and is left out.
    """
    lending = {offer.key: offer for offer in offers(on=on) if _by_list(offer)}
    households, asked = _listed(place, on=on), _asked(place)
    judged = [(record, told) for record, told in entitled(households, on=on) if record.place == place]
    codes = {row.id: row for row in Household.objects.filter(id__in=[record.household for record, _ in judged])}
    names = people_by_id([head for record, _ in judged if (head := _head(record))])
    return sorted(
        (
            _chance(record, codes[record.household], lending[key], names=names, asked=asked)
            for record, told in judged
            for key, verdict in told.items()
            if key in lending and verdict is not Verdict.INELIGIBLE
        ),
        key=lambda row: (row.hamlet, row.code, row.programme),
    )


def _by_list(offer: Offer) -> bool:
    return any(demand.check == Check.LISTED and not demand.alternative for demand in offer.demands)


def _listed(place: str, *, on: date) -> set[UUID]:
    named = Listing.objects.filter(place=place, valid__contains=on, list__state=ListState.CERTIFIED)
    own = named.exclude(household=None).values_list("household", flat=True)
    persons = named.exclude(person=None).values_list("person", flat=True)
    homes = Membership.objects.filter(person__in=persons, valid__contains=on).values_list("household", flat=True)
    return {*own, *homes}


def _asked(place: str) -> set[tuple[UUID, str]]:
    rows = Application.objects.filter(place=place).exclude(stage__in=_CLOSED)
    told = rows.values_list("household", "programme__code", "programme__variant")
    return {(household, key_of(code, variant)) for household, code, variant in told}


def _head(record: Known) -> UUID | None:
    return next((one.id for one in record.people if one.head), None)


def _chance(
    record: Known,
    household: Household,
    offer: Offer,
    *,
    names: dict[UUID, PersonRow],
    asked: Collection[tuple[UUID, str]],
) -> Chance:
    head = _head(record)
    return Chance(
        household=household.id,
        code=household.code,
        head=head,
        head_name=names[head].full_name if head in names else "",
        hamlet=household.hamlet,
        kinds=tuple(sorted({row.kind for row in record.listings})),
        member=any(one.group_member for one in record.people),
        programme=offer.key,
        programme_name=offer.name,
        standing=_standing(record, offer.key, asked=asked),
    )


def _standing(record: Known, programme: str, *, asked: Collection[tuple[UUID, str]]) -> Standing:
    if any(debt.programme == programme and debt.owed for debt in record.debts):
        return Standing.OWES
    return Standing.ASKS if (record.household, programme) in asked else Standing.MISSED
