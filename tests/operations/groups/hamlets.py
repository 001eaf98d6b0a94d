"""Four groups in two communes of the small city, and whoever asks about them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from uuid import UUID

from django.db import transaction

from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.groups.operations.found_groups import found_groups
from dongvon.domain.groups.operations.open_points import open_points
from dongvon.domain.groups.operations.set_size_rule import set_size_rule
from dongvon.domain.groups.vocabulary import GroupDraft, Organisation, PointDraft
from dongvon.domain.people.operations.register import register
from dongvon.domain.people.vocabulary import PersonDraft
from dongvon.domain.units.queries.scope import enter_scope
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from dongvon.kernel.scope import Scope
from tests.operations.units.city import City, build_city

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
ON = date(2026, 11, 24)
FOUNDED_ON = date(2026, 1, 5)
Taking = Callable[[str], AbstractContextManager[None]]

#: Name, organisation, commune.
GROUPS = (
    ("mai", Organisation.FARMERS, "26041"),
    ("beside", Organisation.FARMERS, "26041"),
    ("women", Organisation.WOMEN, "26041"),
    ("across", Organisation.FARMERS, "26242"),
)


@dataclass
class Hamlets:
    """Groups and their members by name of group, the leader first, the deputy second."""

    city: City
    groups: dict[str, UUID] = field(default_factory=dict)
    members: dict[str, list[UUID]] = field(default_factory=dict)

    def leader(self, name: str = "mai") -> UUID:
        """The account of a group's leader."""
        unit = "hoi-nong-dan-26242" if name == "across" else "hoi-nong-dan-26041"
        return self.city.person(name, unit=unit, role=Role.GROUP_LEADER, group=self.groups[name])

    def acting(self, name: str = "mai") -> Actor:
        """The same, acting."""
        return Actor(person=self.leader(name), unit=None, roles=frozenset({Role.GROUP_LEADER}))


def settle(city: City | None = None, *, size: int = 5) -> Hamlets:
    """The city with its points and groups of `size` members each."""
    city = city or build_city()
    found = Hamlets(city=city)
    set_size_rule(
        key=new_id(), by=SYSTEM, at=AT, on=date(2020, 1, 1), fewest=5, most=60, basis="06/2026/NĐ-CP", confirmed=True
    )
    points = {place: _point(city, place, number) for number, place in enumerate(("26041", "26242"), start=1)}
    open_points(key=new_id(), by=SYSTEM, at=AT, on=date(2020, 1, 1), points=tuple(points.values()))
    for number, (name, organisation, place) in enumerate(GROUPS, start=1):
        found.members[name] = people_of(place, number=size)
        draft = _draft(number, organisation, place, point=points[place].id, members=found.members[name])
        found_groups(key=new_id(), by=SYSTEM, at=AT, on=FOUNDED_ON, groups=(draft,))
        found.groups[name] = draft.id
    return found


def people_of(place: str, *, number: int, hamlet: str = "Ấp 1") -> list[UUID]:
    """So many new people of a hamlet."""
    drafts = tuple(
        PersonDraft(
            id=new_id(), full_name=f"Trần Thị Hoa {n}", birth_year=1980, sex="female", place=place, hamlet=hamlet
        )
        for n in range(number)
    )
    register(key=new_id(), by=SYSTEM, at=AT, people=drafts)
    return [draft.id for draft in drafts]


@contextmanager
def asking(as_role: Taking, person: UUID) -> Iterator[None]:
    """As a request does it: first oneself, then one's standing."""
    with transaction.atomic(), as_role("dongvon_web"):
        enter_scope(Scope(person=person))
        standing = standing_of(person, on=ON)
        assert standing is not None
        enter_scope(standing.scope)
        yield


def _point(city: City, place: str, number: int) -> PointDraft:
    return PointDraft(
        id=new_id(),
        number=number,
        name=f"Điểm {place}",
        place=place,
        unit=city.units["pgd-trang-bom"],
        fixed_day=10,
        opens=time(8, 30),
        closes=time(10, 30),
    )


def _draft(number: int, organisation: Organisation, place: str, *, point: UUID, members: list[UUID]) -> GroupDraft:
    return GroupDraft(
        id=new_id(),
        code=f"660000{number}",
        organisation=organisation,
        place=place,
        hamlet="Ấp 1",
        point=point,
        leader=members[0],
        deputy=members[1],
        members=tuple(members),
        acceptance="12/UBND ngày 05/01/2026",
    )
