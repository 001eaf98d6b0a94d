"""Who may stand as borrower for a household."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dongvon.domain.people.models import Membership


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """Somebody of a household, the head first."""

    id: UUID
    full_name: str
    relation: str
    head: bool


def members_of(household: UUID, *, on: date) -> list[MemberRow]:
    """The living members of a household on a day."""
    found = Membership.objects.filter(household=household, valid__contains=on, person__died_on=None)
    rows = found.order_by("-is_head", "person__birth_year").values_list(
        "person", "person__full_name", "relation", "is_head"
    )
    return [MemberRow(id=person, full_name=name, relation=relation, head=head) for person, name, relation, head in rows]


def households_of(persons: Iterable[UUID], *, on: date) -> dict[UUID, UUID]:
    """The household of each person on a day, where there is one."""
    found = Membership.objects.filter(person__in=list(persons), valid__contains=on)
    return dict(found.values_list("person", "household"))
