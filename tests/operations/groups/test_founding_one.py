"""A hamlet founds a group: five members at least, a board the rules allow, the commune's consent."""

from datetime import date
from typing import Any

import pytest

from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.groups.models import Group, GroupMember
from dongvon.domain.groups.operations.found_group import CodeTaken, FoundedTooEarly, found_group
from dongvon.domain.groups.operations.found_groups import BoardNotMembers, InAnotherGroup, NotAccepted, NotOfTheHamlet
from dongvon.domain.groups.queries.founding import hamlets as hamlets_in_sight
from dongvon.domain.groups.queries.founding import residents
from dongvon.domain.groups.rules.board import LeadsElsewhere, OnStandingCommittee, Related
from dongvon.domain.groups.rules.size import WrongSize
from dongvon.domain.groups.vocabulary import Declared, GroupDraft, Organisation
from dongvon.domain.people.operations.form_household import form_household
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.operations.groups.hamlets import AT, ON, Hamlets, asking, people_of, settle

pytestmark = pytest.mark.django_db

HONEST = Declared()
CHAIR = Actor(new_id(), None, frozenset({Role.COMMUNE_CHAIR}))


@pytest.fixture
def hamlets() -> Hamlets:
    found = settle()
    found.members["new"] = people_of("26041", number=6, hamlet="Ấp 2")
    return found


def found(hamlets: Hamlets, *, on: date = ON, declared: Declared = HONEST, **changes: Any) -> None:
    members = tuple(hamlets.members["new"])
    given = {
        "id": new_id(),
        "code": "6600099",
        "organisation": Organisation.WOMEN,
        "place": "26041",
        "hamlet": "Ấp 2",
        "point": Group.objects.get(code="6600001").point_id,
        "leader": members[0],
        "deputy": members[1],
        "members": members,
        "acceptance": "14/UBND ngày 20/11/2026",
    }
    found_group(key=new_id(), by=CHAIR, at=AT, on=on, group=GroupDraft(**(given | changes)), declared=declared)


def test_from_those_in_no_group(hamlets: Hamlets) -> None:
    assert {row.id for row in residents("26041", "Ấp 2", on=ON)} == set(hamlets.members["new"])
    assert residents("26041", "Ấp 1", on=ON) == []
    found(hamlets)
    group = Group.objects.get(code="6600099")
    assert GroupMember.objects.filter(group=group).count() == 6
    assert residents("26041", "Ấp 2", on=ON) == []


@pytest.mark.parametrize(
    ("refusal", "declared"),
    [
        (Related, Declared(related=True)),
        (OnStandingCommittee, Declared(on_standing_committee=True)),
        (LeadsElsewhere, Declared(leads_elsewhere=True)),
    ],
)
def test_a_board_the_rules_exclude(hamlets: Hamlets, refusal: type[Exception], declared: Declared) -> None:
    with pytest.raises(refusal):
        found(hamlets, declared=declared)
    assert not Group.objects.filter(code="6600099").exists()


def test_two_of_one_household_are_kin(hamlets: Hamlets) -> None:
    leader, deputy = hamlets.members["new"][:2]
    where = {"code": "26041-9", "place": "26041", "hamlet": "Ấp 2", "on": date(2020, 1, 1)}
    form_household(key=new_id(), by=SYSTEM, at=AT, head=leader, others=((deputy, "vợ"),), **where)
    with pytest.raises(Related):
        found(hamlets)


def test_what_is_refused(hamlets: Hamlets) -> None:
    new = hamlets.members["new"]
    cases: list[tuple[type[Exception], dict[str, Any]]] = [
        (WrongSize, {"members": tuple(new[:4])}),
        (BoardNotMembers, {"deputy": new[0]}),
        (NotAccepted, {"acceptance": " "}),
        (NotOfTheHamlet, {"hamlet": "Ấp 3"}),
        (CodeTaken, {"code": "6600001"}),
        (FoundedTooEarly, {"on": date(2026, 11, 25)}),
    ]
    for refusal, changes in cases:
        with pytest.raises(refusal):
            found(hamlets, **changes)
    found(hamlets)
    with pytest.raises(InAnotherGroup):
        found(hamlets, code="6600098")


def test_a_commune_sees_its_own_hamlets(hamlets: Hamlets, as_role: Any) -> None:
    officer = hamlets.city.person("hieu", unit="ubnd-26041", role=Role.COMMUNE_OFFICER)
    people_of("26242", number=2, hamlet="Ấp 7")
    with asking(as_role, officer):
        assert [(row.place, row.hamlet, row.people) for row in hamlets_in_sight(on=ON)] == [("26041", "Ấp 2", 6)]
