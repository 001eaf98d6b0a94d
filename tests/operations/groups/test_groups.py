"""Groups are founded whole, and sessions keep their day unless an order moves them."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.models import Group, GroupMember, Point, PointDay, SessionMove, SizeRule
from dongvon.domain.groups.operations.found_groups import (
    BoardNotMembers,
    InAnotherGroup,
    found_groups,
)
from dongvon.domain.groups.operations.move_session import NoSessionThen, SessionAlreadyMoved, move_session
from dongvon.domain.groups.operations.open_points import open_points
from dongvon.domain.groups.operations.set_size_rule import set_size_rule
from dongvon.domain.groups.operations.sizing import NoSizeRule
from dongvon.domain.groups.queries.directory import groups_by_id, moved_sessions, points
from dongvon.domain.groups.rules.size import WrongSize
from dongvon.domain.groups.vocabulary import GroupDraft, Organisation, PointDraft
from dongvon.domain.people.operations.register import register
from dongvon.domain.people.vocabulary import PersonDraft
from dongvon.domain.units.models import Place, Unit
from dongvon.domain.units.queries.scope import enter_scope
from dongvon.kernel.ids import new_id
from dongvon.kernel.scope import Scope

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
ON = date(2026, 1, 1)
ALWAYS = DateRange(date(2003, 1, 1), None)


@pytest.fixture
def point() -> UUID:
    Place.objects.create(
        code="26206",
        name="Định Quán",
        area_km2=Decimal(1),
        latitude=Decimal(11),
        longitude=Decimal(107),
        former_province="Đồng Nai",
    )
    office = Unit.objects.create(code="nhcsxh-pgd-004606", body="nhcsxh-pgd", level="commune", valid=ALWAYS)
    set_size_rule(
        key=new_id(), by=SYSTEM, at=AT, on=date(2026, 1, 1), fewest=5, most=60, basis="06/2026/NĐ-CP", confirmed=True
    )
    draft = PointDraft(
        id=new_id(),
        number=1,
        name="Định Quán",
        place="26206",
        unit=office.id,
        fixed_day=10,
        opens=time(8, 30),
        closes=time(10, 30),
    )
    open_points(key=new_id(), by=SYSTEM, at=AT, on=ON, points=(draft,))
    return draft.id


def _people(number: int) -> list[UUID]:
    drafts = tuple(
        PersonDraft(
            id=new_id(), full_name=f"Trần Thị Mai {n}", birth_year=1980, sex="female", place="26206", hamlet="Ấp 1"
        )
        for n in range(number)
    )
    register(key=new_id(), by=SYSTEM, at=AT, people=drafts)
    return [draft.id for draft in drafts]


def _draft(point: UUID, members: list[UUID], *, code: str = "6600001", deputy: UUID | None = None) -> GroupDraft:
    return GroupDraft(
        id=new_id(),
        code=code,
        organisation=Organisation.WOMEN,
        place="26206",
        hamlet="Ấp 1",
        point=point,
        leader=members[0],
        deputy=deputy or members[1],
        members=tuple(members),
        acceptance="12/UBND ngày 05/01/2026",
    )


def _found(*drafts: GroupDraft, on: date = ON) -> None:
    found_groups(key=new_id(), by=SYSTEM, at=AT, on=on, groups=drafts)


def test_chi_mai_leads_a_group(point: UUID) -> None:
    members = _people(5)
    draft = _draft(point, members)
    _found(draft)
    row = groups_by_id([draft.id])[draft.id]
    assert (row.code, row.leader_name, row.organisation) == ("6600001", "Trần Thị Mai 0", "12")
    assert GroupMember.objects.filter(group=draft.id).count() == 5


@pytest.mark.parametrize("number", [4, 61])
def test_a_group_has_five_to_sixty_members(point: UUID, number: int) -> None:
    with pytest.raises(WrongSize, match="từ 5 đến 60"):
        _found(_draft(point, _people(number)))


def test_the_size_follows_the_rule_of_the_day(point: UUID) -> None:
    set_size_rule(
        key=new_id(), by=SYSTEM, at=AT, on=date(2026, 7, 24), fewest=3, most=50, basis="70/QĐ-HĐQT", confirmed=False
    )
    with pytest.raises(WrongSize):
        _found(_draft(point, _people(4)), on=date(2026, 7, 23))
    _found(_draft(point, _people(4)), on=date(2026, 7, 24))
    with pytest.raises(NoSizeRule):
        _found(_draft(point, _people(5), code="6600002"), on=date(2025, 1, 1))


def test_the_board_is_two_members(point: UUID) -> None:
    members = _people(5)
    for deputy in (members[0], new_id()):
        with pytest.raises(BoardNotMembers):
            _found(_draft(point, members, deputy=deputy))


def test_one_is_in_one_group_and_nothing_is_half_founded(point: UUID) -> None:
    members, others = _people(5), _people(5)
    _found(_draft(point, members))
    with pytest.raises(InAnotherGroup), transaction.atomic():
        _found(_draft(point, others, code="6600002"), _draft(point, [*members[:1], *_people(4)], code="6600003"))
    assert Group.objects.count() == 1


def test_a_session_is_moved_once_and_only_if_there_is_one(point: UUID) -> None:
    order = {"key": new_id(), "by": SYSTEM, "at": AT, "point": point, "to_on": date(2026, 3, 12), "reason": "bão"}
    with pytest.raises(NoSessionThen, match="09/02/2026"):
        move_session(**{**order, "from_on": date(2026, 2, 9)})
    move_session(**{**order, "from_on": date(2026, 2, 10)})
    assert moved_sessions(place="26206") == {date(2026, 2, 10): date(2026, 3, 12)}
    with pytest.raises(SessionAlreadyMoved):
        move_session(**{**order, "key": new_id(), "from_on": date(2026, 2, 10)})


def test_points_know_their_fixed_day(point: UUID) -> None:
    assert [(row.number, row.fixed_day) for row in points(on=date(2026, 5, 1))] == [(1, 10)]
    assert [row.fixed_day for row in points(on=date(2020, 5, 1))] == [None]


def test_another_commune_sees_no_group(point: UUID, as_role) -> None:  # type: ignore[no-untyped-def]
    draft = _draft(point, _people(5))
    _found(draft)
    commune = Unit.objects.create(code="ubnd-26206", body="ubnd", level="commune", place_id="26206", valid=ALWAYS)
    with as_role("dongvon_web"):
        for units, number in (((commune.id,), 1), ((), 0)):
            enter_scope(Scope(person=new_id(), units=frozenset(units)))
            assert (Group.objects.count(), GroupMember.objects.count()) == (number, number * 5)


def test_constraints_hold_without_the_operations(point: UUID) -> None:
    members = _people(6)
    draft = _draft(point, members[:5])
    _found(draft)
    group, day = Group.objects.filter(id=draft.id), PointDay.objects.filter(point=point)
    SessionMove.objects.create(
        point_id=point, from_on=ON, to_on=date(2026, 1, 2), reason="x", moved_by=SYSTEM.person, moved_at=AT
    )
    breaks = {
        "groups_group_code_is_unique": lambda: Group.objects.create(**{**group.values().get(), "id": new_id()}),
        "groups_group_board_is_two_people": lambda: group.update(deputy=members[0]),
        "groups_group_has_an_organisation": lambda: group.update(organisation="99"),
        "groups_group_ends_after_founding": lambda: group.update(ended_on=ON),
        "groups_member_one_group_at_a_time": lambda: GroupMember.objects.create(
            group_id=draft.id, person_id=members[0], valid=ALWAYS
        ),
        "groups_point_number_is_unique": lambda: Point.objects.create(
            **{**Point.objects.values().get(), "id": new_id()}
        ),
        "groups_point_day_is_a_day": lambda: day.update(day=32),
        "groups_point_day_closes_after_opening": lambda: day.update(closes=time(8, 0)),
        "groups_point_day_one_at_a_time": lambda: PointDay.objects.create(**{**day.values().get(), "id": None}),
        "groups_session_move_once": lambda: SessionMove.objects.create(
            **{**SessionMove.objects.values().get(), "id": new_id()}
        ),
        "groups_session_move_moves": lambda: SessionMove.objects.update(to_on=ON),
        "groups_size_rule_leaves_room": lambda: SizeRule.objects.update(most=4),
        "groups_size_rule_one_at_a_time": lambda: SizeRule.objects.create(
            valid=ALWAYS, fewest=1, most=2, basis="x", confirmed=False
        ),
    }
    for name, attempt in breaks.items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            attempt()
