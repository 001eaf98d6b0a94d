"""Who is entitled by a certified list, and whether they borrow: so that nobody is missed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import OuterRef, Subquery

from dongvon.domain.lending.models import Application
from dongvon.domain.lending.queries.conditions import Offer, key_of, offers
from dongvon.domain.lending.queries.eligibility import entitled
from dongvon.domain.lending.queries.household_facts import Known
from dongvon.domain.lending.vocabulary import Check, Stage, Verdict
from dongvon.domain.people.models import Household, Listing, Membership
from dongvon.domain.people.vocabulary import ListState

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


class _Home(NamedTuple):
    code: str
    hamlet: str
    head: UUID | None
    head_name: str


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
    judged = list(entitled(households, on=on, among=lending.values()))
    homes = _homes([record.household for record, _ in judged if record.place == place], on=on)
    return sorted(
        (
            _chance(record, homes[record.household], lending[key], asked=asked)
            for record, told in judged
            for key, verdict in told.items()
            if record.household in homes and verdict is not Verdict.INELIGIBLE
        ),
        key=lambda row: (row.hamlet, row.code, row.programme),
    )


def _by_list(offer: Offer) -> bool:
    return any(demand.check == Check.LISTED and not demand.alternative for demand in offer.demands)


def _listed(place: str, *, on: date) -> set[UUID]:
    """The households that a certified list names, and those of persons whom one names."""
    named = Listing.objects.filter(place=place, valid__contains=on, list__state=ListState.CERTIFIED)
    own = named.exclude(household=None).values_list("household")
    persons = named.exclude(person=None).values("person")
    homes = Membership.objects.filter(person__in=persons, valid__contains=on).values_list("household")
    return {household for (household,) in own.union(homes)}


def _homes(households: Collection[UUID], *, on: date) -> dict[UUID, _Home]:
    """By what code and head a household is known; the name of a head out of sight is not told."""
    head = Membership.objects.filter(household=OuterRef("id"), is_head=True, valid__contains=on)
    found = Household.objects.filter(id__in=households).annotate(
        head=Subquery(head.values("person")[:1]), head_name=Subquery(head.values("person__full_name")[:1])
    )
    rows = found.values_list("id", "code", "hamlet", "head", "head_name")
    return {id_: _Home(code, hamlet, head, name or "") for id_, code, hamlet, head, name in rows}


def _asked(place: str) -> set[tuple[UUID, str]]:
    rows = Application.objects.filter(place=place).exclude(stage__in=_CLOSED)
    told = rows.values_list("household", "programme__code", "programme__variant")
    return {(household, key_of(code, variant)) for household, code, variant in told}


def _chance(record: Known, home: _Home, offer: Offer, *, asked: Collection[tuple[UUID, str]]) -> Chance:
    return Chance(
        household=record.household,
        code=home.code,
        head=home.head,
        head_name=home.head_name,
        hamlet=home.hamlet,
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
