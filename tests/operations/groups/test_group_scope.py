"""Chị Mai sees her group and nobody else's; an organisation sees its own groups; the commune and its office see all."""

from datetime import date
from uuid import UUID

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.models import Attendance, Group, GroupMember, Meeting, Motion
from dongvon.domain.groups.operations.hold_meeting import hold_meeting
from dongvon.domain.groups.vocabulary import MeetingKind
from dongvon.domain.people.models import Household, Membership, Person
from dongvon.domain.units.models import Post, User
from dongvon.domain.units.operations.appoint import GroupOfLeader
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from dongvon.kernel.scope import Scope
from tests.operations.groups.hamlets import AT, ON, Hamlets, Taking, asking, people_of, settle

pytestmark = pytest.mark.django_db

EVERYBODY = {"mai", "beside", "women", "across"}


@pytest.fixture
def hamlets() -> Hamlets:
    return settle()


def _asker(hamlets: Hamlets, who: str) -> UUID:
    city = hamlets.city
    others = {
        "farmers of the commune": ("hoi-nong-dan-26041", Role.ORGANISATION_OFFICER),
        "farmers of the city": ("hoi-nong-dan", Role.ORGANISATION_OFFICER),
        "commune": ("ubnd-26041", Role.COMMUNE_OFFICER),
        "office": ("pgd-trang-bom", Role.CREDIT_OFFICER),
        "department": ("so-tai-chinh", Role.UNIT_HEAD),
        "branch": ("nhcsxh-chi-nhanh", Role.BRANCH_DIRECTOR),
    }
    if who in others:
        unit, role = others[who]
        return city.person("asker", unit=unit, role=role)
    return hamlets.leader(who)


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("mai", {"mai"}),
        ("across", {"across"}),
        ("farmers of the commune", {"mai", "beside"}),
        ("farmers of the city", {"mai", "beside", "across"}),
        ("commune", {"mai", "beside", "women"}),
        ("office", {"across"}),
        ("department", set()),
        ("branch", EVERYBODY),
    ],
)
def test_groups_members_and_people_are_seen_within_reach(
    hamlets: Hamlets, as_role: Taking, who: str, seen: set[str]
) -> None:
    with asking(as_role, _asker(hamlets, who)):
        assert set(Group.objects.values_list("id", flat=True)) == {hamlets.groups[name] for name in seen}
        people = {person for name in seen for person in hamlets.members[name]}
        assert set(GroupMember.objects.values_list("person", flat=True)) == people
        assert set(Person.objects.values_list("id", flat=True)) == people


@pytest.mark.parametrize(("who", "number"), [("mai", 1), ("beside", 0), ("women", 0), ("farmers of the city", 1)])
def test_a_meeting_is_seen_with_its_group(hamlets: Hamlets, as_role: Taking, who: str, number: int) -> None:
    meeting = hold_meeting(
        key=new_id(),
        by=SYSTEM,
        at=AT,
        on=ON,
        group=hamlets.groups["mai"],
        kind=MeetingKind.ORDINARY,
        held_on=ON,
        venue="Nhà văn hóa ấp",
        present=tuple(hamlets.members["mai"]),
    )
    Motion.objects.create(meeting_id=meeting, number=1, text="Quy ước", in_favour=5, against=0, abstained=0)
    with asking(as_role, _asker(hamlets, who)):
        assert (Meeting.objects.count(), Motion.objects.count()) == (number, number)
        assert Attendance.objects.count() == number * 5


def test_a_leader_writes_for_the_own_group_only(hamlets: Hamlets, as_role: Taking) -> None:
    leader, members = hamlets.leader("mai"), hamlets.members["beside"]
    with asking(as_role, leader):
        assert Group.objects.filter(id=hamlets.groups["beside"]).update(hamlet="Ấp 9") == 0
        assert Group.objects.filter(id=hamlets.groups["mai"]).update(hamlet="Ấp 1") == 1
    with pytest.raises(ProgrammingError, match="row-level security"), asking(as_role, leader):
        Meeting.objects.create(
            group_id=hamlets.groups["beside"], kind="ordinary", held_on=ON, opened_by=members[0], opened_at=AT
        )
    with pytest.raises(ProgrammingError, match="permission denied"), asking(as_role, leader):
        connection.cursor().execute("DELETE FROM groups_meeting")


def test_a_leader_knows_the_households_of_the_members(hamlets: Hamlets, as_role: Taking) -> None:
    def household(member: UUID, code: str) -> UUID:
        home = Household.objects.create(code=code, place_id="26041", hamlet="Ấp 1")
        for person, relation in ((member, "chủ hộ"), (people_of("26041", number=1)[0], "chồng")):
            valid = DateRange(date(2026, 1, 1), None)
            Membership.objects.create(
                household=home, person_id=person, relation=relation, is_head=person == member, valid=valid
            )
        return home.id

    own = household(hamlets.members["mai"][2], "H1")
    household(hamlets.members["beside"][2], "H2")
    with asking(as_role, hamlets.leader("mai")):
        assert [each.id for each in Household.objects.all()] == [own]
        assert Membership.objects.count() == 2
        assert Person.objects.count() == 6
        assert Person.objects.update(phone="0900000000") == 0


def test_a_leaders_post_reaches_no_unit(hamlets: Hamlets, as_role: Taking) -> None:
    leader = hamlets.leader("mai")
    colleague = hamlets.city.person("tung", unit="hoi-nong-dan-26041", role=Role.UNIT_HEAD)
    standing = standing_of(leader, on=ON)
    assert standing is not None
    assert standing.scope == Scope(person=leader, groups=frozenset({hamlets.groups["mai"]}))
    with asking(as_role, leader):
        assert set(User.objects.values_list("id", flat=True)) == {leader}
        assert set(Post.objects.values_list("user", flat=True)) == {leader}
    with asking(as_role, colleague):
        assert set(Post.objects.values_list("user", flat=True)) == {leader, colleague}


@pytest.mark.parametrize(("role", "group"), [(Role.GROUP_LEADER, None), (Role.UNIT_HEAD, UUID(int=7))])
def test_a_group_belongs_to_a_leaders_post(hamlets: Hamlets, role: Role, group: UUID | None) -> None:
    with pytest.raises(GroupOfLeader):
        hamlets.city.person("tung", unit="hoi-nong-dan-26041", role=role, group=group)
    hamlets.leader("mai")
    broken = {"role": role, "group_id": group}
    with pytest.raises(IntegrityError, match="units_post_group_is_a_leaders"), transaction.atomic():
        Post.objects.filter(role=Role.GROUP_LEADER).update(**broken)
