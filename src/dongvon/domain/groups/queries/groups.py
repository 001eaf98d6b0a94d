"""Groups with their members and their mandate."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from dongvon.domain.groups.models import Group, GroupMember, Mandate
from dongvon.kernel.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateRow:
    """The contract in force, and since when it is suspended."""

    number: str
    since: date
    interest: bool
    savings: bool
    suspended_since: date | None
    decision: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFacts:
    """A group as its page shows it."""

    id: UUID
    code: str
    organisation: str
    place: str
    hamlet: str
    point: UUID
    leader: UUID
    leader_name: str
    deputy: UUID
    deputy_name: str
    founded_on: date
    acceptance: str
    members: int


_COLUMNS = {name: name for name in GroupFacts.__dataclass_fields__} | {
    "leader_name": "leader__full_name",
    "deputy_name": "deputy__full_name",
    "members": "size",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A member with the day they came, where they live now, and the day they died."""

    person: UUID
    full_name: str
    phone: str
    since: date
    place: str
    place_name: str
    hamlet: str
    died_on: date | None


def find_groups(*, on: date, text: str = "", organisation: str = "", limit: int, skip: int = 0) -> list[GroupFacts]:
    """Living groups in the asker's reach by code, found by code, hamlet or the leader's name."""
    return _facts(_found(on=on, text=text, organisation=organisation)[skip : skip + limit])


def count_groups(*, on: date, text: str = "", organisation: str = "") -> int:
    """How many `find_groups` would give without end."""
    return _found(on=on, text=text, organisation=organisation).count()


def group_facts(group: UUID, *, on: date) -> GroupFacts | None:
    """One group, as far as the asker may see it."""
    return next(iter(_facts(_found(on=on).filter(id=group))), None)


def groups_in(place: str, *, on: date) -> list[GroupFacts]:
    """Every living group of a commune, by code."""
    return _facts(_found(on=on).filter(place=place))


def members_of(group: UUID, *, on: date) -> list[MemberRow]:
    """Everybody in the group on a day, by given name."""
    found = GroupMember.objects.filter(group=group, valid__contains=on).select_related("person__place")
    return [
        MemberRow(
            person=row.person_id,
            full_name=row.person.full_name,
            phone=row.person.phone,
            since=row.valid.lower,
            place=row.person.place_id,
            place_name=row.person.place.name,
            hamlet=row.person.hamlet,
            died_on=row.person.died_on,
        )
        for row in found.order_by("person__name_sort_key")
    ]


def departed(members: Iterable[MemberRow], *, group: GroupFacts) -> list[MemberRow]:
    """Who lives where the group does not gather, or has died: the group lets them go, or they are transferred."""
    home = (group.place, group.hamlet)
    return [row for row in members if row.died_on or (row.place, row.hamlet) != home]


def mandate_of(group: UUID, *, on: date) -> MandateRow | None:
    """The contract in force on a day."""
    mandate = Mandate.objects.filter(group=group, valid__contains=on).first()
    if mandate is None:
        return None
    suspension = mandate.suspensions.filter(valid__contains=on).first()
    return MandateRow(
        number=mandate.number,
        since=mandate.valid.lower,
        interest=mandate.interest,
        savings=mandate.savings,
        suspended_since=suspension.valid.lower if suspension else None,
        decision=suspension.decision if suspension else "",
        reason=suspension.reason if suspension else "",
    )


def _found(*, on: date, text: str = "", organisation: str = "") -> QuerySet[Group]:
    today = Q(members__valid__contains=on)
    found = Group.objects.living(on).annotate(size=Count("members", filter=today))
    if organisation:
        found = found.filter(organisation=organisation)
    if text:
        asked = Q(code__contains=text.strip()) | Q(hamlet__icontains=text.strip())
        found = found.filter(asked | Q(leader__name_search_key__contains=fold(text)))
    return found.order_by("code")


def _facts(found: QuerySet[Group]) -> list[GroupFacts]:
    rows = found.values_list(*_COLUMNS.values())
    return [GroupFacts(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]
