"""Who could found a group: adults of one hamlet who belong to none."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet

from dongvon.domain.groups.models import GroupMember
from dongvon.domain.people.models import Person

#: From this age on somebody may stand for the own household.
OF_AGE: Final = 18
MOST: Final = 500


@dataclass(frozen=True, slots=True)
class HamletRow:
    """A hamlet in sight, and how many of its adults are in no group."""

    place: str
    hamlet: str
    people: int


@dataclass(frozen=True, slots=True)
class ResidentRow:
    """An adult in no group: as much as tells two of one name apart."""

    id: UUID
    full_name: str
    birth_year: int


def hamlets(*, on: date) -> list[HamletRow]:
    """Hamlets in sight by commune and name."""
    found = _free(on).exclude(hamlet="").values_list("place", "hamlet").annotate(people=Count("id"))
    return [HamletRow(*row) for row in found.order_by("place", "hamlet")]


def residents(place: str, hamlet: str, *, on: date) -> list[ResidentRow]:
    """Adults of a hamlet in no group, by given name."""
    found = _free(on).filter(place=place, hamlet=hamlet).order_by("name_sort_key", "birth_year")
    return [ResidentRow(*row) for row in found.values_list("id", "full_name", "birth_year")[:MOST]]


def _free(on: date) -> QuerySet[Person]:
    taken = GroupMember.objects.filter(person=OuterRef("id"), valid__contains=on)
    living = Person.objects.filter(same_as=None, died_on=None, birth_year__lte=on.year - OF_AGE)
    return living.filter(~Exists(taken))
